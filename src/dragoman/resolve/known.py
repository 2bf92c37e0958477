"""Known names, put on the board: what the lists say they are."""

from dragoman.resolve.agents import agents
from dragoman.resolve.draft import Draft, Scene
from dragoman.resolve.named import Named
from dragoman.resolve.names import Found
from dragoman.resolve.nominals import Nominal, NominalFinder
from dragoman.resolve.phrases import core_start


def place_known(scene: Scene, found: list[Found], people: list[Named], nominals: list[Nominal]) -> None:
    """Give every known name its entity, and its head word to what the name means."""
    page, board = scene.page, scene.board
    heads = {page.head_of(one.first, one.last) for one in people}
    heads |= {page.head_of(nominal.first, nominal.last) for nominal in nominals}
    named = {k for one in people for k in range(one.name_first, one.last + 1)}
    for one in found:
        text = page.text[one.start : one.end]
        if one.kind == "person" or (one.first >= 0 and set(range(one.first, one.last + 1)) & named):
            continue
        if one.kind == "people":
            _people(scene, one, text, heads)
            continue
        if one.kind == "organization":
            draft = board.organization(one, text, page.day)
        elif one.kind == "place":
            draft = board.place(one, text)
        elif one.state is None:
            continue
        elif one.kind == "nationals" and not _collective(scene, one):
            draft = board.take(("nationals", text, one.state), Draft("group", text, one.state))
        else:
            draft = board.state(one.state)
            if one.seat:
                draft.sector = "GOV"
        head = page.head_of(one.first, one.last) if one.first >= 0 else -1
        # Where the parser makes the adjective the head of its phrase, the phrase's entity has to be found there.
        hidden = any(n.first <= head <= n.last and n.head != head for n in nominals) or head in scene.at
        if head in heads and hidden and one.kind in {"state", "adjective"}:
            continue
        draft.mention(one.start, one.end, "nominal" if one.kind == "described" else "name")
        if head >= 0:
            scene.at.setdefault(head, draft)


def is_common(scene: Scene, one: Found, finder: NominalFinder) -> bool:
    """Whether the name of a body is a common noun here: "Russian Security Council" is not the United Nations' one."""
    if one.kind != "organization" or one.first < 0:
        return False
    if scene.page.text[one.start : one.end].lower().replace("-", " ") not in agents():
        return False
    words = scene.page.words
    before = range(core_start(scene.page, one.last), one.first)
    after = range(one.last + 1, min(one.last + 4, len(words)))
    if not (after and words[after[0]].lower == "of"):
        after = range(0)
    return any((other := finder.found_at(k)) is not None and other.state for k in (*before, *after))


def _people(scene: Scene, one: Found, text: str, heads: set[int]) -> None:
    """A people named by itself ("the Kurds") is a group; its adjective is nothing by itself."""
    if one.first < 0:
        return
    word = scene.page.words[one.last]
    if word.relation in {"amod", "compound", "flat"} or one.last in heads or word.upos == "ADJ":
        return
    draft = scene.board.take(("nationals", text, one.state or ""), Draft("group", text, one.state))
    draft.mention(one.start, one.end, "name")
    scene.at.setdefault(one.last, draft)


def _collective(scene: Scene, one: Found) -> bool:
    """Whether nationals stand for their state: "the Americans", but not "two Russians" or "ethnic Uzbeks"."""
    if one.first < 0:
        return False
    page = scene.page
    head = page.head_of(one.first, one.last)
    before = page.words[one.first - 1].lower if one.first else ""
    return before == "the" and not any(page.children(head, "nummod", "amod", "nmod"))
