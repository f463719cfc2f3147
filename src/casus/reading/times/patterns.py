"""The grammar: one pattern that finds every form of time expression in a lower-case sentence.

Each form is a named group; `forms()` says which groups follow it. Forms stand in order: where two begin at the same word, the
earlier and more specific one is taken.
"""

import re
from functools import cache

from casus.reading.times.lexicon import lexicon


def _any(words: object) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"  # type: ignore[call-overload]


def _fragments() -> dict[str, str]:
    """The named parts that forms are written with: "{month}" and so on."""
    words = lexicon()
    long_months = {word for word in words.months if len(word) > 4 or word in ("may", "june", "july")}
    short_months = set(words.months) - long_months
    tens = _any([word for word, value in words.numerals.items() if 20 <= value < 100])
    ones = _any([word for word, value in words.numerals.items() if 1 <= value < 10 and len(word) > 2])
    return {
        "month": rf"(?:{_any(long_months)}\b|{_any(short_months)}\b\.?)",
        "weekday": rf"(?:{_any(words.weekdays)}\b|{_any(words.weekday_short)}\b\.?)",
        "longday": _any(words.weekdays),
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d)",
        "th": r"(?:\s?(?:st|nd|rd|th)\b)?",
        "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{tens}-)?{_any(words.ordinals)})",
        "year": r"(?:1[0-9]|20)\d\d(?![\d%]|,\d|\.\d)",
        "unit": _any({word for word in words.units if word != "centurie"} - {"second"}),
        "season": _any(words.seasons),
        "part": _any(words.day_parts),
        "count": rf"(?:\d+(?:,\d{{3}})*(?:\.\d+| 1/2)?|(?:{tens}[- ])?{ones}|{_any(words.numerals)}|half an?|another|"
        r"a (?:couple|few)(?: of)?|couple of|a number of|several|some|many|few)",
        "vague": r"(?:(?:about|around|almost|nearly|roughly|some|approximately|just|only|over|under|more than|less than|fewer than|at least|barely) )?",
        "share": r"(?:early|mid|late|middle|beginning|start|end|first days|last days)",
        "sep": r"\s?(?:-|–|—|to|through|until|till)\s?",
        "holiday": _any(words.holidays),
        "decades": _any(words.decades),
        "tens": tens,
        "ones": ones,
    }


