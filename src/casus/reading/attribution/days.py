"""When something was said: the time expression at its cue, or the day told for the same speaker's earlier words."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import timedelta

from casus.reading.attribution.attribution import Attribution
from casus.reading.model import Time, When
from casus.reading.parse import Sentence

LONGEST = timedelta(days=366)
"""Times that are longer do not date a saying."""

_NEAR = 3
_EARLIER = frozenset(
    {"had", "previously", "earlier", "often", "frequently", "repeatedly", "routinely", "long", "once", "always", "already"}
)
_OPENING_SENTENCES = 4


class Days:
    """When each thing of a report is said; asked in order of the text, as what is told once holds on."""

    def __init__(self, sentences: Sequence[Sentence], times: Sequence[Time], told: Sequence[Attribution]) -> None:
        """Takes the report's sentences, its resolved times, and the attributions that will be asked for."""
        self._times = times_by_sentence(sentences, times)
        self._news = news_day(sentences, told, self._times)
        self._of_speaker: dict[str, When] = {}

    def said(self, sentence: Sentence, attribution: Attribution, speaker: str) -> When | None:
        """The time at the cue; else the day told for this speaker's words before, else the day of the news.

        A cue that tells of an earlier time, or of what is said often, gets no day that it does not name.
        """
        when = said_when(sentence, attribution, self._times.get(sentence.index, ()))
        if when is not None:
            if when.first == when.last:
                self._of_speaker[speaker] = when
            return when
        if _is_earlier(sentence, attribution):
            return None
        if (near := self._near(sentence, attribution)) is not None:
            return near if near.first else None
        if told := self._of_speaker.get(speaker):
            return When(told.first, told.last, told.times, "the day of the speaker's words before")
        return self._news

    def _near(self, sentence: Sentence, attribution: Attribution) -> When | None:
        """The only day told in the sentence outside what is said, or in the one before where "he" goes on; open for several.

        A sentence that tells of other times than days is not of the day of the news: an open interval says so.
        """
        content = set(attribution.content)
        own = [time for time, tokens in self._times.get(sentence.index, ()) if not content & set(tokens)]
        head = attribution.source_head if attribution.source_sentence == sentence.index else None
        if not own and head is not None and sentence.tokens[head].upos == "PRON":
            own = [time for time, _ in self._times.get(sentence.index - 1, ()) if time.first == time.last]
        if not own:
            return None
        time = own[0]
        if len(own) > 1 or time.first is None or time.first != time.last:
            return When(None, None)
        return When(time.first, time.last, (time.id,), "the day of what is told beside it")


def _is_earlier(sentence: Sentence, attribution: Attribution) -> bool:
    """Whether a cue stands in the past perfect, or tells of what is said often, was said before, or is to be said."""
    if attribution.modality != "actual":
        return True
    if attribution.cue_head is None:
        return False
    below = [sentence.tokens[child].text.lower() for child in sentence.children[attribution.cue_head]]
    return any(word in _EARLIER for word in below)


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
        hangs = _hangs_on(sentence, tokens, attribution.cue_head, content) or _beside(tokens, cue | set(attribution.source))
        if hangs or _across(sentence, tokens, attribution.cue_head, content):
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


def _across(sentence: Sentence, tokens: Sequence[int], cue: int, content: set[int]) -> bool:
    """Whether a time stands on the side of the cue where nothing is said, with no other verb between them."""
    if not content or min(content) < cue < max(content):
        return False
    first, last = min(tokens), max(tokens)
    if (max(content) < cue) != (first > cue):
        return False
    between = range(cue + 1, first) if first > cue else range(last + 1, cue)
    return not any(
        sentence.tokens[index].upos in ("VERB", "AUX") and sentence.tokens[index].head != cue and index not in content
        for index in between
    )


def news_day(
    sentences: Sequence[Sentence],
    told: Sequence[Attribution],
    times: Mapping[int, Sequence[tuple[Time, tuple[int, ...]]]],
) -> When | None:
    """The day that the news is of: the first single day in a report's opening that is not to come, best one that nobody says."""
    in_words: When | None = None
    said = {position for each in told for position in each.positions() if position[0] < _OPENING_SENTENCES}
    for sentence in sentences[:_OPENING_SENTENCES]:
        for time, tokens in times.get(sentence.index, ()):
            if time.first is None or time.first != time.last or _is_to_come(sentence, tokens):
                continue
            when = When(time.first, time.last, (time.id,), "the day of the news")
            if not any((sentence.index, token) in said for token in tokens):
                return when
            in_words = in_words or when
    return in_words


def _is_to_come(sentence: Sentence, tokens: Sequence[int]) -> bool:
    """Whether a time belongs to a verb in the future or in the infinitive, or to no verb."""
    current = tokens[0]
    while current >= 0 and (sentence.tokens[current].upos != "VERB" or current in tokens):
        current = sentence.tokens[current].head
    if current < 0:
        return True
    helpers = {sentence.tokens[child].text.lower() for child in sentence.dependents(current, "aux", "mark")}
    return bool(helpers & {"will", "would", "to", "shall", "may", "could", "can", "might", "if", "had"})


def _beside(tokens: Sequence[int], cue: set[int]) -> bool:
    """Whether a time follows the cue at once ("said here Friday"), whatever the parse says."""
    return any(0 < min(tokens) - index < _NEAR for index in cue)
