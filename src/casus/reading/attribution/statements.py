"""Statements: attributions whose speaker is an actor, numbered, dated, nested, with a probability."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from casus.reading.attribution.attribution import Attribution, Position, spans_of, trim
from casus.reading.attribution.confidence import probability
from casus.reading.attribution.cues import Lexicon, lexicon
from casus.reading.attribution.days import Days
from casus.reading.attribution.find import find_attributions
from casus.reading.attribution.relay import relayed
from casus.reading.attribution.speakers import Before, Speakers, addressees_of, is_first_person, side_of, speakers_of
from casus.reading.document import Cast, Document
from casus.reading.model import Quoting, Statement, Time, When
from casus.reading.parse import Sentence
from casus.reading.syntax import own_subject
from casus.sources.report import Span

LEAST_CONFIDENCE = 0.35
"""Attributions less probable than this are no statements."""

_WOULD = frozenset({"would", "will", "shall", "'ll", "’ll", "could"})
_NESTED_CERTAINTY = 0.6


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement with its place in the parse, for the passes that follow.

    `sentence` and `cue` are the indices of the sentence and of the cue's main token (None: no cue). `content` lists the
    content's tokens as (sentence, token), in order. `side` are the actors whom "we" in the content may mean: the speaker, those
    who join, and the state that the speaker belongs to.
    """

    statement: Statement
    sentence: int
    cue: int | None
    content: tuple[Position, ...]
    side: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Spoken:
    attribution: Attribution
    speakers: Speakers
    outer: int | None


def find_statements(document: Document, cast: Cast, times: tuple[Time, ...]) -> tuple[Utterance, ...]:
    """Everything that somebody in a report says, writes, thinks or holds.

    Takes the parsed document, who is meant by which words, and the resolved time expressions. Gives utterances with ids s1,
    s2, ... in order of the text; `by` names the statement within whose content a speech is told. What nobody in the cast says
    is left out.
    """
    words = lexicon()
    spoken = _spoken(document, cast, words, relayed(document.sentences, find_attributions(document), words))
    days = Days(document.sentences, times, [item.attribution for item in spoken])
    utterances = []
    for number, item in enumerate(spoken):
        when = days.said(document.sentences[item.attribution.sentence], item.attribution, item.speakers.speaker)
        by = f"s{item.outer + 1}" if item.outer is not None else None
        utterances.append(_utterance(document, cast, item, f"s{number + 1}", by, when))
    return tuple(utterances)


def carrier(utterances: Sequence[Utterance], span: Span) -> str | None:
    """The id of the innermost statement whose content holds a span of the text; None for the report's own voice.

    A span that a content interrupted by its cue holds only in part belongs to the statement that holds its start.
    """
    best: tuple[bool, int, str] | None = None
    for utterance in utterances:
        content = utterance.statement.content
        if not content[0][0] <= span[0] < content[-1][1]:
            continue
        for start, end in content:
            if start <= span[0] < end:
                rank = (end < span[1], sum(last - first for first, last in content), utterance.statement.id)
                if best is None or rank[:2] <= best[:2]:
                    best = rank
                break
    return best[2] if best else None


def _spoken(document: Document, cast: Cast, words: Lexicon, found: Sequence[Attribution]) -> list[_Spoken]:
    """Attributions with a known speaker, without those that a careful annotator would not list, and what they are told in."""
    learned = any(sentence.attributions for sentence in document.sentences)
    kept: list[_Spoken] = []
    before = Before()
    for attribution in found:
        if attribution.wide or probability(attribution, learned) < LEAST_CONFIDENCE:
            continue
        speakers = speakers_of(document, cast, words, attribution, before)
        if speakers is None:
            continue
        kept.append(_Spoken(attribution, speakers, None))
        before = before.then(speakers, cast)
    outers = _outers(kept)
    chosen = [
        position
        for position, item in enumerate(kept)
        if outers[position] is None or _is_told_speech(document, cast, item, kept[outers[position] or 0])
    ]
    number = {position: new for new, position in enumerate(chosen)}
    result = []
    for position in chosen:
        outer = outers[position]
        while outer is not None and outer not in number:
            outer = outers[outer]
        result.append(_Spoken(kept[position].attribution, kept[position].speakers, None if outer is None else number[outer]))
    return result


def _outers(kept: Sequence[_Spoken]) -> list[int | None]:
    """For each attribution the innermost other one whose content holds its cue, or else all its content."""
    contents = [frozenset(item.attribution.positions()) for item in kept]
    outers: list[int | None] = []
    for position, item in enumerate(kept):
        cue = {(item.attribution.sentence, index) for index in item.attribution.cue}
        inside = cue or contents[position]
        best: int | None = None
        for other, content in enumerate(contents):
            if (
                other != position
                and len(content) > len(inside)
                and inside <= content
                and (best is None or len(content) < len(contents[best]))
            ):
                best = other
        outers.append(best)
    for position, outer in enumerate(outers):
        if outer is not None and outers[outer] == position:
            outers[max(position, outer)] = None
    return outers


