"""How a report tells a thing: as fact, plan, promise, threat, demand, possibility, consequence, condition, or as not so."""

from casus.reading.modality.composing import Mood
from casus.reading.modality.conditions import condition_marker, condition_of
from casus.reading.modality.mood import mood_of

__all__ = ["Mood", "condition_marker", "condition_of", "mood_of"]
