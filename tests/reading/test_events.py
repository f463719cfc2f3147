"""Who did what to whom: acts between political actors, however the sentence puts them."""

import pytest
from reading.claims import PUBLISHED, told

ROOTS = [
    ("Norway and Sweden agreed to share intelligence.", "AGREE NOR SWE"),
    ("Kenya praised Uganda for the rescue.", "SUPPORT KEN > UGA"),
    ("Indonesia and Malaysia restored diplomatic relations.", "COOPERATE IDN MYS"),
    ("Canada sent food to Haiti after the earthquake.", "AID CAN > HTI"),
    ("Cuba released four American sailors.", "YIELD CUB > USA"),
    ("Portugal asked Spain to extradite the general.", "REQUEST PRT > ESP"),
    ("Brazil condemned Bolivia for the raid.", "ACCUSE BRA > BOL"),
    ("Morocco rejected the demand of Algeria.", "REJECT MAR > DZA"),
    ("China threatened Taiwan with invasion.", "THREATEN CHN > TWN"),
    ("Chad broke off diplomatic relations with Sudan.", "SANCTION TCD > SDN"),
    ("South Korea and the United States began joint military exercises on Monday.", "MOBILIZE KOR USA"),
    ("Turkey arrested two Bulgarian diplomats.", "COERCE TUR > BGR"),
    ("Peru took military action against Chile.", "ASSAULT PER > CHL"),
    ("There were stern warnings from Peru on Thursday.", "THREATEN PER"),
    ("Vietnam invaded Cambodia.", "ASSAULT VNM > KHM"),
    ("Visiting Russian Prime Minister Viktor Chernomyrdin gave a thinly veiled warning to Slovakia.", "THREATEN RUS > SVK"),
]


@pytest.mark.parametrize(("text", "line"), ROOTS)
def test_an_act_has_its_plover_root_and_both_sides(text: str, line: str) -> None:
    assert line in told(text).lines("event")


def test_taking_action_is_no_attack_without_a_military_word() -> None:
    assert told("Peru took action against Chile.").lines("event") == []


def test_a_clause_after_enemies_of_a_bloc_tells_of_the_enemies() -> None:
    report = told("Peru could send rifles to enemies of the West, which could use them to strike Chile.")
    (strike,) = [event for event in report.events if event.type == "ASSAULT"]
    (striker,) = [actor for actor in report.reading.actors if actor.id in strike.actors]
    assert "enemies" in striker.name


FORMS = [
    # active, passive, and the agent left out
    ("Peru attacked Ecuador.", ["ASSAULT PER > ECU"]),
    ("Ecuador was attacked by Peru.", ["ASSAULT PER > ECU"]),
    ("Ecuador was attacked at dawn.", ["ASSAULT  > ECU"]),
    ("Ecuadorian positions were shelled by Peruvian artillery overnight.", ["ASSAULT PER > ECU"]),
    ("Cambodia's troops were driven back by the Vietnamese army.", ["ASSAULT VNM > KHM"]),
    ("Two Finnish fishing boats were seized by the Soviet navy.", ["COERCE SUN > FIN"]),
    # nouns with a support verb
    ("Vietnam launched an attack on Cambodia in December.", ["ASSAULT VNM > KHM"]),
    ("Iraq carried out an air raid on Iran.", ["ASSAULT IRQ > IRN"]),
    ("Bolivia held talks with Chile.", ["CONSULT BOL CHL"]),
    ("The Libyan leader paid a visit to Malta.", ["CONSULT LBY MLT"]),
    ("Ottawa issued an appeal to Washington.", ["REQUEST CAN > USA"]),
    ("The Swedish foreign minister expressed support for Finland.", ["SUPPORT SWE > FIN"]),
    # nouns with their sides around them
    ("Talks between Armenia and Azerbaijan opened in Geneva.", ["CONSULT ARM AZE"]),
    ("The bombing of Tripoli by American aircraft lasted an hour.", ["ASSAULT USA > LBY"]),
    # relative clauses and participles
    ("Libya, which bombed Chad last week, celebrated a holiday.", ["ASSAULT LBY > TCD"]),
    ("Ghana, attacked by Togo in March, closed its ports.", ["ASSAULT TGO > GHA"]),
    ("The Iraqi pilot who bombed an Iranian tanker was decorated.", ["ASSAULT IRQ > IRN"]),
    # shared subjects
    ("Peru attacked Ecuador and expelled the Chilean ambassador.", ["ASSAULT PER > ECU", "COERCE PER > CHL"]),
    # several on a side
    ("Jordan, Syria and Egypt attacked Israel.", ["ASSAULT EGY JOR SYR > ISR"]),
    ("France and Germany criticised Hungary and Poland.", ["ACCUSE DEU FRA > HUN POL"]),
    # mutual acts
    ("Kenya and Somalia met in Nairobi.", ["CONSULT KEN SOM"]),
    ("Kenya met Somalia in Nairobi.", ["CONSULT KEN SOM"]),
    ("Turkey signed a pact with Libya.", ["AGREE LBY TUR"]),
    ("Indonesia resumed diplomatic relations with Malaysia.", ["COOPERATE IDN MYS"]),
    # journeys
    ("President Anwar Sadat of Egypt flew to Jerusalem on Saturday.", ["CONSULT EGY ISR"]),
    ("Finnish President Urho Kekkonen arrived in Moscow on Tuesday.", ["CONSULT FIN RUS"]),
    ("British Prime Minister Tony Blair travelled to Tripoli.", ["CONSULT GBR LBY"]),
    # particles
    ("Uganda pulled out of talks with Rwanda.", ["REJECT UGA > RWA"]),
    ("Slovenia called for help from Austria.", ["REQUEST SVN > AUT"]),
]


