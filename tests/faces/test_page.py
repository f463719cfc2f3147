"""The page that a person reads, at several widths."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from casus.faces import page, screen, tab_separated, table
from casus.reading.model import Reading, Statement


def shown(reading: Reading, width: int, what: object = page) -> str:
    assert what in (page, table)
    on = Console(file=io.StringIO(), width=width, highlight=False, emoji=False, markup=False)
    with on.capture() as captured:
        (page if what is page else table).show(reading, on)
    return captured.get()


def line_with(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


@pytest.mark.parametrize("width", [40, 60, 100, 140])
def test_no_line_is_wider_than_the_terminal(strait: Reading, width: int) -> None:
    for what in (page, table):
        assert max(len(line.rstrip()) for line in shown(strait, width, what).splitlines()) <= width


@pytest.mark.parametrize("width", [60, 100, 140])
def test_every_word_of_the_report_is_shown_in_order(strait: Reading, width: int) -> None:
    rule = "│ "
    lines = [line.partition(rule)[2] for line in shown(strait, width).splitlines() if rule in line]
    words = iter(" ".join(lines).split())
    assert all(word in words for word in strait.report.text.split())


def test_the_head_says_which_stamp_is_wrong_and_why(strait: Reading) -> None:
    text = shown(strait, 140)
    assert line_with(text, "written ").split()[1:3] == ["2031-03-04", "90%"]
    assert "NOT WHEN IT WAS WRITTEN" in line_with(text, "2031-09-30  NOT")
    assert "NOT WHEN" not in line_with(text, "dateline  “March 4”")
    assert "5 statements, 5 events" in line_with(text, "tells ")
    assert "of these 1 DENIED, 1 CONDITIONAL, 1 SUPPOSED, 1 POSSIBLE" in " ".join(text.split())


def test_each_claim_stands_in_one_line_where_there_is_room(strait: Reading) -> None:
    text = shown(strait, 140)
    denied = line_with(text, "c2  DENIED")
    assert denied.split("│")[0].strip() == "> Ilse Brandt"
    assert denied.split("│")[1].split() == [
        "c2",
        "DENIED",
        "ASSAULT",
        "Talland",
        *["“Talland", "denies", "striking", "aid", "convoy”"],
        "told",
        "2×",
        "91%",
    ]
    threat = text.splitlines()[text.splitlines().index(line_with(text, "c6  CONDITIONAL")) + 1]
    assert "if c7: Corvia MOBILIZE “Corvia lets foreign warships into the strait”" in threat


def test_a_claim_told_twice_is_named_again_where_it_is_told_again(strait: Reading) -> None:
    lines = [line for line in shown(strait, 100).splitlines() if "c2 " in line]
    assert ["(told above)" in line for line in lines] == [False, True]


def test_speech_in_speech_climbs_a_ladder_in_the_margin(strait: Reading) -> None:
    lines = shown(strait, 140).splitlines()
    at = lines.index(next(line for line in lines if "It provides for consultations if either" in line))
    assert [line.split("│")[0].strip() for line in lines[at : at + 3]] == ["report", "> Ruben Adeyo", "> a copy that Adeyo…"]


def test_a_voice_within_a_voice_is_named_once(strait: Reading) -> None:
    start = strait.sentences[6][0]
    outer = next(claim for claim in strait.claims if isinstance(claim, Statement) and claim.id == "c11")
    inner = replace(outer, id="c20", by="c11", speaker="a5", content=outer.content[1:])
    lines = shown(replace(strait, claims=(*strait.claims, inner)), 140).splitlines()
    at = lines.index(next(line for line in lines if strait.report.text[start : start + 40] in line))
    assert [line.split("│")[0].strip() for line in lines[at : at + 3]] == ["report", "> Ilse Brandt", "> the League"]


def test_doubts_stand_where_they_arise(strait: Reading) -> None:
    text = shown(strait, 100)
    assert text.index("? stamp-contradicted") < text.index("│") < text.index("? ambiguous-actor")
    assert text.index("The two signed") < text.index("? ambiguous-actor") < text.index("It provides for")


def test_who_carries_the_report_is_told_where_it_is_known(strait: Reading) -> None:
    words = len(strait.report.text.split())
    assert f"from      Meridian · {words} words " in shown(strait, 100)
    unsigned = replace(strait, report=replace(strait.report, publisher=None))
    assert f"text      {words} words " in shown(unsigned, 100)


def test_who_is_meant_by_which_words(strait: Reading) -> None:
    assert line_with(shown(strait, 100), "“She”").startswith("Ilse Brandt ")


def test_words_that_were_not_read_are_marked(strait: Reading) -> None:
    assert "(not read)" in line_with(shown(strait, 100), "PORT ELLEN, March 4 (Meridian) -")
    shortened = replace(strait, sentences=strait.sentences[:-1], claims=strait.claims[:1])
    assert "(not read)" in line_with(shown(shortened, 100), "She does not rule out")


def test_a_report_that_tells_nothing_is_shown_all_the_same(strait: Reading) -> None:
    empty = replace(
        strait,
        report=replace(strait.report, title=None, publisher=None, stamps=()),
        written=None,
        sentences=(),
        actors=(),
        times=(),
        claims=(),
        warnings=(),
    )
    text = shown(empty, 80)
    assert "(no title)" in text
    assert "not known: relative dates stay open" in text
    assert "nothing that could be made out" in text
    assert "(not read)" in line_with(text, "date 2031-09-30")
    assert shown(empty, 80, table)


def test_a_denied_saying_gives_nobody_the_words(strait: Reading) -> None:
    unsaid = tuple(
        replace(claim, modality="denied") if isinstance(claim, Statement) and claim.id == "c5" else claim
        for claim in strait.claims
    )
    line = line_with(shown(replace(strait, claims=unsaid), 100), '"If Corvia lets')
    assert line.split("│")[0].strip() == "report"


def test_an_escape_in_a_report_is_not_passed_on(strait: Reading) -> None:
    text = strait.report.text.replace("Talland", "Tal\x1b[2J", 1)
    assert "\x1b" not in shown(replace(strait, report=replace(strait.report, text=text, title="a\x1b[2Jb")), 100)


def test_the_table_has_every_claim_and_leaves_words_out_where_there_is_no_room(strait: Reading) -> None:
    wide, narrow = shown(strait, 140, table), shown(strait, 60, table)
    for claim in strait.claims:
        assert any(line.startswith(f"{claim.id} ") for line in wide.splitlines())
        assert any(line.startswith(f"{claim.id} ") for line in narrow.splitlines())
    assert "words" in wide.splitlines()[0]
    assert "words" not in narrow.splitlines()[0]


def test_a_cell_never_breaks_the_tab_separated_table(strait: Reading) -> None:
    named = replace(strait, actors=tuple(replace(actor, name="a\tb\nc") for actor in strait.actors))
    stream = io.StringIO()
    tab_separated.write([("x\ty.txt", named)], stream)
    header, *lines = stream.getvalue().splitlines()
    assert len(lines) == len(strait.claims)
    assert {line.count("\t") for line in lines} == {header.count("\t")}


def test_a_very_wide_terminal_is_not_filled() -> None:
    on = screen.console(io.StringIO())
    assert on.width <= 140
