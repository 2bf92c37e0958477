"""One name in many spellings, and who is meant by it."""

import pytest

from dragoman.resolve.romanise import skeleton
from dragoman.resolve.spellings import listed_person
from tests.resolve.test_resolve import at, resolved


@pytest.mark.parametrize(
    "spellings",
    [
        "Kurbanov Kurbonov Qurbonov Курбанов",
        "Shoigu Shoygu Шойгу",
        "Mirziyoyev Mirziyoev Мирзиёев",
        "Tokayev Toqaev Токаев",
        "Zhaparov Japarov Жапаров",
        "Kholmukhamedov Xolmuhamedov Холмухамедов",
        "Zelenskyy Zelensky Зеленский",
        "Mohammed Muhammad Mohamed Мухаммед",
        "Hussein Husain Хусейн",
        "Erdoğan Erdogan Эрдоган",
        "Nazarbayev Nazarbaev Назарбаев",
    ],
)
def test_transliterations_have_one_skeleton(spellings: str) -> None:
    assert len({skeleton(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Kurbanov", "Kurbatov"), ("Karimov", "Rahimov"), ("Martin", "Merton"), ("Ivanov", "Ivanenko")]
)
def test_other_names_differ_or_are_not_taken_for_one_alone(one: str, other: str) -> None:
    """Those that share a skeleton (Martin, Merton) still need a given name that fits."""
    assert skeleton(one) != skeleton(other) or listed_person(other, None) is None


@pytest.mark.parametrize(
    ("name", "state", "person"),
    [
        ("Bahodir Qurbonov", "UZB", "Bakhodir Kurbanov"),
        ("Бахадыр Курбанов", "UZB", "Bakhodir Kurbanov"),
        ("Сергей Шойгу", None, "Sergei Shoigu"),
        ("Bahodir Qurbonov", "KGZ", None),
        ("Kurbanov", "UZB", None),
        ("Bakhodir Karimov", "UZB", None),
    ],
)
def test_the_list_knows_a_full_name_in_any_spelling_within_its_state(
    name: str, state: str | None, person: str | None
) -> None:
    found = listed_person(name, state)
    assert (found.name if found else None) == person


def test_two_spellings_in_one_text_are_one_person() -> None:
    text = "Uzbek Defence Minister Bahodir Qurbonov flew to Ankara. Kurbonov thanked his hosts."
    assert at(text, "Kurbonov") == at(text, "Bahodir Qurbonov")


def test_likeness_alone_merges_nobody_across_states_and_offices() -> None:
    text = "Uzbek Defence Minister Bakhodir Kurbanov met Kyrgyz Deputy Prime Minister Bahadyr Kurbonov."
    assert at(text, "Bakhodir Kurbanov").state == "UZB"
    assert at(text, "Bahadyr Kurbonov").state == "KGZ"


def test_the_state_of_the_first_of_two_titles_serves_for_both() -> None:
    text = "Polish President Jan Nowicki and Defence Minister Ewa Lis arrived."
    assert at(text, "Ewa Lis").state == "POL"
    assert at(text, "Ewa Lis").name == "Ewa Lis"


def test_an_office_that_the_list_contradicts_is_kept_and_told() -> None:
    """The text's own evidence wins; the difference is kept beside it."""
    text = "Russian Defence Minister Sergei Shoigu arrived in Baku."
    assert at(text, "Shoigu", "2025-02-03").office == "Minister of Defence of Russia"
    (difference,) = resolved(text, "2025-02-03").differences
    assert (difference.told, difference.listed, difference.end) == (
        "Minister of Defence",
        "Minister of Defence",
        "2024-05",
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Russian Defence Minister Sergei Shoigu arrived in Baku.", "2021-02-03"),
        ("Russian Defence Minister Sergei Shoigu arrived in Baku.", "2024-06-10"),
        ("In 2019 Russian Defence Minister Sergei Shoigu went to Baku.", "2025-02-03"),
        ("The then Russian Defence Minister Sergei Shoigu went to Baku.", "2025-02-03"),
        ("Former Russian Defence Minister Sergei Shoigu went to Baku.", "2025-02-03"),
        ("Russian Defence Minister Sergei Shoigu arrived in Baku.", None),
    ],
)
def test_no_difference_is_told_where_there_is_none_or_another_time_is_spoken_of(text: str, day: str | None) -> None:
    assert resolved(text, day).differences == ()
