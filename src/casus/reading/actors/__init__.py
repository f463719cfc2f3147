"""Who a report speaks of: mentions, coreference, and what they mean in the world on the day that it was written."""

from casus.reading.actors.resolve import find_actors
from casus.reading.actors.speakers import awaiting_speakers, with_speakers

__all__ = ["awaiting_speakers", "find_actors", "with_speakers"]
