"""Attributions by verbs: "X said that ...", "accused Y of ...", "..., said X", "declined to say ..."."""

from collections.abc import Iterator

from casus.reading.attribution.attribution import QUOTE_MARKS, Attribution, noun_phrase, trim
from casus.reading.attribution.cues import Cue, Lexicon
from casus.reading.attribution.frames import held
from casus.reading.attribution.held import Held, persons
from casus.reading.attribution.voice import is_passive, quoter
from casus.reading.model import Act, Modality
from casus.reading.parse import Sentence
from casus.reading.syntax import by_agents, grammatical_subject, oblique, preposition

_DOUBT = {"denied": 0.5, "supposed": 0.5, "possible": 0.6, "planned": 0.7, "demanded": 0.4, "promised": 0.4, "threatened": 0.4}
"""What is left of the certainty of a cue that tells of no saying yet, or of none at all."""
_TO_BE_SAID: dict[str, Modality] = {"demand": "demanded", "promise": "promised", "threaten": "threatened"}
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "would", "'d", "should", "must", "ca"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})
_OPENING_WORDS = 2
_WHETHER = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which"})


def verb_attributions(sentence: Sentence, lexicon: Lexicon, wide: bool) -> Iterator[Attribution]:
    """Every attribution that a verb of the lexicon tells in a sentence. `wide` takes the wide cues in."""
    for token in sentence.tokens:
        if token.upos not in ("VERB", "AUX"):
            continue
        governor = (
            sentence.tokens[token.head].lemma if token.deprel in ("xcomp", "ccomp", "advcl", "obl") and token.head >= 0 else ""
        )
        if governor in lexicon.withheld and token.head < token.index and not sentence.dependents(token.index, "nsubj"):
            continue
        if token.lemma in lexicon.refusal and (declined := _declined(sentence, token.index, lexicon)):
            yield declined
            continue
        for cue in lexicon.of_verb(token.lemma):
            if cue.wide and not wide:
                continue
            found = held(sentence, token.index, cue, lexicon)
            if found and (attribution := _attribution(sentence, token.index, cue, found[0], found[1], lexicon)):
                yield attribution
                break


def _attribution(sentence: Sentence, verb: int, cue: Cue, frame: str, words: Held, lexicon: Lexicon) -> Attribution | None:
    speaker, via = speaker_of(sentence, verb, words.content, lexicon)
    act, certainty = cue.act, cue.certainty
    if words.noun is not None and (noun := lexicon.nouns.get(sentence.tokens[words.noun].lemma)):
        act = (
            noun.act
            if act == "say" and frame == "speech"
            else "deny"
            if act == "reject" and noun.act in ("say", "accuse")
            else act
        )
    modality = modality_of(sentence, verb, lexicon)
    if modality == "denied":
        if cue.negated:
            act, modality = cue.negated, "actual"
        elif frame == "clause" and _asks(sentence, words.content):
            act, modality = "decline to say", "actual"
    cue_tokens = {verb, *words.cue}
    held_words = words.content | _proviso(sentence, verb)
    quoting = quoter(sentence, verb)
    if quoting is not None:
        cue_tokens.update(index for index in (quoting, *_as_marker(sentence, verb)))
    content = trim(sentence, _without_marker(sentence, held_words - cue_tokens))
    source = noun_phrase(sentence, speaker, (verb,)) if speaker is not None else ()
    content = tuple(index for index in content if index not in set(source)) if len(source) < len(content) else content
    if not content:
        return None
    return Attribution(
        sentence=sentence.index,
        act=act,
        rule=f"verb {frame}",
        certainty=certainty * _DOUBT.get(modality, 1.0),
        content=trim(sentence, content),
        cue=tuple(sorted(cue_tokens)),
        cue_head=verb,
        source=source,
        source_head=speaker,
        source_sentence=sentence.index,
        addressees=tuple(person for person in words.addressees if person != speaker),
        via=tuple(via) or medium(sentence, verb, lexicon),
        modality=modality,
        wide=cue.wide,
    )


def _proviso(sentence: Sentence, verb: int) -> frozenset[int]:
    """The condition after what is said, where the parse hangs it on the cue ("threatened to leave if ...")."""
    for child in sentence.dependents(verb, "advcl"):
        if child > verb and preposition(sentence, child) in ("if", "unless"):
            return frozenset(sentence.subtree(child))
    return frozenset()


