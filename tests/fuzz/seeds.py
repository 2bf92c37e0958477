"""The seeds of a fuzz run: the examples, and small files of every kind. Usage: python -m tests.fuzz.seeds FOLDER."""

import gzip
import sys
from pathlib import Path

from tests.collect.archives import conversion, packed, record

EXAMPLES = Path(__file__).parents[2] / "examples"
BODY = "Estonia's defence minister Hanna Kask visited Riga on Wednesday and signed an agreement on howitzers."
RUSSIAN = "Министр обороны прибыл с визитом в соседнюю республику, где подписал соглашение о сотрудничестве."
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Howitzers | Steppe Courier</title>'
    '<meta property="article:published_time" content="2021-04-29T12:22:00+03:00"><meta name="author" content="Anna Lee">'
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Howitzers","author":{"name":"Anna Lee"},'
    '"datePublished":"2021-04-29"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Howitzers</h1>'
    f'<p class="byline">By Anna Lee</p><time datetime="2021-04-29">29.04.2021 12:22 (Moscow time)</time><p>{BODY}</p>'
    f"<figure><img src=x><figcaption>Riga</figcaption></figure><blockquote>{BODY}</blockquote><p>{RUSSIAN}</p>"
    "<ul><li>one<li>two</ul></article><footer>© 2021 Steppe Courier</footer></body></html>"
)
DUMP = f"Home\nNews\n\nHowitzers\n\nBy Anna Lee\n29.04.2021 12:22 (Moscow time), Riga\nViews: 42\n\n{BODY}\n\n{RUSSIAN}\n\nRead also: x\n"
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<title>Courier</title><link>https://a.example/</link><item><title>Howitzers</title><link>/1</link>"
    "<pubDate>Thu, 29 Apr 2021 12:22:00 +0300</pubDate><author>a@b.c (Anna Lee)</author><category>arms</category>"
    f"<content:encoded><![CDATA[<p>{BODY}</p>]]></content:encoded></item><item><description>{BODY}</description></item>"
    "</channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title type="html">A &amp;amp; B</title>'
    '<link href="https://a.example/2"/><published>2021-04-29T12:22:00Z</published><author><name>Anna Lee</name></author>'
    f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p></div></content></entry></feed>'
)
OPML = '<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://a.example/rss"/></outline></body></opml>'
LIST = "# pages\nhttps://a.example/1\nhttps://a.example/2\n"


def seeds() -> dict[str, bytes]:
    """Small files by name; the last byte of each tells `fuzz_article` nothing from outside."""
    files = {
        path.name: path.read_bytes() for path in sorted(EXAMPLES.iterdir()) if path.suffix in (".txt", ".md", ".html")
    }
    warc = record("https://a.example/1", PAGE.encode()) + conversion("https://a.example/2", DUMP)
    texts = {"page.html": PAGE, "dump.txt": DUMP, "rss.xml": RSS, "atom.xml": ATOM, "opml.xml": OPML, "list.txt": LIST}
    files |= {f"own-{name}": text.encode() for name, text in texts.items()}
    files |= {
        f"dump-{name}.txt": DUMP.encode(name, "replace")
        for name in ("cp1251", "koi8-r", "utf-16", "utf-16-le", "cp1252")
    }
    twice = DUMP.encode().decode("cp1252", "replace").encode()
    files |= {
        "twice.txt": twice,
        "a.warc": warc,
        "a.warc.gz": packed(warc),
        "page.html.gz": gzip.compress(PAGE.encode(), mtime=0),
    }
    return {name: data + b"\n" for name, data in files.items()}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in seeds().items():
        (folder / name).write_bytes(data)
