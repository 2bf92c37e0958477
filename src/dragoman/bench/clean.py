"""How well the article is told from the rest of its page: HTML pages and text dumps, with the peers in the same run."""

import gzip
import hashlib
import html
import importlib
import json
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import trafilatura

from dragoman.bench.measure import Measure
from dragoman.clean.article import clean
from dragoman.clean.furniture import furniture, outline
from dragoman.errors import InputError
from dragoman.records.article import Article
from dragoman.records.source import Source

WORD = re.compile(r"\w+")
AND = re.compile(r"\s+(?:and|with|&)\s+")
TAGS = re.compile(r"<[^>]*>")
FIELDS = (("title", "title"), ("author", "author"), ("day", "publish_date"))
COLUMNS = (
    "system",
    "part",
    "word F1",
    "precision",
    "recall",
    "title",
    "author",
    "day",
    "false day",
    "lost",
    "refused",
    "a second",
    "cases",
)

TITLE_ONLY = frozenset(["title"])
NOT_BODY = frozenset(["title", "caption"])
"""Kinds of blocks that WCXB does not count as body: it has one caption in six among its paragraphs."""

LEAST_WORDS = 5
"""Words of a paragraph of the truth that is looked for in an answer; shorter ones may stand anywhere."""
FOUND = 0.5
"""Share of a paragraph's pairs of neighbouring words that an answer must have, for the paragraph not to be lost."""

Scores = list[tuple[float, float, float]]


def pages(folder: Path) -> Measure:
    """Word F1 (mean over pages; the title not counted) and exact title, author and day, on a WCXB folder.

    Halves: by the page's name, so that what is learnt on one can be proved on the other. "doubtful": our
    own notes say that the body may be wrong. "a second": pages of one
    process, the day and the author of trafilatura among what it looks for.
    """
    tally = _Tally()
    for path in sorted((folder / "html").glob("*.html.gz")):
        data = gzip.decompress(path.read_bytes())
        name = path.name.removesuffix(".html.gz")
        truth = json.loads((folder / "ground-truth" / f"{name}.json").read_text("utf-8"))["ground_truth"]
        wanted = {"text": truth["main_content"], **{ours: truth[theirs] for ours, theirs in FIELDS}}
        parts = ("pages", f"half {_half_of_pages(name)}")
        with tally.timed("dragoman", *parts):
            article = _article(Source(path.name, data))
        doubtful = article is not None and any(note.kind == "doubtful" for note in article.notes)
        for part in (*parts, "doubtful" if doubtful else "sure"):
            tally.add("dragoman", part, name, _given(article, NOT_BODY), wanted, article is None)
        page = data.decode("utf-8", "replace")
        with tally.timed("trafilatura", *parts):
            found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
        given: dict[str, str | None] = {}
        if found is not None and not isinstance(found, dict):
            given = {"text": found.text, "title": found.title, "author": found.author, "day": found.date}
        for part in parts:
            tally.add("trafilatura", part, name, given, wanted, not given)
        for system, peer in _page_peers():
            with tally.timed(system, "pages"):
                text, title = peer(page)
            tally.add(system, "pages", name, {"text": text, "title": title}, wanted, not text)
    return tally.measure("The article of an HTML page (WCXB)")


def dumps(path: Path, every: int = 1) -> Measure:
    """Word F1 (mean over rows; the title not counted) and exact title, author and day, on every n-th dump of a file.

    Halves: by outlet, so that what is learnt on one can be proved on the other. "Outlet known": dumps of whose outlet the
    file has another page, read with what both pages have.
    """
    tally = _Tally()
    rows = list(_rows(path, every))
    for row, known in zip(rows, _furniture(rows), strict=True):
        name, part, dump = f"{row['id']}/{row['dumper']}", str(row["dumper"]), str(row["dump"])
        wanted = {
            "text": row["truth_text"],
            "title": row["truth_title"],
            "author": row["truth_author"],
            "day": row["truth_date"],
        }
        article = _article(Source(name, dump.encode()))
        for of in ("all", part, f"half {_half(row)}"):
            tally.add("dragoman", of, name, _given(article), wanted, article is None)
        if known:
            article_known = _article(Source(name, dump.encode(), furniture=known))
            tally.add("dragoman", "outlet known", name, _given(article_known), wanted, article_known is None)
            tally.add("dragoman", "the same, alone", name, _given(article), wanted, article is None)
        lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in dump.splitlines() if line.strip())
        text = trafilatura.extract(f"<html><body><article>{lines}</article></body></html>", include_comments=False)
        tally.add("trafilatura on lines", "all", name, {"text": text}, wanted, text is None)
        tally.add("everything kept", "all", name, {"text": dump}, wanted, refused=False)
    return tally.measure("The article of a text dump")


def _furniture(rows: Sequence[dict[str, object]]) -> list[frozenset[int]]:
    """For each row the lines that another page of its outlet, dumped in the same way, has too."""
    groups: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        groups[_outlet(row), row["dumper"]].append(i)
    known: list[frozenset[int]] = [frozenset()] * len(rows)
    for group in groups.values():
        for i, lines in zip(group, furniture([outline(str(rows[i]["dump"])) for i in group]), strict=True):
            known[i] = lines
    return known


def _outlet(row: dict[str, object]) -> str:
    return urlsplit(str(row["url"])).netloc.removeprefix("www.")


def _half(row: dict[str, object]) -> str:
    return "AB"[int(hashlib.md5(_outlet(row).encode(), usedforsecurity=False).hexdigest(), 16) % 2]


def _half_of_pages(name: str) -> str:
    return "AB"[int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2]


