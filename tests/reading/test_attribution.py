"""Who says what: a reader of a report must learn on whose word each thing stands, and in which words it was said."""

from datetime import date

import pytest
from reading.parsing import parsed

from casus.reading.actors import find_actors
from casus.reading.attribution import carrier, find_statements
from casus.reading.document import Document
from casus.reading.model import Statement, Time
from casus.reading.quotations import quotations
from casus.sources.report import Report

WRITTEN = date(2023, 5, 12)


class Told:
    """A text with the statements found in it, by their speaker's name."""

    def __init__(self, text: str, times: tuple[Time, ...] = ()) -> None:
        self.document = Document(Report(text), parsed(text), quotations(Report(text)))
        self.cast = find_actors(self.document, WRITTEN)
        self.utterances = find_statements(self.document, self.cast, times)
        self.statements = [utterance.statement for utterance in self.utterances]

    def speaker(self, statement: Statement) -> str:
        return self.cast.by_id[statement.speaker].name

    def content(self, statement: Statement) -> str:
        return " / ".join(self.document.words(span) for span in statement.content)

    def by(self, word: str) -> str | None:
        """The id of the statement that carries a word of the text."""
        start = self.document.report.text.index(word)
        return carrier(self.utterances, (start, start + len(word)))


SAID = [
    ("Peru's foreign minister, Ana Ruiz, said the talks had failed.", "Ana Ruiz", "say", "indirect", "the talks had failed"),
    ('"The talks have failed," Ruiz said.', "Ruiz", "say", "direct", "The talks have failed"),
    ('"The talks have failed," said Ruiz.', "Ruiz", "say", "direct", "The talks have failed"),
    ("The talks have failed, Ruiz has said", "Ruiz", "say", "indirect", "The talks have failed"),
    ("According to Ruiz, the talks have failed.", "Ruiz", "say", "indirect", "the talks have failed"),
    ("The talks have failed, according to Ruiz.", "Ruiz", "say", "indirect", "The talks have failed"),
    ('Ruiz called the treaty "a dead letter".', "Ruiz", "say", "mixed", 'the treaty "a dead letter'),
    ("Ruiz described the talks as useful.", "Ruiz", "say", "indirect", "the talks as useful"),
    ("Chile announced the withdrawal of its troops.", "Chile", "announce", "indirect", "the withdrawal of its troops"),
    ("Chile vowed to defend its border.", "Chile", "promise", "indirect", "to defend its border"),
    ("Chile threatened to close the border.", "Chile", "threaten", "indirect", "to close the border"),
    ("Chile warned that the war could spread.", "Chile", "warn", "indirect", "the war could spread"),
    ("Chile warned Peru against any further attack.", "Chile", "warn", "indirect", "against any further attack"),
    ("Chile urged Peru to withdraw its troops.", "Chile", "demand", "indirect", "Peru to withdraw its troops"),
    ("Chile called for an immediate ceasefire.", "Chile", "demand", "indirect", "an immediate ceasefire"),
    ("Chile proposed that the talks be moved to Quito.", "Chile", "propose", "indirect", "the talks be moved to Quito"),
    ("Chile accused Peru of shelling the port.", "Chile", "accuse", "indirect", "Peru of shelling the port"),
    ("Peru was accused by Chile of shelling the port.", "Chile", "accuse", "indirect", "Peru / of shelling the port"),
    ("Chile denied that it had shelled the port.", "Chile", "deny", "indirect", "it had shelled the port"),
    ("Chile rejected the accusation.", "Chile", "deny", "indirect", "the accusation"),
    ("Chile ruled out a strike on the port.", "Chile", "reject", "indirect", "a strike on the port"),
    ("Chile did not rule out a strike on the port.", "Chile", "say", "indirect", "a strike on the port"),
    ("Chile thanked Norway for its help.", "Chile", "praise", "indirect", "Norway for its help"),
    (
        "Chile criticised Peru for moving troops to the border.",
        "Chile",
        "condemn",
        "indirect",
        "Peru for moving troops to the border",
    ),
    ("The president believes the treaty is fair.", "president", "believe", "indirect", "the treaty is fair"),
    ("Chile asked whether the treaty was legal.", "Chile", "ask", "indirect", "whether the treaty was legal"),
    ("Chile declined to comment on the raid.", "Chile", "decline to say", "indirect", "to comment on the raid"),
    ("Chile did not say when the talks would resume.", "Chile", "decline to say", "indirect", "when the talks would resume"),
    ("Chile's claim that Peru had fired first was false.", "Chile", "say", "indirect", "Peru had fired first"),
    ("The president is confident that parliament will vote.", "president", "believe", "indirect", "parliament will vote"),
    ("Chile voiced concern over the raid.", "Chile", "believe", "indirect", "concern over the raid"),
    ("The rebels claimed responsibility for the blast.", "rebels", "say", "indirect", "responsibility for the blast"),
    ("Chile threatened to leave if Peru attacked.", "Chile", "threaten", "indirect", "to leave if Peru attacked"),
]


