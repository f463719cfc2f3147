"""Who the words of a source mean: actors of the report's cast, also behind papers ("the letter says") and agencies."""

from collections.abc import Sequence
from dataclasses import dataclass

from casus.reading.attribution.attribution import Attribution, noun_phrase
from casus.reading.attribution.cues import Lexicon
from casus.reading.attribution.voice import is_passive
from casus.reading.document import Cast, Document
from casus.reading.model import Actor
from casus.reading.parse import Sentence
from casus.reading.syntax import RELATIVE_PRONOUNS, conjuncts, oblique, own_subject

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours", "you", "your"})
_NOBODY = frozenset({"it", "there", "one", "what", "which", "that", "this", "these", "those"})
_OWNERS = frozenset({"by", "from", "of"})
_OF_BODIES = frozenset({"communique", "communiqué", "resolution", "declaration", "text"})
_MEETING = frozenset({"meet", "convene", "gather", "confer"})
_FARTHEST_PAPER = 8
"""How many sentences back a paper's issuers are looked for."""
_MEDIA_SECTORS = frozenset({"JRN", "MED"})


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who speaks: actor ids of the speaker and of those who join, and the carrier's words where a paper or agency carries it."""

    speaker: str
    joined: tuple[str, ...] = ()
    carrier: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """Who spoke before in a report: the last speaker, and the last that is no person."""

    last: Speakers | None = None
    body: Speakers | None = None

    def then(self, speakers: Speakers, cast: Cast) -> "Before":
        """The same after somebody has spoken."""
        return Before(speakers, self.body if cast.by_id[speakers.speaker].kind == "person" else speakers)


def is_first_person(sentence: Sentence, head: int) -> bool:
    """Whether a source is "I", "we", "my" or "you"."""
    return sentence.tokens[head].text.lower() in _FIRST_PERSON


def speakers_of(document: Document, cast: Cast, lexicon: Lexicon, attribution: Attribution, before: Before) -> Speakers | None:
    """The actors that a source means, None where nobody is known; `before` is who spoke, for papers without an owner."""
    if attribution.source_head is None:
        return None
    sentence = document.sentences[attribution.source_sentence]
    head = attribution.source_head
    if sentence.tokens[head].text.lower() in ("who", "which"):
        head = antecedent(sentence, head)
    if (
        sentence.tokens[head].text.lower() == "it"
        and attribution.cue_head is not None
        and is_passive(sentence, attribution.cue_head)
    ):
        return None
    if sentence.tokens[head].lemma.lower() in lexicon.documents:
        return _of_paper(document, sentence, cast, lexicon, head, before)
    found: dict[str, None] = {}
    for conjunct in conjuncts(sentence, head):
        found.update(dict.fromkeys(meant(sentence, cast, conjunct)))
    if not found and sentence.tokens[head].text.lower() not in _NOBODY:
        found.update(dict.fromkeys(_within(sentence, cast, attribution.source, head)))
        if not found and attribution.rule == "transcript":
            found.update(dict.fromkeys(actor for index in attribution.source for actor in cast.meant(sentence.index, index)))
    ids = tuple(actor for actor in found if _can_speak(cast.by_id.get(actor)))
    if ids and (cited := _cited(sentence, cast, lexicon, attribution, ids[0])):
        return cited
    if not ids and attribution.source_sentence == attribution.sentence:
        ids = _of_clause_above(sentence, cast, attribution)
    if not ids and sentence.tokens[head].text.lower() == "it" and before.last and before.last.carrier:
        return Speakers(before.last.speaker)
    return Speakers(ids[0], ids[1:]) if ids else None


def _cited(sentence: Sentence, cast: Cast, lexicon: Lexicon, attribution: Attribution, speaker: str) -> Speakers | None:
    """Whom a medium cites: "the agency, citing the army, reported ..." tells on the army's word."""
    if attribution.cue_head is None or attribution.source_sentence != attribution.sentence:
        return None
    named = any(sentence.tokens[index].lemma.lower() in lexicon.media for index in attribution.source)
    if not named and cast.by_id[speaker].sector not in _MEDIA_SECTORS:
        return None
    heads = {attribution.cue_head, attribution.source_head}
    for token in sentence.tokens:
        if token.text.lower() == "citing" and token.head in heads:
            for cited in sentence.dependents(token.index, "obj", "obl"):
                actors = tuple(actor for actor in meant(sentence, cast, cited) if _can_speak(cast.by_id.get(actor)))
                if actors:
                    return Speakers(actors[0], actors[1:], attribution.source)
    return None


def _of_clause_above(sentence: Sentence, cast: Cast, attribution: Attribution) -> tuple[str, ...]:
    """Who speaks in a participle or a coordinated cue whose own subject is a thing ("opposes the pipe ..., saying ...").

    Whom a relative pronoun before it stands for ("the bank, which holds the funds saying ..."), else who acts in the nearest
    clause above.
    """
    cue = attribution.cue_head
    if cue is None:
        return ()
    token = sentence.tokens[cue]
    participle = token.text.lower().endswith("ing")
    if token.deprel == "acl:relcl":
        pronouns = [
            child for child in sentence.dependents(cue, "nsubj") if sentence.tokens[child].text.lower() in RELATIVE_PRONOUNS
        ]
        found = meant(sentence, cast, antecedent(sentence, pronouns[0])) if pronouns else ()
        return tuple(actor for actor in found if _can_speak(cast.by_id.get(actor)))
    if token.deprel != "conj" and not (token.deprel in ("advcl", "acl") and participle):
        return ()
    candidates: list[int] = []
    if participle:
        relatives = [
            t.index for t in sentence.tokens[:cue] if t.text.lower() in RELATIVE_PRONOUNS and t.deprel.startswith("nsubj")
        ]
        candidates.extend(antecedent(sentence, relative) for relative in relatives[-1:])
    current = token.head
    while current >= 0:
        subject = own_subject(sentence, current)
        if subject is not None:
            candidates.append(subject)
        current = sentence.tokens[current].head
    for candidate in candidates:
        actors = tuple(actor for actor in meant(sentence, cast, candidate) if _can_speak(cast.by_id.get(actor)))
        if actors and candidate not in attribution.content:
            return actors
    return ()


