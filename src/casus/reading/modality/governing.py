"""Which governing words decide the modality of what hangs on them, and through which a negation passes down."""

from casus.reading.modality.lexicon import operators
from casus.reading.modality.negation import negated
from casus.reading.modality.prospects import prospect
from casus.reading.modality.put_off import comes_to_nothing, groundless, put_off
from casus.reading.parse import Sentence
from casus.reading.syntax import OBJECT_CHARGE, OBJECT_PREVENTION, is_passive, own_subject, patients, preposition

_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj"})
_FOLLOWS_NOUN = frozenset({"of", "for", "to", "on", "against", "in", "that", "from", "over", "about"})


def operator_at(sentence: Sentence, head: int, child: int) -> str | None:
    """What the word at `head` makes of its dependent `child` (a kind of operators.yaml), None where it decides nothing."""
    words, token = operators(), sentence.tokens[head]
    relation = sentence.tokens[child].deprel.partition(":")[0]
    if relation in ("conj", "appos", "parataxis"):
        return None
    if (kind := put_off(sentence, head, child) or prospect(sentence, head, child)) is not None:
        return kind
    if token.upos in ("VERB", "AUX"):
        return _verb(sentence, head, child, relation)
    marker = preposition(sentence, child)
    if token.lemma.lower() in words.untruths and relation in (*_CLAUSAL, "nsubj") and not negated(sentence, head):
        return "denied"
    if token.upos in ("NOUN", "PROPN"):
        if marker == "of" and token.deprel == "obj" and sentence.tokens[token.head].lemma == "suspect":
            return "possible"
        before = preposition(sentence, head)
        if before == "as" and token.lemma.lower() in words.proofs and relation in ("acl", "ccomp"):
            return "possible"  # "was shown as proof that"
        if before == "on" and token.lemma.lower() in ("condition", "proviso", "understanding") and relation in ("acl", "ccomp"):
            return "supposed"  # "on condition that it recognised them"
        if before == "within" and marker == "of" and relation in ("acl", "nmod"):
            return "possible"  # "came within an hour of ordering"
        excluded = (before[:3], token.lemma) in (
            ("out", "question"), ("off", "table"), ("out", "reach"), ("bey", "reach"), ("off", "agenda"), ("off", "card"),
            ("out", "sight"),
        )  # fmt: skip
        if relation in ("nsubj", "csubj") and excluded:
            return "denied"
        if relation == "nsubj" and before == "under" and token.lemma.lower() in words.pending:
            return "possible"
        governed = relation in ("acl", "ccomp") or (relation == "nmod" and marker in _FOLLOWS_NOUN)
        missing = governed and (negated(sentence, head) or _absent(sentence, head))
        if missing and token.lemma.lower() in words.proofs:
            return "denied"
        if missing and token.lemma.lower() in words.unconfirmed:
            return "possible"
        return words.nouns.get(token.lemma.lower()) if governed else None
    if token.upos == "ADJ":
        if token.lemma.lower() in words.truths and relation in _CLAUSAL and negated(sentence, head):
            return "denied"
        said = any(sentence.tokens[c].deprel == "ccomp" for c in sentence.children[child])
        if said and relation in _CLAUSAL and marker == "to" and token.lemma.lower() in words.mistaken:
            return "denied"
        if (
            relation in _CLAUSAL
            and marker == "to"
            and any(sentence.tokens[c].text.lower() == "too" for c in sentence.children[head])
        ):
            return "denied"
        governed = relation in _CLAUSAL or marker in ("for", "to") or relation == "nsubj"
        return words.adjectives.get(token.lemma.lower()) if governed else None
    return None


