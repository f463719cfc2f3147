"""How well the ledger tells which reports tell of one event, beside two plain ways in the same run.

    python -m benchmarks.identity            scores on generated stories whose seeds the weights were not fitted to
    python -m benchmarks.identity --read     the same stories as text, read by the reader (a minute)
    python -m benchmarks.identity --copies   re-posts told from other reports
    python -m benchmarks.identity --names    spellings of persons in the Phoenix dictionary that are made one
    python -m benchmarks.identity --fit      fits the weights and writes src/casus/ledger/identity/events.yaml

The scores: pairs of tellings put together (precision, recall and their F1), and B-cubed over tellings. The peers: tellings are
one if type, countries and day are the same; and if enough of their words are (threshold chosen on the fitting seeds).
"""

import argparse
import random
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from benchmarks.calibration import fitted
from benchmarks.identity_copies import copies_among, copies_told, names_spelt
from benchmarks.identity_drafts import drafts
from benchmarks.identity_scores import Labelled, Score, by_key, by_words, score_of
from benchmarks.identity_stories import Paper, Stories, told
from casus.ledger.drafts import Told, draft_of, in_order
from casus.ledger.identity import events, likeness
from casus.ledger.identity.actors import entities_of
from casus.ledger.identity.events import bridged, same_event
from casus.ledger.identity.likeness import Rarity, features, rarity_among
from casus.ledger.identity.signatures import signature, signature_of
from casus.ledger.identity.tellings import Telling, kept_under, of_event, roots_alike, sought_under, telling_of
from casus.ledger.record import Draft, ReportSource
from casus.reading.model import Event, Reading
from casus.reading.read import read_reports
from casus.sources.open import report_of
from casus.sources.report import Span

FITTING, FITTING_READ, SCORING = range(1, 13), range(13, 25), range(101, 111)
WEIGHTS = Path("src/casus/ledger/identity/events.yaml")
HEAD = """\
# Weights of the grounds for two tellings being one event (likeness.py), and how an event is chosen (events.py): from which
# probability on a telling is of an event, and two events are one, and how much the mean over an event's tellings counts beside
# the best. Fitted to {pairs} pairs of tellings of generated stories by `python -m benchmarks.identity --fit`.
"""


def clustered(labelled: Sequence[Labelled], copies: Mapping[str, str]) -> list[str]:
    """The event of each telling, decided one after the other as a ledger does. `copies`: of which report one is a copy."""
    index: dict[str, list[int]] = {}
    of_report: dict[str, list[int]] = {}
    known: list[Telling] = []
    for telling, _ in labelled:
        near = {number for key in sought_under(telling) for number in index.get(key, ())}
        original = copies.get(telling.report)
        near |= set(of_report.get(original or "", ()))
        candidates = [known[number] for number in sorted(near)]
        decision = same_event(telling, candidates, copied=(original,) if original else ())
        known.append(of_event(telling, decision.event) if decision else telling)
        for bridge in bridged(telling, decision, candidates) if decision else ():
            known = [of_event(one, bridge.event) if one.event == bridge.fact else one for one in known]
        of_report.setdefault(telling.report, []).append(len(known) - 1)
        for key in kept_under(telling):
            index.setdefault(key, []).append(len(known) - 1)
    return [telling.event for telling in known]


def as_drafts(stories: Stories, seed: int) -> tuple[list[Labelled], dict[str, str]]:
    """The tellings of stories as a reader of some faults has them, and which reports are copies."""
    labelled = [(telling_of(draft), true) for paper in stories.papers for draft, true in drafts(paper, stories.happenings, seed)]
    return labelled, copies_among((paper.id, _signature(paper)) for paper in stories.papers)


