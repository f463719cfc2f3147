"""Where a cue verb holds the words said: the frames of the lexicon, tried in a fixed order over one parsed sentence."""

from collections.abc import Callable

from casus.reading.attribution.clauses import clause, gerund, infinitive, quote, told_to
from casus.reading.attribution.cues import Cue, Lexicon
from casus.reading.attribution.held import Held
from casus.reading.attribution.objects import noun_phrase_object, predicate, prepositional, speech_noun, told_as
from casus.reading.parse import Sentence


def held(sentence: Sentence, verb: int, cue: Cue, lexicon: Lexicon) -> tuple[str, Held] | None:
    """The first frame of a cue that fits at a verb, with what it holds; None where none does."""
    extra: tuple[int, ...] = ()
    if cue.particle:
        particle = _particle(sentence, verb, cue.particle)
        if particle is None:
            return None
        extra = (particle,)
    if cue.prepositions and not cue.takes & {"object", "clause"}:
        found = prepositional(sentence, verb, cue, lexicon)
        if found or not cue.takes - {"person"}:
            return ("preposition", _with_cue(found, extra)) if found else None
    for name, frame in _FRAMES:
        if name in cue.takes and (found := frame(sentence, verb, cue, lexicon)):
            return name, _with_cue(found, extra)
    if "speech" in cue.takes and (found := speech_noun(sentence, verb, lexicon)):
        return "speech", _with_cue(found, extra)
    if "object" in cue.takes and (found := noun_phrase_object(sentence, verb, cue)):
        return "object", _with_cue(found, extra)
    if cue.prepositions and (found := prepositional(sentence, verb, cue, lexicon)):
        return "preposition", _with_cue(found, extra)
    return None


def _with_cue(found: Held, extra: tuple[int, ...]) -> Held:
    if not extra and not found.content & set(extra):
        return found
    return Held(found.content - set(extra), found.addressees, (*extra, *found.cue), found.noun)


def _particle(sentence: Sentence, verb: int, particle: str) -> int | None:
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if (
            token.text.lower() == particle
            and token.deprel in ("compound:prt", "advmod", "case", "obl", "compound")
            and child > verb
        ):
            return child
    following = verb + 1
    if following < len(sentence.tokens) and sentence.tokens[following].text.lower() == particle:
        return following
    return None


_FRAMES: tuple[tuple[str, Callable[[Sentence, int, Cue, Lexicon], Held | None]], ...] = (
    ("clause", clause),
    ("quote", quote),
    ("to", infinitive),
    ("person-to", told_to),
    ("as", told_as),
    ("predicate", predicate),
    ("gerund", gerund),
)
