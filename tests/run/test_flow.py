"""The whole way: one source to one dossier, many sources one by one, and none lost through another."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import dragoman
from dragoman.clean.article import clean
from dragoman.errors import InputError
from dragoman.records.dossier import Dossier
from dragoman.records.source import Source
from dragoman.run import flow
from dragoman.share.json import from_json, schema, to_json
from tests.articles import SHIPMENT, VISIT


@pytest.fixture(scope="module")
def visit() -> Dossier:
    return flow.read_source(Source("visit.txt", VISIT.encode()))


def test_the_dossier_names_its_makers_and_its_source(visit: Dossier) -> None:
    assert visit.schema == "1.0"
    assert visit.program == f"dragoman {dragoman.__version__}"
    assert visit.models == ("en-reader 2.1",)
    assert visit.article.source == "visit.txt"
    assert len(visit.article.id) == 64


def test_a_visit_is_found_with_its_day_and_its_words(visit: Dossier) -> None:
    event = next(event for event in visit.events if event.mode == "visit")
    states = {entity.id: entity.state for entity in visit.entities}
    assert (event.type, event.factuality) == ("CONSULT", "occurred")
    assert [states[i] for i in event.actors] == ["ITA"]
    assert "ARM" in [states[i] for i in event.recipients]
    assert event.date is not None
    assert (event.date.start, event.date.precision) == ("2023-05-10", "day")
    assert event.evidence[0].text == "visited"


def test_the_outlet_s_scorn_is_not_put_into_the_source_s_mouth() -> None:
    """What follows "X said" within the sentence is X's whole statement, not the relative clause at its end."""
    text = (
        "Port news\n\nThe frigate was handed over on Tuesday, the Norwegian defence ministry said, nine months ahead of the "
        "schedule that defeatists had sneered at.\n"
    )
    (quote,) = flow.read_source(Source("port.txt", text.encode())).quotes
    assert quote.text.startswith("The frigate was handed over")


def test_what_was_said_has_its_speaker_and_its_occasion(visit: Dossier) -> None:
    quote = next(quote for quote in visit.quotes if quote.direct)
    speaker = next(entity for entity in visit.entities if entity.id == quote.speaker)
    assert speaker.name == "Laura Bianchi"
    assert quote.cue == "said"
    assert quote.occasion in {None, *(event.id for event in visit.events)}


def test_every_field_rests_on_words_of_the_text(visit: Dossier) -> None:
    text = visit.article.text
    grounds = [event.evidence for event in visit.events] + [quote.evidence for quote in visit.quotes]
    places = [place for ground in (*grounds, *(finding.evidence for finding in visit.findings)) for place in ground]
    spans = [(place.start, place.end, place.text) for place in places]
    spans += [(mention.start, mention.end, mention.text) for e in visit.entities for mention in e.mentions]
    assert [words for start, end, words in spans if text[start:end] != words] == []
    assert all(grounds)
    assert [entity for entity in visit.entities if not entity.mentions] == []


def test_ids_are_known_wherever_they_are_named(visit: Dossier) -> None:
    known = {entity.id for entity in visit.entities}
    named = {i for event in visit.events for i in (*event.actors, *event.recipients)}
    named |= {event.place for event in visit.events if event.place}
    named |= {voice.entity for event in visit.events for voice in event.asserted_by if voice.entity}
    named |= {quote.speaker for quote in visit.quotes if quote.speaker}
    assert named <= known
    for things in (visit.entities, visit.events, visit.quotes, visit.findings):
        assert len({thing.id for thing in things}) == len(things)


def test_the_record_keeps_its_schema_and_comes_back(visit: Dossier) -> None:
    assert list(Draft202012Validator(schema()).iter_errors(json.loads(to_json(visit)))) == []
    assert from_json(to_json(visit)) == visit


def test_the_same_source_gives_the_same_record(visit: Dossier) -> None:
    again = flow.read_source(Source("visit.txt", VISIT.encode()))
    assert to_json(again) == to_json(visit)


def test_an_article_in_a_language_without_a_reader_is_kept_and_said_so() -> None:
    text = "Министр обороны прибыл в Ереван\n\nМинистр обороны Италии прибыл в среду в Ереван с рабочим визитом.\n"
    dossier = flow.read_source(Source("ru.txt", text.encode()))
    assert dossier.article.language == "ru"
    assert (dossier.models, dossier.events, dossier.quotes) == ((), (), ())
    assert [entity.name for entity in dossier.entities] == ["Yerevan", "Italy"]
    assert [finding.kind for finding in dossier.findings] == ["translation"]


def test_inputs_that_cannot_be_read_stand_between_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(VISIT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(SHIPMENT)
    paths = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), str(tmp_path / "none.txt"), str(tmp_path / "c.txt")]
    outcomes = list(flow.read_paths(paths))
    assert [type(outcome) for outcome in outcomes] == [Dossier, InputError, InputError, Dossier]


def test_a_fault_of_the_program_costs_one_input_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(source: Source) -> dragoman.Article:
        if source.name.endswith("a.txt"):
            raise ZeroDivisionError("by zero")
        return clean(source)

    monkeypatch.setattr(flow, "clean", faulty)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SHIPMENT)
    failed, done = flow.read_paths([str(tmp_path)])
    assert isinstance(failed, InputError)
    assert "ZeroDivisionError: by zero" in failed.reason
    assert isinstance(done, Dossier)