def as_read(stories: Stories) -> tuple[list[Labelled], dict[str, str]]:
    """The tellings of stories as the reader has them, and which reports are copies; prints how much of what is told it finds.

    An event is of the true one if its trigger lies in the sentence that tells that and its root is the same or taken for it. What
    else the reader finds stays among the tellings and is not scored ("").
    """
    readings = read_reports([report_of(paper.text, publisher=paper.outlet) for paper in stories.papers])
    labelled: list[Labelled] = []
    sentences = heard = 0
    for paper, reading in zip(stories.papers, readings, strict=True):
        spans = [(sentence.of, span) for sentence, span in paper.spans() if sentence.of]
        found = list(_events(reading))
        labels = [
            next((of for of, span in spans if _tells(draft, span, stories.happenings[of].of_kind["root"])), "") for draft in found
        ]
        labelled += [(telling_of(draft, text=reading.report.text), label) for draft, label in zip(found, labels, strict=True)]
        sentences += len(spans)
        heard += len({of for of, _ in spans} & set(labels))
    print(f"{heard} of {sentences} told events were read, and {sum(not label for _, label in labelled)} that were not told")
    return labelled, copies_among((reading.report.id, signature(reading)) for reading in readings)


def _events(reading: Reading) -> Iterator[Draft]:
    of_reading = Told(reading, entities_of(reading), {})
    facts: dict[str, str] = {}
    for claim in in_order(reading):
        draft = draft_of(claim, of_reading, facts)
        facts[claim.id] = draft.of_fact
        if isinstance(claim, Event) and claim.modality == "actual":
            yield draft


def _tells(draft: Draft, span: Span, root: str) -> bool:
    """Whether an event that was read is what a sentence tells."""
    assert isinstance(draft.source, ReportSource)
    within = any(span[0] <= quote.start < span[1] for quote in draft.source.quotes)
    return within and (draft.body["type"] == root or frozenset((draft.body["type"], root)) in roots_alike())


def _signature(paper: Paper) -> bytes:
    return signature_of(sentence.text for sentence in paper.sentences)


def fit() -> None:
    """Fits the weights on pairs of the fitting seeds that are looked up together, then threshold and share of the mean.

    Half of the seeds are drafts and half are read, so that what the reader gets wrong counts.
    """
    sets = [*(as_drafts(told(seed), seed) for seed in FITTING), *(as_read(told(seed)) for seed in FITTING_READ)]
    rows = [
        ("", {feature.name: feature.value for feature in features(one, other, rarity)}, same, 0.0)
        for labelled, _ in sets
        for one, other, rarity, same in _pairs(labelled)
    ]
    weights = {name: round(value, 3) for name, value in fitted(rows, strength=1.0).items()}
    print(f"{len(rows)} pairs, {sum(row[2] for row in rows)} of them one event")
    best = (0.0, {"threshold": 0.5, "join": 0.6, "mean": 0.7})
    for name, choices in (("threshold", (0.4, 0.5, 0.6)), ("mean", (0.5, 0.7, 1.0)), ("join", (0.5, 0.6, 0.7))):
        tried = [(_tried(weights, best[1] | {name: value}, len(rows), sets), value) for value in choices]
        best = max(tried)[0], best[1] | {name: max(tried)[1]}
    _write(weights, best[1], len(rows))
    print(f"{best[1]}: F1 {best[0]:.3f} on the seeds that were fitted to")


def _tried(
    weights: Mapping[str, float],
    decision: Mapping[str, float],
    pairs: int,
    sets: Sequence[tuple[Sequence[Labelled], Mapping[str, str]]],
) -> float:
    _write(weights, decision, pairs)
    return statistics.fmean(_scored(labelled, copies).f1 for labelled, copies in sets)


def _write(weights: Mapping[str, float], decision: Mapping[str, float], pairs: int) -> None:
    body = {"decision": dict(decision), "weights": dict(weights)}
    WEIGHTS.write_text(HEAD.format(pairs=pairs) + yaml.safe_dump(body, sort_keys=False), encoding="utf-8")
    for cached in (likeness.weights, events.settings):
        cached.cache_clear()


