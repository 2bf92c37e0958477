"""Every error that Dragoman raises on purpose.

DragomanError
├── InputError      one input cannot be read: it is named, and the others go on
├── RecordError     the record cannot be used (locked, full, damaged, no record): it stays as it was
└── UsageError      the command or the call is wrong: nothing is done
"""


class DragomanError(Exception):
    """Anything that Dragoman raises on purpose."""


class InputError(DragomanError):
    """One input cannot be read; carries its name and the reason, fit to be shown to the user."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str]]:
        # it travels between processes
        return type(self), (self.source, self.reason)


class RecordError(DragomanError):
    """The record cannot be used, or not in this way; what was committed to it before stays."""


class UsageError(DragomanError):
    """The call itself is wrong (a missing folder, an option that does not fit)."""
