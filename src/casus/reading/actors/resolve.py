"""The actors of a report: names first over the whole text, then every mention from front to back."""

from bisect import bisect_right
from datetime import date

from casus.reading.actors import inner, names, nominals, people, personal, pronouns, several
from casus.reading.actors.afterwards import fill_offices, link_forward
from casus.reading.actors.figures import Figure, Figures, Stage, absorb
from casus.reading.actors.homes import suppose_homes
from casus.reading.actors.lexicon import Lexicon, lexicon
from casus.reading.actors.naming import is_acronym, is_title, person_name, scan
from casus.reading.actors.phrases import Phrase, Scene, conjuncts, coordinated, headed, joined, whole_names
from casus.reading.actors.salience import weight
from casus.reading.document import Cast, Document, NounPhrase
from casus.reading.model import Actor, Mention
from casus.reading.parse import Sentence

_OUTSIDE_STATES = frozenset({"BUS", "EDU", "JRN", "MED", "REL", "LAB"})


def find_actors(document: Document, on: date | None) -> Cast:
    """Who is mentioned in a document and by which words, and what each mention means in the world.

    `on` is the day that the report was written (None: not known), by which office holders, names and rosters are looked up.
    First-person pronouns mean nobody yet: give their speakers to `with_speakers`.
    """
    words = lexicon()
    scenes = tuple(_scene(document, sentence, on, words) for sentence in document.sentences)
    stage = Stage(document, on, words, scenes)
    _survey(stage)
    for scene in scenes:
        _read(stage, scene)
    link_forward(stage)
    fill_offices(stage)
    suppose_homes(stage)
    return _cast(stage)


def _scene(document: Document, sentence: Sentence, on: date | None, words: Lexicon) -> Scene:
    quoted = _quoted(document, sentence)
    phrases = headed(sentence, quoted, words)
    found = scan(sentence, on)
    return Scene(sentence, whole_names({phrase.head: phrase for phrase in phrases}, found), found, quoted)


def _quoted(document: Document, sentence: Sentence) -> tuple[int, ...]:
    if not document.quotes:
        return (-1,) * len(sentence.tokens)
    starts = [quote.span[0] for quote in document.quotes]
    found = []
    for token in sentence.tokens:
        index = bisect_right(starts, token.start) - 1
        found.append(index if index >= 0 and token.start < document.quotes[index].span[1] else -1)
    return tuple(found)


def _survey(stage: Stage) -> None:
    """Note over the whole report the full names of persons, their titles, and what abbreviations stand for."""
    stage.abbreviations.update(
        token.text for _, token in stage.document.tokens() if token.upos == "PROPN" and is_acronym(token.text)
    )
    for scene in stage.scenes:
        for phrase in scene.phrases.values():
            if phrase.form == "pronoun":
                continue
            name = stage.person_names[scene.sentence.index, phrase.head] = person_name(scene, phrase, stage.lexicon)
            if name is not None and len(name.tokens) > 1 and personal.is_person(stage, scene, phrase, name):
                tokens = people.parts(name.tokens)
                for key in {tokens[0], tokens[-1]}:
                    stage.full_names.setdefault(key, []).append(name.tokens)
                roles, country = personal.titled(scene, phrase, name)
                if roles:
                    stage.titled.append((name.tokens, country, roles))
            _note_acronym(stage, phrase)


def _note_acronym(stage: Stage, phrase: Phrase) -> None:
    if phrase.last - phrase.first < 2 or not stage.abbreviations:
        return
    tokens = phrase.sentence.tokens
    capital = [
        index
        for index in range(phrase.first, phrase.last + 1)
        if tokens[index].text[:1].isupper() and tokens[index].upos != "DET"
    ]
    letters = "".join(tokens[index].text[0] for index in capital)
    if len(letters) >= 3 and letters in stage.abbreviations:
        stage.acronyms.setdefault(letters, joined(phrase.sentence, capital[0], capital[-1]))


def _read(stage: Stage, scene: Scene) -> None:
    """Resolve all mentions of a sentence, what is inside a phrase before the phrase."""
    done: set[int] = set()
    for phrase in sorted(scene.phrases.values(), key=lambda one: (one.first, -one.last)):
        _resolve(stage, scene, phrase, done)
    inner.loose_names(stage, scene)


