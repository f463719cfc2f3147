"""Own short reports read whole, with their claims as lines that a test can name, for tests of the passes that build claims.

In a line an actor is its country's code, or else its name; the actors of one side are sorted. A mutual event has one side.
"""

from dataclasses import dataclass

from casus.reading.model import (
    Agreement,
    Claim,
    Event,
    Measure,
    Membership,
    Position,
    Provision,
    Reading,
    Statement,
    Transfer,
)
from casus.reading.read import read_report, read_reports
from casus.sources.open import report_of

PUBLISHED = "2019-05-16"
"""A Thursday, the day of own reports that name no other."""

MUTUAL = ("AGREE", "CONSULT", "COOPERATE")


@dataclass(frozen=True)
class Told:
    """A reading with questions to it."""

    reading: Reading

    @property
    def events(self) -> list[Event]:
        return [claim for claim in self.reading.claims if isinstance(claim, Event)]

    @property
    def statements(self) -> list[Statement]:
        return [claim for claim in self.reading.claims if isinstance(claim, Statement)]

    @property
    def agreements(self) -> list[Agreement]:
        return [claim for claim in self.reading.claims if isinstance(claim, Agreement)]

    @property
    def provisions(self) -> list[Provision]:
        return [claim for claim in self.reading.claims if isinstance(claim, Provision)]

    @property
    def measures(self) -> list[Measure]:
        return [claim for claim in self.reading.claims if isinstance(claim, Measure)]

    @property
    def transfers(self) -> list[Transfer]:
        return [claim for claim in self.reading.claims if isinstance(claim, Transfer)]

    @property
    def positions(self) -> list[Position]:
        return [claim for claim in self.reading.claims if isinstance(claim, Position)]

    @property
    def memberships(self) -> list[Membership]:
        return [claim for claim in self.reading.claims if isinstance(claim, Membership)]

    def who(self, *ids: str) -> str:
        """The actors of some ids, as a line names them."""
        known = {actor.id: actor for actor in self.reading.actors}
        return " ".join(sorted({known[one].country or known[one].name for one in ids}))

    def words(self, claim: Claim) -> list[str]:
        """The words that tell a claim, a string for each span."""
        return [self.reading.report.text[slice(*span)] for span in claim.spans]

    def claim(self, name: str | None) -> Claim:
        """The claim of an id, which must be there."""
        return next(claim for claim in self.reading.claims if claim.id == name)

    def speaker(self, claim: Claim) -> str | None:
        """Who carries a claim, as a line names them; None for the report's own voice."""
        if claim.by is None:
            return None
        statement = self.claim(claim.by)
        assert isinstance(statement, Statement)
        return self.who(statement.speaker)

    def line(self, claim: Claim) -> str:
        """A claim in a line: what it tells, and its modality where it isn't told as a fact."""
        mood = ", ".join([*([] if claim.modality == "actual" else [claim.modality]), *(["not"] if claim.negated else [])])
        return self._told(claim) + (f" ({mood})" if mood else "")

    def _told(self, claim: Claim) -> str:
        match claim:
            case Event() if claim.type in MUTUAL:
                return f"{claim.type} {self.who(*claim.actors, *claim.recipients)}"
            case Event():
                return f"{claim.type} {self.who(*claim.actors)} > {self.who(*claim.recipients)}".rstrip(" >")
            case Agreement():
                return f"{claim.status}: {self.who(*claim.parties)}"
            case Provision():
                return f"{claim.provides}: {self.who(*claim.bound)}"
            case Measure():
                return f"{claim.measure}, {claim.status}: {self.who(*claim.imposers)} > {self.who(*claim.targets)}".strip()
            case Transfer():
                return f"{claim.goods_class}: {self.who(*claim.suppliers)} > {self.who(*claim.recipients)}"
            case Position():
                return f"{self.who(claim.holder)} {claim.stance} {claim.object}"
            case Membership():
                return f"{self.who(claim.member)} {claim.relation} {self.who(claim.group)}"
            case Statement():
                return f"{self.who(claim.speaker)} {claim.act}"
            case _:
                raise AssertionError(claim)

    def lines(self, kind: str) -> list[str]:
        """The lines of all claims of a kind, in order of the text."""
        return [self.line(claim) for claim in self.reading.claims if claim.kind == kind]


def told(text: str, published: str | None = PUBLISHED) -> Told:
    """A text read as the report of a day."""
    return Told(read_report(report_of(text, published=published)))


def all_told(texts: list[str], published: str | None = PUBLISHED) -> list[Told]:
    """Several texts read in one go, which is quicker."""
    return [Told(reading) for reading in read_reports([report_of(text, published=published) for text in texts])]
