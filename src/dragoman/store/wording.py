"""Words asked for, in the language of each index of words: SQLite's FTS5 and PostgreSQL's text search.

`strategic partnership` asks for both words, `"strategic partnership"` for the phrase, `visit OR talks` for either, `-navy`
for what does not have the word, `milit*` for a beginning.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.store.stems import WORD, stem

_PART = re.compile(r'(-?)"([^"]*)"|(-?)(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row; of a single one perhaps only the beginning."""

    stems: tuple[str, ...]
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """For each of `all_of` one of its terms must stand there, and of `none_of` none."""

    all_of: tuple[tuple[Term, ...], ...]
    none_of: tuple[Term, ...]

    def stems(self) -> set[str]:
        """Stems of the words to be highlighted."""
        return {s for terms in self.all_of for term in terms if not term.open_end for s in term.stems}

    def beginnings(self) -> tuple[str, ...]:
        """Beginnings of words to be highlighted."""
        return tuple(term.stems[-1] for terms in self.all_of for term in terms if term.open_end)


def fts5(keys: Sequence[Sequence[str]], words: Wanted | None) -> str:
    """The question for SQLite: one key of each group, and the words."""
    groups = [[f'"{key}"' for key in group] for group in keys]
    if words:
        groups += [[_fts5(term) for term in terms] for terms in words.all_of]
    wanted = " AND ".join("(" + " OR ".join(group) + ")" for group in groups)
    return f"({wanted})" + "".join(f" NOT {_fts5(term)}" for term in (words.none_of if words else ()))


def tsquery(keys: Sequence[Sequence[str]], words: Wanted | None) -> str:
    """The question for PostgreSQL: one key of each group, and the words."""
    groups = [[f"'{key}'" for key in group] for group in keys]
    if words:
        groups += [[_tsquery(term) for term in terms] for terms in words.all_of]
    wanted = ["(" + " | ".join(group) + ")" for group in groups]
    return " & ".join(wanted + [f"!{_tsquery(term)}" for term in (words.none_of if words else ())])


def wanted(text: str) -> Wanted:
    """What a line of words asks for; `UsageError` where there is no word to look for."""
    all_of: list[tuple[Term, ...]] = []
    none_of: list[Term] = []
    joining = False
    for match in _PART.finditer(text):
        phrase, word = match[2], match[4]
        if word == "OR":
            joining = bool(all_of)
            continue
        term = _term(phrase if phrase is not None else word, open_end=phrase is None and word.endswith("*"))
        if term is None:
            continue
        if match[1] or match[3]:
            none_of.append(term)
        elif joining:
            all_of[-1] = (*all_of[-1], term)
        else:
            all_of.append((term,))
        joining = False
    if not all_of:
        raise UsageError(f"{text!r}: no word to look for")
    return Wanted(tuple(all_of), tuple(none_of))


def _term(words: str, *, open_end: bool) -> Term | None:
    found = [match[0] for match in WORD.finditer(words)]
    if not found:
        return None
    if open_end:
        last = found[-1].casefold().replace("ё", "е")
        # The index holds stems: "military" stands there as "militari".
        return Term((*(stem(word) for word in found[:-1]), _common(last, stem(last))), open_end=True)
    return Term(tuple(stem(word) for word in found))


def _common(one: str, other: str) -> str:
    """The beginning that two words have in common."""
    return next((one[:i] for i in range(len(one), 0, -1) if other.startswith(one[:i])), "")


def _fts5(term: Term) -> str:
    return '"' + " ".join(term.stems) + '"' + ("*" if term.open_end else "")


def _tsquery(term: Term) -> str:
    parts = [f"'{s}'" for s in term.stems]
    return "(" + " <-> ".join([*parts[:-1], parts[-1] + (":*" if term.open_end else "")]) + ")"
