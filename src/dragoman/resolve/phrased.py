"""Actors named by a noun phrase ("the ministry", "Uzbek officers"), put on the board or found there again."""

from dragoman.records.entity import EntityKind
from dragoman.resolve.draft import Draft, Scene
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.named import Named
from dragoman.resolve.nominals import Nominal
from dragoman.resolve.page import Page
from dragoman.resolve.people import office_of, sector_of
from dragoman.resolve.reference import antecedent, owner_state, same_nominal

_COUNTERPARTS = frozenset({"counterpart", "colleague"})
_UNTOLD = frozenset({"UNK", "CVL", "BUS", "SOC"})
"""Sectors whose bodies are not worth an entity where nothing is known of them: "the industry", "a group"."""


def place_phrases(scene: Scene, nominals: list[Nominal], people: list[Named]) -> None:
    """Give every phrase its entity: one that is on the board already, or a new one."""
    page, board = scene.page, scene.board
    by_last = {one.last: one for one in people}
    for nominal in nominals:
        words = page.words
        start, end = words[nominal.first].start, words[nominal.last].end
        _owned(scene, nominal)
        person = _apposed(scene, nominal, by_last)
        if person is not None:
            _enrich(person, nominal)
            person.mention(start, end, "nominal")
            scene.at[nominal.head] = person
            continue
        if _said_of_a_body(scene, nominal):
            continue
        draft = same_nominal(page, board.drafts, nominal)
        untold = not nominal.states and nominal.type != "name" and (_idle(nominal) or _mass(page, nominal))
        if untold and (draft is None or draft.kind != "organization"):
            continue
        if draft is None:
            draft = _make(scene, nominal, nominal.state)
        elif draft.state is None and nominal.state:
            draft.state = nominal.state
        draft.mention(start, end, nominal.type)
        scene.at[nominal.head] = draft
        if len(nominal.states) > 1:
            _others(scene, nominal, draft)
    _counterparts(scene, people)


def _owned(scene: Scene, nominal: Nominal) -> None:
    """Find out whose somebody is ("his deputy", "its troops"), and what follows for state and office."""
    if nominal.owner is not None:
        owner = scene.at.get(nominal.owner) or antecedent(scene.page, scene.at, nominal.owner)
        if owner is not None:
            scene.at[nominal.owner] = owner
        if (nominal.after or not nominal.states) and nominal.agent.trait != "relational":
            acts = nominal.agent.kind != "place"
            state = owner.state if owner else owner_state(scene.page, scene.at, nominal.owner) if acts else None
            nominal.states = (state,) if state else nominal.states
    if nominal.agent.noun in _COUNTERPARTS:
        _like_owner(scene, nominal)


def _counterparts(scene: Scene, people: list[Named]) -> None:
    """Those whose title says no more than whose counterpart they are: "his Tajik counterpart Sherali Mirzo"."""
    for one in people:
        draft = scene.at.get(one.last)
        if one.title is None or draft is None or draft.told or one.title.agent.noun not in _COUNTERPARTS:
            continue
        if one.title.owner is not None:
            scene.at.pop(one.title.owner, None)  # the pronoun stands inside the mention, and means somebody else
        _owned(scene, one.title)
        if one.title.title is not None and draft.title in {None, one.title.title}:
            draft.title = one.title.title
            draft.office = office_of(draft.title, draft.state)
            draft.sector = sector_of(draft.title) or one.title.sector


def _said_of_a_body(scene: Scene, nominal: Nominal) -> bool:
    """Whether the noun for a person only says what a state or body is: "Estonia is a member of the alliance"."""
    page = scene.page
    if nominal.agent.kind != "person" or not any(page.children(nominal.head, "cop")):
        return False
    subject = next((scene.at[k] for k in page.children(nominal.head, "nsubj") if k in scene.at), None)
    return subject is not None and subject.kind in {"state", "organization"}


def _idle(nominal: Nominal) -> bool:
    """Whether a phrase without a state says too little to be an actor."""
    if nominal.agent.trait in {"relational", "strict"} or nominal.agent.kind == "place":
        return True
    if nominal.agent.trait == "weak":
        return nominal.sector in {"UNK", nominal.agent.sector}
    return nominal.sector in _UNTOLD and nominal.agent.kind == "organization"


