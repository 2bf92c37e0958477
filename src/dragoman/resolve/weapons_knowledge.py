"""What is known of weapons: the list of platforms and systems, the series of their designations, roles, common nouns."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, get_args

from dragoman.resolve.loading import uncollected

Spelling = Literal["sure", "word", "letter", "phrase", "name"]
_SPELLINGS: dict[str, Spelling] = {word: word for word in get_args(Spelling)}

_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
# Variant letters that Russian spelling and Latin spelling share by transliteration, not by look.
_CYRILLIC = dict(zip("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ", [
    "A", "B", "V", "G", "D", "E", "Zh", "Z", "I", "K", "L", "M", "N", "O", "P", "R", "S", "T", "U", "F", "Kh", "Ts", "Ch",
    "Sh", "E", "Yu", "Ya",
], strict=True))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """What a weapon is for, its SIPRI category, and the group of things that it may not be confused with others of."""

    name: str
    category: str
    group: str


@dataclass(frozen=True, slots=True)
class Weapon:
    """One line of the list."""

    designation: str
    variants: tuple[str, ...]
    """Suffixes as usually written, without the designation."""
    closed: bool
    """Whether no other variants exist."""
    names: tuple[str, ...]
    """Other names, with the list's marks."""
    role: Role
    maker: str


@dataclass(frozen=True, slots=True)
class Series:
    """A prefix that numbers follow: "Su-", "BMP-", "M"."""

    prefix: str
    """As usually written, joiner included."""
    closed: bool
    """Whether the list has every number of the series."""
    spelling: Spelling
    groups: tuple[str, ...]
    maker: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """A number of a series and the weapon that bears it."""

    weapon: Weapon
    suffix: str
    """The letters that belong to the designation itself ("P" of F-22P), folded."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun for weapons."""

    phrase: str
    role: Role
    condition: str
    """"", "context" or "aircraft"."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it, ready for look-up."""

    series: dict[str, Series]
    """By folded prefix."""
    members: dict[tuple[str, str], tuple[Member, ...]]
    """By folded prefix and number."""
    names: dict[str, tuple[tuple[str, str, Weapon], ...]] = field(repr=False)
    """By first word, folded: the name spaced (longest first), its mark, and the weapon."""
    nouns: dict[str, tuple[tuple[str, Noun], ...]] = field(repr=False)
    """By first word in small letters: the phrase spaced (longest first) and the noun."""
    designator: re.Pattern[str] = field(repr=False)
    """Prefix, separator, number and letters: anything that has the shape of a designation."""


def spaced(text: str) -> str:
    """The text with each hyphen and typographic apostrophe made plain, so that spellings compare; same length."""
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, " ")
    return text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("\N{NO-BREAK SPACE}", " ")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """A prefix or suffix without hyphens, spaces, slashes and case, in Latin letters."""
    latin = "".join(_CYRILLIC.get(letter.upper(), letter) for letter in text)
    return re.sub(r"[\W_]", "", latin).upper() + "+" * latin.count("+")


def latin(suffix: str) -> str:
    """A variant's letters in Latin script, as written otherwise."""
    return "".join(_CYRILLIC.get(letter, letter) for letter in suffix)


@cache
@uncollected
def knowledge() -> Knowledge:
    """The data files, read once."""
    roles = {row[0]: Role(row[0], row[1], row[2]) for row in _rows("weapons_roles.tsv", 3)}
    series: dict[str, Series] = {}
    spellings: list[str] = []
    for prefix, others, membership, spelling, groups, maker in _rows("weapons_series.tsv", 6):
        entry = Series(prefix, membership == "closed", _SPELLINGS[spelling], tuple(groups.split(";")), maker or None)
        for form in (prefix, *filter(None, others.split(";"))):
            series.setdefault(fold(form), entry)
            spellings.append(form)
    designator = _designator(spellings, {form for form in spellings if series[fold(form)].spelling == "sure"})
    members: dict[tuple[str, str], list[Member]] = {}
    names: dict[str, list[tuple[str, str, Weapon]]] = {}
    for designation, variants, others, role, maker in _rows("weapons.tsv", 5):
        known = [variant for variant in variants.split(",") if variant]
        plain = designation.rstrip("?!")
        weapon = Weapon(
            plain,
            tuple(variant for variant in known if variant != "none"),
            "none" in known,
            tuple(filter(None, others.split(";"))),
            roles[role],
            maker,
        )
        for marked in (designation, *weapon.names):
            _index(marked, weapon, designator, members, names)
    nouns: dict[str, list[tuple[str, Noun]]] = {}
    for phrase, role, condition in _rows("weapons_generic.tsv", 3):
        noun = Noun(phrase, roles[role], condition)
        for form in _noun_forms(phrase):
            nouns.setdefault(form.split()[0].casefold(), []).append((form, noun))
    return Knowledge(
        series,
        {key: tuple(found) for key, found in members.items()},
        {word: tuple(sorted(found, key=lambda row: -len(row[0]))) for word, found in names.items()},
        {word: tuple(sorted(found, key=lambda row: -len(row[0]))) for word, found in nouns.items()},
        designator,
    )


