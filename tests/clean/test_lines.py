"""The lines of a dump with menus are weighed one by one; what the rules took for text by its length alone is told from it."""

import numpy as np
import pytest

from dragoman.clean.article import clean
from dragoman.clean.line_signs import SIGNS
from dragoman.clean.lines import log_odds, parsed
from dragoman.records.article import Article
from dragoman.records.source import Source

ENGLISH = """Harbour Review
Home
World
Opinion
Contact
Convoy leaves Varna for a joint drill
By Anna Belova
12 June 2020
Five frigates left the port of Varna on Monday for a drill with the Romanian navy, the fleet command said in a statement.
The convoy will sail along the coast for three days and practise the escort of merchant ships by night.
“We have waited for this drill since the spring,” the commander said.
The fleet gave no further details.
Read also: Grain ships wait off the coast
More stories
New dredger for the northern channel is late again
The council wants to know who will pay for the lighthouse
Privacy policy
The Harbour Review is not responsible for the content of the advertisements on this page.
© 2020 Harbour Review
"""
RUSSIAN = """Морской вестник
Главная
Новости
Флот
Контакты
Фрегат зашёл в северный порт
12.06.2020 18:05
Норвежский фрегат прибыл 11 июня в северный порт с первым за семь лет визитом, сообщила пресс-служба флота.
«Мы рады снова оказаться здесь», — сказал командир корабля журналистам на причале.
Читайте также: Подводная лодка ушла на юг
На субботу намечены переговоры о спасении на море. Стороны подписали соглашение об этом в 2012 году.
Других подробностей в порту не назвали.
Похожие материалы
В порту открыли новый причал для рыболовных судов
Власти области обещали построить дорогу к порту до конца года
Редакция не отвечает за содержание рекламы и мнения авторов.
© 2020 Морской вестник. Все права защищены.
"""
GERMAN = """Küstenbote
Startseite
Politik
Hafen
Kontakt
Fregatte läuft in den Nordhafen ein
Von Maria Keller
12. Juni 2020, 18:05 Uhr
Die norwegische Fregatte ist am 11. Juni zum ersten Mal seit sieben Jahren in den Nordhafen eingelaufen, wie die Flotte mitteilte.
„Wir freuen uns, wieder hier zu sein“, sagte der Kapitän.
Für Samstag sind Gespräche über die Seenotrettung geplant. Ein Abkommen darüber wurde 2012 geschlossen.
Lesen Sie auch: U-Boot verlässt die Werft
Mehr zum Thema
Neue Brücke über den Kanal wird erst im nächsten Jahr fertig
Impressum
Die Redaktion haftet nicht für den Inhalt der Anzeigen, die auf dieser Seite erscheinen.
© 2020 Küstenbote. Alle Rechte vorbehalten.
"""


@pytest.mark.parametrize(
    ("dump", "own"),
    [(ENGLISH, (8, 9, 10, 11)), (RUSSIAN, (7, 8, 10, 11)), (GERMAN, (8, 9, 10))],
    ids=["English", "Russian", "German"],
)
def test_the_article_is_told_from_menus_teasers_and_notices(dump: str, own: tuple[int, ...]) -> None:
    """The trees learnt from English pages; their signs hold in other languages too."""
    article = _article(dump)
    lines = dump.splitlines()
    blocks = [article.text[block.start : block.end] for block in article.blocks if block.kind != "title"]
    assert blocks == [lines[i] for i in own]
    assert article.title == lines[5]


@pytest.mark.parametrize("dump", [ENGLISH, RUSSIAN, GERMAN], ids=["English", "Russian", "German"])
def test_every_line_is_text_or_head_or_dropped_with_its_place(dump: str) -> None:
    """What is kept and what is dropped stand in the source where they say."""
    article = _article(dump)
    for block in article.blocks:
        assert dump[block.source_start : block.source_end] == article.text[block.start : block.end]
    for dropped in article.dropped:
        assert dump[dropped.source_start : dropped.source_end] == dropped.text


def test_trees_are_read_from_their_table() -> None:
    """A line goes left where its sign is not above the bound; leaves of all trees are added up."""
    first = "root\twords\t10.5\t1\t2\n\t\t-1.0\t\t\n\tgap\t0.5\t1\t2\n\t\t0.25\t\t\n\t\t2.0\t\t\n"
    table = f"# a comment\n{first}root\t\t0.5\t\t\n"
    lines = np.zeros((3, len(SIGNS)))
    lines[:, SIGNS.index("words")] = [10, 11, 12]
    lines[:, SIGNS.index("gap")] = [1, 0, 1]
    assert log_odds(parsed(table), lines).tolist() == [-0.5, 0.75, 2.5]


def _article(dump: str) -> Article:
    return clean(Source("a.txt", dump.encode()))
