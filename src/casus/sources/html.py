"""Read a web page: its main text as its own blocks, and what it says about itself."""

import copy
import re
from itertools import pairwise

import trafilatura
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from casus.errors import SourceError
from casus.sources.found import Found
from casus.sources.furniture import is_furniture
from casus.sources.page import Block, blocks_of, bodies_of, bylines_of, fringe_of, page_of
from casus.sources.page_dates import json_ld, page_stamps

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "twitter:site")
_ADDRESSES = ("og:url", "twitter:url", "parsely-link", "dc.identifier")
_SUFFIX = re.compile(r"\s+[|–—«»·:-]\s+[^|–—«»·]{2,40}$")
_STOPPED = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_HEADINGS = frozenset({"h1", "h2", "h3"})
_SHORT = 12
"""Letters up to which a block must be a whole line of what trafilatura gave; longer ones may be anywhere in it."""
_FEWEST_WORDS = 4
_SHARE_MATCHED = 0.8
_SHARE_IN_BODY = 0.7
_SHARE_NOT_FRINGE = 0.3
_MOSTLY_LINKS = 0.5
_LONGEST_GAP = 4
_FARTHEST_HEADING = 6


def read_html(text: str, name: str) -> Found:
    """The main text of a page and what it claims: title, publisher, address, language, every date.

    The text is made of the page's own blocks, with a blank line between them: those that trafilatura takes for the main
    text, the headline, and every paragraph of prose in what the page marks as the article's body. Raises `SourceError`
    where a page holds no text.
    """
    page = page_of(text)
    bodies = bodies_of(page)
    fringe = fringe_of(page, bodies)
    title, url = _title(page), _url(page)
    extracted = trafilatura.extract(copy.deepcopy(page), include_comments=False, include_tables=True) or ""
    main = _main_text(blocks_of(page, bodies, fringe | bylines_of(page, bodies)), extracted, title)
    if not any(map(str.isalnum, main)):
        raise SourceError(f"{name}: a web page without text; save the text of the report and read that")
    language = (page.get("lang") or "").strip().replace("_", "-") or None
    return Found(main, title, _publisher(page), url, language, page_stamps(page, url, fringe))


def _main_text(blocks: list[Block], extracted: str, title: str | None) -> str:
    """The blocks that make up the main text; what trafilatura gave, where too little of it is found again in the blocks."""
    blocks = [block for block in blocks if any(map(str.isalnum, block.text))]
    whole = _letters(extracted)
    lines = {_letters(line) for line in extracted.splitlines()}
    letters = [_letters(block.text) for block in blocks]
    found = [words in whole if len(words) > _SHORT else words in lines for words in letters]
    matched = sum(len(words) for words, is_found in zip(letters, found, strict=True) if is_found)
    if matched < _SHARE_MATCHED * len(whole):
        return "\n\n".join(line.strip() for line in extracted.splitlines() if line.strip())
    if any(found):
        kept = [is_found or _is_lost_prose(block) for block, is_found in zip(blocks, found, strict=True)]
        _drop_outside_body(blocks, kept)
        _fill_gaps(blocks, kept)
        _keep_headline(blocks, letters, kept, _letters(title or ""))
    else:
        kept = [not block.fringe and block.linked < _MOSTLY_LINKS for block in blocks]
    return "\n\n".join(block.text for block, is_kept in zip(blocks, kept, strict=True) if is_kept)


def _is_lost_prose(block: Block) -> bool:
    """Whether a block that trafilatura left out is prose of the article's body all the same."""
    return block.body and block.text.count(" ") >= _FEWEST_WORDS - 1 and _is_prose(block)


def _is_prose(block: Block) -> bool:
    if block.fringe or block.linked > _MOSTLY_LINKS or block.tag in _HEADINGS:
        return False
    return _STOPPED.search(block.text) is not None and not is_furniture(block.text)


def _drop_outside_body(blocks: list[Block], kept: list[bool]) -> None:
    """Leave out what is outside the body where the body has most of the text, and what is beside the text where enough
    is left without it."""
    sizes = [len(block.text) * is_kept for block, is_kept in zip(blocks, kept, strict=True)]
    most, enough = _SHARE_IN_BODY * sum(sizes), _SHARE_NOT_FRINGE * sum(sizes)
    in_body = sum(size for block, size in zip(blocks, sizes, strict=True) if block.body)
    plain = sum(size for block, size in zip(blocks, sizes, strict=True) if not block.fringe)
    for place, block in enumerate(blocks):
        if (in_body > most and not block.body) or (plain > enough and block.fringe):
            kept[place] = False


def _fill_gaps(blocks: list[Block], kept: list[bool]) -> None:
    """Keep short runs of prose between blocks that are kept: trafilatura drops short and repeated paragraphs."""
    places = [place for place, is_kept in enumerate(kept) if is_kept]
    for before, after in pairwise(places):
        if 1 < after - before <= _LONGEST_GAP and all(map(_is_prose, blocks[before + 1 : after])):
            kept[before + 1 : after] = [True] * (after - before - 1)


def _keep_headline(blocks: list[Block], letters: list[str], kept: list[bool], title: str) -> None:
    """Keep the headline once: the first block that is the title, else the nearest heading above the text."""
    first = next((place for place, is_kept in enumerate(kept) if is_kept), len(kept))
    shown = [place for place, words in enumerate(letters) if title and words == title and place <= first + _FARTHEST_HEADING]
    if not shown and first < len(blocks) and blocks[first].tag not in _HEADINGS:
        above = range(first - 1, max(first - _FARTHEST_HEADING, 0) - 1, -1)
        shown = [place for place in above if blocks[place].tag in _HEADINGS and not blocks[place].fringe][:1]
    for place in shown:
        kept[place] = place == shown[0]


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
