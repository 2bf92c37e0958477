"""Which lines of a dump are the article's, by the article's own words; and the trees as they are written."""

import numpy as np

from dragoman.clean.line_signs import SIGNS
from dragoman.clean.lines import log_odds, parsed
from dragoman.clean.units import units
from dragoman.train.lines import belongs, lesson, weights_of, written

ARTICLE = """Five frigates left the port of Varna on Monday for a drill with the Romanian navy, the fleet command said.
What comes next
The convoy will sail along the coast for three days and practise the escort of merchant ships by night."""
DUMP = f"""Home
What comes next
World
Opinion
Contact
Convoy leaves Varna
{ARTICLE}
Related articles
New dredger for the northern channel is late again, the council has learnt from the yard in Gdansk this week.
Contact
"""


def test_lines_of_the_article_are_known_by_its_words() -> None:
    """A short line must stand near another of the article: the same words in the menu are the menu's."""
    found = units(DUMP)
    there = belongs(found, ARTICLE)
    assert [unit.text for unit, is_there in zip(found, there, strict=True) if is_there] == ARTICLE.splitlines()


def test_a_dump_teaches_by_every_line_and_a_plain_text_not_at_all() -> None:
    """Long lines weigh more than short ones."""
    learnt = lesson(DUMP, ARTICLE)
    assert learnt is not None
    table, there = learnt
    assert table.shape == (len(there), len(SIGNS))
    weights = weights_of(table)
    assert weights[6] > 5 * weights[0]
    assert lesson(ARTICLE, ARTICLE) is None


def test_trees_are_written_as_they_are_read() -> None:
    """LightGBM's nested nodes become rows, children after their parent."""
    tree = {
        "split_feature": 1, "threshold": 10.5,
        "left_child": {"leaf_value": -1.0},
        "right_child": {
            "split_feature": 13, "threshold": 0.5, "left_child": {"leaf_value": 0.25}, "right_child": {"leaf_value": 2.0},
        },
    }  # fmt: skip
    lines = np.zeros((3, len(SIGNS)))
    lines[:, 1], lines[:, 13] = [10, 11, 12], [1, 0, 1]
    assert log_odds(parsed(written([tree, {"leaf_value": 0.5}])), lines).tolist() == [-0.5, 0.75, 2.5]