def _resolve(stage: Stage, scene: Scene, phrase: Phrase, done: set[int]) -> None:
    if phrase.head in done:
        return
    done.add(phrase.head)
    if names.inside_name(scene, phrase):
        return
    for head in range(phrase.first, phrase.last + 1):
        one = scene.phrases.get(head)
        if one is not None and one.first >= phrase.first and one.last <= phrase.last:
            _resolve(stage, scene, one, done)
    inner.loose_names(stage, scene, phrase.first, phrase.last)
    _settle(stage, scene, phrase, _meaning(stage, scene, phrase, done))


def _settle(stage: Stage, scene: Scene, phrase: Phrase, figures: Figures | None) -> None:
    """Note what a phrase means, and what its coordination means once its last conjunct is resolved."""
    sentence = scene.sentence
    if figures is None:
        if phrase.token.upos == "NOUN":
            stage.hear(phrase, (), weight(phrase) - 0.2)
        return
    if figures or phrase.form == "pronoun" or nominals.first_person_owner(stage, phrase):
        stage.meant[(sentence.index, phrase.head)] = figures
    if figures:
        person = figures[0].kind == "person" and figures[0].named and phrase.form == "name" and phrase.relation != "nmod:poss"
        stage.hear(phrase, figures, weight(phrase, person))
        if not _silent(stage, phrase):
            _mention(phrase, figures)
        _swallow(stage, phrase, figures[0])
    first = coordinated(sentence, phrase.head)
    if first != phrase.head and conjuncts(sentence, first)[-1] == phrase.head:
        _coordinate(stage, scene, first)


def _swallow(stage: Stage, phrase: Phrase, figure: Figure) -> None:
    """Forget the state or town that only ends the name of a body which is no part of a state ("the Bank of China")."""
    if figure.kind != "organisation" or figure.sector not in _OUTSIDE_STATES or phrase.token.upos != "PROPN":
        return
    sentence = phrase.sentence
    for head in sentence.dependents(phrase.head, "nmod"):
        inside = stage.scenes[sentence.index].phrases.get(head)
        if inside is None or inside.preposition != "of" or head > phrase.last or inside.token.upos != "PROPN":
            continue
        span = sentence.tokens[inside.first].start, sentence.tokens[inside.last].end
        for one in stage.meant.pop((sentence.index, head), ()):
            one.itself().mentions[:] = [mention for mention in one.itself().mentions if mention[0] != span]


def _silent(stage: Stage, phrase: Phrase) -> bool:
    """Relative pronouns are resolved but are no mentions."""
    word = phrase.token.text.lower()
    return stage.lexicon.among(word, "relative") and word not in stage.lexicon.pronouns


def _mention(phrase: Phrase, figures: Figures) -> None:
    tokens = phrase.sentence.tokens
    span = tokens[phrase.first].start, tokens[phrase.last].end
    for figure in figures:
        figure.itself().mentions.append((span, phrase.form))


def _meaning(stage: Stage, scene: Scene, phrase: Phrase, done: set[int]) -> Figures | None:
    if phrase.form == "pronoun":
        return pronouns.resolve(stage, phrase)
    halves = several.elliptic(stage, phrase) or several.divided(stage, phrase)
    if halves:
        return halves
    generic = nominals.always(stage, phrase) if phrase.head not in scene.found else None
    if generic is not None:
        return (generic,)
    beside = _beside(scene, phrase, done)
    named = names.resolve(stage, scene, phrase)
    if named is not None:
        if beside is not None and len(named) == 1:
            _describe(stage, scene, beside, named[0], done)
        return named
    if beside is not None:
        _resolve(stage, scene, beside, done)
        other = stage.of_head(scene.sentence.index, beside.head)
        if len(other) == 1 and nominals.describes(stage, phrase, other[0]):
            return other
    subject = _predicated(stage, scene, phrase)
    if subject is not None:
        return subject
    return nominals.resolve(stage, phrase)


def _beside(scene: Scene, phrase: Phrase, done: set[int]) -> Phrase | None:
    """The apposition of a phrase, unless it is part of the phrase."""
    for head in scene.sentence.dependents(phrase.head, "appos"):
        other = scene.phrases.get(head)
        if other is not None and head not in done and not phrase.first <= head <= phrase.last:
            return other
    after = phrase.last + 1
    titled = phrase.token.upos == "NOUN" or is_title(scene.sentence, phrase.head, lexicon())
    if titled and after < len(scene.sentence.tokens):
        for head in range(after, min(after + 3, len(scene.sentence.tokens))):
            other = scene.phrases.get(head)
            if other is not None and head not in done and other.first == after and other.token.upos == "PROPN":
                return other
    return None


