"""Events: predicates to PLOVER roots with actors, modality, condition, time and place; the same act told twice is one event."""

from casus.reading.events.conditions import Conditions, with_conditions
from casus.reading.events.find import Found, find_events
from casus.reading.events.merge import merged

__all__ = ["Conditions", "Found", "find_events", "merged", "with_conditions"]
