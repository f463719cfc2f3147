"""Short reports of many countries and years, as a wire would carry them: what must be read, and what must not."""

from dataclasses import dataclass

import pytest
from reading.claims import Told, told


@dataclass(frozen=True)
class Story:
    """A report with lines that its reading must hold and lines that it must not, each "kind: line"."""

    name: str
    day: str
    text: str
    holds: tuple[str, ...]
    lacks: tuple[str, ...] = ()


STORIES = [
    Story(
        "canal war",
        "1956-11-02",
        "CAIRO, Nov. 2 - British and French aircraft bombed Egyptian airfields near Cairo on Thursday. Egypt broke off relations "
        "with Britain and France.\n\nPresident Gamal Abdel Nasser said Egypt would never surrender. The Soviet Union urged "
        "Britain and France to stop the attack.",
        (
            "event: ASSAULT FRA GBR > EGY",
            "event: SANCTION EGY > FRA GBR",
            "event: REQUEST SUN > FRA GBR",
            "statement: EGY say",
            "statement: SUN demand",
        ),
        ("event: YIELD EGY", "event: YIELD FRA GBR"),
    ),
    Story(
        "divided city",
        "1961-08-14",
        "East German troops closed the border between East and West Berlin on Sunday. Britain and France protested to the Soviet "
        "Union. Chancellor Konrad Adenauer urged West Germans to remain calm.",
        ("event: ACCUSE FRA GBR > SUN", "statement: DEU demand"),
    ),
    Story(
        "arms treaty",
        "1972-05-27",
        "US, Soviet leaders sign arms treaty\n\nMOSCOW, May 26 (Wire) - President Richard Nixon and Soviet leader Leonid "
        "Brezhnev signed a treaty limiting anti-ballistic missiles on Friday. Nixon called it a victory for peace.",
        ("agreement: signed: SUN USA", "event: AGREE SUN USA", "statement: USA say"),
        ("event: ACCUSE USA > SUN",),
    ),
    Story(
        "border war",
        "1979-02-18",
        "HONG KONG, Feb. 18 - Chinese troops invaded Vietnam on Saturday. Hanoi said its forces had destroyed 60 Chinese tanks. "
        "The Soviet Union, which signed a friendship treaty with Vietnam in November, called for talks.",
        ("event: ASSAULT CHN > VNM", "event: ASSAULT VNM > CHN", "agreement: signed: SUN VNM", "event: AGREE SUN VNM"),
    ),
    Story(
        "islands",
        "1982-04-10",
        "BUENOS AIRES, April 10 - Argentina rejected a British demand to withdraw its troops from the Falkland Islands. Peru "
        "sent aircraft to Argentina, officials in Lima said.",
        ("event: REJECT ARG > GBR", "position: ARG rejects a British demand to withdraw its troops from the Falkland Islands"),
        ("event: YIELD ARG", "event: YIELD ARG > GBR", "event: YIELD ARG > ARG"),
    ),
    Story(
        "embargo vote",
        "1990-08-07",
        'The UN Security Council imposed a trade embargo on Iraq on Monday. "Iraq must leave Kuwait at once," American Secretary '
        "of State James Baker said.",
        (
            "event: SANCTION United Nations Security Council > IRQ",
            "measure: trade restriction, in force: United Nations Security Council > IRQ",
            "event: REQUEST USA > IRQ",
        ),
        ("event: YIELD IRQ > KWT", "event: YIELD IRQ"),
    ),
    Story(
        "airport raid",
        "1998-06-10",
        "ASMARA, June 10 - Eritrea accused Ethiopia of aggression. The United States and Rwanda proposed a "
        "peace plan. Ethiopia accepted the plan.",
        ("event: ACCUSE ERI > ETH", "statement: ERI accuse", "position: ETH supports the plan"),
    ),
    Story(
        "defence pact abandoned",
        "2021-09-16",
        "Australia, Britain and the United States announced a security pact on Wednesday. Canberra cancelled a contract with "
        "France for 12 submarines.",
        ("agreement: agreed: AUS GBR USA", "agreement: terminated: AUS FRA", "event: REJECT AUS > FRA"),
        ("transfer: vehicles: FRA > AUS",),
    ),
    Story(
        "Gulf rift",
        "2017-06-06",
        "Saudi Arabia, Egypt and Bahrain cut ties with Qatar on Monday. Qatar said the move was unjustified. Turkey and Iran "
        "sent food to Doha.",
        (
            "event: SANCTION BHR EGY SAU > QAT",
            "statement: QAT say",
            "event: AID IRN TUR > QAT",
            "transfer: humanitarian: IRN TUR > QAT",
        ),
    ),
    Story(
        "accession",
        "2023-03-31",
        "Finland will join NATO next week. Hungary approved the bid on Monday. Sweden's application is still blocked by Ankara.",
        ("membership: FIN joins North Atlantic Treaty Organization (planned)", "position: HUN supports the bid"),
        ("membership: FIN joins North Atlantic Treaty Organization", "membership: SWE joins North Atlantic Treaty Organization"),
    ),
    Story(
        "commonwealth left",
        "2008-08-12",
        "Georgia withdrew from the Commonwealth of Independent States on Tuesday. Russia denied bombing the pipeline. French "
        "President Nicolas Sarkozy met Dmitry Medvedev in Moscow and said both sides had agreed to a ceasefire.",
        (
            "membership: GEO leaves Commonwealth of Independent States",
            "event: ASSAULT RUS (denied)",
            "event: CONSULT FRA RUS",
            "agreement: agreed: GEO RUS",
        ),
        ("event: ASSAULT RUS", "agreement: agreed: FRA RUS"),
    ),
    Story(
        "island shelled",
        "2010-11-24",
        "SEOUL, Nov. 24 - North Korea shelled a South Korean island on Tuesday. President Lee Myung-bak warned that Seoul would "
        "strike the North's missile bases if Pyongyang attacked again.",
        (
            "event: ASSAULT PRK > KOR",
            "event: THREATEN KOR > PRK",
            "event: ASSAULT KOR > PRK (conditional)",
            "event: ASSAULT PRK (supposed)",
        ),
        ("event: ASSAULT KOR > PRK",),
    ),
]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_short_report_tells_its_claims_and_no_false_ones(story: Story) -> None:
    report = told(story.text, story.day)
    lines = [f"{claim.kind}: {report.line(claim)}" for claim in report.reading.claims]
    assert [line for line in story.holds if line not in lines] == []
    assert [line for line in story.lacks if line in lines] == []


@pytest.fixture(scope="module")
def gulf() -> Told:
    return told(
        "Kuwait hit by Iraqi missiles\n\nRIYADH, Jan. 20 - Iraqi missiles hit Kuwait on Saturday. A Saudi "
        "general said Iraq had also bombed Bahrain. Baghdad denied that it had bombed Bahrain.",
        "1991-01-20",
    )


def test_on_whose_word_each_raid_stands(gulf: Told) -> None:
    words = {gulf.line(event): gulf.speaker(event) for event in gulf.events if event.type == "ASSAULT"}
    assert words["ASSAULT IRQ > KWT"] is None
    assert words["ASSAULT IRQ > BHR"] == "SAU"
    assert words["ASSAULT IRQ > BHR (denied)"] == "IRQ"


def test_a_raid_of_headline_and_body_has_the_bodys_day(gulf: Told) -> None:
    raid = next(event for event in gulf.events if gulf.line(event) == "ASSAULT IRQ > KWT")
    assert len(raid.spans) == 2
    assert raid.when is not None
    assert str(raid.when.first) == "1991-01-19"