def _mass(page: Page, nominal: Nominal) -> bool:
    """Whether a noun for a person stands for a thing: in the singular without article, "justice for all" is no judge."""
    word = page.words[nominal.head]
    if nominal.agent.kind != "person" or nominal.several or nominal.first != nominal.head or word.capital:
        return False
    related = word.relation in {"nsubj", "obj", "obl", "nmod"} or (
        word.relation == "conj" and not any(page.children(word.head, "det"))
    )
    return related and word.upos == "NOUN"


def _make(scene: Scene, nominal: Nominal, state: str | None) -> Draft:
    kind: EntityKind = "group" if nominal.agent.kind == "person" and nominal.several else nominal.agent.kind
    key = (kind, fold(nominal.name), state or "")
    sector = nominal.sector
    if nominal.title and not nominal.former and kind == "person":
        sector = sector_of(nominal.title) or sector
    if kind == "place":
        sector = ""
    draft = Draft(kind, _unquoted(nominal.name), state, sector or None, noun=nominal.agent.noun, former=nominal.former)
    if kind == "person":
        if nominal.title and not nominal.former:
            draft.title = nominal.title
            draft.office = office_of(nominal.title, state)
            draft.told = True
        return scene.board.take(key, draft) if nominal.definite else scene.board.add(draft)
    return scene.board.take(key, draft) if state or nominal.definite or not nominal.several else scene.board.add(draft)


def _unquoted(name: str) -> str:
    """A name without quotation marks that have lost their other half."""
    for opening, closing in (("“", "”"), ("«", "»")):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name if name.count('"') % 2 == 0 else name.replace('"', "")


def _others(scene: Scene, nominal: Nominal, nearest: Draft) -> None:
    """Further states of one phrase ("American and British troops"): an entity each, over a wider span than the first."""
    page = scene.page
    words = page.words
    nearest.mentions.pop((words[nominal.first].start, words[nominal.last].end), None)
    nearest.mention(words[nominal.head].start, words[nominal.last].end, nominal.type)
    for state in nominal.states[1:]:
        draft = _make(scene, nominal, state)
        draft.mention(words[nominal.first].start, words[nominal.last].end, nominal.type)


def _apposed(scene: Scene, nominal: Nominal, by_last: dict[int, Named]) -> Draft | None:
    """The person that a title stands beside: "X, the minister", "the minister, X,"."""
    if nominal.agent.kind != "person" or nominal.several:
        return None
    words = scene.page.words
    if nominal.first >= 2 and words[nominal.first - 1].text == ",":
        before = by_last.get(nominal.first - 2)
        if before is not None and words[nominal.head].relation in {
            "appos",
            "nmod",
            "flat",
            "list",
            "dep",
            "amod",
            "parataxis",
        }:
            return scene.at.get(before.last)
    above = scene.at.get(words[nominal.head].head) if words[nominal.head].relation == "appos" else None
    if above is not None and above.kind == "person" and above.named and nominal.definite:
        return above
    # "The spokesman of X and the head of Y, Z": the tree hangs Z on the spokesman, but it is the head.
    first = words[nominal.head].head if words[nominal.head].relation == "conj" else nominal.head
    for link in scene.page.children(first, "appos", "flat"):
        draft = scene.at.get(link)
        nearer = any(nominal.head < k < link for k in scene.page.children(first, "conj"))
        if draft is not None and draft.kind == "person" and link > nominal.head and not nearer:
            return draft
    return None


def _enrich(person: Draft, nominal: Nominal) -> None:
    if nominal.state and (person.state is None or (nominal.title and not person.told)):
        person.state = nominal.state
    if nominal.former:
        person.former = True
        person.sector = "ELI"
    elif nominal.title and (person.title is None or person.title == nominal.title):
        person.title = nominal.title
        person.told = True
        person.office = office_of(nominal.title, person.state)
        person.sector = sector_of(nominal.title) or nominal.sector
    elif person.sector in {None, "UNK"}:
        person.sector = nominal.sector


def _like_owner(scene: Scene, nominal: Nominal) -> None:
    """A counterpart holds the office of the one whose counterpart it is, in another state."""
    owner = scene.at.get(nominal.owner) if nominal.owner is not None else None
    if owner is None:
        owners = [scene.at[k] for k in range(nominal.first, nominal.head) if k in scene.at]
        owner = next((draft for draft in owners if draft.kind == "person"), None)
    if owner is None:
        return
    nominal.sector = owner.sector or nominal.sector
    if not nominal.several and owner.title:
        nominal.title = owner.title
