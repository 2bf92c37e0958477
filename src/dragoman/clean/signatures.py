"""Who signs a page: the persons of its bylines, of elements marked as the author's, and of its statements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.clean.moments import moments
from dragoman.clean.names import NAME_WORD, is_name, known_persons, words_of
from dragoman.clean.phrases import notice
from dragoman.clean.scan import Scan, Segment
from dragoman.clean.statements import Statements
from dragoman.clean.title import key

BY = (
    r"(?:(?:(?:this )?(?:article|post|story|piece|report)(?: was| is)?(?: originally)? )?(?:written|posted|reported|words|story|text|compiled|prepared|authored|interview|contributed) by|by|authors?|"
    r"written by|автор(?:ы|ка)?|автор (?:статьи|текста|материала)|текст|подготовил[аи]?|материал подготовил[аи]?|von|verfasst von|par|écrit par|rédigé par|por|"
    r"escrito por|autor(?:a|e|es|ka)?|автори?|autorzy|yazan|yazar|作者|文|記者|记者|기자|بقلم|الكاتب|نویسنده|מאת|מאת:|הכותב|συντάκτης|μτφρ|текстове|скрива)"
)
BYLINE = re.compile(
    rf"(?:^|[|·•⋅/\d.,]\s*|\s[–—-]\s){BY}(?-i:(?![a-zà-ÿа-яё]))\s*[:：|–—-]?\s*(?P<names>\S.{{1,180}})", re.IGNORECASE
)
LABEL = re.compile(rf"{BY}\s*[:：]?", re.IGNORECASE)
SAYS_SO = re.compile(
    r"(?:about the )?(?:(?:article |post )?written by|authors?|автор(?:ы)?)\s?:|written by", re.IGNORECASE
)
ENDS = re.compile(
    r"\s*(?:[|•·⋅]|\s[–—-]\s|(?:last )?updat|publish|posted|reviewed|edited|modified|\bon\s(?=\w{3,9}\.? \d)|\d+ min|\bmin read|"
    r"обновлен|опубликован|[(\[])",
    re.IGNORECASE,
)
AND = re.compile(r"\s(?:and|und|et|и|та|y|&)\s", re.IGNORECASE)
BETWEEN = re.compile(r",?\s+(?:and|und|et|и|та|y|e|i|ve|&|with|with contributions by)\s+|\s*;\s*|,\s*", re.IGNORECASE)
DEGREE = re.compile(
    r"(?:[A-Z]\.){1,5}|[A-Z]{2,6}|Ph\.?\s?D\.?|M\.?Sc\.?|B\.?Sc\.?|Esq\.?|Jr\.?|Sr\.?|I{2,3}|Dipl\.-?\w*\.?|(?:M\.?D\.?|Ph\.?D\.?),? F?[A-Z]{2,6}"
)
"""What stands after a comma and is no second person: "MD", "Ph.D.", "Jr."."""
ROLE = re.compile(
    r"\b(?:experts?|editors?|reporters?|correspondents?|writers?|analysts?|attorney|lawyer|contributors?|director|manager|officer|founder|"
    r"co-?founder|[sev]?vp|ceo|cto|coo|cmo|cfo|professor|specialist|advis[eo]r|staff|journalist|columnist|producer|president|fellow|author|chief|head|"
    r"senior|junior|associate|assistant|lead|former|years?|representative|consultant|dietitian|nutritionist|strategist|coach|blogger|copywriter|"
    r"marketer|marketing|content|designer|developer|architect|scientist|therapist|psychologist|nurse|trainer|teacher|planner|broker|agent|"
    r"owner|partner|principal|executive|freelance|guest|intern|secretary|spokes\w+|minister|ambassador|general|colonel|captain|engineer|researcher|photographer|"
    r"редактор|корреспондент|журналист|обозреватель|собкор|специально для)\b",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"undefined|unknown|null|none|n/?a|admin\w*|webmaster|administrator|anonymous|user|guest|default|author|test|wordpress|editor|staff|root|"
    r"team|редакция|админ\w*",
    re.IGNORECASE,
)
"""What programs write where no author was given."""
DAY_WORD = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)\w*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|today|yesterday|updated",
    re.IGNORECASE,
)
REACH_ABOVE, REACH_BELOW = 8, 4
"""Segments above the title and below the first paragraph in which a byline may stand."""
MOST_WORDS = 5
MOST_AUTHORS = 8


@dataclass(frozen=True, slots=True)
class Signature:
    """The names of a page and the segments that only give them."""

    names: tuple[str, ...]
    segments: tuple[int, ...]


def signatures(
    found: Scan, stated: Statements, title_at: int | None, body: tuple[int, int], dated: Sequence[int]
) -> Signature:
    """The authors of a page.

    `body`: the first and last segments of the running text. `dated`: segments of the head that give a day; a bare name
    beside one is a byline.
    """
    segments = found.segments
    persons = _persons(stated.authors, None)  # stated to be persons, if the outlet is called so too
    named = _persons(stated.named, stated.outlet)
    top = title_at if title_at is not None and title_at < body[0] else max(body[0] - 12, 0)
    head = [
        i
        for i in range(max(top - REACH_ABOVE, 0), min(body[0] + REACH_BELOW, len(segments)))
        if not segments[i].is_hidden and segments[i].area not in ("navigation", "teaser", "subscribe")
    ]
    foot = [i for i in range(body[1], min(body[1] + 6, len(segments))) if segments[i].area != "teaser"]
    shown, used = _shown(segments, head, explicit_only=False)
    if not shown:
        shown, used = _marked(found, head, stated)
    if not shown and not persons and not named:
        beside = [i for day in dated for i in (day - 1, day + 1, day - 2, day + 2)]
        under = [title_at + 1] if title_at is not None and title_at == top else []
        shown, used = _bare(segments, head, beside, under, stated)
    if not shown and not persons and not named:
        shown, used = _shown(segments, foot, explicit_only=True)
    if not shown and not persons and not named:
        later = [i for i, segment in enumerate(segments) if i > body[0] and SAYS_SO.fullmatch(segment.text)]
        shown, used = _shown(segments, later[:1], explicit_only=True)
    shown = _exact(found, shown, used)
    keys = {key(name) for name in shown}
    base = persons or named
    more = len(shown) > len(base) and all(any(key(name) in one for one in keys) for name in base)
    if base and not (more and _are_persons(found, shown, used)):
        return Signature(base, used if keys & {key(name) for name in base} else ())
    if shown:
        return Signature(shown, used)
    groups = tuple(name for name in stated.groups if key(name) != key(stated.outlet or ""))
    return Signature(groups, ())


def _exact(found: Scan, shown: tuple[str, ...], used: Sequence[int]) -> tuple[str, ...]:
    """The names as the elements in their line have them: what follows a name may be glued to it, or hide the next one."""
    inside = [
        label.text
        for label in found.labels
        if label.kind == "author" and label.segment in used[-1:] and label.rank != 2 and 0 < len(label.text) < 60
    ]
    names = [name for text in inside for name in names_in(text)]
    byline = BYLINE.search(found.segments[used[-1]].text) if used else None
    signed = ENDS.split(byline["names"], maxsplit=1)[0] if byline else ""
    marked = tuple(dict.fromkeys(name for name in names if name in signed and is_name(name.split(",")[0], least=2)))
    if len(marked) > len(shown) > 0 and set(shown) <= set(marked):
        return marked[:MOST_AUTHORS]
    glued = [name for name in names if any(one != name and one.startswith(name) for one in shown)]
    return tuple(dict.fromkeys(names)) if glued and len(names) >= len(shown) else shown


def _are_persons(found: Scan, names: Sequence[str], used: Sequence[int]) -> bool:
    """Whether a line with more names than the page states gives persons: "A. Berg, Harbour Desk" may name one."""
    if any(AND.search(found.segments[i].text) for i in used):
        return True
    marked = {key(label.text) for label in found.labels if label.kind == "author" and label.rank != 2}
    return all(key(name) in marked for name in names)


def names_in(words: str) -> tuple[str, ...]:
    """The persons whom the words after "By" name, each with degrees; else a desk, as the words have it: "News Desk"."""
    for moment in moments(words)[:1]:
        words = words[: moment.start]
    words = re.sub(r"\s(?:on|at|in|for)$", "", ENDS.split(words, maxsplit=1)[0].strip(" ,.:;–—-|"))
    given: list[str] = []
    for part in (re.sub(r"[\d*†‡]+$", "", part.strip(" .:–—-")).strip() for part in BETWEEN.split(words)):
        if not part:
            continue
        if ROLE.search(part):
            continue
        if DEGREE.fullmatch(part):
            if given:
                given[-1] += f", {part}"
        elif is_name(part, least=2):
            given.append(part)
        elif given:
            break
    if given:
        return tuple(dict.fromkeys(given[:MOST_AUTHORS]))
    return (words,) if _is_desk(words) or _is_one(words) else ()


def _is_one(part: str) -> bool:
    """Whether one capitalised word may be the whole of a name."""
    known = part.lower() in words_of("sections.tsv") or DAY_WORD.fullmatch(part)
    return bool(NAME_WORD.fullmatch(part)) and part[0].isupper() and len(part) > 2 and not known


def _is_desk(words: str) -> bool:
    parts = words.split()
    capitals = [part for part in parts if part[0].isupper() or part[0].isdigit()]
    return 1 < len(parts) <= MOST_WORDS and len(capitals) >= len(parts) - 1 and capitals[:1] == parts[:1]


def _shown(
    segments: Sequence[Segment], places: Sequence[int], *, explicit_only: bool
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The names of the first line that says "By"."""
    for i in places:
        text = segments[i].text
        if len(text) > 240 or (explicit_only and text[-1] in ".!?" and len(text.split()) > 12):
            continue
        if LABEL.fullmatch(text) and i + 1 < len(segments):
            following = names_in(segments[i + 1].text) if len(segments[i + 1].text) < 120 else ()
            if following:
                return following, (i, i + 1)
        if len(text.split()) > 24 and text[-1] == ".":
            continue
        match = BYLINE.search(text)
        names = names_in(match["names"]) if match else ()
        if (
            not names
            and match
            and match.start() == 0
            and re.fullmatch(r"[\w.-]{3,24}", match["names"].split("|")[0].strip())
        ):
            names = (match["names"].split("|")[0].strip(),)  # a handle: "by seawatcher"
        if names:
            return names, (i,)
    return (), ()


