"""Attribution on PolNeAR with the corpus' scorer: who says what, by attr.main and the parts of it.

    python -m benchmarks.attribution [--shared ../shared] [--split dev|tune] [--errors]

`dev` is the corpus' development split, for figures; `tune` a fixed sixty documents of its training split, chosen by a hash of
their name, for working on the rules (`--errors` prints these only). The wide set of attributions is scored, flat: the corpus
counts attitudes, plans and unnamed sources too, and has no speech within speech.
"""

import argparse
import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.shared import SHARED, needed, scorer_at
from casus.reading.attribution import Attribution, find_attributions
from casus.reading.attribution.attribution import spans_of
from casus.reading.attribution.confidence import probability
from casus.reading.document import Document
from casus.reading.encoder import load_encoder
from casus.reading.parse import Sentence
from casus.reading.quotations import quotations
from casus.reading.sentences import split
from casus.reading.syntax import RELATIVE_PRONOUNS
from casus.sources.report import Report, Span

TUNING_DOCUMENTS = 60
LEAST = 0.35
"""Attributions less probable than this are not predicted."""


def load(shared: Path, part: str) -> list[dict[str, Any]]:
    """The gold documents of a part."""
    path = needed(shared / "data" / "polnear" / ("dev.jsonl" if part == "dev" else "train.jsonl"))
    with path.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    if part == "dev":
        return documents
    return sorted(documents, key=lambda gold: hashlib.sha256(gold["doc"].encode()).hexdigest())[:TUNING_DOCUMENTS]


def parsed(texts: Sequence[str]) -> Iterator[Document]:
    """Each text as a document."""
    encoder = load_encoder()
    for text in texts:
        report = Report(text)
        yield Document(report, tuple(encoder.parse(text, split(report))), quotations(report))


def flat(found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions without those that are told within the content of another."""
    contents = [frozenset(attribution.positions()) for attribution in found]
    kept = []
    for position, attribution in enumerate(found):
        cue = {(attribution.sentence, index) for index in attribution.cue} or contents[position]
        if not any(other != position and cue <= content for other, content in enumerate(contents)):
            kept.append(attribution)
    return kept


def predict(document: Document, least: float = LEAST) -> list[dict[str, list[Span]]]:
    """The attributions of a document in the scorer's form: those that the encoder sees too, where it sees any."""
    learned = any(sentence.attributions for sentence in document.sentences)
    found = [a for a in find_attributions(document, wide=True) if probability(a, learned) >= least and (a.score or not learned)]
    return rows_of(document, flat(found))


def source_of(sentence: Sentence, attribution: Attribution) -> tuple[int, ...]:
    """The source's tokens; the relative pronoun in "..., who said", as the corpus has it."""
    if attribution.cue_head is not None and sentence.tokens[attribution.cue_head].deprel == "acl:relcl":
        for child in sentence.dependents(attribution.cue_head, "nsubj"):
            if sentence.tokens[child].text.lower() in RELATIVE_PRONOUNS:
                return (child,)
    return attribution.source


def rows_of(document: Document, found: Sequence[Attribution]) -> list[dict[str, list[Span]]]:
    """Attributions in the scorer's form."""
    rows = []
    for attribution in found:
        sentence = document.sentences[attribution.sentence]
        content: dict[int, list[int]] = {}
        for index, word in attribution.positions():
            content.setdefault(index, []).append(word)
        rows.append(
            {
                "source": list(spans_of(document.sentences[attribution.source_sentence], source_of(sentence, attribution))),
                "cue": list(spans_of(sentence, attribution.cue)),
                "content": [span for index, words in content.items() for span in spans_of(document.sentences[index], words)],
            }
        )
    return rows


def show_errors(golds: Sequence[dict[str, Any]], predictions: dict[str, list[dict[str, list[Span]]]], score: ModuleType) -> None:
    """Print what is missed and what is too much, document by document."""
    for gold in golds:
        text, left = gold["text"], list(predictions[gold["doc"]])
        for attribution in gold["attributions"]:
            hit = next(
                (p for p in left if score.score([dict(gold, attributions=[attribution])], {gold["doc"]: [p]})["attr.main"]["tp"]),
                None,
            )
            if hit:
                left.remove(hit)
            else:
                print("MISS ", _shown(text, attribution))
        for attribution in left:
            print("EXTRA", _shown(text, attribution))


def _shown(text: str, attribution: dict[str, Any]) -> str:
    return " | ".join(
        " ... ".join(text[s:e] for s, e in attribution[role])[:160] for role in ("source", "cue", "content")
    ).replace("\n", " ")


def main() -> None:
    """Print the figures, or the errors on the tuning documents."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--split", choices=("dev", "tune"), default="dev")
    parser.add_argument("--errors", action="store_true", help="print misses and extras on the tuning documents")
    options = parser.parse_args()
    part = "tune" if options.errors else options.split
    golds, score = load(options.shared, part), scorer_at(options.shared / "score" / "score_attribution.py")
    documents = list(parsed([gold["text"] for gold in golds]))
    began = time.perf_counter()
    predictions = {gold["doc"]: predict(document) for gold, document in zip(golds, documents, strict=True)}
    took = time.perf_counter() - began
    if options.errors:
        show_errors(golds, predictions, score)
        return
    result = score.score(golds, predictions)
    for name in ("attr.main", "attr.content", "attr.main_cue", "attr.exact", "source.token", "cue.token", "content.token"):
        value = result[name]
        counts = f"gold {value['n_gold']}, predicted {value['n_pred']}"
        print(f"{name:14} F1 {value['f1']:.3f}  (P {value['p']:.3f}, R {value['r']:.3f}; {counts})")
    for name in ("recall.main.direct", "recall.main.mixed", "recall.main.indirect", "linked"):
        print(f"{name:20} {result[name]['r']:.3f}")
    sentences = sum(len(document.sentences) for document in documents)
    print(f"{took / sentences * 1e3:.3f} ms a sentence over {sentences} sentences, encoder not counted")


if __name__ == "__main__":
    main()
