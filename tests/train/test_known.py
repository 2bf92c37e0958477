"""The table of known names as training compiles it."""

from pathlib import Path

import pytest

pytest.importorskip("faker", reason="Faker comes with the extra [train]")
pytest.importorskip("names", reason="names comes with the extra [train]")

from dragoman.read.english.known import KINDS, KnownNames
from dragoman.train.known import write_known


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> KnownNames:
    path = tmp_path_factory.mktemp("known") / "known.tsv"
    write_known(path)
    return KnownNames.read(path)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Bakhodir", "given"),
        ("Schneider", "surname"),
        ("Termez", "place"),
        ("Uzbek", "state"),
        ("IAEA", "body"),
        ("Su-30SM", "weapon"),
    ],
)
def test_the_house_s_knowledge_is_in_it(known: KnownNames, name: str, kind: str) -> None:
    assert known.signs([name])[0] >> KINDS.index(kind) & 1


def test_names_of_several_words_stand_as_the_reader_cuts_them(known: KnownNames) -> None:
    signs = known.signs(["the", "People", "'s", "Daily", "said"])
    assert signs[0] == signs[4] == 0
    assert all(signs[1:4])


def test_it_is_the_same_on_every_run(tmp_path: Path) -> None:
    write_known(tmp_path / "one")
    write_known(tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
