"""Web pages: which text is theirs, and every date that they claim."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.errors import SourceError
from casus.sources.open import open_report, report_of

PARAGRAPHS = (
    "OSTRA, May 4 (ENA) - Norland recalled its ambassador to Sudria on Thursday, saying that a drone had struck a post.",
    "\"We will answer in kind,\" Foreign Minister Vera Holm said. \"We are not afraid.\"",
    "Sudria denied the charge and said that its forces had not flown any drones near the border for weeks.",
    "The two states signed a non-aggression pact in 1994, which Norland's parliament never ratified.",
)  # fmt: skip
HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Norland recalls envoy | Example Times</title>
<meta property="og:title" content="Norland recalls envoy"><meta property="og:site_name" content="Example Times">
<meta property="article:published_time" content="2023-05-04T10:00:00+02:00">
<meta property="article:modified_time" content="2023-05-06T10:00:00Z"><meta name="article:expiration_time" content="2033-01-01">
<link rel="canonical" href="https://example.org/world/2023/may/02/norland-envoy">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Norland recalls envoy",
 "datePublished": "2023-05-03T23:00:00Z", "publisher": {"name": "The Example Times", "dateCreated": "1901-01-01"}}]}</script>
<script type="application/ld+json">{broken</script></head>"""


def page(body: str, head: str = HEAD) -> str:
    top = "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
    return f"{head}<body>{top}{body}<footer><p>© 2023 Example Times.</p></footer></body></html>"


def article(*paragraphs: str, before: str = "", inside: str = "") -> str:
    words = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return page(f"<article><h1>Norland recalls envoy</h1>{before}<div class='article-body'>{words}{inside}</div></article>")


def test_text_is_headline_and_paragraphs_with_blank_lines() -> None:
    report = report_of(article(*PARAGRAPHS))
    assert report.text == "\n\n".join(("Norland recalls envoy", *PARAGRAPHS))
    assert report.headline == (0, len("Norland recalls envoy"))
    assert (report.title, report.publisher) == ("Norland recalls envoy", "The Example Times")
    assert (report.url, report.language) == ("https://example.org/world/2023/may/02/norland-envoy", "en")
    assert report.dateline_place == "OSTRA"


def test_every_date_is_a_stamp_with_its_place() -> None:
    before = "<p class='byline'>By Ann Teller | 5 May 2023</p><time datetime='2023-05-07'>then</time>"
    report = report_of(article(*PARAGRAPHS, before=before))
    assert {(stamp.detail, stamp.value) for stamp in report.stamps if stamp.origin == "metadata"} == {
        ("meta article:published_time", date(2023, 5, 4)),
        ("meta article:modified_time", date(2023, 5, 6)),
        ("JSON-LD datePublished", date(2023, 5, 3)),
        ("URL", date(2023, 5, 2)),
        ("time element", date(2023, 5, 7)),
        ("visible line", date(2023, 5, 5)),
    }
    assert [stamp.value for stamp in report.stamps if stamp.origin == "dateline"] == [date(2023, 5, 4)]


def test_sentences_that_come_twice_or_are_short_are_not_lost() -> None:
    report = report_of(article(*PARAGRAPHS, "Holm left at once.", PARAGRAPHS[2]))
    assert report.text.count(PARAGRAPHS[2]) == 2
    assert "Holm left at once." in report.text


def test_inline_marks_and_line_breaks() -> None:
    report = report_of(
        article(*PARAGRAPHS, "Nor<b>land</b>'s <a href='/x'>envoy</a>&nbsp;left&#8217;s<br>the\n  town &amp; stayed away.")
    )
    assert report.text.endswith("Norland's envoy left’s\n\nthe town & stayed away.")


def test_boxes_captions_and_hidden_words_are_left_out() -> None:
    inside = (
        "<figure><img src='x'><figcaption>A file photo of the post at the border.</figcaption></figure>"
        "<div class='related-stories'><p>Related: another matter that was told here before now.</p></div>"
        "<p style='display: none'>Hidden words that nobody can see on this page.</p>"
        "<aside><p>Sign up for the letter that we send each day.</p></aside><script>var words = 'no';</script>"
    )
    assert report_of(article(*PARAGRAPHS, inside=inside)).text == report_of(article(*PARAGRAPHS)).text