def _absent(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is what "there was no" is said of, the "no" being at its adjective."""
    return any(token.text.lower() == "no" for token in sentence.tokens[max(noun - 3, 0) : noun])


def passes_negation(sentence: Sentence, head: int, child: int) -> bool:
    """Whether what the word at `head` says of itself (will, may, not) holds of its dependent too ("will hold talks")."""
    below = sentence.tokens[child]
    relation = below.deprel.partition(":")[0]
    if relation == "conj":
        own = own_subject(sentence, child) is not None or any(
            sentence.tokens[c].deprel == "aux" for c in sentence.children[child]
        )
        return not own and _is_predicate(sentence, head)
    if relation == "advcl":
        return preposition(sentence, child) in ("to", "by", "on", "at")
    return relation in ("obj", "xcomp", "nsubj", "csubj", "obl") and _is_predicate(sentence, head)


def _is_predicate(sentence: Sentence, head: int) -> bool:
    """Whether a word is a verb, or an adjective or noun with a form of be ("must be strong and fight")."""
    token = sentence.tokens[head]
    return token.upos in ("VERB", "AUX") or bool(sentence.dependents(head, "cop", "aux"))


def _verb(sentence: Sentence, head: int, child: int, relation: str) -> str | None:
    words, lemma = operators(), sentence.tokens[head].lemma
    if lemma == "call" and any(sentence.tokens[c].text.lower() == "off" for c in sentence.children[head]):
        bare = relation == "obj" or (relation == "obl" and not preposition(sentence, child))
        return "not so" if bare or is_passive(sentence, head) else None
    if lemma == "rule":
        out = any(sentence.tokens[c].text.lower() == "out" for c in sentence.children[head])
        return "not so" if out and relation in ("obj", "ccomp", "xcomp", "advcl", "nsubj") else None
    if lemma in words.dismissals and relation == "obj" and sentence.tokens[child].lemma in words.claims:
        return "denied"
    if relation == "nsubj" and lemma in ("have", "lack") and groundless(sentence, head):
        return "denied"
    if relation == "nsubj" and lemma in ("depend", "hinge"):
        return "possible"
    if relation == "nsubj" and comes_to_nothing(sentence, head):
        return "denied"
    if relation == "obj" and any(
        sentence.tokens[c].lemma.lower() in words.untruths for c in sentence.children[head] if c != child
    ):
        return "denied"  # "called the delivery an invention"
    if _holds_back(sentence, head, child):
        return "not so"
    if (
        lemma in words.spreading
        and relation in ("obl", "ccomp", "xcomp", "advcl")
        and preposition(sentence, child) in _FOLLOWS_NOUN
    ):
        subject = own_subject(sentence, head)
        told = None if subject is None else words.nouns.get(sentence.tokens[subject].lemma.lower())
        if told is not None:
            return told  # "fears grow of an attack"
    if relation in ("ccomp", "xcomp", "advcl") and _wrongly(sentence, head, child):
        return "denied"  # "wrongly reported that"
    if lemma in OBJECT_PREVENTION and preposition(sentence, child) == "from" and sentence.dependents(head, "obj", "nsubj:pass"):
        return "not so"  # "stopped them from attacking"
    if lemma in ("warn", "caution") and relation in ("xcomp", "advcl", "ccomp") and preposition(sentence, child) == "to":
        return "demanded"  # "warned them not to board"
    if relation in ("obj", "nsubj") and _only_wanted(sentence, head, child):
        return "possible"
    if relation == "obj" and lemma in words.approving and sentence.tokens[child].lemma.lower() in words.deeds:
        return "planned"  # "approved the deployment"
    near = lemma == "come" and any(preposition(sentence, c) == "within" for c in sentence.children[head])
    if near and preposition(sentence, child) == "of":
        return "possible"  # "came within an hour of ordering"
    if (lemma, sentence.tokens[child].lemma) == ("let", "know"):
        return None  # "let it be known that"
    if lemma == "think" and any(sentence.tokens[c].text.lower() == "better" for c in sentence.children[head]):
        return "not so"  # "thought better of invading"
    kind = words.verbs.get(lemma)
    if (
        lemma == "have"
        and relation == "xcomp"
        and any(
            sentence.tokens[c].text.lower() == "yet" for c in (*sentence.children[head], *sentence.children[child]) if c < child
        )
    ):
        return "denied"
    if kind is None or (lemma == "have" and not (relation == "xcomp" and preposition(sentence, child) == "to")):
        return None
    if relation in ("nsubj", "csubj"):
        return kind if is_passive(sentence, head) else None
    marker = preposition(sentence, child)
    if relation == "advcl" and marker == "by" and child < head:
        meant = any(sentence.tokens[c].deprel == "xcomp" for c in sentence.children[head])
        return kind if meant and kind in ("planned", "promised", "threatened", "demanded", "possible") else None
    if relation in ("obl", "advcl"):
        if relation == "advcl" and marker == "to":
            return kind if lemma in words.infinitives else None
        if relation == "advcl" and not marker and child == head + 1 and sentence.tokens[child].text.endswith("ing"):
            return kind
        return kind if marker in words.prepositions.get(lemma, ()) else None
    if kind == "ends" and relation in ("obj", "xcomp", "advcl", "ccomp"):
        return kind
    if relation == "obj":
        return kind if sentence.tokens[child].upos in ("NOUN", "PROPN") and lemma not in words.persons else None
    if relation == "ccomp" and lemma == "call" and marker == "":
        return None  # "called the raid a crime"
    if relation == "ccomp" and lemma in ("tell", "insist", "propose") and _foretold(sentence, child):
        return None  # "told them that he would not strike"
    if relation == "ccomp" and _finite_fact(sentence, child):
        return kind if lemma in words.clauses else None
    return kind if relation in ("xcomp", "ccomp") else None


def _only_wanted(sentence: Sentence, verb: int, thing: int) -> bool:
    """ "made the withdrawal conditional on a truce", "set the release as a condition"."""
    return any(
        sentence.tokens[child].lemma.lower() in operators().wanted
        and (sentence.tokens[child].deprel == "xcomp" or preposition(sentence, child) == "as")
        for child in (*sentence.children[verb], *sentence.children[thing])
        if child > thing
    )


def _wrongly(sentence: Sentence, verb: int, clause: int) -> bool:
    """Whether a verb of saying has an adverb that makes what is said not so; it may stand just before the clause."""
    if sentence.tokens[verb].lemma not in operators().hearsay | {"claim", "state", "announce", "write", "assert", "charge"}:
        return False
    near = [*sentence.children[verb], *(child for child in sentence.children[clause] if child < clause)]
    return any(sentence.tokens[child].text.lower() in operators().wrongly for child in near)


def _holds_back(sentence: Sentence, verb: int, clause: int) -> bool:
    """ "held off from imposing", "backed away from signing"."""
    return (
        sentence.tokens[clause].text.endswith("ing")
        and preposition(sentence, clause) == "from"
        and any(sentence.tokens[c].text.lower() in ("off", "back", "away") for c in sentence.children[verb])
    )


def _foretold(sentence: Sentence, clause: int) -> bool:
    auxiliaries = {sentence.tokens[child].text.lower() for child in sentence.children[clause]}
    return not auxiliaries.isdisjoint(("will", "would", "'ll", "’ll", "wo", "'d", "’d"))


def _finite_fact(sentence: Sentence, clause: int) -> bool:
    """Whether a clause is told as a fact: finite, without will, would, may, should, and not a bare subjunctive."""
    words = operators().auxiliaries
    if any(sentence.tokens[child].text.lower() in words for child in sentence.children[clause]):
        return False
    token = sentence.tokens[clause]
    if token.text.lower().endswith("ing") and not sentence.dependents(clause, "aux", "cop"):
        return False  # "prohibits states from selling"
    has_auxiliary = any(sentence.tokens[child].deprel in ("aux", "aux:pass", "cop") for child in sentence.children[clause])
    wished = [
        sentence.tokens[c].text.lower() for c in sentence.children[clause] if sentence.tokens[c].deprel in ("aux:pass", "cop")
    ]
    plain = token.text.lower() == token.lemma and not has_auxiliary
    bare = (plain or wished == ["be"]) and preposition(sentence, clause) in ("that", "")
    return not bare and preposition(sentence, clause) not in ("to", "for")


def hearsay(sentence: Sentence, head: int, child: int) -> bool:
    """Whether a word only reports what some say: a noun like "allegation" over a clause, "is said to", "is suspected of"."""
    words, token = operators(), sentence.tokens[head]
    relation = sentence.tokens[child].deprel.partition(":")[0]
    if token.upos in ("NOUN", "PROPN"):
        marker, above = preposition(sentence, child), sentence.tokens[token.head]
        astray = token.deprel == "obl" and relation == "acl" and marker == "of"  # "is accused in a lawsuit of bombing"
        if astray and above.lemma in words.hearsay and is_passive(sentence, above.index):
            return True
        return token.lemma.lower() in words.claims and (relation in ("acl", "ccomp") or marker == "of")
    if token.upos == "VERB" and relation == "ccomp":
        subject = own_subject(sentence, head)
        teller = sentence.tokens[subject].lemma.lower() if subject is not None else ""
        rumoured = token.lemma in words.spreading and teller in words.claims - {"fact", "news", "statement"}
        return rumoured or (token.lemma in words.telling_verbs and teller in words.bearers | words.claims)  # "the report said"
    if token.upos == "VERB" and relation in ("xcomp", "advcl", "obl"):
        claims = token.lemma in ("claim", "purport", "profess") and relation == "xcomp"
        own = any(sentence.tokens[c].deprel == "nsubj" for c in sentence.children[head])
        charged = token.deprel in ("xcomp", "advcl") and not own and not patients(sentence, head)  # "stands accused of"
        bare = relation == "xcomp" and token.text.lower().endswith("ed") and sentence.tokens[child].upos == "VERB" and not own
        return claims or (token.lemma in words.hearsay and (is_passive(sentence, head) or charged or bare))  # "presumed killed"
    return False


def reported(sentence: Sentence, index: int) -> bool:
    """Whether a word at a predicate leaves it to others' word: "reportedly", "an alleged raid"."""
    words = operators().reporting
    return any(
        (sentence.tokens[child].text.lower() in words or _so_called(sentence, child))
        and sentence.tokens[child].deprel in ("amod", "advmod")
        for child in sentence.children[index]
    )


def _so_called(sentence: Sentence, index: int) -> bool:
    return [token.text.lower() for token in sentence.tokens[max(index - 2, 0) : index + 1]] == ["so", "-", "called"]


def leaves_open(sentence: Sentence, head: int, child: int) -> bool:
    """Whether a word, when negated, leaves open what hangs on it ("did not say that", "nobody accused him of")."""
    token, relation = sentence.tokens[head], sentence.tokens[child].deprel.partition(":")[0]
    if token.upos != "VERB" or token.lemma in operators().factives:
        return False
    charging = token.lemma in OBJECT_CHARGE and preposition(sentence, child) in ("of", "for", "with")
    return relation == "ccomp" or charging


def dismissed(sentence: Sentence, head: int) -> bool:
    """Whether a verb dismisses the claim below it: reject, deny; or calls it a lie."""
    words, token = operators(), sentence.tokens[head]
    if token.upos != "VERB" or negated(sentence, head):
        return False
    if token.lemma in words.dismissals:
        return True
    below = [
        c
        for c in sentence.children[head]
        if sentence.tokens[c].deprel.partition(":")[0] in ("xcomp", "obl", "obj", "advcl", "ccomp", "dep")
    ]
    return any(sentence.tokens[c].lemma.lower() in words.untruths for c in below)


def short_of(sentence: Sentence, clause: int) -> bool:
    """ "stopped short of invading", "far from invading", "rather than invade"."""
    opening = [token.text.lower() for token in sentence.tokens[min([clause, *sentence.children[clause]]) :][:2]]
    if opening in (["rather", "than"], ["instead", "of"]):
        return preposition(sentence, clause) not in operators().negative_prepositions
    for child in sentence.children[clause]:
        if child > 0 and (sentence.tokens[child - 1].text.lower(), sentence.tokens[child].text.lower()) in (
            ("short", "of"),
            ("far", "from"),
        ):
            return True
    return False