def _pairs(labelled: Sequence[Labelled]) -> Iterator[tuple[Telling, Telling, Rarity, bool]]:
    """Pairs that are looked up together, as they come, with the rarity of words among those; and for each telling two others at
    random, so that what the look-up keeps apart is known to be apart."""
    index: dict[str, list[int]] = {}
    choice = random.Random(len(labelled))
    for number, (telling, true) in enumerate(labelled):
        near = {other for key in sought_under(telling) for other in index.get(key, ())}
        near |= {choice.randrange(number) for _ in range(2)} if number else set()
        rarity = rarity_among([telling, *(labelled[other][0] for other in sorted(near))])
        for other, of in (labelled[at] for at in sorted(near)):
            apart = other.report != telling.report or likeness.in_one_sentence(telling, other)
            if true and of and apart:
                yield telling, other, rarity, of == true
        for key in kept_under(telling):
            index.setdefault(key, []).append(number)


def _scored(labelled: Sequence[Labelled], copies: Mapping[str, str]) -> Score:
    return score_of(labelled, clustered(labelled, copies))


def compare(sets: Sequence[tuple[Sequence[Labelled], Mapping[str, str]]], threshold: float) -> None:
    """Prints the scores of the ledger's way and of its peers, the mean over the sets."""
    ways: dict[str, Callable[[Sequence[Labelled], Mapping[str, str]], Sequence[str]]] = {
        "casus": clustered,
        "same type, countries, day": lambda labelled, _: by_key(labelled),
        f"words alone (cosine {threshold})": lambda labelled, _: by_words(labelled, threshold),
    }
    print(f"{'':28} pairs: P     R     F1  (worst F1)   B-cubed: P     R     F1   events, true events")
    for name, way in ways.items():
        found = [way(labelled, copies) for labelled, copies in sets]
        scores = [score_of(labelled, events) for (labelled, _), events in zip(sets, found, strict=True)]
        numbers = [statistics.fmean(getattr(one, field) for one in scores) for field in ("precision", "recall", "f1")]
        fields = ("cubed_precision", "cubed_recall", "cubed")
        cubed = [statistics.fmean(getattr(one, field) for one in scores) for field in fields]
        made = sum(
            len({event for event, (_, true) in zip(events, labelled, strict=True) if true})
            for (labelled, _), events in zip(sets, found, strict=True)
        )
        true = sum(len({true for _, true in labelled if true}) for labelled, _ in sets)
        print(
            f"{name:28}     {numbers[0]:.3f} {numbers[1]:.3f} {numbers[2]:.3f} ({min(one.f1 for one in scores):.3f})"
            f"           {cubed[0]:.3f} {cubed[1]:.3f} {cubed[2]:.3f}  {made}, {true}"
        )


def words_threshold() -> float:
    """The peer's threshold that is best on the fitting seeds."""
    sets = [as_drafts(told(seed), seed)[0] for seed in FITTING]
    return max(
        (number / 20 for number in range(4, 18)),
        key=lambda threshold: statistics.fmean(score_of(one, by_words(one, threshold)).f1 for one in sets),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores; with --fit fits and writes the weights first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--copies", action="store_true")
    parser.add_argument("--names", action="store_true")
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args(arguments)
    if options.copies or options.names:
        print("\n".join([*(copies_told() if options.copies else ()), *(names_spelt() if options.names else ())]))
        return 0
    if options.fit:
        fit()
    stories = [told(seed) for seed in SCORING]
    reports = sum(len(one.papers) for one in stories)
    print(f"{len(stories)} seeds of 60 events, {reports} reports, {'read' if options.read else 'as drafts'}")
    sets = [as_read(one) if options.read else as_drafts(one, seed) for seed, one in zip(SCORING, stories, strict=True)]
    compare(sets, words_threshold())
    print(reposts(stories, [copies for _, copies in sets]))
    return 0


def reposts(stories: Sequence[Stories], found: Sequence[Mapping[str, str]]) -> str:
    """A line on the re-posts that were found, and on other reports that were taken for one."""
    right = wrong = wanted = 0
    for one, copies in zip(stories, found, strict=True):
        first = {paper.id: paper.number if paper.reposts is None else paper.reposts for paper in one.papers}
        right += sum(first[report] == first[other] for report, other in copies.items())
        wrong += sum(first[report] != first[other] for report, other in copies.items())
        wanted += sum(paper.reposts is not None for paper in one.papers)
    return f"re-posts: {right} of {wanted} found, and {wrong} other reports taken for one"


if __name__ == "__main__":
    sys.exit(main())
