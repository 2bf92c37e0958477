"""Short names given in brackets after a name, found again further on."""

import re

from dragoman.resolve.draft import Draft, Scene

_ACRONYM = re.compile(r"\s?\(\s?[\"“]?([A-Z][A-Za-z]{0,3}[A-Z]{1,6}s?)[\"”]?\s?[;,)]")


def place_acronyms(scene: Scene) -> None:
    """Short names given in brackets after a name find it again further on."""
    text = scene.page.text
    for draft in list(scene.board.drafts):
        if draft.kind not in {"organization", "document", "occasion"}:
            continue
        for _, end in sorted(draft.mentions):
            found = _ACRONYM.match(text, end)
            if found is not None:
                _shortened(scene, draft, found.group(1), found.start(1))


def _shortened(scene: Scene, draft: Draft, short: str, begin: int) -> None:
    """Give a draft the mentions of its short name, also those that the recogniser took for a body of its own."""
    for other in scene.board.drafts:
        same = other is not draft and other.kind == "organization" and other.name == short
        if same and other.state in {None, draft.state}:
            for (start, end), kind in sorted(other.mentions.items()):
                draft.mention(start, end, kind)
            other.mentions.clear()
    taken = [span for other in scene.board.drafts for span in other.mentions]
    for again in re.finditer(rf"\b{re.escape(short)}\b", scene.page.text):
        if again.start() >= begin and not any(start <= again.start() < end for start, end in taken):
            draft.mention(again.start(), again.start() + len(short), "name")
