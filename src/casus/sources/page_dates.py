"""Every date that a web page claims for itself: in its meta elements, JSON-LD, address, time elements and visible lines."""

import json
import re
from collections.abc import Iterator, Set
from datetime import date

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from casus.sources.page import is_dated
from casus.sources.report import Stamp
from casus.sources.stamps import date_of, dates_in, month_number

_META = re.compile(r"date|time|publish|pubdate|modified|updated|created|issued|revised|embargo", re.IGNORECASE)
_NOT_META = re.compile(r"expir|refresh|width|timezone|read(?:ing)?[-_ ]?time|timeout|valid|event", re.IGNORECASE)
_JSON_DATES = ("datePublished", "dateModified", "dateCreated", "uploadDate", "dateIssued")
_JSON_OTHERS = frozenset(
    (
        "itemListElement",
        "hasPart",
        "comment",
        "relatedLink",
        "mentions",
        "about",
        "isPartOf",
        "author",
        "publisher",
        "image",
        "video",
        "citation",
    )
)
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>1[0-2]|0?[1-9]|[a-z]{3})(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
    r"|(?<!\d)(?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)",
    re.IGNORECASE,
)
_VISIBLE_LIMIT = 160
_MONTH_NAMES = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))


def page_stamps(page: HtmlElement, url: str | None, fringe: Set[HtmlElement]) -> tuple[Stamp, ...]:
    """The stamps of a page, each with where it was found, in the order meta, JSON-LD, address, time elements, visible lines.

    The same day found twice in the same kind of place is given once. Dates of linked stories (within `fringe`) are left out.
    """
    found: list[Stamp] = []
    for value, detail in (*_meta(page), *_json(page), *_address(url), *_times(page, fringe), *_visible(page, fringe)):
        stamp = Stamp("metadata", value, None, detail)
        if stamp not in found:
            found.append(stamp)
    return tuple(found)


def json_ld(page: HtmlElement) -> Iterator[dict[str, object]]:
    """Every object of the page's JSON-LD that speaks of the page itself; broken scripts are passed over."""
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            stack: list[object] = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack:
            value = stack.pop()
            if isinstance(value, list):
                stack.extend(reversed(value))
            elif isinstance(value, dict):
                yield value
                stack.extend(below for key, below in value.items() if key not in _JSON_OTHERS and isinstance(below, (dict, list)))


def _meta(page: HtmlElement) -> Iterator[tuple[date, str]]:
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        if _META.search(name) and not _NOT_META.search(name):
            value = date_of(element.get("content") or element.get("value") or "")
            if value:
                yield value, f"meta {name}"


def _json(page: HtmlElement) -> Iterator[tuple[date, str]]:
    for thing in json_ld(page):
        for key in _JSON_DATES:
            written = thing.get(key)
            value = date_of(written) if isinstance(written, str) else None
            if value:
                yield value, f"JSON-LD {key}"


def _address(url: str | None) -> Iterator[tuple[date, str]]:
    for match in _IN_ADDRESS.finditer(url or ""):
        compact = match["compact"]
        if compact:
            value = date_of(compact)
        else:
            month = match["month"].lower()
            if not month.isdigit() and month not in _MONTH_NAMES:
                continue
            number = int(month) if month.isdigit() else month_number(month)
            value = date_of(f"{match['year']}-{number:02d}-{int(match['day']):02d}")
        if value:
            yield value, "URL"


def _times(page: HtmlElement, fringe: Set[HtmlElement]) -> Iterator[tuple[date, str]]:
    for element in page.iter("time"):
        if not _is_within(element, fringe):
            value = date_of(element.get("datetime") or "") or date_of(element.text_content())
            if value:
                yield value, "time element"


def _visible(page: HtmlElement, fringe: Set[HtmlElement]) -> Iterator[tuple[date, str]]:
    """Dates in short lines that the page marks as a date or byline."""
    for element in page.iter("p", "div", "span", "li", "small", "h5", "h6", "address", "header"):
        if not is_dated(element) or element.find(".//time") is not None or _is_within(element, fringe):
            continue
        words = " ".join(element.text_content().split())
        if len(words) <= _VISIBLE_LIMIT:
            for found in dates_in(words):
                yield found.value, "visible line"


def _is_within(element: HtmlElement, fringe: Set[HtmlElement]) -> bool:
    return element in fringe or any(above in fringe for above in element.iterancestors())
