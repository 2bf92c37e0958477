"""What a measure gives: a table for people and what was predicted, for anyone to score."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure's outcome."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    predictions: tuple[dict[str, object], ...]
    """One JSON object per case, in the shape that the case files use."""
