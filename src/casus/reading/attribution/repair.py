"""Mends what a parse gets wrong around quotations and asides: whose subject is whose, and where the words said end."""

from dataclasses import replace

from casus.reading.attribution.attribution import QUOTE_MARKS, Attribution, noun_phrase, trim
from casus.reading.attribution.cues import Lexicon
from casus.reading.attribution.remarks import is_remark
from casus.reading.attribution.voice import is_passive
from casus.reading.parse import Sentence

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")
_STOPS = (",", ";", ":", "—", "–", "-", "(", ")")
_MAIN = ("ccomp", "xcomp", "parataxis", "root", "conj", "csubj")
_SPLIT_PARTS = ("nsubj", "obj", "csubj", "expl", "ccomp", "cop", "aux")
_BEFORE_DAY = frozenset({"on", "late", "early", "last", "later", "earlier"})
_SPEECH_RULES = frozenset({"verb clause", "verb quote", "verb beside quote"})


def repaired(sentence: Sentence, attribution: Attribution, quoted: frozenset[int], lexicon: Lexicon) -> Attribution:
    """An attribution by a verb of saying with its source outside quotations and its content cut at the cue.

    `quoted` are the sentence's tokens within quotation marks. Other attributions come back as they are.
    """
    cue = attribution.cue_head
    if cue is None or attribution.rule in ("according", "headline"):
        return attribution
    if cue in quoted:
        content = trim(sentence, quoted.intersection(attribution.content))
        return replace(attribution, content=content) if content else attribution
    if attribution.rule not in _SPEECH_RULES:
        return attribution
    attribution = _with_source(sentence, attribution, cue, quoted)
    attribution = replace(attribution, content=_in_clause(sentence, attribution.content, cue, quoted))
    words = _cut_at_cue(sentence, attribution, cue, quoted)
    words = _without_remarks(sentence, words, cue, quoted, lexicon) - set(attribution.source) - set(attribution.cue)
    content = trim(sentence, _without_day(sentence, words, cue, lexicon))
    return replace(attribution, content=content) if content else attribution


def _with_source(sentence: Sentence, attribution: Attribution, cue: int, quoted: frozenset[int]) -> Attribution:
    head = attribution.source_head
    if (head is not None and head not in quoted) or is_passive(sentence, cue) or not _is_finite(sentence, cue):
        return attribution
    found = nearest_subject(sentence, cue, quoted)
    if found is None:
        return replace(attribution, source=(), source_head=None) if head in quoted else attribution
    source = tuple(
        index for index in noun_phrase(sentence, found, (cue,)) if index not in quoted and (index < cue) == (found < cue)
    )
    return replace(attribution, source=_contiguous(source, found), source_head=found)


def _contiguous(indices: tuple[int, ...], head: int) -> tuple[int, ...]:
    """The run of indices around a head, gaps of one (a comma) allowed."""
    run = [head]
    for index in reversed([index for index in indices if index < head]):
        if run[0] - index > 2:
            break
        run.insert(0, index)
    for index in (index for index in indices if index > head):
        if index - run[-1] > 2:
            break
        run.append(index)
    return tuple(run)


