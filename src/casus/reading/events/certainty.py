"""When a word that may tell an act, or none, tells one: by what it is done to, with what, or by whom."""

from casus.reading.events.casualties import casualties
from casus.reading.events.lexicon import Entry, predicates
from casus.reading.events.participants import Sides
from casus.reading.parse import Sentence
from casus.reading.syntax import grammatical_subject, is_passive, oblique, patients


def certain(sentence: Sentence, index: int, entry: Entry, sides: Sides) -> bool:
    """Whether a doubtful word tells an act all the same: done by an actor to a thing of that kind, or with casualties counted."""
    if sentence.tokens[index].upos != "VERB":
        return bool(sides.recipients) and sentence.tokens[index].lemma in predicates().undergone
    if entry.by_doer and sides.actors:
        return True
    if sides.recipients and sentence.tokens[index].lemma in predicates().of_people and is_passive(sentence, index):
        return True
    if entry.root == "ASSAULT" and sides.actors and _by_arms(sentence, index):
        return True
    things = [*patients(sentence, index), *oblique(sentence, index, frozenset({"at", "on", "to", "against", "for"}))]
    if sides.actors and any(sentence.tokens[thing].lemma.lower() in entry.onto for thing in things):
        return True
    killed, injured, _ = casualties(sentence, index) if entry.root == "ASSAULT" else (None, None, None)
    return bool(sides.recipients) and (killed is not None or injured is not None)


def _by_arms(sentence: Sentence, verb: int) -> bool:
    """Whether forces or weapons strike, or somebody strikes first, again or back ("should planes strike again")."""
    subject = grammatical_subject(sentence, verb)
    doer = sentence.tokens[subject[0]].lemma.lower() if subject is not None and not subject[1] else ""
    again = any(sentence.tokens[child].text.lower() in ("first", "again", "back") for child in sentence.children[verb])
    return doer in predicates().armed or (again and sentence.tokens[verb].lemma in ("strike", "hit", "shoot", "fire"))
