"""The head of a dump: byline, day and time, place, views, tags and outlet, each from the line that states it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from dragoman.clean.data_rows import rows
from dragoman.clean.moments import Moment, moments, time_alone
from dragoman.clean.names import (
    is_name,
    is_titled,
    known_persons,
    office,
    outlet,
    persons,
    signature,
    stated_outlet,
    words_of,
)
from dragoman.clean.units import Unit

MOST_WORDS = 12
LONGEST = 240
"""Code points of a line of the head; the tag line may be the longest."""
BYLINE = re.compile(
    r"(?:by|author|authors|posted by|written by|words by|story by|text by|reported by|reporting by|compiled by|prepared by|автор|авторы|автор статьи|"
    r"текст|von|par|por|autor|autora|autore|автори)\s?[:|–-]?\s+(?P<names>\S.{1,150})",
    re.IGNORECASE,
)
BYLINE_LABEL = re.compile(
    r"(?:by|authors?|written by|posted by|words by|story by|text by|reported by|автор|авторы|текст|von|par|por|autor|автори)\s?:?",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:author|authors|written by|автор|авторы|published|posted|опубликовано|дата публикации)\s?:|(?:compiled|prepared) by\s",
    re.IGNORECASE,
)
POSITION = re.compile(r",| [|•·–—-] |\bfor\b|\bin\b|\bat\b|\bon\b|\(")
BYLINE_PLACE = re.compile(
    r",\s(?P<shouted>[^\W\d_a-zа-яё]{3,}(?:[ -][^\W\d_a-zа-яё]{2,})?)$|\sin\s(?P<place>[^\W\d_a-zа-яё][^\W\d_]+)$"
)
AFTER_NAME = re.compile(r"^[^,]+,\s(?P<place>[^\W\d_a-zа-яё][\w'’-]+(?:[ -][^\W\d_a-zа-яё][\w'’-]+)?)$")
BARE_NAME = re.compile(r"[^\W\d_][\w'’ʻ.-]*(?: [^\W\d_][\w'’ʻ.-]*){1,3}\.?")
LABEL_PUBLISHED = re.compile(
    r"(?<!\w)(?:first )?(?:published|posted by|posted|submitted|date|issued|created|added|released|filed|опубликовано|дата публикации|размещено|дата|"
    r"veröffentlicht|publié|publicado|опубліковано)(?: on| at| le| am| el)?\s?[:|-]?",
    re.IGNORECASE,
)
LABEL_UPDATED = re.compile(
    r"(?<!\w)(?:last )?(?:updated|modified|edited|revised|reviewed|обновлено|изменено|aktualisiert|mis à jour|actualizado|оновлено)\b"
    r"(?: on| at| le| am| el)?\s?[:|-]?",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|понедельник|вторник|среда|четверг|пятница|суббота|"
    r"воскресенье|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|г(?:ода|\.)?|uhr",
    re.IGNORECASE,
)
TIME_WORDS = re.compile(
    r"(?:at|on|by|в|о|um|à|[^\W\d_]+ time|\w+ое время|по \w+ому времени|час\w*|hrs?)", re.IGNORECASE
)
SPENT = tuple(
    re.compile(rf"(?<!\w)(?:{pattern.pattern})(?!\w)", re.IGNORECASE)
    for pattern in (LABEL_UPDATED, LABEL_PUBLISHED, WEEKDAY, TIME_WORDS)
)
"""Words beside a day that give nothing more."""
PLACE = re.compile(r"[\s,/|•·–—(-]{0,4}(?P<place>[^\W\d_a-zа-я][\w'’-]+(?:[ -][^\W\d_a-zа-я][\w'’-]+){0,2})[\s.)]*")
PLACE_BEFORE = re.compile(r"(?P<place>[^\W\d_a-zа-я][\w'’-]+(?:[ -][^\W\d_a-zа-я][\w'’-]+){0,2})(?:, | [–—-] )")
BESIDE_DATE = re.compile(
    r"(?:\d{1,3}|%\w{1,3})[ -]?(?:min(?:ute)?s?|мин\w*)\b\.?(?: to)?(?: read| чтения)?|\b(?:share|comments?|views?|print|save|listen)\b|@",
    re.IGNORECASE,
)
"""What sites put beside the day in one line."""
VIEWS = re.compile(
    r"(?:(?:total |post |page )?(?:views?|просмотр(?:ов|ы)|прочтений|перегляд\w*|hits)\s?[:–-]?\s?(?P<after>\d[\d\s.,]*)"
    r"|(?P<before>\d[\d\s.,]*)\s?(?:views?|просмотр\w*|перегляд\w*|hits))\W*",
    re.IGNORECASE,
)
TAGS_LABEL = re.compile(
    r"(?:tags?|keywords?|topics?|filed under|posted in|categor(?:y|ies)|метки|теги|тэги|ключевые слова|темы|рубрик[аи]|"
    r"schlagwörter|étiquettes|etiquetas|мітки)\s?[:|]\s*(?P<items>\S.*)",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s+[|•·/–—]\s+|\s*[|•·]\s*|\t")
DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-zа-яё][^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}(?:, [^\W\d_][\w. ]{1,25})??)"
    r"(?:, (?P<date>[^\W\d_]{3,10}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [^\W\d_]{3,10})(?:,? (?:19|20)\d\d)?)?\.?"
    r"\s{0,2}(?:[(/\[](?P<agency>[^()/\[\]]{2,30})[)/\]])?[.:]?\s{0,2}(?P<dash>[–—-]{1,2})?\s"
)
SUBSCRIBE = re.compile(
    r"(?i:subscribe to|sign up (?:for|to)|follow|join|подпи(?:шитесь|шись|сывайтесь) на|читайте|следите за)\s"
    r"(?i:(?:the|our|новости|канал|новостями)\s)?"
    r"(?P<name>[^\W\d_a-zа-яё][\w.’-]*(?: [^\W\d_a-zа-яё][\w.’-]*){0,3})(?:['’]s)?"
    r"\s(?i:news|newsletter|newsletters|channel|updates|on|at|в|на|in|via)\b"
)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s?(?:©|\(c\))?\s?(?:(?:19|20)\d\d(?:\s?[–-]\s?(?:(?:19|20)?\d\d|present))?,?\s)?(?:by )?"
    r"(?P<name>[«“\"]?[^\W\d_][^.|©\n]{1,50})",
    re.IGNORECASE,
)
CAPITALS = frozenset(
    ["moscow", "kyiv", "kiev", "washington", "north", "south", "east", "west", "new", "republic", "united"]
)
"""Words of places among the words of sections."""
PLATFORMS = frozenset(
    [
        "telegram",
        "youtube",
        "facebook",
        "twitter",
        "x",
        "instagram",
        "whatsapp",
        "viber",
        "tiktok",
        "linkedin",
        "rss",
        "google",
        "yandex",
        "vk",
        "zen",
        "us",
        "our",
        "me",
    ]
)


@dataclass(slots=True)
class Head:
    """What the head says; filled line by line."""

    authors: list[str] = field(default_factory=list)
    published: str | None = None
    dateline: str | None = None
    tags: list[str] = field(default_factory=list)
    views: int | None = None
    outlet: str | None = None

    def take(self, text: str, *, beside_date: bool) -> bool:
        """Take what a line states; whether it was a line of the head and gave a field.

        `beside_date`: a line with a day comes next or came before, so that a bare name here is a byline.
        """
        words = len(text.split())
        if len(text) > LONGEST or (words > MOST_WORDS and text.rstrip('"”»').endswith(".")):
            return False  # a sentence with a day in it is no line of the head
        if self._take_views(text) or self._take_labelled_tags(text):
            return True
        pieces = [piece for piece in SEPARATOR.split(text) if piece.strip()]
        if len(pieces) > 1 and moments(text):
            whole = self._take_date(text)
            rest = [self._take_outlet(piece) for piece in pieces]
            rest += [self._take_byline(piece) or (beside_date and self._take_name(piece)) for piece in pieces]
            rest += [self._take_views(piece) or (not whole and self._take_date(piece)) for piece in pieces]
            return whole or any(rest)
        if self._take_date(text):
            return True
        if self._take_byline(text) or self._take_outlet(text):
            return True
        return (beside_date and self._take_name(text)) or self._take_tags(text)

    def take_signed(self, label: str, text: str) -> bool:
        """A name in a line of its own under a line that says "By" and no more."""
        if self.authors or not BYLINE_LABEL.fullmatch(label) or len(text.split()) > MOST_WORDS:
            return False
        return is_name(POSITION.split(text, maxsplit=1)[0].strip(" ."), least=1) and self._add_names(text)

    def take_persons(self, text: str) -> bool:
        """A line near the title that names persons by known given names, without saying that they wrote it."""
        names = [] if self.authors else known_persons(text)
        for name in names:
            self._add(name)
        return bool(names)

    def take_time(self, text: str) -> bool:
        """A line with only a time, after a line with only a day."""
        if self.published is None or "T" in self.published or len(text) > 60:
            return False
        found = time_alone(text, self.published)
        if found is None or not _is_spent(text[: found.start] + text[found.end :]):
            return False
        self.published = found.iso
        return True

    def _take_date(self, text: str) -> bool:
        found = moments(text)
        if not found:
            return False
        rest = text
        for moment in reversed(found):
            rest = rest[: moment.start] + " | " + rest[moment.end :]
        after = PLACE.fullmatch(text, found[-1].end)
        before = PLACE_BEFORE.fullmatch(text[: found[0].start])
        place = next((match["place"] for match in (after, before) if match and _is_place(match["place"])), None)
        byline = BYLINE.match(text)
        names = [part.strip(" .,|–—-・") for part in LABEL_PUBLISHED.sub("|", BESIDE_DATE.sub("|", rest)).split("|")]
        names = [part for part in names if part and not _is_spent(part)]
        signed = [match["names"] for name in names if (match := BYLINE.fullmatch(name))]
        if names and not (byline or place or signed or LABEL_PUBLISHED.match(text)):
            words = sum(len(part.split()) for part in names)
            if len(names) == 1 and self._take_outlet(names[0]):
                pass
            elif len(names) == 1 and is_name(names[0], least=2):
                self._add(names[0])
            elif words > 1:
                return False
        first = _publication(text, found)
        if place is not None and self.dateline is None and not byline:
            self.dateline = place
        if first is not None and (self.published is None or self.published == first.iso[:10]):
            self.published = first.iso
        for given in [byline["names"]] if byline else signed:
            self._add_names(given)
        return True

    def _take_byline(self, text: str) -> bool:
        match = BYLINE.fullmatch(text)
        if match is None or not self._add_names(match["names"]):
            return False
        place = BYLINE_PLACE.search(match["names"])
        if place is not None and self.dateline is None:
            self.dateline = _capitalised(place["shouted"]) if place["shouted"] else place["place"]
        elif self.outlet is not None and self.dateline is None and (last := AFTER_NAME.search(match["names"])):
            # who employs the author is said already
            self.dateline = last["place"] if _is_place(last["place"]) else None
        return True

    def _add_names(self, words: str) -> bool:
        for moment in moments(words)[:1]:
            words = words[: moment.start]
        words = BESIDE_DATE.split(words)[0]
        words = LABEL_PUBLISHED.split(LABEL_UPDATED.split(words)[0])[0]
        added, least = False, 1
        for part in re.split(r"\s(?:and|und|et|и|та|y|&)\s|;|,(?= [^\W\d_a-z][\w'’.-]+ [^\W\d_a-z])", words):
            name = POSITION.split(part, maxsplit=1)[0].strip(" .,|:–—-")
            if is_name(name, least=least):
                self._add(name)
                added, least = True, min(len(name.split()), 2)  # "Maria Keller & COO" is one person
        return added

    def _take_name(self, text: str) -> bool:
        if self.authors or not BARE_NAME.fullmatch(text):
            return False
        name = text.rstrip(".") if not re.search(r"\b\w\.$", text) else text
        if not is_name(name, least=2):
            return False
        self._add(name)
        return True

    def _add(self, name: str) -> None:
        if name not in self.authors:
            self.authors.append(name)

    def _take_outlet(self, text: str) -> bool:
        name = outlet(text)
        if self.outlet is not None or name is None:
            return False
        self.outlet = name
        return True

    def take_masthead(self, text: str, *, is_block: bool) -> bool:
        """A line of a plain head that names its persons, its outlet or its office without saying so.

        `is_block`: it stands in one block with day or byline under a title that is written as sentences are.
        """
        names, signed = persons(text), signature(text)
        if signed is not None:
            self._add(signed[0])
            self.outlet = self.outlet or signed[1]
            return True
        if names and not self.authors:
            self.authors = names
            return True
        name = stated_outlet(text) or outlet(text) or office(text)
        if name is None and is_block and text.startswith("The ") and is_titled(text):
            name = text
        if name is None or self.outlet is not None:
            return False
        self.outlet = name
        return True

    def _take_views(self, text: str) -> bool:
        match = VIEWS.fullmatch(text)
        if match is None:
            return False
        digits = re.sub(r"[\s.,]", "", match["after"] or match["before"])
        if self.views is None and len(digits) < 12:
            self.views = int(digits)
            return True
        return False

    def _take_labelled_tags(self, text: str) -> bool:
        match = TAGS_LABEL.fullmatch(text)
        if match is None or self.tags:
            return False
        self.tags = _topics(match["items"])
        return bool(self.tags)

    def _take_tags(self, text: str) -> bool:
        topics = _topics(text)
        if self.tags or len(topics) < 3 or text[-1] in ".!?:;" or "," not in text:
            return False
        self.tags = topics
        return True


def is_dated_or_signed(text: str) -> bool:
    """Whether a line gives a day, a byline or a count of views and little else."""
    trial = Head()
    return trial.take(text, beside_date=False) and not (trial.tags and trial.published is None)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote it and no more: "Written by Anna Belova"."""
    return len(text) <= LONGEST and bool(BYLINE.fullmatch(text)) and is_dated_or_signed(text)


