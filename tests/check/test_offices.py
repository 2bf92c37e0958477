"""The finding where an office of the text is not the list's."""

from dragoman.check.offices import offices
from dragoman.records.entity import Entity, Mention, OfficeDifference, Ref, Resolution


def test_the_finding_names_both_and_points_at_the_title() -> None:
    text = "Defence Minister Anna Holm"
    mentions = (Mention(0, len(text), text, "name"), Mention(40, 44, "Holm", "name"))
    entity = Entity(
        "e1", "person", "Anna Holm", "DNK", "MIL", "Minister of Defence of Denmark", Ref(), None, None, mentions
    )
    difference = OfficeDifference("e1", "Minister of Defence", "Minister of Finance", "2019", None, "Anna Holm")
    (draft,) = offices(Resolution((entity,), (), (difference,)))
    assert (draft.kind, draft.severity) == ("contradiction", "info")
    assert "Minister of Defence" in draft.message
    assert "Minister of Finance since 2019" in draft.message
    assert draft.evidence[0].text == text
