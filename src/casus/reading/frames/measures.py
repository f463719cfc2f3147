"""Measures: who restricts whom, by what kind of restriction, and where it stands (proposed, in force, lifted ...)."""

from dataclasses import dataclass, replace
from typing import cast

from casus.reading.frames.lexicon import class_of, inverted, word_set
from casus.reading.frames.measure_standing import PENDING, measure_standing, status_of
from casus.reading.frames.phrases import Governor, doers, governor, lowered, modifiers, owners, phrase_tokens, relative_governor
from casus.reading.frames.prohibitions import prohibited
from casus.reading.modality import mood_of
from casus.reading.model import Measure, MeasureKind, MeasureStatus, Modality
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import conjuncts, grammatical_subject, oblique, patients, preposition

_RANK = ("unknown", "proposed", "in force", "revision sought", "extended", "eased", "suspended", "lifted", "violated")


@dataclass(frozen=True, slots=True)
class Restriction:
    """One telling of a measure: where it stands, and the verb that says what becomes of it (None: a mere mention)."""

    measure: Measure
    sentence: int
    verb: int | None


def find_restrictions(scene: Scene) -> tuple[Restriction, ...]:
    """Every telling of a restriction, in order of the text."""
    found: list[Restriction] = []
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            lemma = token.lemma.lower()
            if token.upos in ("NOUN", "PROPN") and lemma in word_set("measures", "nouns") and token.deprel != "flat":
                made = _by_noun(scene, sentence, token.index, found[-1].measure if found else None)
            elif token.upos == "VERB" and lemma in word_set("measures", "verbs") | word_set("measures", "ban_verbs"):
                made = _by_verb(scene, sentence, token.index, found[-1].measure if found else None)
            elif token.upos == "VERB" and lemma in word_set("measures", "undoing") and found:
                made = _undone(sentence, token.index, found[-1])
            else:
                continue
            if made is not None:
                found.append(made)
    return tuple(found)


def merged_measures(restrictions: tuple[Restriction, ...]) -> tuple[Measure, ...]:
    """The measures told of, one for all tellings with the same targets, imposers and standing."""
    found: list[Measure] = []
    for restriction in restrictions:
        _add(found, restriction.measure)
    return tuple(replace(measure, id=f"m{number}") for number, measure in enumerate(found, 1))


def _undone(sentence: Sentence, verb: int, before: Restriction) -> Restriction | None:
    """ "urged for it to be revised": what becomes of the measure just told, meant by a pronoun."""
    if not 0 <= sentence.index - before.sentence <= 1 or before.verb == verb:
        return None
    if not any(
        sentence.tokens[head].text.lower() in ("it", "them", "they", "these", "those") for head in patients(sentence, verb)
    ):
        return None
    mood, token = mood_of(sentence, verb), sentence.tokens[verb]
    if mood.modality in PENDING:
        status: MeasureStatus = "revision sought"
    elif mood.modality == "actual" and token.lemma in inverted("measures", "status"):
        status = cast(MeasureStatus, inverted("measures", "status")[token.lemma])
    else:
        return None
    return Restriction(
        replace(before.measure, spans=((token.start, token.end),), status=status, modality="actual"), sentence.index, verb
    )


def _by_noun(scene: Scene, sentence: Sentence, noun: int, before: Measure | None) -> Restriction | None:
    head = noun
    token = sentence.tokens[noun]
    if token.deprel == "compound" and token.head >= 0:
        if sentence.tokens[token.head].lemma.lower() not in word_set("measures", "regime_words"):
            return None
        head = token.head
    inside = phrase_tokens(sentence, head)
    governors = [above for above in (governor(sentence, head), relative_governor(sentence, head)) if above is not None]
    governors.sort(key=lambda above: status_of(above) in (None, "proposed"))
    deciding = next((above for above in governors if status_of(above) is not None), None)
    imposers, targets = _parties(scene, sentence, head, noun, governors)
    if before is not None and any(above.lemma in word_set("measures", "including") for above in governors):
        imposers, targets = before.imposers, before.targets
    if not targets and not (
        imposers and deciding is not None and token.lemma.lower() not in word_set("measures", "needs_target")
    ):
        return None
    status, modality = measure_standing(sentence, head, deciding)
    span = sentence.span_of(inside)
    lower = [*lowered(sentence, inside), *_strayed(sentence, head)]
    measure = Measure(
        id="m", spans=(_told(sentence, span, deciding),), by=scene.carrier((token.start, token.end)), modality=modality,
        measure=_kind(lower), imposers=imposers,
        targets=targets, status=status, regime=scene.document.words(span) if "regime" in lower or "act" in lower else None,
        when=scene.when(sentence, deciding.token, climb=False) if deciding is not None else None,
    )  # fmt: skip
    return Restriction(measure, sentence.index, deciding.token if deciding is not None else None)


