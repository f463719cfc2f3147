"""Names inside the phrases of others: demonyms, states and surnames that modify a noun ("Russian officers", "the Obama plan")."""

from casus.reading.actors import people, states
from casus.reading.actors.figures import Figure, Stage
from casus.reading.actors.lexicon import lexicon
from casus.reading.actors.naming import PersonName, is_acronym, is_title
from casus.reading.actors.personal import in_office, named_in_full
from casus.reading.actors.phrases import Phrase, Scene
from casus.world.names import Found

_PROMINENCE = 0.8


def loose_names(stage: Stage, scene: Scene, first: int = 0, last: int = -1) -> None:
    """Mentions of states by demonyms and by names inside other names' phrases ("Russian officers", "US frigates")."""
    sentence = scene.sentence
    last = len(sentence.tokens) - 1 if last < 0 else last
    for index in scene.loose:
        if not first <= index <= last:
            continue
        found = scene.found.get(index)
        if found is None:
            _loose_person(stage, scene, index)
            continue
        if found.last != index or found.last > last or (sentence.index, index) in stage.meant:
            continue
        if not _stands_alone(scene, found):
            continue
        phrase = _inner_phrase(scene, found)
        sense = states.best_sense(stage, phrase, found)
        if sense.use == "person" or sense.entity.kind == "place" or (sense.use == "capital" and _names_after_town(scene, index)):
            continue
        _note(stage, phrase, states.named(stage, phrase, found))


def _loose_person(stage: Stage, scene: Scene, index: int) -> None:
    """A person's surname before a noun ("the Obama administration", "the Kerbino faction")."""
    sentence, token = scene.sentence, scene.sentence.tokens[index]
    if token.upos != "PROPN" or token.deprel != "compound" or (sentence.index, index) in stage.meant:
        return
    if sentence.tokens[token.head].upos != "NOUN" or is_title(sentence, index, stage.lexicon) or is_acronym(token.text):
        return
    if index > 0 and sentence.tokens[index - 1].upos == "PROPN":
        return
    if not (named_in_full(stage, people.parts((token.text,))) or in_office(stage, token.text)):
        return
    phrase = Phrase(sentence, index, index, index, "name", token.deprel, token.head, "", False, "", 0, scene.quoted[index])
    _note(stage, phrase, people.named(stage, PersonName(index, index, (token.text,), "", "", ""), sentence.index, None))


def _note(stage: Stage, phrase: Phrase, figure: Figure) -> None:
    place = phrase.sentence.index, phrase.head
    stage.inner[place] = phrase
    stage.meant[place] = (figure,)
    stage.hear(phrase, (figure,), _PROMINENCE)
    figure.mentions.append((phrase.sentence.span_of([phrase.first, phrase.last]), "name"))


def _names_after_town(scene: Scene, index: int) -> bool:
    """Whether a capital is only part of a name that was given after it ("the Vienna Convention")."""
    token = scene.sentence.tokens[index]
    if token.deprel != "compound" or token.head < index:
        return False
    head = scene.sentence.tokens[token.head]
    paper = head.text[:1].isupper() and lexicon().among(head.lemma.lower(), "papers")
    return head.upos == "PROPN" or paper


def _stands_alone(scene: Scene, found: Found) -> bool:
    """Whether a known name is a modifier of its own, not a piece of a person's name."""
    tokens = scene.sentence.tokens
    token = tokens[found.last]
    if token.deprel.partition(":")[0] == "flat" or _given_name(scene, found):
        return False
    return not any(
        tokens[child].deprel.partition(":")[0] == "flat" and not found.first <= child <= found.last
        for child in scene.sentence.children[found.last]
    )


def _given_name(scene: Scene, found: Found) -> bool:
    """Whether what looks like a demonym stands between a title and a surname ("Minister German Gref")."""
    tokens = scene.sentence.tokens
    before, after = found.first - 1, found.last + 1
    if before < 0 or after >= len(tokens) or tokens[after].upos != "PROPN":
        return False
    return tokens[before].text[:1].isupper() and is_title(scene.sentence, before, lexicon())


def _inner_phrase(scene: Scene, found: Found) -> Phrase:
    sentence = scene.sentence
    token = sentence.tokens[found.last]
    return Phrase(
        sentence,
        found.last,
        found.first,
        found.last,
        "name",
        token.deprel,
        token.head,
        "",
        False,
        "",
        0,
        scene.quoted[found.last],
    )
