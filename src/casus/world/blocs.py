"""Who belonged to which organisation or bloc on a day."""

from datetime import date


def members(bloc_or_org: str, on: date | None = None) -> tuple[str, ...]:
    """Alpha-3 codes of the members on a day (None: when last checked), sorted; () where no roster is known or agreed.

    Takes "org:NATO", "NATO", "bloc:g7" or "g7". Raises WorldError for an unknown id.
    """
    raise NotImplementedError


def unsc_members(on: date) -> tuple[str, ...]:
    """Members of the UN Security Council on a day, permanent ones first; elected ones are known from 2005 to 2026."""
    raise NotImplementedError
