"""What a pronoun can't mean and what its place in the clause prefers: clause mates, its own phrase, who quotes it."""

from casus.reading.actors.figures import Figures, Stage
from casus.reading.actors.people import matches, parts
from casus.reading.actors.phrases import Phrase, conjuncts
from casus.reading.syntax import grammatical_subject

_ARGUMENTS = ("nsubj", "obj", "iobj", "obl")


def clause_mates(stage: Stage, phrase: Phrase) -> set[int]:
    """Heads of the other arguments of the pronoun's own verb: a plain pronoun never means the same as they."""
    sentence, token = phrase.sentence, phrase.token
    if token.deprel == "nmod:poss":
        return _of_others(stage, phrase)
    if phrase.governor < 0:
        return set()
    heads = sentence.dependents(phrase.governor, *_ARGUMENTS)
    governor = sentence.tokens[phrase.governor]
    if governor.deprel == "conj" and governor.upos == "VERB" and not phrase.relation.startswith("nsubj"):
        understood = grammatical_subject(sentence, phrase.governor)
        heads += [understood[0]] if understood and understood[0] not in heads else []
    return {mate for head in heads for mate in conjuncts(sentence, head) if mate != phrase.head}


def _of_others(stage: Stage, phrase: Phrase) -> set[int]:
    """The doer where an act befalls what is somebody else's: "Iraq ignored its demand", "violated its airspace"."""
    sentence, noun = phrase.sentence, phrase.sentence.tokens[phrase.token.head]
    if noun.head < 0 or not noun.deprel.startswith("obj") or not stage.lexicon.among(noun.lemma.lower(), "others_things"):
        return set()
    if not stage.lexicon.among(sentence.tokens[noun.head].lemma.lower(), "others_verbs"):
        return set()
    doer = grammatical_subject(sentence, noun.head)
    return set(conjuncts(sentence, doer[0])) if doer else set()


def owning_subject(phrase: Phrase) -> int:
    """The subject of the clause that a possessive stands in: "closed its border" is mostly the doer's; -1 for other pronouns."""
    sentence, current = phrase.sentence, phrase.token.head
    if phrase.token.deprel != "nmod:poss":
        return -1
    for _ in range(4):
        if current < 0 or sentence.tokens[current].upos in {"VERB", "AUX"}:
            break
        current = sentence.tokens[current].head
    subject = grammatical_subject(sentence, current) if current >= 0 else None
    return subject[0] if subject else -1


def own_phrase(phrase: Phrase) -> set[int]:
    """Heads of the noun phrases that a possessive stands in, and their appositions: "his deputy" is not "he"."""
    sentence, current = phrase.sentence, phrase.head
    found: set[int] = set()
    while (
        sentence.tokens[current].deprel.partition(":")[0] in {"nmod", "compound", "appos"} and sentence.tokens[current].head >= 0
    ):
        current = sentence.tokens[current].head
        found.add(current)
        found.update(sentence.dependents(current, "appos"))
    return found


def quoting_subject(stage: Stage, phrase: Phrase) -> set[int]:
    """Tokens outside the pronoun's quotation in its sentence: in his own words a speaker is "I", not "he"."""
    if phrase.quoted < 0:
        return set()
    scene = stage.scenes[phrase.sentence.index]
    outside = set()
    for token in phrase.sentence.tokens:
        if token.deprel.startswith("nsubj") and scene.quoted[token.index] != phrase.quoted:
            verb = phrase.sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
            if stage.lexicon.among(verb, "speech_words"):
                outside.add(token.index)
    return outside


def said_by_it(stage: Stage, phrase: Phrase) -> set[int]:
    """Tokens of what a pronoun, as subject of a verb of saying after it, says: who is first told of there does not say it ("if a
    pilot had taken off, he said, ...")."""
    sentence, verb = phrase.sentence, phrase.governor
    if verb < 0 or not phrase.relation.startswith("nsubj"):
        return set()
    if not stage.lexicon.among(sentence.tokens[verb].lemma.lower(), "speech_words"):
        return set()
    said = {
        token
        for clause in sentence.dependents(verb, "ccomp", "advcl", "parataxis")
        if clause < phrase.head or sentence.tokens[clause].deprel == "ccomp"
        for token in sentence.subtree(clause)
    }
    above = sentence.tokens[verb].head
    if sentence.tokens[verb].deprel == "parataxis" and above >= 0 and not sentence.dependents(verb, "ccomp", "obj", "xcomp"):
        said |= set(range(len(sentence.tokens))) - set(sentence.subtree(verb))
    return said


def named_at(stage: Stage, sentence: int, head: int) -> Figures:
    """What a head means, or will mean when it is read: a person's name further on in the sentence."""
    figures = stage.of_head(sentence, head)
    name = stage.person_names.get((sentence, head))
    if figures or name is None:
        return figures
    return tuple(figure for figure in stage.persons() if figure.named and matches(parts(name.tokens), figure.tokens))[:1]