@pytest.mark.parametrize(("text", "speaker", "act", "quoting", "content"), SAID)
def test_a_saying_has_its_speaker_act_and_words(text: str, speaker: str, act: str, quoting: str, content: str) -> None:
    told = Told(text)
    assert [(told.speaker(s).lower().removeprefix("the "), s.act, s.quoting, told.content(s)) for s in told.statements] == [
        (speaker.lower(), act, quoting, content)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Peru reportedly sent troops to the border.",
        "Peru is accused of shelling the port.",
        'The so-called "peace zone" lies north of the river.',
        "The army defended the town against the rebels.",
        "Peru was denied access to the port.",
        "It was reported that the bridge had fallen.",
        "The river is called the Rimac.",
        "Troops crossed the border on Sunday.",
    ],
)
def test_what_nobody_is_told_to_say_is_no_statement(text: str) -> None:
    assert Told(text).statements == []


def test_a_quotation_goes_on_after_its_cue_and_over_paragraphs() -> None:
    told = Told(
        '"The talks have failed," said Ruiz. "We will not return."\n\n"Peru wants peace. It needs time."\n\nTroops moved on.'
    )
    assert len(told.statements) == 1
    assert told.content(told.statements[0]) == "The talks have failed / We will not return / Peru wants peace / It needs time"
    assert told.by("needs") == "s1"
    assert told.by("moved") is None


def test_quotations_in_wire_marks_hold_apostrophes() -> None:
    told = Told("``It's over,'' Ruiz exclaimed. ``We won't go back.''")
    assert [told.content(statement) for statement in told.statements] == ["It's over / We won't go back"]


def test_a_quotation_without_a_cue_belongs_to_who_spoke_before() -> None:
    told = Told('Ruiz noted that the road was closed. In such a case, "Peru keeps every right to answer the attack."')
    first, second = told.statements
    assert (second.speaker, second.cue, second.quoting) == (first.speaker, (), "direct")
    assert told.content(second) == "Peru keeps every right to answer the attack"


def test_words_that_the_cue_interrupts_stay_one_saying() -> None:
    told = Told('The talks, Ruiz said, had "failed completely."')
    (statement,) = told.statements
    assert statement.quoting == "mixed"
    assert told.content(statement) == 'The talks / had "failed completely'


def test_speech_within_speech_names_what_carries_it() -> None:
    told = Told("Chile said that Peru had denied sending the ship.")
    outer, inner = told.statements
    assert (told.speaker(outer), outer.by) == ("Chile", None)
    assert (told.speaker(inner), inner.by, inner.act) == ("Peru", outer.id, "deny")
    assert told.by("sending") == inner.id
    assert told.by("denied") == outer.id


def test_one_speaker_may_say_several_things_in_a_sentence() -> None:
    told = Told("Ruiz said the road was closed, adding that the bridge had fallen.")
    assert [told.content(statement) for statement in told.statements] == ["the road was closed", "the bridge had fallen"]
    assert len({statement.speaker for statement in told.statements}) == 1


def test_joined_speakers_and_those_spoken_to() -> None:
    told = Told("Peru and Chile told the United Nations that they would resume talks.")
    (statement,) = told.statements
    assert told.speaker(statement) == "Peru"
    assert [told.cast.by_id[actor].name for actor in statement.co_speakers] == ["Chile"]
    assert ["United Nations" in told.cast.by_id[actor].name for actor in statement.addressees] == [True]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        (
            "Ruiz was quoted by the Andina news agency as saying that the border was calm.",
            "Ruiz",
            "the Andina news agency",
        ),
        ("In a statement, Chile said the ship had been stopped.", "Chile", "a statement"),
        ("According to the Andina news agency, Ruiz said the border was calm.", "Ruiz", "the Andina news agency"),
    ],
)
def test_what_carries_a_saying_is_its_way_and_not_its_speaker(text: str, speaker: str, via: str) -> None:
    told = Told(text)
    (statement,) = told.statements
    assert (told.speaker(statement), statement.via) == (speaker, via)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Chile announced the withdrawal of its troops.", "actual"),
        ("Chile will announce the withdrawal of its troops.", "planned"),
        ("Chile is expected to announce the withdrawal of its troops.", "planned"),
        ("Chile may announce the withdrawal of its troops.", "possible"),
    ],
)
def test_a_saying_to_come_is_not_told_as_said(text: str, modality: str) -> None:
    assert [statement.modality for statement in Told(text).statements] == [modality]


def test_a_day_at_the_cue_dates_the_saying_and_not_what_is_said() -> None:
    text = (
        "Ruiz said on Tuesday the bridge had fallen. She added that the road was closed. "
        "Troops had left on Monday, Chile had said."
    )
    days = {name: date(2023, 5, day) for name, day in (("Tuesday", 9), ("Monday", 8))}
    times = tuple(
        Time(id=f"t{number}", span=(text.index(name), text.index(name) + len(name)), value=day.isoformat(), first=day, last=day)
        for number, (name, day) in enumerate(days.items(), 1)
    )
    told = Told(text, times)
    said = [(told.content(s), s.when.first if s.when else None) for s in told.statements]
    assert said[:2] == [("the bridge had fallen", days["Tuesday"]), ("the road was closed", days["Tuesday"])]
    assert said[2][1] is None