FORMS: dict[str, str] = {
    "iso": r"(\d{4}-\d\d-\d\d)(?!\d)(?:[t ](\d\d:\d\d)(?::\d\d)?)?",
    "named": r"(9/11|nine-eleven)(?![\d/])",
    "figures": r"(\d\d?)([/.])(\d\d?)[/.](\d{4}|\d\d)(?![\d/.])",
    "daysmonth": r"(?:(?:from|between)\s)?(?:the\s)?({day}){th}(?:{sep}|\sand\s)(?:the\s)?({day}){th}(?:\sof)?\s({month})(?:,?\s({year}))?",
    "monthdays": r"(?:(?:from|between)\s)?({month})\s({day}){th}(?:{sep}|\s?and\s)({day}){th}(?!\s?{month})(?:,?\s({year}))?",
    "dmy": r"(?:({weekday}),?\s)?(?:the\s)?(?:({day}){th}|({ordinal}))(?:\sday)?(?:\sof|-)?\s?({month})(?:(?:,\s?|\s|-)({year}))?",
    "mdy": r"(?:({weekday}),?\s)?({month})\s(?:the\s)?({day}){th}(?:(?:,\s?|\s)({year}))?",
    "monthofyear": r"(?:(?:the\s)?({share})(?:\s|-)(?:of\s)?)?({month})(?:\s({day}){th})?,?(?:\sof)?\s(this|last|next|the\ssame|that|that\ssame|the\sfollowing|the\sprevious)\syear\b",
    "monthyear": r"(?:(?:the\s)?({share})(?:\s|-)(?:of\s)?)?({month})(?:(?:,?\s|\sof\s|-)({year})|\s'(\d\d)\b)",
    "seasonyear": r"(?:(?:the\s)?({share})(?:\s|-))?(?:the\s)?({season})(?:\sof)?\s({year})(?:[-–/](\d\d)\b)?",
    "quarter": r"(?:the\s)?(?:(last|this|next|{year})(?:'s)?\s)?(first|second|third|fourth|final|1st|2nd|3rd|4th)(?:\s|-)(quarter|half)\b(?!\sof\s(?!the\syear|last|this|next|fiscal|{year}))(?:(?:\s(?:of|in))?\s(?:(last|this|next|the)\syear|(?:fiscal\s)?({year})))?",
    "quartercode": r"(q[1-4]|h[12])\s?(?:of\s)?({year})|({year})\s?(q[1-4]|h[12])",
    "decade": r"(?:the\s)?(?:({share})(?:\s|-|-to-late\s|\sto\smid-)?)?(?:the\s)?(?:(\d{{3}}0)['’]?s\b|['’](\d0)s\b|({decades})\b)",
    "century": r"(?:the\s)?(?:({share}|first half of the|second half of the|turn of the)(?:\s|-))?({ordinal})(?:(?:\s(?:and|to|or)\s|-|–)(?:the\s)?({ordinal}))?(?:\s|-)centur(?:y|ies)\b(\s(?:bc|b\.c\.))?",
    "yearspan": r"(?:(?:from|between)\s)?({year})(?:(\s?[-–—/]\s?|\sto\s|\suntil\s|\sthrough\s|(?<=between\s....)\sand\s)((?:1\d|20)\d\d|\d\d))(?![\d%\-–/]|[.,]\d)",
    "bc": r"(\d{{1,5}}(?:,\d{{3}})?)\s(bc|bce|b\.c\.|b\.c\.e\.)",
    "ad": r"(?:(?:ad|a\.d\.|ce)\s?(\d{{2,4}})|(\d{{2,4}})\s(?:ad|a\.d\.|ce))\b",
    "ago": r"{vague}({count})\s?(?:or\s(?:so|more|two)\s)?({unit}|second)s?\s(ago|earlier|later|before|after|from\snow|hence|back|prior|since|previously|beforehand)\b(?:\s(?:today|yesterday))?",
    "hence": r"(in|within)\s{vague}(?:the\snext\s)?({count})\s?(?:or\sso\s)?({unit}|second)s?(?:['’]\s?time)?\b(?!\s(?:of|ago|earlier))",
    "window": r"(?:(?:over|in|during|for|within|through)\s)?(?:the|these|those|his|her|our|their)\s(past|last|next|coming|previous|preceding|following|first|final|recent)\s({count})\s?(?:or\sso\s)?({unit}|second)s?\b",
    "recent": r"(?:(?:in|over)\s)?(?:the\s)?(recent|coming)\s({unit}|second)s\b",
    "shareperiod": r"(?:the\s)?(earlier|later|early|late|beginning|start|end|middle|mid)(?:\s(?:in|of)(?:\sthe)?|\s|-)\s?(?:(this|last|next|that|the|the\ssame|the\sfollowing)\s)?(day|week|month|year|decade|century|{season}|{longday}|{month})\b(?:\s({part}))?",
    "daybefore": r"(?:the\s)?day\s(before\syesterday|after\stomorrow)",
    "deicticday": r"(?:earlier\s|later\s|late\s|early\s)?(today|yesterday|tomorrow|tonight|tonite)(?:['’]s\b)?(?:\s(morning|afternoon|evening|night|noon|midday)\b)?",
    "lastday": r"(?:(earlier|later|late|early)\s)?(this|last|next|past|coming|that|the\ssame|that\ssame|the\sfollowing|the\snext|the\sprevious|the\spreceding|previous|following|each|every|the\scoming|the\spast|the\slast|the\scurrent|current|the\sother)\s(?:(?:calendar|fiscal|whole|entire)\s)?({unit}|{longday}|{month}|{season}|{part})(s?)\b(?:\s({part})\b)?(?:\s({day}){th}\b)?",
    "dayafter": r"(?:the\s)?({unit})\s(before|after|earlier|later)\b",
    "yearago": r"(?:the\s)?(year|month|week)-(ago|earlier)\b",
    "theunit": r"(?:the)\s(quarter|year|weekend|latest\squarter)\b(?!-|\s(?:of|before|after|round|ahead))",
    "weekday": r"(?:(?:early|late)\s)?({longday})(s?)\b(?:\s({part})\b|\sat\s(\d{{1,2}})(?::(\d\d))?\s?([ap])\.?m\b\.?)?",
    "clock": r"(?:at\s|around\s|by\s)?(?:(\d{{1,2}})(?:[:.](\d\d))?(?::\d\d)?\s?([ap])\.?\s?m\b\.?(?:\s(?:[ecmpb][sd]t|gmt|local(?:\stime)?|(?:eastern|pacific|moscow|beijing)(?:\stime)?)\b,?)?|([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])|([01]\d|2[0-3])([0-5]\d)\s(?:gmt|utc|hours|hrs)\b|({count})\so['’]clock)",
    "dayword": r"(?:at|by|before|after|until|around|since|till)\s(noon|midnight|midday|dawn)\b",
    "spelt": r"(nineteen)\s(?:(hundred)|({tens})(?:[-\s]({ones}))?)\b|(?:the\syear\s)(two\sthousand)(?:\s(?:and\s)?({ones}))?\b",
    "set": r"(daily|weekly|monthly|quarterly|yearly|annually|hourly|biweekly|nightly)\b",
    "holiday": r"({holiday})(?!\s(?:island|party))\b",
    "duration": r"{vague}({count})(?:\s|-)({unit}|second)s?(?:-long|-old)?\b",
    "durations": r"(?:(?:for|in|over|after)\s)({unit})s\b",
    "pointer": r"(now|currently|at\spresent|at\sthe\smoment|at\sthis\stime|nowadays|these\sdays|recently|lately|just\snow|the\spast|the\sfuture|the\snear\sfuture|soon|shortly|formerly|previously|once)\b",
    "month": r"(?:({share})(?:\s|-)(?:of\s)?)?({month})(?!\s?\d)",
    "season": r"(?:({share})(?:\s|-))?(?:in|during|since|by|until|for|the|that|of)\s(?:the\s)?({season})(s?)\b",
    "year": r"(?:the\syear\s)?(?:(mid|early|late|post|pre)(?:-|\s))?({year})\b(?!-\d)|(['’])(\d\d)\b(?!s)",
}


