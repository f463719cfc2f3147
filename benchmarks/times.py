"""Value F1 of time expressions on GUM dev and on a held third of TimeML (TempEval-3 shape, the corpora's own scorer).

    python benchmarks/times.py [--shared ../shared] [--parse] [--errors gum_train|gum_dev|timeml|timeml_held]

The document date of the gold is the written date. Durations, sets and references without measure are left out, as in the gold;
a stretch between two told times counts as its two ends, which the gold marks each. Without --parse the tense is judged by
cues. Documents of TimeML are held by a hash of their name, two thirds are for development, as is GUM train. GUM has all genres,
from travel guides to private video diaries; its news alone is given beside.
"""

import argparse
import hashlib
import importlib.util
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from casus.reading.document import Document
from casus.reading.encoder import load_encoder
from casus.reading.model import Written
from casus.reading.parse import Sentence
from casus.reading.sentences import SentenceText, split
from casus.reading.times import Expression, find, resolve
from casus.reading.times.expression import Between
from casus.sources.report import Report

CORPORA = {
    "gum_dev": "data/gum_time/dev.jsonl",
    "gum_dev_news": "data/gum_time/dev.jsonl",
    "gum_train": "data/gum_time/train.jsonl",
    "gum_train_news": "data/gum_time/train.jsonl",
    "timeml": "data/timeml/times_train.jsonl",
    "timeml_held": "data/timeml/times_train.jsonl",
}


def held(name: str) -> bool:
    """Whether a TimeML document is kept for reporting."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def load(shared: Path, corpus: str) -> list[dict[str, Any]]:
    """The documents of a corpus in the scorer's form."""
    lines = (shared / CORPORA[corpus]).read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines if line.strip()]
    if corpus.startswith("gum"):
        return [gold for gold in documents if gold["genre"] == "news" or not corpus.endswith("news")]
    return [gold for gold in documents if held(gold["doc"]) == corpus.endswith("held")]


def sentences(golds: list[dict[str, Any]], parse: bool) -> list[tuple[Sentence, ...]]:
    """Each document's sentences: the gold's where it has them, else the reader's own; parsed where asked for."""
    texts = [
        tuple(SentenceText(index, (start, end)) for index, (start, end) in enumerate(gold["sents"]))
        if "sents" in gold
        else split(Report(gold["text"]))
        for gold in golds
    ]
    if parse:
        return [
            tuple(parsed)
            for parsed in load_encoder().parse_many((gold["text"], each) for gold, each in zip(golds, texts, strict=True))
        ]
    return [tuple(Sentence(each.index, each.span, ()) for each in of_one) for of_one in texts]


def ends(expressions: tuple[Expression, ...]) -> Iterator[Expression]:
    """Expressions with each joined stretch replaced by its two ends."""
    for expression in expressions:
        parts = expression.parts
        if isinstance(parts, Between) and parts.first.span != parts.last.span:
            yield from (parts.first, parts.last)
        else:
            yield expression


def predict(gold: dict[str, Any], of_one: tuple[Sentence, ...]) -> list[dict[str, Any]]:
    """The calendar times that are read in one document."""
    day = date.fromisoformat(gold["dct"][:10])
    report = Report(gold["text"])
    expressions = find(report.text, [sentence.span for sentence in of_one])
    found = resolve(tuple(ends(expressions)), Written(day, day, "given"), Document(report, of_one))
    return [
        {"start": each.span[0], "end": each.span[1], "value": each.value}
        for each in found
        if each.value and each.value[0] not in "PR" and not each.value.endswith("_REF")
    ]


def scorer(shared: Path) -> ModuleType:
    """The corpora's scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_times", shared / "score" / "score_times.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer under {shared}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def show_errors(golds: list[dict[str, Any]], predictions: dict[str, list[dict[str, Any]]], score: ModuleType) -> None:
    """Print each gold that is missed or got wrong and each prediction too many, with its surroundings."""
    for gold in golds:
        text, left = gold["text"], predictions[gold["doc"]]
        for tag in gold["timex"]:
            hits = [each for each in left if each["start"] < tag["end"] and tag["start"] < each["end"]]
            left = [each for each in left if each not in hits]
            if not any(score.value_ok(tag, each["value"]) for each in hits) or len(hits) > 1:
                said = [(text[each["start"] : each["end"]], each["value"]) for each in hits]
                verdict = "WRONG" if hits else "MISS "
                print(f"{verdict} {_around(text, tag)} = {tag['value']} [{gold['dct']}] {gold['doc']} got {said}")
        for each in left:
            print(f"EXTRA {_around(text, each)} got {each['value']} [{gold['dct']}] {gold['doc']}")


def _around(text: str, each: dict[str, Any]) -> str:
    start, end = each["start"], each["end"]
    return (text[max(0, start - 50) : start] + "[" + text[start:end] + "]" + text[end : end + 40]).replace("\n", " ")


def main() -> None:
    """Print the figures, or the errors of one corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of the corpora and scorers")
    parser.add_argument("--parse", action="store_true", help="let the encoder's parse tell the tense (slower)")
    parser.add_argument("--errors", choices=sorted(CORPORA), help="print the errors of one corpus instead")
    options = parser.parse_args()
    score = scorer(options.shared)
    for corpus in [options.errors] if options.errors else CORPORA:
        golds = load(options.shared, corpus)
        split_up = sentences(golds, options.parse)
        began = time.perf_counter()
        predictions = {gold["doc"]: predict(gold, of_one) for gold, of_one in zip(golds, split_up, strict=True)}
        took = (time.perf_counter() - began) / sum(map(len, split_up)) * 1e3
        if options.errors:
            show_errors(golds, predictions, score)
            continue
        result = score.score(golds, predictions)
        value, relaxed = result["value"], result["relaxed"]
        print(
            f"{corpus:14} value F1 {value['f1']:.3f} (P {value['p']:.3f} R {value['r']:.3f})  relaxed F1 {relaxed['f1']:.3f}  "
            f"{len(golds)} documents, {value['n_gold']} gold, {took:.3f} ms a sentence"
        )


if __name__ == "__main__":
    main()
