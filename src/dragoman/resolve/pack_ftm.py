"""Reading entities of FollowTheMoney (one JSON object a line, as OpenSanctions publishes them) as the entries of a pack."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.resolve.codes import state_of_iso2
from dragoman.resolve.organizations import Organization
from dragoman.resolve.people import Person, Term, offices

_BODIES = {"Organization": None, "PublicBody": "GOV", "Company": "BUS", "LegalEntity": None}
"""Schemata of bodies with the PLOVER sector that the schema alone tells."""
_TOPICS = (
    ("role.spy", "SPY"), ("mil", "MIL"), ("gov.security", "MIL"), ("gov.igo", "IGO"), ("gov", "GOV"), ("pol.party", "PTY"),
    ("crime.terror", "REB"), ("crime", "CRM"), ("rel", "REL"), ("pol.union", "LAB"), ("fin", "BUS"),
)  # fmt: skip
"""Topics of FollowTheMoney that tell a sector, the surest first."""


def looks_like_ftm(item: object) -> bool:
    """Whether a JSON value is an entity of FollowTheMoney."""
    return isinstance(item, dict) and isinstance(item.get("schema"), str) and isinstance(item.get("properties"), dict)


def ftm(items: Iterable[object]) -> Iterator[Organization | Person]:
    """The persons and bodies among the entities; others (vessels, sanctions, addresses) are passed over."""
    for item in items:
        if not looks_like_ftm(item):
            continue
        entity: dict[str, Any] = item  # type: ignore[assignment]
        schema, told = entity["schema"], entity["properties"]
        names = [*_texts(told, "name"), *_texts(told, "alias")]
        caption = entity.get("caption")
        name = caption if isinstance(caption, str) and caption else next(iter(names), None)
        if not name:
            continue
        others = tuple(sorted({other for other in names if other != name}))
        wikidata = next((text for text in _texts(told, "wikidataId")), None)
        codes = [*_texts(told, "country"), *_texts(told, "jurisdiction"), *_texts(told, "nationality")]
        state = next((code for text in codes if (code := state_of_iso2(text)) is not None), None)
        if schema == "Person":
            yield Person(name, others, state, tuple(_terms(_texts(told, "position"))), wikidata)
        elif schema in _BODIES:
            topics = _texts(told, "topics")
            sector = next((code for topic, code in _TOPICS if topic in topics), _BODIES[schema])
            yield Organization(name, others, state, sector, wikidata=wikidata)


def parsed(lines: Iterable[str]) -> Iterator[object]:
    """The JSON values of lines, those that are none passed over."""
    for line in lines:
        try:
            yield json.loads(line)
        except ValueError:
            continue


def _texts(told: dict[str, Any], key: str) -> list[str]:
    values = told.get(key)
    return [value for value in values if isinstance(value, str) and value] if isinstance(values, list) else []


def _terms(positions: Iterable[str]) -> Iterator[Term]:
    """Offices named by positions in known wordings, without dates: FollowTheMoney keeps those elsewhere."""
    seen: set[str] = set()
    for position in positions:
        words = position.lower().replace("-", " ").replace(" the ", " ").split(" of ")
        for end in range(len(words), 0, -1):
            office = offices().get(" of ".join(words[:end]).strip())
            if office is not None:
                if office.title not in seen:
                    seen.add(office.title)
                    yield Term(office.title, "", None)
                break
