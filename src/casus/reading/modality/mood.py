"""The modality of a predicate: what its own auxiliaries, its negation and all that governs it make of it.

From the predicate upwards every governing word may change what holds: "plans to attack" is planned, "denied planning to
attack" denied, "urged both sides to avoid an attack" demanded and negated. Which words do so is data (operators.yaml), how they
combine is `_composed`; the classes follow TimeML's modal, evidential, conditional and (counter-)factive links.
"""

from dataclasses import replace

from casus.reading.modality.belied import belied, in_scare_quotes
from casus.reading.modality.composing import PENDING, Mood, as_modality, composed, conditional, turned
from casus.reading.modality.conditions import condition_marker, condition_of, inverted_condition, questioned, undecided
from casus.reading.modality.fiction import fictional
from casus.reading.modality.gerunds import only_spoken_of
from casus.reading.modality.governing import dismissed, hearsay, leaves_open, operator_at, passes_negation, reported, short_of
from casus.reading.modality.imperatives import commanded, or_else
from casus.reading.modality.infinitives import due, for_a_purpose, in_present, is_to_be
from casus.reading.modality.lexicon import operators
from casus.reading.modality.negation import negated
from casus.reading.modality.openings import asked, left_open, on_any, still_ahead
from casus.reading.modality.prospects import of_some_kind
from casus.reading.modality.put_off import objected_to, only_laid_down, wanted_done
from casus.reading.model import Modality
from casus.reading.parse import Sentence
from casus.reading.syntax import preposition

_PASSES_DOWN = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "csubj", "obj", "obl", "nmod", "nsubj", "conj", "appos", "parataxis", "amod", "compound"}
)
_HIGHEST = 12


def mood_of(sentence: Sentence, index: int) -> Mood:
    """The mood of the predicate (verb, noun or adjective) at a token."""
    mood = _told(sentence, index)
    if mood.modality != "actual":
        return mood
    if belied(sentence, index):
        return Mood("denied")
    of_anyone = any(token.text.lower() in ("whoever", "whosoever", "whatever", "whichever") for token in sentence.tokens[:index])
    if fictional(sentence, index) or only_laid_down(sentence, index) or (of_anyone and in_present(sentence, index)):
        return replace(mood, modality="possible")
    return replace(mood, claimed=True) if in_scare_quotes(sentence, index) else mood


