"""Loading the expected records: what is wrong with them is named."""

from pathlib import Path

import pytest

from dragoman.bench.expected import ENDING, accepts, load
from dragoman.errors import UsageError

EMPTY = (
    '{"head": {}, "in_text": [], "not_in_text": [], "captions": [], "events": [], "quotes": [], "not_quotes": [], '
    '"findings": []}'
)


def test_an_example_is_an_article_and_its_record(tmp_path: Path) -> None:
    """The two share a name."""
    (tmp_path / "a.html").write_bytes(b"<p>Hello</p>")
    (tmp_path / f"a{ENDING}").write_text(EMPTY)
    assert [(example.name, example.source.name, example.source.data) for example in load(tmp_path)] == [
        ("a", "a.html", b"<p>Hello</p>")
    ]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "no example there"),
        ({f"a{ENDING}": EMPTY}, "found 0 named a"),
        ({f"a{ENDING}": EMPTY, "a.txt": "", "a.html": ""}, "found 2 named a"),
        ({f"a{ENDING}": '{"head": {"titel": "A"}}', "a.txt": ""}, "titel"),
    ],
)
def test_what_is_wrong_is_named(files: dict[str, str], message: str, tmp_path: Path) -> None:
    """A record that is not understood is an error, never skipped."""
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(UsageError, match=message):
        load(tmp_path)


@pytest.mark.parametrize(
    ("wanted", "texts", "right"),
    [
        ("Kant", ("the Kant air base",), True),
        ("ministry|defence ministry", (None, "Defence Ministry"), True),
        ("Kant", (None, "Osh"), False),
    ],
)
def test_wordings(wanted: str, texts: tuple[str | None, ...], right: bool) -> None:
    """One of the wordings in one of the texts is enough."""
    assert accepts(wanted, *texts) is right
