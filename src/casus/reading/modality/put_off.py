"""Deeds that are put off, held back, awaited or wanted, by words that do not govern them as a verb does its object."""

from casus.reading.modality.lexicon import operators
from casus.reading.modality.negation import negated
from casus.reading.parse import Sentence
from casus.reading.syntax import own_subject, patients, preposition

_ON_TRACK = frozenset({"track", "course", "schedule", "target"})
_IN_THE_MAKING = frozenset({"work", "works", "pipeline", "offing", "making", "preparation"})
_ON_HOLD = frozenset({"hold", "ice", "table", "agenda", "card"})


def put_off(sentence: Sentence, head: int, child: int) -> str | None:
    """What the word at `head` makes of a deed at `child` that is on track or on hold, delayed, held off on, guarded against, or
    among the options (a kind of operators.yaml); None where none of this is told."""
    words, above, below = operators(), sentence.tokens[head], sentence.tokens[child]
    relation, marker = below.deprel.partition(":")[0], preposition(sentence, child)
    if relation == "nsubj" and preposition(sentence, head) == "on":
        if above.lemma in _ON_TRACK:
            return "planned"
        if above.lemma in _ON_HOLD:
            return "possible"
    if relation == "nsubj" and preposition(sentence, head) == "in" and above.lemma in _IN_THE_MAKING:
        return "planned"
    if relation == "nsubj" and _ended_before(sentence, head):
        return "denied"
    if above.text.lower() in ("open", "closer", "close") and above.upos in ("ADJ", "ADV") and marker == "to":
        return "possible"  # "is open to talks", "moved closer to sanctions"
    if above.text.lower() in ("against", "for") and above.upos in ("SCONJ", "ADP") and relation in ("xcomp", "ccomp", "advcl"):
        return "possible"  # "is against sending soldiers"
    if marker == "including":
        subject = own_subject(sentence, head)
        group = above if above.upos == "NOUN" else sentence.tokens[subject] if subject is not None else above
        return words.nouns.get(group.lemma.lower())  # "all options are open, including an attack"
    if above.upos == "VERB":
        return _of_verb(sentence, head, relation, marker)
    if above.upos != "NOUN":
        return None
    if relation == "obl" and any(sentence.tokens[c].deprel == "cop" for c in sentence.children[head]):
        return words.nouns.get(above.lemma.lower()) if marker in ("for", "against") else None  # "is on alert for an attack"
    if above.deprel == "root" and marker and marker in words.prepositions.get(above.lemma.lower(), ()):
        return words.verbs.get(above.lemma.lower())  # a verb taken for a noun: "Japan trains for an attack"
    if above.deprel == "obj" and relation in ("nmod", "acl"):
        verb = sentence.tokens[above.head].lemma
        return words.verbs.get(verb) if verb in words.persons and marker in words.prepositions.get(verb, ()) else None
    return None


def _of_verb(sentence: Sentence, verb: int, relation: str, marker: str) -> str | None:
    lemma, particles = sentence.tokens[verb].lemma, {sentence.tokens[c].text.lower() for c in sentence.children[verb]}
    subject = own_subject(sentence, verb)
    if lemma in ("act", "play") and "out" in particles and relation == "obj":
        return "possible"  # "acted out the seizure"
    if lemma == "hold" and "off" in particles and marker == "on":
        return "not so"  # "held off on sanctions"
    if lemma == "hold" and particles & {"back", "up"} and relation in ("obj", "nsubj"):
        return "not so"  # "held back a shipment"
    if lemma == "draw" and "up" in particles and relation == "obj":
        return "planned"
    if lemma == "delay" and relation in ("obj", "nsubj"):
        return "planned"
    if relation == "obj" and subject is not None and sentence.tokens[subject].lemma.lower() in ("delay", "setback", "hitch"):
        return "planned"  # "delays have hit the delivery"
    if lemma in ("blame", "accuse", "suspect") and marker in ("for", "of") and relation in ("obl", "advcl", "xcomp"):
        return "denied" if particles & operators().wrongly else None
    return None


def wanted_done(sentence: Sentence, participle: int) -> bool:
    """Whether a participle after a noun is what somebody wants done to it ("wants the tanks sent to Chad")."""
    token = sentence.tokens[participle]
    if token.deprel != "acl" or token.upos != "VERB" or preposition(sentence, participle):
        return False
    noun = sentence.tokens[token.head]
    return noun.deprel == "obj" and sentence.tokens[noun.head].lemma in ("want", "need", "wish")


def objected_to(sentence: Sentence, participle: int) -> bool:
    """Whether a participle after a noun is what somebody is against or afraid of ("objects to Brazil selling planes"), or says
    which ones, if any, are meant ("any planes sold")."""
    token = sentence.tokens[participle]
    against = ("oppose", "object", "resist", "fear", "dread", "risk")
    if token.deprel == "advcl" and token.text.lower().endswith("ing") and sentence.tokens[token.head].lemma in against:
        return participle - 1 in sentence.children[participle] and sentence.tokens[participle - 1].upos in ("NOUN", "PROPN")
    if token.deprel != "acl" or token.upos != "VERB" or preposition(sentence, participle):
        return False
    noun = sentence.tokens[token.head]
    if any(sentence.tokens[child].text.lower() == "any" for child in sentence.dependents(noun.index, "det")):
        return True
    return noun.head >= 0 and sentence.tokens[noun.head].lemma in against and token.text.lower().endswith("ing")


def only_laid_down(sentence: Sentence, verb: int) -> bool:
    """Whether a bill or plan does what a verb tells in the present, or somebody under one ("the bill bans imports", "under the
    plan, Peru withdraws")."""
    token = sentence.tokens[verb]
    if token.upos != "VERB" or token.text.lower() not in (token.lemma, f"{token.lemma}s", f"{token.lemma}es"):
        return False
    subject = own_subject(sentence, verb)
    frames = [child for child in sentence.dependents(verb, "obl") if preposition(sentence, child) == "under"]
    bearers = [*frames, *([subject] if subject is not None else [])]
    return any(sentence.tokens[bearer].lemma.lower() in operators().schemes for bearer in bearers)


def _ended_before(sentence: Sentence, verb: int) -> bool:
    """Whether something ended before it began ("the talks collapsed before they began")."""
    for clause in sentence.dependents(verb, "advcl"):
        subject = own_subject(sentence, clause)
        itself = subject is not None and sentence.tokens[subject].text.lower() in ("they", "it")
        if itself and preposition(sentence, clause) == "before" and sentence.tokens[clause].lemma in operators().happening:
            return True
    return False


def comes_to_nothing(sentence: Sentence, verb: int) -> bool:
    """ "failed to materialise", "fell through"."""
    below = [sentence.tokens[child] for child in sentence.children[verb]]
    if sentence.tokens[verb].lemma == "fail":
        return any(token.deprel == "xcomp" and token.lemma in operators().happening for token in below)
    return sentence.tokens[verb].lemma == "fall" and any(token.text.lower() == "through" for token in below)


def groundless(sentence: Sentence, verb: int) -> bool:
    """ "has no basis", "lacks any foundation"."""
    grounds = [head for head in patients(sentence, verb) if sentence.tokens[head].lemma in operators().grounds]
    return any(sentence.tokens[verb].lemma == "lack" or negated(sentence, head) for head in grounds)
