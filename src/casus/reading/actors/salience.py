"""How prominent a figure is at a point of the text: by grammatical role, distance and repetition."""

from collections.abc import Callable

from casus.reading.actors import states
from casus.reading.actors.figures import Figure, Figures, Heard, Stage
from casus.reading.actors.phrases import Phrase

_WEIGHTS = {
    "nsubj": 3.0, "nsubj:pass": 2.6, "obj": 2.0, "iobj": 2.0, "obl:agent": 2.2, "obl": 1.5, "root": 2.0, "nmod:poss": 1.5,
    "nmod": 1.1, "appos": 1.0, "compound": 0.8, "amod": 0.8, "vocative": 0.5,
}  # fmt: skip
_PER_SENTENCE = 1.0
_REACH = 120
_WHOLE_REPORT = 600
_NAMED_PERSON = 1.8
_CLOSE = 0.6
"""Readings whose prominence differs by less than this are both live."""


def weight(phrase: Phrase, person: bool = False) -> float:
    """Prominence of a phrase by its grammatical role; subjects of the main clause first. A named `person` is never far back."""
    relation = phrase.relation
    base = _WEIGHTS.get(relation) or _WEIGHTS.get(relation.partition(":")[0], 1.0)
    if relation.startswith("nsubj") and phrase.governor >= 0 and phrase.sentence.tokens[phrase.governor].deprel == "root":
        base += 0.6
    return max(base, _NAMED_PERSON) if person else base


def ranked(
    stage: Stage, sentence: int, accepts: Callable[[Figure], bool], reach: int = _WHOLE_REPORT
) -> list[tuple[float, Figure]]:
    """Figures that `accepts` takes among those heard of, with their prominence, best first."""
    scores: dict[int, tuple[float, Figure]] = {}
    times: dict[int, int] = {}
    for heard in reversed(stage.heard[-reach:]):
        value = heard.weight - _PER_SENTENCE * (sentence - heard.sentence)
        for one in heard.figures:
            figure = one.itself()
            times[id(figure)] = times.get(id(figure), 0) + 1
            known = scores.get(id(figure))
            if known is None or value > known[0]:
                scores[id(figure)] = (value, figure)
    found = [(value + min(times[key], 5) * 0.15, figure) for key, (value, figure) in scores.items() if accepts(figure)]
    return sorted(found, key=lambda pair: -pair[0])


def choose(stage: Stage, phrase: Phrase, found: list[tuple[float, Figure]], close: float = _CLOSE) -> Figure | None:
    """The most prominent of ranked figures; where a second one is less than `close` behind, it is chosen with doubt."""
    if not found:
        return None
    best = found[0][1]
    if len(found) > 1 and found[0][0] - found[1][0] < close and rivals(best, found[1][1]):
        stage.doubt(phrase, best.name, found[1][1].name)
        best.confidence = min(best.confidence, 0.9)
    return best


def rivals(one: Figure, other: Figure) -> bool:
    """Whether two figures would make a difference to the reader."""
    return one is not other and (one.country != other.country or one.kind == other.kind)


def last_together(stage: Stage, sentence: int, count: int, accepts: Callable[[Figure], bool]) -> Figures:
    """The figures that "the two sides" or "the three countries" mean: those named together lately, else the most prominent ones.

    Of states, those that the report speaks of most come first: who is only named in passing is no side. () where they are fewer.
    """
    scores: dict[int, float] = {}
    figures: dict[int, Figure] = {}
    together: Figures = ()
    for heard in reversed(stage.heard[-_REACH:]):
        members = tuple(dict.fromkeys(figure.itself() for figure in heard.figures))
        fit = [figure for figure in members if accepts(figure)]
        for figure in fit:
            value = 0.5 * heard.weight - 0.25 * (sentence - heard.sentence) + 2.0 * _share(stage, figure)
            figures[id(figure)] = figure
            scores[id(figure)] = max(scores.get(id(figure), value), value)
        if not together and len(fit) == len(members) == count and sentence - heard.sentence <= 8:
            together = members
    order = sorted(scores, key=lambda key: -scores[key])
    best = tuple(figures[key] for key in order[:count])
    if len(best) < count:
        return ()
    least = min(_share(stage, figure) for figure in best)
    if together and all(_share(stage, figure) >= 0.9 * least for figure in together):
        return together
    return tuple(sorted(best, key=lambda figure: stage.figures.index(figure)))


def by_share(stage: Stage, found: list[tuple[float, Figure]]) -> list[tuple[float, Figure]]:
    """Ranked states anew, with how much of the report speaks of each."""
    return sorted(((score + 0.35 * _share(stage, figure), figure) for score, figure in found), key=lambda row: -row[0])


def foremost(stage: Stage, count: int) -> frozenset[int]:
    """Ids of the states that the report so far speaks of most."""
    codes = sorted(stage.weights, key=lambda code: -stage.weights[code])[:count]
    return frozenset(id(figure) for code in codes if (figure := stage.known(f"state:{code}")) is not None)


def _share(stage: Stage, figure: Figure) -> float:
    """How much of the report so far speaks of a state, 0 to 6; nothing for others."""
    if figure.kind != "state":
        return 0.0
    return 6.0 * stage.weights.get(figure.country or "", 0.0) / (sum(stage.weights.values()) or 1.0)


def competing(heard: Heard, sentence: int) -> float:
    """Prominence of one thing or figure heard of, for pronouns."""
    return heard.weight - 1.2 * (sentence - heard.sentence)


def barred(stage: Stage, phrase: Phrase) -> frozenset[int]:
    """Ids of the figures that the subject of the phrase's own clause means: its objects and adjuncts are somebody else."""
    sentence, current = phrase.sentence, phrase.governor
    if phrase.relation.startswith("nsubj") or phrase.relation == "nmod:poss":
        return frozenset()
    for _ in range(4):
        if current < 0:
            break
        subjects = sentence.dependents(current, "nsubj")
        if subjects:
            return frozenset(id(figure) for head in subjects for figure in stage.of_head(sentence.index, head))
        if sentence.tokens[current].deprel not in {"nmod", "obl", "obj", "nmod:poss", "xcomp", "acl"}:
            break
        current = sentence.tokens[current].head
    return frozenset()


def nearest_states(stage: Stage, sentence: int) -> list[tuple[float, Figure]]:
    """The two states that the report speaks of most around a sentence, by themselves or by their officials, with prominence."""
    scores: dict[str, float] = {}
    for heard in reversed(stage.heard[-60:]):
        for one in heard.figures:
            figure = one.itself()
            if figure.country and figure.kind not in {"place", "bloc"} and not figure.supposed:
                value = heard.weight - 1.3 * (sentence - heard.sentence) - (0.0 if figure.kind == "state" else 0.4)
                scores[figure.country] = max(scores.get(figure.country, value), value)
    total = sum(stage.weights.values()) or 1.0
    ranking = sorted(((value + 2.0 * stage.weights.get(code, 0.0) / total, code) for code, value in scores.items()), reverse=True)
    return [(value, owner) for value, code in ranking[:2] if (owner := states.state(stage, code)) is not None]


def likely_country(stage: Stage, phrase: Phrase) -> str | None:
    """The state that a part of a state without an owner belongs to; doubted where two are close."""
    chosen = choose(stage, phrase, nearest_states(stage, phrase.sentence.index))
    return chosen.country if chosen else None
