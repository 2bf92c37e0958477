"""Who and what an article speaks of, on sentences of our own."""

import hashlib
from functools import cache

import pytest

from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.records.entity import Entity, Resolution
from dragoman.records.reading import Reading
from dragoman.resolve.resolve import resolve


def article(text: str, published: str | None = None) -> Article:
    """An article of paragraphs parted by blank lines."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", start, start + len(paragraph), start, start + len(paragraph)))
        start += len(paragraph) + 2
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest, "-", None, "en", None, (), published, None, (), None, text, tuple(blocks), ())


@cache
def resolved(text: str, published: str | None = None) -> Resolution:
    reader = reader_for("en")
    assert reader is not None
    page = article(text, published)
    return resolve(page, reader.read(page))


def at(text: str, words: str, published: str | None = None) -> Entity:
    """The entity that the last of some words means."""
    found = resolved(text, published).at(text.index(words) + len(words) - 1)
    assert found is not None, words
    return found[0]


ACTORS = [
    ("Iranian warplanes struck two villages.", "warplanes", "IRN", "MIL"),
    ("Dutch police detained a courier.", "police", "NLD", "COP"),
    ("An Indian court freed the fishermen.", "court", "IND", "JUD"),
    ("Pakistani newspapers praised the deal.", "newspapers", "PAK", "JRN"),
    ("The border guard service of Tajikistan closed the road.", "service", "TJK", "COP"),
    ("The Turkish defence ministry denied the report.", "ministry", "TUR", "MIL"),
    ("The Uzbek side thanked its guests.", "side", "UZB", "GOV"),
    ("Peru's government resigned on Friday.", "government", "PER", "GOV"),
    ("NATO troops left the base.", "troops", "IGO", "MIL"),
    ("Houthi rebels fired on a tanker.", "rebels", "YEM", "REB"),
    ("The Pentagon declined to comment.", "Pentagon", "USA", "MIL"),
    ("Rebels took the town.", "Rebels", None, "REB"),
    ("A Saudi-led coalition bombed the port.", "coalition", "SAU", "MIL"),
    ("US-backed Syrian fighters advanced.", "fighters", "SYR", "REB"),
]


@pytest.mark.parametrize(("text", "words", "state", "sector"), ACTORS)
def test_the_head_of_an_actor_has_its_state_and_sector(text: str, words: str, state: str | None, sector: str) -> None:
    entity = at(text, words)
    assert (entity.state, entity.sector) == (state, sector)


CAPITALS = [
    ("Moscow accused Ankara of arming the rebels.", "Moscow", "state", "RUS"),
    ("Moscow accused Ankara of arming the rebels.", "Ankara", "state", "TUR"),
    ("The ministers met in Tashkent on Monday.", "Tashkent", "place", "UZB"),
    ("The general arrived in Kabul from Doha.", "Kabul", "place", "AFG"),
    ("Relations between Washington and Beijing worsened.", "Beijing", "state", "CHN"),
    ("The Kremlin welcomed the vote.", "Kremlin", "state", "RUS"),
    ("Talks were held in Nur-Sultan (Astana) in May.", "Astana", "place", "KAZ"),
]


@pytest.mark.parametrize(("text", "words", "kind", "state"), CAPITALS)
def test_a_capital_acts_as_its_government_and_is_a_place_where_things_happen(
    text: str, words: str, kind: str, state: str
) -> None:
    entity = at(text, words)
    assert (entity.kind, entity.state) == (kind, state)


OFFICES = [
    ("Uzbekistan Defense Minister Bakhodir Kurbanov spoke.", "Kurbanov", "Minister of Defence of Uzbekistan", "MIL"),
    ("French President Emmanuel Macron spoke.", "Macron", "President of France", "GOV"),
    ("Chile's foreign minister, Pablo Rojas, spoke.", "Rojas", "Minister of Foreign Affairs of Chile", "GOV"),
    ("Former Polish President Jan Nowicki spoke.", "Nowicki", None, "ELI"),
]


@pytest.mark.parametrize(("text", "words", "office", "sector"), OFFICES)
def test_a_title_gives_a_person_office_and_sector(text: str, words: str, office: str | None, sector: str) -> None:
    entity = at(text, words)
    assert entity.kind == "person"
    assert (entity.office, entity.sector) == (office, sector)


def test_the_list_of_people_goes_by_the_date() -> None:
    text = "Angela Merkel spoke in Berlin."
    assert at(text, "Merkel", "2017-04-01").office == "Chancellor of Germany"
    assert at(text, "Merkel", "2022-01-10").sector == "ELI"


def test_surname_office_and_pronoun_are_one_person() -> None:
    text = (
        "Sergei Shoigu arrived in Minsk. Shoigu said that he was glad.\n\n"
        "The head of the Russian military department thanked Belarus."
    )
    shoigu = at(text, "Sergei Shoigu", "2021-04-29")
    assert [mention.text for mention in shoigu.mentions][:3] == ["Sergei Shoigu", "Shoigu", "he"]
    assert at(text, "The head", "2021-04-29") == shoigu


def test_a_counterpart_holds_the_same_office_elsewhere() -> None:
    text = "Chinese Defence Minister Wei Fenghe met his Belarusian counterpart Viktor Khrenin."
    assert at(text, "Khrenin").office == "Minister of Defence of Belarus"


def test_the_republic_is_the_state_last_spoken_of_that_fits() -> None:
    text = "Uzbekistan signed a treaty with Russia. The republic will receive helicopters."
    assert at(text, "The republic").state == "UZB"


def test_the_country_is_the_subject_s_owner_before_another_told_of_earlier() -> None:
    text = "Pakistan tested a missile. Mali's junta asked the envoy to leave the country."
    assert at(text, "the country").state == "MLI"


def test_two_states_before_one_noun_are_two_groups() -> None:
    text = "American and British troops left the city."
    groups = {entity.state for entity in resolved(text).entities if entity.kind == "group"}
    assert groups == {"USA", "GBR"}


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("A storm hit Georgia, and Atlanta lost power, the U.S. weather service said.", "Georgia", "USA"),
        ("Georgia and Armenia closed the border near Tbilisi.", "Georgia", "GEO"),
        ("Pyongyang tested a missile, the South Korean army said.", "army", "KOR"),
        ("The South Sudanese army crossed into Sudan.", "army", "SSD"),
        ("Korea fired a missile, state media in Pyongyang said.", "Korea", "PRK"),
        ("Korea will sell howitzers, Seoul said.", "Korea", "KOR"),
        ("Soldiers of the Georgia National Guard left Atlanta for Batumi.", "Georgia", "USA"),
        ("Equatorial Guinea and Guinea-Bissau signed.", "Guinea-Bissau", "GNB"),
    ],
)
def test_names_that_several_states_share(text: str, words: str, state: str) -> None:
    assert at(text, words).state == state


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Tallinn Conference on Baltic Security opens today.", "occasion", "Tallinn Conference on Baltic Security"),
        ("Both sides broke the Minsk agreements.", "document", "Minsk agreements"),
    ],
)
def test_documents_and_occasions_have_names(text: str, kind: str, name: str) -> None:
    assert (kind, name) in {(entity.kind, entity.name) for entity in resolved(text).entities}


def test_an_acronym_in_brackets_finds_its_name_again() -> None:
    text = "The Harbour Defence Authority (HDA) opened. The HDA hired guards."
    assert at(text, "The HDA") == at(text, "Authority")


def test_mentions_are_exact_ordered_and_apart() -> None:
    for text, *_ in (*ACTORS, *CAPITALS, *OFFICES):
        resolution = resolved(text)
        assert [entity.id for entity in resolution.entities] == [f"e{i + 1}" for i in range(len(resolution.entities))]
        for entity in resolution.entities:
            assert all(text[m.start : m.end] == m.text for m in entity.mentions)
            assert all(a.end <= b.start for a, b in zip(entity.mentions, entity.mentions[1:], strict=False))


def test_known_names_are_found_without_a_reader() -> None:
    page = article("Russia und Usbekistan sprachen in Moscow.")
    found = resolve(page, Reading("de", None, (), ()))
    assert "RUS" in {entity.state for entity in found.entities}


def test_an_empty_article_has_no_entities() -> None:
    assert resolve(article(""), Reading("en", None, (), ())).entities == ()


@pytest.mark.parametrize(
    "text", ["The post-Soviet states met.", "The former Soviet republics met.", "Soviet-era guns fired."]
)
def test_what_was_soviet_is_not_russia(text: str) -> None:
    assert "RUS" not in {entity.state for entity in resolved(text).entities}


def test_a_day_is_no_armed_group() -> None:
    text = "The group met on 17 November and on November 17."
    assert {entity.state for entity in resolved(text).entities} <= {None}
