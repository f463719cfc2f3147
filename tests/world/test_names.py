"""What names mean on a day: whole names, in the right case, the likeliest first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.errors import WorldError
from casus.world.entities import entity
from casus.world.index import load
from casus.world.names import bodies, scan, senses

NOW = date(2024, 6, 19)


def best(name: str, on: date | None = NOW) -> str | None:
    """The id of the likeliest meaning."""
    found = senses(name, on)
    return found[0].entity.id if found else None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("US", "state:USA"), ("U.S.", "state:USA"), ("the United States", "state:USA"), ("America", "state:USA"),
        ("Washington", "state:USA"), ("Americans", "state:USA"), ("Capitol Hill", "state:USA"), ("the Pentagon", "state:USA"),
        ("UK", "state:GBR"), ("Britain", "state:GBR"), ("London", "state:GBR"), ("Whitehall", "state:GBR"),
        ("Downing Street", "state:GBR"), ("Britons", "state:GBR"), ("DPRK", "state:PRK"), ("North Korea", "state:PRK"),
        ("Pyongyang", "state:PRK"), ("North Koreans", "state:PRK"), ("Kiev", "state:UKR"), ("Kyiv", "state:UKR"),
        ("the Kremlin", "state:RUS"), ("Moscow", "state:RUS"), ("Russians", "state:RUS"), ("the French", "state:FRA"),
        ("Élysée", "state:FRA"), ("Zhongnanhai", "state:CHN"), ("Poles", "state:POL"), ("Swiss", "state:CHE"),
        ("Yemenis", "state:YEM"), ("Czech Republic", "state:CZE"), ("Burma", "state:MMR"), ("Cote d'Ivoire", "state:CIV"),
        ("Ivory Coast", "state:CIV"), ("UAE", "state:ARE"), ("Vatican", "state:VAT"), ("the Security Council", "org:UNSC"),
        ("UNSC", "org:UNSC"), ("U.N. Security Council", "org:UNSC"), ("EU", "org:EU"), ("European Union", "org:EU"),
        ("NATO", "org:NATO"), ("Nato", "org:NATO"), ("African Union", "org:AU"), ("IAEA", "org:IAEA"), ("Hamas", "group:hamas"),
        ("Islamic State", "group:islamic-state"), ("the West", "bloc:the-west"), ("Reuters", "media:reuters"),
        ("Crimea", "place:crimea"), ("Xi Jinping", "person:xi-jinping"), ("Kim Jong Un", "person:kim-jong-un"),
    ],
)  # fmt: skip
def test_names_that_news_uses_mean_what_a_reader_takes_them_for(name: str, meant: str) -> None:
    assert best(name) == meant


@pytest.mark.parametrize(
    "word", ["us", "Us", "turkey", "china", "jordan", "chad", "who", "Who", "is", "west", "polish", "swiss", "mali"]
)
def test_common_words_are_no_names(word: str) -> None:
    assert senses(word, NOW) == ()


def test_a_part_of_a_name_or_word_is_not_the_name() -> None:
    assert best("Niger") == "state:NER"
    assert best("Nigeria") == "state:NGA"
    assert best("Nige") is None
    assert best("Guinea") == "state:GIN"
    assert best("Guinea-Bissau") == best("Guinea Bissau") == "state:GNB"
    assert best("Papua New Guinea") == "state:PNG"
    assert best("Equatorial") is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Georgia", ["state:GEO", "place:georgia-us-state"]),
        ("Congo", ["state:COD", "state:COG"]),
        ("Korea", ["state:KOR", "state:PRK"]),
        ("Macedonia", ["state:MKD", "place:macedonia-greece"]),
        ("Brussels", ["org:EU", "state:BEL"]),
        ("Washington", ["state:USA", "place:washington-us-state"]),
    ],
)
def test_ambiguous_names_keep_every_live_reading_best_first(name: str, meant: list[str]) -> None:
    found = senses(name, NOW)
    assert [sense.entity.id for sense in found[: len(meant)]] == meant
    assert all(sense.score < 0.9 for sense in found)


def test_how_a_name_means_its_state_is_told_with_the_sector() -> None:
    kremlin, duma, idf = senses("the Kremlin", NOW)[0], senses("Duma", NOW)[0], senses("IDF", NOW)[0]
    assert (kremlin.use, kremlin.sector) == ("seat", "GOV")
    assert (duma.use, duma.sector) == ("legislature", "LEG")
    assert (idf.use, idf.sector, idf.entity.country) == ("forces", "MIL", "ISR")


def test_a_state_means_itself_only_while_it_exists() -> None:
    assert (
        best("Russia", date(1970, 5, 1)) == best("Moscow", date(1970, 5, 1)) == best("Russians", date(1970, 5, 1)) == "state:SUN"
    )
    assert best("Prague", date(1980, 1, 1)) == "state:CSK"
    assert best("Prague", date(2000, 1, 1)) == "state:CZE"
    assert best("Belgrade", date(1999, 4, 1)) == "state:YUG"
    assert best("Belgrade", date(2010, 4, 1)) == "state:SRB"
    assert senses("Soviet Union", date(1985, 1, 1))[0].score > 0.9
    assert senses("Soviet Union", NOW)[0].score < 0.2
    assert senses("Yugoslavia", NOW)[0].score < 0.2


def test_without_a_day_every_meaning_counts() -> None:
    assert {sense.entity.id for sense in senses("Moscow")} == {"state:RUS", "state:SUN"}


def found(words: str, on: date | None = NOW) -> list[tuple[str, str]]:
    """What `scan` finds in words between spaces: the words and the likeliest meaning."""
    tokens = words.split()
    return [(" ".join(tokens[name.first : name.last + 1]), name.senses[0].entity.id) for name in scan(tokens, on)]


def test_the_longest_name_is_found_and_names_do_not_overlap() -> None:
    assert found("The UN Security Council met as South Koreans and the Bosnian Serbs left Papua New Guinea") == [
        ("UN Security Council", "org:UNSC"),
        ("South Koreans", "state:KOR"),
        ("Bosnian Serbs", "group:bosnian-serbs"),
        ("Papua New Guinea", "state:PNG"),
    ]


def test_names_are_found_however_the_tokeniser_cuts_them() -> None:
    assert found("Guinea - Bissau and Guinea-Bissau") == [("Guinea - Bissau", "state:GNB"), ("Guinea-Bissau", "state:GNB")]
    assert found("China 's army , the People 's Liberation Army ,") == [
        ("China", "state:CHN"),
        ("People 's Liberation Army", "state:CHN"),
    ]
    assert found("the U.S. - led force") == [("U.S.", "state:USA")]
    assert found("a US-led force") == []


def test_pronouns_and_words_in_running_text_are_left_alone() -> None:
    assert found("They told us that it is Time to eat turkey on china") == []
    assert found("WHO SAYS THE WAR IS OVER") == []
    assert found("The National Assembly rose") == []
    assert found("He told The Times that the times had changed") == [("Times", "media:the-times")]


def test_full_names_of_office_holders_are_found_and_surnames_are_not() -> None:
    assert found("Vladimir Putin met Kim Jong-un ; Putin smiled") == [
        ("Vladimir Putin", "person:vladimir-putin"),
        ("Kim Jong-un", "person:kim-jong-un"),
    ]


def test_empty_sentences_hold_no_names() -> None:
    assert scan([]) == scan(["", ".", "'s", "-"]) == ()


NAMES = st.sampled_from(sorted(row[6] for rows in load("names")["names"].values() for row in rows if row[7] == 0))


@given(st.lists(st.one_of(NAMES, st.text(max_size=8)), max_size=12))
def test_what_is_found_lies_in_the_sentence_in_order(parts: list[str]) -> None:
    words = " ".join(parts).split()
    end = -1
    for name in scan(words, NOW):
        assert end < name.first <= name.last < len(words)
        assert 0 < sum(sense.score for sense in name.senses) <= 1.0001
        assert [sense.score for sense in name.senses] == sorted((sense.score for sense in name.senses), reverse=True)
        end = name.last


@given(NAMES)
def test_every_name_of_the_data_is_known_under_its_own_spelling(name: str) -> None:
    assert any(sense.text == name or sense.entity for sense in senses(name))


def test_an_entity_is_known_by_its_id_and_others_are_refused() -> None:
    assert entity("state:RUS").country == "RUS"
    assert entity("bloc:the-west").loose
    assert entity("person:vladimir-putin").kind == "person"
    with pytest.raises(WorldError, match="no entity 'state:XXX'"):
        entity("state:XXX")


def test_bodies_of_states_come_longest_first_with_their_sector() -> None:
    words = {body.words: body for body in bodies()}
    assert (words["foreign ministry"].sector, words["parliament"].sector, words["army"].sector) == ("GOV", "LEG", "MIL")
    lengths = [len(body.words) for body in bodies()]
    assert lengths == sorted(lengths, reverse=True)
