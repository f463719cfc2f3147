"""The reader's net: one encoder over a sentence, and light heads on its word vectors.

Shapes: B sentences, P word pieces, W words, H = 384. Heads that compare words give each word small vectors whose products are
the scores; but for arcs, pairs are scored outside the net, where they are needed.
"""

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn

from casus.reading.pieces import KINDS
from training.bert import HIDDEN, pretrained

ARC, LABEL, SPAN, LINK, ROLE, PAIR = 192, 192, 32, 64, 128, 256
LINKS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Inventory:
    """The labels that the heads know, in the order of their outputs."""

    upos: tuple[str, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]
    roots: tuple[str, ...]


class Outputs(NamedTuple):
    """What the net gives for a batch. The vectors that stand for the tree's root come first where there are W + 1."""

    upos: Tensor  # (B, W, parts of speech)
    arcs: Tensor  # (B, W, W + 1): the score of each head for each word
    label_dependent: Tensor  # (B, W, LABEL)
    label_head: Tensor  # (B, W + 1, LABEL)
    span_first: Tensor  # (B, W, types * SPAN)
    span_last: Tensor  # (B, W, types * SPAN)
    roles: Tensor  # (B, W, 3): source, cue, content
    link_cue: Tensor  # (B, W, 3 * LINK): a cue word looks for its source, cue and content words
    link_word: Tensor  # (B, W, 3 * LINK)
    vectors: Tensor  # (B, W, H)


class RootHead(nn.Module):
    """The PLOVER root of a pair: the pair attends to the words of its sentence, and all together are classified.

    `weights` say how much each root weighs in the loss.
    """

    weights: Tensor

    def __init__(self, roots: int, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(2 * HIDDEN, HIDDEN)
        self.inner = nn.Linear(4 * HIDDEN, PAIR)
        self.outer = nn.Linear(PAIR, roots)
        self.register_buffer("weights", torch.ones(roots))
        self.dropout = nn.Dropout(dropout)

    def forward(self, vectors: Tensor, words: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """Vectors (B, W, H), masks of real, source and target words (B, W) as numbers, to root logits (B, roots)."""
        pooled = [_mean(vectors, mask) for mask in (words, source, target)]
        scores = (vectors @ self.query(torch.cat(pooled[1:], -1))[:, :, None]).squeeze(-1) * HIDDEN**-0.5
        attention = torch.softmax(scores.masked_fill(words == 0, -1e4), -1)
        seen = (attention[:, None, :] @ vectors).squeeze(1)
        return self.outer(self.dropout(torch.relu(self.inner(self.dropout(torch.cat([*pooled, seen], -1))))))  # type: ignore[no-any-return]


def _mean(vectors: Tensor, mask: Tensor) -> Tensor:
    return (mask[:, None, :] @ vectors).squeeze(1) / mask.sum(-1, keepdim=True).clamp(min=1)


class Net(nn.Module):
    """Encoder and heads."""

    def __init__(self, inventory: Inventory, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = pretrained(KINDS, dropout)
        self.dropout = nn.Dropout(head_dropout)
        self.upos = nn.Linear(HIDDEN, len(inventory.upos))
        self.arc_dependent = nn.Sequential(nn.Linear(HIDDEN, ARC), nn.ReLU(), nn.Dropout(head_dropout), nn.Linear(ARC, ARC))
        self.arc_head = nn.Sequential(nn.Linear(HIDDEN, ARC), nn.ReLU(), nn.Dropout(head_dropout))
        self.label_dependent = nn.Linear(HIDDEN, LABEL)
        self.label_head = nn.Linear(HIDDEN, LABEL)
        self.label = nn.Linear(LABEL, len(inventory.relations))
        spans = len(inventory.entities) * SPAN
        self.span_first = nn.Sequential(nn.Linear(HIDDEN, ARC), nn.ReLU(), nn.Dropout(head_dropout), nn.Linear(ARC, spans))
        self.span_last = nn.Sequential(nn.Linear(HIDDEN, ARC), nn.ReLU(), nn.Dropout(head_dropout), nn.Linear(ARC, spans))
        self.roles = nn.Linear(HIDDEN, len(LINKS))
        self.link_cue = nn.Sequential(nn.Linear(HIDDEN, ROLE), nn.ReLU(), nn.Dropout(head_dropout), nn.Linear(ROLE, 3 * LINK))
        self.link_word = nn.Sequential(nn.Linear(HIDDEN, ROLE), nn.ReLU(), nn.Dropout(head_dropout), nn.Linear(ROLE, 3 * LINK))
        self.root = RootHead(len(inventory.roots), head_dropout)
        self.meaning = nn.Linear(HIDDEN, HIDDEN)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)

    def silence_attributions(self) -> None:
        """Has the heads of attribution find nothing, for a net that never learns what one is."""
        nn.init.zeros_(self.roles.weight)
        nn.init.constant_(self.roles.bias, -10.0)

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor, firsts: Tensor) -> Outputs:
        """Pieces, kinds, mask (B, P), and each word's first piece (B, W), 0 for padding, to the heads' outputs."""
        states = self.encoder(pieces, kinds, mask)
        places = torch.cat([torch.zeros_like(firsts[:, :1]), firsts], 1)
        plain = torch.gather(states, 1, places[:, :, None].expand(-1, -1, HIDDEN))
        with_root = self.dropout(plain)
        words = with_root[:, 1:]
        return Outputs(
            upos=self.upos(words),
            arcs=self.arc_dependent(words) @ self.arc_head(with_root).transpose(1, 2),
            label_dependent=self.label_dependent(words),
            label_head=self.label_head(with_root),
            span_first=self.span_first(words),
            span_last=self.span_last(words),
            roles=self.roles(words),
            link_cue=self.link_cue(words),
            link_word=self.link_word(words),
            vectors=plain[:, 1:],
        )
