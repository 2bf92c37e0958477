"""Whether a line near a title names a person, an outlet, an office or a series, by its wording."""

import re
from functools import cache

from dragoman.clean.data_rows import rows

MOST_WORDS = 6
"""Words of an outlet's name: "The Indian Ocean Quarterly Review" has five."""
NAME_WORD = re.compile(r"(?:(?:de|van|von|der|den|al|el|bin|ibn|la|di|da|du|le)|[^\W\d_a-zа-яёіїєґ][\w'’ʻ.-]*)")
SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "at", "a", "de", "la", "и", "в", "на"])
BETWEEN_NAMES = re.compile(r",\s|;\s|\s(?:and|und|et|и|та|y|&)\s")
ISSUE = re.compile(r"\b(?:no|nr|vol|issue|paper|number|series|№|вып|номер)\b\.?|\d|№", re.IGNORECASE)
OFFICE = re.compile(
    r"(?:the )?(?:ministry|department|embassy|office|government|secretariat|general staff|mission|delegation|"
    r"министерство|посольство|правительство|управление|генеральный штаб)\b.{0,12}\b(?:of|for|to|иностранных|обороны|\w+)\b",
    re.IGNORECASE,
)
SERIES = re.compile(
    r"(?:press[ -](?:release|statement|note|communiqu[eé])|joint (?:statement|communiqu[eé])|news release|media release|"
    r"for immediate release|press (?:service|office)|statement|communiqu[eé]|пресс-релиз|пресс-служба|сообщение для печати)"
    r"(?:\s?(?:no\.?|nr\.?|n[°º]|№|#)?\s?[\d/-]+)?\W*",
    re.IGNORECASE,
)
ISSUER_FIRST = frozenset(["газета", "агентство", "вестник", "журнал", "известия", "новости", "радио", "голос", "эхо"])
"""Many Russian outlets begin with what they are; English ones end with it."""
ISSUER_LAST = frozenset(["вестник", "газета", "обозрение", "обозреватель"])
"""Written small after the outlet's first word."""
SOURCE = re.compile(
    r"(?i:source|publication|newspaper|outlet|publisher|источник|издание|газета)\s?:\s*(?P<outlet>[«“\"]?[^\W\d_a-zа-яё].{1,60})"
)
QUOTED = re.compile(r"\w+ [«“\"](?P<outlet>[^«»“”\"]+)[»”\"]")
LONGEST_CREDIT = 100
MOST_NAMES = 3
"""Names of one person; four capitalised words are as often a headline: "Boris Johnson Visits Kyiv"."""
INITIAL_LAST = re.compile(r"\b[^\W\d_]\.$")
ROLE = re.compile(r"\s[|•·–—-]\s|\s?\(")
FORMS = frozenset(["dr", "prof", "professor", "mr", "mrs", "ms", "sir", "д-р", "проф"])
"""How persons are addressed, before their names."""
SIGNED = re.compile(r"(?P<person>[^,«»“”\"]+), [«“\"](?P<outlet>[^«»“”\"]{3,50})[»”\"]")


def is_name(text: str, *, least: int) -> bool:
    """Whether words look like a person's name: one to five capitalised words, none of them a section's."""
    words = text.split()
    if not least <= len(words) <= 5 or not all(NAME_WORD.fullmatch(word) for word in words):
        return False
    plain = [word.strip(".'’").lower() for word in words]
    return not any(word in words_of("sections.tsv") for word in plain) and any(len(word) > 1 for word in plain)


def persons(text: str) -> list[str]:
    """The names of a line that is a list of persons and nothing else: "Aida Karimova, Paul Moss"; else none."""
    parts = [part.strip() for part in BETWEEN_NAMES.split(text)]
    fits = 1 <= len(parts) <= 4 and all(
        2 <= len(part.split()) <= 4 and is_name(part, least=2) and not part.isupper() for part in parts
    )
    return parts if fits and not outlet(text) and text.split(maxsplit=1)[0].lower() not in SMALL else []


