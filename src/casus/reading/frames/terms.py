"""Where a report tells what an agreement lays down: of the agreement, under it, or of what its sides will, may or must do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casus.reading.frames.agreements import Told
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.phrases import phrase_span
from casus.reading.frames.provision_kinds import kind_of
from casus.reading.frames.terms_of_sides import about_the_sides, goes_on, last_told, may_or_must, of_the_sides
from casus.reading.modality import condition_marker, mood_of
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import by_agents, is_passive, own_subject, preposition

_CONTENT = frozenset({"obj", "obl", "xcomp", "ccomp", "acl", "advcl"})
_CONTENT_PREPOSITIONS = frozenset({"for", "to", "as", "", "that", "from"})
_BINDING = frozenset({"oblige", "commit", "bind", "require", "allow", "permit", "forbid"})
_UNDER = frozenset({"under", "in", "by", "according to"})
Places = dict[tuple[int, int], Told]
"""The agreements by the phrases that mean them, as (sentence, token)."""


@dataclass(frozen=True, slots=True)
class Term:
    """What an agreement lays down: the verb that tells it, the token that heads it (the verb itself for a whole clause), and the
    agreement."""

    verb: int
    content: int
    told: Told


def find_terms(scene: Scene, agreements: tuple[Told, ...]) -> Iterator[tuple[Sentence, Term]]:
    """Every term of every agreement that a report tells, with its sentence, in order of the text."""
    places = {place: told for told in agreements for place in told.phrases}
    latest: dict[str, int] = {}
    for sentence in scene.document.sentences if agreements else ():
        before = dict(latest)
        for term in _in_sentence(scene, sentence, places, agreements, before):
            latest[term.told.agreement.id] = sentence.index
            yield sentence, term


def _in_sentence(
    scene: Scene, sentence: Sentence, places: Places, agreements: tuple[Told, ...], latest: dict[str, int]
) -> Iterator[Term]:
    """The terms that a sentence tells; `latest` is the last sentence before that told a term, by agreement."""
    for token in sentence.tokens:
        verb = token.index
        under = (
            _under(scene, sentence, verb, places, agreements)
            or _beside(sentence, verb, places, agreements)
            or of_the_sides(scene, sentence, verb, agreements, latest)
        )
        if under is not None and laid_down(sentence, verb):
            told, contents = under, [verb]
        elif token.upos == "VERB" and (of := subject_agreement(sentence, verb, places, agreements, latest)) is not None:
            lays_down = token.lemma in word_set("agreements", "provision_verbs") and _says_a_term(scene, sentence, verb)
            told, contents = of, (_contents(sentence, verb) or _whole(sentence, verb)) if lays_down else []
        elif token.upos in ("VERB", "ADJ") and (on := goes_on(scene, sentence, verb, agreements, latest)) is not None:
            told, contents = on, [verb]
        else:
            continue
        for content in _apart(scene, sentence, contents):
            yield Term(verb, content, told)
        if contents:
            for head in _in_return(sentence, verb):
                yield Term(head, head, told)


def _under(scene: Scene, sentence: Sentence, verb: int, places: Places, agreements: tuple[Told, ...]) -> Told | None:
    """The agreement under which a clause holds ("under the treaty a withdrawal takes effect ...", "under which they
    undertook")."""
    if sentence.tokens[verb].upos not in ("VERB", "ADJ", "NOUN"):
        return None
    for child in sentence.children[verb]:
        if sentence.tokens[child].deprel.partition(":")[0] != "obl" or preposition(sentence, child) not in _UNDER:
            continue
        named = places.get((sentence.index, child))
        if named is not None and (preposition(sentence, child) in ("under", "according to") or _undertakes(sentence, verb)):
            return named
        if preposition(sentence, child) == "under" and sentence.tokens[child].lemma.lower() in word_set(
            "agreements", "own_words"
        ):
            return last_told(sentence, agreements)
        if sentence.tokens[child].text.lower() == "which" and sentence.tokens[verb].deprel == "acl:relcl":
            return _of_phrase(sentence, sentence.tokens[verb].head, places)
    token = sentence.tokens[verb]
    if token.deprel == "conj" and token.upos == "VERB":
        above = _under(scene, sentence, token.head, places, agreements)
        own = own_subject(sentence, verb)
        if above is None or own is None:
            return above
        named_side = set(scene.states_of(scene.involved(sentence, own))) & set(above.agreement.parties)
        return above if named_side or about_the_sides(sentence, own) else None
    return None


def _of_phrase(sentence: Sentence, head: int, places: Places) -> Told | None:
    """The agreement that a noun means or belongs to the phrase of ("a pact with Chad that requires ...")."""
    for _ in range(3):
        if (sentence.index, head) in places:
            return places[(sentence.index, head)]
        token = sentence.tokens[head]
        if token.deprel.partition(":")[0] not in ("nmod", "obl", "conj") or token.head < 0:
            return None
        beside = [c for c in sentence.children[token.head] if (sentence.index, c) in places and c < head]
        if token.deprel.startswith("obl"):
            return places[(sentence.index, beside[-1])] if beside else None
        head = token.head
    return None


def _undertakes(sentence: Sentence, verb: int) -> bool:
    return sentence.tokens[verb].lemma in word_set("agreements", "undertaking")


def _beside(sentence: Sentence, verb: int, places: Places, agreements: tuple[Told, ...]) -> Told | None:
    """The agreement whose terms go on in a clause about its sides ("it obliges both to ..., and neither may ...")."""
    token, subject = sentence.tokens[verb], own_subject(sentence, verb)
    if token.deprel != "conj" or token.upos != "VERB" or subject is None or not may_or_must(sentence, verb):
        return None
    if not about_the_sides(sentence, subject) or sentence.tokens[token.head].lemma not in word_set(
        "agreements", "provision_verbs"
    ):
        return None
    return subject_agreement(sentence, token.head, places, agreements)


def laid_down(sentence: Sentence, verb: int) -> bool:
    """Whether what stands under an agreement is its term: told as so or as to be, or as what the sides may or may not do."""
    to_be = any(sentence.tokens[child].text.lower() in ("will", "would") for child in sentence.children[verb])
    return to_be or may_or_must(sentence, verb) or mood_of(sentence, verb).modality not in ("denied", "possible")


def subject_agreement(
    sentence: Sentence, verb: int, places: Places, agreements: tuple[Told, ...], latest: Mapping[str, int] | None = None
) -> Told | None:
    """The agreement of which a verb tells what it lays down, None where its subject means none."""
    subject, token = own_subject(sentence, verb), sentence.tokens[verb]
    for child in by_agents(sentence, verb) if is_passive(sentence, verb) else ():
        if (sentence.index, child) in places:
            return places[(sentence.index, child)]
    if subject is None:
        above = token.head
        if token.deprel == "acl" and token.text.endswith("ing"):
            return places.get((sentence.index, above))
        if token.deprel == "conj" and sentence.tokens[above].upos == "VERB":
            return subject_agreement(sentence, above, places, agreements, latest)
        return None
    named = _of_phrase(sentence, subject, places) if token.deprel == "acl:relcl" else places.get((sentence.index, subject))
    if named is not None:
        return named
    inner = sentence.tokens[subject].text.lower() == "it" and token.deprel not in ("root", "conj", "parataxis")
    pronoun = sentence.tokens[subject].text.lower() in ("it", "this", "which") and not inner
    if pronoun and token.lemma in word_set("agreements", "laying_down"):
        return last_told(sentence, agreements, latest)
    if sentence.tokens[subject].lemma.lower() in word_set("agreements", "own_words"):
        of = next((c for c in sentence.children[subject] if (sentence.index, c) in places), None)
        return places[(sentence.index, of)] if of is not None else last_told(sentence, agreements, latest)
    return None


def _contents(sentence: Sentence, verb: int) -> list[int]:
    """What a verb of laying down has as content: its clauses, or else its objects and "for" phrases."""
    lemma, clauses, things = sentence.tokens[verb].lemma, [], []
    if lemma in word_set("agreements", "whole_clauses"):
        return []
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        relation, marker = token.deprel.partition(":")[0], preposition(sentence, child)
        if relation not in _CONTENT or condition_marker(sentence, child) or marker not in _CONTENT_PREPOSITIONS:
            continue
        if relation in ("xcomp", "ccomp") or (relation == "advcl" and marker == "to" and lemma in _BINDING):
            clauses.append(child)
        elif relation == "obj":
            clauses.extend(c for c in sentence.children[child] if sentence.tokens[c].deprel == "acl" and lemma in _BINDING)
            if token.upos != "PRON":
                things.append(child)
        elif relation == "obl" and marker == "for" and lemma in ("provide", "call"):
            things.append(child)
    if clauses:
        return clauses + [c for clause in clauses for c in sentence.children[clause] if sentence.tokens[c].deprel == "conj"]
    if lemma in _BINDING and any(about_the_sides(sentence, thing) for thing in things):
        return []
    return things + [c for thing in things for c in sentence.children[thing] if sentence.tokens[c].deprel == "conj"]


def _apart(scene: Scene, sentence: Sentence, contents: list[int]) -> list[int]:
    """The contents that are terms of their own: things listed with the first one are so where they are of another kind ("joint
    patrols and the return of refugees")."""
    kinds = [kind_of(scene.document.words(phrase_span(sentence, content))) for content in contents]
    clausal = [sentence.tokens[content].upos == "VERB" for content in contents]
    return [
        content
        for n, content in enumerate(contents)
        if n == 0 or clausal[n] or (kinds[n] not in kinds[:n] and kinds[n] != "other")
    ]


def _says_a_term(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Whether a verb of laying down tells a term, not what came of it ("it ended the war") or what somebody says ("it says")."""
    subject, token = own_subject(sentence, verb), sentence.tokens[verb]
    present = token.text.lower() in (token.lemma, f"{token.lemma}s", f"{token.lemma}es") or token.text.endswith("ing")
    if token.lemma in word_set("agreements", "present_only") and not present:
        return False
    if token.lemma not in word_set("agreements", "saying") or subject is None:
        return True
    if sentence.tokens[subject].text.lower() not in ("it", "this"):
        return True
    return kind_of(scene.document.words(sentence.span_of(sentence.subtree(verb)))) not in ("other", "cooperation", "relief")


def _whole(sentence: Sentence, verb: int) -> list[int]:
    """The verb itself, where all that stands after it is what is laid down ("treats an attack on either as one on both")."""
    after = any(child > verb and sentence.tokens[child].deprel not in ("punct", "cc") for child in sentence.children[verb])
    return [verb] if after else []


def _in_return(sentence: Sentence, verb: int) -> list[int]:
    """What is given for a term ("in return for the lifting of sanctions")."""
    found = []
    for child in sentence.subtree(verb, frozenset({"conj", "parataxis", "acl:relcl"})):
        if preposition(sentence, child) == "for" and sentence.tokens[child].upos in ("NOUN", "PROPN"):
            above = sentence.tokens[sentence.tokens[child].head]
            if above.lemma.lower() in ("return", "exchange") and preposition(sentence, above.index) == "in":
                found.append(child)
    return found