def _strayed(sentence: Sentence, head: int) -> list[str]:
    """The noun before a restriction that the parse makes an object of its own ("its arms embargo")."""
    before, token = sentence.tokens[head - 1], sentence.tokens[head]
    apart = head > 0 and before.upos == "NOUN" and (before.head, before.deprel) == (token.head, token.deprel)
    return [before.text.lower()] if apart else []


def _by_verb(scene: Scene, sentence: Sentence, verb: int, before: Measure | None) -> Restriction | None:
    """A restriction told by a verb ("bars its trade", "froze the assets of"). `before` is the last one told: a text that lays
    down several measures names who imposes them and whom they hit once."""
    token = sentence.tokens[verb]
    objects = [conjunct for head in patients(sentence, verb) for conjunct in conjuncts(sentence, head)]
    lower = [word for head in objects for word in lowered(sentence, phrase_tokens(sentence, head))]
    named = [sentence.tokens[head].lemma.lower() for head in objects]
    barred = [
        c for c in oblique(sentence, verb, frozenset({"from"})) if sentence.tokens[c].lemma in word_set("measures", "barred")
    ]
    forbidden = prohibited(scene, sentence, verb) if token.lemma in word_set("measures", "ban_verbs") else None
    if token.lemma in word_set("measures", "ban_verbs") and not barred and forbidden is None:
        if not word_set("measures", "nouns").isdisjoint(named) or word_set("measures", "restricted").isdisjoint([*lower, *named]):
            return None
        if token.lemma in word_set("measures", "stop_verbs") and word_set("measures", "stopped").isdisjoint(named):
            return None
    imposers = scene.states_of(scene.parties(doers(scene, sentence, verb)))
    laid_down = not imposers and _by_document(sentence, verb)
    if not imposers and before is not None and (laid_down or sentence.tokens[verb].deprel == "conj"):
        imposers = before.imposers
    targets = tuple(a for a in forbidden.targets if a not in imposers) if forbidden is not None else ()
    for bearer in (verb, *objects):
        for child in oblique(sentence, bearer, frozenset({"from", "to", "with", "against", "for"})):
            targets = targets or tuple(a for a in scene.involved(sentence, child, anyone=True) if a not in imposers)
    for head in objects:
        targets = targets or tuple(a for a in scene.involved(sentence, head, anyone=True) if a not in imposers)
    if not targets and before is not None and (laid_down or set(before.imposers) & set(imposers)):
        targets = before.targets
    if not targets or not (imposers or laid_down):
        return None
    mood = mood_of(sentence, verb)
    modality: Modality = "actual" if laid_down and mood.modality in ("demanded", "planned") else mood.modality
    status: MeasureStatus = "in force" if modality == "actual" else "unknown" if modality == "denied" else "proposed"
    trigger = (token.start, token.end)
    ends = [trigger, *(sentence.span_of(phrase_tokens(sentence, head)) for head in objects)]
    words = [*lower, token.lemma, *(sentence.tokens[c].lemma for c in barred)]
    if forbidden is not None:
        ends, words = [sentence.span_of(forbidden.tokens)], list(forbidden.words)
    measure = Measure(
        id="m", spans=((min(e[0] for e in ends), max(e[1] for e in ends)),), by=scene.carrier(trigger), modality=modality,
        measure=_kind(words),
        imposers=imposers, targets=scene.states_of(scene.parties(targets)), status=status, when=scene.when(sentence, verb),
    )  # fmt: skip
    return Restriction(measure, sentence.index, verb)


def _by_document(sentence: Sentence, verb: int) -> bool:
    """Whether a resolution or law lays it down: as the verb's subject, or as what a clause stands under."""
    token = sentence.tokens[verb]
    if token.deprel in ("xcomp", "ccomp", "advcl") and sentence.tokens[token.head].lemma in word_set("measures", "obliging"):
        return _by_document(sentence, token.head)
    subject = grammatical_subject(sentence, verb)
    if subject is not None and sentence.tokens[subject[0]].lemma.lower() in word_set("measures", "documents"):
        return True
    return any(
        sentence.tokens[c].lemma.lower() in word_set("measures", "documents")
        for c in oblique(sentence, verb, frozenset({"under"}))
    )


