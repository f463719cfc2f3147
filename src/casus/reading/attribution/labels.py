"""The labels that open the turns of a transcript ("MR. BROWN:", "REPORTER:", "Kari Lund, Atlantic News:"), and whose they are."""

from collections import Counter

from casus.reading.attribution.cues import Lexicon
from casus.reading.document import Document
from casus.reading.parse import Sentence

_LONGEST_LABEL = 10
_UNTITLED_TURNS = 5
_LONGEST_HANDOVER = 24
_INSIDE = frozenset({",", ".", "(", ")", "/", "-", "'", "’"})


def turn_labels(document: Document, lexicon: Lexicon) -> dict[int, int]:
    """The sentences that open a turn, with the index of the colon after the speaker; empty where a report is no transcript.

    It is one where two sentences or more open a turn and a title, a questioner or a voice of the report stands before one of
    them, or where five do. A label in small letters has to open a paragraph, and a name alone to come again.
    """
    openings = {sentence.index: end for sentence in document.sentences if (end := opens_turn(sentence, lexicon)) is not None}
    named = _recurring(document)
    if openings or len(named) >= _UNTITLED_TURNS:
        openings = named | openings
    titled = any(_is_titled(document.sentences[index], end, lexicon) for index, end in openings.items())
    return openings if len(openings) >= (2 if titled else _UNTITLED_TURNS) else {}


def opens_turn(sentence: Sentence, lexicon: Lexicon) -> int | None:
    """The colon after a speaker's label, None where the sentence opens no turn; 0 for a question with only a "Q" before it."""
    tokens = sentence.tokens
    first = tokens[0].text if tokens else ""
    if first == "Q" and len(tokens) > 2 and tokens[1].text[:1].isupper() and tokens[1].text != "&":
        return 0
    end = _colon(sentence)
    if end is None:
        return None
    capitals = all(letter.isupper() for token in tokens[:end] for letter in token.text if letter.isalpha())
    known = first.rstrip(".").upper() in lexicon.titles | lexicon.questioners | lexicon.answerers | lexicon.own_voices
    return end if capitals or (known and not sentence.headline and end < _LONGEST_LABEL) else None


def _colon(sentence: Sentence) -> int | None:
    """The colon after a run of capitalised words at a sentence's start."""
    for token in sentence.tokens[: _LONGEST_LABEL + 1]:
        if token.text == ":":
            return token.index or None
        if not token.text[:1].isupper() and token.text not in _INSIDE:
            return None
    return None


def _recurring(document: Document) -> dict[int, int]:
    """Paragraphs that open with a name and a colon, where the same name does so again."""
    found: dict[int, int] = {}
    paragraph = -1
    for sentence in document.sentences:
        opens, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        end = _colon(sentence) if opens and not sentence.headline else None
        if end is not None:
            found[sentence.index] = end
    counts = Counter(label(document.sentences[index], end)[-1:] for index, end in found.items())
    return {index: end for index, end in found.items() if counts[label(document.sentences[index], end)[-1:]] > 1}


def label(sentence: Sentence, end: int) -> tuple[str, ...]:
    """The words of a label in capitals, as far as a comma or a bracket: the name."""
    words: list[str] = []
    for token in sentence.tokens[: max(end, 1)]:
        if token.text in {",", "("}:
            break
        if token.text not in _INSIDE:
            words.append(token.text.rstrip(".").upper())
    return tuple(words)


def _is_titled(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    first = sentence.tokens[0].text.rstrip(".").upper()
    return first in lexicon.titles or first in lexicon.questioners or _of_broadcaster(sentence, end, lexicon)


def _of_broadcaster(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether a label names a broadcaster or a trade of broadcasting ("KARI LUND, CORRESPONDENT", "CNN")."""
    words = {token.text.rstrip(".").upper() for token in sentence.tokens[: max(end, 1)]}
    return bool(words & (lexicon.own_voices | lexicon.broadcasters))


def own_voices(document: Document, openings: dict[int, int], lexicon: Lexicon) -> frozenset[int]:
    """The openings of turns that the report's own people speak: anchors, reporters and whoever signs off as one."""
    sure = {index for index, end in openings.items() if _of_broadcaster(document.sentences[index], end, lexicon)}
    names = [name for index in sure if (name := _name_of(document.sentences[index], openings[index], lexicon))]
    names.extend(name for sentence in document.sentences if (name := _signed(sentence, lexicon)))
    names.extend(name for index in openings if index and (name := _handed_to(document.sentences[index - 1])))
    known = {name[-1] for name in names}
    return frozenset(
        index
        for index, end in openings.items()
        if index in sure
        or (known and (words := label(document.sentences[index], end)) and words[-1] in known and not _is_office(words, lexicon))
    )


def _handed_to(sentence: Sentence) -> tuple[str, ...]:
    """The name of the colleague to whom the sentence before a turn hands over ("From Bahrain, Helen Marsh.", "Peter Lund is
    there", "Kari Lund has the story"); () where it does not."""
    tokens = sentence.tokens
    root = next((token for token in tokens if token.head < 0), None)
    if root is None or len(tokens) > _LONGEST_HANDOVER:
        return ()
    verbless = not any(token.upos in {"VERB", "AUX"} for token in tokens)
    subjects = sentence.dependents(root.index, "nsubj")
    below = {tokens[child].lemma.lower() for child in sentence.children[root.index]}
    reports = root.lemma in {"report", "join", "file"} or (
        root.lemma == "have" and below & {"story", "report", "more", "detail", "latest"}
    )
    is_there = "be" in below | {root.lemma} and (
        root.lemma == "there" or root.upos == "PROPN" or bool(below & {"in", "there", "at", "with"})
    )
    if verbless:
        heads = [token.index for token in tokens if token.upos == "PROPN"][-2:]
    elif subjects and (reports or is_there):
        heads = [subjects[0], *sentence.dependents(subjects[0], "flat")]
    else:
        return ()
    return tuple(tokens[index].text.upper() for index in sorted(heads)) if len(heads) > 1 else ()


def _is_office(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    return words[0] in lexicon.titles


def _name_of(sentence: Sentence, end: int, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(word for word in label(sentence, end) if word not in lexicon.own_voices | lexicon.broadcasters)


def _signed(sentence: Sentence, lexicon: Lexicon) -> tuple[str, ...]:
    """The name of who signs a report off ("Kari Lund, Atlantic News, Oslo") or gives it ("I'm Kari Lund"); () for others."""
    tokens = sentence.tokens
    words = [token.text for token in tokens]
    start = 2 if len(words) > 2 and words[0].lower() in {"i", "this"} and words[1].lower() in {"'m", "’m", "am", "is"} else 0
    name: list[str] = []
    for word in words[start:]:
        if not word[:1].isupper() or word.rstrip(".").upper() in lexicon.broadcasters | lexicon.own_voices:
            break
        name.append(word.upper())
    if len(name) < 2 or len(name) > 3:
        return ()
    signs = {word.rstrip(".").upper() for word in words[start + len(name) :]} & (lexicon.broadcasters | lexicon.own_voices)
    verbless = not any(token.upos in {"VERB", "AUX"} and token.lemma != "report" for token in tokens[start:])
    return tuple(name) if verbless and (start or signs) else ()
