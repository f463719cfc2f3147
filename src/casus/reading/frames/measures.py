"""Measures: who restricts whom, by what kind of restriction, and where it stands (proposed, in force, lifted ...)."""

from dataclasses import replace
from typing import cast

from casus.reading.frames.lexicon import class_of, inverted, word_set
from casus.reading.frames.phrases import Governor, doers, governor, lowered, modifiers, owners, phrase_tokens, relative_governor
from casus.reading.modality import mood_of
from casus.reading.model import Measure, MeasureKind, MeasureStatus, Modality
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import oblique, patients

_PENDING = frozenset({"planned", "promised", "demanded", "possible", "conditional", "supposed", "threatened"})
_NOUN_STATUS = {"imposition": "in force", "lifting": "lifted", "easing": "eased", "extension": "extended", "renewal": "extended", "removal": "lifted", "end": "lifted",
                "violation": "in force", "breach": "in force"}  # fmt: skip
_RANK = ("unknown", "proposed", "in force", "revision sought", "extended", "eased", "suspended", "lifted", "violated")


def find_measures(scene: Scene) -> tuple[Measure, ...]:
    """Every restriction that a report tells of, one for all its tellings with the same parties and status."""
    found: list[Measure] = []
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            made = None
            if token.upos in ("NOUN", "PROPN") and token.lemma.lower() in word_set("measures", "nouns") and token.deprel not in ("flat",):
                made = _by_noun(scene, sentence, token.index)
            elif token.upos == "VERB" and token.lemma in word_set("measures", "verbs") | word_set("measures", "ban_verbs"):
                made = _by_verb(scene, sentence, token.index)
            if made is not None:
                _add(found, made)
    return tuple(replace(measure, id=f"m{number}") for number, measure in enumerate(found, 1))


def _by_noun(scene: Scene, sentence: Sentence, noun: int) -> Measure | None:
    head = noun
    token = sentence.tokens[noun]
    if token.deprel == "compound" and token.head >= 0:
        if sentence.tokens[token.head].lemma.lower() not in word_set("measures", "regime_words"):
            return None
        head = token.head
    inside = phrase_tokens(sentence, head)
    above = relative_governor(sentence, head)
    if above is None or _status_of(above) is None:
        above = governor(sentence, head) or above
    imposers, targets = _parties(scene, sentence, head, noun, above)
    if not targets and not (imposers and above is not None and _status_of(above) in ("in force", "extended", "lifted", "eased", "suspended")):
        return None
    if not targets and token.lemma.lower() in word_set("measures", "needs_target"):
        return None
    status, modality = _status(sentence, head, above)
    span = sentence.span_of(inside)
    lower = lowered(sentence, inside)
    return Measure(
        id="m", spans=(_told(sentence, span, above),), by=scene.carrier((token.start, token.end)), modality=modality, measure=_kind(lower), imposers=imposers,
        targets=targets, status=status, regime=scene.document.words(span) if "regime" in lower or "act" in lower else None,
        when=scene.when(sentence, above.token, climb=False) if above is not None and above.role in ("patient", "of") else None,
    )  # fmt: skip


def _by_verb(scene: Scene, sentence: Sentence, verb: int) -> Measure | None:
    token = sentence.tokens[verb]
    objects = patients(sentence, verb)
    lower = [word for head in objects for word in lowered(sentence, phrase_tokens(sentence, head))]
    if token.lemma in word_set("measures", "ban_verbs") and word_set("measures", "restricted").isdisjoint(lower):
        return None
    imposers = scene.states_of(doers(scene, sentence, verb))
    targets: tuple[str, ...] = ()
    for head in objects:
        targets = tuple(a for a in scene.involved(sentence, head) if a not in imposers)
    if not targets:
        for child in oblique(sentence, verb, frozenset({"from", "to", "with", "against"})):
            targets = tuple(a for a in scene.involved(sentence, child) if a not in imposers)
            if targets:
                break
    if not targets or not imposers:
        return None
    mood = mood_of(sentence, verb)
    status: MeasureStatus = "in force" if mood.modality == "actual" else "proposed"
    trigger = (token.start, token.end)
    ends = [trigger, *(sentence.span_of(phrase_tokens(sentence, head)) for head in objects)]
    return Measure(
        id="m", spans=((min(e[0] for e in ends), max(e[1] for e in ends)),), by=scene.carrier(trigger), modality=mood.modality, measure=_kind([*lower, token.lemma]),
        imposers=imposers, targets=targets, status=status, when=scene.when(sentence, verb),
    )  # fmt: skip


