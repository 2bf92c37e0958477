"""Knowledge of the user's own, beside the built-in one."""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.errors import InputError
from dragoman.knowledge_cli import app
from dragoman.read.readers import reader_for
from dragoman.resolve import lexicon, pack_add, packs, spellings
from dragoman.resolve.people import Person
from dragoman.resolve.places import Place
from dragoman.resolve.resolve import resolve
from tests.resolve.test_resolve import article

GEONAMES = "9000001\tKaragul\tKaragul\tQaragul,Карагул\t41.25\t69.5\tP\tPPL\tUZ\t\t13\t\t\t\t61000\t\t460\tAsia/Tashkent\t2020-01-01\n"
RIVER = "9000002\tOq River\tOq River\t\t41.2\t69.4\tH\tSTM\tUZ\t\t13\t\t\t\t0\t\t460\tAsia/Tashkent\t2020-01-01\n"
FTM: list[object] = [
    {"id": "a", "schema": "Organization", "caption": "Harrow Line Brigade",
     "properties": {"name": ["Harrow Line Brigade"], "alias": ["HLB Brigade"], "country": ["ua"], "topics": ["mil"]}},
    {"id": "b", "schema": "Person", "properties": {"name": ["Ivo Marenko"], "country": ["ua"], "position": ["Minister of Defence of Ukraine"]}},
    {"id": "c", "schema": "Vessel", "properties": {"name": ["Sea Lark"]}},
]  # fmt: skip


def _claim(value: object, **more: object) -> dict[str, object]:
    return {"mainsnak": {"datavalue": {"value": value}}, "rank": "normal", **more}


WIKIDATA: list[object] = [
    {"id": "Q90000001", "labels": {"en": {"value": "Sela Orwin"}}, "aliases": {"en": [{"value": "S. Orwin"}]},
     "claims": {"P31": [_claim({"id": "Q5"})], "P27": [_claim({"id": "Q40"})],
                "P39": [_claim({"id": "Q90000002"},
                               qualifiers={"P580": [{"datavalue": {"value": {"time": "+2031-02-00T00:00:00Z"}}}]})]}},
    {"id": "Q90000002", "labels": {"en": {"value": "Minister of Defence of Austria"}}, "claims": {}},
    {"id": "Q90000003", "labels": {"en": {"value": "Nordwall Range"}},
     "claims": {"P31": [_claim({"id": "Q245016"})], "P17": [_claim({"id": "Q40"})],
                "P625": [_claim({"latitude": 47.5, "longitude": 14.2})]}},
]  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    place = tmp_path / "packs"
    monkeypatch.setenv(packs.FOLDER, str(place))
    yield place
    _forget()


def _forget() -> None:
    """A new process would read the packs anew."""
    packs.packed.cache_clear()
    lexicon.lexicon.cache_clear()
    spellings._by_skeleton.cache_clear()
    spellings._by_surname.cache_clear()


