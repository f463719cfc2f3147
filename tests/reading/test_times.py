"""Times that a report tells: found, and resolved to days against the day of writing, the tense and the times before."""

from datetime import date

import pytest
from reading.dating import WEDNESDAY, times_in, values

from casus.reading.document import Document
from casus.reading.model import Written
from casus.reading.parse import Sentence, Token
from casus.reading.times import find, resolve
from casus.sources.report import Report


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pact dates from 19 June 2024.", "2024-06-19"),
        ("The pact dates from June 19, 2024.", "2024-06-19"),
        ("The pact dates from Wednesday, June 19th, 2024.", "2024-06-19"),
        ("The pact dates from the 19th of June, 2024.", "2024-06-19"),
        ("The pact dates from the nineteenth of June 2024.", "2024-06-19"),
        ("The pact dates from 2024-06-19.", "2024-06-19"),
        ("The pact dates from 19.06.2024.", "2024-06-19"),
        ("The pact dates from 6/19/2024.", "2024-06-19"),
        ("It was signed on 29 February 2024.", "2024-02-29"),
        ("It was signed in June 2024.", "2024-06"),
        ("It was signed in late June of 2024.", "2024-06"),
        ("It was signed in Sept. 1997.", "1997-09"),
        ("It was signed in 1997.", "1997"),
        ("The war of the 1990s ended.", "199X"),
        ("Borders moved in the early nineties.", "199X"),
        ("Empires fell in the 19th century.", "18XX"),
        ("Empires fell in the nineteenth century.", "18XX"),
        ("The harvest of summer 2010 failed.", "2010-SU"),
        ("Exports fell in the third quarter of 2010.", "2010-Q3"),
        ("Exports fell in Q3 2010.", "2010-Q3"),
        ("Exports fell in the first half of 2010.", "2010-H1"),
        ("Rome burned in AD 842.", "0842"),
    ],
)
def test_a_date_that_says_all_needs_no_written_date(text: str, value: str) -> None:
    assert values(text, written=None) == [value]


def test_years_before_the_common_era_have_a_value_but_no_days() -> None:
    [(_, time)] = times_in("The city was founded in 400 BC.")
    assert (time.value, time.first, time.last) == ("-0400", None, None)
    assert values("It was burnt in 9 BC and again in 7 B.C.") == ["-0009", "-0007"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Talks ran from 3 to 5 March 2020.", "2020-03-03", "2020-03-05"),
        ("Talks ran March 3-5, 2020.", "2020-03-03", "2020-03-05"),
        ("It lasted from 1991 to 1995.", "1991-01-01", "1995-12-31"),
        ("It lasted between 1991 and 1995.", "1991-01-01", "1995-12-31"),
        ("The war of 1991-95 was long.", "1991-01-01", "1995-12-31"),
        ("He served from May to July 2011.", "2011-05-01", "2011-07-31"),
        ("He will serve from Monday to Wednesday.", "2024-06-24", "2024-06-26"),
        ("He served between 3 May 2010 and 6 June 2011.", "2010-05-03", "2011-06-06"),
    ],
)
def test_a_stretch_runs_from_its_first_day_to_its_last(text: str, first: str, last: str) -> None:
    [(_, time)] = times_in(text)
    assert (str(time.first), str(time.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister arrived today.", "2024-06-19"),
        ("The minister arrived yesterday.", "2024-06-18"),
        ("The minister arrived the day before yesterday.", "2024-06-17"),
        ("The minister will arrive tomorrow.", "2024-06-20"),
        ("The minister arrived this morning.", "2024-06-19TMO"),
        ("The minister arrived last night.", "2024-06-18TNI"),
        ("The minister speaks tonight.", "2024-06-19TNI"),
        ("The minister arrived earlier this month.", "2024-06"),
        ("The minister arrived last week.", "2024-W24"),
        ("The minister will arrive next month.", "2024-07"),
        ("The minister arrived last year.", "2023"),
        ("The minister arrived in May last year.", "2023-05"),
        ("The minister arrived two weeks ago.", "2024-W23"),
        ("The minister arrived three days ago.", "2024-06-16"),
        ("The minister will arrive in three days.", "2024-06-22"),
        ("The minister arrived six months ago.", "2023-12"),
        ("The minister arrived twenty years ago.", "2004"),
        ("The minister arrived last spring.", "2024-SP"),
        ("The minister arrived last Christmas.", "2023-12-25"),
        ("The minister will arrive on Bastille Day.", "2024-07-14"),
        ("The minister resigned at the end of last year.", "2023"),
        ("The minister arrived in the third quarter of last year.", "2023-Q3"),
    ],
)
def test_relative_times_count_from_the_written_date(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoys met on Monday.", date(2024, 6, 17)),
        ("The envoys met Wednesday.", date(2024, 6, 19)),
        ("The envoys met on Thursday.", date(2024, 6, 13)),
        ("The envoys will meet on Thursday.", date(2024, 6, 20)),
        ("The envoys met last Friday.", date(2024, 6, 14)),
        ("The envoys met last Wednesday.", date(2024, 6, 12)),
        ("The envoys will meet next Monday.", date(2024, 6, 24)),
        ("The envoys are to meet on Sunday.", date(2024, 6, 23)),
    ],
)
def test_a_weekday_is_back_in_past_tense_and_ahead_in_future_tense(text: str, day: date) -> None:
    [(_, time)] = times_in(text)
    assert (time.first, time.last) == (day, day)


