"""Which entry a person means: a state, an agreement, a regime, an organisation or a bloc, by code, name or id."""

import difflib
from collections.abc import Iterator
from datetime import date

from casus.errors import WorldError
from casus.world.agreements import agreements
from casus.world.codes import SYSTEMS, meant, spells
from casus.world.entities import entity, named
from casus.world.fold import fold, without_the
from casus.world.names import senses
from casus.world.regimes import regimes
from casus.world.source import records

_KINDS = ("state", "organisation", "bloc")
_NEAR = 5
_LISTED = 8


def look_up(word: str, on: date | None = None) -> str:
    """The id of the entry that a word means: "state:RUS", "agreement:anzus", "regime:eu-dprk", "org:NATO", "bloc:the-west".

    `word` is an id, with or without its class; a code (alpha-3, alpha-2, "cow:365", "gw:365"); a name, title or alias; or words
    of a title. `on` settles codes and names that meant several in turn. Raises WorldError where nothing, or several, fit: one
    line with the candidates.
    """
    for found in (_by_id(word), _by_code(word, on), _by_name(word, on), _by_words(word)):
        ids = list(dict.fromkeys(found))
        if len(ids) == 1:
            return ids[0]
        if ids:
            raise WorldError(f"{word!r} may be {_list(ids)}")
    near = list(_near(word))
    hint = f"; near: {_list(near)}" if near else ""
    raise WorldError(f"no state, agreement, regime, organisation or bloc {word!r}{hint}")


def name(entry: str) -> str:
    """The name or title of an entry by its id. Raises WorldError where there is none."""
    kind, _, rest = entry.partition(":")
    if kind == "agreement":
        return next(known.title for known in agreements() if known.id == rest)
    if kind == "regime":
        return next(known.name for known in regimes() if known.id == rest)
    return entity(entry).name


def _by_id(word: str) -> Iterator[str]:
    ids = set(_ids())
    if word in ids:
        yield word
        return
    for kind in ("agreement", "regime", "bloc"):
        if f"{kind}:{word.lower()}" in ids:
            yield f"{kind}:{word.lower()}"
    if f"org:{word.upper()}" in ids:
        yield f"org:{word.upper()}"
    if f"state:{word.upper()}" in ids:
        yield f"state:{word.upper()}"
    if word.isupper():
        yield from (f"state:{row['code']}" for row in records("states.yaml") if row.get("alpha2") == word)


def _by_code(word: str, on: date | None) -> Iterator[str]:
    told, _, number = word.partition(":")
    for system in SYSTEMS:
        if told == system and number.isdecimal() and (codes := spells(system, int(number))):
            yield from [meant(system, int(number), on)] if on else [code.entity for code in codes]


def _by_name(word: str, on: date | None) -> Iterator[str]:
    key = _key(word)
    for known in agreements():
        if key in map(_key, (known.title, *known.aliases)):
            yield f"agreement:{known.id}"
    yield from (f"regime:{known.id}" for known in regimes() if _key(known.name) == key)
    yield from (row["id"] for row in records("codes.yaml") if "id" in row and _key(row["name"]) == key)
    written = next((found for form in (word, word.title(), word.upper()) if (found := senses(form, on))), ())
    meanings = [sense for sense in written if sense.entity.kind in _KINDS and sense.use in ("name", "former", "alias")]
    if on:
        meanings = [sense for sense in meanings if sense.validity.contains(on) is not False] or meanings
    whole = [sense for sense in meanings if sense.use == "name"]
    yield from (sense.entity.id for sense in whole or meanings if not sense.entity.id.startswith("media:"))


def _by_words(word: str) -> Iterator[str]:
    wanted = set(_key(word).split())
    for known in agreements():
        if any(wanted <= set(_key(title).split()) for title in (known.id.replace("-", " "), known.title, *known.aliases)):
            yield f"agreement:{known.id}"
    for regime in regimes():
        if any(wanted <= set(_key(title).split()) for title in (regime.id.replace("-", " "), regime.name)):
            yield f"regime:{regime.id}"


def _near(word: str) -> Iterator[str]:
    keys: dict[str, str] = {}
    for entry in _ids():
        keys.setdefault(_key(entry.partition(":")[2].replace("-", " ")), entry)
        keys.setdefault(_key(name(entry)), entry)
    for known in agreements():
        for title in known.aliases:
            keys.setdefault(_key(title), f"agreement:{known.id}")
    for key in difflib.get_close_matches(_key(word), list(keys), n=_NEAR, cutoff=0.72):
        yield keys[key]


def _ids() -> Iterator[str]:
    yield from (f"agreement:{known.id}" for known in agreements())
    yield from (f"regime:{known.id}" for known in regimes())
    yield from (one.id for one in named() if one.kind in _KINDS and not one.id.startswith("media:"))
    yield from (row["id"] for row in records("codes.yaml") if "id" in row)


def _list(ids: list[str]) -> str:
    shown = [f"{name(one)} ({one})" for one in dict.fromkeys(ids)]
    return ", ".join(shown[:_LISTED]) + (f" and {len(shown) - _LISTED} more" if len(shown) > _LISTED else "")


def _key(text: str) -> str:
    return fold(without_the(text.strip())[0])
