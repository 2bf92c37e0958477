"""The outline of a source that is a text dump, by which the furniture of its outlet is known."""

from dragoman.clean.decode import decode
from dragoman.clean.furniture import Outline, outline
from dragoman.clean.page import is_page
from dragoman.errors import InputError
from dragoman.records.source import Source


def outlined(source: Source) -> Outline | None:
    """The outline of a dump; `None` for HTML, a feed's summary and what cannot be decoded."""
    if source.excerpt or source.form == "page":
        return None
    try:
        text = decode(source).text
    except InputError:
        return None
    return None if source.form is None and is_page(text) else outline(text)
