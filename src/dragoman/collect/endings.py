"""Which files of a folder are looked at, by their names' endings."""

from pathlib import Path

_NOT_PAGES = frozenset(
    (
        ".png .jpg .jpeg .gif .webp .bmp .ico .tif .tiff .heic .svg .mp3 .mp4 .m4a .ogg .wav .flac .avi .mov .mkv .webm "
        ".zip .gz .bz2 .xz .zst .7z .rar .tar .tgz .jar .whl .pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .epub .djvu "
        ".exe .dll .so .dylib .o .a .pyc .class .wasm .bin .dat .db .sqlite .sqlite3 .parquet .arrow .npy .npz .onnx .pt "
        ".ttf .otf .woff .woff2 .css .js .mjs .map .json .jsonl .csv .tsv .toml .yaml .yml .py"
    ).split()
)
"""Passed over inside folders. A file that is named itself is always tried, whatever its ending."""
_ARCHIVES = (".warc.gz", ".wet.gz", ".warc.zst", ".wet.zst")


def is_passed_over(name: str) -> bool:
    """Whether a file inside a folder is left alone: hidden ones, pictures, programs, data, archives that are not of pages."""
    lower = name.lower()
    if name.startswith("."):
        return True
    return Path(lower).suffix in _NOT_PAGES and not lower.endswith(_ARCHIVES)