class _Tally:
    def __init__(self) -> None:
        self.scores: defaultdict[tuple[str, str], Scores] = defaultdict(list)
        self.right: Counter[tuple[str, str, str]] = Counter()
        self.stated: Counter[tuple[str, str, str]] = Counter()
        self.undated: Counter[tuple[str, str]] = Counter()
        self.falsely_dated: Counter[tuple[str, str]] = Counter()
        self.refused: Counter[tuple[str, str]] = Counter()
        self.paragraphs: Counter[tuple[str, str]] = Counter()
        self.lost: Counter[tuple[str, str]] = Counter()
        self.seconds: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.tried: set[tuple[str, str]] = set()
        self.predictions: list[dict[str, object]] = []

    @contextmanager
    def timed(self, system: str, *parts: str) -> Iterator[None]:
        """Count the processor's time of what is done inside."""
        start = time.process_time()
        yield
        for part in parts:
            self.seconds[system, part] += time.process_time() - start

    def add(
        self, system: str, part: str, case: str, given: dict[str, str | None], wanted: dict[str, object], refused: bool
    ) -> None:
        """Score one system's answer to one case."""
        score = word_f1(given.get("text") or "", str(wanted["text"] or ""))
        self.scores[system, part].append(score)
        self.refused[system, part] += refused
        lost, paragraphs = lost_paragraphs(given.get("text") or "", str(wanted["text"] or ""))
        self.lost[system, part] += lost
        self.paragraphs[system, part] += paragraphs
        if not wanted["day"]:
            self.undated[system, part] += 1
            self.falsely_dated[system, part] += bool(given.get("day"))
        for name, _ in FIELDS:
            if wanted[name]:
                self.stated[system, part, name] += 1
                same = _same_names if name == "author" else _same
                self.right[system, part, name] += same(given.get(name), str(wanted[name]))
            if name in given:
                self.tried.add((system, name))
        if system == "dragoman" and part in ("pages", "all"):
            self.predictions.append({"id": case, "f1": round(score[0], 4), **given})

    def measure(self, title: str) -> Measure:
        """The table, one row for each system and part."""
        rows = []
        for (system, part), scores in self.scores.items():
            means = [f"{statistics.fmean(score[i] for score in scores):.4f}" for i in range(3)]
            fields = [self._share(system, part, name) for name, _ in FIELDS]
            undated = self.undated[system, part]
            tried = undated and (system, "day") in self.tried
            false_days = f"{self.falsely_dated[system, part] / undated:.3f}" if tried else "–"
            lost = self.lost[system, part] / max(self.paragraphs[system, part], 1)
            seconds = self.seconds[system, part]
            ends = (f"{lost:.3f}", str(self.refused[system, part]), f"{len(scores) / seconds:.0f}" if seconds else "–")
            rows.append((system, part, *means, *fields, false_days, *ends, str(len(scores))))
        return Measure(title, COLUMNS, tuple(rows), tuple(self.predictions))

    def _share(self, system: str, part: str, name: str) -> str:
        stated = self.stated[system, part, name]
        return f"{self.right[system, part, name] / stated:.3f}" if stated and (system, name) in self.tried else "–"


def word_f1(given: str, wanted: str) -> tuple[float, float, float]:
    """F1, precision and recall of bags of lower-cased words."""
    mine, gold = Counter(WORD.findall(given.lower())), Counter(WORD.findall(wanted.lower()))
    shared = sum((mine & gold).values())
    if not shared:
        return (0.0, 0.0, 0.0) if mine or gold else (1.0, 1.0, 1.0)
    precision, recall = shared / sum(mine.values()), shared / sum(gold.values())
    return 2 * precision * recall / (precision + recall), precision, recall


def lost_paragraphs(given: str, wanted: str) -> tuple[int, int]:
    """Paragraphs of the truth of which less than half stands in an answer, and how many the truth has."""
    mine = WORD.findall(given.lower())
    pairs = set(pairwise(mine))
    paragraphs = [words for line in wanted.splitlines() if len(words := WORD.findall(line.lower())) >= LEAST_WORDS]
    lost = sum(sum(pair in pairs for pair in pairwise(words)) < FOUND * (len(words) - 1) for words in paragraphs)
    return lost, len(paragraphs)


def _article(source: Source) -> Article | None:
    try:
        return clean(source)
    except InputError:
        return None


def _given(article: Article | None, without: frozenset[str] = TITLE_ONLY) -> dict[str, str | None]:
    if article is None:
        return dict.fromkeys(("text", "title", "author", "day"))
    blocks = [block for block in article.blocks if block.kind not in without]
    body = "\n".join(article.text[block.start : block.end] for block in blocks)
    day = article.published[:10] if article.published else None
    return {"text": body, "title": article.title, "author": ", ".join(article.authors) or None, "day": day}


def _rows(path: Path, every: int) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for i, line in enumerate(file):
            if i % every == 0:
                yield json.loads(line)


def _page_peers() -> list[tuple[str, Callable[[str], tuple[str, str | None]]]]:
    """Peers that are installed beside trafilatura."""
    try:
        document = importlib.import_module("readability").Document
    except ImportError:
        return []

    def readability(page: str) -> tuple[str, str | None]:
        try:
            found = document(page)
            return html.unescape(TAGS.sub(" ", found.summary(html_partial=True))), found.short_title()
        except Exception:  # noqa: BLE001 (a peer's failure on a page is its result)
            return "", None

    return [("readability-lxml", readability)]


def _same(given: str | None, wanted: str) -> bool:
    return _key(given) == _key(wanted)


def _same_names(given: str | None, wanted: str) -> bool:
    """Whether the same persons are named in the same order, however the list of them is joined."""
    return _same(AND.sub(", ", given or ""), AND.sub(", ", wanted))


def _key(text: str | None) -> str:
    return " ".join(WORD.findall((text or "").lower()))