def _told(sentence: Sentence, index: int) -> Mood:
    mood, current = _own(sentence, index), index
    condition = condition_of(sentence, index)
    opening = inverted_condition(sentence)
    if opening is not None and index <= opening[1]:
        return Mood("supposed", negated(sentence, index))
    if opening is not None and condition is None:
        condition = opening[0]
    claimed = reported(sentence, index)
    for _ in range(_HIGHEST):
        token = sentence.tokens[current]
        relation, head = token.deprel.partition(":")[0], token.head
        if head < 0 or relation not in _PASSES_DOWN:
            break
        marker = _opener(sentence, current)
        if marker in operators().negative_prepositions or short_of(sentence, current):
            mood = turned(mood)
        if mood.modality == "actual" and marker == "to" and for_a_purpose(sentence, current, head, relation):
            mood = replace(mood, modality="planned")
        if (
            mood.modality == "actual"
            and only_spoken_of(sentence, current, marker)
            and operator_at(sentence, head, current) is None
        ):
            mood = replace(mood, modality="possible")
        generic = _of_any_or_none(sentence, head, current) if token.deprel == "acl:relcl" else None
        if generic is not None and mood.modality == "actual":
            return generic
        if (
            relation in ("ccomp", "parataxis")
            and mood.modality == "actual"
            and (questioned(sentence, current) or undecided(sentence, current))
        ):
            return Mood("possible")
        if mood.modality == "actual" and still_ahead(sentence, current, marker):
            mood = replace(mood, modality="planned" if marker in operators().forward else "possible")
        if mood.modality == "actual" and left_open(sentence, current, marker):
            mood = replace(mood, modality="possible")
        if preposition(sentence, head) == "on" and operator_at(sentence, head, current) == "supposed":
            return Mood("supposed", mood.negated or mood.modality == "denied")
        about_claim = sentence.tokens[head].lemma.lower() in operators().claims
        if mood.modality == "actual" and objected_to(sentence, current):
            return Mood("possible")
        if mood.modality == "actual" and wanted_done(sentence, current):
            return Mood("demanded")
        if mood.modality == "actual" and of_some_kind(sentence, current) and _only_wished(sentence, head):
            return Mood("possible")
        if (token.deprel == "acl:relcl" and not about_claim) or _merely_modifies(sentence, current, head, relation):
            break
        if mood.modality == "actual" and _taken_for_fact(sentence, current, head, relation):
            break
        if relation in ("advcl", "obl", "ccomp") and condition_marker(sentence, current):
            return Mood("supposed", (mood.negated or mood.modality == "denied") != (marker == "unless"))
        if (
            relation == "advcl"
            and (marker not in ("to", "of", "from", "for", "by", "on", "at", "") or _when(sentence, current))
            and operator_at(sentence, head, current) is None
        ):
            mood = _ahead(sentence, current, head, marker) if mood.modality == "actual" else mood
            break
        if claimed and dismissed(sentence, head):
            return Mood("denied")
        mood = _under(sentence, head, current, mood)
        claimed = claimed or hearsay(sentence, head, current)
        if condition is None and relation in ("xcomp", "ccomp", "obj", "conj", "obl"):
            condition = condition_of(sentence, head)
        current = head
    return _final(sentence, current, mood, condition, claimed)


def _opener(sentence: Sentence, clause: int) -> str:
    """What marks a clause or phrase; "to" where a subject stands between ("for Peru to attack"); "as if" for "as though" too."""
    marker = preposition(sentence, clause)
    marks = {sentence.tokens[c].text.lower() for c in sentence.children[clause] if sentence.tokens[c].deprel == "mark"}
    if marker == "as" and not marks.isdisjoint(("if", "though")):
        return "as if"
    return "to" if marker in ("for", "in order", "so as", "in order to", "so as to") and "to" in marks | {marker[-2:]} else marker


def _ahead(sentence: Sentence, clause: int, head: int, marker: str) -> Mood:
    """What a clause of time tells beside something that is still to come: "would talk before they attacked" leaves it open, "will
    meet when they come" counts on it."""
    while sentence.tokens[head].upos == "ADV" and sentence.tokens[head].head >= 0:
        head = sentence.tokens[head].head  # "as soon as they leave"
    above = mood_of(sentence, head).modality
    if marker == "in" and sentence.tokens[clause].text.lower().endswith("ing"):
        return Mood("possible" if above in PENDING else "actual")  # "would be neutral in negotiating"
    if above not in PENDING:
        coming = (marker in ("after", "once") or _when(sentence, clause)) and in_present(sentence, clause)
        told_now = in_present(sentence, head) and preposition(sentence, head) != "to"
        return Mood("planned" if coming and not sentence.headline and not told_now else "actual")
    if marker in ("before", "until", "till"):
        return Mood("possible")
    words = {sentence.tokens[child].text.lower() for child in sentence.children[head]}
    present = in_present(sentence, clause)
    first = min([clause, *sentence.children[clause]])
    soon = marker == "as" and first > 0 and sentence.tokens[first - 1].text.lower() == "soon"
    awaited = marker == "after" or soon or _when(sentence, clause)
    return Mood("planned" if awaited and (present or words & {"would", "could", "might"}) else "actual")


def _when(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[child].text.lower() == "when" for child in sentence.children[clause])


