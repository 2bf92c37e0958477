"""Fuzzing from bytes to article: pages, dumps, encodings. See README.md."""

import sys

import atheris

with atheris.instrument_imports(include=["dragoman.clean", "dragoman.collect"]):
    from dragoman.records.source import Source
    from tests.fuzz.holds import check_input, check_source, warm_up

CHARSETS = (None, "utf-8", "windows-1251", "koi8-r", "utf-16-le", "gb18030", "iso-2022-jp", "no-such")
FORMS = (None, "page", "text", None)


def one(data: bytes) -> None:
    """The last byte chooses what is known of the rest from outside."""
    if not data:
        return
    choice, data = data[-1], data[:-1]
    if choice < 128:
        check_input(data)
    else:
        check_source(Source("fuzz", data, charset=CHARSETS[choice % 8], form=FORMS[choice // 8 % 4]))  # type: ignore[arg-type]


if __name__ == "__main__":
    warm_up()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
