"""Lemmas: regular forms by rule, irregular ones by table, names as they are."""

import pytest

from casus.reading.lemmas import lemma


@pytest.mark.parametrize(
    ("form", "upos", "expected"),
    [
        ("Leaders", "NOUN", "leader"),
        ("allies", "NOUN", "ally"),
        ("crises", "NOUN", "crisis"),
        ("clashes", "NOUN", "clash"),
        ("NGOs", "NOUN", "NGO"),
        ("servicemen", "NOUN", "serviceman"),
        ("said", "VERB", "say"),
        ("negotiating", "VERB", "negotiate"),
        ("planned", "VERB", "plan"),
        ("denies", "VERB", "deny"),
        ("vetoes", "VERB", "veto"),
        ("sanctioned", "VERB", "sanction"),
        ("seizes", "VERB", "seize"),
        ("’s", "PART", "'s"),
        ("n’t", "PART", "not"),
        ("is", "AUX", "be"),
        ("worst", "ADJ", "bad"),
        ("They", "PRON", "they"),
        ("Putin", "PROPN", "Putin"),
        ("Whereas", "SCONJ", "whereas"),
    ],
)
def test_forms_have_their_lemma(form: str, upos: str, expected: str) -> None:
    assert lemma(form, upos) == expected


def test_the_same_form_has_the_same_lemma_again() -> None:
    assert lemma("shipments", "NOUN") == lemma("shipments", "NOUN") == "shipment"