def _final(sentence: Sentence, top: int, mood: Mood, condition: int | None, claimed: bool) -> Mood:
    if (
        mood.modality == "actual"
        and asked(sentence)
        and (sentence.tokens[top].head < 0 or sentence.tokens[top].deprel in ("acl", "nmod"))
    ):
        return Mood("possible")
    if mood.modality in ("actual", "denied"):
        mood = replace(mood, negated=False, claimed=claimed)
    return conditional(mood, condition)


def _of_any_or_none(sentence: Sentence, noun: int, clause: int) -> Mood | None:
    """What a relative clause tells of whoever may do it ("any state that sold arms", "will punish a state that sells arms"), or
    of one who did not ("it was not Peru that fired")."""
    below = [sentence.tokens[child] for child in sentence.children[noun]]
    whoever = sentence.tokens[noun].lemma.lower() in ("all", "those", "everyone", "everybody") and in_present(sentence, clause)
    if (
        whoever
        or sentence.tokens[noun].lemma.lower() in ("anyone", "anybody", "whoever")
        or any(token.deprel == "det" and token.text.lower() == "any" for token in below)
    ):
        return Mood("supposed")
    if sentence.tokens[noun].deprel in ("appos", "parataxis", "dep"):
        return None  # "..., a charge that it rejects"
    if (
        sentence.tokens[noun].lemma in ("day", "moment", "minute", "hour")
        and in_present(sentence, clause)
        and not sentence.headline
    ):
        return Mood("supposed")  # "the day that they attack"
    definite = any(token.deprel in ("det", "nmod:poss", "nummod") and token.text.lower() not in ("a", "an") for token in below)
    if sentence.tokens[noun].upos == "NOUN" and not definite and in_present(sentence, clause) and _open_above(sentence, noun):
        return Mood("supposed")
    cleft = any(token.text.lower() == "it" and token.deprel in ("nsubj", "expl") for token in below)
    return Mood("denied") if cleft and negated(sentence, noun) else None


def _taken_for_fact(sentence: Sentence, noun: int, head: int, relation: str) -> bool:
    """Whether a deed with "the" is what somebody condemns or mourns, done or not ("refused to condemn the raid")."""
    below = (sentence.tokens[child] for child in sentence.children[noun])
    definite = any(
        token.deprel == "nmod:poss" or token.text.lower() in ("the", "this", "that", "these", "those") for token in below
    )
    named = sentence.tokens[noun].upos == "NOUN" and relation in ("obj", "obl", "nsubj")
    return named and definite and sentence.tokens[head].lemma in operators().presupposing


def _only_wished(sentence: Sentence, noun: int) -> bool:
    """Whether what governs a noun leaves open what is done to it, or is itself no fact ("seeks an injunction barring")."""
    head = sentence.tokens[noun].head
    return head >= 0 and (operator_at(sentence, head, noun) is not None or _open_above(sentence, noun))


def _open_above(sentence: Sentence, noun: int) -> bool:
    """Whether the verb that a noun belongs to tells of something that is not so, or not yet."""
    head = sentence.tokens[noun].head
    while head >= 0 and sentence.tokens[head].upos != "VERB":
        head = sentence.tokens[head].head
    return head >= 0 and mood_of(sentence, head).modality != "actual"


def _merely_modifies(sentence: Sentence, child: int, head: int, relation: str) -> bool:
    """Whether a participle or a noun after "of" or "in" only says which one is meant, so that what governs the noun is not said
    of it."""
    words, above = operators(), sentence.tokens[head]
    if above.upos not in ("NOUN", "PROPN", "PRON") or relation not in ("acl", "nmod"):
        return False
    if above.lemma.lower() in words.claims | words.carriers | words.proofs or hearsay(sentence, head, child):
        return False
    return operator_at(sentence, head, child) is None