@cache
def ship_nouns() -> dict[str, Role]:
    """What ships are called, singular and plural, small letters, hyphens opened: whether or not a warship must be meant."""
    nouns = (row for rows in knowledge().nouns.values() for row in rows)
    return {form.casefold(): noun.role for form, noun in nouns if noun.role.group == "ship"}


def listed_ship(name: str) -> Role | None:
    """The role of a ship that the list has by this name."""
    rows = knowledge().names.get(fold(name.split(maxsplit=1)[0]), ())
    return next((weapon.role for known, _, weapon in rows if known == spaced(name)), None)


def _index(
    marked: str,
    weapon: Weapon,
    designator: re.Pattern[str],
    members: dict[tuple[str, str], list[Member]],
    names: dict[str, list[tuple[str, str, Weapon]]],
) -> None:
    """Files one name of a weapon: as a member of its series, or as a name that stands for itself."""
    name, mark = marked.rstrip("?!"), marked[len(marked.rstrip("?!")) :]
    match = designator.fullmatch(name)
    if match:
        key = fold(match["prefix"]), match["number"]
        member = Member(weapon, fold(match["suffix"]))
        if member not in members.setdefault(key, []):
            members[key].append(member)
        return
    forms = [name]
    if name == weapon.designation:
        forms += [f"{name} {variant}" for variant in weapon.variants] + [
            f"{name}{variant}" for variant in weapon.variants
        ]
    for form in forms:
        row = (spaced(form), mark, weapon)
        names.setdefault(fold(row[0].split()[0]), []).append(row)


def _designator(spellings: list[str], sure: set[str]) -> re.Pattern[str]:
    """The shape of a designation, for the prefixes of all series; those that are sure may stand in small letters."""
    prefixes = []
    for spelling in sorted(set(spellings), key=lambda form: (-len(form), form)):
        stem = spelling.rstrip("- ")
        forms = {re.escape(stem), re.escape(stem.upper())} | ({re.escape(stem.lower())} if spelling in sure else set())
        prefixes += sorted(forms, reverse=True)
    return re.compile(
        rf"(?<![^\W_])(?<![^\W_][{_HYPHENS}.])(?P<prefix>{'|'.join(prefixes)})(?P<joint>[{_HYPHENS} \N{{NO-BREAK SPACE}}]?)"
        # no decimal, no thousands: "F-16,000" and "S-1.5" are no designations
        r"(?P<number>\d{1,6})(?![\d]|[.,]\d)"
        # "F-16C/D", "Mi-17V-5", "An-124-100", but not the next designation in "B-52/B-1"
        rf"(?P<suffix>(?:[^\W\d_][^\W_]{{0,7}})?\+?"
        rf"(?:[{_HYPHENS}/](?:\d[A-Z0-9]{{0,3}}|[A-ZА-Я][A-ZА-Я0-9]{{0,3}}h?\+?(?![{_HYPHENS}]\d))(?![^\W_]))*)"
    )


def _noun_forms(phrase: str) -> set[str]:
    """Singular and plural, British and American, hyphens opened."""
    forms = {spaced(phrase)}
    for british, american in (("armour", "armor"), ("defence", "defense")):
        forms |= {form.replace(british, american) for form in forms}
    forms |= {form.replace("aircraft", "airplane") for form in forms if form.endswith("aircraft")}
    return forms | {_plural(form) for form in forms}


def _plural(phrase: str) -> str:
    if phrase.endswith(("aircraft", "arms", "MANPADS", "MLRS")):
        return phrase
    if phrase.endswith(("sh", "ch", "x", "s")):
        return phrase + "es"
    if phrase.endswith("y") and phrase[-2] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase + "s"


def _rows(name: str, columns: int) -> list[list[str]]:
    """The lines of a data file without its header, each filled up to its number of columns."""
    text = (files("dragoman") / "data" / "resolve" / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [row + [""] * (columns - len(row)) for row in rows]
