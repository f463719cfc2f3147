"""News of 1950 to 2026: names of its day, as wires wrote them, and who held office then."""

from datetime import date

import pytest

from casus.world.blocs import members
from casus.world.entities import entity
from casus.world.names import senses
from casus.world.offices import holders, org_heads, person


@pytest.mark.parametrize(
    ("name", "on", "meant"),
    [
        ("Slovakian", 2010, "state:SVK"), ("Ecuadoreans", 1995, "state:ECU"), ("Argentinians", 1982, "state:ARG"),
        ("Salvadoreans", 1985, "state:SLV"), ("Bissau-Guinean", 1999, "state:GNB"), ("Zaireans", 1990, "state:COD"),
        ("Rhodesians", 1975, "state:ZWE"), ("East Germans", 1985, "state:DDR"), ("West Germans", 1985, "state:DEU"),
        ("South Vietnamese", 1968, "state:VNM"), ("Czechoslovakian", 1970, "state:CSK"), ("Kampuchean", 1978, "state:KHM"),
        ("Rumanian", 1965, "state:ROU"), ("Argentineans", 2000, "state:ARG"),
    ],
)  # fmt: skip
def test_peoples_are_called_as_the_wires_called_them(name: str, on: int, meant: str) -> None:
    assert senses(name, date(on, 6, 1))[0].entity.id == meant


@pytest.mark.parametrize(
    ("name", "on", "meant"),
    [
        ("Warsaw Pact", 1970, "org:WTRO"), ("League of Nations", 1950, "org:LON"), ("SEATO", 1960, "org:SEATO"),
        ("Organization of African Unity", 1995, "org:OAU"), ("Contact Group", 1998, "org:CONTACT-GROUP"),
        ("European Community", 1990, "org:EEC"), ("OSCE", 2014, "org:OSCE"), ("CSCE", 1991, "org:CSCE"), ("WEU", 1998, "org:WEU"),
        ("UNSCOM", 1998, "org:UNSCOM"), ("ECOMOG", 1997, "org:ECOMOG"), ("GATT", 1990, "org:GATT"),
        ("the PLO", 1988, "group:plo"), ("Fatah", 2007, "group:fatah"), ("African National Congress", 1985, "group:anc"),
        ("Viet Cong", 1968, "group:viet-cong"), ("Khmer Rouge", 1978, "group:khmer-rouge"), ("Contras", 1985, "group:contras"),
        ("Sinn Fein", 1998, "group:sinn-fein"), ("Northern Alliance", 2001, "group:northern-alliance"),
        ("RUF", 1999, "group:ruf"),
        ("Quai d'Orsay", 1990, "state:FRA"), ("State Department", 1998, "state:USA"), ("KGB", 1980, "state:SUN"),
        ("Mossad", 1998, "state:ISR"), ("Stasi", 1988, "state:DDR"), ("Revolutionary Guards", 2019, "state:IRN"),
        ("Palestinian Authority", 1998, "state:PSE"), ("Chinese Communist Party", 1998, "state:CHN"),
    ],
)  # fmt: skip
def test_bodies_movements_and_agencies_of_their_day_are_known(name: str, on: int, meant: str) -> None:
    assert senses(name, date(on, 6, 1))[0].entity.id == meant


def test_the_alliances_of_the_cold_war_have_their_members() -> None:
    assert members("WTRO", date(1970, 1, 1)) == ("BGR", "CSK", "DDR", "HUN", "POL", "ROU", "SUN")
    assert "ALB" in members("WTRO", date(1960, 1, 1))
    assert members("EEC", date(1980, 1, 1)) == ("BEL", "DEU", "DNK", "FRA", "GBR", "IRL", "ITA", "LUX", "NLD")


@pytest.mark.parametrize(
    ("country", "office", "on", "name"),
    [
        ("RUS", "prime minister", date(1997, 5, 5), "Viktor Chernomyrdin"),
        ("RUS", "foreign minister", date(1997, 5, 5), "Yevgeny Primakov"),
        ("GBR", "prime minister", date(1983, 5, 5), "Margaret Thatcher"),
        ("FRA", "president", date(1965, 5, 5), "Charles de Gaulle"),
        ("FRA", "prime minister", date(1975, 5, 5), "Jacques Chirac"),
        ("DEU", "prime minister", date(1960, 5, 5), "Konrad Adenauer"),
        ("ISR", "prime minister", date(1994, 5, 5), "Yitzhak Rabin"),
        ("IND", "prime minister", date(1972, 5, 5), "Indira Gandhi"),
        ("PAK", "prime minister", date(1989, 5, 5), "Benazir Bhutto"),
        ("JPN", "prime minister", date(1990, 5, 5), "Toshiki Kaifu"),
        ("USA", "national security adviser", date(1985, 5, 5), "Robert McFarlane"),
        ("SUN", "defence minister", date(1980, 5, 5), "Dmitry Ustinov"),
        ("CHN", "defence minister", date(1965, 5, 5), "Lin Biao"),
        ("KHM", "prime minister", date(2005, 5, 5), "Hun Sen"),
    ],
)
def test_offices_of_the_great_powers_are_held_before_2010(country: str, office: str, on: date, name: str) -> None:
    assert name in [holder.person.name for holder in holders(country, office, on)]


def test_the_heads_of_organisations_reach_back_to_their_founding() -> None:
    assert [holder.person.name for holder in org_heads("NATO", date(1955, 1, 1))] == ["Hastings Ismay"]
    assert [holder.person.name for holder in org_heads("IAEA", date(1970, 1, 1))] == ["Sigvard Eklund"]
    assert [holder.person.name for holder in org_heads("UN", date(1950, 1, 1))] == ["Trygve Lie"]


def test_who_is_sovereign_of_many_states_is_of_the_greatest_of_them() -> None:
    president = person("Macron", date(2024, 1, 1))
    assert [holder.country for holder in president if holder.office == "head of state"] == ["FRA"]
    assert president[0].country == "FRA"
    assert entity("person:elizabeth-ii").country == "GBR"


@pytest.mark.parametrize(
    ("name", "on", "country", "sector"),
    [
        ("Jonas Savimbi", date(1995, 1, 1), "AGO", "REB"),
        ("Karadzic", date(1994, 1, 1), "BIH", "REB"),
        ("Usama bin Laden", date(2000, 1, 1), "AFG", "REB"),
        ("Gerry Adams", date(1998, 1, 1), "GBR", "PTY"),
        ("Ahmad Shah Masood", date(1998, 1, 1), "AFG", "REB"),
        ("Chou En-lai", date(1960, 1, 1), "CHN", "GOV"),
    ],
)
def test_who_leads_a_movement_speaks_for_it_and_not_for_a_government(name: str, on: date, country: str, sector: str) -> None:
    first = person(name, on)[0]
    assert (first.country, first.sector) == (country, sector)
