"""What a phrase for an agreement says by itself: its words, its spheres, whether it is one told of before."""

from casus.reading.frames.lexicon import word_set, words
from casus.reading.frames.phrases import Governor, governor, phrase_span
from casus.reading.model import Agreement
from casus.reading.parse import Sentence


def telling(sentence: Sentence, head: int, above: Governor | None) -> tuple[int, int]:
    span = phrase_span(sentence, head)
    if above is None or above.role not in ("patient", "of", "subject"):
        return span
    token = sentence.tokens[above.token]
    return min(span[0], token.start), max(span[1], token.end)


def spheres_of(lower: list[str]) -> tuple[str, ...]:
    """The spheres (trade, security, culture ...) that lower-case words name, in the lexicon's order."""
    table = words("agreements")["spheres"]
    return tuple(str(name) for name, listed in table.items() if not frozenset(listed).isdisjoint(lower))


def mere_mention(sentence: Sentence, head: int, made: Agreement) -> bool:
    """A weak word ("deal", "settlement") without two parties or a status verb tells of no agreement."""
    lemma = sentence.tokens[head].lemma.lower()
    if lemma not in word_set("agreements", "weak"):
        return False
    above = governor(sentence, head)
    if above is not None and above.role == "subject" and above.lemma in word_set("agreements", "obliging"):
        return False
    return len(made.parties) < 2 and made.status in ("in force", "negotiated", "proposed")


def definite(sentence: Sentence, head: int) -> bool:
    return any(
        sentence.tokens[c].deprel == "det" and sentence.tokens[c].lemma in ("the", "this", "that")
        for c in sentence.children[head]
    )


def apart(sentence: Sentence, head: int) -> bool:
    """Whether a phrase speaks of an agreement apart from the one before: another, an earlier one, one of a year."""
    words = {sentence.tokens[child].text.lower() for child in sentence.children[head]}
    return not words.isdisjoint(word_set("agreements", "others")) or any(word.isdigit() for word in words)


def alike(known: Agreement, made: Agreement) -> bool:
    years = [when.first.year if (when := claim.when) and when.first else None for claim in (known, made)]
    if None not in years and years[0] != years[1]:
        return False
    left, right = (frozenset((claim.title or "").lower().split()) for claim in (known, made))
    nouns = word_set("agreements", "nouns")
    return bool(left & right - {"the", "a", "an", "of", "on", "with"}) or bool(left & nouns and right & nouns)
