"""Answers of the record with something awkward in every kind of field."""

from dragoman.records.event import Number, Transfer
from dragoman.records.kept import KeptEvent, KeptQuote
from dragoman.share.tables import Export

EXPORT = Export("dragoman 1", "2024-01-01T00:00:00Z", "events: states=JPN")
EVENT = KeptEvent(
    id="ev_a", article="ar_a", source="https://sea.example/a?x=1&y=2", outlet="Sea <News>", language="en", title="=Boats",
    published="2022-03-02T10:00:00+01:00", type="COOPERATE", mode=None, contexts=("military",), factuality="ongoing",
    date_start="2022-03-01", date_end="2022-03-01", date_precision="day", actors=("Japan", "Chile"), actor_states=("JPN", "CHL"),
    actor_sectors=("GOV", ""), recipients=("@everyone",), recipient_states=("",), recipient_sectors=("",), place=None,
    place_state=None, latitude=None, longitude=None, geonames=None, asserted_by=("outlet", "the coast guard"),
    detail=Transfer(supplier="Japan", recipient="@everyone", designation="boats", quantity=Number(2, "about", "some two"),
                    status="delivered"),
    words="delivered some\ntwo boats", start=10, end=35, confidence=0.5, corrected=(), added="2024-01-01T00:00:00Z",
)  # fmt: skip
QUOTE = KeptQuote(
    id="qu_a", article="ar_a", source="a.txt", outlet=None, published=None, speaker="Ueda", speaker_state="JPN",
    speaker_office=None, addressee=None, cue="said", direct=True, text="We sail.", date_start=None, date_end=None, occasion=None,
    start=0, end=8, corrected=(),
)  # fmt: skip