def test_dates_of_other_stories_are_no_stamps() -> None:
    inside = (
        "<aside><time datetime='1999-01-01'>old</time></aside>"
        "<ul class='related'><li><time datetime='1998-01-01'></time></li></ul>"
    )
    report = report_of(article(*PARAGRAPHS, inside=inside))
    assert all(stamp.value.year == 2023 for stamp in report.stamps)


def test_page_without_any_marks_of_an_article() -> None:
    words = "<br><br>".join(PARAGRAPHS)
    report = report_of(f"<html><head><title>Norland recalls envoy - Example Times</title></head><body>{words}</body></html>")
    assert report.text == "\n\n".join(PARAGRAPHS)
    assert report.title == "Norland recalls envoy"


def test_fragment_of_markup_is_a_page() -> None:
    assert report_of("<p>Norland's envoy left.</p><p>She said so.</p>").text == "Norland's envoy left.\n\nShe said so."


def test_angle_brackets_in_plain_text_are_no_page() -> None:
    text = "<Norland> recalls envoy: a < b, and b > c."
    assert report_of(text).text == text


def test_list_items_and_rows_are_kept_apart() -> None:
    report = report_of(
        article(*PARAGRAPHS, inside="<ul><li>Trade was halted on Friday.</li><li>Flights to Ostra go on.</li></ul>")
    )
    assert "Trade was halted on Friday.\n\nFlights to Ostra go on." in report.text


def test_language_of_the_page_counts_where_the_text_does_not_tell() -> None:
    report = report_of("<html lang='de-AT'><body><p>Holm, Varga, Oda: Ostra!</p></body></html>")
    assert report.language == "de-AT"
    assert [warning.code for warning in report.warnings] == ["language"]


def test_other_articles_of_the_page_are_left_out() -> None:
    teasers = "".join(
        f"<article><h3><a href='/{n}'>Story {n}</a></h3><p>This tells of matter {n}.</p></article>" for n in range(9)
    )
    report = report_of(
        page(f"<div>{teasers}</div><article><h1>Norland recalls envoy</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p></article>")
    )
    assert report.text == "\n\n".join(("Norland recalls envoy", *PARAGRAPHS))


def test_wrapper_with_a_telling_name_hides_nothing() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    report = report_of(page(f"<div class='content has-sidebar tag-sudria'><h1>Norland recalls envoy</h1>{body}</div>"))
    assert report.text == "\n\n".join(("Norland recalls envoy", *PARAGRAPHS))


def test_names_of_writers_are_no_text_but_their_dates_count() -> None:
    before = (
        "<div data-component='byline-block'><div>Ann Teller</div><div>In Ostra</div><time datetime='2023-05-08'></time></div>"
    )
    report = report_of(article(*PARAGRAPHS, before=before))
    assert report.text == report_of(article(*PARAGRAPHS)).text
    assert date(2023, 5, 8) in {stamp.value for stamp in report.stamps}


def test_short_paragraph_of_an_old_page_is_not_lost() -> None:
    words = "<br><br>".join((*PARAGRAPHS[:2], "Nobody knew.", *PARAGRAPHS[2:]))
    cells = f"<td><a href='/'>Home</a></td><td><font><b>Norland recalls envoy</b><br>{words}</font></td>"
    assert "Nobody knew." in report_of(f"<html><body><table><tr>{cells}</tr></table></body></html>").text


def test_page_without_text_gets_one_line() -> None:
    with pytest.raises(SourceError, match="without text"):
        open_report(b"<html><body><img src='x'></body></html>", name="page.html")


TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='related'>", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<br>", "<li>", "</td>"),
        *("<script>", "</script>", "<!--", "-->", "<time datetime='2024-06-19'>", "<meta name='date' content='2024-13-45'>"),
        *("words ", "Norland left. ", "\x00", "\ud800", "\n", "<", ">", "<title>", "</title>", "<body>", "<a href='x'>"),
        *("</a>", "&nbsp;", "&#0;", "&", "<table><tr><td>"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS, max_size=40).map("".join))
def test_any_markup_gives_a_report_or_one_line(markup: str) -> None:
    report = report_of("<html><p>word</p>" + markup, name="page")
    assert any(map(str.isalnum, report.text))
