"""A report read whole: whatever is in it, the reading holds together and points into the text."""

import json
import re
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.reading import contract
from casus.reading.model import Reading, Statement
from casus.reading.read import read_report, read_reports
from casus.sources.open import open_report, report_of
from casus.sources.report import Report

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".txt", ".html"))
SCHEMA = json.loads((ROOT / "src/casus/reading/reading.schema.json").read_text(encoding="utf-8"))
LINKS = ("by", "condition", "agreement")
ACTORS = (
    "speaker", "co_speakers", "addressees", "actors", "recipients", "parties", "bound", "beneficiaries", "imposers", "targets",
    "suppliers", "holder", "toward", "member", "group", "place",
)  # fmt: skip

STORY = """Lima and Quito trade blame

LIMA, May 16 - Peru accused Ecuador on Wednesday of shelling a border post. Ecuador denied the charge.

"If Ecuador attacks again, we will close the border," the Peruvian president, Martin Vizcarra, said.
He urged Quito to sign a truce.

Brazil imposed an arms embargo on Ecuador in April and sent medicine to Peru. Brazil supports the talks.
Chile left the Andean Community in 1976.
"""


def reading_of(text: str) -> Reading:
    return read_report(report_of(text, published="2019-05-16"))


@pytest.fixture(scope="module")
def story() -> Reading:
    return reading_of(STORY)


def ids(value: object) -> list[str]:
    return [value] if isinstance(value, str) else list(value) if isinstance(value, tuple) else []


def assert_whole(reading: Reading) -> None:
    """Every id means something of the same reading, every span is words of the text, every voice leads to the report."""
    text = reading.report.text
    claims = {claim.id: claim for claim in reading.claims}
    actors = {actor.id for actor in reading.actors}
    times = {time.id for time in reading.times}
    assert (len(claims), len(actors), len(times)) == (len(reading.claims), len(reading.actors), len(reading.times))
    spans = [mention.span for actor in reading.actors for mention in actor.mentions]
    spans += [time.span for time in reading.times]
    for claim in reading.claims:
        spans += claim.spans
        assert claim.spans
        assert 0 <= claim.confidence <= 1
        for field in LINKS:
            link = getattr(claim, field, None)
            assert link is None or (link in claims and link != claim.id)
        for field in ACTORS:
            assert set(ids(getattr(claim, field, None))) <= actors
        if claim.when is not None:
            assert set(claim.when.times) <= times
            assert claim.when.first is None or claim.when.last is None or claim.when.first <= claim.when.last
        if isinstance(claim, Statement):
            spans += (*claim.content, *claim.cue, *claim.source)
        climbed, above = {claim.id}, claim.by
        while above is not None:
            assert above not in climbed
            climbed.add(above)
            assert isinstance(claims[above], Statement)
            above = claims[above].by
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()
    for (_, end), (start, _) in pairwise(reading.sentences):
        assert end <= start


def test_a_story_with_claims_of_every_kind_holds_together(story: Reading) -> None:
    assert {claim.kind for claim in story.claims} >= {"statement", "event", "agreement", "measure", "transfer", "position"}
    assert_whole(story)


def test_ids_count_each_kind_in_order_of_the_text(story: Reading) -> None:
    prefixes = {
        "statement": "s", "event": "e", "agreement": "a", "provision": "p", "measure": "m", "transfer": "t", "position": "o",
        "membership": "b",
    }  # fmt: skip
    for kind, prefix in prefixes.items():
        found = [claim.id for claim in story.claims if claim.kind == kind]
        assert found == [f"{prefix}{number}" for number in range(1, len(found) + 1)]
    assert [claim.spans[0] for claim in story.claims] == sorted(claim.spans[0] for claim in story.claims)
    assert [actor.id for actor in story.actors] == [f"x{number}" for number in range(1, len(story.actors) + 1)]
    assert [time.id for time in story.times] == [f"t{number}" for number in range(1, len(story.times) + 1)]


def test_an_actor_is_there_for_a_claim_or_because_the_world_knows_it() -> None:
    reading = reading_of("A fisherman in Lima saw a dog. Peru attacked Ecuador.")
    used = {name for claim in reading.claims for field in ACTORS for name in ids(getattr(claim, field, None))}
    assert all(actor.id in used or actor.world or actor.country for actor in reading.actors)
    assert not any("dog" in actor.name for actor in reading.actors)


