"""Who does what to whom in a sentence, as its tree says: subjects, objects, passives, shared and understood ones."""

import pytest
from reading.parsing import parsed, token

from casus.reading.parse import Sentence, Token
from casus.reading.syntax import (
    agents,
    clause_predicate,
    conjuncts,
    grammatical_subject,
    is_passive,
    oblique,
    own_subject,
    patients,
    preposition,
)


def one(text: str) -> Sentence:
    (sentence,) = parsed(text)
    return sentence


def words(sentence: Sentence, indices: list[int]) -> list[str]:
    return [sentence.tokens[index].text for index in indices]


DEEDS = [
    ("Peru attacked the outpost.", "attacked", ["Peru"], ["outpost"]),
    ("The outpost was attacked by Peru.", "attacked", ["Peru"], ["outpost"]),
    ("The outpost was attacked at dawn.", "attacked", [], ["outpost"]),
    ("The outpost attacked by Peru has fallen.", "attacked", ["Peru"], ["outpost"]),
    ("Peru, which attacked the outpost, denied it.", "attacked", ["Peru"], ["outpost"]),
    ("The outpost that Peru attacked has fallen.", "attacked", ["Peru"], ["outpost"]),
    ("Peru wants to attack the outpost.", "attack", ["Peru"], ["outpost"]),
    ("Chile urged Peru to attack the outpost.", "attack", ["Peru"], ["outpost"]),
    ("Peru was urged to attack the outpost.", "attack", ["Peru"], ["outpost"]),
    ("Peru was accused of attacking the outpost.", "attacking", ["Peru"], ["outpost"]),
    ("Peru crossed the river and attacked the outpost.", "attacked", ["Peru"], ["outpost"]),
    ("Peru crossed the river, attacking the outpost.", "attacking", ["Peru"], ["outpost"]),
    ("Peru denied attacking the outpost.", "attacking", ["Peru"], ["outpost"]),
    ("Peru made plans to attack the outpost.", "attack", ["Peru"], ["outpost"]),
    ("Peru's threat to attack the outpost failed.", "attack", ["Peru"], ["outpost"]),
    ("Chile said Peru had attacked the outpost.", "attacked", ["Peru"], ["outpost"]),
]


@pytest.mark.parametrize(("text", "verb", "doing", "befallen"), DEEDS)
def test_a_verb_has_its_doers_and_whom_it_befalls(text: str, verb: str, doing: list[str], befallen: list[str]) -> None:
    sentence = one(text)
    at = token(sentence, verb)
    assert (words(sentence, agents(sentence, at)), words(sentence, patients(sentence, at))) == (doing, befallen)


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Peru attacked the outpost.", "attacked", False),
        ("The outpost was attacked.", "attacked", True),
        ("The outpost has been attacked by rebels.", "attacked", True),
        ("Peru has attacked the outpost.", "attacked", False),
        ("Sailors killed in the raid were buried.", "killed", True),
        ("Sailors crossing the strait were stopped.", "crossing", False),
    ],
)
def test_the_passive_is_told_by_its_forms(text: str, verb: str, passive: bool) -> None:
    sentence = one(text)
    assert is_passive(sentence, token(sentence, verb)) is passive


def test_coordinated_names_are_one_list() -> None:
    sentence = one("Norway, Sweden and Finland signed the treaty.")
    assert words(sentence, conjuncts(sentence, token(sentence, "Norway"))) == ["Norway", "Sweden", "Finland"]


def test_prepositions_are_read_with_their_fixed_parts() -> None:
    sentence = one("The talks failed because of the raid on Monday.")
    assert preposition(sentence, token(sentence, "raid")) == "because of"
    assert preposition(sentence, token(sentence, "Monday")) == "on"
    assert preposition(sentence, token(sentence, "talks")) == ""


def test_what_a_preposition_marks_is_found_at_verbs_and_nouns() -> None:
    sentence = one("Kenya held talks with Somalia in Nairobi.")
    assert words(sentence, oblique(sentence, token(sentence, "talks"), frozenset({"with"}))) == ["Somalia"] or words(
        sentence, oblique(sentence, token(sentence, "held"), frozenset({"with"}))
    ) == ["Somalia"]
    assert oblique(sentence, token(sentence, "talks"), frozenset({"against"})) == []


def test_a_relative_pronoun_gives_the_noun_that_it_relates_to() -> None:
    sentence = one("The general who led the raid was dismissed.")
    subject = own_subject(sentence, token(sentence, "led"))
    assert subject is not None
    assert sentence.tokens[subject].text == "general"


def test_which_relates_to_the_name_before_it_inside_of_what_the_parse_hangs_its_clause_on() -> None:
    told = ["Germany", "support", "for", "Poland", "which", "sealed", "its", "border"]
    upos = ["PROPN", "NOUN", "ADP", "PROPN", "PRON", "VERB", "PRON", "NOUN"]
    heads = [
        (1, "nmod:poss"),
        (-1, "root"),
        (3, "case"),
        (1, "nmod"),
        (5, "nsubj"),
        (1, "acl:relcl"),
        (7, "nmod:poss"),
        (5, "obj"),
    ]
    starts = [sum(len(word) + 1 for word in told[:index]) for index in range(len(told))]
    tokens = tuple(
        Token(index, starts[index], starts[index] + len(word), word, word.lower(), upos[index], heads[index][0], heads[index][1])
        for index, word in enumerate(told)
    )
    sentence = Sentence(0, (0, starts[-1] + len(told[-1])), tokens)
    assert own_subject(sentence, 5) == 3


def test_a_verb_without_any_subject_has_none() -> None:
    sentence = one("Sign the treaty now.")
    assert grammatical_subject(sentence, token(sentence, "Sign")) is None


def test_every_word_stands_in_a_clause() -> None:
    sentence = one("Peru said that Chile had shelled the old port.")
    assert sentence.tokens[clause_predicate(sentence, token(sentence, "port"))].text == "shelled"
    assert sentence.tokens[clause_predicate(sentence, token(sentence, "Peru"))].text == "said"


@pytest.mark.parametrize(
    "text",
    [
        "Peru, Chile sign treaty",
        "Said to have been urged to be seen attacking what was attacked by those attacked.",
        "If, as was said, who whom, and which that.",
        "( - , ; ) \" '",
    ],
)
def test_every_word_of_any_sentence_can_be_asked(text: str) -> None:
    for sentence in parsed(text):
        for at in range(len(sentence.tokens)):
            found = [*agents(sentence, at), *patients(sentence, at), *conjuncts(sentence, at), clause_predicate(sentence, at)]
            assert all(0 <= index < len(sentence.tokens) for index in found)
