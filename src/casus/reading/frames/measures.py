"""Measures: who restricts whom, by what kind of restriction, and where it stands (proposed, in force, lifted ...)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from casus.reading.frames.lexicon import inverted, word_set, words
from casus.reading.frames.measure_sides import sides
from casus.reading.frames.measure_standing import PENDING, measure_standing, status_of
from casus.reading.frames.measure_verbs import by_verb
from casus.reading.frames.phrases import Governor, doers, governor, lowered, phrase_tokens, relative_governor
from casus.reading.frames.restriction import Restriction, kind_of
from casus.reading.modality import mood_of
from casus.reading.model import Measure, MeasureStatus
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import patients

_RANK = ("unknown", "proposed", "in force", "revision sought", "extended", "eased", "suspended", "lifted", "violated")


_TELLING = (
    word_set("measures", "verbs")
    | word_set("measures", "ban_verbs")
    | word_set("measures", "reopening")
    | word_set("measures", "banning")
)


def find_restrictions(scene: Scene) -> tuple[Restriction, ...]:
    """Every telling of a restriction, in order of the text."""
    found: list[Restriction] = []
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            lemma = token.lemma.lower()
            if _names_restriction(sentence, token.index):
                told = _by_noun(scene, sentence, token.index, [one.measure for one in found])
                found.extend([] if told is None else [told])
            elif token.upos == "VERB" and lemma in _TELLING:
                found.extend(by_verb(scene, sentence, token.index, found[-1].measure if found else None))
            elif token.upos == "VERB" and lemma in word_set("measures", "undoing") and found:
                told = _undone(sentence, token.index, found[-1])
                found.extend([] if told is None else [told])
    return tuple(found)


def _names_restriction(sentence: Sentence, index: int) -> bool:
    """Whether a noun names a restriction, by itself or by the word before it or the verb ("export controls",
    "imposed duties")."""
    token = sentence.tokens[index]
    if token.upos not in ("NOUN", "PROPN") or token.deprel == "flat":
        return False
    before = words("measures")["qualified_nouns"].get(token.lemma.lower(), ())
    if token.lemma.lower() in word_set("measures", "nouns"):
        return True
    imposed = token.head >= 0 and sentence.tokens[token.head].lemma in word_set("measures", "imposing")
    return bool(before) and (
        (imposed and token.lemma.lower() != "control")
        or any(sentence.tokens[c].text.lower() in before for c in sentence.children[index] if c < index)
    )


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
        if inverted("measures", "status").get(token.lemma) == "extended":
            return None  # to be renewed: in force as it was
        status: MeasureStatus = "revision sought"
    elif mood.modality == "actual" and token.lemma in inverted("measures", "status"):
        status = cast(MeasureStatus, inverted("measures", "status")[token.lemma])
    else:
        return None
    return Restriction(
        replace(before.measure, spans=((token.start, token.end),), status=status, modality="actual"), sentence.index, verb
    )


def _by_noun(scene: Scene, sentence: Sentence, noun: int, told: Sequence[Measure]) -> Restriction | None:
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
    imposers, targets = sides(scene, sentence, head, noun, governors)
    if told and any(above.lemma in word_set("measures", "including") for above in governors):
        imposers, targets = told[-1].imposers, told[-1].targets
    changed = deciding is not None and status_of(deciding) not in (None, "proposed", "in force")
    targets = targets or _meant(scene, sentence, head, imposers, told if changed or imposers else ())
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


def _meant(scene: Scene, sentence: Sentence, head: int, imposers: tuple[str, ...], told: Sequence[Measure]) -> tuple[str, ...]:
    """Whom a restriction hits that names nobody: those of the last one told by the same imposers, where it is told of as known;
    else who asks its imposers to lift it ("Peru urged Chile to lift its embargo")."""
    definite = any(
        sentence.tokens[c].deprel == "nmod:poss" or sentence.tokens[c].text.lower() in ("the", "these", "those", "this")
        for c in sentence.children[head]
    )
    for known in reversed(told):
        if definite and known.targets and (not imposers or not known.imposers or set(imposers) & set(known.imposers)):
            return tuple(target for target in known.targets if target not in imposers)
    above = sentence.tokens[head].head
    if above < 0 or not imposers or sentence.tokens[above].lemma not in word_set("measures", "lifting"):
        return ()
    asking = sentence.tokens[above].head
    if asking < 0 or mood_of(sentence, above).modality != "demanded":
        return ()
    return tuple(
        actor
        for actor in scene.states_of(doers(scene, sentence, asking))
        if actor not in imposers and scene.actor(actor).kind == "state"
    )


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
