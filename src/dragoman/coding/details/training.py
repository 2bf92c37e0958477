"""The detail of training: who trains whose people, how many, where and in what."""

from dragoman.coding.details.case import Case
from dragoman.coding.numbers import amount_of
from dragoman.records.article import Evidence
from dragoman.records.event import Training


def training(case: Case) -> tuple[Training, tuple[Evidence, ...]]:
    """The training as the draft and its sentence tell it."""
    draft = case.draft
    trainer = draft.actors[0].entity if draft.actors else None
    trainees_from = draft.recipients[0].entity if draft.recipients else None
    scope = case.scope()
    people = [i for i in scope if case.words.has("trainee", case.lemma(i)) and case.sentence.tokens[i].upos == "NOUN"]
    counted = next((a for i in people if (a := amount_of(case.sentence, i, case.article.language))), None)
    institution = _institution(case, scope)
    field = _field(case)
    detail = Training(
        trainer=trainer,
        trainees_from=trainees_from,
        trainees=counted.number if counted else None,
        institution=case.text(*institution) if institution else None,
        field=case.text(*field) if field else None,
    )
    spans = [
        case.evidence(draft.words),
        case.evidence((counted.first, counted.last)) if counted else None,
        case.evidence(institution or ()),
        case.evidence(field or ()),
    ]
    return detail, tuple(evidence for evidence in spans if evidence)


def _institution(case: Case, scope: list[int]) -> tuple[int, int] | None:
    """A school by its name or its words: "the Tashkent military academy"."""
    for index in scope:
        token = case.sentence.tokens[index]
        if token.upos not in ("NOUN", "PROPN") or not case.words.has("institution", case.words.base(token)):
            continue
        found = case.resolution.at(token.start)
        if found and found[0].kind == "organization":
            first, last = case.sentence.index_at(found[1].start), case.sentence.index_at(found[1].end - 1)
            if first is not None and last is not None:
                return (first + 1 if case.sentence.tokens[first].upos == "DET" else first), last
        first = index
        while first > 0 and case.sentence.tokens[first - 1].head == index and _describes(case, first - 1):
            first -= 1
        return first, index
    return None


def _describes(case: Case, index: int) -> bool:
    token = case.sentence.tokens[index]
    return token.relation in ("amod", "compound", "flat") and token.upos in ("ADJ", "NOUN", "PROPN")


def _field(case: Case) -> tuple[int, int] | None:
    """What is taught: "trained in mine clearance", "pilot training" has none but "combat medicine training" has."""
    tokens = case.sentence.tokens
    for index in case.happening():
        for child in case.sentence.dependents(index, "obl", "nmod"):
            if not any(case.words.has("subject case", word) for word in case.cases(child)):
                continue
            entity = case.entity(child)
            if (entity is None or entity.kind in ("weapon", "document")) and _teachable(case, child):
                first = child
                while (
                    first > 0 and tokens[first - 1].upos in ("NOUN", "ADJ", "PROPN") and tokens[first - 1].head >= index
                ):
                    first -= 1
                return first, child
        if case.words.has("training noun", case.lemma(index)):
            first = index
            while (
                first > 0
                and tokens[first - 1].head == index
                and _describes(case, first - 1)
                and case.entity(first - 1) is None
            ):
                first -= 1
            if first < index and not case.words.has("trainee", case.lemma(index - 1)):
                return first, index - 1
    return None


def _teachable(case: Case, index: int) -> bool:
    """Whether something after "in" is a subject and not a time, a school or a country."""
    token = case.sentence.tokens[index]
    if (
        token.upos != "NOUN"
        or case.words.has("institution", case.words.base(token))
        or case.words.has("term unit", case.words.base(token))
    ):
        return False
    return not case.words.has("no subject", case.words.base(token))
