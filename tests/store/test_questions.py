"""Questions: what each filter lets through, in which order, and how much of it."""

import pytest

from dragoman.errors import UsageError
from dragoman.store.query import Page
from dragoman.store.record import Record
from dragoman.store.selection import Filter
from tests.store.pages import BOATS, VISIT, entry

DRILL = "Kenya visited Japan on 2023-01-15.\n\nJapan visited Kenya.\n\nChile signed a pact with Japan on 2021-07-01."


@pytest.fixture
def filled(record: Record) -> Record:
    record.add([
        entry(VISIT, title="Rain in Yerevan"),
        entry(BOATS, "https://sea.example/b", title="Boats", outlet="Sea News", published="2022-03-02T10:00:00+01:00",
              tags=("Navy", "Défense")),
        entry(DRILL, "https://press.example/c", title="Around the world", published=None, mode="visit"),
    ])  # fmt: skip
    return record


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Filter(), "AC VJ VI VI BO CP VK"),
        (Filter(states=("ITA", "ARM")), "AC VI"),
        (Filter(states=("ARM", "ITA")), "AC VI"),
        (Filter(states=("arm",)), "AC VI"),
        (Filter(states=("ITA", "JPN")), ""),
        (Filter(states=("XXX",)), ""),
        (Filter(actor="JPN"), "BO VK"),
        (Filter(actor="japan"), "BO VK"),
        (Filter(recipient="Chile"), "BO"),
        (Filter(by="outlet", states=("KEN", "JPN")), "VJ VK"),
        (Filter(types=("AGREE",)), "AC CP"),
        (Filter(types=("agree", "COOPERATE")), "AC BO CP"),
        (Filter(mode="visit"), "VJ VK"),
        (Filter(certainty=("occurred",), states=("CHL",)), "BO CP"),
        (Filter(certainty=("planned",)), ""),
        (Filter(detail="transfer"), "BO"),
        (Filter(what="Patrol BOATS"), "BO"),
        (Filter(status="signed"), "AC CP"),
        (Filter(context="military", since="2023"), "AC VI VJ"),
        (Filter(since="2022-03", until="2023-01"), "VJ BO"),
        (Filter(until="2021"), "CP"),
        (Filter(published_since="2023"), "AC VI"),
        (Filter(published_until="2022-03-02"), "BO"),
        (Filter(outlet="SEA news"), "BO"),
        (Filter(outlet="sea"), "BO"),
        (Filter(tag="defense"), "BO"),
        (Filter(text="boat"), "BO"),
        (Filter(text="visiting"), "VI VJ VK"),
        (Filter(text='"signed a pact"'), "AC CP"),
        (Filter(text="visit -Kenya"), "VI"),
        (Filter(confidence=0.95), ""),
        (Filter(confidence=0.85), "AC VI VJ BO CP VK"),
        (Filter(confidence=0.95, text="boat"), ""),
        (Filter(published_since="2022-03-02", published_until="2022-03-02"), "BO"),
        (Filter(published_since="2022-03-03", published_until="2022-03-31"), ""),
        (Filter(published_since="2030"), ""),
        (Filter(published_since="2020", published_until="2022"), "BO"),
    ],
    ids=lambda value: value.described() if isinstance(value, Filter) else "",
)
def test_filters_of_events(filled: Record, asked: Filter, expected: str) -> None:
    """Events by the first letters of what happens and between whom."""
    names = {
        "Italy signed a pact with Armenia on 2023-05-11": "AC",
        "Italy visited Armenia on 2023-05-10": "VI",
        "Kenya visited Japan on 2023-01-15": "VJ",
        "Japan delivered 2 boats to Chile on 2022-03-01": "BO",
        "Chile signed a pact with Japan on 2021-07-01": "CP",
        "Japan visited Kenya": "VK",
    }
    found = [names[event.words] for event in filled.events(asked)]
    if asked == Filter():
        assert found == ["AC", "VI", "VJ", "BO", "CP", "VK"]
    else:
        assert sorted(found) == sorted(expected.split())


@pytest.mark.parametrize(
    "sort", ["date", "-date", "published", "-published", "added", "-added", "confidence", "-confidence"]
)
@pytest.mark.parametrize("asked", [Filter(), Filter(states=("JPN",))], ids=["all", "one state"])
def test_pages_make_up_the_whole_in_any_order(filled: Record, sort: str, asked: Filter) -> None:
    whole = [event.id for event in filled.events(asked, Page(sort, None))]
    pages = [e.id for offset in range(0, 8, 2) for e in filled.events(asked, Page(sort, 2, offset))]
    assert pages == whole
    assert len(set(whole)) == len(whole) > 3


