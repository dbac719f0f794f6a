"""Connections that lead nowhere else: the address that is checked is the one connected to.

A name is resolved once; what it resolves to is checked, and the connection made to that very
address, so that a name server cannot answer differently in between. TLS still verifies the name.
"""

from __future__ import annotations

import math
import os
import socket
import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from typing import Any

import httpcore
import httpx

from analysis.sources.addresses import refuse_address
from analysis.sources.clock import Clock
from analysis.sources.refusing import AddressError, FetchError

Resolve = Callable[[str, int], list[str]]
# A name with more addresses than this is not tried to the last of them.
_TRIED = 4


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host, the preferred one first. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Connections(httpcore.NetworkBackend):
    """Opens connections to allowed addresses; nothing on them outlasts `deadline`, clock time."""

    def __init__(self, clock: Clock, resolve: Resolve = resolve, *, private: bool = False) -> None:
        self.deadline = math.inf
        self._clock = clock
        self._resolve = resolve
        self._private = private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers. Raises AddressError where
        one of them is not allowed.
        """
        failure = httpcore.ConnectError("its name has no address")
        for address in self._find_addresses(host, port)[:_TRIED]:
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self.limit(timeout), local_address, socket_options
                )
            except httpcore.ConnectError as error:
                failure = error
            else:
                return _TimedStream(stream, self.limit)
        raise failure

    def limit(self, timeout: float | None) -> float:
        """Cut a time-out to what is left until the deadline. Raises FetchError past it."""
        left = self.deadline - self._clock.now()
        if left <= 0:
            raise FetchError("it took too long in all", passing=True)
        return left if timeout is None else min(timeout, left)

    def check(self, host: str, port: int) -> None:
        """Check where a name leads, as far as can be told here: a proxy may know more.

        Raises AddressError.
        """
        with suppress(httpcore.ConnectError):
            self._find_addresses(host, port)

    def _find_addresses(self, host: str, port: int) -> list[str]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("its name cannot be resolved") from error
        for address in addresses:
            reason = refuse_address(address, private=self._private)
            if reason:
                # The others may be allowed, but no honest name leads to both.
                leads = "is" if host == address else f"leads to {address},"
                raise AddressError(f"{host} {leads} {reason}")
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A connection on which many short waits cannot add up to a long one."""

    def __init__(
        self, stream: httpcore.NetworkStream, limit: Callable[[float | None], float]
    ) -> None:
        self._stream = stream
        self._limit = limit

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._limit(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._limit(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._limit(timeout))
        return _TimedStream(inner, self._limit)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Transport(httpx.HTTPTransport):
    """httpx on these connections, through the proxy given, if any; nothing of the environment but
    certificates.
    """

    def __init__(self, connections: Connections, proxy: str = "") -> None:
        certificates = _load_certificates(*map(os.environ.get, ("SSL_CERT_FILE", "SSL_CERT_DIR")))
        super().__init__(verify=certificates, trust_env=False)
        options: dict[str, Any] = {
            "ssl_context": certificates,
            "network_backend": connections,
            "max_connections": 4,
        }
        if proxy:
            given = httpx.Proxy(proxy)
            address = str(given.url)
            self._pool = httpcore.HTTPProxy(address, proxy_auth=given.raw_auth, **options)
        else:
            self._pool = httpcore.ConnectionPool(**options)


@cache
def _load_certificates(*_set: str | None) -> ssl.SSLContext:
    """Load the authorities that are trusted, 40 ms; anew where the environment names others."""
    return httpx.create_ssl_context()
