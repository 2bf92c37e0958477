"""Reading entities of a Wikidata JSON dump (an extract: one entity a line, with or without the array's brackets) as entries."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.resolve.codes import state_of_wikidata
from dragoman.resolve.organizations import Organization
from dragoman.resolve.people import Person, Term, offices
from dragoman.resolve.places import Place

_HUMAN = "Q5"
_POSITIONS, _BEGIN, _FINISH = "P39", "P580", "P582"
_POINT, _GEONAMES, _INHABITANTS = "P625", "P1566", "P1082"
_STATES = ("P17", "P27", "P495", "P1001")
"""Country, citizenship, country of origin, applies to jurisdiction: whichever is told first."""
_SECTORS = (
    (("Q17149090", "Q15925165", "Q176799", "Q781132", "Q4508", "Q61883", "Q11211", "Q41710", "Q772547"), "MIL"),
    (("Q47913", "Q622499"), "SPY"),
    (("Q192350", "Q327333", "Q192611", "Q2659904", "Q35798", "Q35749"), "GOV"),
    (("Q7278", "Q24649"), "PTY"),
    (("Q484652", "Q245065", "Q1335818"), "IGO"),
    (("Q17127659", "Q3147276", "Q6979593", "Q1788992", "Q28790362"), "REB"),
    (("Q163740", "Q79913", "Q708676"), "NGO"),
    (("Q4830453", "Q6881511", "Q783794", "Q891723", "Q43229"), "BUS"),
    (("Q192283", "Q11032", "Q1616075"), "JRN"),
    (("Q3918", "Q31855"), "EDU"),
)  # fmt: skip
"""Classes of bodies (P31) with the PLOVER sector that they tell; a body of another class gets the sector of its name's noun."""


def looks_like_wikidata(item: object) -> bool:
    """Whether a JSON value is an entity of Wikidata."""
    return isinstance(item, dict) and re.fullmatch(r"Q\d+", str(item.get("id"))) is not None and "labels" in item


def wikidata(items: Iterable[object]) -> Iterator[Organization | Person | Place]:
    """Persons, bodies and places among the entities; one without an English label is passed over."""
    kept = [item for item in items if looks_like_wikidata(item)]
    labels = {item["id"]: _label(item) for item in kept if isinstance(item, dict)}
    for item in kept:
        entity: dict[str, Any] = item  # type: ignore[assignment]
        name = _label(entity)
        if not name:
            continue
        others = tuple(sorted({alias for alias in _aliases(entity) if alias != name}))
        state = next((s for key in _STATES for q in _items(entity, key) if (s := state_of_wikidata(q))), None)
        classes = _items(entity, "P31")
        point = next((value for value in _values(entity, _POINT) if isinstance(value, dict)), None)
        if _HUMAN in classes:
            yield Person(name, others, state, tuple(_terms(entity, labels)), entity["id"])
        elif point is not None:
            place = _place(entity, name, others, state, point)
            if place is not None:
                yield place
        elif classes:
            sector = next((code for ids, code in _SECTORS if not set(ids).isdisjoint(classes)), None)
            yield Organization(name, others, state, sector, wikidata=entity["id"])


def _place(
    entity: dict[str, Any], name: str, others: tuple[str, ...], state: str | None, point: dict[str, Any]
) -> Place | None:
    try:
        north, east = float(point["latitude"]), float(point["longitude"])
    except (KeyError, TypeError, ValueError):
        return None
    number = next((int(v) for v in _values(entity, _GEONAMES) if isinstance(v, str) and v.isdigit()), None)
    amounts = [str(v.get("amount", "")) for v in _values(entity, _INHABITANTS) if isinstance(v, dict)]
    size = next((int(a.lstrip("+")) for a in amounts if a.lstrip("+").isdigit()), 0)
    return Place(name, others, state, north, east, number, size, sure=False, wikidata=entity["id"])


def _terms(entity: dict[str, Any], labels: dict[str, str | None]) -> Iterator[Term]:
    """Offices held, where the position's own entity is in the extract and its label is a known wording."""
    for claim in _claims(entity, _POSITIONS):
        label = labels.get(_item(_value(claim)) or "")
        office = _office(label) if label else None
        if office is None:
            continue
        qualifiers = claim.get("qualifiers")
        times = qualifiers if isinstance(qualifiers, dict) else {}
        yield Term(office, _month(times.get(_BEGIN)) or "", _month(times.get(_FINISH)))


def _office(label: str) -> str | None:
    words = label.lower().replace("-", " ").replace(" the ", " ").split(" of ")
    for end in range(len(words), 0, -1):
        office = offices().get(" of ".join(words[:end]).strip())
        if office is not None:
            return office.title
    return None


def _month(snaks: object) -> str | None:
    """A qualifier's time as year and month: "+2019-02-05T00:00:00Z" → "2019-02"; the year where no month is given."""
    if isinstance(snaks, list) and snaks:
        value = _value({"mainsnak": snaks[0]})
        found = re.match(r"\+(\d{4})-(\d\d)", str(value.get("time"))) if isinstance(value, dict) else None
        if found:
            return found.group(1) if found.group(2) == "00" else f"{found.group(1)}-{found.group(2)}"
    return None


def _label(entity: dict[str, Any]) -> str | None:
    labels = entity.get("labels")
    english = labels.get("en") if isinstance(labels, dict) else None
    value = english.get("value") if isinstance(english, dict) else None
    return value if isinstance(value, str) and value else None


def _aliases(entity: dict[str, Any]) -> Iterator[str]:
    aliases = entity.get("aliases")
    for alias in aliases.get("en", []) if isinstance(aliases, dict) else []:
        value = alias.get("value") if isinstance(alias, dict) else None
        if isinstance(value, str) and value:
            yield value


def _claims(entity: dict[str, Any], key: str) -> list[dict[str, Any]]:
    claims = entity.get("claims")
    found = claims.get(key) if isinstance(claims, dict) else None
    ranked = [claim for claim in found if isinstance(claim, dict)] if isinstance(found, list) else []
    return [claim for claim in ranked if claim.get("rank") != "deprecated"]


def _value(claim: dict[str, Any]) -> Any:  # noqa: ANN401  whatever the dump has there
    snak = claim.get("mainsnak")
    data = snak.get("datavalue") if isinstance(snak, dict) else None
    return data.get("value") if isinstance(data, dict) else None


def _values(entity: dict[str, Any], key: str) -> list[Any]:
    return [_value(claim) for claim in _claims(entity, key)]


def _item(value: object) -> str | None:
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def _items(entity: dict[str, Any], key: str) -> list[str]:
    return [found for value in _values(entity, key) if (found := _item(value)) is not None]
