"""Reading grammatical functions off a parsed sentence: voice, subjects (also shared and controlled ones), prepositions.

Relations are Universal Dependencies v2 (https://universaldependencies.org/u/dep/).
"""

from casus.reading.astray import antecedent, stray_subject
from casus.reading.parse import Sentence

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
OBJECT_CONTROL = frozenset(
    {
        "urge", "ask", "force", "order", "tell", "allow", "call", "invite", "press", "request", "require", "want", "expect",
        "compel", "persuade", "convince", "help", "enable", "encourage", "instruct", "warn", "appeal", "permit", "authorize",
        "authorise", "pressure", "beg", "implore", "direct", "let", "make",
    }
)  # fmt: skip
"""Verbs whose infinitive has their object as subject ("urged Iran to stop")."""

OBJECT_CHARGE = frozenset({
    "accuse", "suspect", "charge", "convict", "blame", "denounce", "condemn", "criticize", "criticise", "praise", "thank",
    "fault", "censure",
})  # fmt: skip
"""Verbs whose "of" or "for" clause has their object as subject ("accused Iran of arming")."""

OBJECT_PUNISHED = frozenset({"punish", "sanction", "fine", "penalise", "penalize", "arrest", "jail", "expel"})
"""Verbs whose "for" clause alone has their object as subject ("jailed him for helping")."""

OBJECT_PREVENTION = frozenset({
    "prevent", "stop", "keep", "bar", "ban", "block", "dissuade", "deter", "discourage", "prohibit", "restrain", "warn",
    "caution", "hinder",
})  # fmt: skip
"""Verbs whose "from" or "against" clause has their object as subject ("kept Iran from arming them")."""

_CLAUSAL_LINKS = frozenset({"xcomp", "ccomp", "advcl", "conj", "parataxis", "acl"})


def preposition(sentence: Sentence, index: int) -> str:
    """The preposition or subordinator that marks a token, lower-case with its fixed parts ("because of"), "" for none."""
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        if token.deprel in ("case", "mark"):
            if token.text in ("'s", "’s", "'", "’"):
                continue
            fixed = [
                sentence.tokens[below].text for below in sentence.children[child] if sentence.tokens[below].deprel == "fixed"
            ]
            return " ".join([token.text, *fixed]).lower()
    return ""


def conjuncts(sentence: Sentence, index: int) -> list[int]:
    """The token and everything coordinated with it as a dependent, in order; in headlines a comma coordinates too ("US, Iran
    agree")."""
    found = [index]
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        if excluded(sentence, child):
            continue
        if token.deprel == "conj" or (sentence.headline and _listed(sentence, index, child)):
            found.extend(conjuncts(sentence, child))
    if sentence.headline and sentence.tokens[index].deprel == "nsubj":
        head = sentence.tokens[index].head
        found.extend(c for c in sentence.children[head] if sentence.tokens[c].deprel == "nsubj" and c > index)
    return found


def _listed(sentence: Sentence, index: int, child: int) -> bool:
    """Whether a name right after a comma in a headline stands beside the one before it, not for it."""
    token = sentence.tokens[child]
    if token.deprel not in ("appos", "flat", "list") or child <= index:
        return False
    first = min([child, *sentence.children[child]])
    opener = sentence.tokens[first - 1].text if sentence.tokens[first].text != "," else ","
    return opener == "," and (
        token.upos == "PROPN" or any(sentence.tokens[c].upos in ("PROPN", "ADJ") for c in sentence.children[child])
    )