def _describe(stage: Stage, scene: Scene, beside: Phrase, figure: Figure, done: set[int]) -> None:
    """Read the apposition of a name: a description of the same figure, or its other name."""
    if beside.token.upos == "PROPN" and names.resolvable(stage, scene, beside):
        _resolve(stage, scene, beside, done)
        other = stage.of_head(scene.sentence.index, beside.head)
        if len(other) == 1 and other[0].kind == figure.kind and other[0].entity is None and is_acronym(beside.token.text):
            absorb(figure, other[0])
        return
    for head in range(beside.first, beside.last + 1):
        one = scene.phrases.get(head)
        if one is not None and one.head != beside.head and one.first >= beside.first and one.last <= beside.last:
            _resolve(stage, scene, one, done)
    inner.loose_names(stage, scene, beside.first, beside.last)
    if nominals.describes(stage, beside, figure):
        done.add(beside.head)
        stage.meant[(scene.sentence.index, beside.head)] = (figure,)
        _mention(beside, (figure,))


def _predicated(stage: Stage, scene: Scene, phrase: Phrase) -> Figures | None:
    """The subject of which a phrase is said ("X is the mayor of Y"), where the two can be one; () where they can't."""
    sentence = scene.sentence
    predicate = coordinated(sentence, phrase.head)
    if not sentence.dependents(predicate, "cop"):
        return None
    if any(sentence.tokens[child].lemma in {"not", "never", "no"} for child in sentence.children[predicate]):
        return None
    for head in sentence.dependents(predicate, "nsubj"):
        subject = stage.of_head(sentence.index, head)
        if len(subject) == 1 and nominals.head_noun(stage, phrase)[1] is not None:
            return subject if nominals.describes(stage, phrase, subject[0]) else ()
    return None


def _coordinate(stage: Stage, scene: Scene, head: int) -> None:
    """Note a coordination of actors as one thing heard of, so that "they" and "both" can mean it."""
    sentence = scene.sentence
    members = conjuncts(sentence, head)
    figures = tuple(dict.fromkeys(figure for one in members for figure in stage.of_head(sentence.index, one)))
    if len(figures) > 1 and head in scene.phrases and all(figure.kind != "place" for figure in figures):
        phrase = scene.phrases[head]
        stage.hear(phrase, figures, weight(phrase) + 0.3)


def _cast(stage: Stage) -> Cast:
    figures = [figure for figure in stage.figures if figure.same is None]
    ids = {id(figure): f"a{number}" for number, figure in enumerate(figures, 1)}
    inside: dict[int, list[Phrase]] = {}
    for (index, _), phrase in stage.inner.items():
        inside.setdefault(index, []).append(phrase)
    phrases = []
    for scene in stage.scenes:
        for phrase in sorted([*scene.phrases.values(), *inside.get(scene.sentence.index, ())], key=lambda one: one.head):
            meant = stage.meant.get((scene.sentence.index, phrase.head))
            if meant is None:
                continue
            whom = tuple(dict.fromkeys(ids[id(figure.itself())] for figure in meant))
            span = scene.sentence.tokens[phrase.first].start, scene.sentence.tokens[phrase.last].end
            phrases.append(
                NounPhrase(scene.sentence.index, phrase.first, phrase.last, phrase.head, Mention(span, phrase.form), whom)
            )
    actors = tuple(_actor(figure, ids[id(figure)]) for figure in figures)
    sides = {
        ids[id(figure)]: ids[id(figure.side.itself())]
        for figure in figures
        if figure.side is not None and figure.side.itself() is not figure
    }
    return Cast(actors, tuple(phrases), tuple(dict.fromkeys(stage.warnings)), sides)


def _actor(figure: Figure, actor_id: str) -> Actor:
    mentions = tuple(Mention(span, form) for span, form in sorted(set(figure.mentions)))
    return Actor(
        id=actor_id,
        name=figure.name,
        kind=figure.kind,
        mentions=mentions,
        country=figure.country,
        countries=figure.countries,
        sector=figure.sector,
        role=figure.role,
        wikidata=figure.entity.wikidata if figure.entity else None,
        world=figure.entity.id if figure.entity else None,
        confidence=figure.confidence,
    )
