"""Actors under construction while a report is read from front to back, and who was heard of lately."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from casus.reading.actors.lexicon import Gender, Lexicon
from casus.reading.actors.naming import PersonName
from casus.reading.actors.phrases import Phrase, Scene
from casus.reading.document import Document
from casus.reading.model import ActorKind, MentionForm
from casus.sources.report import Span, Warning
from casus.world.entities import Entity


@dataclass(slots=True, eq=False)
class Figure:
    """An actor that is being put together. `roles` are head nouns of the offices told of it, `tokens` the words of its name.

    `side` is the state or body that it speaks for; `supposed`: its
    country is only inferred from the states near by. `same` is set where it turned out to be another figure.
    """

    kind: ActorKind
    name: str
    country: str | None = None
    countries: tuple[str, ...] = ()
    sector: str | None = None
    role: str | None = None
    roles: set[str] = field(default_factory=set)
    lemma: str = ""
    entity: Entity | None = None
    gender: Gender | None = None
    plural: bool = False
    named: bool = False
    supposed: bool = False
    tokens: tuple[str, ...] = ()
    side: "Figure | None" = None
    confidence: float = 1.0
    same: "Figure | None" = None
    mentions: list[tuple[Span, MentionForm]] = field(default_factory=list)

    def itself(self) -> "Figure":
        """The figure that this one turned out to be."""
        current = self
        while current.same is not None:
            current = current.same
        return current


Figures = tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """Figures as one phrase brought them up: sentence, token and prominence of the phrase, and its quotation (-1: none).

    `figures` is () for a thing; things compete for "it" and "they". `joined`: the phrase is one of several that are coordinated.
    """

    figures: Figures
    sentence: int
    token: int
    weight: float
    quoted: int
    plural: bool
    subject: bool
    joined: bool


@dataclass(eq=False)
class Stage:
    """All that is known while a report is read: figures, what each head meant so far, and what was heard, latest last."""

    document: Document
    on: date | None
    lexicon: Lexicon
    scenes: tuple[Scene, ...]
    figures: list[Figure] = field(default_factory=list)
    by_key: dict[str, Figure] = field(default_factory=dict)
    meant: dict[tuple[int, int], Figures] = field(default_factory=dict)
    inner: dict[tuple[int, int], Phrase] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    full_names: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    support: Counter[str | None] | None = None
    person_names: dict[tuple[int, int], PersonName | None] = field(default_factory=dict)
    abbreviations: set[str] = field(default_factory=set)
    acronyms: dict[str, str] = field(default_factory=dict)
    titled: list[tuple[tuple[str, ...], str | None, frozenset[str]]] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)

    def add(self, figure: Figure, *keys: str) -> Figure:
        """A new figure, found again by `keys`."""
        self.figures.append(figure)
        for key in keys:
            self.by_key.setdefault(key, figure)
        return figure

    def known(self, key: str) -> Figure | None:
        """The figure under a key."""
        figure = self.by_key.get(key)
        return figure.itself() if figure else None

    def of_head(self, sentence: int, head: int) -> Figures:
        """What a head meant, as far as it is resolved."""
        return tuple(figure.itself() for figure in self.meant.get((sentence, head), ()))

    def hear(self, phrase: Phrase, figures: Figures, weight: float) -> None:
        """Note that a phrase brought up figures (none: a thing)."""
        subject = phrase.relation.startswith("nsubj")
        index = phrase.sentence.index
        plural = phrase.plural or len(figures) > 1
        self.heard.append(Heard(figures, index, phrase.head, weight, phrase.quoted, plural, subject, phrase.joined))
        for figure in figures:
            if figure.country and figure.kind != "place":
                self.weights[figure.country] = self.weights.get(figure.country, 0.0) + weight

    def doubt(self, phrase: Phrase, chosen: str, other: str) -> None:
        """Warn that a phrase has two live readings."""
        sentence = phrase.sentence
        span = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
        message = f"“{phrase.text}” may mean {chosen} or {other}; taken as {chosen}"
        self.warnings.append(Warning("ambiguous-actor", message, span))

    def persons(self) -> Iterable[Figure]:
        """All persons so far, latest first."""
        return (figure for figure in reversed(self.figures) if figure.kind == "person" and figure.same is None)


def absorb(target: Figure, source: Figure) -> None:
    """Let one figure turn out to be another: mentions and what is told of it go over, what the target knows stays."""
    target, source = target.itself(), source.itself()
    if target is source:
        return
    source.same = target
    target.mentions.extend(source.mentions)
    target.roles |= source.roles
    for name in ("country", "sector", "role", "entity", "gender", "side"):
        if getattr(target, name) is None:
            setattr(target, name, getattr(source, name))
    target.countries = target.countries or source.countries
