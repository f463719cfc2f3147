"""Corpora to examples. Rows stay outside the project; only what is learnt from them leaves."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from casus.reading.pieces import Pieces, quoted_after
from training.conllu import GoldSentence, read_treebank
from training.examples import Example, encoded
from training.model import Inventory

TREEBANKS = ("gum", "ewt")
CORPORA = (*TREEBANKS, "polnear", "plover")


def treebank(data: Path, corpus: str, split: str) -> list[GoldSentence]:
    """The sentences of a treebank's split."""
    return list(read_treebank(data / corpus / f"{split}.conllu"))


def inventory_of(sentences: Iterable[GoldSentence], roots: Iterable[str]) -> Inventory:
    """The labels that occur, sorted; relations that occur fewer than five times are left out."""
    upos: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    entities: Counter[str] = Counter()
    for sentence in sentences:
        upos.update(sentence.upos)
        relations.update(sentence.relations)
        entities.update(kind for _, _, kind in sentence.entities or ())
    common = (name for name, times in relations.items() if times >= 5)
    return Inventory(*(tuple(sorted(set(names))) for names in (upos, common, entities, roots)))


def tree_examples(sentences: Sequence[GoldSentence], inventory: Inventory, pieces: Pieces) -> list[Example]:
    """Examples of a treebank, each with its quotation state carried along within its document."""
    found, document, quoted = [], "", False
    dep = inventory.relations.index("dep")
    relation_ids = {name: place for place, name in enumerate(inventory.relations)}
    for sentence in sentences:
        if sentence.document != document:
            document, quoted = sentence.document, False
        words = sentence.words
        split = encoded(words, quoted, pieces)
        quoted = quoted_after(words, quoted)
        if split is None:
            continue
        entities = sentence.entities
        found.append(
            Example(
                "tree",
                *split,
                upos=tuple(map(inventory.upos.index, sentence.upos)),
                heads=sentence.heads,
                relations=tuple(relation_ids.get(name, dep) for name in sentence.relations),
                entities=None
                if entities is None
                else tuple((first, last, inventory.entities.index(kind)) for first, last, kind in entities),
            )
        )
    return found
