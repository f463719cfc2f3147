"""The visible blocks of a web page: paragraphs, headings, list items, rows, with where in the page they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html as lxml_html  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

_UNSEEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "canvas",
        "object",
        "embed",
        "head",
        "select",
        "option",
        "textarea",
        "input",
        "button",
        "audio",
        "video",
        "map",
        "picture",
        "source",
        "datalist",
        "dialog",
        "math",
    )
)
_ASIDE = frozenset({"nav", "aside", "footer", "form", "figure", "figcaption", "menu"})
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "label",
        "img",
    )
)
_FRINGE = re.compile(
    r"(?:^|[-_\s])(?:related|recommend\w*|share|sharing|social|promo\w*|newsletter|subscribe|subscription|comments?|cookies?|consent"
    r"|advert\w*|ads?|sponsor\w*|breadcrumbs?|sidebar|footer|menu|nav|navigation|navbar|pagination|tags?|taglist|widget|popup|modal"
    r"|outbrain|taboola|teaser|read-?more|also-?read|most-?read|trending|credits?|caption|copyright|disclaimer|author-?bio|paywall"
    r"|sr-only|visually-hidden|screen-reader-text|hidden|print-only|skip-?link)(?:$|[-_\s])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2009\u202f]+")
_BODY = (
    ".//*[@itemprop='articleBody']",
    ".//*[contains(@class,'article-body') or contains(@class,'article__body') or contains(@class,'article-content')"
    " or contains(@class,'story-body') or contains(@class,'entry-content') or contains(@class,'post-content')"
    " or contains(@class,'article__text') or contains(@class,'article-text')]",
    ".//article",
    ".//main | .//*[@role='main']",
)
_LEAST_PROSE = 200


@dataclass(frozen=True, slots=True)
class Block:
    """The words of one block as a browser would show them, with single spaces.

    `body` is true inside what the page marks as the article's body; `fringe` in navigation, asides, captions, boxes of links.
    `linked` is the share of its characters that are links.
    """

    text: str
    tag: str
    body: bool
    fringe: bool
    linked: float


@dataclass(slots=True)
class _Pieces:
    """The pieces of text of the block that is being gathered."""

    words: list[str] = field(default_factory=list)
    linked: int = 0


def page_of(text: str) -> HtmlElement:
    """The tree of a page. Broken markup is mended as a browser would."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    content = text.replace("\x00", "").encode("utf-8", "replace")
    return lxml_html.document_fromstring(content or b"<html></html>", parser=parser)


def body_of(page: HtmlElement) -> HtmlElement | None:
    """The element that holds the article's body by the page's own marks, None where none holds enough paragraphs."""
    for path in _BODY:
        candidates = page.xpath(path)
        if candidates:
            best = max(candidates, key=_prose)
            if _prose(best) >= _LEAST_PROSE:
                return best
    return None


def _prose(element: HtmlElement) -> int:
    """Characters in the paragraphs of an element, those in asides and nested articles left out."""
    paths = element.xpath(".//p[not(ancestor::aside) and not(ancestor::nav) and not(ancestor::footer)]")
    return sum(len(paragraph.text_content().strip()) for paragraph in paths)


def is_fringe(element: HtmlElement) -> bool:
    """Whether an element itself is marked as beside the text: an aside, a caption, a box of links, or hidden."""
    if element.tag in _ASIDE or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in {"navigation", "complementary", "contentinfo", "banner", "search"}:
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if element.tag in {"html", "body", "article", "main"}:
        return False
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(marks) > 1 and _FRINGE.search(marks) is not None


def blocks_of(page: HtmlElement, body: HtmlElement | None) -> list[Block]:
    """Every visible block of a page, in order. `body` is the article's body, where it is known."""
    blocks: list[Block] = []
    pieces = _Pieces()
    tag, in_body, fringe, link = "body", 0, 0, 0

    def flush() -> None:
        words = _SPACE.sub(" ", "".join(pieces.words)).strip()
        if words:
            blocks.append(Block(words, tag, in_body > 0, fringe > 0, min(1.0, pieces.linked / len(words))))
        pieces.words.clear()
        pieces.linked = 0

    tags = ["body"]
    for event, element in _walk(page):
        name = element.tag
        opening = event == "start"
        block = name not in _INLINE
        if block:
            flush()
        step = 1 if opening else -1
        if element is body:
            in_body += step
        if is_fringe(element):
            fringe += step
        link += step if name == "a" else 0
        if block and opening and name != "br":
            tags.append(name)
        elif block and not opening and name != "br" and len(tags) > 1:
            tags.pop()
        tag = tags[-1]
        words = (element.text if opening else element.tail) or ""
        if words:
            pieces.words.append(words)
            pieces.linked += len(words.strip()) if link else 0
    flush()
    return blocks


def _walk(page: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Start and end of every element that is shown, in order; what is not shown still gives its tail, as an empty span."""
    root = page.find("body")
    stack: list[tuple[str, HtmlElement]] = [("start", page if root is None else root)]
    while stack:
        event, element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            if element.tail:
                unseen = lxml_html.Element("span")
                unseen.tail = element.tail
                yield "start", unseen
                yield "end", unseen
            continue
        yield event, element
        if event == "start":
            stack.append(("end", element))
            stack.extend(("start", child) for child in reversed(element))
