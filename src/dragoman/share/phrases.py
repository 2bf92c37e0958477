"""One event told in one sentence, from the patterns in `data/share/phrases.tsv`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from dragoman.records.event import Agreement, Casualties, Event, Number, Training, Transfer
from dragoman.share.names import listed, several, uncapital

_NOBODY = "Someone the text does not name"
_PARTIES = {
    "visitor", "host", "signatories", "supplier", "recipient", "trainer", "trainees_from", "participants", "place",
    "grantor", "grantee",
}  # fmt: skip
"""Fields of details that hold ids of entities."""
_FACILITIES = {"base": "a base", "airspace": "the airspace", "port": "a port", "transit": "transit routes"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the file; its header says what each column means."""

    type: str
    mode: str
    detail: str
    status: str
    subject: str
    base: str
    past: str
    ing: str
    rest: str

    def fits(self, event: Event) -> bool:
        """Whether the pattern is for such an event, its parties set aside."""
        detail = event.detail
        keys = (event.type, event.mode, detail and detail.kind, getattr(detail, "status", None))
        wanted = (self.type, self.mode, self.detail, self.status)
        return all(want in ("*", key) for want, key in zip(wanted, keys, strict=True))


def phrase(event: Event, callings: Mapping[str, str]) -> str:
    """Who did what with whom, when it is told plainly: the date, the claimants and the certainty stand beside it."""
    known = _words(event, callings)
    fitting = [pattern for pattern in _patterns() if pattern.fits(event)]
    pattern = next((p for p in fitting if _slot(p.subject, known)), fitting[-1])
    names = _slot(pattern.subject, known) or [_NOBODY]
    # Who does it is not also the one it is done to.
    others = {slot: [n for n in found if n not in names] for slot, found in known.items()}
    said = f"{listed(names)} {_predicate(pattern, event, several(names))}{_fill(pattern.rest, others)}"
    if isinstance(event.detail, Casualties):
        said += _toll(event.detail)
    if event.place and (place := callings.get(event.place)) and place not in said:
        said += f" — {place}"
    return said[:1].upper() + said[1:]


def _predicate(pattern: Pattern, event: Event, plural: bool) -> str:
    match event.factuality:
        case "occurred":
            return pattern.past
        case "ongoing":
            return f"{'are' if plural else 'is'} {pattern.ing}"
        case "planned":
            return f"{'are' if plural else 'is'} to {pattern.base}"
        case "possible":
            return f"may {pattern.base}"
        case "denied":
            return f"did not {pattern.base}"


def _words(event: Event, callings: Mapping[str, str]) -> dict[str, list[str]]:
    """What is known of the event, by slot: names of parties, words of numbers, texts."""
    ids: dict[str, tuple[str, ...]] = {"actors": event.actors, "recipients": event.recipients}
    ids["place"] = (event.place,) if event.place else ()
    known: dict[str, list[str]] = {}
    for field in fields(event.detail) if event.detail else ():
        value = getattr(event.detail, field.name)
        if field.name in _PARTIES:
            ids[field.name] = (value,) if isinstance(value, str) else value or ()
        elif isinstance(value, Number):
            known[field.name] = [uncapital(value.text)]
        elif value is not None:
            known[field.name] = [_FACILITIES.get(value, value) if field.name == "facility" else value]
    known |= {slot: list(dict.fromkeys(callings[i] for i in found if i in callings)) for slot, found in ids.items()}
    if isinstance(event.detail, Agreement):
        known["accord"] = [_accord(event.detail)]
    if isinstance(event.detail, Transfer):
        known["goods"] = [_goods(event.detail)]
    if isinstance(event.detail, Training):
        # Where several are trained, the detail's one field cannot name them all.
        whom = known["recipients"] if len(known["recipients"]) > 1 else known["trainees_from"] or known["recipients"]
        known["trained"] = [_trained(known.get("trainees", [""])[0], whom)]
    return known


def _accord(agreement: Agreement) -> str:
    kind = agreement.instrument or "agreement"
    title = agreement.title
    if not title:
        said = f"{'an' if kind[0].lower() in 'aeiou' else 'a'} {kind}"
    elif any(word.startswith(kind.casefold()[:7]) for word in title.casefold().split()):
        # The title says what it is, in either spelling ("program", "programme").
        said = f"the {title.removeprefix('the ').removeprefix('The ')}"
    else:
        said = f"the {kind} “{title}”"
    if agreement.field and agreement.field.casefold() not in said.casefold():
        said += f" on {agreement.field}"
    ends = [end for end in (agreement.valid_from, agreement.valid_to) if end]
    if not all(end[:4] in said for end in ends):
        first, last = agreement.valid_from or "…", agreement.valid_to or "…"
        said += f" (in force {first})" if first == last else f" (in force {first} – {last})"
    return said


def _goods(transfer: Transfer) -> str:
    what = transfer.designation or transfer.category or "arms or equipment"
    if transfer.quantity and transfer.quantity.text not in what:
        return f"{transfer.quantity.text} {what}"
    return what


def _trained(count: str, names: list[str]) -> str:
    """Who is trained: those that the text describes themselves, or people of a state."""
    whose = listed(names)
    if any(several([name]) for name in names):
        return whose if count in whose else f"{whose} ({count})"
    people = f"{count} people" if count else "military personnel"
    return f"{people} of {whose}" if whose else people


def _toll(casualties: Casualties) -> str:
    counts = ((field.name, getattr(casualties, field.name)) for field in fields(casualties))
    said = [f"{number.text} {name}" for name, number in counts if isinstance(number, Number)]
    return f" ({', '.join(said)})" if said else ""


def _slot(pattern: str, known: Mapping[str, list[str]]) -> list[str]:
    return next((known[slot] for slot in pattern.strip("{}").split("|") if known.get(slot)), [])


def _fill(pattern: str, known: Mapping[str, list[str]]) -> str:
    def part(match: re.Match[str]) -> str:
        first, _, otherwise = match[1].partition("||")
        slots = re.findall(r"\{[^}]*\}", first)
        return first if all(_slot(slot, known) for slot in slots) else otherwise

    chosen = re.sub(r"\[([^\]]*)\]", part, pattern)
    return re.sub(r"\{[^}]*\}", lambda match: listed(_slot(match[0], known)), chosen)


@cache
def _patterns() -> tuple[Pattern, ...]:
    text = (resources.files("dragoman") / "data/share/phrases.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(Pattern(*row) for row in rows[1:])