def test_a_transcript_gives_each_turn_to_its_speaker() -> None:
    told = Told(
        "MR. RUIZ: The border is open. Trade goes on.\n\nMS. SOTO: Peru will not withdraw.\n\nMR. RUIZ: Peru has said so.\n"
    )
    turns = {told.content(s): told.speaker(s).rsplit(maxsplit=1)[-1].title() for s in told.statements}
    assert turns["The border is open / Trade goes on"] == "Ruiz"
    assert turns["Peru will not withdraw"] == "Soto"
    assert turns["Peru has said so"] == "Ruiz"


def test_in_a_briefing_who_answers_is_named_before_the_first_question() -> None:
    told = Told(
        "Press briefing by the foreign minister of Chile, May 12\n\nQ: Has Peru replied?\n\nA: The talks go on.\n\n"
        "Q: And the border?\n\nA: We urge Peru to open the border. Trade must go on.\n"
    )
    assert [(s.act, s.quoting, told.content(s)) for s in told.statements] == [
        ("say", "direct", "The talks go on"),
        ("demand", "direct", "We urge Peru to open the border"),
        ("say", "direct", "Trade must go on"),
    ]
    assert len({s.speaker for s in told.statements}) == 1
    assert "minister" in told.speaker(told.statements[0])


def test_a_broadcast_speaks_in_its_own_voice() -> None:
    told = Told(
        "ANCHOR: Good evening. The port of Lima was shelled last night.\n\nREPORTER: Peru says three ships were hit. "
        "Chile denied the attack.\n\nPRESIDENT ORTEGA: The attack was an act of war.\n\nANCHOR: Fires burned until morning.\n"
    )
    assert [(told.speaker(s).split()[-1].title(), s.act, s.by) for s in told.statements] == [
        ("Peru", "say", None),
        ("Chile", "deny", None),
        ("Ortega", "say", None),
    ]
    assert told.by("shelled") is None


def test_a_quotation_that_lost_its_marks_is_still_somebodys() -> None:
    told = Told(
        "Chile and Peru resume talks\n\nChile's foreign minister said the talks would go on.\n\n"
        "We have never refused to talk to our neighbours.\n\nPeru sent a delegation. The talks are held in Quito. "
        "The border has been closed since March."
    )
    assert told.by("neighbours") is not None
    assert {told.speaker(s) for s in told.statements} == {told.speaker(told.statements[0])}
    assert told.by("delegation") is None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Chile warned that it would strike the port.", "threaten"),
        ("Chile warned that Peru would strike the port.", "warn"),
        ("Chile told Peru to withdraw its ships.", "demand"),
        ("Chile told Peru that its ships had left.", "say"),
    ],
)
def test_what_is_done_by_saying_it(text: str, act: str) -> None:
    assert [statement.act for statement in Told(text).statements] == [act]


def test_who_is_cited_speaks_by_way_of_the_medium() -> None:
    told = Told("The Interfax news agency, citing the defence ministry, reported that two ships had left port.")
    (statement,) = told.statements
    assert "ministry" in told.speaker(statement)
    assert statement.via == "The Interfax news agency"


def test_a_paper_speaks_for_who_issued_it() -> None:
    told = Told(
        "The Security Council met on Monday. The council condemned the attack. The statement added that aid would follow."
    )
    condemned, added = told.statements
    assert (condemned.act, added.act) == ("condemn", "say")
    assert added.speaker == condemned.speaker
    assert added.via == "The statement"


def test_what_is_held_back_is_not_said() -> None:
    told = Told("Chile said it was concerned but stopped short of blaming Peru.")
    assert [statement.act for statement in told.statements] == ["say"]


def test_a_headline_names_its_source_by_a_colon() -> None:
    told = Told("Peru ready for talks: minister\n\nThe minister said Peru was ready for talks.\n")
    assert [(s.cue and told.document.words(s.cue[0]), told.content(s)) for s in told.statements] == [
        (":", "Peru ready for talks"),
        ("said", "Peru was ready for talks"),
    ]


def test_what_a_semicolon_parts_is_not_said_by_the_same() -> None:
    told = Told("Chile said the port was safe; Peru had closed its own port.")
    assert [told.content(statement) for statement in told.statements] == ["the port was safe"]
    assert told.by("closed") is None


def test_statements_are_numbered_in_order_and_point_into_the_text() -> None:
    told = Told('Chile accused Peru of lying. "That is false," Ruiz said. Peru, she added, had told no lie.')
    assert [statement.id for statement in told.statements] == ["s1", "s2", "s3"]
    assert [told.document.words(statement.cue[0]) for statement in told.statements] == ["accused", "said", "added"]
    assert all(0 < statement.confidence < 1 for statement in told.statements)
    assert [utterance.sentence for utterance in told.utterances] == [0, 1, 2]
