"""Whatever tree the encoder gives, the words of an attribution stand in the text, in order, and apart from their cue."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from casus.reading.attribution import carrier, find_attributions, find_statements
from casus.reading.document import Cast, Document, NounPhrase
from casus.reading.model import Actor, Mention
from casus.reading.parse import AttributionSpan, Sentence, Token
from casus.reading.quotations import quotations
from casus.sources.report import Report

LEXEMES = """
Peru/Peru/PROPN minister/minister/NOUN she/she/PRON we/we/PRON which/which/PRON said/say/VERB saying/say/VERB called/call/VERB
accused/accuse/VERB quoted/quote/VERB denied/deny/VERB voiced/voice/VERB refused/refuse/VERB comment/comment/VERB urged/urge/VERB
warning/warning/NOUN statement/statement/NOUN confident/confident/ADJ was/be/AUX according/accord/VERB to/to/ADP that/that/SCONJ
of/of/ADP for/for/ADP not/not/PART Friday/Friday/PROPN port/port/NOUN fell/fall/VERB ,/,/PUNCT "/"/PUNCT :/:/PUNCT and/and/CCONJ
"""
OTHER = "nmod nmod:poss appos compound compound:prt punct cc advmod fixed case mark aux aux:pass cop amod det flat"
RELATIONS = {
    (True, True): "ccomp xcomp advcl conj parataxis acl:relcl ccomp parataxis",
    (False, True): "nsubj nsubj nsubj:pass obj iobj obl obl:agent mark case aux:pass aux advmod compound:prt punct",
    (True, False): "acl acl:relcl ccomp advcl parataxis",
    (False, False): OTHER,
}
"""Relations by whether the dependent and the head are verbs, so that random trees look a little like language."""

Tree = tuple[list[str], list[int], list[str], list[AttributionSpan]]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Words with a random tree over them in which verbs stand high, and now and then what the encoder's head sees."""
    words = draw(st.lists(st.sampled_from(LEXEMES.split()), min_size=2, max_size=14))
    order = sorted(draw(st.permutations(range(len(words)))), key=lambda index: not words[index].endswith("VERB"))
    heads, relations = [-1] * len(words), ["root"] * len(words)
    for place, index in enumerate(order[1:], 1):
        heads[index] = order[draw(st.integers(0, min(place - 1, 4)))]
        kind = words[index].endswith("VERB"), words[heads[index]].endswith("VERB")
        relations[index] = draw(st.sampled_from(RELATIONS[kind].split()))
    indices = st.lists(st.integers(0, len(words) - 1), unique=True, max_size=5).map(lambda found: tuple(sorted(found)))
    spans = draw(st.lists(st.builds(AttributionSpan, indices, indices, indices, st.floats(0, 1)), max_size=2))
    return words, heads, relations, spans


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text, sentences = "", []
    for number, (words, heads, relations, spans) in enumerate(draw(st.lists(trees(), min_size=1, max_size=4))):
        start, tokens = len(text), []
        for index, (form, lemma, upos) in enumerate(word.split("/") for word in words):
            tokens.append(Token(index, len(text), len(text) + len(form), form, lemma, upos, heads[index], relations[index]))
            text += form + " "
        sentences.append(
            Sentence(number, (start, len(text) - 1), tuple(tokens), attributions=tuple(spans), paragraph=number // 2)
        )
        text += "\n" * draw(st.integers(0, 2))
    report = Report(text)
    return Document(report, tuple(sentences), quotations(report))


def everybody(document: Document) -> Cast:
    """A cast in which each noun and pronoun is somebody, by its lemma."""
    ids: dict[str, str] = {}
    phrases = []
    for sentence, token in document.tokens():
        if token.upos in ("NOUN", "PROPN", "PRON"):
            actor = ids.setdefault(token.lemma, f"a{len(ids) + 1}")
            mention = Mention((token.start, token.end), "nominal")
            phrases.append(NounPhrase(sentence.index, token.index, token.index, token.index, mention, (actor,)))
    return Cast(tuple(Actor(id=actor, name=name, kind="person", mentions=()) for name, actor in ids.items()), tuple(phrases))


@settings(max_examples=200, deadline=None)
@given(documents(), st.booleans())
def test_the_words_of_an_attribution_are_tokens_apart_from_its_cue(document: Document, wide: bool) -> None:
    for attribution in find_attributions(document, wide=wide):
        size = len(document.sentences[attribution.sentence].tokens)
        assert attribution.content
        assert list(attribution.content) == sorted(set(attribution.content))
        assert all(0 <= index < size for index in (*attribution.content, *attribution.cue))
        assert not set(attribution.content) & set(attribution.cue)
        assert all(0 <= word < len(document.sentences[index].tokens) for index, word in attribution.continued)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_statements_point_into_the_text_and_their_chains_end(document: Document) -> None:
    utterances = find_statements(document, everybody(document), ())
    known = {utterance.statement.id: utterance.statement for utterance in utterances}
    assert list(known) == [f"s{number}" for number in range(1, len(known) + 1)]
    for statement in known.values():
        for spans in (statement.spans, statement.content, statement.cue, statement.source):
            assert list(spans) == sorted(spans)
            assert all(0 <= start < end <= len(document.report.text) for start, end in spans)
            assert all(left[1] <= right[0] for left, right in pairwise(spans))
        assert not any(start < last and first < end for start, end in statement.content for first, last in statement.cue)
        chain, by = {statement.id}, statement.by
        while by is not None:
            assert by not in chain
            chain.add(by)
            by = known[by].by


@settings(max_examples=100, deadline=None)
@given(documents(), st.data())
def test_a_carrier_holds_the_span_it_is_asked_for(document: Document, data: st.DataObject) -> None:
    utterances = find_statements(document, everybody(document), ())
    sentence, token = data.draw(st.sampled_from(list(document.tokens())))
    found = carrier(utterances, (token.start, token.end))
    holding = [
        utterance.statement
        for utterance in utterances
        if any(start <= token.start and token.end <= end for start, end in utterance.statement.content)
    ]
    assert (found is None) == (not holding)
    if holding:
        sizes = {statement.id: sum(end - start for start, end in statement.content) for statement in holding}
        assert sizes[str(found)] == min(sizes.values())
    assert sentence.span[0] <= token.start
