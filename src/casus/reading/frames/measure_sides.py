"""Who imposes a restriction that a noun names, and whom it hits."""

from collections.abc import Sequence

from casus.reading.frames.lexicon import inverted, word_set
from casus.reading.frames.phrases import Governor, befallen, doers, marked, modifiers, owners
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import grammatical_subject, oblique, preposition

_ON = frozenset({"on", "against", "upon", "to", "for"})


def sides(
    scene: Scene, sentence: Sentence, head: int, noun: int, governors: Sequence[Governor]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(imposers, targets) of the restriction at a head, from its own phrase and from the verbs that govern it. Nobody is both."""
    targets = owners(scene, sentence, head, "on", "against", "upon")
    on_goods = not targets and bool(marked(sentence, head, frozenset({"on", "against"})))
    targets = targets or (_from(scene, sentence, head) if on_goods else ())
    imposers: tuple[str, ...] = owners(scene, sentence, head, "by") or (() if on_goods else owners(scene, sentence, head, "from"))
    for above in governors:
        imposers, targets = _by_governor(scene, sentence, above, imposers, targets)
        if on_goods and above.role == "patient":
            targets = targets or _from(scene, sentence, above.token)
    top = sentence.tokens[head].head
    if not targets and top >= 0 and sentence.tokens[top].lemma == "be" and sentence.tokens[head].deprel == "nsubj":
        targets = next((found for c in oblique(sentence, top, _ON) if (found := scene.involved(sentence, c))), ())
    if not targets and top >= 0 and preposition(sentence, head) == "under" and sentence.tokens[head].deprel in ("nmod", "obl"):
        targets = tuple(a for a in scene.named(sentence, top) if scene.actor(a).kind in ("state", "group"))
    if not targets and top >= 0 and sentence.tokens[top].lemma == "subject" and preposition(sentence, head) == "to":
        subject = grammatical_subject(sentence, top)
        targets = scene.involved(sentence, subject[0]) if subject is not None else ()
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


def _by_governor(
    scene: Scene, sentence: Sentence, above: Governor, imposers: tuple[str, ...], targets: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sides with what a governing verb adds to them."""
    verb = above.token
    if above.role == "with" and above.lemma in word_set("measures", "hitting"):
        imposers = imposers or doers(scene, sentence, verb)
        hit = tuple(a for h in befallen(sentence, verb) for a in scene.involved(sentence, h, anyone=True))
        return imposers, targets or hit
    if above.role == "subject" and above.lemma in word_set("measures", "hitting"):
        return imposers, targets or tuple(a for h in befallen(sentence, verb) for a in scene.involved(sentence, h, anyone=True))
    if above.role in ("under", "to", "on") and above.lemma in word_set("measures", "placing"):
        hit = tuple(a for h in befallen(sentence, verb) for a in scene.involved(sentence, h, anyone=True))
        placed = hit or above.role == "under"
        return (imposers or doers(scene, sentence, verb), targets or hit) if placed else (imposers, targets)
    if above.role == "under" and above.lemma in word_set("measures", "staying"):
        return imposers, targets or doers(scene, sentence, verb)
    if above.lemma in word_set("measures", "bearing"):
        for child in oblique(sentence, verb, frozenset({"on", "against"})):
            targets = targets or scene.involved(sentence, child)
        for child in sentence.subtree(verb):
            if above.role == "patient" and preposition(sentence, child) == "from" and child > verb:
                imposers = imposers or scene.involved(sentence, child)  # "faces tariffs of 46 percent from Peru"
        return imposers, targets or doers(scene, sentence, verb)
    if (
        above.role == "patient"
        and above.lemma in inverted("measures", "status")
        and above.lemma not in word_set("measures", "telling")
    ):
        imposers = imposers or doers(scene, sentence, verb)
        for child in marked(sentence, verb, _ON):
            targets = targets or scene.involved(sentence, child, anyone=True) or _from(scene, sentence, child)
            if sentence.tokens[child].upos == "NOUN" and preposition(sentence, child) in ("on", "for", "to"):
                targets = targets or _from(scene, sentence, verb)  # "imposed an embargo on wine from Peru"
    return imposers, targets


def _from(scene: Scene, sentence: Sentence, head: int) -> tuple[str, ...]:
    """Whom a restriction of goods hits: from whom, or in whose trade, they come ("tariffs on steel from Peru")."""
    for child in marked(sentence, head, frozenset({"from", "with"})):
        found = scene.involved(sentence, child, anyone=True)
        if found:
            return found
    return ()


def _mentioned(scene: Scene, sentence: Sentence, head: int, imposers: tuple[str, ...]) -> tuple[str, ...]:
    """The first state or group named after a measure within its phrase ("sanctions against firms involved with Iran's army")."""
    beside = {i for c in sentence.children[head] if sentence.tokens[c].deprel.startswith("acl") for i in sentence.subtree(c)}
    for index in sentence.subtree(head):
        if index > head and index not in beside:
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
