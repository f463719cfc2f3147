"""Value F1 of time expressions on GUM dev and on a held third of TimeML (TempEval-3 shape, the corpora's own scorer).

    python -m benchmarks.times [--shared ../shared] [--parse] [--plain] [--errors gum_train|gum_dev|timeml|timeml_held]

The document date of the gold is the written date. Durations, sets and references without measure are left out, as in the gold;
a stretch between two told times counts as its two ends, which the gold marks each. Without --parse the tense is judged by
cues. Documents of TimeML are held by a hash of their name, two thirds are for development, as is GUM train. GUM has all genres,
from travel guides to private video diaries; its news alone is given beside.

Where the two corpora mark different things, what the reader says is put as each of them does (--plain leaves this out):
- GUM writes a season of no year by its months ("--06/--09"); it has no sign for the sort of a period.
- GUM marks periods of history ("during World War II"), TimeML takes them for events.
- GUM's document date is when a work of fiction or a collection of recordings (1 January of its year) came out: neither the days
  of the tale nor that of the conversation are known from it, and GUM leaves them without a year or unmarked.
"""

import argparse
import hashlib
import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.shared import SHARED, needed, scorer_at
from casus.reading.document import Document
from casus.reading.encoder import load_encoder
from casus.reading.model import Time, Written
from casus.reading.parse import Sentence
from casus.reading.sentences import SentenceText, split
from casus.reading.times import Expression, find, resolve
from casus.reading.times.expression import Between, Fixed
from casus.sources.report import Report, Span

CORPORA = {
    "gum_dev": "data/gum_time/dev.jsonl",
    "gum_dev_news": "data/gum_time/dev.jsonl",
    "gum_train": "data/gum_time/train.jsonl",
    "gum_train_news": "data/gum_time/train.jsonl",
    "timeml": "data/timeml/times_train.jsonl",
    "timeml_held": "data/timeml/times_train.jsonl",
}
_SEASON_MONTHS = {"SP": "--03/--06", "SU": "--06/--09", "FA": "--09/--12", "WI": "--12/--03"}


def held(name: str) -> bool:
    """Whether a TimeML document is kept for reporting."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def load(shared: Path, corpus: str) -> list[dict[str, Any]]:
    """The documents of a corpus in the scorer's form."""
    lines = needed(shared / CORPORA[corpus]).read_text(encoding="utf-8").splitlines()
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


def marks(expression: Expression, found: Time) -> Iterator[tuple[Span, str | None]]:
    """Spans and values of a time: of a joined stretch those of its two ends."""
    parts, value = expression.parts, found.value
    if isinstance(parts, Between) and parts.first.span != parts.last.span and value and value.count("/") == 1:
        yield from zip((parts.first.span, parts.last.span), value.split("/"), strict=True)
    else:
        yield found.span, value


def in_gum(found: Time) -> Time:
    """A time with the value that GUM's convention gives it."""
    season = re.fullmatch(r"(?:R/)?XXXX-(SP|SU|FA|WI)", found.value or "")
    return replace(found, value=_SEASON_MONTHS[season[1]]) if season else found


def predict(gold: dict[str, Any], of_one: tuple[Sentence, ...], convention: str) -> list[dict[str, Any]]:
    """The calendar times that are read in one document, put as a corpus ("gum" or "timeml") does; "" leaves them as they are."""
    day = date.fromisoformat(gold["dct"][:10])
    undated = convention == "gum" and (gold["genre"] == "fiction" or (day.month, day.day) == (1, 1))
    written = None if undated else Written(day, day, "given")
    report = Report(gold["text"])
    expressions = find(report.text, [sentence.span for sentence in of_one])
    found = resolve(expressions, written, Document(report, of_one))
    if convention == "gum":
        found = tuple(in_gum(each) for each in found)
    return [
        {"start": start, "end": end, "value": value}
        for expression, time_found in zip(expressions, found, strict=True)
        if not (convention == "timeml" and isinstance(expression.parts, Fixed) and expression.parts.known)
        for (start, end), value in marks(expression, time_found)
        if value and value[0] not in "PR" and not value.endswith("_REF") and not value.startswith("XXXX-W")
    ]


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
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder of the corpora and scorers")
    parser.add_argument("--parse", action="store_true", help="let the encoder's parse tell the tense (slower)")
    parser.add_argument("--plain", action="store_true", help="put nothing as the corpora do")
    parser.add_argument("--errors", choices=sorted(CORPORA), help="print the errors of one corpus instead")
    options = parser.parse_args()
    score = scorer_at(options.shared / "score" / "score_times.py")
    for corpus in [options.errors] if options.errors else CORPORA:
        golds = load(options.shared, corpus)
        split_up = sentences(golds, options.parse)
        began = time.perf_counter()
        convention = "" if options.plain else corpus.partition("_")[0]
        predictions = {gold["doc"]: predict(gold, of_one, convention) for gold, of_one in zip(golds, split_up, strict=True)}
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
