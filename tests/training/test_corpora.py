"""Corpora are read as they are meant: words in their place, entities nested, attributions where their words stand."""

from pathlib import Path

import pytest

from casus.reading.pieces import QUOTED, Pieces, kinds, quoted_after
from training.bert import weights_folder
from training.conllu import read_treebank
from training.corpora import inventory_of, tree_examples, treebank
from training.plover import pair_examples, pairs
from training.polnear import articles, attribution_examples, words_in


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(weights_folder() / "tokenizer.json")


def test_contractions_share_their_letters_out(corpora: Path) -> None:
    first = next(read_treebank(corpora / "gum" / "train.conllu"))
    assert first.words == ["Vale", "'s", "envoy", "did", "n't", "sign", "."]
    assert first.heads == (2, 0, 5, 5, 5, -1, 5)
    assert first.lemmas[4] == "not"


def test_entities_nest_and_close(corpora: Path) -> None:
    first, second = list(read_treebank(corpora / "gum" / "train.conllu"))[:2]
    assert set(first.entities or ()) == {(0, 2, "person"), (0, 0, "place")}
    assert set(second.entities or ()) == {(0, 0, "event"), (3, 3, "place")}
    assert next(read_treebank(corpora / "ewt" / "train.conllu")).entities is None


def test_rare_relations_become_dep(corpora: Path, pieces: Pieces) -> None:
    sentences = treebank(corpora, "gum", "train")
    inventory = inventory_of([*sentences, *sentences], ["ASSAULT"])
    example = tree_examples(sentences, inventory, pieces)[0]
    assert [inventory.relations[label] for label in example.relations or ()][:2] == ["nmod:poss", "case"]
    fewer = inventory_of(sentences + [sentences[1]] * 4, [])
    assert "nmod:poss" not in fewer.relations
    again = tree_examples(sentences, fewer, pieces)[0]
    assert fewer.relations[(again.relations or ())[0]] == "dep"


def test_a_quotation_that_runs_on_is_marked_in_each_of_its_sentences(corpora: Path, pieces: Pieces) -> None:
    told, opened, closed = attribution_examples(articles(corpora, "train"), pieces)
    (first,) = told.attributions or ()
    assert (first.source, first.cue, first.content) == ((0, 1), (2,), (3, 4, 5, 6))
    (running,) = opened.attributions or ()
    assert (running.source, running.cue) == ((), ())
    assert running.content == (0, 1, 2, 3, 4)
    (last,) = closed.attributions or ()
    assert (last.source, last.cue) == ((5,), (6,))
    assert last.content == (0, 1, 2, 3, 4)
    assert closed.kinds[1] >= QUOTED
    assert closed.kinds[-2] < QUOTED


def test_discarded_sentences_are_left_out(corpora: Path, pieces: Pieces) -> None:
    (article,) = articles(corpora, "train")
    assert len(list(attribution_examples([article | {"discard": [[0, 3]]}], pieces))) == 2


def test_a_word_counts_where_half_of_it_is_marked() -> None:
    assert words_in([(2, 9)], [(0, 4), (5, 8), (8, 12)]) == (0, 1)


def test_pairs_point_at_their_words(corpora: Path, pieces: Pieces) -> None:
    rows = pairs(corpora)
    inventory = inventory_of(treebank(corpora, "gum", "train") * 5, (row["root"] for row in rows))
    first, second = pair_examples(rows, inventory, pieces)
    assert (first.source, first.target, inventory.roots[first.root]) == ((0,), (2,), "ASSAULT")
    assert second.target == ()


def test_capitals_tell_nothing_in_a_shouted_line() -> None:
    assert set(kinds(["VALE", "SIGNS", "GRAIN", "PACT"], False)) == {0}
    assert len(set(kinds(["Vale", "signs", "EU", "pact"], False))) == 3


def test_quotation_marks_open_and_close() -> None:
    words = ["He", "said", "“", "yes", "”", "."]
    assert [kind >= QUOTED for kind in kinds(words, False)] == [False, False, True, True, True, False]
    assert not quoted_after(words, False)
    assert quoted_after(['"', "We", "go", "on"], False)
    assert [kind >= QUOTED for kind in kinds(['"', "On", "we", "go", '"', "he"], True)] == [True] * 5 + [False]
