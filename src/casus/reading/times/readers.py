"""Which function reads which form of grammar.yaml. A reader gives None where the words are no time after all."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from casus.reading.times import read_dates as dates
from casus.reading.times import read_others as others
from casus.reading.times import read_periods as periods
from casus.reading.times import read_relative as relative
from casus.reading.times.words import Said

READERS: Mapping[str, Callable[..., Said | None]] = MappingProxyType({
    "iso": dates.iso,
    "named": dates.named,
    "era": dates.era,
    "figures": dates.figures,
    "daysmonth": dates.days_month,
    "monthdays": dates.month_days,
    "dmy": dates.day_month,
    "mdy": dates.month_day,
    "monthofyear": dates.month_of_year,
    "monthyear": dates.month_year,
    "seasonyear": periods.season_year,
    "quarter": periods.quarter,
    "quartercode": periods.quarter_code,
    "decade": periods.decade,
    "century": periods.century,
    "yearspan": periods.year_span,
    "bc": periods.before_christ,
    "ad": periods.anno_domini,
    "earlyyear": periods.early_year,
    "ago": relative.ago,
    "hence": relative.hence,
    "window": relative.window,
    "recent": relative.recent,
    "shareperiod": relative.share_period,
    "daybefore": relative.day_before,
    "deicticday": relative.deictic_day,
    "lastday": relative.last_period,
    "dayafter": relative.day_after,
    "yearago": relative.year_ago,
    "theunit": relative.the_unit,
    "weekday": relative.on_weekday,
    "clock": others.clock,
    "dayword": others.day_word,
    "spelt": periods.spelt_year,
    "set": others.periodic,
    "holiday": others.holiday,
    "duration": others.duration,
    "durations": others.durations,
    "pointer": others.pointer,
    "month": dates.month_alone,
    "season": periods.season_alone,
    "year": periods.year,
})  # fmt: skip
"""By the form's name; every reader takes the match and the form's groups, in order, None where a group did not match."""
