"""The title of a dump whose menus stand between its name and its text, where no rule finds it beyond doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean.body import look
from dragoman.clean.dump import parts_of_dump
from dragoman.clean.ranking import likeliest_title
from dragoman.clean.title_signs import SIGNS, candidates
from dragoman.clean.units import units

ENGLISH = """Toggle navigation
Harbour Review
Home
World
Opinion
Subscribe
Sign in
Convoy leaves Varna for a joint drill
Share on Facebook
12 June 2020
Anna Belova
Five frigates left the port of Varna on Monday for a drill with the Romanian navy, the fleet command said in a statement.
The convoy will sail along the coast for three days and practise the escort of merchant ships by night.
“We have waited for this drill since the spring,” the commander of the fleet said in Varna.
Related articles
New dredger for the northern channel
Grain ships wait off the coast
"""
RUSSIAN = """Меню
Морской вестник
Новости
Флот
Порты
Подписка
Войти
Фрегат зашёл в северный порт
Поделиться
12.06.2020 18:05
Мария Келлер
Норвежский фрегат прибыл 11 июня в северный порт с первым за семь лет визитом, сообщила пресс-служба флота.
На субботу намечены переговоры о спасении на море. Стороны подписали соглашение об этом в 2012 году.
Других подробностей в порту не назвали.
Похожие материалы
В порту открыли новый причал для рыболовных судов
Ледокол вернулся из похода
"""


@pytest.mark.parametrize(
    ("dump", "title"),
    [
        (ENGLISH, "Convoy leaves Varna for a joint drill"),
        (RUSSIAN, "Фрегат зашёл в северный порт"),
        # the page's name is its first line, and nothing else says the title
        (
            "Convoy leaves Varna | Harbour Review\n" + ENGLISH.replace("Convoy leaves Varna for a joint drill\n", ""),
            "Convoy leaves Varna",
        ),
    ],
)
def test_the_line_for_which_most_speaks_is_the_title(dump: str, title: str) -> None:
    """It stands over day and byline, and the text has its words again; menus have neither."""
    parts = parts_of_dump(dump)
    assert parts.title == title
    assert [dump[piece.source_start : piece.source_end] for piece in parts.pieces if piece.kind == "title"] == [title]


def test_a_text_without_a_title_is_given_none() -> None:
    """Sentences are no titles."""
    lines = ENGLISH.splitlines()
    dump = "\n".join([*lines[2:7], *lines[11:]])
    assert parts_of_dump(dump).title is None


def test_what_stands_beside_the_title_is_dropped_and_not_lost() -> None:
    """ "Title | Site" leaves the site's name behind."""
    dump = "Convoy leaves Varna | Harbour Review\n" + ENGLISH.replace("Convoy leaves Varna for a joint drill\n", "")
    assert "| Harbour Review" in [dropped.text for dropped in parts_of_dump(dump).dropped]


@given(
    st.lists(st.sampled_from([*ENGLISH.splitlines(), *RUSSIAN.splitlines(), "", "# Heading", "A | B | C"])), st.data()
)
def test_any_lines_have_signs(lines: list[str], data: st.DataObject) -> None:
    """Whatever stretch is taken for the text: as many signs as there are names, and words that stand in their line."""
    dump = "\n".join(lines)
    found = units(dump)
    looks = [look(unit) for unit in found]
    start = data.draw(st.integers(0, len(found)))
    span = (start, data.draw(st.integers(start, len(found))))
    for candidate in candidates(dump, found, looks, span):
        assert len(candidate.signs) == len(SIGNS)
        assert candidate.words in found[candidate.index].text
    title = likeliest_title(dump, found, looks, span)
    assert title is None or title.words in found[title.index].text
