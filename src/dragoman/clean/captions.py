"""Lines under pictures are told from short paragraphs: they name a thing or a scene, mostly without a finite verb."""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.clean.data_rows import rows

LONGEST = 220
"""Code points; longer captions are read as paragraphs, since nothing but their place tells them apart."""
MOST_WORDS = 14
MOST_BARE_WORDS = 7
"""Words of a caption without a participle; a longer line holds a verb that this list of words does not know."""
RUSSIAN_VERB = re.compile(r"^[а-яё]{2,}(?:[её]т|ит|[уюая]т|[аияеыу]л[аио]?)(?:ся|сь)?$")
"""Endings of finite forms; a noun that ends so ("солдат") makes a paragraph of a caption, which does less harm."""
IMAGE = re.compile(r"\[?!\[")
EMPHASISED = re.compile(r"([*_])(?![*_\s])[^*_]+(?<!\s)\1")
WORD = re.compile(r"[^\W_][\w'’-]*")


def is_under_image(image: str, line: str) -> bool:
    """Whether a Markdown line, wholly emphasised, stands under the line of an image: so converters write captions."""
    return len(line) <= LONGEST and bool(IMAGE.match(image)) and bool(EMPHASISED.fullmatch(line))


def is_caption(text: str) -> bool:
    """Whether a line that stands alone between paragraphs is a caption by its wording."""
    if len(text) > LONGEST:
        return False
    rules = _rules()
    if any(pattern.match(text) for pattern in rules.credits):
        return True
    words = WORD.findall(text)
    if not text.endswith(".") or not words or len(words) > MOST_WORDS or text.count(".") > 1 + text[:-1].count("..."):
        return False
    if text[0] in "–—-" or text[0].islower() or re.match(r"(?:q|a|\d+)\s?[:.)]", text, re.IGNORECASE):
        return False
    lowered = [word.lower().replace("’", "'") for word in words]
    if any(word in rules.verbal or RUSSIAN_VERB.search(word) for word in lowered if word not in rules.participles):
        return False
    if re.search(r"\bto [a-z]", text) or (
        len(words) > MOST_BARE_WORDS and not any(word in rules.participles for word in lowered)
    ):
        return False
    # An unlisted "-ed" form is taken for a verb: a paragraph called a caption would be worse than the reverse.
    return all(word in rules.participles or not (word.endswith("ed") and word.islower()) for word in words)


@dataclass(frozen=True, slots=True)
class _Rules:
    participles: frozenset[str]
    verbal: frozenset[str]
    credits: tuple[re.Pattern[str], ...]


@cache
def _rules() -> _Rules:
    table = rows("data/clean/captions.tsv")

    def words(kind: str) -> frozenset[str]:
        return frozenset(word for row in table if row[0] == kind for word in row[1].split())

    credit_lines = tuple(re.compile(row[1], re.IGNORECASE) for row in table if row[0] == "credit")
    return _Rules(words("participle"), words("verbal"), credit_lines)
