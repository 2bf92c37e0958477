"""Articles that nobody wrote, for measuring the record: dossiers with events, quotations and findings in plausible numbers."""

import random
from datetime import date, timedelta
from itertools import accumulate

from dragoman.records.article import Article, Block, Evidence
from dragoman.records.attribution import Quote
from dragoman.records.dossier import SCHEMA, Dossier, Finding
from dragoman.records.entity import Entity, EntityKind, Mention, Ref
from dragoman.records.event import (
    Agreement,
    Detail,
    Event,
    EventDate,
    EventType,
    Exercise,
    Number,
    Transfer,
    Visit,
    Voice,
)
from dragoman.records.source import Source
from dragoman.share.json import to_json
from dragoman.store.keep import Entry, digest

_STATES = {
    "RUS": "Russia", "USA": "the United States", "CHN": "China", "UKR": "Ukraine", "TUR": "Turkey", "UZB": "Uzbekistan",
    "KAZ": "Kazakhstan", "IND": "India", "POL": "Poland", "DEU": "Germany", "IRN": "Iran", "TJK": "Tajikistan", "PAK": "Pakistan",
    "FRA": "France", "JPN": "Japan", "KGZ": "Kyrgyzstan", "BLR": "Belarus", "SRB": "Serbia", "EGY": "Egypt", "VNM": "Vietnam",
}  # fmt: skip
_WEIGHTS = tuple(accumulate(1 / (rank + 1) for rank in range(len(_STATES))))
"""The press writes of few states much and of many little (Zipf)."""
_SURNAMES = (
    "Abenov Brandt Castell Dervish Egorin Falk Gromyka Hadley Ismat Jarosz Kolvin Lindqvist Marat Norov Orlik".split()
)
_CITIES = "Altan Berezov Cardin Dusten Esmer Falun Garm Hisor Ilek Jizzak".split()
_OUTLETS = [f"{city} {kind}" for city in _CITIES for kind in ("Courier", "Observer", "Telegraph")]
_WEAPONS = [
    "Su-30SM fighters",
    "Mi-35M helicopters",
    "Bayraktar drones",
    "T-72 tanks",
    "coastal radars",
    "patrol boats",
]
_TAGS = ["Armed forces", "Policy", "Exercises", "Arms trade", "Region", "Opinion"]
_VOCABULARY = [f"{a}{b}{c}" for a in ("con", "per", "tra", "mel", "sor", "vin", "dal") for b in ("ta", "ri", "no", "lu", "sa")
               for c in ("tion", "ment", "ing", "ed", "er", "ance", "al", "ity")]  # fmt: skip
_DAY_ONE = date(2005, 1, 1)
_DAYS = 7_600
_SENTENCES = 30
"""Of each article; one in four tells an event."""


def entry(number: int) -> Entry:
    """The article of a number: the same one every time."""
    maker = _Maker(number)
    dossier = maker.dossier()
    return Entry(maker.source, dossier, to_json(dossier).encode("utf-8"))


