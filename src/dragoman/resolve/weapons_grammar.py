"""Designations by the grammar of their series: Su-30SM is known, Su-30SM9 may be, a fighter Su-12SM is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records.entity import DesignationStatus
from dragoman.resolve.weapons_knowledge import Knowledge, Member, Role, Series, fold, knowledge, latin

# Roles that a writer may use for each other without being wrong.
_FAMILIES = (
    frozenset({"multirole fighter", "fighter", "interceptor", "fighter-bomber"}),
    frozenset({"bomber", "strategic bomber", "fighter-bomber"}),
    frozenset({"transport helicopter", "utility helicopter", "helicopter"}),
    frozenset({"tank", "light tank"}),
    frozenset(
        {"armoured vehicle", "armoured personnel carrier", "infantry fighting vehicle", "protected patrol vehicle"}
    ),
    frozenset({"drone", "armed drone", "reconnaissance drone", "loitering munition"}),
)
# Groups whose members share nouns ("S-400 missiles", "S-400 launchers", "self-propelled guns" on tracks).
_KINDRED = (
    frozenset({"missile", "air defence", "gun", "sensor"}),
    frozenset({"vehicle", "gun"}),
    frozenset({"plane", "drone"}),
    frozenset({"missile", "drone"}),
    frozenset({"ship", "naval weapon"}),
    frozenset({"missile", "naval weapon"}),
    frozenset({"gun", "ammunition"}),
    frozenset({"missile", "ammunition"}),
    frozenset({"small arm", "gun"}),
    frozenset({"small arm", "ammunition"}),
)
_APART = re.compile(r" (?=([A-Z][A-Z0-9]{0,4})(?![^\W_]))")
_SECOND = re.compile(r"/\d")
_BLOCK = re.compile(r" Block (?:\d{1,2}(?:/\d{1,2})?\+?|[IVX]{1,4})(?![^\W_])")
_PLURAL = re.compile(r"(?:['\N{RIGHT SINGLE QUOTATION MARK}]s|s)$")


@dataclass(frozen=True, slots=True)
class Found:
    """Something in the text that has the shape of a designation."""

    start: int
    end: int
    key: str
    """Folded prefix."""
    series: Series
    number: str
    suffix: str
    """As written, in Latin letters."""
    joint: str
    members: tuple[Member, ...]
    """Every weapon that bears the number."""

    @property
    def written(self) -> str:
        """The designation in its series' usual spelling."""
        return f"{self.series.prefix}{self.number}{self.suffix}"

    @property
    def usual(self) -> bool:
        """Whether the prefix is joined to the number as it usually is."""
        tail = self.series.prefix[-1]
        return bool(self.joint.strip()) if tail == "-" else (self.joint.isspace() if tail == " " else not self.joint)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a designation turns out to be."""

    name: str
    status: DesignationStatus
    role: Role | None
    maker: str | None
    candidates: tuple[str, ...]
    """Known designations of the same series and suffix, the likeliest first."""


def designations(text: str) -> Iterator[Found]:
    """Everything in the text that has the shape of a designation, in order."""
    known = knowledge()
    for match in known.designator.finditer(text):
        key = fold(match["prefix"])
        members = known.members.get((key, match["number"]), ())
        suffix, end = latin(match["suffix"]), match.end()
        if _SECOND.match(suffix) and not any(_knows(member, suffix.lstrip("/")) for member in members):
            # "HQ-1/2" names two weapons by their numbers; the first stands for both.
            end, suffix = end - len(match["suffix"]), ""
        plural = _PLURAL.search(suffix)
        if plural and not any(suffix in member.weapon.variants for member in members):
            suffix, end = suffix[: plural.start()], end - len(plural[0])
        apart = _APART.match(text, end) if not suffix else None
        if apart and any(_knows(member, apart[1]) for member in members):
            suffix, end = apart[1], apart.end(1)
        block = _BLOCK.match(text, end)
        end = block.end() if block else end
        yield Found(match.start(), end, key, known.series[key], match["number"], suffix, match["joint"], members)


def judge(found: Found, noun: Role | None, military: bool) -> Judgement | None:
    """What the designation is, given the role that the noun beside it names and whether the passage is military.

    `None` where it is more likely not a weapon at all.
    """
    fitting = [member for member in found.members if _agree(member.weapon.role, noun)]
    exact = [member for member in fitting if _knows(member, found.suffix)]
    exact.sort(key=lambda member: 0 if noun is None else _distance(member.weapon.role, noun))
    candidates = _candidates(found, noun)
    if exact and not (
        noun and exact[0].weapon.closed and not found.suffix and _distance(exact[0].weapon.role, noun) > 1
    ):
        if not _spelled(found, noun, military):
            return None
        weapon = exact[0].weapon
        return Judgement(_full(exact[0], found.suffix), "known", weapon.role, weapon.maker, candidates)
    if found.series.spelling == "phrase":
        return None
    beside = noun is not None and noun.group != "any" and noun.group in found.series.groups
    told = beside or (found.series.spelling == "sure" and military and found.usual)
    if found.series.closed and told and all(member.weapon.closed for member in fitting):
        return Judgement(found.written, "impossible", noun, found.series.maker, candidates)
    unmistakable = noun is not None or found.series.spelling != "letter" or _is_variant(found)
    if fitting and _spelled(found, noun, military) and unmistakable:
        role = min((member.weapon for member in fitting), key=lambda w: 0 if noun is None else _distance(w.role, noun))
        return Judgement(found.written, "plausible", role.role, role.maker, candidates)
    if noun is not None and (beside or (noun.group == "any" and military)):
        return Judgement(
            found.written, "plausible", noun if noun.group != "any" else None, found.series.maker, candidates
        )
    if noun is None and military and found.series.spelling == "sure" and not found.members:
        return Judgement(found.written, "plausible", None, found.series.maker, candidates)
    return None


def agree(role: Role, noun: Role | None) -> bool:
    """Whether a weapon of this role may be called by the noun."""
    return _agree(role, noun)


def _agree(role: Role, noun: Role | None) -> bool:
    if noun is None or "any" in (noun.group, role.group) or role.group == noun.group:
        return True
    return any(role.group in kindred and noun.group in kindred for kindred in _KINDRED)


def _distance(role: Role, noun: Role) -> int:
    """0 the same, 1 of one family or a general word, 2 of one group, 3 kindred."""
    if role.name == noun.name:
        return 0
    if noun.group == "any" or noun.name in (
        "aircraft",
        "helicopter",
        "missile",
        "artillery",
        "warship",
        "military vehicle",
    ):
        return 1
    if any(role.name in family and noun.name in family for family in _FAMILIES):
        return 1
    return 2 if role.group == noun.group else 3


def _spelled(found: Found, noun: Role | None, military: bool) -> bool:
    """Whether a known designation is spelled, or placed, so that nothing else can be meant."""
    if noun is not None:
        return True
    if found.series.spelling == "sure":
        return military or found.usual or (bool(found.joint) and len(found.number) > 1)
    if found.series.spelling == "word":
        return found.usual or (military and not found.joint.isspace())
    if found.series.spelling == "name":
        return found.usual or military
    if found.series.spelling == "phrase":
        return military
    if found.joint.isspace():
        return False
    return military or (found.usual and len(found.number + found.suffix) > 1 and found.series.prefix.endswith("-"))


def _is_variant(found: Found) -> bool:
    """Whether a letter's designation is spelled as no road or page is: hyphen, two digits, a variant: "T-72MS"."""
    hyphen = found.usual and found.joint.strip() != ""
    return hyphen and len(found.number) > 1 and re.match(r"[A-Z]{1,3}\d?(?![^\W_])", found.suffix) is not None


