"""A source becomes an article: decoded, told page from dump, cleaned, and put together with where everything stood."""

import hashlib

from dragoman.clean.body import is_sentence
from dragoman.clean.decode import decode
from dragoman.clean.dump import parts_of_dump
from dragoman.clean.language import language_of
from dragoman.clean.page import is_page, parts_of_page
from dragoman.clean.parts import Parts
from dragoman.errors import InputError
from dragoman.records.article import Article, Block
from dragoman.records.source import Source

LONGEST_DUMP = 2_000_000
LONGEST_PAGE = 20_000_000
"""Code points. The longest reports of the press have a few hundred thousand; the heaviest pages, markup and all, some
millions."""
BLOCK_BREAK = "\n\n"


def clean(source: Source) -> Article:
    """The article of a source. Raises `InputError` where it is empty, no text, too large, or no article."""
    if not source.data.strip():
        raise InputError(source.name, "empty: nothing but white space" if source.data else "empty file")
    text = decode(source)
    if not text.strip():
        raise InputError(source.name, "empty: nothing but white space")
    page = is_page(text)
    limit = LONGEST_PAGE if page else LONGEST_DUMP
    if len(text) > limit:
        raise InputError(source.name, f"too large: {len(text):,} characters; one article has at most {limit:,}")
    parts = parts_of_page(text) if page else parts_of_dump(text)
    reason = no_article(parts)
    if reason is not None:
        raise InputError(source.name, reason)
    return _assembled(source, parts)


def no_article(parts: Parts) -> str | None:
    """Why the parts are no article, or `None` where they are one."""
    if parts.refused is not None:
        return parts.refused
    body = [piece for piece in parts.pieces if piece.kind != "title"]
    if any(is_sentence(piece.text) for piece in body):
        return None
    seen = " ".join(dropped.text.lower() for dropped in parts.dropped)[:20_000]
    if any(word in seen for word in ("password", "log in", "sign in", "пароль", "войти")):
        return "no article: this looks like a login page"
    if len(parts.dropped) + len(body) >= 8:
        return "no article: links or short lines only, too little running text"
    return "no article: no running text"


def _assembled(source: Source, parts: Parts) -> Article:
    blocks: list[Block] = []
    position = 0
    for piece in parts.pieces:
        blocks.append(Block(piece.kind, position, position + len(piece.text), piece.source_start, piece.source_end))
        position += len(piece.text) + len(BLOCK_BREAK)
    text = BLOCK_BREAK.join(piece.text for piece in parts.pieces)
    return Article(
        id=hashlib.sha256(source.data).hexdigest(),
        source=source.name,
        outlet=parts.outlet,
        language=language_of(text),
        title=parts.title,
        authors=parts.authors,
        published=parts.published,
        dateline=parts.dateline,
        tags=parts.tags,
        views=parts.views,
        text=text,
        blocks=tuple(blocks),
        dropped=parts.dropped,
    )
