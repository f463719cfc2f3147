"""Reading who own texts speak of, for tests of the actors pass."""

import re
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
        """The actors meant by the mention that ends where the text has these words for the nth time."""
        places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.document.report.text)]
        assert len(places) > nth, f"{words!r} stands {len(places)} times in the text"
        start, end = places[nth]
        found = [phrase for phrase in self.cast.phrases if phrase.mention.span[1] == end]
        assert found, f"{words!r} is no mention; there are {self.mentions()}"
        best = min(found, key=lambda phrase: abs(phrase.mention.span[0] - start))
        return [self.cast.by_id[actor] for actor in best.actors]

    def meant(self, words: str, nth: int = 0) -> Actor:
        """The one actor that these words mean at their nth place."""
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
