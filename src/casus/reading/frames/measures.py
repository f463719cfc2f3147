"""Measures: who restricts whom, by what kind of restriction, and where it stands (proposed, in force, lifted ...)."""

from dataclasses import replace
from typing import cast

from casus.reading.frames.lexicon import inverted, word_set
from casus.reading.frames.measure_standing import PENDING, measure_standing, status_of
from casus.reading.frames.measure_verbs import by_verb
from casus.reading.frames.phrases import Governor, doers, governor, lowered, modifiers, owners, phrase_tokens, relative_governor
from casus.reading.frames.restriction import Restriction, kind_of
from casus.reading.modality import mood_of
from casus.reading.model import Measure, MeasureStatus
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import oblique, patients, preposition

_RANK = ("unknown", "proposed", "in force", "revision sought", "extended", "eased", "suspended", "lifted", "violated")


def find_restrictions(scene: Scene) -> tuple[Restriction, ...]:
    """Every telling of a restriction, in order of the text."""
    found: list[Restriction] = []
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            lemma = token.lemma.lower()
            if token.upos in ("NOUN", "PROPN") and lemma in word_set("measures", "nouns") and token.deprel != "flat":
                told = _by_noun(scene, sentence, token.index, found[-1].measure if found else None)
                found.extend([] if told is None else [told])
            elif token.upos == "VERB" and lemma in word_set("measures", "verbs") | word_set("measures", "ban_verbs"):
                found.extend(by_verb(scene, sentence, token.index, found[-1].measure if found else None))
            elif token.upos == "VERB" and lemma in word_set("measures", "undoing") and found:
                told = _undone(sentence, token.index, found[-1])
                found.extend([] if told is None else [told])
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
        measure=kind_of(lower), imposers=imposers,
        targets=targets, status=status, regime=scene.document.words(span) if "regime" in lower or "act" in lower else None,
        when=scene.when(sentence, deciding.token, climb=False) if deciding is not None else None,
    )  # fmt: skip
    return Restriction(measure, sentence.index, deciding.token if deciding is not None else None)


def _strayed(sentence: Sentence, head: int) -> list[str]:
    """The noun before a restriction that the parse makes an object of its own ("its arms embargo")."""
    before, token = sentence.tokens[head - 1], sentence.tokens[head]
    apart = head > 0 and before.upos == "NOUN" and (before.head, before.deprel) == (token.head, token.deprel)
    return [before.text.lower()] if apart else []


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