def _knows(member: Member, suffix: str) -> bool:
    """Whether the weapon is known with this suffix; "C/D" is known where C and D are."""
    forms = {member.suffix, *(member.suffix + fold(variant) for variant in member.weapon.variants)}
    parts = [part for part in suffix.split("/") if part] or [""]
    return fold(suffix) in forms or all(fold(part) in forms for part in parts)


def _full(member: Member, suffix: str) -> str:
    """The designation with its variant in their usual spelling."""
    folded = fold(suffix)
    if folded == member.suffix:
        return member.weapon.designation
    for variant in member.weapon.variants:
        if member.suffix + fold(variant) == folded:
            return _joined(member.weapon.designation, variant)
    return _joined(member.weapon.designation, suffix)


def _joined(designation: str, variant: str) -> str:
    digits = designation[-1:].isdigit() and variant[:1].isdigit()
    return f"{designation}-{variant}" if digits else f"{designation}{variant}"


def _candidates(found: Found, noun: Role | None) -> tuple[str, ...]:
    rows: list[tuple[int, int, str]] = []
    for (key, number), members in _family(knowledge(), found.key):
        if number == found.number:
            continue
        for member in members:
            if _is_candidate(member, key, found, noun):
                distance = 0 if noun is None else _distance(member.weapon.role, noun)
                rows.append((distance, int(number), _full(member, found.suffix)))
    return tuple(dict.fromkeys(name for _, _, name in sorted(rows)))


def _is_candidate(member: Member, key: str, found: Found, noun: Role | None) -> bool:
    """Whether a weapon may be meant: one that was built, usually called by the series, with the suffix and the noun."""
    weapon = member.weapon
    built = not weapon.closed or bool(weapon.variants)
    usual = fold(weapon.designation).startswith(key)
    return built and usual and _knows(member, found.suffix) and _agree(weapon.role, noun)


def _family(known: Knowledge, key: str) -> Iterator[tuple[tuple[str, str], tuple[Member, ...]]]:
    return ((place, members) for place, members in known.members.items() if place[0] == key)
