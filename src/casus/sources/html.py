"""Read a web page: its main text as its own blocks, and what it says about itself."""

import copy
import re

import trafilatura
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from casus.errors import SourceError
from casus.sources.found import Found
from casus.sources.furniture import is_furniture
from casus.sources.page import Block, blocks_of, body_of, page_of
from casus.sources.page_dates import json_ld, page_stamps

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "twitter:site")
_ADDRESSES = ("og:url", "twitter:url", "parsely-link", "dc.identifier")
_SUFFIX = re.compile(r"\s+[|–—«»·:-]\s+[^|–—«»·]{2,40}$")
_STOPPED = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_SHORT = 12
_FEWEST_WORDS = 4
_SHARE_MATCHED = 0.8


def read_html(text: str, name: str) -> Found:
    """The main text of a page and what it claims: title, publisher, address, language, every date.

    The text is made of the page's own blocks, with a blank line between them: those that trafilatura takes for the main
    text, the headline, and every paragraph of prose in what the page marks as the article's body. Raises `SourceError`
    where a page holds no text.
    """
    page = page_of(text)
    title, url = _title(page), _url(page)
    body = body_of(page)
    extracted = trafilatura.extract(copy.deepcopy(page), include_comments=False, include_tables=True) or ""
    main = _main_text(blocks_of(page, body), extracted, title)
    if not any(map(str.isalnum, main)):
        raise SourceError(f"{name}: a web page without text; save the text of the report and read that")
    language = (page.get("lang") or "").strip().replace("_", "-") or None
    return Found(main, title, _publisher(page), url, language, page_stamps(page, url))


def _main_text(blocks: list[Block], extracted: str, title: str | None) -> str:
    """The blocks that make up the main text; what trafilatura gave, where too little of it is found again in the blocks."""
    whole = _letters(extracted)
    lines = {_letters(line) for line in extracted.splitlines()}
    kept: list[Block] = []
    matched = 0
    headline = _letters(title or "")
    headed = False
    for block in blocks:
        letters = _letters(block.text)
        if not letters:
            continue
        if not headed and (block.tag == "h1" or letters == headline) and not block.fringe:
            headed = True
            kept.append(block)
            matched += len(letters) if letters in whole else 0
        elif (letters in whole) if len(letters) > _SHORT else (letters in lines):
            if not (letters == headline and headed):
                kept.append(block)
            matched += len(letters)
        elif _is_lost_prose(block):
            kept.append(block)
    if whole and matched < _SHARE_MATCHED * len(whole):
        return "\n\n".join(line.strip() for line in extracted.splitlines() if line.strip())
    if not kept:
        kept = [block for block in blocks if not block.fringe and block.linked < 0.5]
    return "\n\n".join(block.text for block in kept)


def _is_lost_prose(block: Block) -> bool:
    """Whether a block that trafilatura left out is prose of the article's body all the same."""
    if not block.body or block.fringe or block.linked > 0.5 or block.tag not in {"p", "blockquote", "li", "div", "section"}:
        return False
    return block.text.count(" ") >= _FEWEST_WORDS - 1 and _STOPPED.search(block.text) is not None and not is_furniture(block.text)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


def _meta(page: HtmlElement, names: tuple[str, ...]) -> str | None:
    """The content of the first of some meta elements that the page has, in the order of the names."""
    contents: dict[str, str] = {}
    for element in page.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            contents.setdefault(name, content)
    return next((contents[name] for name in names if name in contents), None)


def _title(page: HtmlElement) -> str | None:
    """The headline as a visible heading gives it, else as metadata do, else the page's title less the site's name."""
    given = _meta(page, _TITLES) or next(
        (str(thing["headline"]) for thing in json_ld(page) if isinstance(thing.get("headline"), str)), None
    )
    headings = [" ".join(heading.text_content().split()) for heading in page.iter("h1")]
    headings = [heading for heading in headings if heading]
    element = page.find(".//title")
    named = " ".join((element.text or "").split()) if element is not None else ""
    for heading in headings:
        letters = _letters(heading)
        if letters and any(letters in _letters(other) or _letters(other) in letters for other in (given, named) if other):
            return heading
    if given:
        return _SUFFIX.sub("", given)
    if len(headings) == 1:
        return headings[0]
    return _SUFFIX.sub("", named) or None


def _publisher(page: HtmlElement) -> str | None:
    for thing in json_ld(page):
        publisher = thing.get("publisher")
        if isinstance(publisher, list) and publisher:
            publisher = publisher[0]
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"]).strip() or None
    named = _meta(page, _PUBLISHERS)
    return named.lstrip("@") if named else None


def _url(page: HtmlElement) -> str | None:
    for link in page.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    found = _meta(page, _ADDRESSES)
    if found and found.startswith("http"):
        return found
    return next((str(thing["url"]) for thing in json_ld(page) if str(thing.get("url") or "").startswith("http")), None)