@cache
def grammar() -> re.Pattern[str]:
    """The combined pattern over lower-case text."""
    return re.compile(r"(?<![\w$£€#@/&.,-])(?:" + "|".join(f"(?P<{name}>{source})" for name, source in _filled().items()) + ")")


@cache
def later_forms(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms after one, each as a pattern of its own: what to try where the one that matched turned out to be no time."""
    names = list(FORMS)
    return tuple((each, re.compile(_filled()[each])) for each in names[names.index(name) + 1 :])


@cache
def _filled() -> dict[str, str]:
    """The forms with their parts put in."""
    fragments = _fragments()
    forms = {}
    for name, source in FORMS.items():
        filled = source.replace("{{", "\x01").replace("}}", "\x02")
        for key, fragment in fragments.items():
            filled = filled.replace("{" + key + "}", fragment)
        forms[name] = filled.replace("\x01", "{").replace("\x02", "}")
    return forms


@cache
def triggers() -> re.Pattern[str]:
    """What a sentence must hold for any form to match, cheaply."""
    words = lexicon()
    roots = {
        *words.months, *words.weekdays, *words.units, *words.seasons, *words.day_parts, *words.decades,
        *(name.split()[0] for name in words.holidays), "today", "yesterday", "tomorrow", "tonight", "daily", "weekly", "monthly", "quarterly",
        "yearly", "annually", "hourly", "biweekly", "nightly", "now", "currently", "present", "moment", "nowadays", "recently", "lately",
        "past", "future", "nineteen", "soon", "shortly", "formerly", "previously", "once", "clock", "time", "bc", "ad", "ce", "nine",
    }  # fmt: skip
    return re.compile(r"\d\d|\d\s?[ap]\.?m|\b(?:" + _any(roots)[3:-1] + r")(?:s|ies)?\b")
