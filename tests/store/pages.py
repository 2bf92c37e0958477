"""Dossiers of short articles, written as a program would that knows the words "visited", "delivered" and "signed"."""

import re
from collections.abc import Sequence

from dragoman.records.article import Article, Block, Evidence
from dragoman.records.attribution import Quote
from dragoman.records.dossier import SCHEMA, Dossier, Finding
from dragoman.records.entity import Entity, Mention, Ref
from dragoman.records.event import Agreement, Event, EventDate, EventType, Number, Transfer, Visit, Voice
from dragoman.records.source import Source
from dragoman.share.json import to_json
from dragoman.store.keep import Entry, digest

STATES = {
    "Italy": "ITA",
    "Armenia": "ARM",
    "Japan": "JPN",
    "Chile": "CHL",
    "Kenya": "KEN",
    "Италия": "ITA",
    "Армению": "ARM",
}
_CLAUSE = re.compile(
    r"(\w+) (visited|signed a pact with|delivered (\d+) boats to|посетила) (\w+)(?: on (\d{4}-\d\d-\d\d))?"
)
VISIT = "Italy visited Armenia on 2023-05-10. It was raining.\n\nItaly signed a pact with Armenia on 2023-05-11."
BOATS = "Japan delivered 2 boats to Chile on 2022-03-01.\n\n“We keep our ships ready,” Captain Ueda said."


def entry(
    text: str,
    name: str = "https://press.example/a",
    *,
    title: str = "Talks",
    outlet: str | None = "Morning Post",
    published: str | None = "2023-05-12",
    tags: Sequence[str] = ("Defence",),
    program: str = "dragoman 0.0",
    mode: str | None = None,
    blind: bool = False,
    language: str = "en",
) -> Entry:
    """What is read in a text. `mode`: what this program takes visits for; `blind`: it sees no event at all."""
    whole = f"{title}\n\n{text}"
    data = whole.encode("utf-8", "surrogatepass")
    blocks, start = [], 0
    for paragraph in whole.split("\n\n"):
        blocks.append(
            Block("paragraph" if start else "title", start, start + len(paragraph), start, start + len(paragraph))
        )
        start += len(paragraph) + 2
    article = Article(
        digest(data), name, outlet, language, title, ("Jo Doe",), published, None, tuple(tags), None, whole,
        tuple(blocks), (),
    )  # fmt: skip
    names: dict[str, list[Mention]] = {}
    for match in re.finditer("|".join(STATES), whole):
        names.setdefault(match[0], []).append(Mention(match.start(), match.end(), match[0], "name"))
    ids = {name: f"e{i}" for i, name in enumerate(names, 1)}
    entities = [
        Entity(ids[n], "state", n, STATES[n], "GOV", None, Ref(), None, None, tuple(m)) for n, m in names.items()
    ]
    events = [] if blind else [_event(f"v{i}", m, ids, mode) for i, m in enumerate(_CLAUSE.finditer(whole), 1)]
    quotes = []
    if said := re.search(r"“([^”]+)” (Captain \w+) said", whole):
        entities.append(
            Entity("e9", "person", "Ueda", "JPN", "MIL", "Captain", Ref(), None, None,
                   (Mention(said.start(2), said.end(2), said[2], "name"),))
        )  # fmt: skip
        evidence = (Evidence(said.start(1) - 1, said.end(1) + 1, f"“{said[1]}”"),)
        quotes.append(Quote("q1", "e9", None, "said", True, said[1], None, None, evidence))
    finding = Finding(
        "f1", "unattributed", "info", "A title that says little.", None, (Evidence(0, len(title), title),)
    )
    dossier = Dossier(SCHEMA, program, (), article, tuple(entities), tuple(events), tuple(quotes), (finding,))
    return Entry(Source(name, data), dossier, to_json(dossier).encode())


def _event(identifier: str, match: re.Match[str], ids: dict[str, str], mode: str | None) -> Event:
    one, other = ids[match[1]], ids[match[4]]
    spans = [(match.start(2), match.end(2)), (match.start(1), match.end(1)), (match.start(4), match.end(4))]
    date = None
    if match[5]:
        date = EventDate(match[5], match[5], "day")
        spans.append((match.start(5), match.end(5)))
    kind: EventType = "CONSULT"
    detail: Visit | Agreement | Transfer = Visit(visitor=one, host=other)
    if match[2].startswith("signed"):
        kind, detail = "AGREE", Agreement(instrument="treaty", signatories=(one, other), status="signed")
    elif match[3]:
        kind = "COOPERATE"
        quantity = Number(float(match[3]), "exactly", match[3])
        detail = Transfer(
            supplier=one, recipient=other, designation="patrol boats", quantity=quantity, status="delivered"
        )
    evidence = tuple(Evidence(start, end, match.string[start:end]) for start, end in spans)
    return Event(
        identifier, kind, mode if kind == "CONSULT" else None, ("military",), (one,), (other,), date, None, "occurred",
        (Voice("outlet"),), detail, evidence, 0.9,
    )  # fmt: skip
