"""The scripts that words are written in."""

import re
import string

_ASCII = string.ascii_letters.encode()
_BEYOND = re.compile(r"[^\x00-\x7f]+")
SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("latin", re.compile(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+")),
    ("cyrillic", re.compile(r"[\u0400-\u052f]+")),
    ("arabic", re.compile(r"[\u0600-\u06ff]+")),
    ("han", re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")),
    ("ko", re.compile(r"[\uac00-\ud7af]+")),
    ("he", re.compile(r"[\u0590-\u05ff]+")),
    ("ka", re.compile(r"[\u10a0-\u10ff]+")),
    ("hy", re.compile(r"[\u0530-\u058f]+")),
    ("el", re.compile(r"[\u0370-\u03ff]+")),
    ("hi", re.compile(r"[\u0900-\u097f]+")),
    ("bn", re.compile(r"[\u0980-\u09ff]+")),
    ("ta", re.compile(r"[\u0b80-\u0bff]+")),
    ("te", re.compile(r"[\u0c00-\u0c7f]+")),
    ("th", re.compile(r"[\u0e00-\u0e7f]+")),
    ("am", re.compile(r"[\u1200-\u137f]+")),
)
"""Their letters beyond ASCII, in stretches."""
_KANA = re.compile(r"[\u3040-\u30ff]")


def main_script(text: str) -> tuple[str, int]:
    """The script that most letters are of, and how many; Chinese and Japanese ones are counted together, as "han"."""
    data = text.encode("utf-8", "surrogatepass")
    plain = len(data) - len(data.translate(None, _ASCII))
    if text.isascii():
        return "latin", plain
    beyond = "".join(_BEYOND.findall(text))
    main, most, left = "latin", 0, len(beyond)
    for script, pattern in SCRIPTS:
        count = sum(map(len, pattern.findall(beyond)))
        left -= count
        if script == "latin":
            count += plain
        if count > most:
            main, most = script, count
        if left <= most:
            break  # no other script can have more
    return main, most


def share_of_kana(text: str) -> float:
    """Of the Chinese and Japanese letters of a text, the part that only Japanese has."""
    return len(_KANA.findall(text)) / max(main_script(text)[1], 1)