class _Maker:
    def __init__(self, number: int) -> None:
        self._chance = random.Random(number)  # noqa: S311  chance with a fixed seed is what is wanted
        self._text = ""
        self._entities: dict[str, tuple[str, EntityKind, str | None, list[Mention]]] = {}
        self._events: list[Event] = []
        self._quotes: list[Quote] = []
        self._published = _DAY_ONE + timedelta(days=self._chance.randrange(_DAYS))
        self.source = Source(f"https://press.example/{number}", b"")

    def dossier(self) -> Dossier:
        """Write the article, then its record."""
        chance = self._chance
        title = f"Report on {self._state()[1]} and {chance.choice(_VOCABULARY)}"
        self._text = title
        blocks = [Block("title", 0, len(title), 0, len(title))]
        for _ in range(_SENTENCES // 3):
            self._text += "\n\n"
            start = len(self._text)
            for _ in range(3):
                self._sentence()
            blocks.append(Block("paragraph", start, len(self._text), start, len(self._text)))
        self.source = Source(self.source.name, self._text.encode())
        article = Article(
            digest(self.source.data), self.source.name, chance.choice(_OUTLETS), "en", title, (chance.choice(_SURNAMES),),
            self._published.isoformat(), None, tuple(chance.sample(_TAGS, 2)), None, self._text, tuple(blocks), (),
        )  # fmt: skip
        entities = tuple(
            Entity(
                identifier,
                kind,
                name,
                state,
                "GOV" if kind == "state" else None,
                None,
                Ref(),
                None,
                None,
                tuple(mentions),
            )
            for name, (identifier, kind, state, mentions) in self._entities.items()
        )
        finding = Finding("f1", "loaded_language", "info", "A word that judges.", None, (article.evidence(0, 6),))
        return Dossier(
            SCHEMA, "dragoman bench", (), article, entities, tuple(self._events), tuple(self._quotes), (finding,)
        )

    def _sentence(self) -> None:
        if self._text[-1] != "\n":
            self._write(" ")
        kind = self._chance.randrange(12)
        if kind < 3:
            self._event(("visit", "agreement", "transfer")[kind])
        elif kind == 3:
            self._event("exercise")
        elif kind == 4:
            self._quote()
        else:
            self._write(" ".join(self._chance.choice(_VOCABULARY) for _ in range(14)).capitalize() + ".")

    def _event(self, kind: str) -> None:
        one, other = self._state(), self._state()
        first = self._name(one[1], "state", one[0])
        verb = {"visit": " held talks in ", "agreement": " signed a programme with ", "transfer": " delivered "}.get(
            kind, " trained together with "
        )
        if kind == "transfer":
            weapon = self._chance.choice(_WEAPONS)
            amount = self._chance.randrange(2, 90)
            predicate = self._write(f" delivered {amount} {weapon} to ")
        else:
            predicate = self._write(verb)
        second = self._name(other[1], "state", other[0])
        self._write(f" under a {self._chance.choice(_VOCABULARY)} plan.")
        day = (self._published - timedelta(days=self._chance.randrange(40))).isoformat()
        detail: Detail
        type_: EventType = "COOPERATE"
        if kind == "visit":
            type_, detail = "CONSULT", Visit(visitor=first, host=second, from_=day, to=day)
        elif kind == "agreement":
            type_, detail = "AGREE", Agreement(instrument="programme", signatories=(first, second), status="signed")
        elif kind == "transfer":
            quantity = Number(amount, "exactly", str(amount))
            detail = Transfer(
                supplier=first, recipient=second, designation=weapon, quantity=quantity, status="delivered"
            )
        else:
            detail = Exercise(participants=(first, second), from_=day)
        self._events.append(
            Event(
                f"v{len(self._events) + 1}",
                type_,
                None,
                ("military",),
                (first,),
                (second,),
                EventDate(day, day, "day"),
                None,
                "occurred",
                (Voice("outlet"),),
                detail,
                (predicate,),
                0.8,
            )
        )

    def _quote(self) -> None:
        words = " ".join(self._chance.choice(_VOCABULARY) for _ in range(12))
        said = self._write(f"“We {words},”")
        cue = self._write(" said ")
        name = f"{self._chance.choice('ABCDEFG')}. {self._chance.choice(_SURNAMES)}"
        speaker = self._name(name, "person", self._state()[0])
        self._write(".")
        self._quotes.append(
            Quote(f"q{len(self._quotes) + 1}", speaker, None, "said", True, f"We {words},", None, None, (said, cue))
        )

    def _state(self) -> tuple[str, str]:
        code = self._chance.choices(list(_STATES), cum_weights=_WEIGHTS)[0]
        return code, _STATES[code]

    def _name(self, name: str, kind: EntityKind, state: str | None) -> str:
        where = self._write(name)
        known = self._entities.setdefault(name, (f"e{len(self._entities) + 1}", kind, state, []))
        known[3].append(Mention(where.start, where.end, where.text, "name"))
        return known[0]

    def _write(self, words: str) -> Evidence:
        start = len(self._text)
        self._text += words
        stripped = words.strip()
        begin = start + words.index(stripped)
        return Evidence(begin, begin + len(stripped), stripped)
