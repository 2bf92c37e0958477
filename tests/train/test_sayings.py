"""Sayings from semantic roles, on roles of our own making."""

import json
from pathlib import Path

from dragoman.train.sayings import read_roles


def _tags(tmp_path: Path, words: str, *predicates: dict[str, object]) -> str:
    sentence = {"sent_id": "a", "tokens": words.split(), "predicates": predicates}
    (tmp_path / "roles.jsonl").write_text(json.dumps(sentence))
    return " ".join(read_roles(tmp_path / "roles.jsonl")["a"])


def test_a_verb_of_saying_with_its_auxiliaries_is_the_cue(tmp_path: Path) -> None:
    said = {"index": 3, "roleset": "say.01", "args": [["ARG0", 0, 2], ["ARG1", 4, 9]]}
    tags = _tags(tmp_path, "The envoy has said that talks will go on .", said)
    assert tags == "B-SRC I-SRC B-CUE I-CUE B-TXT I-TXT I-TXT I-TXT I-TXT O"


def test_of_one_saying_in_another_the_outer_is_taken(tmp_path: Path) -> None:
    said = {"index": 1, "roleset": "say.01", "args": [["ARG0", 0, 1], ["ARG1", 2, 8]]}
    thought = {"index": 3, "roleset": "think.01", "args": [["ARG0", 2, 3], ["ARG1", 4, 8]]}
    tags = _tags(tmp_path, "Rezayev said Baku thinks the road is open .", said, thought)
    assert tags == "B-SRC B-CUE B-TXT I-TXT I-TXT I-TXT I-TXT I-TXT O"


def test_other_predicates_and_mere_words_are_left_alone(tmp_path: Path) -> None:
    sold = {"index": 1, "roleset": "sell.01", "args": [["ARG0", 0, 1], ["ARG1", 2, 5]]}
    named = {"index": 6, "roleset": "say.01", "args": [["ARG0", 5, 6], ["ARG1", 7, 8]]}
    assert set(_tags(tmp_path, "Rome sold two old ships . Nobody said why .", sold, named).split()) == {"O"}
