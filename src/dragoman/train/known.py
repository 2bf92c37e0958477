"""The table of names that comes with a model (`read/english/known.py`), from the knowledge of the whole house.

To our own tables come, as facts, the given names and surnames that the packages Faker (MIT) and names (MIT; from the census of the
United States of 1990) carry.
"""

import csv
import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

import faker.providers.person
import names as census

from dragoman.read.english.known import KINDS
from dragoman.read.english.tokens import words
from dragoman.resolve.tables import listed, rows
from dragoman.train.swaps import WORDS

_CENSUS_SURNAMES, _CENSUS_GIVEN = 12_000, 2_500
"""How many of the census's names, by frequency: rarer ones are mostly ordinary words and foreign names."""
_SHORTEST = 3
"""Letters of a given name or surname from a package at least."""
_HEADER = f"""# Names known beforehand, a hint for the reader: columns: sum of 2**i over the kinds that a name may be of, in the order
# {", ".join(KINDS)}; the names of just these kinds, separated by ";". Made by train/known.py; the model's card says where from.
"""
_LONGEST = 8
"""Words of a name at most."""


def write_known(path: Path) -> None:
    """Write every known name as `KnownNames.read` takes them, in order."""
    table: Counter[str] = Counter()
    for i, kind in enumerate(KINDS):
        for name in {_joined(name) for name in _SOURCES[kind]()}:
            if not name.islower() and name.count(" ") < _LONGEST:
                table[name] += 2**i
    alike: dict[int, list[str]] = {}
    for name, kinds in sorted(table.items()):
        alike.setdefault(kinds, []).append(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{kinds}\t{';'.join(alike[kinds])}\n" for kinds in sorted(alike))
    path.write_text(_HEADER + lines, encoding="utf-8")


def _joined(name: str) -> str:
    return " ".join(name[start:end] for start, end in words(name, 0, len(name)))


def _latin(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        name = value.strip()
        if len(name) >= _SHORTEST and all(c < "ɐ" for c in name) and name[0].isupper() and " " not in name:
            yield name


def _faker(*fields: str) -> Iterator[str]:
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for field in fields:
            values = getattr(provider, field, ())
            if not isinstance(values, property):
                yield from _latin(values)


def _census(file: str, count: int) -> Iterator[str]:
    table = Path(census.__file__).with_name(file).read_text(encoding="ascii").splitlines()
    yield from _latin(line.split()[0].capitalize() for line in table[:count])


def _given() -> Iterator[str]:
    text = resources.files("dragoman").joinpath("data/clean/given_names.tsv").read_text(encoding="utf-8")
    for row in csv.reader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"):
        yield from _latin(name.title() for name in row[1].split())
    yield from WORDS["given"]
    yield from _latin(row[0].split()[0] for row in rows("people"))
    yield from _faker("first_names", "first_names_male", "first_names_female", "first_romanized_names")
    yield from _census("dist.male.first", _CENSUS_GIVEN)
    yield from _census("dist.female.first", _CENSUS_GIVEN)


def _surnames() -> Iterator[str]:
    yield from WORDS["surnames"]
    for row in rows("people"):
        yield from _latin((row[0].split()[-1], *listed(row[1])))
    yield from _faker("last_names", "last_names_male", "last_names_female", "last_romanized_names")
    yield from _census("dist.all.last", _CENSUS_SURNAMES)


def _places() -> Iterator[str]:
    yield from WORDS["places"]
    for row in rows("places"):
        yield row[0]
    for table, cell in (("city_names", 2), ("regions", 1), ("sites", 1)):
        for row in rows(table):
            for name in (row[0], *listed(row[cell] if len(row) > cell else "")):
                if not name.endswith("?"):
                    yield name
    for row in rows("states"):
        yield from (name for cell in row[5:7] for name in listed(cell))


def _states() -> Iterator[str]:
    for row in rows("states"):
        yield row[1]
        yield from (name for cell in row[2:5] for name in listed(cell))
    for row in rows("peoples"):
        yield from listed(row[0])


def _bodies() -> Iterator[str]:
    yield from WORDS["bodies"]
    for row in rows("organizations"):
        yield row[0]
        yield from listed(row[1] if len(row) > 1 else "")
    text = resources.files("dragoman").joinpath("train/bodies.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from listed(line)


def _weapons() -> Iterator[str]:
    for row in rows("weapons"):
        yield row[0]
        for variant in (part.strip() for part in row[1].split(",")):
            if variant and variant != "none":
                yield row[0] + variant
        yield from (name.rstrip("!") for name in listed(row[2]) if not name.endswith("?"))


_SOURCES = {
    "given": _given,
    "surname": _surnames,
    "place": _places,
    "state": _states,
    "body": _bodies,
    "weapon": _weapons,
}
