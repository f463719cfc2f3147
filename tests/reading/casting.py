"""Reading who own texts speak of, for tests of the actors pass."""

from dataclasses import dataclass
from datetime import date

from casus.reading.actors import find_actors
from casus.reading.document import Cast, Document
from casus.reading.encoder import load_encoder
from casus.reading.model import Actor
from casus.reading.quotations import quotations
from casus.reading.sentences import split
from casus.sources.report import Report


@dataclass(frozen=True)
class Told:
    """A text's document and cast, with questions to them."""

    document: Document
    cast: Cast

    def all_meant(self, words: str, nth: int = 0) -> list[Actor]:
        """The actors meant by the nth mention with these words."""
        found = [phrase for phrase in self.cast.phrases if self.document.words(phrase.mention.span) == words]
        assert len(found) > nth, f"{words!r} is mention {len(found)} times; there are {self.mentions()}"
        return [self.cast.by_id[actor] for actor in found[nth].actors]

    def meant(self, words: str, nth: int = 0) -> Actor:
        """The one actor meant by the nth mention with these words."""
        actors = self.all_meant(words, nth)
        assert len(actors) == 1, f"{words!r} means {[actor.name for actor in actors]}"
        return actors[0]

    def mentions(self) -> list[str]:
        """The words of all mentions, in order."""
        return [self.document.words(phrase.mention.span) for phrase in self.cast.phrases]

    def doubts(self) -> list[str]:
        """The words of the report that are warned of as ambiguous."""
        return [
            self.document.words(warning.span)
            for warning in self.cast.warnings
            if warning.code == "ambiguous-actor" and warning.span
        ]


def told(text: str, on: date | None = date(2024, 6, 19)) -> Told:
    """A text parsed by the shipped encoder, with its cast."""
    report = Report(text)
    document = Document(report, tuple(load_encoder().parse(text, split(report))), quotations(report))
    return Told(document, find_actors(document, on))
