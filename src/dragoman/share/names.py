"""How the dossier for people calls an entity: by office and name, with the article that English wants."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.records.entity import Entity

_THE_FIRST = {"United", "Central", "Dominican", "Democratic"}
_THE_LAST = {
    "Republic",
    "Federation",
    "Emirates",
    "Islands",
    "Netherlands",
    "Philippines",
    "Maldives",
    "Bahamas",
    "Union",
}
"""Words at which the usual English name of a state takes the article: "the United States", "the Czech Republic"."""
_MANY = {"people", "personnel", "police", "militia", "men", "women"}
"""Plurals without their ending."""
_OPENERS = {
    "a", "an", "the", "his", "her", "its", "their", "some", "many", "several", "two", "three", "four", "five", "six", "more",
    "about", "at", "up", "nearly", "almost", "over", "another", "other", "dozens", "hundreds", "thousands", "this", "these",
}  # fmt: skip
"""Words that have a capital only where they open a sentence."""
_LONGEST = 60
"""Characters from which a description is too long to serve as a name."""


def callings(entities: Iterable[Entity]) -> dict[str, str]:
    """The words for every entity by its id."""
    entities = tuple(entities)
    states = {entity.state: entity.name for entity in entities if entity.kind == "state" and entity.state}
    return {entity.id: _calling(entity, states) for entity in entities}


def listed(names: Iterable[str]) -> str:
    """Names as English lists them, each once: "A, B and C"."""
    unique = list(dict.fromkeys(names))
    return " and ".join([", ".join(unique[:-1]), unique[-1]] if len(unique) > 1 else unique)


def possessive(name: str) -> str:
    """The owner's form: "Russia's", "Belarus's", "the United States'"."""
    return name + ("'" if name.startswith("the ") and name.endswith("s") else "'s")


def several(names: Sequence[str]) -> bool:
    """Whether a verb after these names stands in the plural: "Russia and China", "Kyrgyz soldiers", "some 200 people"."""
    last = names[-1].split()[-1] if names and names[-1].split() else ""
    return len(names) > 1 or (last.islower() and (last in _MANY or (last.endswith("s") and not last.endswith("ss"))))


def uncapital(words: str) -> str:
    """The words without the capital that only a sentence's beginning gave them."""
    first, space, rest = words.partition(" ")
    return first.lower() + space + rest if first.lower() in _OPENERS else words


def _calling(entity: Entity, states: Mapping[str, str]) -> str:
    if entity.kind == "state":
        return _with_article(entity.name)
    described = [mention.text for mention in entity.mentions if mention.type == "nominal"]
    if described and not any(mention.type == "name" for mention in entity.mentions):
        # Somebody without a name is called as the text does: "the ambassador", "some 200 people".
        whole = _whole(uncapital(described[0]), entity.name)
        return whole if len(whole) <= _LONGEST else entity.name
    office = entity.office
    if entity.kind != "person" or not office or entity.name.casefold() in office.casefold():
        return entity.name
    state = states.get(entity.state or "", "")
    if state and office.endswith(f" of {state}"):
        return f"{possessive(_with_article(state))} {office.removesuffix(f' of {state}')} {entity.name}"
    if state and office.endswith(f" of the {state}"):
        return f"{possessive(_with_article(state))} {office.removesuffix(f' of the {state}')} {entity.name}"
    return f"{office} {entity.name}"


def _whole(mention: str, name: str) -> str:
    """A short mention as far as the name goes on from it: "a number" of "number of border guards"."""
    opener, _, rest = mention.partition(" ")
    if opener in _OPENERS and name.casefold().startswith(rest.casefold()):
        return f"{opener} {rest}{name[len(rest) :]}"
    return mention + name[len(mention) :] if name.casefold().startswith(mention.casefold()) else mention


def _with_article(state: str) -> str:
    words = state.split()
    return f"the {state}" if words and (words[0] in _THE_FIRST or words[-1] in _THE_LAST) else state
