"""A sentence as the encoder sees it: words with part of speech, lemma and head; entity spans; who says what to whom."""

from dataclasses import dataclass, field
from functools import cached_property

from casus.sources.report import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `start`, `end` count in the report's text; `head` is the index of its head in the sentence, -1 at the root.

    `upos` is the universal part of speech, `deprel` the universal dependency relation with its subtype ("nsubj:pass").
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """Tokens [first, last] (inclusive) that mention an entity: person, organization, place, or another of the encoder's types."""

    first: int
    last: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class AttributionSpan:
    """One attribution that the encoder sees in a sentence: token indices of its cue, source and content, with a probability."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    score: float


@dataclass(frozen=True)
class Sentence:
    """One sentence, parsed. `index` counts in the report; `headline` is true for a title or a heading without a stop.

    `paragraph` counts the report's paragraphs. Tokens are in order; the tree has exactly one root.
    """

    index: int
    span: Span
    tokens: tuple[Token, ...]
    entities: tuple[EntitySpan, ...] = ()
    attributions: tuple[AttributionSpan, ...] = ()
    headline: bool = False
    paragraph: int = 0
    vectors: object | None = field(default=None, compare=False, repr=False)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependents, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                below[token.head].append(token.index)
        return tuple(map(tuple, below))

    @cached_property
    def root(self) -> int:
        """The index of the root token."""
        return next(token.index for token in self.tokens if token.head < 0)

    def dependents(self, index: int, *relations: str) -> list[int]:
        """Dependents of a token whose relation is one of `relations`, with or without a subtype ("nsubj" takes "nsubj:pass")."""
        return [
            child
            for child in self.children[index]
            if (relation := self.tokens[child].deprel) in relations or relation.partition(":")[0] in relations
        ]

    def subtree(self, index: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Indices of a token and all below it, in order; dependents by a relation in `without` are left out with theirs."""
        found, stack = [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(child for child in self.children[current] if self.tokens[child].deprel not in without)
        return sorted(found)

    def span_of(self, indices: list[int] | tuple[int, ...]) -> Span:
        """The characters from the first to the last of the tokens (which must not be empty)."""
        return self.tokens[min(indices)].start, self.tokens[max(indices)].end
