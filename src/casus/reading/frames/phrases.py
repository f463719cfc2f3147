"""Noun phrases of frames: their words, what governs them, whom they belong to."""

from dataclasses import dataclass

from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import agents, is_passive, oblique, patients, preposition
from casus.sources.report import Span

_OUTSIDE = frozenset(
    {
        "acl:relcl",
        "advcl:relcl",
        "acl",
        "appos",
        "parataxis",
        "conj",
        "cc",
        "punct",
        "ccomp",
        "advcl",
        "cop",
        "nsubj",
        "aux",
        "dep",
    }
)
_CARRIERS = frozenset({
    "set", "package", "series", "round", "wave", "number", "raft", "draft", "kind", "form", "dozen", "text", "signing",
    "signature", "terms", "term", "completion", "conclusion", "implementation",
                       "imposition", "lifting", "renewal", "violation", "breach", "extension", "end", "part", "framework",
                       "regime", "removal", "easing", "last", "rest", "remainder", "most", "some", "all", "first", "bulk",
                       "remains"})  # fmt: skip
"""Nouns that stand before "of" without changing what the phrase is about ("a set of measures", "the signing of the treaty")."""


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb (or noun like "signing") that says what becomes of a phrase: its token, lemma, and the phrase's part in it."""

    token: int
    lemma: str
    role: str


def phrase_span(sentence: Sentence, head: int) -> Span:
    """A noun phrase without relative clauses, appositions and coordinated phrases."""
    return sentence.span_of(phrase_tokens(sentence, head))


def phrase_tokens(sentence: Sentence, head: int) -> list[int]:
    """Token indices of a noun phrase without relative clauses, appositions and coordinated phrases, in order."""
    top = [child for child in sentence.children[head] if sentence.tokens[child].deprel not in _OUTSIDE]
    inside = [head]
    for child in top:
        if sentence.tokens[child].deprel == "case" and child < head and sentence.tokens[child].text not in ("'s", "’s"):
            continue
        inside.extend(sentence.subtree(child, frozenset({"acl:relcl", "parataxis"})))
    inside.sort()
    while (
        len(inside) > 1
        and sentence.tokens[inside[-1]].upos == "PUNCT"
        and sentence.tokens[inside[-1]].text not in ('"', "”", "'", "’")
    ):
        inside.pop()
    return inside


def lowered(sentence: Sentence, indices: list[int]) -> list[str]:
    """The lower-case words of tokens."""
    return [sentence.tokens[index].text.lower() for index in indices]


def governor(sentence: Sentence, head: int) -> Governor | None:
    """What governs a phrase, seen through carrier nouns ("the signing of the treaty" is governed by the signing)."""
    current = head
    for _ in range(3):
        token = sentence.tokens[current]
        relation = token.deprel.partition(":")[0]
        if relation == "conj":
            current = token.head
            continue
        if token.head < 0:
            return None
        above = sentence.tokens[token.head]
        if token.deprel == "acl:relcl":
            return None
        if relation == "nmod" and above.lemma in _CARRIERS and preposition(sentence, current) == "of":
            if above.lemma in (
                "signing",
                "signature",
                "conclusion",
                "completion",
                "imposition",
                "lifting",
                "renewal",
                "violation",
                "breach",
                "extension",
                "end",
                "removal",
                "easing",
                "implementation",
            ):
                return Governor(token.head, above.lemma, "of")
            current = token.head
            continue
        if above.upos == "ADJ" and above.lemma in ("close", "near") and preposition(sentence, current) == "to":
            return Governor(token.head, above.lemma, "to")
        if above.upos in ("VERB", "AUX"):
            role = (
                "patient"
                if relation == "obj" or token.deprel == "nsubj:pass" or _second_subject(sentence, current)
                else "subject"
                if relation == "nsubj"
                else preposition(sentence, current) or relation
            )
            return Governor(token.head, above.lemma, role)
        return None
    return None


def _second_subject(sentence: Sentence, index: int) -> bool:
    """Whether the parse has two subjects of one verb: the one after the verb is its object."""
    token = sentence.tokens[index]
    return (
        token.deprel == "nsubj"
        and index > token.head
        and any(sentence.tokens[c].deprel == "nsubj" and c < token.head for c in sentence.children[token.head])
    )


def relative_governor(sentence: Sentence, head: int) -> Governor | None:
    """The verb of a relative clause or participle that hangs on a phrase ("sanctions imposed by", "the pact that they
    signed")."""
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.deprel.startswith("acl") and token.upos == "VERB":
            passive = is_passive(sentence, child)
            objects = [
                c
                for c in sentence.children[child]
                if sentence.tokens[c].deprel == "obj" and sentence.tokens[c].text.lower() not in ("that", "which")
            ]
            if passive or (
                token.deprel == "acl:relcl"
                and not objects
                and any(
                    sentence.tokens[c].deprel == "nsubj" and sentence.tokens[c].text.lower() not in ("that", "which", "who")
                    for c in sentence.children[child]
                )
            ):
                return Governor(child, token.lemma, "patient")
            return Governor(child, token.lemma, "subject")
    return None


def owners(scene: Scene, sentence: Sentence, head: int, *prepositions: str) -> tuple[str, ...]:
    """The actors after one of the prepositions at a phrase, in the order of the prepositions."""
    for word in prepositions:
        for child in oblique(sentence, head, frozenset({word})):
            found = scene.involved(sentence, child)
            if found:
                return found
    return ()


def modifiers(scene: Scene, sentence: Sentence, head: int) -> tuple[str, ...]:
    """The actors named before a noun ("US sanctions", "Moscow's treaty", "the Athens-Paris agreement")."""
    found: dict[str, None] = {}
    for child in sentence.children[head]:
        if sentence.tokens[child].deprel in ("nmod:poss", "amod", "compound", "nmod", "nmod:desc") and child < head:
            found.update(dict.fromkeys(scene.involved(sentence, child)))
    return tuple(found)


def doers(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """The actors who do what a verb tells."""
    misread = misread_subject(sentence, verb)
    for head in agents(sentence, verb) if misread is None else [misread]:
        found = scene.involved(sentence, head)
        if found:
            return found
    return ()


def misread_subject(sentence: Sentence, verb: int) -> int | None:
    """The subject of an active verb that the parse takes for a passive one ("has suspended trade"): a form of have stands before
    the verb, or an object after it, and no form of be or get."""
    children = sentence.children[verb]
    helping = {sentence.tokens[c].lemma for c in children if sentence.tokens[c].deprel.partition(":")[0] in ("aux", "cop")}
    after = any(sentence.tokens[c].deprel == "obj" and c > verb for c in children)
    subject = next((c for c in children if sentence.tokens[c].deprel == "nsubj:pass" and c < verb), None)
    return subject if subject is not None and not helping & {"be", "get"} and (after or "have" in helping) else None


def befallen(sentence: Sentence, verb: int) -> list[int]:
    """Heads of the phrases that a verb's deed befalls, also where the parse takes an active verb for a passive one."""
    if misread_subject(sentence, verb) is None:
        return patients(sentence, verb)
    return [c for c in sentence.children[verb] if sentence.tokens[c].deprel in ("obj", "iobj") and c > verb]


def marked(sentence: Sentence, index: int, prepositions: frozenset[str]) -> list[int]:
    """Dependents of a token that one of the prepositions marks, also those that the parse takes for objects."""
    found = oblique(sentence, index, prepositions)
    strays = [
        child
        for child in sentence.children[index]
        if sentence.tokens[child].deprel in ("obj", "iobj") and preposition(sentence, child) in prepositions
    ]
    return sorted({*found, *strays})
