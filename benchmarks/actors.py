"""How well mentions are resolved: against the actors of own reports, and against what the facts of other reports need.

    python -m benchmarks.actors [FOLDER] [--missing]

The reports in examples/ name in their gold each actor with the words that mean it. Found: the words are a mention; state and
kind: what they mean agrees with the gold; linked: two mentions of an actor mean a common actor.

FOLDER holds texts/NN.txt and gold/NN.yaml (a hand-made gold with `facts`, each with a verbatim `quote` and actor codes). For each
code (speaker, actor, recipient, party, ...) it is asked whether an actor of that code is meant by a mention in the sentences that
the quote touches, and for each named speaker whether a mention there means a person of that name.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from casus.reading.actors import find_actors
from casus.reading.document import Cast, Document
from casus.reading.encoder import load_encoder
from casus.reading.model import Actor
from casus.reading.quotations import quotations
from casus.reading.sentences import split
from casus.sources.open import open_report

EXAMPLES = Path(__file__).parents[1] / "examples"
FOLDER = Path(__file__).parents[2] / "shared" / "reports" / "dev"
CODE_FIELDS = ("speaker_iso", "actor", "recipient", "parties", "imposer", "target", "supplier", "holder", "addressee")
_CODE = re.compile(r"^[A-Z][A-Z0-9_]+$")
_WORLD = {"WEST": "bloc:the-west", "INTL_COMMUNITY": "bloc:international-community"}


@dataclass
class Score:
    """Codes and names asked for and found, and the time taken."""

    asked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    seconds: float = 0.0
    sentences: int = 0


def read(path: Path, on: date | None, score: Score) -> tuple[Document, Cast]:
    """A report's document and its cast; the time of the actors pass alone is added to the score."""
    report = open_report(path)
    document = Document(report, tuple(load_encoder().parse(report.text, split(report))), quotations(report))
    start = time.perf_counter()
    cast = find_actors(document, on)
    score.seconds += time.perf_counter() - start
    score.sentences += len(document.sentences)
    return document, cast


def codes(fact: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of a fact that name actors by code, one at a time."""
    for name in CODE_FIELDS:
        value = fact.get(name)
        for code in value if isinstance(value, list) else [value]:
            if isinstance(code, str) and _CODE.match(code):
                yield name, code


def means(actor: Actor, code: str) -> bool:
    """Whether an actor is the one of a code: its state's code, an organisation's abbreviation, or a word of its name."""
    if code in {actor.country, *(actor.countries if actor.kind in {"group", "bloc"} else ())}:
        return True
    if actor.world in {_WORLD.get(code), f"org:{code}"}:
        return True
    if code == "OTHER_STATES":
        return actor.kind in {"bloc", "group"} or actor.kind == "state"
    if code == "MEDIA":
        return actor.sector == "JRN"
    words = [word for word in code.split("_") if word not in {"US", "FACTION"}]
    initials = "".join(word[0] for word in actor.name.split() if word[:1].isupper())
    return any(word.lower().rstrip("s") in actor.name.lower() or word in initials for word in words)


def near(document: Document, cast: Cast, quote: str) -> list[Actor]:
    """Actors meant by the mentions in the sentences that a quote touches."""
    start = document.report.text.find(quote)
    end = start + len(quote)
    touched = {sentence.index for sentence in document.sentences if sentence.span[0] < end and start < sentence.span[1]}
    ids = {actor for phrase in cast.phrases if phrase.sentence in touched for actor in phrase.actors}
    return [cast.by_id[actor] for actor in ids]


def measure(folder: Path) -> Score:
    """Every fact of every gold file of a folder."""
    score = Score()
    for path in sorted((folder / "gold").glob("*.yaml")):
        gold = yaml.safe_load(path.read_text("utf-8"))
        document, cast = read(folder / "texts" / gold["text"], gold["publication_date"], score)
        for fact in gold["facts"]:
            there = near(document, cast, fact["quote"])
            for name, code in codes(fact):
                _count(score, name, any(means(actor, code) for actor in there), f"{fact['id']} {name} {code}")
            speaker = fact.get("speaker")
            if speaker and fact.get("speaker_iso") and speaker[:1].isupper():
                hit = any(speaker.split()[-1].lower() in actor.name.lower() for actor in there)
                _count(score, "speaker's name", hit, f"{fact['id']} speaker {speaker}")
    return score


def measure_mentions(folder: Path) -> Score:
    """Every actor of every gold file (*.gold.yaml) of a folder of own reports."""
    score = Score()
    for path in sorted(folder.glob("*.gold.yaml")):
        gold = yaml.safe_load(path.read_text("utf-8"))
        document, cast = read(folder / gold["report"], (gold.get("written") or {}).get("from"), score)
        words: dict[str, set[str]] = {}
        for phrase in cast.phrases:
            words.setdefault(_plain(document.words(phrase.mention.span)), set()).update(phrase.actors)
        for name, actor in gold["actors"].items():
            _count_mentions(
                score, f"{path.name[:2]} {name}", actor, cast, [words.get(_plain(told)) for told in actor["mentions"]]
            )
    return score


def _plain(words: str) -> str:
    """Words without case and article, so that a mention and its words in the gold meet."""
    return re.sub(r"^(the|a|an) ", "", words.lower()).replace("’", "'")


def _count_mentions(score: Score, name: str, gold: Mapping[str, Any], cast: Cast, meant: list[set[str] | None]) -> None:
    for ids, told in zip(meant, gold["mentions"], strict=True):
        _count(score, "found", ids is not None, f"{name} {told}: no mention")
        if ids is None:
            continue
        actors = [cast.by_id[actor] for actor in ids]
        if gold.get("country"):
            _count(score, "state", any(one.country == gold["country"] for one in actors), f"{name} {told}: state")
        alike = {"state", "place"}, {"organisation", "group", "bloc"}, {"state", "organisation"}
        _count(
            score,
            "kind",
            any({one.kind, gold["kind"]} <= kinds or one.kind == gold["kind"] for one in actors for kinds in alike),
            f"{name} {told}: kind",
        )
    for one, other in combinations([ids for ids in meant if ids is not None], 2):
        _count(score, "linked", bool(one & other), f"{name}: not linked")


def _count(score: Score, name: str, hit: bool, words: str) -> None:
    score.asked[name] += 1
    score.found[name] += hit
    if not hit:
        score.missing.append(words)


def show(title: str, score: Score, missing: bool) -> None:
    """Prints found / asked for each field, and the speed of the pass."""
    print(title)
    for name in sorted(score.asked):
        print(f"  {name:16} {score.found[name]:4} of {score.asked[name]:4}  {score.found[name] / score.asked[name]:.3f}")
    print(f"  {1000 * score.seconds / max(score.sentences, 1):.2f} ms a sentence over {score.sentences} sentences")
    for words in score.missing if missing else ():
        print(f"    {words}")


def main() -> None:
    """Prints the measures over the own reports, and over a folder of others where it is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--missing", action="store_true", help="name what was not found")
    given = parser.parse_args()
    read(EXAMPLES / "01-truce-line.txt", None, Score())  # the facts are loaded before the clock runs
    show("mentions of the own reports' actors", measure_mentions(EXAMPLES), given.missing)
    if given.folder.is_dir():
        show("actors that facts need, in the facts' words", measure(given.folder), given.missing)
    else:
        print(f"not scored: {given.folder} is not there")


if __name__ == "__main__":
    main()
