"""A source becomes an article: decoded, told page from dump, cleaned, and put together with where everything stood."""

import hashlib

from dragoman.clean.body import is_sentence
from dragoman.clean.day_order import in_order
from dragoman.clean.decode import Decoded, decode
from dragoman.clean.dump import parts_of_dump
from dragoman.clean.excerpt import parts_of_excerpt
from dragoman.clean.language import language_of
from dragoman.clean.mixture import mixture
from dragoman.clean.page import is_page, parts_of_page
from dragoman.clean.parts import Parts
from dragoman.clean.passages import passages
from dragoman.clean.relative_day import with_relative_day
from dragoman.clean.stated import with_stated
from dragoman.clean.translated import translated_from
from dragoman.errors import InputError
from dragoman.records.article import Article, Block, Note
from dragoman.records.source import Source

LONGEST_DUMP = 2_000_000
LONGEST_PAGE = 20_000_000
"""Code points. The longest reports of the press have a few hundred thousand; the heaviest pages, markup and all, some
millions."""
RUNNING_WORDS = 40
"""Words of a block that is running text even if it ends without a full stop."""
BLOCK_BREAK = "\n\n"


def clean(source: Source) -> Article:
    """The article of a source. Raises `InputError` where it is empty, no text, too large, or no article."""
    if not source.data.strip():
        raise InputError(source.label, "empty: nothing but white space" if source.data else "empty file")
    decoded = decode(source)
    text = decoded.text
    if not text.strip():
        raise InputError(source.label, "empty: nothing but white space")
    page = source.form == "page" or (source.form is None and is_page(text))
    limit = LONGEST_PAGE if page else LONGEST_DUMP
    if len(text) > limit:
        raise InputError(source.label, f"too large: {len(text):,} characters; one article has at most {limit:,}")
    title = source.stated.title if source.stated else None
    if source.excerpt:
        parts = parts_of_excerpt(text, title)
    else:
        parts = parts_of_page(text) if page else parts_of_dump(text, source.furniture)
        reason = no_article(parts)
        if reason is not None:
            raise InputError(source.label, reason)
    if source.stated:
        parts = with_stated(parts, source.stated)
    parts, notes = with_relative_day(parts, text, source.crawled)
    return _assembled(source, decoded, parts, notes)


def no_article(parts: Parts) -> str | None:
    """Why the parts are no article, or `None` where they are one."""
    if parts.refused is not None:
        return parts.refused
    body = [piece for piece in parts.pieces if piece.kind != "title"]
    if any(is_sentence(piece.text) or len(piece.text.split()) >= RUNNING_WORDS for piece in body):
        return None
    seen = " ".join(dropped.text.lower() for dropped in parts.dropped)[:20_000]
    if any(word in seen for word in ("password", "log in", "sign in", "пароль", "войти")):
        return "no article: this looks like a login page"
    if len(parts.dropped) + len(body) >= 8:
        return "no article: links or short lines only, too little running text"
    return "no article: no running text"


def _assembled(source: Source, decoded: Decoded, parts: Parts, notes: tuple[Note, ...]) -> Article:
    blocks: list[Block] = []
    position = 0
    for piece in parts.pieces:
        blocks.append(Block(piece.kind, position, position + len(piece.text), piece.source_start, piece.source_end))
        position += len(piece.text) + len(BLOCK_BREAK)
    text = BLOCK_BREAK.join(piece.text for piece in parts.pieces)
    language = language_of(text)
    if not (source.stated and source.stated.published):
        parts, told = in_order(parts, decoded.text, language, source.name)
        notes += told
    seen = "\n".join([text, *(dropped.text for dropped in parts.dropped)])
    origin = translated_from(decoded.text, seen, source.name)
    return Article(
        id=hashlib.sha256(source.data).hexdigest(),
        source=source.name,
        outlet=parts.outlet,
        language=language,
        title=parts.title,
        authors=parts.authors,
        published=parts.published,
        dateline=parts.dateline,
        tags=parts.tags,
        views=parts.views,
        text=text,
        blocks=tuple(blocks),
        dropped=parts.dropped,
        within=source.within,
        crawled=source.crawled,
        translated_from=origin if origin != language else None,
        passages=tuple(passages(text, blocks, language)),
        notes=(*source.notes, *decoded.notes, *notes, *parts.notes, *mixture(text)),
    )
