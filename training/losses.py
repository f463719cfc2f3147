"""What the net is held to, for each kind of example."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.examples import Example
from training.model import LINK, SPAN, Net, Outputs


def tree_loss(net: Net, out: Outputs, examples: Sequence[Example], lengths: Sequence[int]) -> dict[str, Tensor]:
    """Losses of parts of speech, arcs, labels and (where marked) entities, each a mean over words."""
    width = max(lengths)
    upos, heads, relations = (
        _padded([getattr(example, name) for example in examples], width) for name in ("upos", "heads", "relations")
    )
    known = upos >= 0
    arcs = out.arcs
    absent = torch.arange(width + 1) > torch.tensor(lengths)[:, None]
    arcs = arcs.masked_fill(absent[:, None, :], -1e4)
    places = (heads + 1).clamp(min=0)
    chosen = torch.gather(out.label_head, 1, places[:, :, None].expand(-1, -1, out.label_head.shape[-1]))
    labels = net.label(torch.relu(out.label_dependent + chosen)).float()
    losses = {
        "upos": functional.cross_entropy(out.upos.float()[known], upos[known]),
        "arcs": functional.cross_entropy(arcs[known], places[known]),
        "labels": functional.cross_entropy(labels[known], relations[known]),
    }
    marked = [row for row, example in enumerate(examples) if example.entities is not None]
    if marked:
        losses["entities"] = _entity_loss(out, [examples[row] for row in marked], marked)
    return losses


def span_scores(first: Tensor, last: Tensor) -> Tensor:
    """Scores (B, W, W, types) of spans by first and last word."""
    shaped_first, shaped_last = (value.reshape(*value.shape[:2], -1, SPAN).transpose(1, 2) for value in (first, last))
    scores: Tensor = shaped_first @ shaped_last.transpose(-1, -2)
    return scores.permute(0, 2, 3, 1).float()


def _entity_loss(out: Outputs, examples: Sequence[Example], rows: list[int]) -> Tensor:
    scores = span_scores(out.span_first[rows], out.span_last[rows])
    scores = torch.cat([torch.zeros_like(scores[..., :1]), scores], -1)
    width = scores.shape[1]
    lengths = torch.tensor([len(example.firsts) for example in examples])
    real = torch.arange(width) < lengths[:, None]
    span = torch.ones(width, width, dtype=torch.bool).triu()[None] & real[:, None, :] & real[:, :, None]
    gold = torch.zeros(scores.shape[:3], dtype=torch.long)
    for row, example in enumerate(examples):
        for first, last, kind in example.entities or ():
            gold[row, first, last] = kind + 1
    return functional.cross_entropy(scores[span], gold[span], reduction="sum") / lengths.sum()


def attribution_loss(out: Outputs, examples: Sequence[Example], lengths: Sequence[int]) -> dict[str, Tensor]:
    """Losses of the three roles of words, and of the links from each cue word to the words of its own attribution."""
    width = max(lengths)
    gold = torch.zeros(len(examples), width, 3)
    linked: list[tuple[int, int]] = []
    wanted: list[Tensor] = []
    for row, example in enumerate(examples):
        for one in example.attributions or ():
            own = torch.zeros(3, width)
            for place, words in enumerate((one.source, one.cue, one.content)):
                own[place, list(words)] = 1.0
            gold[row] = torch.maximum(gold[row], own.T)
            linked.extend((row, cue) for cue in one.cue)
            wanted.extend([own] * len(one.cue))
    real = torch.arange(width) < torch.tensor(lengths)[:, None]
    losses = {"roles": functional.binary_cross_entropy_with_logits(out.roles.float()[real], gold[real])}
    if linked:
        rows, cues = (torch.tensor(values) for values in zip(*linked, strict=True))
        offers = out.link_word[rows].reshape(len(rows), width, 3, LINK)
        seeks = out.link_cue[rows, cues].reshape(len(rows), 1, 3, LINK)
        scores = (offers * seeks).sum(-1)
        inside = real[rows]
        target = torch.stack(wanted).transpose(1, 2)
        losses["links"] = functional.binary_cross_entropy_with_logits(scores.float()[inside], target[inside])
    return losses


def meaning_loss(net: Net, out: Outputs, meanings: Tensor, lengths: Sequence[int]) -> Tensor:
    """How far the mean vectors of sentences are, after a linear map, from what they were before training (B, H): 1 - cosine."""
    words = (torch.arange(max(lengths)) < torch.tensor(lengths)[:, None]).float()
    means = (words[:, None, :] @ out.vectors).squeeze(1) / words.sum(-1, keepdim=True)
    return (1.0 - functional.cosine_similarity(net.meaning(means), meanings, dim=-1)).mean()


def pair_loss(net: Net, out: Outputs, examples: Sequence[Example], lengths: Sequence[int]) -> dict[str, Tensor]:
    """Loss of the PLOVER root of each example's pair, with smoothed labels; rare roots weigh more."""
    logits = pair_logits(net, out, examples, lengths)
    gold = torch.tensor([example.root for example in examples])
    return {"roots": functional.cross_entropy(logits, gold, weight=net.root.weights, label_smoothing=0.1)}


def root_weights(examples: Sequence[Example], roots: int) -> Tensor:
    """A weight for each root, by the inverse square root of how often it occurs, with a mean of one over examples."""
    gold = torch.tensor([example.root for example in examples])
    weights = torch.bincount(gold, minlength=roots).clamp(min=1) ** -0.5
    return weights / weights[gold].mean()


def pair_logits(net: Net, out: Outputs, examples: Sequence[Example], lengths: Sequence[int]) -> Tensor:
    """Root logits (B, roots) of each example's pair."""
    width = max(lengths)
    words = (torch.arange(width) < torch.tensor(lengths)[:, None]).float()
    source, target = torch.zeros(2, len(examples), width)
    for row, example in enumerate(examples):
        source[row, list(example.source)] = 1.0
        target[row, list(example.target)] = 1.0
    return net.root(out.vectors.float(), words, source, target)  # type: ignore[no-any-return]


def _padded(values: Sequence[Sequence[int]], width: int) -> Tensor:
    """Rows filled up with -2, which is no label and no head."""
    return torch.tensor([[*row, *[-2] * (width - len(row))] for row in values])
