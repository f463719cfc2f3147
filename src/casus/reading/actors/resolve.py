"""The actors of a report: names first over the whole text, then every mention from front to back."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from casus.reading.actors import names as name_mentions
from casus.reading.actors import nominals, people, pronouns
from casus.reading.actors.figures import Figure, Figures, Scene, Stage, absorb
from casus.reading.actors.lexicon import Lexicon, lexicon
from casus.reading.actors.naming import folded, initials, is_acronym, person_name, scan
from casus.reading.actors.phrases import Phrase, conjuncts, headed
from casus.reading.actors.salience import weight
from casus.reading.document import Cast, Document, NounPhrase
from casus.reading.model import Actor, Mention
from casus.reading.parse import Sentence


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
    _link_forward(stage)
    return _cast(stage)


def _scene(document: Document, sentence: Sentence, on: date | None, words: Lexicon) -> Scene:
    quoted = _quoted(document, sentence)
    phrases = headed(sentence, quoted, words)
    return Scene(sentence, {phrase.head: phrase for phrase in phrases}, scan(sentence, on), quoted)


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
    for scene in stage.scenes:
        for phrase in scene.phrases.values():
            if phrase.form == "pronoun":
                continue
            name = person_name(scene, phrase, stage.lexicon)
            if name is not None and len(name.tokens) > 1 and name_mentions.is_person(stage, scene, phrase, name):
                tokens = people.parts(name.tokens)
                for key in {tokens[0], tokens[-1]}:
                    stage.full_names.setdefault(key, []).append(name.tokens)
                roles, country = name_mentions.titled(stage, scene, phrase, name)
                if roles:
                    stage.titled.append((name.tokens, country, roles))
            _note_acronym(stage, phrase)


def _note_acronym(stage: Stage, phrase: Phrase) -> None:
    words = tuple(word for word in phrase.words if word[:1].isalnum())
    if len(words) < 3 or phrase.form != "name":
        return
    letters = initials(words)
    if len(letters) >= 3:
        stage.acronyms.setdefault(letters, " ".join(words))


def _read(stage: Stage, scene: Scene) -> None:
    """Resolve all mentions of a sentence, what is inside a phrase before the phrase, then note what was heard."""
    sentence = scene.sentence
    done: set[int] = set()
    for phrase in sorted(scene.phrases.values(), key=lambda one: (one.first, -one.last)):
        _resolve(stage, scene, phrase, done)
    name_mentions.loose_names(stage, scene)
    for head in scene.phrases:
        _coordinate(stage, sentence, head)


def _resolve(stage: Stage, scene: Scene, phrase: Phrase, done: set[int]) -> None:
    if phrase.head in done:
        return
    done.add(phrase.head)
    inside = [one for one in scene.phrases.values() if phrase.first <= one.head <= phrase.last and one.head not in done]
    for one in sorted(inside, key=lambda item: item.head):
        if one.first >= phrase.first and one.last <= phrase.last:
            _resolve(stage, scene, one, done)
    name_mentions.loose_names(stage, scene, phrase.first, phrase.last)
    figures = _meaning(stage, scene, phrase)
    figures = _join_apposition(stage, scene, phrase, figures, done)
    if figures is None:
        if phrase.token.upos == "NOUN" or phrase.form == "pronoun":
            stage.hear(phrase, (), weight(phrase) - 0.2)
        return
    stage.meant[(scene.sentence.index, phrase.head)] = figures
    if figures:
        stage.hear(phrase, figures, weight(phrase))
        if not _silent(stage, phrase):
            _mention(phrase, figures)


def _silent(stage: Stage, phrase: Phrase) -> bool:
    """Relative pronouns are resolved but are no mentions."""
    word = phrase.token.text.lower()
    return stage.lexicon.among(word, "relative") and word not in stage.lexicon.pronouns


def _mention(phrase: Phrase, figures: Figures) -> None:
    tokens = phrase.sentence.tokens
    span = tokens[phrase.first].start, tokens[phrase.last].end
    for figure in figures:
        figure.itself().mentions.append((span, phrase.form))


def _meaning(stage: Stage, scene: Scene, phrase: Phrase) -> Figures | None:
    if phrase.form == "pronoun":
        return pronouns.resolve(stage, phrase)
    named = name_mentions.resolve(stage, scene, phrase)
    if named is not None:
        return named
    return nominals.resolve(stage, phrase)


def _join_apposition(stage: Stage, scene: Scene, phrase: Phrase, figures: Figures | None, done: set[int]) -> Figures | None:
    """An apposition is one actor with what it stands beside: a name beside a description takes the description's role."""
    sentence = scene.sentence
    beside = [head for head in sentence.dependents(phrase.head, "appos") if head in scene.phrases and head not in done]
    if not beside or figures is None or len(figures) != 1:
        return figures
    other = scene.phrases[beside[0]]
    if phrase.first <= other.head <= phrase.last:
        return figures
    _resolve(stage, scene, other, done)
    found = stage.of_head(sentence.index, other.head)
    if len(found) == 1:
        return (_unite(stage, figures[0], found[0], other),)
    return figures


