"""Which addresses may be asked: of pages (http and https only) and of machines (public ones)."""

from __future__ import annotations

import ipaddress
import re
from hashlib import sha256

import httpx

from analysis.sources.refusing import AddressError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

STANDARD_PORTS = frozenset((80, 443))
_LONGEST = 2_000
_HOST = re.compile(r"[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?\.?|[0-9a-f:.]*:[0-9a-f:.]*")
_AUTHORITY = re.compile(r"[a-z]+://([^/?#]*)", re.IGNORECASE)
# Say where a reader came from, and change nothing of the page.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|at_\w+|ns_\w+")

# Give out the keys of the machine itself to whoever asks from it: never, even where private
# addresses are allowed. Azure's is a public one; the others are link-local or private.
_METADATA = frozenset(
    ipaddress.ip_address(address)
    for address in ("168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254")
)
_THIS_NETWORK = ipaddress.ip_network("0.0.0.0/8")
_SHARED = ipaddress.ip_network("100.64.0.0/10")  # carriers' own networks
_UNICAST = ipaddress.ip_network("2000::/3")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def read_url(text: str, ports: frozenset[int] = STANDARD_PORTS) -> httpx.URL:
    """Read an address as it will be asked for, without its fragment.

    Raises AddressError for all but plain http and https addresses on one of the ports, and for what
    programs are known to read in different ways.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise AddressError(f"its address is longer than {_LONGEST:,} characters")
    if not text.isprintable() or "\\" in text:
        raise AddressError("its address holds a backslash or characters that are not shown")
    try:
        url = httpx.URL(text).copy_with(fragment=None)
        host, port = url.raw_host.decode("ascii"), url.port
    except (httpx.InvalidURL, ValueError) as error:
        raise AddressError("its address cannot be read") from error
    if url.scheme not in ("http", "https"):
        raise AddressError("only http:// and https:// addresses are fetched")
    authority = _AUTHORITY.match(text)
    if authority is None or not _HOST.fullmatch(host):
        raise AddressError("its address names no host")
    if "@" in authority[1]:
        raise AddressError("its address holds a name or password")
    if port is not None and port not in ports:
        raise AddressError(f"port {port} is not one that pages are served on")
    return url


def join_url(base: httpx.URL, link: str, ports: frozenset[int]) -> httpx.URL:
    """Read where a redirect leads to. Raises AddressError as `read_url` does."""
    if not link.isprintable() or "\\" in link:  # joined, they would be escaped
        raise AddressError("it redirects to an address that cannot be read")
    try:
        return read_url(str(base.join(link)), ports)
    except (httpx.InvalidURL, ValueError) as error:
        raise AddressError("it redirects to an address that cannot be read") from error
    except AddressError as error:
        raise AddressError(f"it redirects elsewhere: {error}") from error


def find_ports(location: str) -> frozenset[int]:
    """Return the ports that a source may lead to: the usual two, and one that it names itself."""
    try:
        written = httpx.URL(location).port
    except (httpx.InvalidURL, ValueError):
        written = None
    return STANDARD_PORTS | ({written} if written else frozenset())


def identify(url: str) -> str:
    """Return what identifies a page: its address, with what does not matter in it left out.

    That is the fragment, tracking parameters, and whether it was asked for by http or https.
    """
    try:
        read = httpx.URL(url.strip()).copy_with(scheme="https", fragment=None)
    except (httpx.InvalidURL, ValueError):
        return url
    kept = [pair for pair in read.params.multi_items() if not _TRACKING.fullmatch(pair[0])]
    if len(kept) == len(read.params.multi_items()):
        return str(read)
    return str(read.copy_with(params=kept)) if kept else str(read.copy_with(query=None))


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def refuse_address(address: str, *, private: bool) -> str:
    """Say why a machine's address is not to be connected to; "" where it may be.

    `private` allows one's own machine and network, and nothing else of what is refused.
    """
    try:
        found = _unwrap(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return "no address"
    if found in _METADATA or found.is_link_local:
        return "a link-local or metadata address"
    if found.is_loopback or _is_own_network(found):
        return "" if private else "a private address"
    public = found.is_global and not (found.is_multicast or found.is_reserved)
    if found.version == 6:
        public = public and found in _UNICAST
    return "" if public else "no public address"


def _is_own_network(address: Address) -> bool:
    if address.version == 4 and address in _THIS_NETWORK:
        return False
    reserved = address.is_reserved or address.is_unspecified or address.is_multicast
    return (address.is_private and not reserved) or (address.version == 4 and address in _SHARED)


def _unwrap(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 one only carries: mapped, 6to4 or NAT64."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        return address.ipv4_mapped or address.sixtofour or address
    return address
