"""When a report was written: weighed from its stamps, from days known outside the text, and from the times that it tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casus.reading.document import Document
from casus.reading.model import Written
from casus.reading.times.calendar import period
from casus.reading.times.choose import in_year
from casus.reading.times.expression import Expression, Fixed, Yearless
from casus.reading.times.news import LEAD, KnownDay, latest_told, lead_weekdays
from casus.sources.report import Report, Stamp, Warning
from casus.sources.stamps import day_of_year

_TRUST = {"given": 0.95, "dateline": 0.85, "feed": 0.75, "metadata": 0.75, "header": 0.5, "archive": 0.35}
_LATER_CARRIER = re.compile(r"modif|updat|crawl|fetch|copyright", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(r"without a year")
_NEWS_DAYS = 6
"""A weekday in news is at most so many days back."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the text says about its day: days with weekday but without year, the latest past day told anywhere and in the lead,
    weekdays of the lead."""

    weekday_dates: tuple[Yearless, ...]
    latest: date | None
    latest_in_lead: date | None
    lead: tuple[int, ...]


def _evidence(document: Document, expressions: Sequence[Expression]) -> _Evidence:
    dates = tuple(
        each.parts
        for each in expressions
        if isinstance(each.parts, Yearless) and each.parts.weekday is not None and each.parts.day
    )
    early = [each for each in expressions if each.sentence < LEAD and isinstance(each.parts, Fixed) and _is_day(each.parts.value)]
    return _Evidence(
        dates, latest_told(document, expressions), latest_told(document, early), lead_weekdays(document, expressions)
    )


def _is_day(value: str) -> bool:
    found = period(value)
    return found is not None and found.unit == "day"


def _trust(stamp: Stamp) -> float:
    trust = _TRUST[stamp.origin]
    if _LATER_CARRIER.search(stamp.detail):
        trust -= 0.3
    return trust - 0.05 if stamp.detail == "URL" or _WITHOUT_YEAR.search(stamp.detail) else trust


def _against(day: date, evidence: _Evidence) -> str | None:
    """Why the text cannot have been written on a day; None where nothing speaks against it."""
    if evidence.latest and evidence.latest > day + timedelta(1):
        return f"the text tells of {evidence.latest} as past"
    for parts in evidence.weekday_dates:
        near = in_year(Yearless(parts.month, parts.day), day, "present").first
        if near.weekday() != parts.weekday:
            fitting = in_year(parts, day, "past").first
            return f"{near:%d %B %Y} was no {fitting:%A}, as the text has it; {fitting.year} fits"
    return None


def _confidence(stamp: Stamp, stamps: Sequence[Stamp], evidence: _Evidence) -> float:
    """How sure a stamp is: by its origin, others that agree, and how well the lead's weekday suits it."""
    agreeing = {other.origin for other in stamps if other is not stamp and abs((other.value - stamp.value).days) <= 1}
    sure = 1 - (1 - _trust(stamp)) * 0.5 ** len(agreeing - {stamp.origin})
    if stamp.origin != "given" and evidence.lead:
        back = min((stamp.value.weekday() - weekday) % 7 for weekday in evidence.lead)
        sure = min(0.98, sure + (1 - sure) * 0.3) if back <= 1 else sure * 0.75
    return round(sure, 2)


def _overruled(stamp: Stamp, written: date, reason: str) -> Warning:
    return Warning(
        "stamp-contradicted",
        f"the {stamp.origin} date {stamp.value} is contradicted: {reason}; the report is read as written on {written}",
        stamp.span,
    )


def _by_known_day(known: KnownDay, stamps: Sequence[Stamp]) -> tuple[Written, tuple[Warning, ...]]:
    """The report dated by a known day: on the stamp that fits best within the days after it, else on the day itself."""
    fitting = [
        stamp
        for stamp in stamps
        if 0 <= (stamp.value - known.day).days <= _NEWS_DAYS and stamp.origin in ("given", "dateline", "feed", "metadata")
    ]
    if fitting:
        best = max(fitting, key=_trust)
        sure = round(1 - (1 - known.confidence) * (1 - _trust(best)), 2)
        written = Written(best.value, best.value, f"{best.origin} date {best.value}, which agrees with {known.what}", sure)
    else:
        later = f"; the lead's weekday puts it on {known.written}" if known.written != known.day else ""
        written = Written(known.written, known.written, f"known: {known.what}{later}", round(known.confidence, 2))
    warned = [stamp for stamp in stamps if not 0 <= (stamp.value - known.day).days <= _NEWS_DAYS]
    reason = f"the report tells as news of {known.what}"
    return written, tuple(_overruled(stamp, written.first, reason) for stamp in warned)


