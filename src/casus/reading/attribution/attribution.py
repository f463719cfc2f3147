"""What the rules and the encoder find in a sentence before anybody knows who the words mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from casus.reading.model import Act, Modality
from casus.reading.parse import Sentence
from casus.sources.report import Span

QUOTE_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''", "‘", "’", "'", "‟"})
_OUTSIDE_SOURCE = frozenset(
    {"acl", "acl:relcl", "ccomp", "advcl", "advcl:relcl", "parataxis", "cop", "aux", "nsubj", "mark", "discourse"}
)

Position = tuple[int, int]
"""A sentence's index and a token's index in it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that are attributed to a source, as token indices.

    `cue`, `addressees`, `via` and `content` (but for what `continued` adds) are in the sentence `sentence`; `source` is in
    `source_sentence`, which differs where a speech goes on without naming its speaker. `cue_head` is the cue's main word,
    `source_head` the head of the source's noun phrase, None where nobody is named. `continued` holds content in other
    sentences. `certainty` is what the rule gives (0 to 1), `score` what the encoder's head gives, None where it sees nothing.
    `rule` names how it was found.
    """

    sentence: int
    act: Act
    rule: str
    certainty: float
    content: tuple[int, ...]
    cue: tuple[int, ...] = ()
    cue_head: int | None = None
    source: tuple[int, ...] = ()
    source_head: int | None = None
    source_sentence: int = -1
    addressees: tuple[int, ...] = ()
    via: tuple[int, ...] = ()
    modality: Modality = "actual"
    continued: tuple[Position, ...] = ()
    score: float | None = None
    wide: bool = False

    def positions(self) -> tuple[Position, ...]:
        """All content in order of the text."""
        here = tuple((self.sentence, index) for index in self.content)
        return tuple(sorted({*here, *self.continued})) if self.continued else here


def noun_phrase(sentence: Sentence, head: int, without: Iterable[int] = ()) -> tuple[int, ...]:
    """Tokens of a noun phrase without relative clauses and other clauses, its edges trimmed; `without` cuts what is below."""
    tokens = sentence.tokens
    found, stack, cut = [], [head], set(without)
    while stack:
        current = stack.pop()
        found.append(current)
        for child in sentence.children[current]:
            relation = tokens[child].deprel
            if child in cut or relation in _OUTSIDE_SOURCE or (current == head and relation == "case"):
                continue
            if relation == "conj" and tokens[child].upos == "VERB":
                continue
            stack.append(child)
    inside = [
        index for index in sorted(found) if not (tokens[index].deprel == "cc" and index > head and not _joins(sentence, index))
    ]
    return trim(sentence, inside)


def _joins(sentence: Sentence, coordinator: int) -> bool:
    head = sentence.tokens[coordinator].head
    return sentence.tokens[head].deprel == "conj" and sentence.tokens[head].upos != "VERB"


def trim(sentence: Sentence, indices: Iterable[int]) -> tuple[int, ...]:
    """The indices without punctuation at their ends, in order."""
    ordered = sorted(set(indices))
    tokens = sentence.tokens
    first, last = 0, len(ordered)
    while first < last and _is_edge(tokens[ordered[first]].upos, tokens[ordered[first]].text):
        first += 1
    while last > first and _is_edge(tokens[ordered[last - 1]].upos, tokens[ordered[last - 1]].text):
        last -= 1
    return tuple(ordered[first:last])


def _is_edge(upos: str, text: str) -> bool:
    return upos == "PUNCT" or not (text.isalnum() or any(character.isalnum() or character in "$€£%" for character in text))


def spans_of(sentence: Sentence, indices: Iterable[int]) -> tuple[Span, ...]:
    """The characters of tokens as few spans as possible: runs that only punctuation interrupts are one span."""
    tokens = sentence.tokens
    runs: list[list[int]] = []
    for index in sorted(set(indices)):
        if runs and all(tokens[between].upos == "PUNCT" for between in range(runs[-1][1] + 1, index)):
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return tuple((tokens[first].start, tokens[last].end) for first, last in runs)
