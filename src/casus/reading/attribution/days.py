"""When something was said: the time expression at its cue, or the day told for the same speaker's earlier words."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from casus.reading.attribution.attribution import Attribution
from casus.reading.model import Time, When
from casus.reading.parse import Sentence

LONGEST = timedelta(days=366)
"""Times that are longer do not date a saying."""

_NEAR = 3


def times_by_sentence(sentences: Sequence[Sentence], times: Sequence[Time]) -> dict[int, list[tuple[Time, tuple[int, ...]]]]:
    """Times with the tokens that they cover, by sentence."""
    found: dict[int, list[tuple[Time, tuple[int, ...]]]] = {}
    starts = [sentence.span[1] for sentence in sentences]
    for time in times:
        position = bisect_left(starts, time.span[0] + 1)
        if position < len(sentences):
            sentence = sentences[position]
            tokens = tuple(t.index for t in sentence.tokens if t.start < time.span[1] and time.span[0] < t.end)
            if tokens:
                found.setdefault(sentence.index, []).append((time, tokens))
    return found


def said_when(sentence: Sentence, attribution: Attribution, times: Sequence[tuple[Time, tuple[int, ...]]]) -> When | None:
    """The time that hangs on an attribution's cue and is not part of what is said; None where none does."""
    if attribution.cue_head is None:
        return None
    content, cue = set(attribution.content), set(attribution.cue)
    for time, tokens in times:
        if time.first is None or time.last is None or time.last - time.first > LONGEST or content & set(tokens):
            continue
        if _hangs_on(sentence, tokens, attribution.cue_head, content) or _beside(tokens, cue):
            return When(time.first, time.last, (time.id,), time.basis)
    return None


def _hangs_on(sentence: Sentence, tokens: Sequence[int], cue: int, content: set[int]) -> bool:
    """Whether the way up the tree from a time leads to the cue before it enters the content or another verb's finite clause."""
    inside = set(tokens)
    top = next((index for index in tokens if sentence.tokens[index].head not in inside), tokens[0])
    current = sentence.tokens[top].head
    for _ in range(5):
        if current == cue:
            return True
        if current < 0 or current in content:
            return False
        token = sentence.tokens[current]
        if token.upos in ("VERB", "AUX") and not token.text.lower().endswith("ing"):
            return False
        current = token.head
    return False


def _beside(tokens: Sequence[int], cue: set[int]) -> bool:
    """Whether a time follows the cue at once ("said here Friday"), whatever the parse says."""
    return any(0 < min(tokens) - index < _NEAR for index in cue)
