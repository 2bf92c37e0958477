"""Persons' names with the titles, states and brackets around them."""

import pytest

from tests.resolve.test_resolve import at, resolved


@pytest.mark.parametrize(
    ("text", "words", "mention"),
    [
        ("Iraqi Prime Minister Al-Abadi spoke.", "Abadi", "Iraqi Prime Minister Al-Abadi"),
        ("The guests dined with Prime Minister Nouri Maliki.", "Maliki", "Prime Minister Nouri Maliki"),
        ("Abu Salman al-Omani fled.", "Omani", "Abu Salman al-Omani"),
        ("Petro Ivanov signed for Ukraine.", "Ivanov", "Petro Ivanov"),
    ],
)
def test_a_name_is_whole(text: str, words: str, mention: str) -> None:
    entity = at(text, words)
    assert entity.kind == "person"
    assert mention in [m.text for m in entity.mentions]


def test_titled_names_joined_by_and_stay_apart() -> None:
    text = "U.S. Secretary of State Kerry and U.S. Secretary of Defense Ash Carter will host the talks."
    assert at(text, "Kerry").office == "Secretary of State of the United States"
    assert at(text, "Ash Carter").office == "Secretary of Defence of the United States"


def test_a_title_in_the_plural_is_each_ones_title() -> None:
    text = "Defence Ministers Sergei Shoigu and Bakhodir Kurbanov signed a plan."
    assert at(text, "Shoigu").office == "Minister of Defence of Russia"
    assert at(text, "Kurbanov").office == "Minister of Defence of Uzbekistan"


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Prime ministers Ann Byrne of Ireland and Per Holm of Norway agreed.", "Holm", "NOR"),
        ("The former Danish midfielder Lars Holm left.", "Holm", "DNK"),
        ("Colonel Rebecca Stroud of the U.S. Army disagreed.", "Stroud", "USA"),
        ("He met Minister of Trade and Tourism of the Kingdom of Spain Ana Ruiz.", "Ruiz", "ESP"),
        ("The Democratic Front (DF) leader Tim Holm resigned.", "Holm", None),
        ("A US-backed fighter, Tim Holm, resigned.", "Holm", None),
    ],
)
def test_whose_a_person_is_by_the_words_around(text: str, words: str, state: str | None) -> None:
    assert at(text, words).state == state


def test_a_surname_of_the_list_is_not_another_states_person() -> None:
    """Never merged on likeness alone where states differ."""
    text = "Azerbaijan's President Ilham Aliyev called. Private Aliyev of Kazakhstan was wounded."
    first, second = at(text, "Ilham Aliyev"), at(text, "Private Aliyev")
    assert (first.state, second.state) == ("AZE", "KAZ")
    assert second.office is None


def test_a_surname_with_its_office_is_the_one_of_the_list() -> None:
    assert at("Deputy Secretary Hicks spoke.", "Hicks", "2022-05-01").state == "USA"
    assert at("Deputy Secretary Hicks spoke.", "Hicks", "1999-05-01").state is None


def test_a_deputy_is_not_the_chief() -> None:
    text = "The deputy head of the General Staff arrived. Polish Deputy Interior Minister Eva Zima left."
    assert at(text, "The deputy head").office != "Chief of the General Staff"
    assert at(text, "Zima").office == "Deputy Minister of Internal Affairs of Poland"


def test_the_president_of_a_party_is_not_the_states() -> None:
    text = "Pakistan Muslim League President Omar Khan spoke."
    assert (at(text, "Khan").state, at(text, "Khan").office) == ("PAK", None)


def test_a_governor_is_not_one_of_the_whole_state() -> None:
    assert at("Texas Governor Amy Clark spoke.", "Clark").office == "Governor"


def test_what_an_office_is_for_is_no_body() -> None:
    names = {e.name for e in resolved("The Ministers of Foreign Affairs of Iran and Oman met.").entities}
    assert "Foreign Affairs" not in names
