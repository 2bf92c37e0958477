"""Words and sentences of English press text, each with its place in the text.

Words follow the convention of the UD English treebanks, which the reader is trained on: clitics apart ("Shoigu|'s",
"do|n't"), hyphened compounds apart ("military|-|technical") but for prefixes that are no words ("anti-American"). One
departure, on purpose: a designation ("Su-30SM", "K-53949", "S-400") is one word, as is a range of years.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator

_PREFIXES = "anti|non|pro|pre|post|re|co|mid|multi|semi|ex|pan|mini|trans|sub|un|de|inter|intra|counter|quasi|pseudo|neo|e|cyber"
_TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Brig|Cpl|Pvt|Rep|Reps|Sen|Sens|Gov|Rev|Hon|Pres|Amb|Insp|Supt"
)
_TITLES += f"|{_TITLES.upper()}"
"""In capitals as well: "STATEMENT OF GEN. KOSTOV"."""
_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_ABBREVIATIONS = (
    f"{_TITLES}|{_MONTHS}|St|Ft|Mt|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Jr|Sr|Inc|Ltd|Co|"
    "Corp|Bros|vs|etc|No|Nos|Art|Fig|approx|dept|Dept|est|ca|cf|viz|al|p|pp|vol|Bn|Bde|Regt|Sqn"
)
_PROVINCES = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ont|Ore|Pa|Que|"
    "Tenn|Tex|Va|Vt|Wash|Wis|Wyo"
)
"""States of America and provinces of Canada, after their cities: "Norfolk, Va., on Monday"."""
_SITES = "com|org|net|gov|mil|int|info|edu|ru|ua|by|kz|uk|de|fr|eu|cn|in|ir|il|tr|pl|ge|am|az|tv|news"
_WORD = re.compile(
    r"""
      (?P<url>(?:https?://|www\.)[^\s<>"”»]+[^\s<>"”».,;:!?)\]'’])
    | (?P<site>[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?:"""
    + _SITES
    + r""")\b(?!\.?[\w@]))                                                                       # Lenta.ru
    | (?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | (?P<handle>[@\#][A-Za-z_]\w+)
    | (?P<years>(?:1[5-9]|20)\d\d(?=[-–—](?:1[5-9]|20)\d\d\b))
    | (?P<designation>
          [A-Z][A-Za-z]{0,7}[-‑]\d+[A-Za-z0-9]*(?:/[A-Z0-9]+)*(?:[-‑](?:[A-Z][A-Za-z]*|\d+)\b)*   # Su-30SM, HQ-9B
        | [A-Z]/[A-Z][-‑]\d+[A-Z]*(?:/[A-Z]+)*s?                                                   # F/A-18E/F
        | [A-Z][a-z]{2,}[-‑][A-Z]{1,2}\d{0,2}                                                      # Iskander-M
        | \d{1,3}[A-Z]{1,2}\d{1,4}[A-Z0-9]*(?:[-‑][A-Z]\w*)?                                      # 9K720, 2S19
        | [A-Z]{1,5}\d+[A-Za-z0-9]*(?:[-‑/][A-Z0-9][A-Za-z0-9]*)*                                # T72B3, M142, TB2
      )(?![\w])
    | (?P<day>\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)(?![\w])
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?)
    | (?P<number>\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![\w]))
    | (?P<acronym>(?:[A-Za-z]\.){2,})
    | (?P<abbreviation>\b(?:"""
    + _ABBREVIATIONS
    + r""")\.|\b(?:"""
    + _PROVINCES
    + r""")\.(?=,))
    | (?P<initial>\b[A-Z]\.(?=\s+[A-Z])|\bc\.(?=\s*\d))                                           # c. 1818
    | (?P<contracted>\b(?i:gov|int|nat|dep|sec)['’](?:t|l|y)\b)                                     # gov't, nat'l
    | (?P<prefixed>(?i:"""
    + _PREFIXES
    + r""")-[^\W\d_]+)
    | (?P<word>[^\W\d_]+(?:(?<=[^\W_])['’ʻ`](?!(?:s|S|m|re|ve|ll|d|t)\b)[^\W\d_]+)*)
    | (?P<clitic>['’](?:s|S|m|M|re|RE|ve|VE|ll|LL|d|D)\b)
    | (?P<mixed>\w+)
    | (?P<dots>\.{2,}|…)
    | (?P<run>-{2,}|[=*+~_#]{2,}|[?!]{2,})
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_NOT = re.compile(r"['’][tT]\b")
_NEGATED = re.compile(r"(?i)n['’]t\Z")
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words of `text[start:end]` as (start, end) in code points of `text`, in order and never overlapping."""
    return list(_pieces(text, start, len(text) if end is None else end))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    while (match := _WORD.search(text, position, end)) is not None:
        first, last = match.span()
        if match.lastgroup == "word":
            # "don't" is do|n't: the letters n't belong to the clitic, which the word pattern stops short of
            if text[first:last].lower() in _FUSED:
                cut = first + _FUSED[text[first:last].lower()]
                yield first, cut
                yield cut, last
                position = last
                continue
            clitic = _NOT.match(text, last, end)
            if clitic and last - first >= 2 and text[last - 1] in "nN" and _NEGATED.search(text[first : clitic.end()]):
                yield first, last - 1
                yield last - 1, clitic.end()
                position = clitic.end()
                continue
        yield first, last
        position = last


_ENDERS = re.compile(
    r"""[.!?…]+["'”’»)\]]*(?:\s?\[\d{1,3}\])*(?=\s|\Z)"""
    r"""|(?<=[a-z]{3})[.!?]["”’»)]?(?=["“«‘(]?[A-Z][a-z]*[ ’'])"""
)
"""What ends a sentence, with its closing marks and notes: "so he said.”[3]"; a blank may be lost: "so he said.The minister"."""
_NOTES = re.compile(r"(?:\s?\[\d{1,3}\])+\Z")
_NO_END = re.compile(rf"(?:\b(?:{_TITLES}|{_MONTHS}|St|Ft|Mt|No|Nos|Art|vs|cf)|(?<![.\w])(?:[A-Z]|c))\.\Z")
_ITEM = re.compile(
    r"\n(?=[ \t]*[•·●▪‣◦*–—-][ \t]+\S)"  # a bullet
    r"|(?<=[.;:!?…])[ \t]*\n(?=[ \t]*(?:\d{1,2}|[a-z])[.)][ \t]+\S)"  # 1. or b) after a line that has ended
)
"""A line break before an item of a list, which is a sentence of its own."""
_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-z])\.(?=\s)")
"""The number of an item or heading, which belongs to what follows."""
_SPOKEN = re.compile(r"[^\W_]")
_DOTS = re.compile(r"[\[(]?(?:\.{2,}|…)[\])]?")
_ACRONYM_END = re.compile(r"\b(?:[A-Za-z]\.){2,}\Z")
_OPENER = re.compile(r"\s+(?:The|A|An|It|He|She|They|We|In|On|But|This|That|These|Those|As|At|For|If|And|However)\b")
_BLANK_LINE = re.compile(r"\n\s*\n")
_LOWER_START = re.compile(r"\s*[a-z,;]")
_ANEW = re.compile(r"\s+(?:(?:i|it|its|they|we|he|she|you|this|there|my|our)\b|https?://)")
_WHOLE_WORD = re.compile(rf"\b(?!(?:{_ABBREVIATIONS})\b)[a-z]{{3,}}[.!?]\Z")
"""Careless writers begin sentences without a capital: one has ended where a whole word stands before and a pronoun behind."""
_ENUMERATED = re.compile(r"[.:;!?…]\s+\d{1,2}\.\Z")
"""The number of a point within a paragraph: "an open issue. 5. In Section 6"; it belongs to what follows."""
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]{2,}(?:[ /][A-Z][A-Z'’.-]+){0,3}"  # SOFIA, NEW DELHI
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"  # Georgia
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"  # April 28
    r"(?:,? ?[(/][\w .&'-]{2,40}[)/])?\s*[-–—]{1,2}\s+(?=[“\"'A-Z])"  # (Agency) -
)
"""Where a wire story was filed: no part of its first sentence, whose subject a parser would make of it."""
_ROUGHLY = re.compile(r"\w+|[^\w\s]")
"""Pieces of text of which each makes two words at most: counting them is quicker than finding the words."""
LONGEST = 160
"""Words in a sentence at most; a longer one is cut at a comma or a space (the encoder takes 512 word pieces)."""


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]`, trimmed of white space, as (start, end) in code points of `text`.

    A line break ends a sentence only where it is doubled or an item of a list follows: broken lines are the cleaner's matter, not the reader's.
    """
    end = len(text) if end is None else end
    breaks = {match.end() for match in (*_BLANK_LINE.finditer(text, start, end), *_ITEM.finditer(text, start, end))}
    numbers = {match.end() for place in (start, *breaks) if (match := _NUMBER.match(text, place, end))}
    cuts = [start]
    if dateline := _DATELINE.match(text, start, end):
        cuts.append(dateline.end())
    for match in _ENDERS.finditer(text, start, end):
        before = text[max(start, match.start() - 12) : match.start() + 1]
        closing = _NOTES.sub("", match.group()).rstrip("\"'”’»)]")
        if (
            match.end() < end
            and _LOWER_START.match(text, match.end(), end)
            and not (match.group() in ".!?" and _WHOLE_WORD.search(before) and _ANEW.match(text, match.end(), end))
        ):
            # “… today,” Shoigu said; "e.g. this"; "(Reuters.) said": what goes on in lower case has not ended, unless
            # it is an exclamation that is really over
            continue
        if closing == "." and (
            match.end() in numbers
            or _ENUMERATED.search(before)
            or _NO_END.search(before)
            or (_ACRONYM_END.search(before) and not _opens(text, match.end()))
        ):
            continue
        cuts.append(match.end())
    cuts = sorted({*cuts, *breaks, end})
    spans: list[tuple[int, int]] = []
    for left, right in itertools.pairwise(cuts):
        piece = text[left:right]
        first = left + len(piece) - len(piece.lstrip())
        last = left + len(piece.rstrip())
        if first < last:
            spans.append((first, last))
    return [short for span in _joined(text, spans, breaks) for short in _shortened(text, *span)]


def _joined(text: str, spans: list[tuple[int, int]], breaks: set[int]) -> Iterator[tuple[int, int]]:
    """Sentences, none of them of marks alone: dots of an omission go with what follows, other marks with what stands before."""
    whole: list[tuple[int, int]] = []
    places = sorted(breaks)
    dots = False
    for start, end in spans:
        apart = not whole or bisect_right(places, whole[-1][1]) < bisect_right(places, start)
        spoken = _SPOKEN.search(text, start, end)
        omission = not spoken and _DOTS.fullmatch(text, start, end)
        if not apart and (dots or (not spoken and not omission)):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
        dots = bool(omission)
    return iter(whole)


def _opens(text: str, position: int) -> bool:
    """Whether what follows an acronym's stop looks like a new sentence: a capital that a determiner or pronoun has."""
    return _OPENER.match(text, position) is not None


def _shortened(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if 2 * len(_ROUGHLY.findall(text, start, end)) <= LONGEST:
        return [(start, end)]
    inside = words(text, start, end)
    if len(inside) <= LONGEST:
        return [(start, end)]
    spans: list[tuple[int, int]] = []
    while len(inside) > LONGEST:
        cut = next(
            (
                i + 1
                for i in range(LONGEST - 1, LONGEST // 2, -1)
                if text[inside[i][0] : inside[i][1]] in {",", ";", ":"}
            ),
            LONGEST,
        )
        spans.append((inside[0][0], inside[cut - 1][1]))
        inside = inside[cut:]
    spans.append((inside[0][0], inside[-1][1]))
    return spans
