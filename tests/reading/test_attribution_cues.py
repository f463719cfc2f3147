"""The cue lexicon is data that people edit: a slip in it must be named, and every entry must be usable."""

from copy import deepcopy
from importlib.resources import files
from typing import Any

import pytest
import yaml

from casus.errors import CasusError
from casus.reading.attribution.cues import lexicon, parse_lexicon


@pytest.fixture
def data() -> dict[str, Any]:
    text = files("casus.reading.attribution").joinpath("cues.yaml").read_text(encoding="utf-8")
    return deepcopy(dict(yaml.safe_load(text)))


@pytest.mark.parametrize(
    ("slip", "named"),
    [({"act": "mumble"}, "mumble"), ({"takes": ["clause", "song"]}, "song"), ({"certainity": 0.5}, "certainity")],
)
def test_a_slip_in_the_lexicon_is_named_with_its_group(data: dict[str, Any], slip: dict[str, Any], named: str) -> None:
    data["verbs"][0].update(slip)
    with pytest.raises(CasusError, match=rf"group of say.*{named}"):
        parse_lexicon(data)


def test_two_spellings_are_two_words_with_one_meaning() -> None:
    verbs = lexicon().verbs
    assert [cue.act for cue in verbs["criticise"]] == [cue.act for cue in verbs["criticize"]]


def test_cues_that_ask_for_more_are_tried_first() -> None:
    for cues in lexicon().verbs.values():
        wide = [cue.wide for cue in cues]
        assert wide == sorted(wide)
    assert lexicon().verbs["call"][0].then_infinitive or lexicon().verbs["call"][0].particle


def test_a_verb_is_known_without_its_silent_e() -> None:
    assert lexicon().of_verb("announc") == lexicon().of_verb("announce")
    assert lexicon().of_verb("xyzzy") == ()


def test_certainties_are_probabilities() -> None:
    cues = [cue for group in lexicon().verbs.values() for cue in group]
    assert all(0 < cue.certainty < 1 for cue in [*cues, *lexicon().nouns.values(), *lexicon().adjectives.values()])