def test_what_is_said_is_carried_by_who_says_it(story: Reading) -> None:
    names = {actor.id: actor.name for actor in story.actors}
    carriers = {claim.id: claim for claim in story.claims if isinstance(claim, Statement)}
    closing = next(
        claim for claim in story.claims if "close the border" in story.report.text[slice(*claim.spans[0])] and claim.by
    )
    assert closing.by is not None
    assert names[carriers[closing.by].speaker].endswith("Vizcarra")
    assert closing.modality == "conditional"


def test_a_report_read_twice_is_read_alike() -> None:
    assert reading_of(STORY) == reading_of(STORY)


def test_reports_read_together_are_read_as_each_alone(story: Reading) -> None:
    other = report_of("Kenya met Somalia in Nairobi.", published="2019-05-16")
    together = read_reports([other, story.report, other])
    assert together[1].claims == story.claims
    assert together[0] == together[2] == read_report(other)


def test_no_reports_give_no_readings() -> None:
    assert read_reports([]) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_valid_against_the_format_and_comes_back_from_it(path: Path) -> None:
    reading = read_report(open_report(path))
    wire = contract.to_json(reading)
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(wire)
    assert contract.loads(contract.dumps(reading)) == reading
    assert_whole(reading)
    assert reading.claims


FOREIGN = [
    "Der Bundeskanzler hat am Mittwoch in Berlin mit dem polnischen Ministerpräsidenten gesprochen. Russland habe die Ukraine "
    "angegriffen, sagte er. Die Bundesregierung werde die Sanktionen gegen Russland nicht aufheben.",
    "Le président français a rencontré mercredi à Paris le premier ministre grec. La France et la Grèce ont signé un accord de "
    "défense, a déclaré le ministre des affaires étrangères.",
    "El gobierno de Perú acusó a Ecuador de haber atacado un puesto fronterizo. El presidente dijo que el "
    "país no firmará el tratado.",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_gives_a_warning_and_no_claims(text: str) -> None:
    reading = reading_of(text)
    assert [warning.code for warning in reading.warnings] == ["language"]
    assert (reading.claims, reading.actors, reading.sentences) == ((), (), ())


@pytest.mark.parametrize(
    "text", [".", "-", "?!", "*** *** ***", "(Reuters)", "12", "https://example.org/a", "More to follow", "\u200b\n."]
)
def test_next_to_nothing_gives_nothing(text: str) -> None:
    reading = reading_of(text)
    assert reading.claims == ()
    assert_whole(reading)


def test_a_report_of_furniture_alone_tells_nothing() -> None:
    reading = read_report(Report("MOSCOW, June 19 (AFP) -", furniture=((0, 23),)))
    assert (reading.claims, reading.sentences) == ((), ())


def test_a_sentence_without_end_is_read() -> None:
    text = "Peru attacked Ecuador, " + ", ".join("and Chile condemned Bolivia" for _ in range(400)) + "."
    reading = reading_of(text)
    assert reading.claims
    assert_whole(reading)


def test_one_endless_word_is_no_harm() -> None:
    reading = reading_of("Peru attacked Ecuador. " + "x" * 20_000 + " Kenya met Somalia.")
    assert any(claim.kind == "event" for claim in reading.claims)
    assert_whole(reading)


def test_marks_and_spaces_of_all_kinds_leave_spans_where_they_were() -> None:
    text = "“Peru\u00a0attacked Ecuador,” Chile’s president\u2009—\u2009said.\r\n\r\nKenya\tmet Somalia … in Nairobi.\U0001f30d"
    reading = reading_of(text)
    assert reading.report.text == text
    assert_whole(reading)
    raid = next(claim for claim in reading.claims if claim.kind == "event")
    assert re.search(r"attacked", text[slice(*raid.spans[0])])


JUMBLE = """Peru Ecuador Kenya the a president said that attacked signed treaty if will not “ ” " , . ? ! — sanctions on with by
of and he it which Monday 1994 troops NATO Putin ( ) urged to must weapons deny denied : ; ' ’s"""
WORDS = st.sampled_from([*JUMBLE.split(), "\n\n"])


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_any_jumble_of_words_gives_a_whole_reading(words: list[str]) -> None:
    reading = read_report(Report(" ".join(words)))
    assert_whole(reading)
    assert contract.loads(contract.dumps(reading)) == reading


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=200))
def test_any_characters_give_a_whole_reading(text: str) -> None:
    assert_whole(read_report(Report(text)))
