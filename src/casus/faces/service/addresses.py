"""Which addresses of the internet a page may be fetched from: public ones, so that nobody reaches through the service what stands
behind it. The networks are those of the IANA registries of special-purpose addresses (RFC 6890), as `ipaddress` has them."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_UNICAST = IPv6Network("2000::/3")
"""All that is assigned to hosts of the public internet. Mapped, translated and compatible forms of IPv4 lie outside."""

_TUNNELS = (IPv6Network("2001::/32"), IPv6Network("2002::/16"))
"""Teredo (RFC 4380) and 6to4 (RFC 3056), which lead to the address in IPv4 that they hold."""


def is_public(address: str) -> bool:
    """Whether an address, in IPv4 or IPv6, is one of the public internet; what is no address is not."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if found.is_private or found.is_reserved or found.is_multicast or found.is_loopback or found.is_link_local:
        return False
    return _is_public_4(found) if isinstance(found, IPv4Address) else _is_public_6(found)


def _is_public_4(address: IPv4Address) -> bool:
    return address.is_global and not address.is_unspecified


def _is_public_6(address: IPv6Address) -> bool:
    public = address in _UNICAST and address.is_global and address.scope_id is None
    return public and not any(address in tunnel for tunnel in _TUNNELS)
