"""The visible blocks of a web page: paragraphs, headings, list items, rows, with where in the page they stand."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lxml import html as lxml_html  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from casus.lexicons import load_lexicon

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2009\u202f]+")
_LEAST_PROSE = 200
_SHARE_OF_BODY = 0.2
_SHARE_NEVER_FRINGE = 0.4


@dataclass(frozen=True, slots=True)
class Block:
    """The words of one block as a browser would show them, with single spaces.

    `body` is true inside what the page marks as the article's body; `fringe` in navigation, asides, captions, boxes of links,
    other articles. `linked` is the share of its characters that are links.
    """

    text: str
    tag: str
    body: bool
    fringe: bool
    linked: float


@dataclass(frozen=True, slots=True)
class _Marks:
    """How pages mark their parts (see data/pages.yaml)."""

    unseen: frozenset[str]
    aside: frozenset[str]
    aside_roles: frozenset[str]
    inline: frozenset[str]
    fringe: re.Pattern[str]
    dated: re.Pattern[str]
    byline: re.Pattern[str]
    body: tuple[str, ...]


@dataclass(slots=True)
class _Pieces:
    """The pieces of text of the block that is being gathered."""

    words: list[str] = field(default_factory=list)
    linked: int = 0


@cache
def _marks() -> _Marks:
    lists = load_lexicon(Path(__file__).parent / "data" / "pages.yaml")
    fringe, dated, byline = (
        re.compile(rf"(?:^|[-_\s])(?:{'|'.join(lists[name])})(?:$|[-_\s])", re.IGNORECASE)
        for name in ("fringe", "dated", "byline")
    )
    unseen, aside, roles, inline = (frozenset(lists[name]) for name in ("unseen", "aside", "aside_roles", "inline"))
    return _Marks(unseen, aside, roles, inline, fringe, dated, byline, tuple(lists["body"]))


def page_of(text: str) -> HtmlElement:
    """The tree of a page. Broken markup is mended as a browser would."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    content = text.replace("\x00", "").encode("utf-8", "replace")
    return lxml_html.document_fromstring(content or b"<html></html>", parser=parser)


def named(element: HtmlElement) -> str:
    """Class, id and other names that a page gives an element, with spaces between."""
    return " ".join(filter(None, map(element.get, ("class", "id", "itemprop", "rel", "data-component", "data-testid"))))


def is_dated(element: HtmlElement) -> bool:
    """Whether the page names an element as a date or byline."""
    return _marks().dated.search(named(element)) is not None


def bodies_of(page: HtmlElement) -> list[HtmlElement]:
    """The elements that hold the article's body by the page's own marks, in order; none where too few paragraphs are in them.

    Several are given where the body is cut up; small ones of the same make (teasers) are not.
    """
    for path in _marks().body:
        sizes = [(element, _prose(element)) for element in page.xpath(path)]
        largest = max((size for _, size in sizes), default=0)
        if largest >= _LEAST_PROSE:
            return [element for element, size in sizes if size >= _SHARE_OF_BODY * largest]
    return []


def fringe_of(page: HtmlElement, bodies: list[HtmlElement]) -> Set[HtmlElement]:
    """The elements that are marked as beside the text: asides, captions, boxes of links, other articles, what is hidden.

    An element with much of the page's prose is never one, whatever its name: templates name wrappers "has-sidebar".
    """
    marks = _marks()
    around = {above for body in bodies for above in (body, *body.iterancestors())}
    most = _SHARE_NEVER_FRINGE * _prose(page)
    fringe = set()
    for element in page.iter(lxml_html.etree.Element):
        if element in around or element.tag in {"html", "body"}:
            continue
        if element.tag == "article":
            within = any(above in bodies for above in element.iterancestors())
            beside = bool(bodies) and not within
        elif element.tag in marks.aside or element.get("role") in marks.aside_roles or _is_hidden(element):
            beside = True
        else:
            names = named(element)
            beside = bool(names) and marks.fringe.search(names) is not None and not _prose(element) > most
        if beside:
            fringe.add(element)
    return fringe


def bylines_of(page: HtmlElement, bodies: list[HtmlElement]) -> Set[HtmlElement]:
    """The elements that the page names as the writer's or the date's line. Their dates count, their words are no text."""
    byline = _marks().byline
    around = {above for body in bodies for above in (body, *body.iterancestors())}
    return {
        element
        for element in page.iter("div", "p", "span", "ul", "li", "section", "header", "address", "a", "time")
        if element not in around and byline.search(named(element)) and _prose(element) < _LEAST_PROSE
    }


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN.search(element.get("style") or "") is not None


def _prose(element: HtmlElement) -> int:
    """Characters in the paragraphs of an element, those in asides left out."""
    paragraphs = element.xpath(".//p[not(ancestor::aside) and not(ancestor::nav) and not(ancestor::footer)]")
    return sum(len(paragraph.text_content().strip()) for paragraph in paragraphs)


def blocks_of(page: HtmlElement, bodies: list[HtmlElement], fringe: Set[HtmlElement]) -> list[Block]:
    """Every visible block of a page, in order."""
    inline = _marks().inline
    blocks: list[Block] = []
    pieces = _Pieces()
    tags = ["body"]
    in_body, in_fringe, in_link = 0, 0, 0

    def flush() -> None:
        words = _SPACE.sub(" ", "".join(pieces.words)).strip()
        if words:
            blocks.append(Block(words, tags[-1], in_body > 0, in_fringe > 0, min(1.0, pieces.linked / len(words))))
        pieces.words.clear()
        pieces.linked = 0

    for opening, element in _walk(page):
        block = element.tag not in inline
        step = 1 if opening else -1
        if block:
            flush()
            if opening:
                tags.append(element.tag)
            else:
                tags.pop()
        in_body += step * (element in bodies)
        in_fringe += step * (element in fringe)
        in_link += step * (element.tag == "a")
        words = (element.text if opening else element.tail) or ""
        pieces.words.append(words)
        pieces.linked += len(words.strip()) if in_link else 0
    flush()
    return blocks


def _walk(page: HtmlElement) -> Iterator[tuple[bool, HtmlElement]]:
    """Every element that is shown, in order, once at its start (true) and once at its end (false).

    Of what is not shown only the text after it counts; it stands as an empty span.
    """
    unseen = _marks().unseen
    root = page.find("body")
    stack: list[tuple[bool, HtmlElement]] = [(True, page if root is None else root)]
    while stack:
        opening, element = stack.pop()
        if opening and (not isinstance(element.tag, str) or element.tag in unseen):
            empty = lxml_html.Element("span")
            empty.tail = element.tail
            yield True, empty
            yield False, empty
            continue
        yield opening, element
        if opening:
            stack.append((False, element))
            stack.extend((True, child) for child in reversed(element))
