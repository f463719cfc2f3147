"""Names of what stands in pages' data, also of agreements and regimes that only reports tell of: those have titles, no names."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from casus.faces.page_rows.look import Look
from casus.ledger.contract import Query, Wanted

_LOOKED_AT = 20
"""So many records of one are looked at for its title."""

_STANDING = ("agreement:", "regime:")
_AN_ID = re.compile(r"(?:state|country|cow|gw|org|group|bloc|person|agreement|regime|territory|place|media|report):\S+")


def titled(look: Look, ids: Iterable[str]) -> dict[str, str]:
    """The names of ids, as `Look.names`; what only reports tell of by the title that they give it, or by its parties."""
    names = look.names(ids)
    return {one: _title(look, one) if one == name and one.startswith(_STANDING) else name for one, name in names.items()}


def named_deeply(value: Any) -> set[str]:  # noqa: ANN401 - a value of JSON
    """The ids anywhere in a body."""
    if isinstance(value, str):
        return {value} if _AN_ID.fullmatch(value) else set()
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return {one for part in inner for one in named_deeply(part)}


def _title(look: Look, identity: str) -> str:
    wanted = Wanted(entity=identity, roles=("standing",))
    query = Query(entities=(wanted,), known_at=look.view.known_at, newest=False, limit=_LOOKED_AT)
    bodies = [record.draft.body for record in look.kept.store.records(query)]
    for body in bodies:
        if title := body.get("title") or body.get("name"):
            return str(title)

    def all_of(field: str) -> str:
        ids = dict.fromkeys(str(one) for body in bodies for one in body.get(field, ()))
        return " and ".join(look.kept.names.name(one) for one in ids)

    if identity.startswith("regime:"):
        by, against = all_of("imposers"), all_of("targets")
        if not by and not against:
            return identity
        return "measures" + (f" of {by}" if by else "") + (f" against {against}" if against else "")
    parties = all_of("parties")
    return f"agreement between {parties}" if parties else identity
