"""Why: PLOVER's contexts of an event, from the words of its sentence."""

from collections import Counter

from dragoman.coding.scene import Scene

_MOST = 3
"""Contexts named at most: more would say nothing."""


def contexts(scene: Scene) -> tuple[str, ...]:
    """The contexts whose words the sentence has, the most frequent first."""
    known = scene.lexicon.contexts
    counts = Counter(known[lemma] for lemma in scene.lemmas if lemma in known)
    return tuple(name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST])
