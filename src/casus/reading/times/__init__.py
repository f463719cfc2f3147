"""Times: found in sentences by a grammar, then resolved against the written date and the tense of their clause."""

from casus.reading.times.expression import Expression
from casus.reading.times.find import find
from casus.reading.times.resolve import resolve

__all__ = ["Expression", "find", "resolve"]
