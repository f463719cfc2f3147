"""Trees that no English sentence has, and what they are mended to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.reading.lemmas import lemma
from casus.reading.mending import mended
from casus.reading.parse import Token

RELATIONS = ("nsubj", "obj", "iobj", "obl", "obl:agent", "acl", "ccomp", "xcomp", "conj", "cc", "case", "mark", "compound", "det",
             "advmod", "flat", "nummod", "parataxis")  # fmt: skip
WORDS = ("Peru", "Chile", "not", "to", "by", "on", "that", "arming", "sell", "hit", "rebels", ",", "two")


def tree(written: str) -> tuple[Token, ...]:
    """Tokens written as word/part of speech/head/relation, heads counted from 1 with 0 for the root."""
    found: list[Token] = []
    for index, one in enumerate(written.split()):
        word, upos, head, relation = one.split("/")
        start = found[-1].end + 1 if found else 0
        found.append(Token(index, start, start + len(word), word, lemma(word, upos), upos, int(head) - 1, relation))
    return tuple(found)


def written(tokens: tuple[Token, ...]) -> str:
    return " ".join(f"{token.text}/{token.upos}/{token.head + 1}/{token.deprel}" for token in tokens)


MISFITS = [
    # An object before a verb that has no subject.
    ("Zambia/PROPN/2/iobj denied/VERB/0/root it/PRON/2/obj", "Zambia/PROPN/2/nsubj denied/VERB/0/root it/PRON/2/obj"),
    # An agent without "by".
    (
        "curbs/NOUN/0/root put/VERB/1/acl on/ADP/4/case Chile/PROPN/2/obl:agent by/ADP/6/case Peru/PROPN/2/obl:agent",
        "curbs/NOUN/0/root put/VERB/1/acl on/ADP/4/case Chile/PROPN/2/obl by/ADP/6/case Peru/PROPN/2/obl:agent",
    ),
    # A relative clause that isn't called one.
    (
        "states/NOUN/0/root that/PRON/3/nsubj sold/VERB/1/acl arms/NOUN/3/obj",
        "states/NOUN/0/root that/PRON/3/nsubj sold/VERB/1/acl:relcl arms/NOUN/3/obj",
    ),
    # One name as two subjects.
    (
        "Ana/PROPN/6/nsubj Vega/PROPN/6/nsubj ,/PUNCT/5/punct the/DET/5/det envoy/NOUN/2/appos left/VERB/0/root",
        "Ana/PROPN/6/nsubj Vega/PROPN/1/flat ,/PUNCT/5/punct the/DET/5/det envoy/NOUN/1/appos left/VERB/0/root",
    ),
    # Several names as two subjects.
    (
        "Chile/PROPN/6/nsubj ,/PUNCT/1/punct Peru/PROPN/6/nsubj and/CCONJ/5/cc Cuba/PROPN/3/conj met/VERB/0/root",
        "Chile/PROPN/6/nsubj ,/PUNCT/1/punct Peru/PROPN/1/conj and/CCONJ/5/cc Cuba/PROPN/3/conj met/VERB/0/root",
    ),
    # A negation at the wrong verb.
    (
        "Peru/PROPN/2/nsubj vowed/VERB/0/root not/PART/2/advmod to/PART/5/mark strike/VERB/2/xcomp",
        "Peru/PROPN/2/nsubj vowed/VERB/0/root not/PART/5/advmod to/PART/5/mark strike/VERB/2/xcomp",
    ),
    # A verb taken for a noun.
    (
        "The/DET/3/det pact/NOUN/3/compound bars/NOUN/0/root Peru/PROPN/3/obj from/SCONJ/6/mark arming/VERB/3/advcl",
        "The/DET/2/det pact/NOUN/3/nsubj bars/VERB/0/root Peru/PROPN/3/obj from/SCONJ/6/mark arming/VERB/3/advcl",
    ),
    # A noun in -ing taken for a verb.
    (
        "Fighting/VERB/4/advcl between/ADP/3/case armies/NOUN/1/obj killed/VERB/0/root many/NOUN/4/obj",
        "Fighting/NOUN/4/nsubj between/ADP/3/case armies/NOUN/1/nmod killed/VERB/0/root many/NOUN/4/obj",
    ),
    # A second verb of speaking that the deed told has taken.
    (
        "it/PRON/2/nsubj fell/VERB/0/root ,/PUNCT/2/punct he/PRON/5/nsubj said/VERB/2/ccomp ,/PUNCT/7/punct urging/VERB/2/advcl",
        "it/PRON/2/nsubj fell/VERB/0/root ,/PUNCT/2/punct he/PRON/5/nsubj said/VERB/2/ccomp ,/PUNCT/7/punct urging/VERB/5/advcl",
    ),
    # "Said to be" taken for what the sentence tells.
    (
        "rebels/NOUN/2/nsubj said/VERB/0/root to/PART/5/mark be/AUX/5/cop near/ADJ/2/ccomp have/AUX/7/aux fled/VERB/2/ccomp",
        "rebels/NOUN/7/nsubj said/VERB/1/acl to/PART/5/mark be/AUX/5/cop near/ADJ/2/xcomp have/AUX/7/aux fled/VERB/0/root",
    ),
    # A participle taken for the subject of what was done to the noun before it.
    (
        "monks/NOUN/2/nsubj:pass held/VERB/4/csubj:pass were/AUX/4/aux:pass freed/VERB/0/root",
        "monks/NOUN/4/nsubj:pass held/VERB/1/acl were/AUX/4/aux:pass freed/VERB/0/root",
    ),
    # An object that the clause after it has taken.
    (
        "Peru/PROPN/2/nsubj blamed/VERB/0/root Cuba/PROPN/5/obj for/SCONJ/5/mark starting/VERB/2/advcl it/PRON/5/obj",
        "Peru/PROPN/2/nsubj blamed/VERB/0/root Cuba/PROPN/2/obj for/SCONJ/5/mark starting/VERB/2/advcl it/PRON/5/obj",
    ),
    # A second object that was given to the subject.
    (
        "pirates/NOUN/2/nsubj freed/VERB/0/root it/PRON/2/obj and/CCONJ/6/cc its/PRON/6/nmod:poss crew/NOUN/1/conj",
        "pirates/NOUN/2/nsubj freed/VERB/0/root it/PRON/2/obj and/CCONJ/6/cc its/PRON/6/nmod:poss crew/NOUN/3/conj",
    ),
    # A noun taken for a verb at the head of a sentence.
    (
        "Claims/VERB/6/ccomp that/SCONJ/3/mark fired/VERB/1/acl are/AUX/5/cop lies/NOUN/6/ccomp said/VERB/0/root",
        "Claims/NOUN/5/nsubj that/SCONJ/3/mark fired/VERB/1/acl are/AUX/5/cop lies/NOUN/6/ccomp said/VERB/0/root",
    ),
    # A verb taken for a particle.
    (
        "Peru/PROPN/3/nsubj has/AUX/3/aux refused/PART/0/root to/PART/5/mark sign/VERB/3/xcomp",
        "Peru/PROPN/3/nsubj has/AUX/3/aux refused/VERB/0/root to/PART/5/mark sign/VERB/3/xcomp",
    ),
    # A form in -ing taken for a pronoun.
    (
        "Peru/PROPN/3/nsubj is/AUX/3/cop itching/PRON/0/root to/PART/5/mark fight/VERB/3/csubj",
        "Peru/PROPN/3/nsubj is/AUX/3/aux itching/VERB/0/root to/PART/5/mark fight/VERB/3/xcomp",
    ),
    # A subject that the verb above has taken.
    (
        "Peru/PROPN/2/nsubj left/VERB/0/root before/SCONJ/6/mark talks/NOUN/2/obl could/AUX/6/aux begin/VERB/2/advcl",
        "Peru/PROPN/2/nsubj left/VERB/0/root before/SCONJ/6/mark talks/NOUN/6/nsubj could/AUX/6/aux begin/VERB/2/advcl",
    ),
    # A passive where "been" stands before a form in -ing.
    (
        "Peru/PROPN/4/nsubj:pass had/AUX/4/aux been/AUX/4/aux:pass talking/VERB/0/root",
        "Peru/PROPN/4/nsubj had/AUX/4/aux been/AUX/4/aux talking/VERB/0/root",
    ),
    # An infinitive beside the adjective that it belongs to.
    (
        "Peru/PROPN/2/nsubj stayed/VERB/0/root ready/ADJ/2/xcomp to/PART/5/mark talk/VERB/2/xcomp",
        "Peru/PROPN/2/nsubj stayed/VERB/0/root ready/ADJ/2/xcomp to/PART/5/mark talk/VERB/3/xcomp",
    ),
    # An infinitive that an aside after it has taken.
    (
        "Peru/PROPN/2/nsubj vowed/VERB/0/root to/PART/4/mark help/VERB/6/ccomp Vega/PROPN/6/nsubj said/VERB/2/parataxis",
        "Peru/PROPN/2/nsubj vowed/VERB/0/root to/PART/4/mark help/VERB/2/xcomp Vega/PROPN/6/nsubj said/VERB/2/parataxis",
    ),
    # An infinitive at the one who is to do it.
    (
        "forbid/VERB/0/root states/NOUN/1/iobj to/PART/4/mark sell/VERB/2/acl arms/NOUN/4/obj",
        "forbid/VERB/0/root states/NOUN/1/iobj to/PART/4/mark sell/VERB/1/xcomp arms/NOUN/4/obj",
    ),
    # A relative pronoun as the object of a clause that has one and lacks a subject.
    (
        "Peru/PROPN/0/root which/PRON/5/obj Chile/PROPN/4/nsubj says/VERB/1/acl:relcl bombed/VERB/4/ccomp ports/NOUN/5/obj",
        "Peru/PROPN/0/root which/PRON/5/nsubj Chile/PROPN/4/nsubj says/VERB/1/acl:relcl bombed/VERB/4/ccomp ports/NOUN/5/obj",
    ),
    # A bare verb coordinated with an -ing form.
    (
        "ban/VERB/0/root him/PRON/1/obj from/SCONJ/4/mark flying/VERB/1/advcl and/CCONJ/6/cc freeze/VERB/4/conj funds/NOUN/6/obj",
        "ban/VERB/0/root him/PRON/1/obj from/SCONJ/4/mark flying/VERB/1/advcl and/CCONJ/6/cc freeze/VERB/1/conj funds/NOUN/6/obj",
    ),
    # "Neither" before an auxiliary.
    (
        "neither/DET/3/advmod may/AUX/3/aux sell/VERB/0/root arms/NOUN/3/obj",
        "neither/DET/3/nsubj may/AUX/3/aux sell/VERB/0/root arms/NOUN/3/obj",
    ),
    # An object that hangs across a verb.
    (
        "use/VERB/0/root arms/NOUN/1/obj to/PART/4/mark stage/VERB/1/advcl raids/NOUN/1/obl",
        "use/VERB/0/root arms/NOUN/1/obj to/PART/4/mark stage/VERB/1/advcl raids/NOUN/4/obj",
    ),
    # A receiver as part of the thing given.
    (
        "Peru/PROPN/2/nsubj handed/VERB/0/root Chile/PROPN/5/compound 40/NUM/5/nummod lorries/NOUN/2/obj",
        "Peru/PROPN/2/nsubj handed/VERB/0/root Chile/PROPN/2/iobj 40/NUM/5/nummod lorries/NOUN/2/obj",
    ),
    # A gerund as a noun.
    (
        "Peru/PROPN/2/nsubj denied/VERB/0/root arming/NOUN/2/obj rebels/NOUN/3/obj",
        "Peru/PROPN/2/nsubj denied/VERB/0/root arming/VERB/2/xcomp rebels/NOUN/3/obj",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("misfit", "right"), MISFITS)
def test_a_misfit_is_put_right(misfit: str, right: str) -> None:
    assert written(mended(tree(misfit), headline=False)) == right


@pytest.mark.parametrize("right", [right for _, right in MISFITS])
def test_a_tree_that_fits_is_left_alone(right: str) -> None:
    assert mended(tree(right), headline=False) == tree(right)


@pytest.mark.parametrize(
    "right",
    [
        "whom/PRON/3/iobj Peru/PROPN/3/nsubj gave/VERB/0/root arms/NOUN/3/obj",
        "Peru/PROPN/2/nsubj bought/VERB/0/root Boeing/PROPN/5/compound 737/NUM/5/nummod jets/NOUN/2/obj",
        "Peru/PROPN/2/nsubj did/VERB/0/root not/PART/2/advmod want/VERB/2/xcomp to/PART/6/mark talk/VERB/4/xcomp",
        "urged/VERB/0/root plans/NOUN/1/obl to/PART/4/mark sell/VERB/2/acl arms/NOUN/4/obj",
        "Vega/PROPN/6/nsubj ,/PUNCT/1/punct Chile/PROPN/5/nmod:poss 's/PART/3/case envoy/NOUN/1/appos left/VERB/0/root",
    ],
)
def test_what_only_looks_like_a_misfit_is_left_alone(right: str) -> None:
    assert mended(tree(right), headline=False) == tree(right)


def test_a_headlines_verb_with_an_agent_is_passive() -> None:
    headline = tree("Port/NOUN/2/nsubj hit/VERB/0/root by/ADP/4/case missiles/NOUN/2/obl:agent")
    assert mended(headline, headline=True)[0].deprel == "nsubj:pass"
    assert mended(headline, headline=False) == headline


@st.composite
def trees(draw: st.DrawFn) -> tuple[Token, ...]:
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: -1}
    for place, index in enumerate(order[1:], 1):
        heads[index] = order[draw(st.integers(0, place - 1))]
    words = draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size))
    kinds = draw(st.lists(st.sampled_from(("PROPN", "NOUN", "VERB", "PART", "PRON")), min_size=size, max_size=size))
    relations = draw(st.lists(st.sampled_from(RELATIONS), min_size=size, max_size=size))
    return tuple(
        Token(index, 8 * index, 8 * index + 7, words[index], words[index], kinds[index], heads[index],
              "root" if heads[index] < 0 else relations[index])
        for index in range(size)
    )  # fmt: skip


@given(trees(), st.booleans())
def test_what_is_mended_is_a_tree_with_one_root(tokens: tuple[Token, ...], headline: bool) -> None:
    found = mended(tokens, headline)
    assert [token.deprel for token in found if token.head < 0] == ["root"]
    for token in found:
        steps, current = 0, token.index
        while current >= 0:
            current, steps = found[current].head, steps + 1
            assert steps <= len(found)
