"""Agreements: who has signed, negotiates, breaks or leaves which treaty, pact or deal."""

from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from casus.reading.frames.lexicon import inverted, word_set, words
from casus.reading.frames.phrases import Governor, doers, governor, lowered, modifiers, owners, phrase_span, phrase_tokens, relative_governor
from casus.reading.modality import mood_of
from casus.reading.model import Agreement, AgreementStatus, Modality
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import agents, oblique

_RANK = ("unknown", "proposed", "negotiated", "in force", "initialled", "agreed", "signed", "ratified", "violated", "suspended", "terminated")
_GOVERNING_NOUNS = {"signing": "signed", "signature": "signed", "conclusion": "agreed", "completion": "agreed", "violation": "violated", "breach": "violated", "end": "terminated",
                    "implementation": "in force", "extension": "in force", "renewal": "in force"}  # fmt: skip
_PENDING = frozenset({"planned", "promised", "demanded", "possible", "conditional", "supposed", "threatened"})


@dataclass(frozen=True, slots=True)
class Told:
    """An agreement with the phrases that mean it, as (sentence, head) pairs, for the provisions pass."""

    agreement: Agreement
    phrases: tuple[tuple[int, int], ...]


def find_agreements(scene: Scene) -> tuple[Told, ...]:
    """Every agreement of a report, one for all its tellings, in order of the first."""
    told: list[Told] = []
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            lemma = token.lemma.lower()
            if token.upos not in ("NOUN", "PROPN") or lemma not in word_set("agreements", "nouns") | word_set("agreements", "generic"):
                continue
            if token.deprel in ("compound", "flat") or (token.deprel == "amod"):
                continue
            made = _agreement(scene, sentence, token.index, f"a{len(told) + 1}")
            known = _same(told, made, sentence, token.index)
            if known is not None:
                told[known] = _merged(told[known], made, sentence.index, token.index)
            elif made.parties and lemma in word_set("agreements", "nouns") and not _mere_mention(sentence, token.index, made):
                told.append(Told(made, ((sentence.index, token.index),)))
    return tuple(told)


def _agreement(scene: Scene, sentence: Sentence, head: int, claim_id: str) -> Agreement:
    inside = phrase_tokens(sentence, head)
    span = sentence.span_of(inside)
    above = relative_governor(sentence, head) or governor(sentence, head)
    if above is not None and _status_of(sentence, above) is None:
        other = governor(sentence, head)
        above = other if other is not None and _status_of(sentence, other) else above
    status, modality, negated = _status(sentence, head, above)
    parties = _parties(scene, sentence, head, above)
    text = scene.document.words(span)
    when = None
    if above is not None and status in ("signed", "agreed", "ratified", "proposed", "initialled", "terminated"):
        when = scene.when(sentence, above.token, climb=False) or scene.when(sentence, head, climb=False)
    return Agreement(
        id=claim_id, spans=(_telling(sentence, head, above),), by=scene.carrier(span), modality=modality, negated=negated, when=when,
        parties=parties, status=status, title=text, spheres=_spheres(lowered(sentence, inside)),
    )  # fmt: skip


def _telling(sentence: Sentence, head: int, above: Governor | None) -> tuple[int, int]:
    span = phrase_span(sentence, head)
    if above is None or above.role not in ("patient", "of", "subject"):
        return span
    token = sentence.tokens[above.token]
    return min(span[0], token.start), max(span[1], token.end)


def _status_of(sentence: Sentence, above: Governor) -> AgreementStatus | None:
    if above.role == "of":
        return cast(AgreementStatus | None, _GOVERNING_NOUNS.get(above.lemma))
    status = inverted("agreements", "status").get(above.lemma)
    if above.role == "patient":
        return cast(AgreementStatus | None, status)
    if above.lemma in ("withdraw", "pull", "exit") and above.role in ("from", "out of", "of"):
        return "terminated"
    if above.role in ("on", "to", "with", "at", "for") and status in ("agreed", "in force", "negotiated", "proposed"):
        return cast(AgreementStatus | None, status)
    if above.role == "subject" and above.lemma in ("expire", "collapse", "lapse", "end"):
        return "terminated"
    if above.role == "subject" and above.lemma in ("provide", "cover", "oblige", "commit", "bind", "remain", "take", "enter", "come", "stipulate", "require", "include"):
        return "in force"
    return None


