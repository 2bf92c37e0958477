"""Who says what, from semantic roles: a predicate of saying or thinking, its agent and what is said become one saying."""

import json
from collections.abc import Iterable
from pathlib import Path

SAYING = frozenset(
    """say.01 tell.01 claim.01 report.01 announce.01 state.01 note.01 add.02 think.01 believe.01 suggest.01 argue.01
    argue.02 write.01 mention.01 deny.01 warn.01 explain.01 insist.01 hear.01 assert.01 reveal.01 conclude.01 admit.01
    acknowledge.01 declare.01 declare.02 respond.01 reply.01 comment.01 remark.01 confirm.01 estimate.01 predict.01
    fear.01 doubt.01 hope.01 expect.01 feel.02 assume.01 assume.02 speculate.01 testify.01 maintain.01 complain.01
    recall.02 promise.01 vow.01 pledge.01 accuse.01 allege.01 contend.01 stress.01 emphasize.01 point_out.02 indicate.01
    show.01 find.02 urge.01 recommend.01 propose.01 agree.01 learn.01 ask.01 inform.01 quote.01 understand.01
    disclose.01 reiterate.01 cite.01 imply.01 guess.01 wonder.01 worry.01 caution.01 advise.01""".split()
)
"""Rolesets of PropBank whose first role is somebody who says or thinks and whose second is what."""

_SOURCE, _CONTENT = {"ARG0"}, {"ARG1", "C-ARG1"}
_SHORTEST = 3


def read_roles(path: Path) -> dict[str, tuple[str, ...]]:
    """By `sent_id`, the tags of the outermost sayings in a file of semantic roles (JSON Lines: tokens, predicates)."""
    tagged = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        tags = ["O"] * len(sentence["tokens"])
        spoken = [p for p in sentence["predicates"] if p["roleset"] in SAYING and _content(p["args"]) >= _SHORTEST]
        for predicate in sorted(spoken, key=lambda p: -_content(p["args"])):
            cue = predicate["index"]
            spans = [("SRC", s, e) for role, s, e in predicate["args"] if role in _SOURCE]
            spans += [("TXT", s, e) for role, s, e in predicate["args"] if role in _CONTENT]
            first = cue
            while first and _part_of_cue(predicate["args"], first - 1, sentence["tokens"]):
                first -= 1
            spans.append(("CUE", first, cue + 1))
            if all(tags[i] == "O" for _, s, e in spans for i in range(s, e)):
                for kind, start, end in spans:
                    for i in range(start, end):
                        tags[i] = ("B-" if i == start else "I-") + kind
        tagged[sentence["sent_id"]] = tuple(tags)
    return tagged


def _content(args: Iterable[tuple[str, int, int]]) -> int:
    return sum(end - start for role, start, end in args if role in _CONTENT)


_AUXILIARIES = frozenset("has have had is are was were be been being will would did do does 's 've 'd".split())


def _part_of_cue(args: Iterable[tuple[str, int, int]], i: int, tokens: list[str]) -> bool:
    """Auxiliaries, negation, adverbs and modals before the verb belong to the words that carry the saying."""
    return tokens[i].lower() in _AUXILIARIES or any(
        role in {"ARGM-NEG", "ARGM-MOD", "ARGM-ADV", "ARGM-MNR"} and start == i and end == i + 1
        for role, start, end in args
    )