def _told(sentence: Sentence, span: tuple[int, int], above: Governor | None) -> tuple[int, int]:
    if above is None or status_of(above) is None:
        return span
    token = sentence.tokens[above.token]
    return min(span[0], token.start), max(span[1], token.end)


def _parties(
    scene: Scene, sentence: Sentence, head: int, noun: int, governors: list[Governor]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    targets = owners(scene, sentence, head, "on", "against", "upon")
    imposers: tuple[str, ...] = owners(scene, sentence, head, "by", "from")
    for above in governors:
        if above.role == "with" and above.lemma in word_set("measures", "hitting"):
            imposers = imposers or doers(scene, sentence, above.token)
            targets = targets or tuple(
                a for h in patients(sentence, above.token) for a in scene.involved(sentence, h, anyone=True)
            )
        elif above.lemma in word_set("measures", "bearing"):
            for child in oblique(sentence, above.token, frozenset({"on", "against"})):
                targets = targets or scene.involved(sentence, child)
            targets = targets or doers(scene, sentence, above.token)
        elif (
            above.role == "patient"
            and above.lemma in inverted("measures", "status")
            and above.lemma not in word_set("measures", "telling")
        ):
            imposers = imposers or doers(scene, sentence, above.token)
            for child in oblique(sentence, above.token, frozenset({"on", "against", "upon", "to"})):
                targets = targets or scene.involved(sentence, child)
    if preposition(sentence, head) == "under" and any(sentence.tokens[c].deprel == "cop" for c in sentence.children[head]):
        for child in sentence.children[head]:
            if sentence.tokens[child].deprel == "nsubj":
                targets = targets or scene.involved(sentence, child)
    before = modifiers(scene, sentence, noun) or modifiers(scene, sentence, head)
    if before and (targets or not _sanctioned(scene, sentence, noun)):
        imposers = tuple(a for a in before if a not in targets) if not imposers or set(before) & set(imposers) else imposers
    elif before:
        targets = tuple(a for a in before if a not in imposers)
    targets = targets or _mentioned(scene, sentence, head, imposers)
    imposers = scene.states_of(scene.parties(imposers))
    return imposers, tuple(a for a in scene.states_of(scene.parties(targets)) if a not in imposers)


def _mentioned(scene: Scene, sentence: Sentence, head: int, imposers: tuple[str, ...]) -> tuple[str, ...]:
    """The first state or group named after a measure within its phrase ("sanctions against firms involved with Iran's army")."""
    for index in sentence.subtree(head):
        if index > head:
            found = tuple(
                a
                for a in scene.cast.meant(sentence.index, index)
                if a not in imposers and scene.actor(a).kind in ("state", "group")
            )
            if found:
                return found
    return ()


def _sanctioned(scene: Scene, sentence: Sentence, noun: int) -> bool:
    """Whether the name before "sanctions" is whom they hit: a country's bare name ("Iran sanctions"), no adjective, no body."""
    for child in sentence.children[noun]:
        token = sentence.tokens[child]
        if token.deprel in ("compound", "nmod") and child < noun:
            for actor in scene.named(sentence, child):
                known = scene.actor(actor)
                if known.kind == "state" and known.country not in ("USA", "GBR"):
                    return True
    return False


def _kind(lower: list[str]) -> MeasureKind:
    return cast(MeasureKind, class_of("measures", "kinds", lower) or "other")


def _add(found: list[Measure], made: Measure) -> None:
    for position, known in enumerate(found):
        if set(known.targets) != set(made.targets) or not (
            not known.imposers or not made.imposers or set(known.imposers) & set(made.imposers)
        ):
            continue
        same_kind = known.measure == made.measure or "regime" in (known.measure, made.measure)
        pending = (known.status == "proposed") == (made.status == "proposed")
        if not same_kind or not pending or known.modality != made.modality:
            continue
        later = _RANK.index(made.status) > _RANK.index(known.status)
        found[position] = replace(
            known,
            spans=tuple(dict.fromkeys((*known.spans, *made.spans))),
            imposers=known.imposers or made.imposers,
            status=made.status if later else known.status,
            measure=made.measure if known.measure == "regime" else known.measure,
            regime=known.regime or made.regime,
            when=known.when or made.when,
        )
        return
    found.append(made)
