"""Corpora as the trainer reads them, on files of our own making."""

from pathlib import Path

from dragoman.train.corpus import gum, name_tags, re3d, treebank

CONLLU = """\
# sent_id = a-1
# text = The envoy left Riga.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tenvoy\tenvoy\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_
3\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
4-5\tRiga.\t_\t_\t_\t_\t_\t_\t_\t_
4\tRiga\tRiga\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\tEntity=(1-place-new-coref)
5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""
NAMES = (
    "# sent_id = a-1\n1\tThe\tO\t-\t-\n2\tenvoy\tO\t-\t-\n3\tleft\tO\t-\t-\n4\tRiga\tB-LOC\t-\t-\n5\t.\tB-OTH\t-\t-\n"
)


def test_a_treebank_gives_words_and_joins_names_by_sentence(tmp_path: Path) -> None:
    (tmp_path / "t.conllu").write_text(CONLLU)
    (tmp_path / "t.iob2").write_text(NAMES)
    (sample,) = treebank(tmp_path / "t.conllu", name_tags(tmp_path / "t.iob2"), {}, {"a-1": {2: "yes"}})
    assert sample.forms == ("The", "envoy", "left", "Riga", ".")
    assert sample.names == ("O", "O", "O", "B-LOC", "O")
    assert sample.factuality == ("_", "_", "yes", "_", "_")
    assert sample.sayings is None
    assert sample.tree is not None
    assert [word.head for word in sample.tree] == [2, 3, 0, 3, 3]


def test_tags_made_on_another_edition_of_a_sentence_are_not_joined(tmp_path: Path) -> None:
    (tmp_path / "t.conllu").write_text(CONLLU)
    (sample,) = treebank(tmp_path / "t.conllu", {}, {"a-1": ("B-SRC", "B-CUE")}, {})
    assert sample.sayings is None


def test_gum_mentions_with_a_proper_head_become_names(tmp_path: Path) -> None:
    (tmp_path / "g.conllu").write_text(CONLLU)
    (sample,) = gum(tmp_path / "g.conllu")
    assert sample.names == ("O", "O", "O", "B-LOC", "O")


GUM = """# sent_id = b-1
1\tMayor\tmayor\tPROPN\t.\t_\t4\tnsubj\t_\tEntity=(1-person-a
2\tof\tof\tADP\t.\t_\t3\tcase\t_\t_
3\tRiga\tRiga\tPROPN\t.\t_\t1\tnmod\t_\tEntity=(2-place-b)1)
4\tleft\tleave\tVERB\t.\t_\t0\troot\t_\t_
5\tthe\tthe\tDET\t.\t_\t6\tdet\t_\tEntity=(3-organization-c
6\tUniversity\tuniversity\tPROPN\t.\t_\t4\tobj\t_\t_
7\tof\tof\tADP\t.\t_\t9\tcase\t_\t_
8\tWestern\twestern\tADJ\t.\t_\t9\tamod\t_\tEntity=(4-place-d
9\tLatvia\tLatvia\tPROPN\t.\t_\t6\tnmod\t_\tEntity=4)
10\tand\tand\tCCONJ\t.\t_\t12\tcc\t_\t_
11\tthe\tthe\tDET\t.\t_\t12\tdet\t_\t_
12\tSenate\tsenate\tPROPN\t.\t_\t6\tconj\t_\tEntity=3)
"""


def test_a_name_of_gum_is_whole_and_an_office_is_none(tmp_path: Path) -> None:
    (tmp_path / "g.conllu").write_text(GUM)
    (sample,) = gum(tmp_path / "g.conllu")
    assert sample.names == ("O", "O", "B-LOC", "O", "O", "B-ORG", "I-ORG", "I-ORG", "I-ORG", "O", "O", "O")


def test_re3d_keeps_the_outermost_mention(tmp_path: Path) -> None:
    (tmp_path / "documents.json").write_text('{"_id": "d", "text": "The Polish army bought F-16s."}\n')
    (tmp_path / "entities.json").write_text(
        '{"documentId": "d", "begin": 0, "end": 15, "type": "Organisation", "confidence": 1}\n'
        '{"documentId": "d", "begin": 4, "end": 10, "type": "Nationality", "confidence": 1}\n'
        '{"documentId": "d", "begin": 23, "end": 28, "type": "MilitaryPlatform", "confidence": 1}\n'
    )
    (sample,) = re3d(tmp_path)
    assert sample.mentions == ("B-ORG", "I-ORG", "I-ORG", "O", "B-WEA", "O")