def antecedent(sentence: Sentence, pronoun: int) -> int:
    """The noun right before a relative pronoun, by its place and not by the parse."""
    index = pronoun - 1
    while index > 0 and sentence.tokens[index].upos in ("PUNCT", "ADP"):
        index -= 1
    while sentence.tokens[index].deprel in ("flat", "compound", "nmod:desc") and 0 <= sentence.tokens[index].head < pronoun:
        index = sentence.tokens[index].head
    return max(index, 0)


def meant(sentence: Sentence, cast: Cast, head: int) -> tuple[str, ...]:
    """The actors of a noun phrase, also where the phrase's head in the cast is its apposition or its name."""
    actors = cast.meant(sentence.index, head)
    if actors:
        return actors
    for child in sentence.dependents(head, "appos", "flat"):
        if actors := cast.meant(sentence.index, child):
            return actors
    return ()


def _within(sentence: Sentence, cast: Cast, source: Sequence[int], head: int) -> tuple[str, ...]:
    """The actors of the mention that holds the source's head, where the parse took a wrong head."""
    holding = [
        phrase
        for index in source
        if (phrase := cast.phrase(sentence.index, index)) is not None and phrase.actors and phrase.first <= head <= phrase.last
    ]
    if holding:
        return min(holding, key=lambda phrase: phrase.last - phrase.first).actors
    return ()


def _of_paper(document: Document, sentence: Sentence, cast: Cast, lexicon: Lexicon, head: int, before: Before) -> Speakers | None:
    words = noun_phrase(sentence, head)
    for child in [*sentence.dependents(head, "nmod"), *oblique(sentence, head, _OWNERS)]:
        relation = sentence.tokens[child].deprel
        if relation == "nmod:poss" or child in oblique(sentence, head, _OWNERS):
            actors = [actor for actor in meant(sentence, cast, child) if _can_speak(cast.by_id.get(actor))]
            if actors:
                return Speakers(actors[0], tuple(actors[1:]), words)
    for relation in ("compound", "amod"):
        for child in sentence.dependents(head, relation):
            actors = [actor for actor in cast.meant(sentence.index, child) if _can_speak(cast.by_id.get(actor))]
            if actors:
                return Speakers(actors[0], tuple(actors[1:]), words)
    own = [actor for actor in cast.meant(sentence.index, head) if _can_speak(cast.by_id.get(actor))]
    if own:
        return Speakers(own[0], tuple(own[1:]))
    named = [child for child in sentence.dependents(head, "compound", "amod") if sentence.tokens[child].text[:1].isupper()]
    if sentence.tokens[head].lemma.lower() not in lexicon.issued or named or sentence.dependents(head, "compound"):
        return None
    if issuers := _issuers(document, cast, sentence, head):
        return Speakers(issuers[0], issuers[1:], words)
    issuer = before.body if sentence.tokens[head].lemma.lower() in _OF_BODIES and before.body else before.last
    return Speakers(issuer.speaker, (), words) if issuer else None


def _issuers(document: Document, cast: Cast, sentence: Sentence, head: int) -> tuple[str, ...]:
    """Who issued a paper that is told of again: whoever signed or adopted it, or else the body that met just before."""
    lemma = sentence.tokens[head].lemma.lower()
    if lemma not in _OF_BODIES or any(sentence.tokens[child].lemma in ("a", "another") for child in sentence.children[head]):
        return ()
    met: tuple[str, ...] = ()
    for earlier in reversed(document.sentences[max(0, sentence.index - _FARTHEST_PAPER) : sentence.index]):
        for token in earlier.tokens:
            if token.upos != "VERB" or (doer := own_subject(earlier, token.index)) is None or is_passive(earlier, token.index):
                continue
            doers = [actor for one in conjuncts(earlier, doer) for actor in meant(earlier, cast, one)]
            issuers = tuple(dict.fromkeys(actor for actor in doers if _can_speak(cast.by_id.get(actor))))
            if any(earlier.tokens[child].lemma.lower() == lemma for child in earlier.dependents(token.index, "obj")):
                return issuers
            if token.lemma in _MEETING and not met and all(cast.by_id[actor].kind != "person" for actor in issuers):
                met = issuers
    return met


def _can_speak(actor: Actor | None) -> bool:
    """Whether an actor is somebody: places are not."""
    return actor is not None and actor.kind != "place"


def side_of(cast: Cast, speakers: Speakers) -> tuple[str, ...]:
    """The speaker, those who join, and the state that the speaker belongs to: whom "we" may mean."""
    ids = [speakers.speaker, *speakers.joined]
    countries = {cast.by_id[actor].country for actor in ids} - {None}
    states = [actor.id for actor in cast.actors if actor.kind == "state" and actor.country in countries]
    return tuple(dict.fromkeys([*ids, *states]))


def addressees_of(document: Document, cast: Cast, attribution: Attribution, speakers: Speakers) -> tuple[str, ...]:
    """The actors spoken to, without the speakers."""
    sentence = document.sentences[attribution.sentence]
    found: dict[str, None] = {}
    for head in attribution.addressees:
        for conjunct in conjuncts(sentence, head):
            found.update(dict.fromkeys(meant(sentence, cast, conjunct)))
    return tuple(actor for actor in found if actor not in (speakers.speaker, *speakers.joined) and actor in cast.by_id)
