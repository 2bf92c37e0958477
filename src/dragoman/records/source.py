"""What comes in at the door: one page or file, as bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One input as it was given."""

    name: str
    """File name, URL or "-": what the user knows it by."""
    data: bytes
