"""Whether the outlet itself says something: neither a claim of somebody's nor a quotation."""

from dragoman.records.article import Article
from dragoman.records.attribution import Attribution


def own_voice(attribution: Attribution, article: Article, start: int, end: int) -> bool:
    """Whether the words stand in the outlet's own voice."""
    if any(voice.voice != "outlet" for voice in attribution.voices(start)):
        return False
    block = article.block_at(start)
    if block is not None and block.kind == "quote":
        return False
    said = [quote.evidence[0] for quote in attribution.quotes if quote.evidence]
    return not any(
        words.start <= start and end <= words.end and words.end - words.start > end - start for words in said
    )