def _marked(found: Scan, head: Sequence[int], stated: Statements) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The names of the elements that the markup calls the author's, the surest kind that gives any."""
    within_head = set(head)
    for rank in (4, 3, 2, 1):
        names: list[str] = []
        used: list[int] = []
        for label in found.labels:
            if label.kind != "author" or label.rank != rank or not label.text:
                continue
            place = found.elements[label.element]
            signs = rank >= 2 and BYLINE.match(label.text) is not None
            if place.area in ("teaser", "navigation", "subscribe") or (
                label.segment not in within_head and rank < 4 and not signs
            ):
                continue
            words = re.sub(rf"^{BY}\s*[:|]?\s+", "", label.text, flags=re.IGNORECASE)
            given = names_in(words) if len(words) < 160 else ()
            if rank <= 2 and not signs and not any(is_name(name.split(",")[0], least=2) for name in given):
                given = ()  # a section stands in the byline as often as a desk does
            if not given and rank >= 3 and len(words.split()) <= 3:
                given = (words,)
            if names:
                given = tuple(
                    n
                    for n in given
                    if is_name(n.split(",")[0], least=2)
                    and not any(key(n) in key(o) or key(o) in key(n) for o in names)
                )
            given = tuple(
                n for n in given if not NOBODY.fullmatch(n) and notice(n) is None and not _is_outlet(n, stated)
            )
            if given:
                names += given
                used.append(label.segment)
        if names:
            return tuple(dict.fromkeys(names[:MOST_AUTHORS])), tuple(dict.fromkeys(used))
    return (), ()


