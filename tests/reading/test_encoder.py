"""The shipped encoder reads sentences: words, tags, trees, entities, who says what, and the roots of pairs."""

from pathlib import Path

import numpy as np
import pytest

from casus.errors import EncoderError
from casus.reading.encoder import Encoder, SentenceText, load_encoder
from casus.reading.parse import Sentence
from casus.reading.pieces import LIMIT
from casus.reading.sentences import split
from casus.sources.report import Report

HARBOUR = (
    "Foreign Minister Ilse Brandt said on Tuesday that Norway had signed a fisheries agreement with Iceland. "
    "“We will not yield to threats,” she told reporters in Oslo."
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def read(encoder: Encoder, text: str) -> list[Sentence]:
    return encoder.parse(text, split(Report(text)))


def named(sentence: Sentence, word: str) -> int:
    return next(token.index for token in sentence.tokens if token.text == word)


def words(sentence: Sentence, indices: tuple[int, ...]) -> str:
    return " ".join(sentence.tokens[index].text for index in indices)


def test_a_sentence_has_tags_lemmas_and_a_tree(encoder: Encoder) -> None:
    first = read(encoder, HARBOUR)[0]
    said, signed = named(first, "said"), named(first, "signed")
    assert first.root == said
    assert first.tokens[said].lemma == "say"
    assert first.tokens[signed].upos == "VERB"
    assert (first.tokens[signed].head, first.tokens[signed].deprel) == (said, "ccomp")
    assert [first.tokens[child].text for child in first.dependents(signed, "nsubj", "obj")] == ["Norway", "agreement"]


def test_tokens_say_where_they_stand_in_the_text(encoder: Encoder) -> None:
    for sentence in read(encoder, HARBOUR):
        assert sentence.tokens
        for place, token in enumerate(sentence.tokens):
            assert token.index == place
            assert HARBOUR[token.start : token.end] == token.text
        assert sum(token.head < 0 for token in sentence.tokens) == 1
        assert sentence.subtree(sentence.root) == list(range(len(sentence.tokens)))


def test_people_places_and_organizations_are_found(encoder: Encoder) -> None:
    text = "President Amara Diallo met officials of the World Bank in Nairobi."
    sentence = read(encoder, text)[0]
    found = {(words(sentence, tuple(range(span.first, span.last + 1))), span.type) for span in sentence.entities}
    assert {("President Amara Diallo", "person"), ("the World Bank", "organization"), ("Nairobi", "place")} <= found
    assert all(0.0 < span.score <= 1.0 for span in sentence.entities)


def test_who_says_what_is_found(encoder: Encoder) -> None:
    first, second = read(encoder, HARBOUR)
    (one,) = first.attributions
    assert words(first, one.cue) == "said"
    assert words(first, one.source).endswith("Ilse Brandt")
    assert "Norway had signed a fisheries agreement with Iceland" in words(first, one.content)
    (other,) = second.attributions
    assert "told" in words(second, other.cue)
    assert words(second, other.source) == "she"
    assert "We will not yield to threats" in words(second, other.content)


def test_two_attributions_of_one_sentence_come_apart(encoder: Encoder) -> None:
    text = "The ministry denied that it had sold the missiles, but the opposition claims that two ships carried them."
    (sentence,) = read(encoder, text)
    found = {words(sentence, one.source): words(sentence, one.content) for one in sentence.attributions}
    assert set(found) == {"The ministry", "the opposition"}
    assert "sold the missiles" in found["The ministry"]
    assert "two ships carried them" in found["the opposition"]
    assert "ships" not in found["The ministry"]
    assert "missiles" not in found["the opposition"]


def test_a_sentence_inside_a_quotation_is_somebody_s_words(encoder: Encoder) -> None:
    text = "“We are ready,” Okafor said. “The fleet has left port. It will reach the strait by Friday.”"
    sentences = read(encoder, text)
    middle = next(sentence for sentence in sentences if "strait" in text[slice(*sentence.span)])
    assert any("reach the strait" in words(middle, one.content) for one in middle.attributions)


def test_the_pair_of_a_deed_has_a_root(encoder: Encoder) -> None:
    text = "Rebel fighters shelled an army base near the capital."
    (sentence,) = read(encoder, text)
    roots = encoder.roots(sentence, [0, 1], [3, 4, 5])
    assert sum(roots.values()) == pytest.approx(1.0, abs=1e-4)
    assert max(roots, key=lambda root: roots[root]) == "ASSAULT"


def test_reports_read_together_are_read_as_alone(encoder: Encoder) -> None:
    reports = [(text, split(Report(text))) for text in (HARBOUR, "Talks failed.", "The envoy of Peru left Quito on Monday.")]
    together = encoder.parse_many(reports)
    alone = [encoder.parse(*report) for report in reports]
    for many, few in zip(together, alone, strict=True):
        for one, other in zip(many, few, strict=True):
            assert [token.text for token in one.tokens] == [token.text for token in other.tokens]
            same = [first == second for first, second in zip(one.tokens, other.tokens, strict=True)]
            # Eight-bit activations are scaled by batch, so that a close call may fall otherwise.
            assert sum(same) >= 0.9 * len(same)


def test_no_word_is_lost_from_a_sentence_longer_than_the_encoder_takes(encoder: Encoder) -> None:
    text = " ".join(f"envoy {number} signed the accord and" for number in range(200)) + " all went home."
    (sentence,) = encoder.parse(text, [SentenceText(0, (0, len(text)))])
    assert len(sentence.tokens) > LIMIT
    assert " ".join(token.text for token in sentence.tokens).replace(" .", ".") == text
    assert sum(token.head < 0 for token in sentence.tokens) == 1
    assert sentence.subtree(sentence.root) == list(range(len(sentence.tokens)))
    assert isinstance(sentence.vectors, np.ndarray)
    assert len(sentence.vectors) == len(sentence.tokens)


@pytest.mark.parametrize("text", ["?", "…", "x" * 3000, "—" * 700, "\u200b", "条約に署名した。", "😀 !", "1" * 600])
def test_odd_text_is_read_without_harm(encoder: Encoder, text: str) -> None:
    (sentence,) = encoder.parse(text, [SentenceText(0, (0, len(text)))])
    assert "".join(token.text for token in sentence.tokens) == "".join(text.split())


def test_a_stretch_without_words_has_no_tokens(encoder: Encoder) -> None:
    (sentence,) = encoder.parse("   ", [SentenceText(0, (0, 3))])
    assert sentence.tokens == ()
    assert encoder.parse("", []) == []


def test_what_is_known_of_a_sentence_is_kept(encoder: Encoder) -> None:
    given = SentenceText(4, (0, 13), headline=True, paragraph=2)
    (sentence,) = encoder.parse("Talks resumed", [given])
    assert (sentence.index, sentence.span, sentence.headline, sentence.paragraph) == (4, (0, 13), True, 2)


def test_missing_files_give_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(EncoderError) as caught:
        Encoder(tmp_path)
    assert "encoder.onnx" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_broken_file_gives_one_clear_line(tmp_path: Path) -> None:
    for name in ("encoder.onnx", "heads.npz", "labels.json", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"nothing")
    with pytest.raises(EncoderError) as caught:
        Encoder(tmp_path)
    assert "\n" not in str(caught.value)


def test_the_shipped_files_are_small() -> None:
    folder = Path(__file__).parents[2] / "src" / "casus" / "reading" / "weights"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 30_000_000
