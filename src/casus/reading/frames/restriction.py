"""One telling of a measure, and the kind that its words give it."""

from dataclasses import dataclass
from typing import cast

from casus.reading.frames.lexicon import class_of
from casus.reading.model import Measure, MeasureKind


@dataclass(frozen=True, slots=True)
class Restriction:
    """One telling of a measure: where it stands, and the verb that says what becomes of it (None: a mere mention)."""

    measure: Measure
    sentence: int
    verb: int | None


def kind_of(lower: list[str]) -> MeasureKind:
    """The kind of a measure, from the lower-case words of its phrase."""
    return cast(MeasureKind, class_of("measures", "kinds", lower) or "other")
