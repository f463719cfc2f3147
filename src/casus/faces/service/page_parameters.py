"""What the pages' data take: filters with the names of the options of the commands, as they stand in a page's address."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from casus.faces.page_rows.course import LanesBy
from casus.faces.service.parameters import AsKnown, Day, Given, Known, Word
from casus.ledger.record import RecordKind

OF_THE_PAGE = "view."
"""What begins so in an address says how a page shows its data, which are the same without it."""

MOST_MARKS = 5000

_Words = Annotated[list[Word], Field(max_length=20)]
Kind = Literal[
    "event", "statement", "agreement", "provision", "measure", "transfer", "position", "membership", "party", "regime"
]  # fmt: skip


class OfPage(Given):
    """What stands in the address of a page, but for what only the page needs."""

    @model_validator(mode="before")
    @classmethod
    def _without_the_view(cls, given: Any) -> Any:  # noqa: ANN401 - whatever was sent
        if not isinstance(given, Mapping):
            return given
        return {name: value for name, value in given.items() if not str(name).startswith(OF_THE_PAGE)}


class Filters(OfPage):
    """What every page can be narrowed to."""

    actor: _Words = Field([], description="One of these has a part in it: codes (RUS), names, or ids.", examples=[["RUS"]])
    with_: Word | None = Field(None, alias="with", description="This one has a part in it, too.")
    type_: _Words = Field([], alias="type", description="The sort: an event's root (ASSAULT), a statement's act ...")
    modality: _Words = Field([], description="actual, denied, planned, promised, threatened, demanded, possible ...")
    kind: list[Kind] = Field([], max_length=20, description="The kinds of things. Default: those that the page is for.")
    about: Word | None = Field(None, description="An agreement, regime or entity that it belongs to, or a record.")
    first: Day | None = Field(None, alias="from", description="Not over before that day.")
    last: Day | None = Field(None, alias="to", description="Begun by that day.")
    as_of: Day | None = Field(None, description="What had happened, or held, on that day. Default: every time.")
    known_at: Known | None = Field(None, description="As known at that time (UTC; a day means its end). Default: now.")
    facts: bool = Field(False, description="Also what reference facts say and no report that is kept tells.")
    confidence: float = Field(0.0, ge=0.0, le=1.0, description="At least so sure.")

    def kinds(self, *default: RecordKind) -> tuple[RecordKind, ...]:
        """The kinds that are asked for."""
        return tuple(self.kind) or default


class OfTimeline(Filters):
    """The timeline."""

    lanes: LanesBy = Field("actor", description="What stands in a lane of its own.")
    limit: int = Field(2000, ge=1, le=MOST_MARKS, description="More marks than that are counted in steps.")


class OfMap(Filters):
    """The map."""

    by: Literal["place", "actor"] = Field("place", description="Where it happened, or who has a part in it.")
    table: Literal["states", "dyads", "no_place"] = Field("states", description="What the CSV table has.")


class OfCountry(Filters):
    """The events of a country on the map."""

    of: Word = Field(description="The country: a code, a name or an id.", examples=["PRK"])
    by: Literal["place", "actor"] = Field("place", description="Where it happened, or who has a part in it.")


class OfNetwork(Filters):
    """The network."""

    center: _Words = Field([], description="Around whom: codes, names or ids. Default: who most is told of.", examples=[["RUS"]])
    limit: int = Field(40, ge=1, le=200, description="So many neighbours of each center.")


class OfEdge(Filters):
    """An edge of the network; `from` and `to` are its ends here. Days are given as `since` and `until`."""

    one: Word = Field(alias="from", description="One end: a code, a name or an id.", examples=["RUS"])
    other: Word = Field(alias="to", description="The other end.", examples=["PRK"])
    first: Day | None = Field(None, alias="since", description="Not over before that day.")
    last: Day | None = Field(None, alias="until", description="Begun by that day.")


class OfEntity(OfPage):
    """All that is known of one."""

    section: Word | None = Field(None, description="Only the lines of this section.")
    modality: _Words = Field([], description="actual, denied, planned ...")
    first: Day | None = Field(None, alias="from", description="Not over before that day.")
    last: Day | None = Field(None, alias="to", description="Begun by that day.")
    as_of: Day | None = Field(None, description="What had happened, or held, on that day. Default: every time.")
    known_at: Known | None = Field(None, description="As known at that time (UTC; a day means its end). Default: now.")
    facts: bool = Field(True, description="Also what reference facts say and no report that is kept tells.")
    confidence: float = Field(0.0, ge=0.0, le=1.0, description="At least so sure.")
    limit: int = Field(100, ge=1, le=1000, description="So many lines of each section, the latest.")


class OfIndex(OfPage):
    """The first page."""

    known_at: Known | None = Field(None, description="As known at that time (UTC; a day means its end). Default: now.")


class OfReport(OfPage):
    """A kept report."""

    known_at: Known | None = Field(None, description="As known at that time (UTC; a day means its end). Default: now.")


class OfFollows(OfPage, AsKnown):
    """A question and what it takes: see the routes of the same names."""

    ask: Literal["obligations", "promises", "forbids", "conflicts", "positions", "suppose"] = Field(description="The question.")
    attacked: Word | None = Field(None, examples=["PRK"])
    by: Word | None = None
    at: Word | None = None
    of: Word | None = None
    target: Word | None = None
    what: Word | None = None
    supplier: Word | None = Field(None, alias="from")
    about: Word | None = None
    actor: Word | None = None
    since: Word | None = None
    on: Word | None = None
    claim: list[Word] = Field([], max_length=8)
    depth: int | None = Field(None, ge=0, le=4)
    after: Word | None = None
    limit: int | None = Field(None, ge=1, le=1000)


class Naming(Given):
    """What is looked for by name."""

    find: str = Field("", max_length=200, description="The beginning of a word of the name, a code, or an id.", examples=["rus"])
    kind: list[Literal["state", "organisation", "group", "bloc", "person", "agreement", "regime", "actor", "place"]] = Field(
        [], max_length=9, description="Only these; actor: all that act, also those whom only reports name."
    )  # fmt: skip
    limit: int = Field(20, ge=1, le=100)
