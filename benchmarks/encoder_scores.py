"""Scores of the shipped encoder on the development splits of its corpora: `python -m benchmarks.encoder_scores`.

Where training/runs/float has the same net in 32 bits, its scores are printed beside. The PLOVER score is of nets that are not
shipped (five-fold), so it is recorded at training and marked as such.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import ModuleType

from benchmarks.shared import SHARED, needed, scorer_at
from casus.reading.encoder import Encoder, SentenceText
from casus.reading.parse import Sentence
from casus.reading.pieces import quoted_after
from casus.reading.sentences import split
from casus.sources.report import Report
from training.conllu import GoldSentence, read_treebank

NAMED = frozenset(("person", "organization", "place"))
Scores = dict[str, float]


@dataclass(slots=True)
class Count:
    """Right ones, gold ones and predicted ones."""

    right: int = 0
    gold: int = 0
    given: int = 0

    def add(self, gold: Iterable[object], given: Iterable[object]) -> None:
        """Counts two sets."""
        one, other = set(gold), set(given)
        self.right += len(one & other)
        self.gold += len(one)
        self.given += len(other)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.gold + self.given)


def parsed(encoder: Encoder, gold: Sequence[GoldSentence], own_words: bool) -> list[Sentence]:
    """The encoder's parses of a treebank's sentences, over gold words or its own."""
    reports, document, quoted = [], "", False
    for sentence in gold:
        if sentence.document != document:
            document, quoted = sentence.document, False
        reports.append((sentence.text, [SentenceText(0, (0, len(sentence.text)), quoted=quoted)]))
        quoted = quoted_after(sentence.words, quoted)
    if own_words:
        found = encoder.parse_many(reports)
    else:
        spans = iter([list(sentence.spans) for sentence in gold])
        found = encoder.parse_many(reports, lambda _text, _span: next(spans))
    return [sentence for (sentence,) in found]


def tree_scores(gold: Sequence[GoldSentence], found: Sequence[Sentence]) -> Scores:
    """F1 of words, parts of speech, lemmas, arcs and labelled arcs by place; with gold words these are accuracies."""
    counts = {name: Count() for name in ("words", "upos", "lemma", "uas", "las")}
    for one, other in zip(gold, found, strict=True):
        spans = one.spans
        heads = [spans[head] if head >= 0 else None for head in one.heads]
        places = [(token.start, token.end) for token in other.tokens]
        above = [places[token.head] if token.head >= 0 else None for token in other.tokens]
        upos, lemmas, relations = ([getattr(token, name) for token in other.tokens] for name in ("upos", "lemma", "deprel"))
        counts["words"].add(spans, places)
        counts["upos"].add(zip(spans, one.upos, strict=True), zip(places, upos, strict=True))
        counts["lemma"].add(zip(spans, one.lemmas, strict=True), zip(places, lemmas, strict=True))
        counts["uas"].add(zip(spans, heads, strict=True), zip(places, above, strict=True))
        counts["las"].add(zip(spans, heads, one.relations, strict=True), zip(places, above, relations, strict=True))
    return {name: count.f1 for name, count in counts.items()}


def entity_scores(gold: Sequence[GoldSentence], found: Sequence[Sentence]) -> Scores:
    """F1 of spans with their types: persons, organizations and places together, and all types."""
    named, every = Count(), Count()
    for one, other in zip(gold, found, strict=True):
        marked = [(one.spans[first][0], one.spans[last][1], kind) for first, last, kind in one.entities or ()]
        given = [(*other.span_of((span.first, span.last)), span.type) for span in other.entities]
        every.add(marked, given)
        named.add((span for span in marked if span[2] in NAMED), (span for span in given if span[2] in NAMED))
    return {"entities": named.f1, "entities of all types": every.f1}


def assembled(sentences: Sequence[Sentence], texts: Sequence[SentenceText]) -> list[dict[str, list[list[int]]]]:
    """Attributions of an article as spans of its text.

    A plain baseline: content without a cue goes with the attribution that ends the quotation it stands in, else with the one
    before it in its paragraph.
    """
    found: list[dict[str, list[list[int]]]] = []
    waiting: list[list[int]] = []
    last: dict[str, list[list[int]]] | None = None
    for place, sentence in enumerate(sentences):
        if place and sentence.paragraph != sentences[place - 1].paragraph and not texts[place].quoted:
            last = None
        runs_on = place + 1 < len(texts) and texts[place + 1].quoted
        for one in sentence.attributions:
            content = _segments(sentence, one.content)
            if one.cue:
                last = {
                    "source": _segments(sentence, one.source),
                    "cue": _segments(sentence, one.cue),
                    "content": waiting + content,
                }
                waiting = []
                if last["content"]:
                    found.append(last)
            elif last is not None and last["content"]:
                last["content"].extend(content)
            elif runs_on:
                waiting.extend(content)
            else:
                found.append({"source": _segments(sentence, one.source), "cue": [], "content": waiting + content})
                waiting = []
    return found


def _segments(sentence: Sentence, words: Sequence[int]) -> list[list[int]]:
    spans: list[list[int]] = []
    before = -2
    for index in words:
        token = sentence.tokens[index]
        if index == before + 1:
            spans[-1][1] = token.end
        else:
            spans.append([token.start, token.end])
        before = index
    return spans


def attribution_scores(encoder: Encoder, data: Path, scorer: ModuleType) -> Scores:
    """The scorer's figures for the baseline assembly on PolNeAR's development articles."""
    gold = scorer.rd(str(data / "polnear" / "dev.jsonl"))
    texts = [list(split(Report(article["text"]))) for article in gold]
    found = encoder.parse_many([(article["text"], own) for article, own in zip(gold, texts, strict=True)])
    given = {article["doc"]: assembled(parse, own) for article, own, parse in zip(gold, texts, found, strict=True)}
    scores = scorer.score(gold, given)
    return {name: scores[name]["f1"] for name in ("source.token", "cue.token", "content.token", "attr.content", "attr.main")}


def all_scores(encoder: Encoder, data: Path, scorer: ModuleType) -> Scores:
    """Every score by a name."""
    found: Scores = {}
    for corpus in ("gum", "ewt"):
        gold = list(read_treebank(data / corpus / "dev.conllu"))
        over_gold = parsed(encoder, gold, own_words=False)
        found |= {f"{corpus} {name}": value for name, value in tree_scores(gold, over_gold).items() if name != "words"}
        if corpus == "gum":
            found |= {f"{corpus} {name}": value for name, value in entity_scores(gold, over_gold).items()}
        over_own = parsed(encoder, gold, own_words=True)
        found |= {f"{corpus} own words: {name}": value for name, value in tree_scores(gold, over_own).items()}
        if corpus == "gum":
            found |= {f"{corpus} own words: {name}": value for name, value in entity_scores(gold, over_own).items()}
    return found | {f"polnear {name}": value for name, value in attribution_scores(encoder, data, scorer).items()}


def main() -> None:
    """Prints the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with data/ and score/")
    parser.add_argument("--weights", type=Path, default=Path(str(files("casus.reading").joinpath("weights"))))
    parser.add_argument("--float", type=Path, default=Path("training/runs/float"), help="the same net in 32 bits, if it is there")
    parser.add_argument("--json", action="store_true", help="print the shipped encoder's scores as JSON")
    given = parser.parse_args()
    data = given.shared / "data"
    scorer = scorer_at(needed(data).parent / "score" / "score_attribution.py")
    scores = all_scores(Encoder(given.weights), data, scorer)
    if given.json:
        print(json.dumps(scores, indent=1))
        return
    exact = all_scores(Encoder(given.float), data, scorer) if given.float.is_dir() else {}
    for name, value in scores.items():
        beside = f"   float {exact[name]:.4f}   int8 {100 * (value - exact[name]):+.2f} points" if exact else ""
        print(f"{name:34s} {value:.4f}{beside}")
    recorded = given.weights / "scores.json"
    if recorded.is_file():
        for name, value in json.loads(recorded.read_text(encoding="utf-8"))["recorded"].items():
            print(f"{name:34s} {value:.4f}   (recorded at training)")


if __name__ == "__main__":
    main()
