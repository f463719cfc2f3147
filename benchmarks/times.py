"""Value F1 of time expressions on GUM dev and on a held third of TimeML (TempEval-3 shape, the corpora's own scorer).

    python benchmarks/times.py [--shared ../shared] [--errors gum_train|gum_dev|timeml|timeml_held]

The document date of the gold is the written date. Durations, sets and references without measure are left out, as in the gold;
a stretch between two told times counts as its two ends, which the gold marks each. Without parsed sentences the tense is
judged by cues. Documents of TimeML are held by a hash of their name, two thirds are for development.
"""

import argparse
import hashlib
import importlib.util
import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from casus.reading.document import Document
from casus.reading.model import Written
from casus.reading.parse import Sentence
from casus.reading.sentences import split
from casus.reading.times import Expression, find, resolve
from casus.reading.times.expression import Between
from casus.sources.report import Report, Span

CORPORA = {
    "gum_dev": "data/gum_time/dev.jsonl",
    "gum_train": "data/gum_time/train.jsonl",
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
    return documents if corpus.startswith("gum") else [gold for gold in documents if held(gold["doc"]) == corpus.endswith("held")]


def sentences(gold: dict[str, Any]) -> list[Span]:
    """The gold's sentences, or those of the reader where it has none."""
    if "sents" in gold:
        return [(start, end) for start, end in gold["sents"]]
    return [sentence.span for sentence in split(Report(gold["text"]))]


def ends(expressions: tuple[Expression, ...]) -> Iterator[Expression]:
    """Expressions with each joined stretch replaced by its two ends."""
    for expression in expressions:
        parts = expression.parts
        if isinstance(parts, Between) and parts.first.span != parts.last.span:
            yield from (parts.first, parts.last)
        else:
            yield expression


def predict(gold: dict[str, Any]) -> list[dict[str, Any]]:
    """The calendar times that are read in one document."""
    day = date.fromisoformat(gold["dct"][:10])
    spans = sentences(gold)
    report = Report(gold["text"])
    document = Document(report, tuple(Sentence(index, span, ()) for index, span in enumerate(spans)))
    found = resolve(tuple(ends(find(report.text, spans))), Written(day, day, "given"), document)
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


def show_errors(corpus: list[dict[str, Any]], score: ModuleType) -> None:
    """Print each gold that is missed or got wrong and each prediction too many, with its surroundings."""
    for gold in corpus:
        text, left = gold["text"], predict(gold)
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
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--errors", choices=sorted(CORPORA))
    options = parser.parse_args()
    score = scorer(options.shared)
    if options.errors:
        show_errors(load(options.shared, options.errors), score)
        return
    for corpus in CORPORA:
        golds = load(options.shared, corpus)
        began = time.perf_counter()
        predictions = {gold["doc"]: predict(gold) for gold in golds}
        took = time.perf_counter() - began
        result = score.score(golds, predictions)
        value, relaxed, count = result["value"], result["relaxed"], sum(len(sentences(gold)) for gold in golds)
        print(
            f"{corpus:12} value F1 {value['f1']:.3f} (P {value['p']:.3f} R {value['r']:.3f})  relaxed F1 {relaxed['f1']:.3f}  "
            f"{len(golds)} documents, {value['n_gold']} gold, {took / count * 1e3:.3f} ms a sentence",
            file=sys.stdout,
        )


if __name__ == "__main__":
    main()