def excluded(sentence: Sentence, index: int) -> bool:
    """Whether a phrase is named only to be ruled out ("from dealers, not from Peru"; "Chile, not Peru")."""
    return any(
        child < index
        and sentence.tokens[child].text.lower() == "not"
        and sentence.tokens[child].deprel in ("advmod", "cc", "cc:preconj", "det")
        for child in sentence.children[index]
        if sentence.tokens[index].upos in ("NOUN", "PROPN", "PRON")
    )


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in the passive, a bare participle after a noun ("troops killed in ...") included."""
    token = sentence.tokens[verb]
    relations = {sentence.tokens[child].deprel for child in sentence.children[verb]}
    if "aux:pass" in relations:
        return True
    if relations & {"nsubj:pass", "csubj:pass"}:
        auxiliaries = {
            sentence.tokens[child].lemma for child in sentence.children[verb] if sentence.tokens[child].deprel == "aux"
        }
        been = any(sentence.tokens[child].text.lower() in ("been", "being") for child in sentence.children[verb])
        if auxiliaries == {"have"} and not been and "cop" not in relations:
            return False  # "has suspended trade", with its subject taken for a passive one
        return sentence.headline or "aux" in relations or "cop" in relations
    return token.deprel == "acl" and not relations & {"aux", "mark"} and is_participle(token.text)


def is_participle(word: str) -> bool:
    """Whether a word has the form of a past participle."""
    lower = word.lower()
    return lower.endswith(("ed", "en", "wn", "ght", "ut", "un", "ung", "id", "ade", "eld", "ost", "old", "ent"))


def oblique(sentence: Sentence, index: int, prepositions: frozenset[str]) -> list[int]:
    """Dependents of a token that one of the prepositions marks ("talks with", "accused of")."""
    found = []
    for child in sentence.children[index]:
        relation = sentence.tokens[child].deprel.partition(":")[0]
        if (
            relation in ("obl", "nmod", "advcl", "acl", "iobj")
            and preposition(sentence, child) in prepositions
            and not excluded(sentence, child)
        ):
            found.append(child)
    return found


def own_subject(sentence: Sentence, verb: int) -> int | None:
    """The subject that stands at the verb itself; a relative pronoun gives the noun that it relates to."""
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if token.deprel.partition(":")[0] != "nsubj":
            continue
        if token.text.lower() in RELATIVE_PRONOUNS and sentence.tokens[verb].deprel.startswith("acl"):
            return antecedent(sentence, verb, child)
        above = sentence.tokens[verb].head
        if token.text.lower() in RELATIVE_PRONOUNS and above > child and sentence.tokens[above].deprel == "acl:relcl":
            return antecedent(sentence, above, child)  # "Peru, which Chile says bombed its port"
        return child
    stray = stray_subject(sentence, verb)
    token = sentence.tokens[verb]
    if (
        stray is None
        and sentence.headline
        and token.deprel == "parataxis"
        and token.head < verb
        and sentence.tokens[token.head].upos == "PROPN"
    ):
        return token.head
    return stray


def grammatical_subject(sentence: Sentence, verb: int) -> tuple[int, bool] | None:
    """The understood subject of a predicate and whether it is the patient of that predicate (passive).

    Looks at the verb, then at the clause it shares a subject with (coordination, infinitives and participles under control,
    participles after a noun).
    """
    current, passive, guard = verb, is_passive(sentence, verb), 0
    while guard < 8:
        guard += 1
        subject = own_subject(sentence, current)
        if subject is not None:
            return subject, passive
        token = sentence.tokens[current]
        relation, head = token.deprel.partition(":")[0], token.head
        if head < 0 or relation not in _CLAUSAL_LINKS:
            return None
        if relation == "acl":
            above = sentence.tokens[head].head
            if (
                preposition(sentence, current) in ("of", "for", "with")
                and above >= 0
                and sentence.tokens[above].lemma in OBJECT_CHARGE
                and sentence.tokens[head].deprel != "nsubj"
            ):
                return head, passive
            headline = sentence.headline and sentence.tokens[head].upos == "PROPN"
            if headline or (sentence.tokens[head].upos in ("NOUN", "PROPN", "PRON") and not preposition(sentence, current)):
                return head, passive
            return _possessor_or_none(sentence, head, passive)
        if relation == "conj" and current == verb and is_passive(sentence, head) and is_participle(token.text):
            passive = passive or not any(sentence.tokens[c].deprel == "aux" for c in sentence.children[verb])
        if relation == "conj" and sentence.tokens[head].upos not in ("VERB", "AUX", "ADJ", "NOUN"):
            return None
        if relation in ("xcomp", "advcl", "ccomp"):
            controlled = _controlled(sentence, head, current)
            if controlled is not None:
                return controlled, passive
        current = head
    return None


def _controlled(sentence: Sentence, governor: int, clause: int) -> int | None:
    """The object that is the subject of an infinitive or gerund below its verb ("urged Iran to stop", "accused Iran of
    arming")."""
    lemma, marker = sentence.tokens[governor].lemma, preposition(sentence, clause)
    if marker == "for" and lemma in ("impose", "slap", "place", "put"):  # "imposed sanctions on Peru for buying"
        things = [*sentence.dependents(governor, "obj"), governor]
        return next((on for one in things for on in oblique(sentence, one, frozenset({"on", "against"}))), None)
    charged = (lemma in OBJECT_CHARGE and marker in ("of", "for", "with")) or (marker == "for" and lemma in OBJECT_PUNISHED)
    given = sentence.dependents(governor, "iobj")
    kept_from = marker in ("from", "against") and lemma in OBJECT_PREVENTION
    if lemma in ("give", "grant") and given and marker in ("to", "for"):
        return given[0]
    if not (charged or kept_from) and (
        lemma not in OBJECT_CONTROL or (sentence.tokens[clause].deprel == "advcl" and marker != "to")
    ):
        return None
    if objects := sentence.dependents(governor, "obj", "iobj"):
        return objects[0]
    if lemma in ("call", "appeal"):
        return next(iter(oblique(sentence, governor, frozenset({"on", "upon", "to"}))), None)
    return own_subject(sentence, governor) if is_passive(sentence, governor) else None


def _possessor_or_none(sentence: Sentence, noun: int, passive: bool) -> tuple[int, bool] | None:
    """The one who has the plan, threat or right that an infinitive after a noun spells out ("Moscow's threat to strike")."""
    subject = own_subject(sentence, noun)
    if subject is not None:
        return subject, passive
    for child in sentence.children[noun]:
        if sentence.tokens[child].deprel == "nmod:poss":
            return child, passive
    verb = sentence.tokens[noun].head
    if verb >= 0 and sentence.tokens[noun].deprel in ("obj", "xcomp"):
        if given := sentence.dependents(verb, "iobj"):
            return given[0], passive
        doer = grammatical_subject(sentence, verb)
        return (doer[0], passive) if doer and not doer[1] else None
    return None


def agents(sentence: Sentence, verb: int) -> list[int]:
    """Heads of the noun phrases that do what a verb tells: its subject, or in the passive whom "by" names."""
    subject = grammatical_subject(sentence, verb)
    if subject and not subject[1]:
        return [subject[0]]
    if subject or is_passive(sentence, verb):
        return by_agents(sentence, verb)
    return []


def by_agents(sentence: Sentence, index: int) -> list[int]:
    """Whom "by" names at a passive verb or an event noun, below what stands between too ("the arrest of a monk by soldiers")."""
    by = frozenset({"by"})
    named = [child for child in sentence.children[index] if sentence.tokens[child].deprel == "obl:agent"]
    named = named or oblique(sentence, index, by)
    if named or sentence.tokens[index].upos != "NOUN":
        return named
    between = [child for child in sentence.children[index] if sentence.tokens[child].deprel == "nmod" and child > index]
    return [agent for child in between for agent in oblique(sentence, child, by) if agent > child]


def patients(sentence: Sentence, verb: int) -> list[int]:
    """Heads of the noun phrases that a verb's deed befalls: its object, or its passive subject."""
    subject = grammatical_subject(sentence, verb)
    if subject and subject[1]:
        return [subject[0]]
    objects = sentence.dependents(verb, "obj", "iobj")
    token = sentence.tokens[verb]
    above = sentence.tokens[token.head]
    inner = token.deprel == "xcomp" or (token.deprel == "advcl" and above.text == "used")
    below = inner and above.deprel == "acl:relcl" and preposition(sentence, verb) == "to"  # "the oil that it used to ship"
    if below and not objects:
        objects = [c for c in sentence.children[token.head] if sentence.tokens[c].deprel == "obj" and c < token.head]
        objects = [c for c in objects if sentence.tokens[c].text.lower() in RELATIVE_PRONOUNS]
    second = token.deprel == "conj" and above.deprel == "acl:relcl"  # "which it drafted and which nobody signed"
    relative = below or second or token.deprel == "acl:relcl"
    if objects and relative and all(sentence.tokens[o].text.lower() in RELATIVE_PRONOUNS for o in objects):
        return [above.head if below or second else token.head]
    if objects:
        return objects
    bare = [c for c in sentence.dependents(verb, "obl") if c > verb and not preposition(sentence, c)]
    if bare and sentence.tokens[bare[0]].upos in ("NOUN", "PROPN"):
        return bare[:1]
    if token.deprel == "acl:relcl" and not own_relative_subject(sentence, verb):
        return [token.head]
    if token.deprel == "conj" and token.head >= 0 and sentence.tokens[token.head].upos == "VERB" and token.head < verb:
        following = [c for c in sentence.children[verb] if sentence.tokens[c].deprel in ("obj", "obl", "ccomp", "xcomp")]
        return [] if following else [c for c in sentence.children[token.head] if sentence.tokens[c].deprel == "obj" and c > verb]
    return []


def own_relative_subject(sentence: Sentence, verb: int) -> bool:
    """Whether a relative clause's verb has the relative pronoun as its subject ("which attacked the town")."""
    return any(sentence.tokens[child].text.lower() in RELATIVE_PRONOUNS for child in sentence.dependents(verb, "nsubj"))


def clause_predicate(sentence: Sentence, index: int) -> int:
    """The predicate of the clause in which a token stands: the nearest token at or above it that heads a clause."""
    current = index
    while sentence.tokens[current].head >= 0:
        relation = sentence.tokens[current].deprel.partition(":")[0]
        if relation in ("root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis") or (
            relation == "conj" and sentence.tokens[current].upos in ("VERB", "AUX")
        ):
            return current
        current = sentence.tokens[current].head
    return current
