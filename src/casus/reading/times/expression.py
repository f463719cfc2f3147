"""Time expressions as words say them, before the written date turns them into days."""

from dataclasses import dataclass
from typing import Literal

from casus.sources.report import Span

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
Measure = Unit | Literal["hour", "fortnight"]
"""Units that a distance is told in; "hour" stands for all that are shorter than a day."""
Origin = Literal["written", "told", "story"]
"""What a relative time counts from: the day of writing, the time told last, or that of these which the report is about."""
Kind = Literal["date", "time", "duration", "set"]
Reference = Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A calendar value that needs nothing else: "19 June 2024", "1994", "the 1990s". `value` is TIMEX3.

    `known` names what the days are of where the words only name it ("World War II") and the reader must know them, else "".
    """

    value: str
    known: str = ""


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, or a day of a month, without its year. `which` is -1 (last), 0 (this), 1 (next), None where no word says it.

    `weekday` (Monday is 0) stands where the words name it too ("Wednesday, June 19"), `of` where they tell the year by its
    distance ("June last year"). `origin` is "told" for "the following May".
    """

    month: int
    day: int | None = None
    weekday: int | None = None
    which: int | None = None
    of: "Offset | None" = None
    origin: Origin = "written"


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A day of the week. `which` as in `Yearless`; `told` is true for "that Friday"."""

    weekday: int
    which: int | None = None
    origin: Origin = "written"


@dataclass(frozen=True, slots=True)
class Nth:
    """A numbered part of a year without the year: quarter or half `number`, or a season (`number` counts from winter, 0).

    `habitual` is true where the words can mean the season of every year, as they do in present tense ("hot in summer").
    """

    unit: Literal["quarter", "half", "season"]
    number: int
    which: int | None = None
    of: "Offset | None" = None
    habitual: bool = False
    origin: Origin = "written"


@dataclass(frozen=True, slots=True)
class Offset:
    """A unit of the calendar counted from an origin: "this week" (0), "yesterday" (day -1), "the following month" (told, 1)."""

    unit: Unit
    count: int
    origin: Origin = "written"


@dataclass(frozen=True, slots=True)
class Distance:
    """So much time before (count < 0) or after an origin: "two weeks ago", "a year earlier", "three days after the attack".

    `vague` is true where the count is ("several years ago"); then only the direction is known. `unit` may be "hour". `lasting` is
    the TIMEX3 length that the words tell in past tense ("in three days" of fighting), "" where they can't; where `rate`, in any
    tense but the future ("twice in a year").
    """

    count: int
    unit: Measure
    origin: Origin = "written"
    vague: bool = False
    lasting: str = ""
    rate: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that ends or begins at the day of writing: "the past five years" (count -5), "the next three months"."""

    count: int
    unit: Measure
    value: str
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday by its name in the lexicon, without its year."""

    name: str
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in figures whose order of day and month is open ("03/04/2024")."""

    left: int
    right: int
    year: int


@dataclass(frozen=True, slots=True)
class Pointer:
    """Now, the past or the future without measure: "currently", "recently", "soon"."""

    value: Reference


@dataclass(frozen=True, slots=True)
class Length:
    """How long or how often, on no calendar: "three years" (P3Y), "daily" (P1D). `value` is TIMEX3."""

    value: str


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day on a day that other words name. `value` is what TIMEX3 writes after the day ("T14:30", "TNI")."""

    value: str


@dataclass(frozen=True, slots=True)
class Between:
    """From the first day of one time to the last day of another. Each end has the span of its own words, or of the whole."""

    first: "Expression"
    last: "Expression"


Parts = Fixed | Yearless | OnWeekday | Nth | Offset | Distance | Window | Feast | Numeric | Pointer | Length | Hour | Between


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell time, with what they say. `sentence` is the index of their sentence.

    `hour` is what TIMEX3 writes after a day ("TMO"), "" where no time of day is told. `share` is "early", "mid", "late",
    "earlier" or "later" where the words narrow the time without a measure.
    """

    span: Span
    sentence: int
    parts: Parts
    hour: str = ""
    share: str = ""

    @property
    def kind(self) -> Kind:
        """What TIMEX3 calls the type."""
        if isinstance(self.parts, Length):
            return "set" if self.parts.value.startswith("R/") else "duration"
        return "time" if self.hour or isinstance(self.parts, Hour) else "date"