def _without_marker(sentence: Sentence, content: frozenset[int]) -> list[int]:
    """Content without the "that" or "to" that opens it."""
    ordered = sorted(content)
    while ordered and sentence.tokens[ordered[0]].upos == "PUNCT" and sentence.tokens[ordered[0]].text not in QUOTE_MARKS:
        ordered.pop(0)
    if ordered and sentence.tokens[ordered[0]].text.lower() == "that" and sentence.tokens[ordered[0]].upos == "SCONJ":
        ordered.pop(0)
    return ordered


def _asks(sentence: Sentence, content: frozenset[int]) -> bool:
    return any(sentence.tokens[index].text.lower() in _WHETHER for index in sorted(content)[:_OPENING_WORDS])


def speaker_of(sentence: Sentence, verb: int, content: frozenset[int], lexicon: Lexicon) -> tuple[int | None, tuple[int, ...]]:
    """The head of the speaker's noun phrase, and tokens of a carrier who quotes it."""
    quoting = quoter(sentence, verb)
    if quoting is not None:
        if is_passive(sentence, quoting):
            carrier = by_agents(sentence, quoting) + by_agents(sentence, verb)
            quoted = grammatical_subject(sentence, quoting)
            return (quoted[0] if quoted else None), _phrase_of(sentence, carrier)
        subject = grammatical_subject(sentence, quoting)
        quoted_objects = sentence.dependents(quoting, "obj", "iobj")
        if quoted_objects:
            return quoted_objects[0], _phrase_of(sentence, [subject[0]] if subject else [])
    if is_passive(sentence, verb):
        named = [agent for agent in by_agents(sentence, verb) if agent not in content]
        return (named[0] if named else None), ()
    subjects = [child for child in sentence.dependents(verb, "nsubj") if sentence.tokens[child].text.lower() not in lexicon.days]
    if len(subjects) > 1:
        return min(subjects, key=lambda subject: abs(subject - verb)), ()
    if (
        not subjects
        and (displaced := _subject_of_content(sentence, verb) or _subject_after_conjunction(sentence, verb)) is not None
    ):
        return displaced, ()
    found = grammatical_subject(sentence, verb)
    if found is None or found[0] in content:
        return _inverted(sentence, verb, content), ()
    head, token = found[0], sentence.tokens[found[0]]
    if token.deprel != "nsubj" and any(sentence.tokens[child].deprel == "cop" for child in sentence.children[head]):
        subjects = [child for child in sentence.dependents(head, "nsubj") if child not in content]
        if subjects:
            head, token = subjects[0], sentence.tokens[subjects[0]]
    if token.text.lower() in ("it", "there") and is_passive(sentence, verb):
        return None, ()
    return head, ()


def _subject_of_content(sentence: Sentence, verb: int) -> int | None:
    """The subject before a cue that the parse gave to the clause after it, which has a subject of its own as well."""
    for clause in sentence.dependents(verb, "ccomp"):
        subjects = sentence.dependents(clause, "nsubj")
        if len(subjects) > 1 and subjects[0] < verb < subjects[-1]:
            return subjects[0]
    return None


def _subject_after_conjunction(sentence: Sentence, verb: int) -> int | None:
    """The noun between "and" and a coordinated cue, where the parse left the cue without a subject."""
    if sentence.tokens[verb].deprel != "conj" or sentence.tokens[verb].text.lower().endswith("ing"):
        return None
    joints = [child for child in sentence.dependents(verb, "cc") if child < verb - 1]
    if not joints:
        return None
    nominal = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")
    start = joints[-1] + 1
    if sentence.tokens[start].upos not in nominal:
        return None
    run = [start]
    while run[-1] + 1 < verb and sentence.tokens[run[-1] + 1].upos in nominal:
        run.append(run[-1] + 1)
    inside = set(run)
    named = [index for index in run if sentence.tokens[index].upos in ("NOUN", "PROPN", "PRON")]
    tops = [index for index in named if sentence.tokens[index].head not in inside]
    return next(iter(tops or named), None)


