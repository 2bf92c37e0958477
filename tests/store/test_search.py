"""Full-text search: any form of a word, in English and Russian, with the words found marked."""

import pytest

from dragoman.store.record import Record
from dragoman.store.search import excerpt_of
from dragoman.store.stems import stemmed
from dragoman.store.wording import wanted
from tests.store.pages import entry

RUSSIAN = "Италия посетила Армению. Министры обсудили поставки вертолётов и учения."
ENGLISH = "Italy visited Armenia. The ministers discussed deliveries of helicopters under a strategic partnership."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("visited", "visiting"), ("delivery", "deliveries"), ("поставки", "поставок"), ("вертолёты", "вертолетов"),
        ("Министр", "министрами"), ("конец", "концами"), ("станка", "станок"), ("Su-30SM", "su 30sm"),
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stemmed(one) == stemmed(other)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("helicopter", "E"),
        ("delivery helicopter", "E"),
        ('"strategic partnerships"', "E"),
        ('"partnership strategic"', ""),
        ("вертолет", "R"),
        ("учений министра", "R"),
        ("helicopter OR учение", "ER"),
        ("minister -helicopter", ""),
        ("partner*", "E"),
        ("military*", ""),
        ("submarine", ""),
    ],
)
def test_articles_are_found_by_any_form(record: Record, words: str, found: str) -> None:
    record.add([entry(ENGLISH, title="E"), entry(RUSSIAN, "https://press.example/r", title="R", language="ru")])
    assert sorted(hit.article.title or "" for hit in record.search(words)) == sorted(found)


def test_the_words_found_are_marked(record: Record) -> None:
    record.add([entry("Nothing here. " * 60 + ENGLISH)])
    (hit,) = record.search("helicopter deliveries")
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["deliveries", "helicopters"]
    assert len(hit.excerpt) <= 240


def test_the_best_comes_first_and_pages_follow_each_other(record: Record) -> None:
    for i in range(5):
        record.add([entry(f"Boats {'boats ' * i} and other things {i}.", f"https://press.example/{i}", title=f"T{i}")])
    record.add([entry("Some other things.", "https://press.example/t", title="Boats")])
    titles = [hit.article.title for hit in record.search("boats")]
    assert titles[0] == "Boats"
    assert len(set(titles)) == 6
    assert [h.article.title for o in (0, 2, 4) for h in record.search("boats", limit=2, offset=o)] == titles


def test_an_earlier_content_is_no_longer_found(record: Record) -> None:
    record.add([entry("Italy visited Armenia with helicopters.")])
    record.add([entry("Italy visited Armenia with boats.")])
    assert record.search("helicopters") == []
    assert len(record.search("boats")) == 1


def test_an_excerpt_without_the_words_is_the_beginning() -> None:
    assert excerpt_of("A short text.", wanted("title")) == ("A short text.", ())