def test_the_tense_is_that_of_the_verb_that_the_time_belongs_to() -> None:
    first, second = times_in("The premier said on Monday that the envoys will meet on Friday.")
    assert first[1].first == date(2024, 6, 17)
    assert second[1].first == date(2024, 6, 21)


def _parsed(words: str, heads: list[int], upos: list[str], deprels: list[str], lemmas: list[str]) -> Sentence:
    tokens, start = [], 0
    for index, word in enumerate(words.split()):
        tokens.append(Token(index, start, start + len(word), word, lemmas[index], upos[index], heads[index], deprels[index]))
        start += len(word) + 1
    return Sentence(0, (0, len(words)), tuple(tokens))


def test_a_parse_tells_the_tense_where_the_nearest_words_mislead() -> None:
    # "said" stands nearer to "Friday", but Friday hangs on "leave".
    words = "Troops will leave , officials said , Friday"
    sentence = _parsed(
        words,
        [2, 2, -1, 2, 5, 2, 2, 2],
        ["NOUN", "AUX", "VERB", "PUNCT", "NOUN", "VERB", "PUNCT", "PROPN"],
        ["nsubj", "aux", "root", "punct", "nsubj", "parataxis", "punct", "obl:tmod"],
        ["troop", "will", "leave", ",", "official", "say", ",", "Friday"],
    )
    document = Document(Report(words), (sentence,))
    [time] = resolve(find(words, [sentence.span]), Written(WEDNESDAY, WEDNESDAY, "given"), document)
    assert time.first == date(2024, 6, 21)


@pytest.mark.parametrize(
    ("words", "heads", "upos", "deprels", "lemmas", "day"),
    [
        (  # the participle right before binds better than a far head
            "Under terms announced Friday holders will gain",
            [1, 6, 1, 6, 6, 6, -1],
            ["ADP", "NOUN", "VERB", "PROPN", "NOUN", "AUX", "VERB"],
            ["case", "obl", "acl", "obl:tmod", "nsubj", "aux", "root"],
            ["under", "term", "announce", "Friday", "holder", "will", "gain"],
            date(2024, 6, 14),
        ),
        (  # what is scheduled is ahead in any tense
            "The vote was scheduled for Friday",
            [1, 3, 3, -1, 5, 3],
            ["DET", "NOUN", "AUX", "VERB", "ADP", "PROPN"],
            ["det", "nsubj:pass", "aux:pass", "root", "case", "obl"],
            ["the", "vote", "be", "schedule", "for", "Friday"],
            date(2024, 6, 21),
        ),
        (  # an infinitive of intent looks ahead
            "They plan to leave Friday",
            [1, -1, 3, 1, 3],
            ["PRON", "VERB", "PART", "VERB", "PROPN"],
            ["nsubj", "root", "mark", "xcomp", "obl:tmod"],
            ["they", "plan", "to", "leave", "Friday"],
            date(2024, 6, 21),
        ),
        (  # one of success looks back
            "They managed to leave Friday",
            [1, -1, 3, 1, 3],
            ["PRON", "VERB", "PART", "VERB", "PROPN"],
            ["nsubj", "root", "mark", "xcomp", "obl:tmod"],
            ["they", "manage", "to", "leave", "Friday"],
            date(2024, 6, 14),
        ),
    ],
)
def test_the_parse_knows_what_is_ahead(
    words: str, heads: list[int], upos: list[str], deprels: list[str], lemmas: list[str], day: date
) -> None:
    sentence = _parsed(words, heads, upos, deprels, lemmas)
    [time] = resolve(find(words, [sentence.span]), Written(WEDNESDAY, WEDNESDAY, "given"), Document(Report(words), (sentence,)))
    assert time.first == day