def _file(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def _lines(items: Sequence[object]) -> str:
    return "".join(json.dumps(item) + "\n" for item in items)


def test_a_geonames_table_gives_its_towns(tmp_path: Path) -> None:
    pack = pack_add.add(_file(tmp_path, "UZ.txt", GEONAMES + RIVER))
    assert (pack.name, pack.places) == ("UZ", 1)
    (place,) = packs.entries(pack.path.read_text(encoding="utf-8"))
    assert isinstance(place, Place)
    assert (place.name, place.aliases, place.state) == ("Karagul", ("Qaragul",), "UZB")


def test_ftm_entities_give_bodies_and_persons(tmp_path: Path) -> None:
    pack = pack_add.add(_file(tmp_path, "own.ftm.json", _lines(FTM)))
    assert (pack.organizations, pack.persons, pack.places) == (1, 1, 0)


@pytest.mark.parametrize("shape", ["lines", "dump", "array"])
def test_wikidata_gives_persons_with_terms_and_places(tmp_path: Path, shape: str) -> None:
    texts = {
        "lines": _lines(WIKIDATA),
        "dump": "[\n" + ",\n".join(json.dumps(item) for item in WIKIDATA) + "\n]\n",
        "array": json.dumps(WIKIDATA, indent=1),
    }
    pack = pack_add.add(_file(tmp_path, "extract.json", texts[shape]))
    person, place = packs.entries(pack.path.read_text(encoding="utf-8"))
    assert isinstance(person, Person)
    assert isinstance(place, Place)
    assert (person.state, person.wikidata) == ("AUT", "Q90000001")
    assert [(t.office, t.start, t.end) for t in person.terms] == [("Minister of Defence", "2031-02", None)]
    assert (place.name, place.state, place.latitude) == ("Nordwall Range", "AUT", 47.5)


def test_a_pack_is_used_beside_the_built_in_knowledge(tmp_path: Path) -> None:
    pack_add.add(_file(tmp_path, "own.json", _lines(FTM)))
    _forget()
    reader = reader_for("en")
    assert reader is not None
    page = article("The Harrow Line Brigade left Kyiv, Ivo Marenko said.", "2030-01-01")
    found = {entity.name: entity for entity in resolve(page, reader.read(page)).entities}
    assert (found["Harrow Line Brigade"].state, found["Harrow Line Brigade"].sector) == ("UKR", "MIL")
    assert found["Ivo Marenko"].office == "Minister of Defence of Ukraine"


def test_gzip_is_read_and_the_same_file_makes_the_same_pack(tmp_path: Path) -> None:
    packed = tmp_path / "UZ.txt.gz"
    packed.write_bytes(gzip.compress(GEONAMES.encode()))
    first = pack_add.add(packed).path.read_bytes()
    assert pack_add.add(packed).path.read_bytes() == first


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.json", b"{}\n", "neither Wikidata JSON"),
        ("a.csv", b"name,state\nX,Y\n", "neither Wikidata JSON"),
        ("a.txt", b"\xff\xfe\x00", "not UTF-8"),
        ("a.gz", b"\x1f\x8b broken", "broken gzip"),
        ("a.json", b'{"id": "c", "schema": "Vessel", "properties": {"name": ["Sea Lark"]}}\n', "no person"),
        ("a.txt", RIVER.encode(), "no person"),
        ("...", GEONAMES.encode(), "give one with --name"),
    ],
)
def test_what_cannot_be_a_pack_is_told_with_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / "in" / name if name != "..." else tmp_path / "in" / ".json"
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(InputError, match=reason):
        pack_add.add(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        pack_add.add(tmp_path / "none.json")


def test_broken_lines_of_a_pack_are_passed_over(folder: Path) -> None:
    folder.mkdir()
    (folder / "mine.tsv").write_text("place\tA\nwhatever\nplace\tKoru\t\tUZB\t\tnorth\teast\n", encoding="utf-8")
    assert [entry.name for entry in packs.packed()] == ["A"]


def test_a_person_of_a_pack_may_be_written_in_a_script_without_a_skeleton(folder: Path) -> None:
    folder.mkdir()
    (folder / "mine.tsv").write_text("person\t李強\t\tCHN\tPremier:2023-03:\n", encoding="utf-8")
    _forget()
    assert spellings.titled_person("Kurbanov", "Minister of Defence", "UZB", "2021-04-28") is not None


def test_packs_are_listed_and_removed_from_the_command_line(tmp_path: Path) -> None:
    runner = CliRunner()
    path = _file(tmp_path, "UZ.txt", GEONAMES)
    assert "1 places" in runner.invoke(app, ["add", str(path)]).output
    assert "UZ: 0 organisations" in runner.invoke(app, ["list"]).output
    assert "removed" in runner.invoke(app, ["remove", "UZ"]).output
    assert "no packs" in runner.invoke(app, ["list"]).output
    assert runner.invoke(app, ["remove", "UZ"]).exit_code != 0