def _bare(
    segments: Sequence[Segment], head: Sequence[int], dated: Sequence[int], under: Sequence[int], stated: Statements
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """A bare name next to a day; under the title one that begins with a known given name, as a subtitle may look so."""
    for i in (*dated, *under):
        if i in head and segments[i].kind != "heading" and len(segments[i].text) < 60:
            text = segments[i].text
            fits = is_name(text, least=2) and len(text.split()) <= 4 and not ROLE.search(text)
            fits = fits and (i in dated or bool(known_persons(text)))
            if fits and notice(text) is None and not _is_outlet(text, stated):
                return (text,), (i,)
    return (), ()


def _persons(stated: Sequence[str], outlet: str | None) -> tuple[str, ...]:
    """The names of statements, split and cleaned; without what a program wrote, addresses, and the outlet itself."""
    names: list[str] = []
    for words in stated:
        cleaned = re.sub(rf"^{BY}\s*[:|]?\s+", "", words.strip(), flags=re.IGNORECASE)
        if not cleaned or "@" in cleaned or NOBODY.fullmatch(cleaned) or key(cleaned) == key(outlet or ""):
            continue
        split = names_in(cleaned)
        if len(split) > 1 or (split and len(split[0]) > 0.6 * len(cleaned)):
            names += split
        elif not names or is_name(cleaned, least=2):
            names.append(cleaned)
    return tuple(dict.fromkeys(name for name in names[:MOST_AUTHORS] if name))


def _is_outlet(name: str, stated: Statements) -> bool:
    return key(name) == key(stated.outlet or "")