def is_signed_under(label: str, text: str) -> bool:
    """Whether a line gives the name that the line above it, "By" and no more, announces."""
    return Head().take_signed(label, text)


def is_labelled(text: str) -> bool:
    """Whether a line says itself what field it fills: "Tags: …", "Views: …", "Author: …", "Published: …"."""
    if len(text) > LONGEST:
        return False
    return any(pattern.match(text) for pattern in (TAGS_LABEL, VIEWS, LABELLED))


def dateline(text: str) -> tuple[str, str | None] | None:
    """Place and agency with which a wire story's first paragraph opens: "TASHKENT, April 28 (Reuters) –"."""
    match = DATELINE.match(text[:160])
    if match is None or not (match["dash"] or match["agency"]):
        return None
    place, named = match["place"].strip(), (match["agency"] or "").strip()
    agency = _agencies().get(named)
    shouted = place.split(",")[0].isupper() and len(place) > 2
    begins = re.match(r"[\"“«]?[^\W\d_a-zа-яё]|\d", text[match.end() :])  # "NATO – the alliance" is no dateline
    if not (agency or (match["date"] and shouted) or ((shouted or match["date"]) and match["dash"] and begins)):
        return None
    if agency is None and match["dash"] and shouted and is_titled(named):
        agency = named
    if shouted:
        place = _capitalised(place)
    return place, agency


