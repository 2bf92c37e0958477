"""Which item of a new reading is which of the one before: by its words first, and never by a guess."""

import hashlib
from base64 import b32encode
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.records.kept import ItemKind
from dragoman.store.align import Alignment
from dragoman.store.items import Item, Span

_PREFIX: dict[ItemKind, str] = {"article": "ar", "event": "ev", "quote": "qu", "entity": "en", "finding": "fi"}
_DIGITS = 12
"""Of five bits each: two million ids have a chance of 1 in 600,000 that any two are alike."""


@dataclass(frozen=True, slots=True)
class Known:
    """An item of the reading before, with its id."""

    id: str
    kind: ItemKind
    spans: tuple[Span, ...]
    traits: tuple[str, ...]


def identified(article: str, new: Sequence[Item], known: Iterable[Known], alignment: Alignment) -> list[str]:
    """For each new item its id: that of the known item in the same words, otherwise one of its own."""
    ids: dict[int, str] = {}
    waiting = {}
    for old in known:
        moved = [alignment.place(*span) for span in old.spans]
        if moved and None not in moved:
            waiting[old.id] = (old, moved[0])
    free = set(range(len(new)))
    for alike in (_all_alike, _kind_alike, _words_alike):
        _pair(new, waiting, free, ids, alike)
    taken = {old.id for old in known}
    counted: Counter[tuple[ItemKind, str]] = Counter()
    for i, item in enumerate(new):
        if i not in ids:
            ids[i] = _fresh(article, item, counted, taken)
            taken.add(ids[i])
    return [ids[i] for i in range(len(new))]


def article_id(digest: str) -> str:
    """An article's id, from the SHA-256 of the first content it was kept with."""
    return _made("article", digest)


def judgement_id(*parts: str) -> str:
    """A judgement's id."""
    return "ju_" + _digits("\0".join(parts))


def _pair(
    new: Sequence[Item],
    waiting: dict[str, tuple[Known, Span | None]],
    free: set[int],
    ids: dict[int, str],
    alike: Callable[[Known, Item], bool],
) -> None:
    """Give ids on where one known item and one new one are alike, and no other is."""
    candidates: dict[str, list[int]] = {}
    wanted: Counter[int] = Counter()
    by_place: dict[tuple[ItemKind, Span], list[int]] = {}
    for i in sorted(free):
        for place in new[i].places:
            by_place.setdefault((new[i].kind, place), []).append(i)
    for identifier, (old, moved) in waiting.items():
        found = [i for i in by_place.get((old.kind, moved), ()) if alike(old, new[i])] if moved else []
        candidates[identifier] = found
        wanted.update(found)
    for identifier, found in candidates.items():
        if len(found) == 1 and wanted[found[0]] == 1:
            ids[found[0]] = identifier
            free.discard(found[0])
            del waiting[identifier]


def _all_alike(old: Known, item: Item) -> bool:
    return old.traits == item.traits


def _kind_alike(old: Known, item: Item) -> bool:
    return old.traits[:1] == item.traits[:1]


def _words_alike(_old: Known, _item: Item) -> bool:
    return True


def _fresh(article: str, item: Item, counted: Counter[tuple[ItemKind, str]], taken: set[str]) -> str:
    while True:
        counted[item.kind, item.anchor] += 1
        made = _made(item.kind, article, item.anchor, str(counted[item.kind, item.anchor]))
        if made not in taken:
            return made


def _made(kind: ItemKind, *parts: str) -> str:
    return f"{_PREFIX[kind]}_{_digits(chr(0).join((kind, *parts)))}"


def _digits(text: str) -> str:
    data = text.encode("utf-8", "surrogatepass")
    return b32encode(hashlib.sha256(data).digest()).decode("ascii").lower()[:_DIGITS]
