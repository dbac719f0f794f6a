"""What a server sends -> bytes, bounded while they come in and while they are unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

import httpx

from analysis.sources.refusing import FetchError

# gzip or zlib, as the first bytes say.
_EITHER = zlib.MAX_WBITS | 32


def read_body(response: httpx.Response, largest: int) -> bytes:
    """Read the body of an answer, unpacked. Raises FetchError where it is larger, or cut off."""
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > largest:
        raise _too_large(largest)
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    chunks = _count(response.iter_raw(), largest)
    if packing in ("", "identity"):
        return b"".join(chunks)
    if packing in ("gzip", "x-gzip", "deflate"):
        return inflate(chunks, largest)
    # None other was asked for; packings in packings grow without bound.
    raise FetchError(f"it is packed as {packing[:40]!r}, which was not asked for")


def inflate(chunks: Iterable[bytes], largest: int) -> bytes:
    """Unpack gzip or zlib data of several members. Raises FetchError as `read_body` does."""
    unpacked, size = [], 0
    unpacker = zlib.decompressobj(_EITHER)
    try:
        for chunk in chunks:
            packed = chunk
            while packed:
                if unpacker.eof:
                    unpacker = zlib.decompressobj(_EITHER)
                unpacked.append(unpacker.decompress(packed, largest - size + 1))
                size += len(unpacked[-1])
                if size > largest:
                    raise _too_large(largest)
                packed = unpacker.unused_data
    except zlib.error as error:
        raise FetchError("it is packed in a way that cannot be unpacked") from error
    if not unpacker.eof:
        raise FetchError("it is cut off", again=True)
    return b"".join(unpacked)


def _count(chunks: Iterable[bytes], largest: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > largest:
            raise _too_large(largest)
        yield chunk


def _too_large(largest: int) -> FetchError:
    return FetchError(f"it is larger than {largest / 1e6:g} MB")