def _is_told_speech(document: Document, cast: Cast, item: _Spoken, outer: _Spoken) -> bool:
    """Whether speech within speech is a statement of its own: somebody else's words, told by a clear cue."""
    attribution = item.attribution
    if attribution.source_head is None or attribution.certainty < _NESTED_CERTAINTY or attribution.act == "believe":
        return False
    if is_first_person(document.sentences[attribution.source_sentence], attribution.source_head):
        return False
    return item.speakers.speaker not in side_of(cast, outer.speakers) or attribution.act != "say"


def _utterance(document: Document, cast: Cast, item: _Spoken, identity: str, by: str | None, when: When | None) -> Utterance:
    attribution, speakers = item.attribution, item.speakers
    sentence = document.sentences[attribution.sentence]
    positions = attribution.positions()
    content = _content_spans(document, attribution)
    source_sentence = document.sentences[attribution.source_sentence]
    source = spans_of(source_sentence, attribution.source)
    cue = spans_of(sentence, attribution.cue)
    here = source if attribution.source_sentence == attribution.sentence else ()
    statement = Statement(
        id=identity,
        spans=_joined([*here, *cue, *content]),
        by=by,
        modality=attribution.modality,
        when=when,
        confidence=round(probability(attribution, bool(sentence.attributions)), 3),
        speaker=speakers.speaker,
        act="threaten" if attribution.act == "warn" and _is_threat(sentence, cast, attribution, speakers) else attribution.act,
        quoting="direct" if attribution.rule in ("unmarked speech", "transcript") else quoting(document, content),
        content=content,
        source=source,
        cue=cue,
        co_speakers=speakers.joined,
        addressees=addressees_of(document, cast, attribution, speakers),
        via=_via(document, attribution, speakers),
    )
    return Utterance(statement, attribution.sentence, attribution.cue_head, positions, side_of(cast, speakers))


def _is_threat(sentence: Sentence, cast: Cast, attribution: Attribution, speakers: Speakers) -> bool:
    """Whether a warning tells of what the speakers themselves would do ("warned that it would strike")."""
    if attribution.cue_head is None:
        return False
    side = set(side_of(cast, speakers))
    for clause in sentence.dependents(attribution.cue_head, "ccomp"):
        subject = own_subject(sentence, clause)
        helpers = {sentence.tokens[child].text.lower() for child in sentence.dependents(clause, "aux")}
        if subject is not None and helpers & _WOULD and side & set(cast.meant(sentence.index, subject)):
            return True
    return False


def _via(document: Document, attribution: Attribution, speakers: Speakers) -> str | None:
    for index, words in ((attribution.sentence, attribution.via), (attribution.source_sentence, speakers.carrier)):
        if words:
            return document.words(document.sentences[index].span_of(words))
    return None


def _content_spans(document: Document, attribution: Attribution) -> tuple[Span, ...]:
    """The characters of the content, sentence by sentence; neighbouring sentences stay apart."""
    by_sentence: dict[int, list[int]] = {}
    for index, word in attribution.positions():
        by_sentence.setdefault(index, []).append(word)
    barred = {attribution.sentence: attribution.cue, attribution.source_sentence: attribution.source}
    return tuple(
        span
        for index, words in sorted(by_sentence.items())
        for span in _unbroken(document.sentences[index], words, barred.get(index, ()))
    )


def _unbroken(sentence: Sentence, words: Sequence[int], barred: Sequence[int]) -> tuple[Span, ...]:
    """Spans of words, cut where a barred token stands between two of them."""
    groups: list[list[int]] = [[]]
    for word in words:
        if groups[-1] and any(groups[-1][-1] < token < word for token in barred):
            groups.append([])
        groups[-1].append(word)
    return tuple(span for group in groups for span in spans_of(sentence, trim(sentence, group)))


def quoting(document: Document, content: Sequence[Span]) -> Quoting:
    """Whether words are given as quoted (all of them), in part, or in the reporter's words only."""
    text = document.report.text
    ends = [quote.span[1] for quote in document.quotes]
    letters = quoted = 0
    for start, end in content:
        letters += _letters(text[start:end])
        position = bisect_left(ends, start)
        while position < len(document.quotes) and document.quotes[position].span[0] < end:
            first, last = document.quotes[position].span
            quoted += _letters(text[max(start, first) : min(end, last)])
            position += 1
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.95 * letters else "mixed"


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