def _status(sentence: Sentence, head: int, above: Governor | None) -> tuple[AgreementStatus, Modality, bool]:
    status = _status_of(sentence, above) if above is not None else None
    if above is None or status is None:
        own = mood_of(sentence, head)
        if own.modality in _PENDING:
            return "proposed", own.modality, own.negated
        return "in force", "actual", False
    mood = mood_of(sentence, above.token)
    if mood.modality == "denied":
        return ("in force" if status in ("terminated", "violated", "suspended") else "proposed"), "denied", False
    if mood.modality in _PENDING:
        if status in ("terminated", "suspended", "violated"):
            return "in force", "actual", False
        return "proposed", mood.modality, mood.negated
    return status, "planned" if status == "proposed" else "actual", False


def _parties(scene: Scene, sentence: Sentence, head: int, above: Governor | None) -> tuple[str, ...]:
    between = owners(scene, sentence, head, "between", "among")
    if len(between) > 1:
        return scene.states_of(between)
    others = owners(scene, sentence, head, "with")
    own = modifiers(scene, sentence, head)
    verb_side: tuple[str, ...] = ()
    if above is not None and above.role != "subject":
        verb_side = doers(scene, sentence, above.token)
        if not others:
            for child in oblique(sentence, above.token, frozenset({"with"})):
                others = scene.involved(sentence, child)
    status = _status_of(sentence, above) if above is not None else None
    if others and not own and verb_side:
        return scene.states_of((*verb_side, *others))
    if status in ("signed", "initialled", "agreed", "ratified") and verb_side:
        return scene.states_of((*verb_side, *others, *own))
    if not own and not others and above is not None and agents(sentence, above.token) and status in ("terminated", "violated", "negotiated", "suspended"):
        return scene.states_of(verb_side)
    return scene.states_of((*own, *between, *others))


def _spheres(lower: list[str]) -> tuple[str, ...]:
    table = words("agreements")["spheres"]
    return tuple(str(name) for name, listed in table.items() if not frozenset(listed).isdisjoint(lower))


def _mere_mention(sentence: Sentence, head: int, made: Agreement) -> bool:
    """A weak word ("deal", "settlement") without two parties or a status verb tells of no agreement."""
    lemma = sentence.tokens[head].lemma.lower()
    if lemma not in word_set("agreements", "weak"):
        return False
    return len(made.parties) < 2 and made.status in ("in force", "negotiated", "proposed")


def _same(told: list[Told], made: Agreement, sentence: Sentence, head: int) -> int | None:
    """The place in `told` of the agreement that this phrase means again, None for a new one."""
    definite = any(sentence.tokens[c].deprel == "det" and sentence.tokens[c].lemma in ("the", "this", "that") for c in sentence.children[head])
    lemma = sentence.tokens[head].lemma.lower()
    parties = frozenset(made.parties)
    for position in range(len(told) - 1, -1, -1):
        known = told[position].agreement
        theirs = frozenset(known.parties)
        if parties and theirs and parties == theirs and _alike(known, made):
            return position
        if definite and lemma in word_set("agreements", "generic") and (not parties or parties <= theirs) and made.status != "proposed":
            return position
    return None


def _alike(known: Agreement, made: Agreement) -> bool:
    years = [when.first.year if (when := claim.when) and when.first else None for claim in (known, made)]
    if None not in years and years[0] != years[1]:
        return False
    left, right = (frozenset((claim.title or "").lower().split()) for claim in (known, made))
    nouns = word_set("agreements", "nouns")
    return bool(left & right - {"the", "a", "an", "of", "on", "with"}) or bool(left & nouns and right & nouns)


def _merged(told: Told, made: Agreement, sentence: int, head: int) -> Told:
    known = told.agreement
    better = _RANK.index(made.status) > _RANK.index(known.status) and made.modality == "actual"
    return Told(
        replace(
            known,
            spans=tuple(dict.fromkeys((*known.spans, *made.spans))),
            status=made.status if better else known.status,
            modality=made.modality if better else known.modality,
            when=(made.when or known.when) if better else (known.when or made.when),
            parties=tuple(dict.fromkeys((*known.parties, *made.parties))),
            spheres=tuple(dict.fromkeys((*known.spheres, *made.spheres))),
            by=known.by,
        ),
        (*told.phrases, (sentence, head)),
    )


def known_agreement(scene: Scene, claim: Agreement, on: date | None) -> str | None:
    """The id of the agreement of the reference facts that a claim tells of, None where none fits or several do."""
    from casus.world import agreements as facts

    countries = tuple(dict.fromkeys(c for p in claim.parties if (c := scene.actor(p).country)))
    if len(countries) < 2:
        return None
    day = claim.when.first if claim.when else None
    if day is not None and claim.status in ("signed", "ratified", "in force"):
        near = facts.find(parties=countries, signed_near=day)
        if near:
            return near[0].id
    found = facts.find(parties=countries, on=on) if claim.status != "proposed" else ()
    return found[0].id if len(found) == 1 else None
