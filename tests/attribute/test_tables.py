"""The tables of this room say what they may."""

from dragoman.attribute.embedding import embedding, is_event_noun
from dragoman.attribute.inflection import noun_forms, rows, verb_forms

_KINDS = {
    "say", "think", "show", "question", "ask", "promise", "accuse", "describe", "manner", "noun", "report", "witness",
    "adverb", "phrase",
}  # fmt: skip
_EFFECTS = {"same", "occurred", "ongoing", "planned", "possible", "denied", "own"}


def test_cues_are_many_known_and_listed_once() -> None:
    """Each cue with its kind once, and enough of them."""
    table = rows("cues.tsv")
    assert len(table) == len(set(table)) >= 250
    assert {kind for _, kind in table} == _KINDS


def test_embedding_rows_are_well_formed() -> None:
    """Known classes, complements and effects; no word twice for one class and complement."""
    table = rows("embedding.tsv")
    assert {row[1] for row in table} == {"verb", "noun", "adj", "modifier", "preposition"}
    assert {row[2] for row in table} == {"act", "clause", "-"}
    assert {effect for row in table for effect in row[3:]} <= _EFFECTS
    keys = [row[:3] for row in table]
    assert len(keys) == len(set(keys))


def test_words_are_found_in_every_form() -> None:
    """Regular and irregular forms lead to the row, and a row's own word goes before another's form."""
    assert verb_forms("deny") == ("deny", "denies", "denied", "denying")
    assert {"said", "says", "saying"} <= set(verb_forms("say"))
    assert {"points out", "pointed out"} <= set(verb_forms("point out"))
    assert noun_forms("delivery") == ("delivery", "deliveries")
    refused, used = embedding("refused", "verb", "act"), embedding("used", "verb", "act")
    assert refused is not None
    assert used is not None
    assert (refused.effect, used.effect) == ("denied", "occurred")
    assert is_event_noun("Withdrawals")
    assert not is_event_noun("bridge")