def _is_finite(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    if token.text.lower().endswith("ing"):
        return any(sentence.tokens[child].deprel.startswith("aux") for child in sentence.children[verb])
    return not any(sentence.tokens[child].text.lower() == "to" for child in sentence.children[verb])


def nearest_subject(sentence: Sentence, verb: int, quoted: frozenset[int]) -> int | None:
    """The head of the noun phrase beside a verb of saying that can be its subject, outside quotations; None for none."""
    tokens = sentence.tokens
    own = [child for child in sentence.dependents(verb, "nsubj") if child not in quoted]
    if own:
        return own[0]
    left = verb - 1
    while left >= 0 and tokens[left].upos in ("AUX", "ADV", "PART"):
        left -= 1
    if left >= 0 and left not in quoted and tokens[left].upos in _NOMINAL:
        return _top(sentence, left, verb, quoted)
    if (
        left >= 0
        and tokens[left].text in (",", ")", "-", "–", "—")
        and (found := _before_apposition(sentence, left, verb, quoted)) is not None
    ):
        return found
    right = verb + 1
    if right < len(tokens) and right not in quoted and tokens[right].upos in _NOMINAL and _after_quote(sentence, left, quoted):
        return _top(sentence, right, verb, quoted)
    return None


def _after_quote(sentence: Sentence, left: int, quoted: frozenset[int]) -> bool:
    """Whether a quotation or a comma stands right before the verb, so that its subject may follow it."""
    return (
        left < 0
        or left in quoted
        or sentence.tokens[left].text in QUOTE_MARKS
        or sentence.tokens[left].text in (",", "—", "–", "-")
    )


def _top(sentence: Sentence, index: int, verb: int, quoted: frozenset[int]) -> int:
    """The head of the noun phrase around a token, on its side of the verb and outside quotations."""
    current = index
    for _ in range(12):
        token = sentence.tokens[current]
        head = token.head
        if head < 0 or head == verb or head in quoted or (head < verb) != (index < verb):
            return current
        if sentence.tokens[head].upos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            return current
        if token.deprel.partition(":")[0] not in (
            "nmod",
            "compound",
            "flat",
            "appos",
            "amod",
            "det",
            "nummod",
            "conj",
            "case",
            "advmod",
            "obl",
        ):
            return current
        current = head
    return current


def _before_apposition(sentence: Sentence, comma: int, verb: int, quoted: frozenset[int]) -> int | None:
    """The name before "..., the minister of trade, said", where the apposition closes with a comma."""
    for index in range(comma - 1, max(-1, comma - 25), -1):
        if index in quoted or sentence.tokens[index].text in QUOTE_MARKS:
            return None
        token = sentence.tokens[index]
        if token.upos in ("VERB", "AUX") and token.deprel != "acl" and not token.deprel.endswith("relcl"):
            return None
        if token.upos in ("PROPN", "NOUN", "PRON") and any(
            sentence.tokens[c].deprel == "appos" for c in sentence.children[index]
        ):
            return _top(sentence, index, verb, quoted)
    return None


def _cut_at_cue(sentence: Sentence, attribution: Attribution, cue: int, quoted: frozenset[int]) -> set[int]:
    """Content without what only the parse put there: words after the cue up to the next stop, openings before a cue."""
    content = set(attribution.content)
    before = [index for index in content if index < cue]
    after = [index for index in content if index > cue]
    if not before or not after:
        return content
    if _is_fronted(sentence, content, cue):
        if sum(index in quoted for index in before) >= 0.8 * len(before):
            return content - {index for index in after if index not in quoted}
        for index in range(cue + 1, len(sentence.tokens)):
            if index not in quoted and sentence.tokens[index].text in _STOPS:
                break
            content.discard(index)
        return content
    for index in before:
        top = index
        while sentence.tokens[top].head in content and sentence.tokens[top].head < cue:
            top = sentence.tokens[top].head
        if sentence.tokens[top].deprel.partition(":")[0] not in _SPLIT_PARTS and index not in quoted:
            content.discard(index)
    return content


def _in_clause(sentence: Sentence, content: tuple[int, ...], cue: int, quoted: frozenset[int]) -> tuple[int, ...]:
    """Content without what a semicolon outside quotations parts from the cue."""
    stops = [token.index for token in sentence.tokens if token.text == ";" and token.index not in quoted]
    if not stops:
        return content
    first = max((stop for stop in stops if stop < cue), default=-1)
    last = min((stop for stop in stops if stop > cue), default=len(sentence.tokens))
    kept = tuple(index for index in content if first < index < last or index in quoted)
    return kept or content


def _is_fronted(sentence: Sentence, content: set[int], cue: int) -> bool:
    """Whether the main clause of what is said stands before its cue ("..., he said")."""
    tops = [index for index in content if sentence.tokens[index].head not in content]
    main = [index for index in tops if sentence.tokens[index].deprel.partition(":")[0] in _MAIN]
    if main:
        return min(main) < cue
    return 2 * sum(index < cue for index in content) >= len(content)


def _without_day(sentence: Sentence, content: set[int], cue: int, lexicon: Lexicon) -> set[int]:
    """Content without a day or place that stands right after the cue and dates the saying ("said on Friday it had ...")."""
    away: set[int] = set()
    for index in range(cue + 1, len(sentence.tokens)):
        word = sentence.tokens[index].text.lower()
        following = sentence.tokens[index + 1].text.lower() if index + 1 < len(sentence.tokens) else ""
        place = word in ("in", "at", "from") and index + 2 < len(sentence.tokens) and sentence.tokens[index + 1].upos == "PROPN"
        if place and (sentence.tokens[index + 2].upos == "PRON" or sentence.tokens[index + 2].text.lower() in ("that", ",")):
            away.update((index, index + 1))
        elif word in lexicon.days or (word in _BEFORE_DAY and following in lexicon.days):
            away.add(index)
        elif index not in away:
            break
    rest = content - away
    return rest if rest else content


def _without_remarks(sentence: Sentence, content: set[int], cue: int, quoted: frozenset[int], lexicon: Lexicon) -> set[int]:
    """Content without ", calling it ...": such a participle goes with the speaker, whatever the parse hangs it on."""
    for index in sorted(content):
        if is_remark(sentence, index, lexicon) and index > cue and index not in quoted:
            content -= set(sentence.subtree(index))
    return content
