"""Agreements: who has signed, negotiates, breaks or leaves which treaty, pact or deal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from casus.reading.events.find import Found
from casus.reading.frames.agreement_parties import parties_by_name, parties_dealing, parties_of
from casus.reading.frames.agreement_phrases import alike, apart, definite, mere_mention, spheres_of, telling
from casus.reading.frames.agreement_standing import agreement_standing, status_of
from casus.reading.frames.lexicon import is_agreement_noun, word_set
from casus.reading.frames.phrases import (
    Governor,
    doers,
    governor,
    lowered,
    phrase_tokens,
    relative_governor,
)
from casus.reading.modality import mood_of
from casus.reading.model import Agreement, AgreementStatus
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import patients, preposition
from casus.world import agreements as facts

_RANK = (
    "unknown",
    "proposed",
    "negotiated",
    "in force",
    "initialled",
    "agreed",
    "signed",
    "ratified",
    "violated",
    "suspended",
    "terminated",
)
_BY_PRONOUN = frozenset({"signed", "ratified", "suspended", "terminated", "violated"})


@dataclass(frozen=True, slots=True)
class Told:
    """An agreement with the phrases that mean it, as (sentence, head), and the verbs that tell what becomes of it, as
    (sentence, verb, status, modality)."""

    agreement: Agreement
    phrases: tuple[tuple[int, int], ...]
    acts: tuple[tuple[int, int, AgreementStatus], ...] = ()


def find_agreements(scene: Scene, events: Sequence[Found]) -> tuple[Told, ...]:
    """Every agreement of a report, one for all its tellings, in order of the first. `events` tell who dealt with whom."""
    told: list[Told] = []
    ahead: list[tuple[int, int]] = []
    names = word_set("agreements", "nouns")
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            lemma = token.lemma.lower()
            if token.upos == "VERB" and lemma == "agree":
                made = _by_agreeing(scene, sentence, token.index, events)
                if made is not None and _same(scene, told, made, sentence, token.index) is None:
                    told.append(Told(replace(made, id=f"a{len(told) + 1}"), (), ((sentence.index, token.index, made.status),)))
            if token.upos == "VERB" and told and (act := _by_pronoun(scene, sentence, token.index, told)) is not None:
                told[act[0]] = _moved_on(scene, told[act[0]], sentence, token.index, act[1])
            if token.deprel == "nmod" and token.head >= 0 and is_agreement_noun(sentence.tokens[token.head].lemma):
                continue
            if (
                token.upos not in ("NOUN", "PROPN")
                or lemma not in names | word_set("agreements", "generic")
                or token.deprel in ("compound", "flat", "amod")
            ):
                continue
            made, verb, mentioned = _agreement(scene, sentence, token.index, events)
            acts = ((sentence.index, verb, mentioned),) if verb is not None and mentioned is not None else ()
            known = _same(scene, told, made, sentence, token.index)
            if known is not None:
                told[known] = _merged(scene, told[known], made, (sentence.index, token.index), acts)
            elif made.parties and lemma in names and not mere_mention(sentence, token.index, made):
                told.append(Told(replace(made, id=f"a{len(told) + 1}"), ((sentence.index, token.index),), acts))
            elif not made.parties and definite(sentence, token.index):
                ahead.append((sentence.index, token.index))
    return _with_earlier(scene, told, ahead)


def _by_pronoun(scene: Scene, sentence: Sentence, verb: int, told: Sequence[Told]) -> tuple[int, AgreementStatus] | None:
    """(the place in `told`, the status) of an agreement just told of, meant by a pronoun ("Chad ratified it last week")."""
    status = status_of(Governor(verb, sentence.tokens[verb].lemma, "patient"))
    if status not in _BY_PRONOUN or not any(sentence.tokens[head].text.lower() == "it" for head in patients(sentence, verb)):
        return None
    if mood_of(sentence, verb).modality != "actual":
        return None
    sides = set(scene.states_of(scene.parties(doers(scene, sentence, verb))))
    for position in range(len(told) - 1, -1, -1):
        one = told[position]
        near = any(0 <= sentence.index - number <= 1 for number, _ in one.phrases)
        if near and sides & set(one.agreement.parties):
            return position, status
    return None


def _moved_on(scene: Scene, told: Told, sentence: Sentence, verb: int, status: AgreementStatus) -> Told:
    """An agreement with what a verb says has become of it."""
    known, token = told.agreement, sentence.tokens[verb]
    better = _RANK.index(status) > _RANK.index(known.status)
    return Told(
        replace(
            known,
            status=status if better else known.status,
            modality="actual" if better else known.modality,
            spans=(*known.spans, (token.start, token.end)),
            when=known.when or scene.when(sentence, verb, climb=False),
        ),
        told.phrases,
        (*told.acts, (sentence.index, verb, status)),
    )


def _with_earlier(scene: Scene, told: list[Told], ahead: Sequence[tuple[int, int]]) -> tuple[Told, ...]:
    """The agreements with the phrases that meant them before a sentence named their parties ("The deal ends the war. Chad and
    Mali signed the deal ..."), where the next two sentences tell of one alone."""
    for place in ahead:
        near = [n for n, one in enumerate(told) if one.phrases and 0 <= min(one.phrases)[0] - place[0] <= 2]
        lemma = scene.document.sentences[place[0]].tokens[place[1]].lemma.lower()
        if len(near) == 1 and lemma in word_set("agreements", "generic") | set(
            (told[near[0]].agreement.title or "").lower().split()
        ):
            told[near[0]] = replace(told[near[0]], phrases=(*told[near[0]].phrases, place))
    return tuple(told)


def _by_agreeing(scene: Scene, sentence: Sentence, verb: int, events: Sequence[Found]) -> Agreement | None:
    """What several sides agree on or to do, where no noun names the agreement."""
    found = next(
        (one.event for one in events if one.sentence == sentence.index and one.token == verb and one.event.type == "AGREE"), None
    )
    if found is None:
        return None
    parties = scene.states_of(tuple(dict.fromkeys((*found.actors, *found.recipients))))
    complement = next(
        (
            c
            for c in sorted(sentence.children[verb], key=lambda child: sentence.tokens[child].deprel == "obl")
            if sentence.tokens[c].deprel in ("obl", "xcomp", "ccomp", "advcl")
            and preposition(sentence, c) in ("on", "to", "upon")
            and not any(time.span[0] <= sentence.tokens[c].start < time.span[1] for time in scene.times)
        ),
        None,
    )
    if complement is None or sentence.tokens[complement].lemma.lower() in word_set("agreements", "nouns"):
        return None
    if sentence.tokens[complement].lemma in word_set("measures", "lifting") | word_set("measures", "imposing"):
        return None  # what a body decides of its own sanctions is no agreement
    if len(parties) < 2 and not any(
        scene.actor(party).kind in ("group", "bloc") or len(scene.actor(party).countries) > 1 for party in parties
    ):
        return None
    span = sentence.span_of(sentence.subtree(complement, frozenset({"acl:relcl", "parataxis", "punct"})))
    pending = found.modality != "actual"
    return Agreement(
        id="a", spans=((sentence.tokens[verb].start, span[1]) if span[1] > sentence.tokens[verb].start else span,), by=found.by,
        modality=found.modality, negated=found.negated, when=found.when,
        parties=parties, status="proposed" if pending else "agreed", title=None, spheres=spheres_of(lowered(sentence,
        sentence.subtree(complement))),
    )  # fmt: skip


def _agreement(
    scene: Scene, sentence: Sentence, head: int, events: Sequence[Found]
) -> tuple[Agreement, int | None, AgreementStatus | None]:
    """(the agreement that a phrase tells of, the verb that tells what becomes of it, the status that the verb speaks of)."""
    inside = phrase_tokens(sentence, head)
    span = sentence.span_of(inside)
    governors = [above for above in (governor(sentence, head), relative_governor(sentence, head)) if above is not None]
    governors.sort(key=lambda one: status_of(one) in (None, "in force"))
    above = governors[0] if governors else None
    status, modality, negated = agreement_standing(sentence, head, above)
    parties = parties_of(scene, sentence, head, governors)
    if (
        above is not None
        and above.lemma == "denounce"
        and not set(scene.states_of(doers(scene, sentence, above.token))) & set(parties)
    ):
        status, modality, negated = "in force", "actual", False  # who is no party ends nothing by denouncing it
    if not parties:
        parties = parties_by_name(scene, scene.document.words(span)) or parties_dealing(scene, sentence, above, events)
    when = None
    if above is not None and status in ("signed", "agreed", "ratified", "proposed", "initialled", "terminated"):
        when = scene.when(sentence, above.token, climb=False) or scene.when(sentence, head, climb=False)
    if (
        status in ("signed", "agreed", "ratified", "initialled")
        and when
        and when.first
        and scene.written
        and when.first > scene.written
    ):
        status, modality = "proposed", "planned"
    made = Agreement(
        id="a", spans=(telling(sentence, head, above),), by=scene.carrier(span), modality=modality, negated=negated, when=when,
        parties=parties, status=status, title=scene.document.words(span), spheres=spheres_of(lowered(sentence, inside)),
    )  # fmt: skip
    mentioned = status_of(above) if above is not None else None
    return made, above.token if above is not None else None, mentioned


def _same(scene: Scene, told: list[Told], made: Agreement, sentence: Sentence, head: int) -> int | None:
    """The place in `told` of the agreement that this phrase means again, None for a new one."""
    known_of = definite(sentence, head)
    above = governor(sentence, head)
    if not known_of and above is not None and above.role == "patient" and above.lemma in word_set("agreements", "succeeding"):
        return None
    lemma = sentence.tokens[head].lemma.lower()
    parties = frozenset(made.parties)
    meant: list[int] = []
    for position in range(len(told) - 1, -1, -1):
        known = told[position].agreement
        theirs = frozenset(known.parties)
        announced = scene.document.sentences[told[position].phrases[0][0]].headline if told[position].phrases else False
        if (
            parties
            and theirs
            and (parties == theirs or (announced and parties < theirs and made.status == known.status))
            and alike(known, made)
        ):
            return position
        last = max((number for number, _ in told[position].phrases), default=-9)
        near_by = not parties and sentence.index - last <= 1 and not apart(sentence, head)
        if (
            known_of
            and (lemma in word_set("agreements", "generic") or near_by)
            and (not parties or parties <= theirs)
            and (made.status != "proposed" or preposition(sentence, head) == "under")
            and not (_named(sentence, head) and _of_arms(scene, told[position]))
        ):
            meant.append(position)
    near = [
        position for position in meant if sentence.index - max((number for number, _ in told[position].phrases), default=-9) <= 1
    ]
    return next(iter(near), None) if near else max(meant, key=lambda one: (len(told[one].phrases), -one), default=None)


def _named(sentence: Sentence, head: int) -> bool:
    """Whether a phrase is a name ("the Andean Pact")."""
    first = max(head - 1, 0)
    return all(token.text[:1].isupper() for token in sentence.tokens[first : head + 1]) and first < head


def _of_arms(scene: Scene, told: Told) -> bool:
    """Whether an agreement is told of as a ceasefire: a named pact is another."""
    heads = (scene.document.sentences[number].tokens[head].lemma.lower() for number, head in told.phrases)
    return any(lemma in ("ceasefire", "cease-fire", "truce", "armistice") for lemma in heads)


def _merged(
    scene: Scene, told: Told, made: Agreement, phrase: tuple[int, int], acts: tuple[tuple[int, int, AgreementStatus], ...]
) -> Told:
    known = told.agreement
    announced = bool(told.phrases) and scene.document.sentences[told.phrases[0][0]].headline
    better = _RANK.index(made.status) > _RANK.index(known.status) and made.modality == "actual"
    agreement = replace(
        known,
        spans=tuple(dict.fromkeys((*known.spans, *made.spans))),
        status=made.status if better else known.status,
        modality=made.modality if better else known.modality,
        when=(made.when or known.when) if better else (known.when or made.when),
        parties=tuple(dict.fromkeys((*known.parties, *made.parties))) if len(known.parties) < 2 else known.parties,
        spheres=tuple(dict.fromkeys((*known.spheres, *made.spheres))),
        title=known.title or made.title,
        by=made.by if announced else known.by,
    )
    return Told(agreement, (*told.phrases, phrase), (*told.acts, *acts))


def known_agreement(scene: Scene, claim: Agreement, on: date | None) -> str | None:
    """The id of the agreement of the reference facts that a claim tells of, None where none fits or several do."""
    countries = tuple(dict.fromkeys(c for p in claim.parties if (c := scene.actor(p).country)))
    if len(countries) < 2:
        return None
    day = claim.when.first if claim.when else on if claim.status == "signed" else None
    if day is not None and claim.status in ("signed", "ratified", "in force"):
        near = facts.find(parties=countries, signed_near=day)
        if near:
            return near[0].id
    found = facts.find(parties=countries, on=on) if claim.status != "proposed" else ()
    return found[0].id if len(found) == 1 else None