def _own(sentence: Sentence, index: int) -> Mood:
    """What the predicate's own auxiliaries, modifiers and negation say."""
    words, token = operators(), sentence.tokens[index]
    if token.deprel in ("advcl", "root", "parataxis", "appos", "acl") and condition_marker(sentence, index):
        return Mood("supposed", negated(sentence, index))
    modality: Modality = "actual"
    if any(
        sentence.tokens[child].deprel == "nsubj" and sentence.tokens[child].text.lower() in ("whoever", "whosoever")
        for child in sentence.children[index]
    ):
        return Mood("supposed", negated(sentence, index))
    no = negated(sentence, index)
    if commanded(sentence, index):
        return Mood("demanded", no)
    if or_else(sentence, index):
        return Mood("conditional")
    for child in sentence.children[index]:
        below = sentence.tokens[child]
        lower = below.text.lower()
        if below.deprel in ("aux", "cop", "aux:pass"):
            kind = words.auxiliaries.get(lower)
            if kind == "would":
                modality = "conditional" if condition_of(sentence, index) is not None else "planned"
            elif (
                kind is not None and modality == "actual" and not (kind == "possible" and no and lower in ("can", "could", "ca"))
            ):
                modality = as_modality(kind)
            elif is_to_be(sentence, index, child):
                modality = "planned"
        elif below.deprel == "amod" and token.upos in ("NOUN", "PROPN"):
            kind = words.adjectives.get(below.lemma.lower()) or words.adjectives.get(lower)
            modality = as_modality(kind) if kind else modality
        elif modality == "actual" and (
            (below.deprel == "advmod" and lower in words.doubts) or (below.deprel == "nsubj:outer" and below.lemma in words.outer)
        ):
            modality = "possible"
        elif below.deprel == "mark" and lower == "due":
            modality = "planned"
        elif modality == "actual" and (
            (below.deprel == "mark" and lower == "whether") or (below.deprel == "det" and lower == "any" and token.upos == "NOUN")
        ):
            modality = "possible"
    below_it = index > 1 and sentence.tokens[index - 1].text == "to" and sentence.tokens[index - 2].head == index
    if modality == "actual" and token.upos == "NOUN" and on_any(sentence, index):
        modality = "possible"
    if modality == "actual" and (token.deprel.startswith("acl") or below_it) and due(sentence, index):
        modality = "planned"
    return turned(Mood(modality)) if no else Mood(modality)


def _under(sentence: Sentence, head: int, child: int, mood: Mood) -> Mood:
    """The mood after the word at `head` has had its say over what hangs on it at `child`."""
    kind = operator_at(sentence, head, child)
    no = negated(sentence, head)
    if kind is not None:
        lemma = sentence.tokens[head].lemma.lower()
        counted = lemma in operators().truths | operators().proofs or (kind == "denied" and lemma == "have")
        under = composed(mood, kind, no and not counted)
        auxiliaries = {sentence.tokens[c].text.lower() for c in sentence.children[head] if sentence.tokens[c].deprel == "aux"}
        ahead = not auxiliaries.isdisjoint(operators().auxiliaries) and under.modality == "actual"
        return replace(under, modality="planned") if ahead else under  # "would not hesitate to strike"
    if mood.modality == "actual" and ((no and leaves_open(sentence, head, child)) or _yet_to_be_seen(sentence, head, child)):
        return Mood("possible")
    if not passes_negation(sentence, head, child):
        open_subject = sentence.tokens[child].deprel == "nsubj" and mood.modality == "actual"
        above = _own(sentence, head) if open_subject else mood
        return above if above.modality in ("planned", "conditional", "possible") else mood
    above = _own(sentence, head)
    if mood.modality == "actual" and above.modality != "actual":
        return replace(above, negated=above.negated != mood.negated)
    return mood


def _yet_to_be_seen(sentence: Sentence, head: int, child: int) -> bool:
    """Whether a clause tells what somebody has yet to find out ("is to verify that Iraq destroyed its missiles")."""
    token = sentence.tokens[head]
    if sentence.tokens[child].deprel != "ccomp" or token.lemma not in operators().ascertaining:
        return False
    return preposition(sentence, head) != "" or token.text.lower().endswith("ing") or _own(sentence, head).modality != "actual"