def known_persons(text: str) -> list[str]:
    """The persons with whose known given names a line begins, whatever else it says of them; none in a longer line.

    "Anna Belova & Dr. Tom Reed", "LEO GARCIA", "Anna Belova, Harbour Institute", "Anna Belova – senior analyst".
    """
    if len(text) > LONGEST_CREDIT or (text[-1:] in ".!?:;" and not INITIAL_LAST.search(text)):
        return []
    found: list[str] = []
    for part in BETWEEN_NAMES.split(ROLE.split(text, maxsplit=1)[0].strip()):
        name = part.strip()
        words = [word for word in name.lower().split() if word.rstrip(".") not in FORMS]
        if (
            not words
            or words[0] not in _given_names()
            or not 2 <= len(words) <= MOST_NAMES
            or not is_name(name, least=2)
        ):
            break
        found.append(name)
    return found


def is_section(text: str) -> bool:
    """Whether a line is made of nothing but words of which papers name their sections: "World News"."""
    words = text.lower().split()
    return len(words) <= 3 and all(word in words_of("sections.tsv") for word in words)


def outlet(text: str) -> str | None:
    """The outlet that a line names by a word such as "Observer", without its issue; "World News" is a section."""
    name, _, issue = text.partition(", ")
    if issue and not ISSUE.search(issue):
        return None
    words = name.split()
    if not 2 <= len(words) <= MOST_WORDS:
        return None
    lowered = [word.lower() for word in words]
    if lowered[0] in ISSUER_FIRST and words[0][0].isupper():
        quoted = QUOTED.fullmatch(name)
        return (quoted["outlet"] if quoted else name) if name[-1] not in ".!?:;" else None
    if words[-1] in ISSUER_LAST and len(words) <= 3 and words[0][0].isupper():
        return name
    others = [word for word in lowered[:-1] if word not in SMALL]
    sections = words_of("sections.tsv") - {"daily", "weekly"}
    named = lowered[-1] in words_of("outlet_words.tsv") and is_titled(name)
    return name if named and not all(word in sections for word in others) else None


def stated_outlet(text: str) -> str | None:
    """The outlet of a line that says so: "Source: Harbour Times"."""
    match = SOURCE.fullmatch(text)
    return match["outlet"].strip(' «»“”"') if match and "http" not in text and len(text.split()) <= 8 else None


def signature(text: str) -> tuple[str, str] | None:
    """Person and outlet of a line such as "Anna Belova, “Morskoi vestnik”"."""
    match = SIGNED.fullmatch(text)
    return (match["person"], match["outlet"]) if match and is_name(match["person"], least=2) else None


def is_titled(text: str) -> bool:
    """Whether a short line is capitalised throughout, as a name is, and is no section's."""
    return 2 <= len(text.split()) <= MOST_WORDS and is_capitalised(text) and not is_section(text)


def is_capitalised(text: str) -> bool:
    """Whether every word begins with a capital but the smallest, as in names and in headlines of some papers."""
    return all(NAME_WORD.fullmatch(word) or (i > 0 and word in SMALL) for i, word in enumerate(text.split()))


def office(text: str) -> str | None:
    """The office of a state that a line names: "MINISTRY OF DEFENCE OF THE REPUBLIC OF X", without the shouting."""
    if len(text.split()) > 12 or text[-1] in ".!?:;," or not OFFICE.match(text):
        return None
    words = text.split()
    if not all(NAME_WORD.fullmatch(word.strip(",()")) or word.lower() in SMALL for word in words):
        return None
    if not (text.isupper() and text.isascii()):
        return text  # which words of another language keep their capitals cannot be told
    return " ".join(word.lower() if i and word.lower() in SMALL else word.capitalize() for i, word in enumerate(words))


def is_series(text: str) -> bool:
    """Whether a line says what kind of paper it heads: "PRESS RELEASE No. 74"."""
    return SERIES.fullmatch(text) is not None


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for row in rows("data/clean/given_names.tsv") for name in row[1].split())


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a table of `data/clean` that has one column."""
    return frozenset(row[0].strip() for row in rows(f"data/clean/{name}"))
