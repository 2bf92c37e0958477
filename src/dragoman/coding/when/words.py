"""The words of a language's time expressions, and its patterns as regular expressions."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.coding.forms import base_form
from dragoman.records.reading import Token


@dataclass(frozen=True, slots=True)
class Words:
    """All that a language knows of dates."""

    classes: dict[str, dict[str, str]]
    """For each class its words, in lower case, with their values."""
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    """Rule and expression, in the order of the file."""
    hint: re.Pattern[str]
    """Found in every sentence that can hold a date, and in few others."""

    def value(self, name: str, word: str) -> int | None:
        """The number that a word of a class stands for; `None` where the class has no such word."""
        found = self.classes.get(name, {}).get(" ".join(word.lower().split()))
        return int(found) if found else None

    def has(self, name: str, word: str) -> bool:
        """Whether a class has a word."""
        return word.lower() in self.classes.get(name, {})

    def says(self, name: str, token: Token) -> bool:
        """Whether a class has a word in any of its forms."""
        known = self.classes.get(name, {})
        return base_form(token, known, self.classes.get("ending", {})) in known


_DIGITS = {
    "year": r"(?:1[5-9]|20)\d\d",
    "short": r"\d\d",
    "mm": r"\d{1,2}",
    "dd": r"\d{1,2}",
    "decade": r"(?:(?:1[5-9]|20)\d0|['’]?\d0)s",
}
"""Classes of digits; years before 1500 are no matter of ours."""
_CAPITAL = frozenset({"month", "abbreviation", "weekday"})
"""Classes whose words keep their capitals: "march" and "may" are other words."""
_PASSED = frozenset({"part", "part of day"})
"""Classes whose words change nothing of the days meant."""
_PIECE = re.compile(r"\{([a-z -]+)(\d?)\}|(\[)|(\])|(\()|(\))|(\|)|(\s+)|([^\s{}\[\]()|]+)")


@cache
def words_for(language: str) -> Words | None:
    """The words of a language by BCP 47 tag; `None` where there are none."""
    folder = resources.files("dragoman") / "data/coding" / language.partition("-")[0].lower()
    if not (folder / "dates_words.tsv").is_file():
        return None

    def rows(name: str) -> list[list[str]]:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]

    classes: dict[str, dict[str, str]] = {}
    written: dict[str, list[str]] = {}
    for name, word, value in rows("dates_words.tsv"):
        classes.setdefault(name, {})[word.lower()] = value
        written.setdefault(name, []).append(word)
    patterns = tuple(
        (rule, re.compile(rf"(?<![\w.,/$€£-]){_expression(pattern, written)}(?![\w/]|[.,]\d|[-–]\d)"))
        for rule, pattern in rows("dates_patterns.tsv")
    )
    telling = [
        w for name in ("month", "abbreviation", "weekday", "shift", "unit", "season", "span") for w in written[name]
    ]
    telling += [line[1] for line in rows("dates_patterns.tsv") if line[1].isalpha()]
    hint = re.compile(r"(?:1[5-9]|20)\d\d|\d0s|\d[./]\d|\b(?i:" + _choice([*telling, *written["nineties"]]) + ")")
    return Words(classes, patterns, hint)


def _expression(pattern: str, written: dict[str, list[str]]) -> str:
    parts: list[str] = []
    for match in _PIECE.finditer(pattern):
        name, number, *_ = match.groups()
        piece = match.group()
        if name is not None:
            parts.append(_class(name, number, written))
        elif piece in "[(":
            parts.append("(?:")
        elif piece == "]":
            parts.append(")?")
        elif piece in ")|":
            parts.append(piece)
        elif piece.isspace():
            parts.append(r"\s+")
        else:
            parts.append(f"(?i:{re.escape(piece)})")
    return "".join(parts)


def _class(name: str, number: str, written: dict[str, list[str]]) -> str:
    if name == "-":
        return r"\s?[-–—]\s?"
    if name == "day":
        endings = _choice(written.get("ordinal", []))
        return rf"(?P<day{number}>3[01]|[12]\d|0?[1-9])(?:(?i:{endings}))?(?![\d%])"
    group = name.replace(" ", "_") + number
    if name in _DIGITS:
        return rf"(?P<{group}>{_DIGITS[name]})"
    if name == "n":
        return rf"(?P<{group}>\d{{1,3}}|(?i:{_choice(written['count'])}))"
    if name == "month":
        return rf"(?P<{group}>{_choice([*written['month'], *written.get('abbreviation', [])])})"
    if name == "bare month":
        return rf"(?P<month{number}>{_choice(written['month'])})"
    body = _choice(written[name])
    if name in _PASSED:
        return f"(?i:{body})"
    return rf"(?P<{group}>{body})" if name in _CAPITAL else rf"(?P<{group}>(?i:{body}))"


def _choice(words: list[str]) -> str:
    # The longest first: "the day before yesterday" before "the day".
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