def _unite(stage: Stage, one: Figure, other: Figure, phrase: Phrase) -> Figure:
    one, other = one.itself(), other.itself()
    if one is other or one.kind != other.kind:
        return one
    if (
        one.named
        and other.named
        and (one.kind != "person" or not (people.matches(one.tokens, other.tokens) or people.matches(other.tokens, one.tokens)))
    ):
        return one
    target, source = (one, other) if one.named or not other.named else (other, one)
    if target.country and source.country and target.country != source.country:
        return one
    absorb(target, source)
    people.describe(stage, target, source.role or "", source.lemma, None)
    return target


def _coordinate(stage: Stage, sentence: Sentence, head: int) -> None:
    """Note a coordination of actors as one thing heard of, so that "they" and "both" can mean it."""
    if sentence.tokens[head].deprel == "conj":
        return
    members = conjuncts(sentence, head)
    if len(members) < 2:
        return
    figures = tuple(dict.fromkeys(figure for one in members for figure in stage.of_head(sentence.index, one)))
    phrase = stage.scenes[sentence.index].phrases[head]
    if len(figures) > 1 and all(figure.kind != "place" for figure in figures):
        stage.hear(phrase, figures, weight(phrase) + 0.3)


def _link_forward(stage: Stage) -> None:
    """Let a description without a name early in the report be the person whom the report names later in that role."""
    named = [figure for figure in stage.persons() if figure.named]
    for figure in list(stage.persons()):
        if figure.named or figure.plural or not figure.country or not figure.lemma:
            continue
        if figure.confidence > 0.75 and figure.name[:1].islower() is False and figure.role is None:
            continue
        fits = [one for one in named if one.country == figure.country and nominals.accepts_role(stage, figure.lemma, one)]
        if len(fits) == 1 and figure.lemma not in {"official", "diplomat", "spokesman", "officer", "soldier", "member"}:
            absorb(fits[0], figure)


def _cast(stage: Stage) -> Cast:
    figures = [figure for figure in stage.figures if figure.same is None]
    ids = {id(figure): f"a{number}" for number, figure in enumerate(figures, 1)}
    phrases = []
    for scene in stage.scenes:
        inside = [phrase for (index, _), phrase in stage.inner.items() if index == scene.sentence.index]
        for phrase in sorted([*scene.phrases.values(), *inside], key=lambda one: one.head):
            meant = stage.meant.get((scene.sentence.index, phrase.head))
            if meant is None:
                continue
            actors = tuple(dict.fromkeys(ids[id(figure.itself())] for figure in meant))
            span = scene.sentence.tokens[phrase.first].start, scene.sentence.tokens[phrase.last].end
            phrases.append(
                NounPhrase(scene.sentence.index, phrase.first, phrase.last, phrase.head, Mention(span, phrase.form), actors)
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