def _told(sentence: Sentence, span: tuple[int, int], above: Governor | None) -> tuple[int, int]:
    if above is None or _status_of(above) is None:
        return span
    token = sentence.tokens[above.token]
    return min(span[0], token.start), max(span[1], token.end)


def _status_of(above: Governor) -> str | None:
    if above.role == "of":
        return _NOUN_STATUS.get(above.lemma)
    if above.role in ("patient", "with", "of", "for", "to", "on", "from"):
        status = inverted("measures", "status").get(above.lemma)
        return status if above.role == "patient" or status in ("proposed", "in force") else None
    return None


def _status(sentence: Sentence, head: int, above: Governor | None) -> tuple[MeasureStatus, Modality]:
    status = cast(MeasureStatus | None, _status_of(above)) if above is not None else None
    if above is None or status is None:
        mood = mood_of(sentence, head)
        if mood.modality == "denied":
            return "unknown", "denied"
        return ("proposed", mood.modality) if mood.modality in _PENDING else ("in force", "actual")
    mood = mood_of(sentence, above.token)
    if mood.modality == "denied":
        return ("in force", "actual") if status in ("lifted", "eased", "suspended") else ("unknown", "denied")
    if mood.modality in _PENDING:
        if status in ("lifted", "eased", "suspended", "revision sought"):
            return "revision sought", "actual"
        return "proposed", mood.modality
    if status == "proposed":
        return "proposed", "threatened" if above.lemma == "threaten" else "demanded" if above.lemma in ("urge", "call", "demand") else "planned"
    return status, "actual"


def _parties(scene: Scene, sentence: Sentence, head: int, noun: int, above: Governor | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    targets = owners(scene, sentence, head, "on", "against", "upon")
    imposers: tuple[str, ...] = owners(scene, sentence, head, "by", "from")
    before = modifiers(scene, sentence, noun if noun != head else head) or modifiers(scene, sentence, head)
    imposing = above is not None and inverted("measures", "status").get(above.lemma) in ("in force", "extended", "lifted", "eased", "suspended", "proposed")
    if above is not None and above.role == "patient" and imposing and above.lemma not in ("face", "violate", "breach", "flout", "defy", "bust", "break", "evade", "circumvent", "denounce", "condemn", "criticise", "criticize", "outline", "include"):
        imposers = imposers or doers(scene, sentence, above.token)
        for word in ("on", "against", "upon"):
            for child in oblique(sentence, above.token, frozenset({word})):
                targets = targets or scene.involved(sentence, child)
    if above is not None and above.lemma == "face":
        targets = targets or doers(scene, sentence, above.token)
    if above is not None and above.lemma in ("violate", "breach", "flout", "defy", "bust", "break", "evade") and not targets:
        targets = doers(scene, sentence, above.token)
    if before:
        if targets or not _sanctioned(scene, sentence, noun):
            imposers = imposers or tuple(a for a in before if a not in targets)
        else:
            targets = tuple(a for a in before if a not in imposers)
    imposers = scene.states_of(imposers)
    return imposers, tuple(a for a in scene.states_of(targets) if a not in imposers)


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
        if set(known.targets) != set(made.targets) or not (not known.imposers or not made.imposers or set(known.imposers) & set(made.imposers)):
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
