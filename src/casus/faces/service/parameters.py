"""What routes take: the options of the commands by the same names. What is not known is refused."""

import re
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from casus.faces.instants import BEGINNING_OF_DAY, END_OF_DAY, instant
from casus.faces.page_rows.facets import FACETS
from casus.faces.page_rows.sorted_rows import Sort
from casus.faces.service.limits import MOST_ROWS

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SCHEMA = {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}], "examples": ["2024-07-01"]}


def _day(given: object) -> date:
    if isinstance(given, str) and _DAY.fullmatch(given):
        try:
            return date.fromisoformat(given)
        except ValueError:
            pass
    raise ValueError("is no day; write it as 2024-06-19")


def _facets(given: object) -> object:
    if isinstance(given, str) and set(given.split(",")) <= set(FACETS):
        return given
    raise ValueError(f"name some of {', '.join(FACETS)}, with commas between")


def _end(given: object) -> datetime:
    return instant(str(given), END_OF_DAY)


def _beginning(given: object) -> datetime:
    return instant(str(given), BEGINNING_OF_DAY)


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date", "examples": ["2024-07-01"]})]
Known = Annotated[datetime, BeforeValidator(_end), WithJsonSchema(_SCHEMA)]
Since = Annotated[datetime, BeforeValidator(_beginning), WithJsonSchema(_SCHEMA)]
Word = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Facets = Annotated[
    str,
    BeforeValidator(_facets),
    WithJsonSchema({"type": "string", "pattern": f"^({'|'.join(FACETS)})(,({'|'.join(FACETS)}))*$", "examples": ["type,year"]}),
]
Limit = Annotated[int, Field(ge=1, le=MOST_ROWS, description="At most so many.")]


class Given(BaseModel):
    """What every set of parameters refuses: what it does not know."""

    model_config = ConfigDict(extra="forbid")


class AsKnown(Given):
    """The ledger of a day, as known at an instant."""

    as_of: Day | None = Field(None, description="What had happened, or held, on that day. Default: today.")
    known_at: Known | None = Field(None, description="As known at that time (UTC; a day means its end). Default: now.")


class InDays(AsKnown):
    """Rows within days, with or without what reference facts alone say."""

    first: Day | None = Field(None, alias="from", description="Not over before that day.")
    last: Day | None = Field(None, alias="to", description="Begun by that day.")
    facts: bool = Field(False, description="Also what reference facts say and no report that is kept tells.")
    limit: Limit = 50
    format: Literal["json", "csv"] = "json"


class Shown(InDays):
    """The options of `casus show`, and the page."""

    actor: Word | None = Field(None, description="Who has a part in it: a code (RUS), a name, or an id.", examples=["RUS"])
    with_: Word | None = Field(None, alias="with", description="Who else has a part in it.")
    type_: Word | None = Field(None, alias="type", description="The sort: an event's root (ASSAULT), a statement's act ...")
    modality: Word | None = Field(None, description="actual, denied, planned, promised, threatened, demanded, possible ...")
    about: Word | None = Field(None, description="An agreement, regime or entity that it belongs to, or a record.")
    after: Word | None = Field(None, description="The `next` of the page before.")
    sort: Sort | None = Field(None, description="Of rows: the smallest first, or with - the largest. Default: the latest first.")
    facets: Facets | None = Field(
        None, description="Of rows: count the values of these, with commas between: type, modality, kind, year, actor."
    )


class Course(InDays):
    """The options of `casus timeline`, and the page."""

    actor: list[Word] = Field(min_length=1, max_length=2, description="One or two actors.", examples=[["RUS", "PRK"]])
    after: Word | None = Field(None, description="The `next` of the page before: what came before it is given.")


class Changed(Given):
    """The options of `casus changes`, and the page."""

    since: Since | None = Field(None, description="Records written after that time (UTC; a day means its beginning).")
    after: int | None = Field(None, ge=0, lt=2**63, description="Instead: the `next` of the page before, a record's sequence.")
    limit: Limit = MOST_ROWS


class Owing(AsKnown):
    """The options of `casus obligations`."""

    attacked: Word | None = Field(None, description="Who is attacked: a code (POL) or a name.", examples=["PRK"])
    by: Word | None = Field(None, description="Who attacks. Without it, what depends on the attacker is said.")
    at: Word | None = Field(None, description="Where: a territory, a city, a state. Default: where the attacked state lies.")
    of: Word | None = Field(None, description="Instead: all that this state has promised.")
    format: Literal["json", "dot", "svg"] = "json"


class Promising(AsKnown):
    """The options of `casus obligations --of`."""

    of: Word = Field(description="The state.", examples=["GBR"])


class Forbidding(AsKnown):
    """The options of `casus forbids`."""

    target: Word = Field(description="Who the sanctions are against: a code, a name, an id.", examples=["PRK"])
    what: Word | None = Field(None, description="arms, oil, travel, funds, coal, luxury ... Default: everything.")
    supplier: Word | None = Field(None, alias="from", description="Who would send it, or take it.")


class Conflicting(AsKnown):
    """The options of `casus conflicts`, and the page."""

    about: Word | None = Field(None, description="Only about this record, event, agreement or regime.")
    actor: Word | None = Field(None, description="Only with a claim in which this actor has a part.")
    since: Since | None = Field(None, description="Only what is new since then (UTC).")
    after: Word | None = Field(None, description="The `next` of the page before.")
    limit: Limit = MOST_ROWS


class Standing(AsKnown):
    """The options of `casus positions`."""

    on: Word = Field(description="Words and names of states, or an id.", examples=["sanctions against PRK"])
    actor: Word | None = Field(None, description="Only this holder.")
    since: Day | None = Field(None, description="Only who has said something of it on that day or later.")


class Supposing(AsKnown):
    """The options of `casus suppose`."""

    claim: list[Word] = Field(min_length=1, max_length=8, description="What is supposed.", examples=[["ASSAULT USA RUS"]])
    depth: int = Field(2, ge=0, le=4, description="So many steps of who draws in whom; 0 for none.")


class HowToTell(Given):
    """How a reading is told."""

    stream: bool = Field(False, description="As server-sent events: waiting, reading, then done or problem.")


class Correction(Given):
    """What a record is to say: fields of the format, actors as names or ids with commas between; "" takes a field away."""

    id: Word = Field(description="The beginning of the record's id.")
    fields: dict[Word, Annotated[str, StringConstraints(max_length=5000)]] = Field(min_length=1, max_length=50)
    why: Annotated[str, StringConstraints(min_length=1, max_length=5000)] = Field(description="The reason, which is kept.")


class Reason(Given):
    """A record that is accepted, taken back, said again or undone, and why."""

    id: Word = Field(description="The beginning of the record's id.")
    why: Annotated[str, StringConstraints(min_length=1, max_length=5000)] = Field(description="The reason, which is kept.")
