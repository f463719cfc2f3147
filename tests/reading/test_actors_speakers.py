"""First persons wait for their speaker; every mention is where the text says it is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.casting import told

from casus.reading.actors import awaiting_speakers, with_speakers
from casus.reading.actors.lexicon import lexicon
from casus.reading.actors.people import matches, misspelt
from casus.reading.actors.speakers import first_person

SPOKEN = 'Peruvian President Pedro Rojas arrived on Monday. "We will defend our ports, and I will not resign," he said.'


def test_first_persons_mean_nobody_until_the_speaker_is_known() -> None:
    report = told(SPOKEN, None)
    waiting = awaiting_speakers(report.document, report.cast)
    assert [report.document.words(phrase.mention.span) for phrase in waiting] == ["We", "our", "I"]


def test_we_is_the_speakers_side_and_i_the_speaker() -> None:
    report = told(SPOKEN, None)
    rojas = report.meant("he")
    given_speakers = {
        (phrase.sentence, phrase.head): first_person(report.document, report.cast, phrase, rojas.id)
        for phrase in awaiting_speakers(report.document, report.cast)
    }
    cast = with_speakers(report.cast, given_speakers)
    assert awaiting_speakers(report.document, cast) == ()
    meant = {report.document.words(phrase.mention.span): cast.by_id[phrase.actors[0]] for phrase in cast.phrases if phrase.actors}
    assert meant["I"].name == "Pedro Rojas"
    assert meant["We"].kind == meant["our"].kind == "state"
    assert meant["We"].country == "PER"
    assert "We" in {report.document.words(mention.span) for mention in meant["We"].mentions}


def test_our_country_means_the_side_of_the_speaker() -> None:
    report = told('Peruvian President Pedro Rojas arrived. "Our country wants peace," Rojas said.', None)
    waiting = {phrase.mention.span: phrase for phrase in awaiting_speakers(report.document, report.cast)}
    our, country = (
        next(p for p in waiting.values() if report.document.words(p.mention.span) == words) for words in ("Our", "Our country")
    )
    rojas = report.meant("Rojas")
    side = first_person(report.document, report.cast, our, rojas.id)
    cast = with_speakers(report.cast, {(our.sentence, our.head): side})
    assert cast.meant(country.sentence, country.head) == side
    assert cast.by_id[side[0]].country == "PER"


def test_speakers_of_unknown_actors_are_refused() -> None:
    report = told(SPOKEN, None)
    first = awaiting_speakers(report.document, report.cast)[0]
    with pytest.raises(KeyError):
        with_speakers(report.cast, {(first.sentence, first.head): ("nobody",)})


def test_a_text_without_words_has_no_actors() -> None:
    assert told("", date(2020, 1, 1)).cast.actors == ()


WORDS = st.sampled_from(
    ["Peru", "Chile", "the", "president", "Oslo", "said", "and", "he", "its", "troops", "'s", "French", "ministry", "of", ",",
     ".", '"', "We", "two", "countries", "in", "Kim", "Jong", "-", "un", "(", "UN", ")", "attacked", "who", "both", "sides", "Mr"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_any_words_give_a_sound_cast(words: list[str]) -> None:
    report = told(" ".join(words))
    text, known = report.document.report.text, {actor.id for actor in report.cast.actors}
    assert len(known) == len(report.cast.actors)
    for phrase in report.cast.phrases:
        sentence = report.document.sentences[phrase.sentence]
        start, end = phrase.mention.span
        assert sentence.span[0] <= start < end <= sentence.span[1]
        assert phrase.first <= phrase.head <= phrase.last
        assert set(phrase.actors) <= known
    for actor in report.cast.actors:
        assert all(0 <= mention.span[0] < mention.span[1] <= len(text) for mention in actor.mentions)
        assert [mention.span for mention in actor.mentions] == sorted(mention.span for mention in actor.mentions)
    assert set(report.cast.sides) | set(report.cast.sides.values()) <= known


@given(st.text("abcdefgh", min_size=3, max_size=9), st.integers(0, 7))
def test_two_letters_exchanged_are_a_misspelling(word: str, place: int) -> None:
    place = 1 + place % (len(word) - 2) if len(word) > 3 else 1
    exchanged = word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]
    assert misspelt(word, exchanged)


def test_a_surname_or_the_first_word_is_a_shorter_form_of_a_name() -> None:
    assert matches(("rojas",), ("pedro", "rojas"))
    assert matches(("kim",), ("kim", "jong", "un"))
    assert not matches(("maria", "rojas"), ("pedro", "rojas"))
    assert not matches((), ("pedro", "rojas"))


def test_every_word_list_is_made_of_lower_case_words() -> None:
    words = lexicon()
    for listed in (words.nouns, words.pronouns, words.references, words.given_names, words.roles, words.honorifics):
        assert all(isinstance(word, str) and word == word.lower() for word in listed)
    for kind in words.words.values():
        assert all(isinstance(word, str) and word == word.lower() for word in kind)