def test_a_month_without_a_year_is_the_latest_in_past_tense_and_the_next_in_future_tense() -> None:
    assert values("The treaty was signed in November.") == ["2023-11"]
    assert values("The treaty will be signed in November.") == ["2024-11"]
    assert values("The treaty was signed in May.") == ["2024-05"]


def test_a_weekday_fixes_the_year_of_its_date() -> None:
    assert values("They met on Friday, June 14.") == ["2024-06-14"]
    assert values("They met on Wednesday, June 14.") == ["2023-06-14"]


def test_a_date_belongs_to_the_year_that_its_sentence_gives() -> None:
    assert values("He was seized on 3 March 1991 and was freed on 5 May.") == ["1991-03-03", "1991-05-05"]


def test_a_chronicle_keeps_its_own_years() -> None:
    text = (
        "He was born in 1811.\nIn 1828 he failed.\nIn 1829 he wrote.\nIn 1830 he was expelled.\n"
        "He was arrested on 14 July 1831.\nHe was released in 1832.\nOn 2 June he was buried."
    )
    assert values(text)[-1] == "1832-06-02"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bomb fell on 3 May 2011.\nThe next day the ministers met.", "2011-05-04"),
        ("The bomb fell on 3 May 2011.\nA week earlier the ministers met.", "2011-W17"),
        ("The bomb fell in May 2011.\nThe following month the ministers met.", "2011-06"),
        ("The bomb fell in 2011.\nThat year the ministers met.", "2011"),
        ("The bomb fell in 2011.\nTwo years later the ministers met.", "2013"),
        ("The bomb fell on 3 May 2011.\nThree days after the attack the ministers met.", "2011-05-06"),
        ("The ministers met two years after the 1961 treaty.", "1963"),
    ],
)
def test_a_time_counts_from_the_one_told_before(text: str, value: str) -> None:
    assert value in values(text)


def test_a_distance_from_an_event_of_unknown_day_stays_open() -> None:
    [(words, time)] = times_in("Germany met Poland 30 years after the fall of the wall.")
    assert words == "30 years after"
    assert (time.value, time.first, time.last) == (None, None, None)


def test_what_is_vague_stays_vague() -> None:
    [(_, several)] = times_in("The talks failed several years ago.")
    assert several.value == "PAST_REF"
    assert several.first is None
    assert several.last is not None
    assert several.last <= WEDNESDAY
    [(_, recently)] = times_in("The talks failed recently.")
    assert (recently.value, recently.last) == ("PAST_REF", WEDNESDAY)
    [(_, now)] = times_in("The talks are now open.")
    assert (now.value, now.first, now.last) == ("PRESENT_REF", WEDNESDAY, WEDNESDAY)
    [(_, years)] = times_in("The talks failed over the past five years.")
    assert (years.value, years.first, years.last) == ("P5Y", date(2019, 6, 19), WEDNESDAY)


def test_a_length_of_time_has_a_value_and_no_days() -> None:
    assert [(time.value, time.first) for _, time in times_in("They fought for three years.")] == [("P3Y", None)]
    assert values("A two-week truce held.") == ["P2W"]
    assert values("Forty died in three days of fighting.") == ["P3D"]
    assert values("They meet every Monday and report daily.") == ["R/XXXX-WXX-1", "R/P1D"]
    assert values("They met on Saturday mornings.") == ["R/XXXX-WXX-6TMO"]


def test_an_hour_belongs_to_its_day() -> None:
    assert values("Polls close at 9:30 p.m. on Sunday, which will be late.") == ["2024-06-23T21:30"]
    assert values("They met on Monday.\nShelling began at 4 a.m.") == ["2024-06-17", "2024-06-17T04:00"]