def _inverted(sentence: Sentence, verb: int, content: frozenset[int]) -> int | None:
    """The subject of a cue at a sentence's end that the parse left without one: "..., said the minister"."""
    if sentence.tokens[verb].text.lower().endswith("ing"):
        return None
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if child == verb + 1 and child not in content and token.deprel in ("obj", "dep") and token.upos in ("PROPN", "PRON"):
            return child
    return None


def _phrase_of(sentence: Sentence, heads: list[int]) -> tuple[int, ...]:
    return noun_phrase(sentence, heads[0]) if heads else ()


def _as_marker(sentence: Sentence, verb: int) -> list[int]:
    return [child for child in sentence.children[verb] if sentence.tokens[child].text.lower() == "as"]


def medium(sentence: Sentence, verb: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Tokens of the paper or broadcast that a verb of saying names: "said in a statement", "told the BBC in an interview"."""
    for child in oblique(sentence, verb, frozenset({"in", "on", "during", "via", "by"})):
        if sentence.tokens[child].lemma in lexicon.documents:
            return tuple(index for index in trim(sentence, sentence.subtree(child)) if index not in _case(sentence, child))
    return ()


def _case(sentence: Sentence, head: int) -> set[int]:
    return {child for child in sentence.children[head] if sentence.tokens[child].deprel == "case"}


def modality_of(sentence: Sentence, verb: int, lexicon: Lexicon) -> Modality:
    """Whether a saying took place, is to come, could be, or is told as not so."""
    token = sentence.tokens[verb]
    below = [sentence.tokens[child] for child in sentence.children[verb]]
    head = sentence.tokens[token.head] if token.head >= 0 else None
    negated = any(child.text.lower() in _NEGATIONS and child.deprel in ("advmod", "aux", "cc", "cc:preconj") for child in below)
    if head and token.deprel in ("xcomp", "ccomp") and head.lemma in ("deny", "avoid"):
        return "denied"
    if negated or _none_was(sentence, verb):
        return "denied"
    auxiliaries = {child.text.lower() for child in below if child.deprel.startswith("aux")}
    if any(child.deprel in ("mark", "advmod") and child.text.lower() in _CONDITIONS for child in below if child.index < verb):
        return "supposed"
    if auxiliaries & _FUTURE:
        return "planned"
    if auxiliaries & _POSSIBLE:
        return "possible"
    if head and token.deprel == "xcomp" and head.lemma in lexicon.prospect:
        return "planned"
    if head and token.deprel in ("xcomp", "advcl") and preposition(sentence, verb) == "to":
        acts = {cue.act for cue in lexicon.of_verb(head.lemma) if not cue.wide}
        for act, modality in _TO_BE_SAID.items():
            if act in acts:
                return modality
    return "actual"


def _none_was(sentence: Sentence, verb: int) -> bool:
    """Whether a passive tells of nothing said ("no decision was announced")."""
    return is_passive(sentence, verb) and any(
        sentence.tokens[child].text.lower() == "no" and sentence.tokens[child].deprel == "det"
        for subject in sentence.dependents(verb, "nsubj")
        for child in sentence.children[subject]
    )


def _declined(sentence: Sentence, verb: int, lexicon: Lexicon) -> Attribution | None:
    """ "declined to comment", "refused to say whether ..." """
    for child in sentence.dependents(verb, "xcomp"):
        if sentence.tokens[child].lemma not in lexicon.saying:
            continue
        content = trim(sentence, sentence.subtree(child))
        speaker, _ = speaker_of(sentence, verb, frozenset(content), lexicon)
        return Attribution(
            sentence=sentence.index,
            act="decline to say",
            rule="verb declined",
            certainty=0.85,
            content=content,
            cue=(verb,),
            cue_head=verb,
            source=noun_phrase(sentence, speaker, (verb,)) if speaker is not None else (),
            source_head=speaker,
            source_sentence=sentence.index,
            addressees=persons(sentence, child) if sentence.tokens[child].lemma == "tell" else (),
            modality=modality_of(sentence, verb, lexicon),
        )
    return None


def act_of_verb(lexicon: Lexicon, lemma: str) -> Act:
    """The act of a verb that the encoder took for a cue: the one that all its cues share, else "say"."""
    acts = {cue.act for cue in lexicon.of_verb(lemma) if not cue.wide}
    return acts.pop() if len(acts) == 1 else "say"