@pytest.mark.parametrize(("text", "lines"), FORMS)
def test_the_same_act_is_told_by_many_forms(text: str, lines: list[str]) -> None:
    assert sorted(told(text).lines("event")) == sorted(lines)


CONTROL = [
    ("Norway urged Iran to release the Norwegian crew.", ["REQUEST NOR > IRN", "YIELD IRN > NOR (demanded)"]),
    ("Iran was urged by Norway to release the Norwegian crew.", ["REQUEST NOR > IRN", "YIELD IRN > NOR (demanded)"]),
    ("Brazil called on Bolivia to free the Brazilian pilot.", ["REQUEST BRA > BOL", "YIELD BOL > BRA (demanded)"]),
    ("Norway urged Iran to stop shelling Iraq.", ["REQUEST NOR > IRN", "ASSAULT IRN > IRQ (demanded, not)"]),
    ("Thailand was accused by Laos of bombing a Cambodian village.", ["ACCUSE LAO > THA", "ASSAULT THA > KHM"]),
    ("Chad promised to release the Libyan prisoners.", ["YIELD TCD > LBY (promised)"]),
    ("Japan thanked Mongolia for helping North Korea.", ["SUPPORT JPN > MNG", "AID MNG > PRK"]),
]


@pytest.mark.parametrize(("text", "lines"), CONTROL)
def test_whoever_is_urged_or_accused_does_what_the_clause_tells(text: str, lines: list[str]) -> None:
    assert sorted(told(text).lines("event")) == sorted(lines)


NO_ACTS = [
    "The minister opened a library in Lyon.",
    "Chelsea beat Arsenal on Sunday.",
    "Rain is expected in Norway on Friday.",
    "The Korean War still shapes the region.",
    "The company's shares fell by four per cent in Tokyo.",
    "The treaty hall in Vienna was painted last year.",
    "Iceland's economy grew in the second quarter.",
    "A strike by teachers closed schools across Denmark.",
]


@pytest.mark.parametrize("text", NO_ACTS)
def test_what_is_no_political_act_gives_no_event(text: str) -> None:
    assert told(text).lines("event") == []


HEADLINES = [
    ("Norway, Russia sign border pact", "Officials gave no details of the text.", "AGREE NOR RUS"),
    ("US, Iran resume nuclear talks in Geneva", "Officials gave no details.", "CONSULT IRN USA"),
    ("Peru bombs Ecuadorian outpost", "Officials gave no details.", "ASSAULT PER > ECU"),
    ("Kuwait hit by Iraqi missiles", "Officials gave no details.", "ASSAULT IRQ > KWT"),
    ("Mongolian parliament ratifies treaty with China", "Officials gave no details.", "AGREE CHN MNG"),
]


@pytest.mark.parametrize(("headline", "body", "line"), HEADLINES)
def test_headlines_tell_acts_in_their_own_grammar(headline: str, body: str, line: str) -> None:
    assert line in told(f"{headline}\n\n{body}").lines("event")


def test_an_act_carries_its_day_place_and_words() -> None:
    report = told("Kenya and Somalia met in Nairobi on Monday.")
    (event,) = report.events
    assert event.when is not None
    assert (str(event.when.first), str(event.when.last)) == ("2019-05-13", "2019-05-13")
    assert event.place is not None
    assert report.who(event.place) == "KEN"
    assert report.words(event) == ["Kenya and Somalia met in Nairobi on Monday"]
    assert event.trigger is not None
    assert report.reading.report.text[slice(*event.trigger)] == "met"


def test_an_act_without_a_day_has_none() -> None:
    (event,) = told("Kenya and Somalia held talks in Nairobi.").events
    assert event.when is None


def test_two_acts_in_a_sentence_have_each_their_own_day() -> None:
    report = told("Bolivia, which attacked Chile in 1978, held talks with Santiago on Tuesday.")
    days = {report.line(event): str(event.when.first) for event in report.events if event.when}
    assert days == {"ASSAULT BOL > CHL": "1978-01-01", "CONSULT BOL CHL": "2019-05-14"}


def test_an_act_told_for_a_later_day_is_planned() -> None:
    report = told("Peru and Chile hold talks in Lima next month.", PUBLISHED)
    assert report.lines("event") == ["CONSULT CHL PER (planned)"]


def test_who_is_said_to_have_acted_is_the_actor_and_not_who_says_so() -> None:
    report = told("Peru, which Chile says bombed Bolivia, recalled its envoy.")
    (raid,) = [event for event in report.events if event.type == "ASSAULT"]
    assert (report.line(raid), report.speaker(raid)) == ("ASSAULT PER > BOL", "CHL")
