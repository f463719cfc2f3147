"""What passes hand to each other while one report is read: the parsed document, and who is meant by which words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from casus.reading.model import Actor, Mention
from casus.reading.parse import Sentence, Token
from casus.sources.report import Report, Span, Warning


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words. `span` is what stands between the marks; a quotation that runs over paragraphs is one quote a paragraph.

    `closed` is false where the closing mark is missing. `continues` is true where it goes on from the paragraph before.
    """

    span: Span
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True)
class Document:
    """A report with its sentences parsed and its quotations found. Sentences and quotes are in order of the text."""

    report: Report
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...] = ()

    def tokens(self) -> Iterator[tuple[Sentence, Token]]:
        """Every token with its sentence, in order."""
        for sentence in self.sentences:
            for token in sentence.tokens:
                yield sentence, token

    def words(self, span: Span) -> str:
        """The report's words at a span."""
        return self.report.text[slice(*span)]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A mention in its sentence: token indices [first, last] (inclusive) and the head's.

    `actors` are the ids of every actor meant ("both countries": two), () where it means no actor.
    """

    sentence: int
    first: int
    last: int
    head: int
    mention: Mention
    actors: tuple[str, ...]


@dataclass(frozen=True)
class Cast:
    """All actors of a report and where they are mentioned. Phrases are in order of the text and may nest.

    `sides` gives by an actor's id the id of the state or body that it speaks for (a minister: the state; a party's spokesman:
    the party), where that is known. Such a state is among `actors` also where the report never mentions it.
    """

    actors: tuple[Actor, ...]
    phrases: tuple[NounPhrase, ...]
    warnings: tuple[Warning, ...] = field(default=())
    sides: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _by_head(self) -> dict[tuple[int, int], NounPhrase]:
        return {(phrase.sentence, phrase.head): phrase for phrase in self.phrases}

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """Actors by their id."""
        return {actor.id: actor for actor in self.actors}

    def phrase(self, sentence: int, head: int) -> NounPhrase | None:
        """The mention headed by a token, None where there is none."""
        return self._by_head.get((sentence, head))

    def meant(self, sentence: int, head: int) -> tuple[str, ...]:
        """Ids of the actors meant by the noun phrase that a token heads."""
        phrase = self.phrase(sentence, head)
        return phrase.actors if phrase else ()

    def meant_with_conjuncts(self, sentence: Sentence, head: int) -> tuple[str, ...]:
        """Ids of the actors meant by a noun phrase and all coordinated with it ("Oslo and Riga"), each once, in order."""
        found = list(self.meant(sentence.index, head))
        for child in sentence.dependents(head, "conj"):
            found.extend(self.meant_with_conjuncts(sentence, child))
        return tuple(dict.fromkeys(found))
