"""Packed bytes become plain ones, in bounded time whatever they are packed as."""

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.collect.unpack import MOST_MEMBERS, unpack


@given(st.lists(st.binary(max_size=3000), min_size=1, max_size=4), st.integers(0, 600), st.integers(1, 12_000))
@settings(max_examples=100, deadline=None)
def test_members_are_joined_and_never_more_given_than_asked_for(members: list[bytes], zeros: int, most: int) -> None:
    data = b"".join(gzip.compress(member, mtime=0) for member in members) + b"\0" * zeros
    assert unpack(data, most) == (b"".join(members)[:most], True)


@given(st.binary(min_size=1, max_size=3000), st.integers(1, 20))
@settings(max_examples=50, deadline=None)
def test_a_cut_end_is_told(member: bytes, cut: int) -> None:
    data = zlib.compress(member)
    found, is_whole = unpack(data[: max(len(data) - cut, 3)], 10_000)
    assert not is_whole
    assert member.startswith(found)


@pytest.mark.parametrize(
    "member", [gzip.compress(b"", mtime=0), b"\x28\xb5\x2f\xfd\x20\x00\x01\x00\x00", b"\x50\x2a\x4d\x18\0\0\0\0"]
)
def test_a_file_of_countless_members_is_refused(member: bytes) -> None:
    data = b"\x28\xb5\x2f\xfd" if not member.startswith(b"\x1f\x8b") else b""
    with pytest.raises(ValueError, match="more than 100,000 pieces"):
        unpack(data + member * (MOST_MEMBERS + 1), 1000)