def _capitalised(place: str) -> str:
    return re.sub(r"[^\W\d_]{3,}", lambda word: word.group().capitalize(), place)


def outlet_of(found: Sequence[Unit], site: str | None, agency: str | None) -> str | None:
    """The outlet as the page names itself: in the title line, a subscription line, a copyright line, or the dateline."""
    if site:
        return site
    for unit in found:
        if len(unit.text) <= LONGEST and (match := SUBSCRIBE.search(unit.text)):
            name = match["name"].strip(" .")
            if name[0].isupper() and name.split()[0].lower() not in PLATFORMS:
                return name
    for unit in reversed(found):
        if len(unit.text) <= LONGEST and (match := COPYRIGHT.search(unit.text)):
            name = re.split(r",|;|\s[-–—]\s|\ball rights\b|\bвсе права\b", match["name"], flags=re.IGNORECASE)[0].strip(
                ' «»“”"'
            )
            if (
                name
                and name[0].isupper()
                and len(name.split()) <= 5
                and name.lower() not in ("all rights reserved", "copyright")
            ):
                return name
    return agency


def _publication(text: str, found: Sequence[Moment]) -> Moment | None:
    """The first moment of a line that is not labelled as a later change."""
    last = 0
    for moment in found:
        label = text[last : moment.start]
        if not LABEL_UPDATED.search(label) or LABEL_PUBLISHED.search(label):
            return moment
        last = moment.end
    return None


def _is_place(words: str) -> bool:
    """Whether a capitalised word beside a day can be a place: no section of a paper, no agency, no weekday."""
    spent = _is_spent(words) or words in _agencies()
    return not spent and not any(word.lower() in words_of("sections.tsv") - CAPITALS for word in words.split())


def _is_spent(rest: str) -> bool:
    """Whether nothing but labels, weekdays and signs is left of a line."""
    for pattern in SPENT:
        rest = pattern.sub(" ", rest)
    return not re.search(r"[^\W_]", rest)


def _topics(text: str) -> list[str]:
    items = [item.strip(" .#\t") for item in re.split(r"[,;|•·]", text)]
    items = [item for item in items if item]
    fits = all(
        len(item) <= 40 and len(item.split()) <= 4 and not re.search(r"[.!?:]\s|[“”\"«»]", item) for item in items
    )
    return items if fits else []


@cache
def _agencies() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("data/clean/agencies.tsv")}
