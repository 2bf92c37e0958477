"""A dossier with something in every field, for the tests of what goes out."""

from dragoman.records.article import Article, Block, Dropped, Evidence
from dragoman.records.attribution import Quote
from dragoman.records.dossier import SCHEMA, Dossier, Finding
from dragoman.records.entity import Entity, EntityKind, Mention, Ref
from dragoman.records.event import (
    Access,
    Agreement,
    Casualties,
    Detail,
    Event,
    EventDate,
    EventType,
    Exercise,
    Factuality,
    Number,
    Training,
    Transfer,
    Visit,
    Voice,
)

TEXT = (
    "Minister signs pact in Osh\n\n"
    "Defence Minister Ilya Bersenev of Russia visited Kyrgyzstan on 3-4 May 2022. "
    "Kyrgyzstan receives 12 Mi-99 helicopters, according to the general staff.\n\n"
    "“We will train more officers,” Bersenev said."
)


def evidence(words: str) -> tuple[Evidence, ...]:
    """The first place of some words in the text."""
    start = TEXT.index(words)
    return (Evidence(start, start + len(words), words),)


def entity(
    identifier: str, kind: EntityKind, name: str, words: str, state: str | None = None, office: str | None = None
) -> Entity:
    """An entity with one mention."""
    (where,) = evidence(words)
    mention = Mention(where.start, where.end, where.text, "name")
    return Entity(identifier, kind, name, state, "GOV", office, Ref(), None, None, (mention,))


ENTITIES = (
    entity("e1", "person", "Ilya Bersenev", "Ilya Bersenev", "RUS", "Minister of Defence of Russia"),
    entity("e2", "state", "Russia", "Russia", "RUS"),
    entity("e3", "state", "Kyrgyzstan", "Kyrgyzstan", "KGZ"),
    Entity("e4", "place", "Osh", "KGZ", None, None, Ref(None, 1527534), 40.53, 72.8, (Mention(23, 26, "Osh", "name"),)),
    entity("e5", "organization", "general staff", "general staff", "KGZ"),
    entity("e6", "weapon", "Mi-99", "Mi-99"),
)


def event(
    kind: EventType = "CONSULT",
    mode: str | None = None,
    actors: tuple[str, ...] = ("e1",),
    recipients: tuple[str, ...] = ("e3",),
    date: EventDate | None = None,
    place: str | None = None,
    factuality: Factuality = "occurred",
    voices: tuple[Voice, ...] = (Voice("outlet"),),
    detail: Detail | None = None,
    words: str = "visited",
    identifier: str = "v1",
) -> Event:
    """An event that rests on some words of the text."""
    return Event(
        identifier,
        kind,
        mode,
        ("military",),
        actors,
        recipients,
        date,
        place,
        factuality,
        voices,
        detail,
        evidence(words),
        0.75,
    )


VISIT = event(
    mode="visit",
    date=EventDate("2022-05-03", "2022-05-04", "day"),
    place="e4",
    detail=Visit(visitor="e1", host="e3", rank="minister", from_="2022-05-03", to="2022-05-04"),
)
DELIVERY = event(
    "COOPERATE",
    actors=("e2",),
    factuality="ongoing",
    voices=(Voice("source", "e5", "the general staff"),),
    detail=Transfer(
        supplier="e2",
        recipient="e3",
        designation="Mi-99 helicopters",
        category="aircraft",
        quantity=Number(12, "exactly", "12"),
        value=Number(1.5e6, "at_least", "at least $1.5 million"),
        mode="sale",
        status="delivering",
    ),
    words="receives",
    identifier="v2",
)
DETAILS: tuple[Detail, ...] = (
    Visit(),
    Agreement(instrument="protocol", signatories=("e2", "e3"), status="signed"),
    Transfer(),
    Training(trainees=Number(300, "about", "some 300")),
    Exercise(name="Issyk-2022", participants=("e2", "e3"), from_="2022-06-01"),
    Access(facility="airspace"),
    Casualties(killed=Number(5, "at_most", "up to five")),
)


def dossier(*events: Event, findings: tuple[Finding, ...] | None = None) -> Dossier:
    """The dossier, with these events or with the visit and the delivery."""
    article = Article(
        id="0" * 64,
        source="osh.txt",
        outlet="Daily Observer",
        language="en",
        title="Minister signs pact in Osh",
        authors=("Jane Roe",),
        published="2022-05-05T09:30:00+03:00",
        dateline="Bishkek",
        tags=("Armed forces", "Kyrgyzstan"),
        views=4243,
        text=TEXT,
        blocks=(
            Block("title", 0, 26, 0, 26),
            Block("paragraph", 28, TEXT.index("“") - 2, 28, TEXT.index("“") - 2),
            Block("quote", TEXT.index("“"), len(TEXT), TEXT.index("“"), len(TEXT)),
        ),
        dropped=(Dropped("subscribe", 300, 320, "Subscribe to our news"),),
    )
    quote = Quote(
        "q1",
        "e1",
        None,
        "said",
        True,
        "We will train more officers,",
        EventDate("2022-05-03", "2022-05-03", "day"),
        "v1",
        evidence("“We will train more officers,”") + evidence("Bersenev said"),
    )
    unknown = Finding("f1", "designation", "warning", "There is no Mi-99.", "Mi-8", evidence("Mi-99"))
    return Dossier(
        SCHEMA,
        "dragoman 0.1.0",
        ("en-reader 1.0",),
        article,
        ENTITIES,
        events or (VISIT, DELIVERY),
        (quote,),
        (unknown,) if findings is None else findings,
    )
