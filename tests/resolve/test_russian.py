"""Russian names in all their cases."""

import pytest

from dragoman.records.reading import Reading
from dragoman.resolve.resolve import resolve
from dragoman.resolve.russian import adjective_forms, forms
from tests.resolve.test_resolve import article


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("Узбекистан", "Узбекистана Узбекистану Узбекистаном Узбекистане"),
        ("Россия", "России Россию Россией"),
        ("Китай", "Китая Китаем Китае"),
        ("Израиль", "Израиля Израилем"),
        ("Беларусь", "Беларуси Беларусью"),
        ("Шри-Ланка", "Шри-Ланки Шри-Ланкой"),
        ("украинцы", "украинцев украинцами"),
        ("армяне", "армян армянам"),
        ("турки", "турок туркам"),
        ("Кремль", "Кремля Кремлем"),
    ],
)
def test_a_name_is_made_in_its_cases(name: str, some: str) -> None:
    assert set(some.split()) <= set(forms(name))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Министерство обороны РФ", "Министерством обороны РФ"),
        ("Исламское движение Узбекистана", "Исламского движения Узбекистана"),
        ("Соединённые Штаты", "Соединённых Штатах"),
        ("Воздушно-десантные войска", "Воздушно-десантных войск"),
        ("Служба внешней разведки", "Службой внешней разведки"),
    ],
)
def test_of_a_phrase_adjectives_and_the_first_noun_decline(name: str, form: str) -> None:
    assert form in forms(name)


@pytest.mark.parametrize("name", ["НАТО", "Перу", "Баку", "Токио", "ОДКБ", "ТАСС"])
def test_abbreviations_and_nouns_in_vowels_stay(name: str) -> None:
    assert forms(name) == (name,)


def test_an_adjective_has_every_gender_and_number() -> None:
    assert {"узбекского", "узбекская", "узбекских"} <= set(adjective_forms("узбекский"))


CASES = [
    ("Делегация прибыла из Узбекистана.", "Узбекистана", "state", "UZB"),
    ("Договор подписан с Соединёнными Штатами.", "Штатами", "state", "USA"),
    ("Учения прошли с киргизскими военными.", "киргизскими", "state", "KGZ"),
    ("В Кремле обсудили поставки.", "Кремле", "state", "RUS"),
    ("Пекином недовольны в Токио.", "Пекином", "state", "CHN"),
    ("Переговоры прошли в Душанбе.", "Душанбе", "place", "TJK"),
    ("Учения идут под Бухарой.", "Бухарой", "place", "UZB"),
    ("На полигоне в Харбмайдоне стреляли.", "Харбмайдоне", "place", "TJK"),
    ("Решение приняла Организация Договора о коллективной безопасности.", "коллективной", "organization", "IGO"),
    ("Об этом сообщили в Минобороны РФ.", "Минобороны", "organization", "RUS"),
    ("Ракеты запустили хуситы.", "хуситы", "organization", "YEM"),
    ("Боевики «Исламского движения Узбекистана» отошли.", "движения", "organization", "UZB"),
    ("В Мали и Нигере прошли выборы.", "Нигере", "state", "NER"),
]


@pytest.mark.parametrize(("text", "words", "kind", "state"), CASES)
def test_names_are_found_in_russian_text(text: str, words: str, kind: str, state: str) -> None:
    """Also where no reader serves the language."""
    found = resolve(article(text), Reading("ru", None, (), ())).at(text.index(words))
    assert found is not None
    assert (found[0].kind, found[0].state) == (kind, state)


def test_ordinary_words_are_no_names() -> None:
    """ "Того", "мали" and "чад" in small letters are other words."""
    text = "Над полем стоял чад, и того было довольно."
    assert resolve(article(text), Reading("ru", None, (), ())).entities == ()