def test_orders(filled: Record) -> None:
    dates = [event.date_start for event in filled.events(page=Page("date"))]
    assert dates == [None, "2021-07-01", "2022-03-01", "2023-01-15", "2023-05-10", "2023-05-11"]
    assert filled.events(page=Page("-published"))[0].published == "2023-05-12"


def test_quotes_articles_and_findings(filled: Record) -> None:
    assert [q.speaker for q in filled.quotes(Filter(by="captain", text="ship", direct=True, states=("JPN",)))] == [
        "Ueda"
    ]
    assert len(filled.quotes(Filter(direct=False))) == 0
    assert [a.title for a in filled.articles(Filter(states=("JPN", "CHL")))] == ["Boats", "Around the world"]
    assert [a.title for a in filled.articles(Filter(author="DOE", text="rain"))] == ["Rain in Yerevan"]
    assert [a.title for a in filled.articles(Filter(since="2023", language="EN"))] == ["Rain in Yerevan"]
    assert len(filled.findings(Filter(types=("unattributed",), severity="info", outlet="sea news"))) == 1


@pytest.mark.parametrize(
    ("kind", "asked", "page"),
    [
        ("events", Filter(severity="info"), Page()),
        ("quotes", Filter(types=("AGREE",)), Page()),
        ("findings", Filter(text="x"), Page()),
        ("events", Filter(since="last year"), Page()),
        ("events", Filter(since="2023-13"), Page()),
        ("events", Filter(text="!!!"), Page()),
        ("events", Filter(since="2022", until="2021-12"), Page()),
        ("events", Filter(published_since="2022", published_until="2021-12"), Page()),
        ("events", Filter(states=("Russia",)), Page()),
        ("events", Filter(types=("AGREEMENT",)), Page()),
        ("events", Filter(certainty=("sure",)), Page()),
        ("events", Filter(detail="parade"), Page()),
        ("events", Filter(status="lost"), Page()),
        ("findings", Filter(types=("AGREE",)), Page()),
        ("findings", Filter(severity="grave"), Page()),
        ("events", Filter(), Page("size")),
        ("quotes", Filter(), Page("confidence")),
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_said(file: str, kind: str, asked: Filter, page: Page) -> None:
    with Record.open(file, make=True) as record, pytest.raises(UsageError):
        getattr(record, kind)(asked, page)


@pytest.mark.parametrize(
    "nasty", ['"', "'; DROP TABLE events", "a AND", "NEAR(", "*", "col:x", "-", "\\", "a:* | !b", "é'"]
)
def test_no_words_break_the_search(record: Record, nasty: str) -> None:
    record.add([entry(BOATS)])
    assert record.search(f"boats {nasty}") is not None
    assert record.events(Filter(text=f"boats {nasty}")) is not None


def test_the_history_of_two_states(filled: Record) -> None:
    years = filled.pair("ken", "JPN")
    assert [(year.year, year.counts, len(year.events)) for year in years] == [
        (2023, {"visit": 1}, 1),
        (None, {"visit": 1}, 1),
    ]
    assert filled.pair("KEN", "ITA") == []
    with pytest.raises(UsageError, match="two states"):
        filled.pair("KEN", "ken")
    assert [year.year for year in filled.pair("JPN", "CHL", 1, Filter(since="2022"))] == [2022]


def test_counts_by_time(filled: Record) -> None:
    assert [(c.period, c.articles, c.events) for c in filled.calendar("year")] == [
        ("2021", 0, 1),
        ("2022", 1, 1),
        ("2023", 1, 3),
    ]
    found = [(c.period, c.articles, c.events) for c in filled.calendar("month", Filter(states=("JPN",)))]
    assert found == [("2021-07", 0, 1), ("2022-03", 1, 1), ("2023-01", 0, 1)]
    assert filled.calendar("day")[0].period == "2021-07-01"


def test_answers_are_a_list_and_a_table(file: str) -> None:
    pandas = pytest.importorskip("pandas")
    with Record.open(file, make=True) as record:
        record.add([entry(BOATS)])
        found = record.events()
        assert found[:1][0] == found[0]
        table = found.to_arrow("transfer")
        assert table.column("transfer_quantity").to_pylist() == [2.0]
        assert table.schema.field("words").metadata[b"meaning"] != b""
        frame = found.to_pandas()
        assert isinstance(frame, pandas.DataFrame)
        assert list(frame["date_start"]) == ["2022-03-01"]