def _by_stamps(stamps: Sequence[Stamp], evidence: _Evidence) -> tuple[Written | None, tuple[Warning, ...]]:
    reasons = {index: _against(stamp.value, evidence) for index, stamp in enumerate(stamps)}
    standing = [stamp for index, stamp in enumerate(stamps) if reasons[index] is None]
    if not standing:
        return _mended(stamps, evidence, [reason or "" for reason in reasons.values()])
    best = max(standing, key=lambda stamp: (_trust(stamp) + 0.1 * _agreeing(stamp, standing), -stamp.value.toordinal()))
    sure = _confidence(best, standing, evidence)
    written = Written(
        best.value, best.value, f"{best.origin} date {best.value}" + (f" ({best.detail})" if best.detail else ""), sure
    )
    warnings = [_overruled(stamp, best.value, reason) for index, stamp in enumerate(stamps) if (reason := reasons[index])]
    for stamp in standing:
        if abs((stamp.value - best.value).days) > _NEWS_DAYS + 1:
            message = (
                f"the {stamp.origin} date {stamp.value} differs from the {best.origin} date {best.value}, which is trusted more"
            )
            warnings.append(Warning("stamps-disagree", message, stamp.span))
    return written, tuple(warnings)


def _agreeing(stamp: Stamp, stamps: Sequence[Stamp]) -> int:
    return sum(abs((other.value - stamp.value).days) <= 1 for other in stamps if other is not stamp)


def _mended(stamps: Sequence[Stamp], evidence: _Evidence, reasons: Sequence[str]) -> tuple[Written | None, tuple[Warning, ...]]:
    """A written date where the text speaks against every stamp: what the text allows."""
    if evidence.latest and all(evidence.latest > stamp.value for stamp in stamps):
        last = evidence.latest + timedelta(_NEWS_DAYS)
        written = Written(evidence.latest, last, f"the latest day that the text tells as past ({evidence.latest})", 0.35)
    else:
        best = max(stamps, key=_trust)
        day = in_year(evidence.weekday_dates[-1], best.value, "past").first
        written = Written(day, day, f"the weekday and day that the text names fit {day.year}, not {best.value.year}", 0.45)
    return written, tuple(_overruled(stamp, written.first, reason) for stamp, reason in zip(stamps, reasons, strict=True))


def _by_text(report: Report, evidence: _Evidence) -> Written | None:
    """A report without stamps, dated by a day of its dateline without a year, or by the latest full date of its lead."""
    dateline = next((found for span in report.furniture if (found := day_of_year(report.text[slice(*span)]))), None)
    if dateline and evidence.latest and evidence.latest.year < date.max.year - 8:
        day = in_year(Yearless(*dateline), evidence.latest - timedelta(1), "future").first
        return Written(day, day, f"dateline without a year; the latest day that the text tells as past is {evidence.latest}", 0.4)
    latest = evidence.latest_in_lead
    if latest is None:
        return None
    last = min(latest, date.max - timedelta(_NEWS_DAYS)) + timedelta(_NEWS_DAYS)
    return Written(latest, last, f"no date is given; the latest day that the lead tells as past is {latest}", 0.3)


def weigh(
    report: Report, expressions: Sequence[Expression], document: Document, known: Sequence[KnownDay] = ()
) -> tuple[Written | None, tuple[Warning, ...]]:
    """When a report was written, and what its stamps claim against better knowledge.

    `expressions` are the times found in `document`'s sentences, `known` the days that `known_days` found, surest first. A stamp
    that the caller gave is kept, with a warning where a known day contradicts it; else a known day overrules stamps, and the
    basis then begins with "known:" unless a stamp agrees. Without stamps and known days the text's own dates give a wide, unsure
    answer or None.
    """
    evidence = _evidence(document, expressions)
    stamps = report.stamps
    given = next((stamp for stamp in stamps if stamp.origin == "given"), None)
    # A carrier may copy a report later, hardly before it was written: a known day after every stamp is another matter.
    possible = [each for each in known if not stamps or each.day <= max(stamp.value for stamp in stamps) + timedelta(1)]
    if possible and (given is None or abs((given.value - possible[0].day).days) <= _NEWS_DAYS):
        return _by_known_day(possible[0], stamps)
    if not stamps:
        return _by_text(report, evidence), ()
    written, warnings = _by_stamps(stamps, evidence) if given is None else _by_given(given, stamps, evidence)
    if possible and written:
        reason = f"it tells as news of {possible[0].what}"
        warnings = (*warnings, _kept(reason, stamps))
    return written, warnings


def _by_given(given: Stamp, stamps: Sequence[Stamp], evidence: _Evidence) -> tuple[Written, tuple[Warning, ...]]:
    """The caller's date is kept; what speaks against it, and stamps far from it, are warned of."""
    reason = _against(given.value, evidence)
    sure = 0.5 if reason else _confidence(given, stamps, evidence)
    written = Written(given.value, given.value, f"given date {given.value}" + (f", though {reason}" if reason else ""), sure)
    warnings = [_kept(reason, stamps)] if reason else []
    far = [stamp for stamp in stamps if stamp.origin != "given" and abs((stamp.value - given.value).days) > _NEWS_DAYS + 1]
    return written, (*warnings, *(_overruled(stamp, given.value, f"the caller gives {given.value}") for stamp in far))


def _kept(reason: str, stamps: Sequence[Stamp]) -> Warning:
    given = next((stamp for stamp in stamps if stamp.origin == "given"), stamps[0])
    return Warning("stamp-contradicted", f"the {given.origin} date {given.value} is kept, but {reason}", given.span)
