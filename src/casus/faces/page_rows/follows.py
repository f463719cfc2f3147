"""What follows, for a page: which states are coloured with which word, and how to ask the same elsewhere."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from casus.faces.page_rows.look import code_of
from casus.ledger.ledger import Ledger
from casus.world.lands import lies_in

Items = Sequence[Mapping[str, Any]]
Asked = Sequence[tuple[str, str]]
"""Parameters and values, as they were given; a parameter may be there several times."""

_GRAVEST = (
    "attacked", "attacker", "target", "promises", "owed", "owed-if", "barred", "may-not", "consult", "supports", "rejects",
    "neutral",
)  # fmt: skip
"""Of several words of one state the first one is shown; what is not among them comes last."""

_POSITIONAL = {"obligations": "attacked", "promises": "of", "forbids": "target", "positions": "on"}
_LISTED = "claim"
_NUMBERS = ("depth",)


def states(kept: Ledger, ask: str, items: Items, day: date) -> list[dict[str, Any]]:
    """The states of an answer, each once with the word of its gravest line."""
    found: dict[str, str] = {}
    for state, word in _words(ask, items):
        if state not in found or _rank(word) < _rank(found[state]):
            found[state] = word
    return [
        {
            "id": one, "country": code_of(one) or one, "name": kept.names.name(one), "status": word,
            "shapes": list(lies_in(code_of(one) or one, day)),
        }
        for one, word in sorted(found.items())
    ]  # fmt: skip


def same(ask: str, asked: Asked, base: str) -> dict[str, str]:
    """How to ask the same at a command line, in Python, and of this service at `base`; every value is quoted."""
    return {"command": _command(ask, asked), "python": _python(ask, asked), "curl": _curl(ask, asked, base)}


def _words(ask: str, items: Items) -> Iterator[tuple[str, str]]:
    for item in items:
        given = item.get("asked") or {}
        if ask == "obligations" and item.get("state"):
            yield _id(item["state"]), str(item["status"])
            yield from _sides(given)
        elif ask == "obligations":
            yield from _sides(given)
        elif ask == "promises" and item.get("toward"):
            yield _id(item["state"]), "promises"
            yield from ((_id(one), str(item["provides"])) for one in item["toward"])
        elif ask == "forbids":
            yield _id(str(given["target"])), "target" if item.get("measure") else "allowed"
        elif ask == "positions" and item.get("holder"):
            yield _id(item["holder"]), str(item["stance"])
        elif ask == "suppose":
            yield from _sides(item)
            yield from _words("obligations", [one for one in item.get("duties") or () if isinstance(one, Mapping)])


def _sides(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, word in (("attacked", "attacked"), ("by", "attacker"), ("attacker", "attacker")):
        if given.get(key):
            yield _id(str(given[key])), word


def _rank(word: str) -> int:
    return _GRAVEST.index(word) if word in _GRAVEST else len(_GRAVEST)


def _id(code: str) -> str:
    return code if ":" in code else f"state:{code}"


def _command(ask: str, asked: Asked) -> str:
    words = ["casus", "obligations" if ask == "promises" else ask]
    claims = [value for name, value in asked if name == _LISTED]
    for name, value in asked:
        if name != _LISTED:
            option = f"--{name.replace('_', '-')}"
            words += [f"{option}={value}"] if value.startswith("-") else [option, value]
    return shlex.join([*words, *(["--"] if any(one.startswith("-") for one in claims) else []), *claims])


def _python(ask: str, asked: Asked) -> str:
    first = _POSITIONAL.get(ask)
    given = [repr(value) for name, value in asked if name in (first, _LISTED)]
    bare = ask
    if ask == "obligations" and not given:
        bare, given = "promises", [repr(value) for name, value in asked if name == "of"]
        asked = [(name, value) for name, value in asked if name != "of"]
    if ask == "conflicts" and any(name == "about" for name, _ in asked):
        bare, first = "bearing", "about"
        given = [repr(value) for name, value in asked if name == "about"]
    named = [f"{_keyword(ask, name)}={_value(ask, name, value)}" for name, value in asked if name not in (first, _LISTED)]
    needed = sorted({_type(ask, name) for name, _ in asked} - {""})
    imports = [f"from datetime import {', '.join(needed)}", ""] if needed else []
    call = f"casus.{bare}({', '.join(['ledger', *given, *named])})"
    return "\n".join([*imports, "import casus", "", "with casus.Ledger.open() as ledger:", f"    answer = {call}"])


def _keyword(ask: str, name: str) -> str:
    return "supplier" if (ask, name) == ("forbids", "from") else name


def _value(ask: str, name: str, value: str) -> str:
    if name in _NUMBERS:
        return str(int(value))
    kind = _type(ask, name)
    if kind == "datetime":
        return f"datetime.fromisoformat({_whole_instant(name, value)!r})"
    return f"date.fromisoformat({value!r})" if kind else repr(value)


def _whole_instant(name: str, value: str) -> str:
    """An instant as it is meant, with its zone: a day alone is its end, or its beginning for what is new since."""
    if "T" not in value:
        return f"{value}T23:59:59.999999+00:00" if name == "known_at" else f"{value}T00:00:00+00:00"
    zoned = value.endswith("Z") or "+" in value or value.count("-") > 2
    return value.removesuffix("Z") + "+00:00" if value.endswith("Z") or not zoned else value


def _type(ask: str, name: str) -> str:
    """The type of a parameter in Python that is neither text nor number: date or datetime, else ""."""
    if name == "as_of" or (ask, name) == ("positions", "since"):
        return "date"
    return "datetime" if name in ("known_at", "since") else ""


def _curl(ask: str, asked: Asked, base: str) -> str:
    query = urlencode(asked)
    return shlex.join(["curl", f"{base}/api/v1/{ask}" + (f"?{query}" if query else "")])
