"""A sentence's tokens with their dependents, as the rules that mend its tree see them."""

from collections.abc import Callable, Iterator, Sequence

from casus.reading.parse import Token

NAMING = ("NOUN", "PROPN", "PRON")
RELATIVE = frozenset({"who", "which", "that"})


class Tree:
    """Tokens with their dependents, as one rule sees them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tuple(tokens)
        self.children: list[list[Token]] = [[] for _ in tokens]
        for token in tokens:
            if token.head >= 0:
                self.children[token.head].append(token)

    def has(self, index: int, *relations: str) -> bool:
        """Whether a token has a dependent by one of the relations, subtypes included."""
        return any(child.deprel.partition(":")[0] in relations for child in self.children[index])

    def marks(self, index: int) -> list[str]:
        """The prepositions and subordinators at a token, lower-case."""
        return [child.text.lower() for child in self.children[index] if child.deprel in ("case", "mark")]

    def first(self, index: int) -> int:
        """The first token of a phrase."""
        return min([index, *(self.first(child.index) for child in self.children[index] if child.index < index)])


Rule = Callable[[Tree], Iterator[Token]]
"""Gives the tokens of a tree that it mends, with their new place."""
