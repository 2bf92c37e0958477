"""Weapons of an article: designations, names and common nouns, each with what it is for and whether it can be right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records.article import Article
from dragoman.records.entity import DesignationStatus
from dragoman.records.reading import Reading, Sentence
from dragoman.resolve.weapons_grammar import Found, Judgement, agree, designations, judge
from dragoman.resolve.weapons_knowledge import Noun, Role, Weapon, fold, knowledge, spaced

_WORD = re.compile(r"[^\W_]+(?:[.'\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_QUOTES = "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_TOUCHING = re.compile(rf"[\s{_QUOTES}\N{{RIGHT SINGLE QUOTATION MARK}}«»(-]*")
_COORDINATION = re.compile(r"\s*(?:,|/|and|or|&|,\s*(?:and|or))\s*(?:the |new )?\s*")
_PLURAL = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]?s$")
_BEFORE_NOUNS = frozenset({"DET", "NUM", "PRON", "PART", "ADP", "PUNCT", "CCONJ"})
_PAST_NOUNS = frozenset({"ADJ", "NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class WeaponMention:
    """One place where the article speaks of a weapon; offsets in the article's text."""

    start: int
    end: int
    """The mention holds the designation, a name and the noun where they stand together: "K53949 Typhoon vehicles"."""
    name: str
    """The designation in its usual spelling, or the words."""
    designation: str | None
    """`None` for a common noun."""
    status: DesignationStatus | None
    """`None` for a common noun."""
    category: str | None
    """SIPRI's category of arms."""
    role: str | None
    maker: str | None
    """ISO 3166-1 alpha-3 of the maker's state."""
    candidates: tuple[str, ...] = ()
    """Known designations of the same series and suffix, the likeliest first."""


@dataclass(frozen=True, slots=True)
class _NounAt:
    start: int
    end: int
    noun: Noun


@dataclass(frozen=True, slots=True)
class _NameAt:
    start: int
    end: int
    mark: str
    plural: bool
    """Whether the words end in an "s" that the name has not."""
    weapons: tuple[Weapon, ...]


def weapons(article: Article, reading: Reading) -> list[WeaponMention]:
    """Every mention of weapons, in the order of the text; mentions do not overlap."""
    found = list(designations(article.text))
    mentions: list[WeaponMention] = []
    for start, end, sentence in _passages(article, reading):
        inside = [one for one in found if start <= one.start < end]
        mentions += _Passage(article.text, start, end, sentence, reading, inside).mentions()
    return mentions


def _passages(article: Article, reading: Reading) -> Iterator[tuple[int, int, Sentence | None]]:
    """The sentences, and the blocks that have none (captions, or an article that no reader serves)."""
    for block in article.blocks:
        inside = [s for s in reading.sentences if s.start < block.end and s.end > block.start]
        if inside:
            for sentence in inside:
                yield max(sentence.start, block.start), min(sentence.end, block.end), sentence
        else:
            yield block.start, block.end, None


