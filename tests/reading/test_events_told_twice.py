"""The same act told twice is one event with all its words; acts that differ in side, day or standing stay apart."""

from itertools import combinations

from reading.claims import told


def test_headline_and_body_tell_one_signing() -> None:
    report = told("Norway, Russia sign border pact\n\nOSLO, May 16 - Norway and Russia signed a pact in Oslo on Wednesday.")
    (event,) = report.events
    assert report.line(event) == "AGREE NOR RUS"
    assert report.words(event) == [
        "Norway, Russia sign border pact",
        "Norway and Russia signed a pact in Oslo on Wednesday",
    ]
    assert event.when is not None
    assert str(event.when.first) == "2019-05-15"
    assert event.place is not None


def test_a_raid_told_again_further_down_is_the_same_raid() -> None:
    report = told("Iraq bombed Iran on Sunday. Oil prices rose at once. Iraq attacked Iran after weeks of quarrels.")
    (event,) = [event for event in report.events if event.type == "ASSAULT"]
    assert len(event.spans) == 2
    assert event.when is not None
    assert str(event.when.first) == "2019-05-12"


def test_the_sides_of_a_meeting_may_be_told_in_any_order() -> None:
    report = told("Kenya met Somalia on Tuesday. Later Somalia and Kenya met again on the same points.")
    assert report.lines("event") == ["CONSULT KEN SOM"]


def test_raids_of_two_days_are_two() -> None:
    report = told("Iraq bombed Iran on Sunday. Iraq bombed Iran on Tuesday.")
    assert report.lines("event") == ["ASSAULT IRQ > IRN"] * 2
    days = [str(event.when.first) for event in report.events if event.when]
    assert days == ["2019-05-12", "2019-05-14"]


def test_a_raid_and_the_answer_are_two() -> None:
    report = told("Peru shelled Ecuador. Ecuador shelled Peru.")
    assert report.lines("event") == ["ASSAULT PER > ECU", "ASSAULT ECU > PER"]


def test_a_fact_and_its_denial_stay_apart() -> None:
    report = told("Togo attacked Ghana. Togo denied that it had attacked Ghana.")
    assert [line for line in report.lines("event") if line.startswith("ASSAULT")] == [
        "ASSAULT TGO > GHA",
        "ASSAULT TGO > GHA (denied)",
    ]


def test_what_the_report_tells_and_what_a_speaker_tells_stay_apart() -> None:
    report = told("Laos shelled Thailand on Monday. The Thai defence minister said Laos had shelled Thailand on Monday.")
    raids = [event for event in report.events if event.type == "ASSAULT"]
    assert [report.speaker(event) for event in raids] == [None, "THA"]


def test_no_two_events_of_a_report_are_the_same_in_everything() -> None:
    report = told(
        "Chad attacks Sudan\n\nChad attacked Sudan on Sunday. Sudan condemned the attack. Sudan condemned Chad. "
        "Chad attacked Sudan."
    )
    for left, right in combinations(report.events, 2):
        assert (report.line(left), left.by, left.when) != (report.line(right), right.by, right.when)
