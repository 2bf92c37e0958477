"""The JSON record: the contract's shape, valid by its own schema, and back again."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from dragoman.records.dossier import Dossier
from dragoman.records.event import Detail
from dragoman.share.json import from_json, schema, to_dict, to_json
from tests.share.dossiers import DELIVERY, DETAILS, VISIT, dossier, event

KEYS = {
    "dossier": "schema program models article entities events quotes findings unread",
    "article": (
        "id source outlet language title authors published dateline tags views text blocks dropped"
        " within crawled translated_from passages notes"
    ),
    "blocks": "kind start end source_start source_end",
    "dropped": "kind source_start source_end text",
    "entities": "id kind name state sector office ref latitude longitude mentions",
    "events": "id type mode contexts actors recipients date place factuality asserted_by detail evidence confidence",
    "quotes": "id speaker addressee cue direct text date occasion evidence",
    "findings": "id kind severity message suggestion evidence",
}
"""Names and order as the contract gives them; what we add stands behind."""


def test_keys_are_the_contracts_in_its_order() -> None:
    plain = to_dict(dossier())
    found = {
        "dossier": plain,
        "article": plain["article"],
        "blocks": plain["article"]["blocks"][0],
        "dropped": plain["article"]["dropped"][0],
        **{name: plain[name][0] for name in ("entities", "events", "quotes", "findings")},
    }
    assert {name: " ".join(value) for name, value in found.items()} == KEYS


def test_the_ends_of_a_visit_are_called_from_and_to() -> None:
    assert to_dict(dossier())["events"][0]["detail"] == {
        "kind": "visit",
        "visitor": "e1",
        "host": "e3",
        "rank": "minister",
        "from": "2022-05-03",
        "to": "2022-05-04",
    }


def test_the_outlets_own_voice_has_nothing_beside_it() -> None:
    own, other = to_dict(dossier())["events"]
    assert own["asserted_by"] == [{"voice": "outlet"}]
    assert other["asserted_by"] == [{"voice": "source", "entity": "e5", "text": "the general staff"}]


def test_whole_numbers_are_written_without_a_point() -> None:
    detail = json.loads(to_json(dossier()))["events"][1]["detail"]
    assert detail["quantity"] == {"value": 12, "relation": "exactly", "text": "12"}
    assert isinstance(detail["quantity"]["value"], int)


@pytest.mark.parametrize("detail", DETAILS, ids=lambda detail: detail.kind)
def test_every_kind_of_detail_keeps_the_schema_and_comes_back(detail: Detail) -> None:
    given = dossier(event(detail=detail))
    assert _errors(given) == []
    assert from_json(to_json(given)) == given


def test_a_whole_dossier_comes_back_the_same() -> None:
    given = dossier()
    assert _errors(given) == []
    assert from_json(to_json(given, indent=2)) == given
    assert to_json(from_json(to_json(given))) == to_json(given)


def test_an_empty_dossier_keeps_the_schema() -> None:
    article = replace(
        dossier().article, outlet=None, title=None, authors=(), published=None, dateline=None, tags=(), views=None
    )
    given = replace(dossier(), models=(), article=article, entities=(), events=(), quotes=(), findings=())
    assert _errors(given) == []


def test_the_schema_is_itself_valid_and_names_its_draft_and_version() -> None:
    made = schema()
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"].endswith(":1.0")
    assert made["title"] == "Dragoman dossier 1.0"


@pytest.mark.parametrize("path", [("models",), ("events", 0, "detail", "rank"), ("article", "blocks", 0, "source_end")])
def test_the_schema_wants_every_field_to_be_there(path: tuple[str | int, ...]) -> None:
    plain = to_dict(dossier())
    inner = plain
    for step in path[:-1]:
        inner = inner[step]  # type: ignore[index]
    del inner[path[-1]]  # type: ignore[arg-type]
    assert list(Draft202012Validator(schema()).iter_errors(plain))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "0.9"),
        (("events", 0, "type"), "FIGHT"),
        (("events", 0, "factuality"), "rumoured"),
        (("events", 0, "mood"), "sombre"),
        (("events", 0, "detail", "kind"), "party"),
        (("article", "views"), "many"),
        (("article", "blocks", 0, "start"), None),
        (("entities", 0, "mentions", 0, "type"), "gesture"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(path: tuple[str | int, ...], value: object) -> None:
    plain = to_dict(dossier())
    inner = plain
    for step in path[:-1]:
        inner = inner[step]  # type: ignore[index]
    inner[path[-1]] = value  # type: ignore[index]
    assert list(Draft202012Validator(schema()).iter_errors(plain))


def test_a_line_of_jsonl_is_one_line_whatever_the_text_holds() -> None:
    wild = "a\nb\u2028c\x85d\x1b[31me\x9b1mf\u202eg"
    given = replace(dossier(VISIT, DELIVERY), article=replace(dossier().article, title=wild))
    line = to_json(given)
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line
    assert "\x9b" not in line
    assert json.loads(line)["article"]["title"] == wild


def test_a_file_name_that_is_not_utf8_can_be_written() -> None:
    given = replace(dossier(), article=replace(dossier().article, source="caf\udce9.txt"))
    assert to_json(given).encode("utf-8")
    assert from_json(to_json(given)).article.source == "caf\udce9.txt"


def test_what_is_no_dossier_is_refused() -> None:
    with pytest.raises(ValueError, match="Dossier"):
        from_json('{"schema": "1.0"}')


def _errors(given: Dossier) -> list[str]:
    return [error.message for error in Draft202012Validator(schema()).iter_errors(json.loads(to_json(given)))]