class _Passage:
    """One sentence (or block) and what it says of weapons."""

    def __init__(
        self, text: str, start: int, end: int, sentence: Sentence | None, reading: Reading, found: list[Found]
    ) -> None:
        self._text, self._start, self._end, self._sentence, self._found = text, start, end, sentence, found
        self._names = list(self._named())
        taken = [(found.start, found.end) for found in self._found]
        nouns = [at for at in self._common() if not any(at.start < e and at.end > s for s, e in taken)]
        self._signs = [at for at in nouns if at.noun.condition not in ("context", "aircraft", "never", "plural")]
        self._nouns = [at for at in nouns if self._is_noun(at) and self._meant(at, nouns)]
        self._model = [
            (name.start, name.end) for name in reading.names if name.kind == "weapon" and start <= name.start < end
        ]
        self._organizations = [(name.start, name.end) for name in reading.names if name.kind == "organization"]

    def mentions(self) -> list[WeaponMention]:
        """All mentions of the passage, in order."""
        nouns = self._nouns_beside()
        made: list[WeaponMention] = []
        for i, found in enumerate(self._found):
            noun = nouns[i]
            judgement = judge(found, noun[0] if noun else None, self._military(found))
            if judgement and not _overlaps(made, found.start, found.end):
                made.append(self._designated(found, judgement, noun[1] if noun else None))
        for name in self._names:
            mention = None if _overlaps(made, name.start, name.end) else self._named_weapon(name)
            if mention:
                made.append(mention)
        for start, end in self._model:
            if (
                self._proper(start, end)
                and not _overlaps(made, start, end)
                and (noun_at := self._noun_after(end) or self._noun_before(start))
            ):
                made.append(self._unlisted(start, end, noun_at))
        for at in self._nouns:
            if not _overlaps(made, at.start, at.end) and not self._in_organization(at.start, at.end):
                words, role = self._text[at.start : at.end], at.noun.role
                made.append(WeaponMention(self._widened(at), at.end, words, None, None, role.category, role.name, None))
        return sorted(made, key=lambda mention: mention.start)

    # Common nouns

    def _common(self) -> Iterator[_NounAt]:
        """Each common noun of the list, the longest phrase first."""
        plain = spaced(self._text[self._start : self._end])
        covered = 0
        for word in _WORD.finditer(plain):
            if word.start() < covered:
                continue
            for phrase, noun in knowledge().nouns.get(word[0].casefold(), ()):
                stop = word.start() + len(phrase)
                same = plain[word.start() : stop].casefold() == phrase.casefold()
                if same and not plain[stop : stop + 1].isalnum() and (noun.condition != "plural" or phrase[-1] == "s"):
                    covered = stop
                    yield _NounAt(self._start + word.start(), self._start + stop, noun)
                    break

    def _is_noun(self, at: _NounAt) -> bool:
        """Whether the phrase's last word is read as a noun ("they arm and shell" are none), and in no name ("Shark Tank")."""
        if at.noun.condition in ("never", "sign", "air sign"):
            return False
        before = _WORD_BEFORE.search(self._text, self._start, at.start)
        if before and self._sentence and before[1][0].isupper():
            index = self._sentence.index_at(before.start(1))
            counted = index is not None and self._sentence.tokens[index].upos in ("NUM", "DET")
            before = None if counted else before
        if self._text[at.start].isupper() and before and before[1][0].isupper() and not self._beside_weapon(at):
            return at.end - at.start <= 4 and self._text[at.start : at.end].isupper()
        index = self._sentence.index_at(at.end - 1) if self._sentence else None
        return index is None or self._sentence is None or self._sentence.tokens[index].upos in _PAST_NOUNS

    def _meant(self, at: _NounAt, nouns: list[_NounAt]) -> bool:
        """Whether the noun's condition holds."""
        if at.noun.condition == "context":
            return bool(self._signs) or any(_plain(found) for found in self._found) or self._beside_weapon(at)
        if at.noun.condition == "aircraft":
            flying = ("plane", "helicopter")
            named = any(set(found.series.groups) & set(flying) and found.members for found in self._found) or any(
                self._touch(name.end, at.start) and any(w.role.group in flying for w in name.weapons)
                for name in self._names
            )
            beside = any(self._touch(found.end, at.start) for found in self._found)
            return (
                named
                or beside
                or any(n.noun.condition == "air sign" or n.noun.role.group in flying for n in nouns if n != at)
            )
        return True

    def _beside_weapon(self, at: _NounAt) -> bool:
        """Whether a designation or name that may be called by the noun stands right before it."""
        group = at.noun.role.group
        return any(self._touch(found.end, at.start) and group in found.series.groups for found in self._found) or any(
            self._touch(name.end, at.start) and any(group == weapon.role.group for weapon in name.weapons)
            for name in self._names
        )

    def _in_organization(self, start: int, end: int) -> bool:
        return any(s <= start and end <= e and e - s > end - start for s, e in self._organizations)

    # Designations

    def _nouns_beside(self) -> list[tuple[Role, _NounAt | None] | None]:
        """The noun that goes with each designation: after it, before it, or shared by a list of designations."""
        beside: list[tuple[Role, _NounAt | None] | None] = []
        for found in self._found:
            ats = (self._noun_after(self._past_name(found)), self._noun_before(found.start))
            at = next((at for at in ats if at and _callable(found, at.noun.role)), None)
            beside.append((at.noun.role, at) if at else None)
        for i in range(len(self._found) - 2, -1, -1):
            beside[i] = beside[i] or self._shared(i, beside[i + 1], self._found[i : i + 2])
        for i in range(1, len(self._found)):
            beside[i] = beside[i] or self._shared(i, beside[i - 1], self._found[i - 1 : i + 1])
        return beside

    def _shared(
        self, i: int, noun: tuple[Role, _NounAt | None] | None, pair: list[Found]
    ) -> tuple[Role, _NounAt | None] | None:
        """The noun of the neighbour in a list, where the designation may be called by it."""
        between = self._text[self._past_name(pair[0]) : pair[1].start]
        if noun is None or not _COORDINATION.fullmatch(between):
            return None
        found, role = self._found[i], noun[0]
        return (role, None) if _callable(found, role) else None

    def _past_name(self, found: Found) -> int:
        """Where the designation ends, with a name of its own behind it: "K53949 Typhoon"."""
        own = {spaced(name.rstrip("?!")) for member in found.members for name in member.weapon.names}
        for name in self._names:
            called = spaced(self._text[name.start : name.end]).removesuffix("s")
            if self._touch(found.end, name.start) and (called in own or self._shares(found, name)):
                return name.end
        return found.end

    def _shares(self, found: Found, name: _NameAt) -> bool:
        return any(member.weapon in name.weapons for member in found.members)

    def _military(self, found: Found) -> bool:
        """Whether something else in the passage speaks of arms."""
        if any(at.noun.condition != "never" for at in self._signs) or self._nouns:
            return True
        if any(start <= found.start < end for start, end in self._model):
            return True
        return any(other is not found and _plain(other) for other in self._found)

    def _designated(self, found: Found, judgement: Judgement, at: _NounAt | None) -> WeaponMention:
        start, end = found.start, self._past_name(found)
        if at and at.start >= end:
            end = at.end
        elif at and self._text[at.end : start].isspace():
            start = at.start
        role = judgement.role
        return WeaponMention(
            start,
            end,
            judgement.name,
            judgement.name,
            judgement.status,
            role.category if role else None,
            role.name if role else None,
            judgement.maker,
            judgement.candidates,
        )

    # Names

    def _named(self) -> Iterator[_NameAt]:
        """Each name of the list, the longest first."""
        plain = spaced(self._text[self._start : self._end])
        covered = 0
        for word in _WORD.finditer(plain):
            if word.start() < covered or not (word[0][0].isupper() or word[0][0].isdigit()):
                continue
            rows = knowledge().names.get(fold(word[0]), ())
            for name, _, _ in rows:
                stop = word.start() + len(name)
                if plain[word.start() : stop] not in (name, name.upper()):
                    continue
                tail = re.match(r"(?:'?s)?(?![^\W_]|[.,]\d)", plain[stop:])
                if tail:
                    same = [row for row in rows if row[0] == name]
                    covered = stop + len(tail[0])
                    mark = min((row[1] for row in same), key="?!".find) if len(name) > 1 else "?"
                    places = self._start + word.start(), self._start + covered
                    yield _NameAt(*places, mark, bool(tail[0]), tuple(dict.fromkeys(row[2] for row in same)))
                    break

    def _named_weapon(self, name: _NameAt) -> WeaponMention | None:
        """A weapon called by its name alone, where a weapon must be meant."""
        at = self._noun_after(name.end) or self._noun_before(name.start)
        role = at.noun.role if at else None
        fitting = [weapon for weapon in name.weapons if agree(weapon.role, role)]
        words = self._text[name.start : name.end]
        if not fitting or self._in_organization(name.start, name.end):
            return None
        read = any(start < name.end and end > name.start for start, end in self._model)
        if not (at or read or name.mark == "!" or (name.mark == "" and (not words.isalpha() or self._armed()))):
            return None
        start, end = name.start, name.end
        if at and at.start >= end:
            end = at.end
        elif at and self._text[at.end : start].isspace():
            start = at.start
        if len({weapon.role.group for weapon in fitting}) > 1:
            return WeaponMention(start, end, words, words, "known", None, None, None)
        weapon, called = fitting[0], _PLURAL.sub("", words) if name.plural else words
        designation = weapon.designation if len(fitting) == 1 else called
        return WeaponMention(
            start, end, called, designation, "known", weapon.role.category, weapon.role.name, weapon.maker
        )

    def _armed(self) -> bool:
        """Whether a weapon is spoken of in the passage beyond doubt."""
        return any(not at.noun.condition for at in self._nouns) or any(_plain(found) for found in self._found)

    def _unlisted(self, start: int, end: int, at: _NounAt) -> WeaponMention:
        """A weapon that only the reader's model recognised, beside a weapon's noun."""
        name, role = self._text[start:end], at.noun.role
        stop = at.end if at.start >= end else end
        return WeaponMention(start, stop, name, name, "plausible", role.category, role.name, None)

    def _proper(self, start: int, end: int) -> bool:
        """Whether the words that the model recognised can be a name: they have a capital or a figure beyond articles."""
        return any(word[:1].isupper() or word[:1].isdigit() for word in self._text[start:end].split()[-2:])

    def _widened(self, at: _NounAt) -> int:
        """Where the model's mention of a common noun begins, without article, number and capitals: "remotely piloted aircraft"."""
        start = next((s for s, e in self._model if s < at.start and e == at.end), at.start)
        others = [found.start for found in self._found] + [noun.start for noun in self._nouns]
        if self._sentence is None or any(start <= other < at.start for other in others):
            return at.start
        for token in self._sentence.tokens:
            if start <= token.start < at.start and (token.upos in _BEFORE_NOUNS or token.text[:1].isupper()):
                start = token.end
        while start < at.start and self._text[start] in " \N{NO-BREAK SPACE}-":
            start += 1
        return start

    # Neighbours

    def _noun_after(self, end: int) -> _NounAt | None:
        for at in self._nouns:
            if at.start >= end:
                return at if self._touch(end, at.start) or self._described(end, at.start) else None
        return None

    def _noun_before(self, start: int) -> _NounAt | None:
        for at in reversed(self._nouns):
            if at.end <= start:
                return at if self._touch(at.end, start) else None
        return None

    def _touch(self, left: int, right: int) -> bool:
        return left <= right and _TOUCHING.fullmatch(self._text, left, right) is not None

    def _described(self, left: int, right: int) -> bool:
        """Whether only adjectives and nouns stand between: "Su-30SM heavy fighters"."""
        if self._sentence is None:
            return False
        if any(left <= found.start < right for found in self._found):
            return False
        between = [token for token in self._sentence.tokens if left <= token.start < right]
        return len(between) <= 3 and all(token.upos in _PAST_NOUNS or token.text in "-()" for token in between)


def _plain(found: Found) -> bool:
    """Whether a designation can be nothing else: a known member of an unmistakable series, usually spelled."""
    return found.series.spelling == "sure" and found.usual and bool(found.members)


def _callable(found: Found, role: Role) -> bool:
    """Whether the noun can be meant of the designation ("MiG-29 engines" speaks of engines)."""
    fits = any(agree(member.weapon.role, role) for member in found.members)
    return fits or role.group == "any" or role.group in found.series.groups


def _overlaps(mentions: list[WeaponMention], start: int, end: int) -> bool:
    return any(start < mention.end and end > mention.start for mention in mentions)
