"""Who says what in an article, and how certain it is."""

from collections.abc import Sequence

from dragoman.attribute.certainty import certainties
from dragoman.attribute.claims import statements
from dragoman.attribute.interview import answers
from dragoman.attribute.quotes import inner_text, quotations
from dragoman.attribute.recognised import recognised, with_sources
from dragoman.attribute.saying import Saying
from dragoman.attribute.traced import traced
from dragoman.records.article import Article, Evidence
from dragoman.records.attribution import Attribution, Claim, Quote
from dragoman.records.entity import Resolution
from dragoman.records.event import Voice, VoiceKind
from dragoman.records.reading import Reading


def attribute(article: Article, reading: Reading, resolution: Resolution) -> Attribution:
    """The quotations and statements of an article, whose voice each stretch stands in, and what is not plain fact."""
    sayings = said(article, reading, resolution)
    listed = [saying for saying in sayings if saying.direct or saying.listed]
    return Attribution(
        quotes=tuple(_quote(f"q{i}", saying, article) for i, saying in enumerate(listed, start=1)),
        claims=_claims(article, sayings),
        certainties=certainties(reading),
    )


def said(article: Article, reading: Reading, resolution: Resolution) -> tuple[Saying, ...]:
    """Every act of saying, direct or not, in the order of the words said."""
    direct = _direct(article, reading, resolution)
    indirect = statements(article, reading, resolution, direct)
    more = recognised(article, reading, resolution, (*direct, *indirect))
    sourced = with_sources(reading, resolution, (*direct, *indirect, *more))
    every = traced(article, sourced, resolution)
    return tuple(sorted(every, key=lambda s: (s.content[0][0], -s.size, s.cue or (0, 0))))


def _direct(article: Article, reading: Reading, resolution: Resolution) -> tuple[Saying, ...]:
    """The answers of an interview, and every quotation but one that an answer merely holds, with nobody else named."""
    own = answers(article, reading, resolution)
    held = [piece for answer in own for piece in answer.content]

    def repeats(quotation: Saying) -> bool:
        start, end = quotation.content[0]
        around = next((piece for piece in held if piece[0] < end and start < piece[1]), None)
        if around is None:
            return False
        cue = quotation.cue
        return quotation.source is None or cue is None or not (around[0] <= cue[0] and cue[1] <= around[1])

    return (*own, *(q for q in quotations(article, reading, resolution) if not repeats(q)))


def _quote(identifier: str, saying: Saying, article: Article) -> Quote:
    return Quote(
        id=identifier,
        speaker=saying.source.entity if saying.source else None,
        addressee=saying.addressee.entity if saying.addressee else None,
        cue=article.text[saying.cue[0] : saying.cue[1]] if saying.cue else None,
        direct=saying.direct,
        text=inner_text(article, saying),
        date=None,
        occasion=None,
        evidence=_evidence(article, saying),
    )


def _evidence(article: Article, saying: Saying) -> tuple[Evidence, ...]:
    """The words said, then those that attribute: in one piece where speaker and cue stand side by side."""
    spans = list(saying.content)
    named = (saying.source.start, saying.source.end) if saying.source else None
    if named and saying.cue and not article.text[min(named[1], saying.cue[1]) : max(named[0], saying.cue[0])].strip():
        spans.append((min(named[0], saying.cue[0]), max(named[1], saying.cue[1])))
    else:
        spans.extend(span for span in (named, saying.cue) if span)
    return tuple(article.evidence(start, end) for start, end in spans)


def _claims(article: Article, sayings: Sequence[Saying]) -> tuple[Claim, ...]:
    claims = [
        Claim(
            start,
            end,
            (*(_voice(article, outer) for outer in _around(saying, (start, end), sayings)), _voice(article, saying)),
        )
        for saying in sayings
        for start, end in saying.content
    ]
    # Of two claims on one stretch the one with more voices comes first, for it says more.
    return tuple(sorted(claims, key=lambda claim: (claim.start, -claim.end, -len(claim.voices))))


def _around(saying: Saying, span: tuple[int, int], sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings that report this one, outermost first: those whose words hold both what is said and who says it."""
    anchor = saying.cue or span
    outer = [
        other
        for other in sayings
        if other is not saying
        and other.cue != saying.cue
        and (
            (other.holds(span) and other.holds(anchor))
            or (saying.passed_on is not None and other.cue == saying.passed_on)
        )
    ]
    return sorted(outer, key=lambda other: -other.size)


def _voice(article: Article, saying: Saying) -> Voice:
    kind: VoiceKind = "speaker" if saying.direct else "source"
    if saying.source is not None:
        return Voice(kind, saying.source.entity, article.text[saying.source.start : saying.source.end])
    return Voice(kind, None, article.text[saying.cue[0] : saying.cue[1]] if saying.cue else None)
