"""Treaties, pacts and deals: between whom, where they stand, and what they lay down."""

import pytest
from reading.claims import told

from casus.reading.model import Agreement

STANDING = [
    ("Egypt and Israel signed a peace treaty in Washington.", ["signed: EGY ISR"]),
    ("A peace treaty was signed by Egypt and Israel in Washington.", ["signed: EGY ISR"]),
    ("Turkey signed a maritime agreement with Libya.", ["signed: LBY TUR"]),
    ("Turkey and Libya ratified a maritime agreement.", ["ratified: LBY TUR"]),
    ("The parliament of Greece ratified the border treaty with Bulgaria.", ["ratified: BGR GRC"]),
    ("Britain and Iceland concluded a fisheries agreement on Tuesday.", ["agreed: GBR ISL"]),
    ("Cuba and Jamaica agreed on Friday to exchange ambassadors.", ["agreed: CUB JAM"]),
    ("Serbia and Kosovo are negotiating an agreement on borders.", ["negotiated: SRB XKX"]),
    ("India and Bangladesh will sign an agreement on water sharing next month.", ["proposed: BGD IND (planned)"]),
    ("Chile proposed a trade agreement with Peru.", ["proposed: CHL PER (planned)"]),
    ("Libya withdrew from the treaty with Tunisia.", ["terminated: LBY TUN"]),
    ("Kenya suspended the extradition treaty with Uganda.", ["suspended: KEN UGA"]),
    ("Iran violated the border agreement with Iraq.", ["violated: IRN IRQ"]),
    ("The truce between Armenia and Azerbaijan remains in force.", ["in force: ARM AZE"]),
    ("Honduras did not sign the treaty with Nicaragua.", ["proposed: HND NIC (denied)"]),
    ("Norway may sign a defence pact with Finland.", ["proposed: FIN NOR (possible)"]),
    ("France, Germany and Poland signed an energy accord.", ["signed: DEU FRA POL"]),
    ("A trade deal between Japan and Australia was signed in Canberra.", ["signed: AUS JPN"]),
    ("The Soviet Union and Finland signed a treaty of friendship on April 6, 1948.", ["signed: FIN SUN"]),
    ("The pact that Ghana and Togo signed in 1990 is still in force.", ["signed: GHA TGO"]),
    ("The company signed a contract with a bank.", []),
]


@pytest.mark.parametrize(("text", "lines"), STANDING)
def test_an_agreement_has_its_parties_and_stands_where_the_report_says(text: str, lines: list[str]) -> None:
    assert told(text).lines("agreement") == lines


def test_an_agreement_told_again_is_the_same_one_further_on() -> None:
    report = told(
        "Cuba and Jamaica agreed on a trade treaty in March. The treaty was signed in Kingston on Tuesday. "
        "Cuba ratified the treaty on Wednesday."
    )
    (agreement,) = report.agreements
    assert report.line(agreement) == "ratified: CUB JAM"
    assert len(agreement.spans) == 3


def test_two_treaties_of_different_years_are_two() -> None:
    report = told("Peru and Chile signed a border treaty in 1929. Peru and Chile signed a border treaty in 2014.")
    assert report.lines("agreement") == ["signed: CHL PER"] * 2


def test_agreements_of_different_pairs_are_different() -> None:
    report = told("Kenya signed a treaty with Uganda. Kenya signed a treaty with Somalia.")
    assert report.lines("agreement") == ["signed: KEN UGA", "signed: KEN SOM"]


def test_signing_leaving_and_breaking_are_acts_beside_the_agreement() -> None:
    assert told("Turkey signed a maritime agreement with Libya.").lines("event") == ["AGREE LBY TUR"]
    assert told("Libya withdrew from the treaty with Tunisia.").lines("event") == ["REJECT LBY > TUN"]
    assert told("Iran violated the border agreement with Iraq.").lines("event") == ["REJECT IRN > IRQ"]


def test_an_agreement_covers_the_spheres_that_it_names() -> None:
    (agreement,) = told("Russia and Mongolia signed an agreement on trade, energy and defence.").agreements
    assert set(agreement.spheres) >= {"trade", "energy", "security"}


def test_a_signed_agreement_has_its_day_and_its_place_in_the_reference_facts() -> None:
    report = told("The Soviet Union and Finland signed a treaty of friendship on April 6, 1948.", "1948-04-07")
    (agreement,) = report.agreements
    assert agreement.when is not None
    assert str(agreement.when.first) == "1948-04-06"
    assert agreement.ledger is not None


def test_an_agreement_told_by_a_speaker_is_the_speakers_word() -> None:
    report = told("The Libyan foreign minister said Libya had signed a treaty with Malta.")
    (agreement,) = report.agreements
    assert report.speaker(agreement) == "LBY"


PROVISIONS = [
    (
        "Peru and Bolivia signed a treaty. The treaty provides for mutual assistance in case of attack.",
        "defence: BOL PER",
    ),
    ("Turkey and Libya ratified an agreement. The agreement provides for mutual assistance.", "defence: LBY TUR"),
    (
        "Laos and Thailand signed a pact. The pact commits the two countries to refrain from the use of force.",
        "non-aggression: LAO THA",
    ),
    ("India and Nepal signed a treaty. The treaty provides for consultations on security.", "consultation: IND NPL"),
    ("Turkey and Libya ratified a maritime agreement. The deal provides for joint patrols.", "cooperation: LBY TUR"),
    ("Iran and Iraq signed an agreement. The agreement provides for a reduction of troops.", "limitation: IRN IRQ"),
    ("France and Chad signed a treaty. It provides for trade and cultural exchanges.", "cooperation: FRA TCD"),
    ("Spain and Morocco signed an agreement that provides for loans to Rabat.", "relief: ESP MAR"),
    (
        "Peru and Chile signed a treaty. Under the treaty, neither side may station troops near the border.",
        "limitation: CHL PER",
    ),
    (
        "Peru and Chile signed a pact. It obliges the sides to share maps, and neither may allow raids on the other.",
        "limitation: CHL PER",
    ),
    ("Peru and Chile signed a contract. The contract forbids any sale of the jets to others.", "limitation: CHL PER"),
    (
        "Peru and Chile signed a pact under which each member is bound to come to the help of the other.",
        "defence: CHL PER",
    ),
    (
        "Peru and Chile signed a pact under which Lima undertook to unfreeze Chilean funds.",
        "relief: PER",
    ),
    (
        "There was an accord, signed by Peru and Chile, under which Lima undertook to pay and pledged not to intervene in Chile.",
        "non-aggression: PER",
    ),
    (
        "Peru and Chile signed a pact. The pact does not bind the neighbours to fight for one another.",
        "defence: CHL PER (denied)",
    ),
    (
        "Peru and Chile signed a treaty. Under the treaty each side will consult the other if its security is threatened.",
        "consultation: CHL PER",
    ),
    (
        "Peru and Chile signed a treaty in Lima. Under its terms neither country will attack the other.",
        "non-aggression: CHL PER",
    ),
    (
        "Peru and Chile signed a treaty in Lima. The two sides undertook not to join any alliance against the other.",
        "non-assistance: CHL PER",
    ),
    (
        "Peru and Chile signed a treaty in Lima. Each party shall refrain from the use of force against the other.",
        "non-aggression: CHL PER",
    ),
    (
        "Peru and Chile signed a treaty in Lima. If one of them is attacked, the other must help it with all means.",
        "defence: CHL PER",
    ),
    (
        "Peru and Chile signed a treaty in Lima. Article 2 says that an attack on one is an attack on both.",
        "defence: CHL PER",
    ),
    (
        "Peru and Chile signed a treaty in Lima. Article 5 provides for consultations when peace is threatened.",
        "consultation: CHL PER",
    ),
]


@pytest.mark.parametrize(("text", "line"), PROVISIONS)
def test_what_an_agreement_lays_down_binds_its_parties(text: str, line: str) -> None:
    report = told(text)
    (agreement,) = report.agreements
    assert line in report.lines("provision")
    assert {provision.agreement for provision in report.provisions} == {agreement.id}


def test_a_provision_names_its_trigger_and_its_obligation() -> None:
    report = told("Peru and Bolivia signed a treaty. The treaty provides for mutual assistance if either country is attacked.")
    (provision,) = report.provisions
    assert provision.trigger == "if either country is attacked"
    assert provision.obligation is not None
    assert "mutual assistance" in provision.obligation
    assert "attacked" not in provision.obligation
    assert report.who(*provision.beneficiaries) == "BOL PER"


def test_what_a_treaty_replaces_is_another_agreement() -> None:
    report = told("Peru and Chile signed a trade treaty on Monday. It replaces an accord signed in 2001.")
    new, old = report.agreements
    assert new.when is not None
    assert old.when is not None
    assert (str(new.when.first), str(old.when.first)) == ("2019-05-13", "2001-01-01")


def test_the_document_is_what_the_report_is_about() -> None:
    report = told(
        "Peru and Chile signed a defence treaty on Monday. Unlike the treaty that Peru concluded with Bolivia last June, it has "
        "no clause on aid. The president was glad. He smiled. The document obliges the sides to exchange intelligence."
    )
    assert report.lines("provision") == ["cooperation: CHL PER"]


def test_the_year_in_a_name_is_not_when_it_was_broken() -> None:
    (event,) = told("Peru tore up the 2015 trade deal with Chile.").events
    assert event.when is None


def test_what_somebody_says_that_the_sides_must_do_is_no_term() -> None:
    report = told('Peru and Chile signed a truce. "Both sides must stop the shooting," the Brazilian president said.')
    assert report.lines("provision") == []


STANDINGS = [
    ("A pact between Chad and Sudan is out of reach, diplomats said.", ["proposed: SDN TCD (possible)"]),
    ("A deal between Iran and the United States remains elusive.", ["proposed: IRN USA (possible)"]),
    ("There is no deal between Iran and the United States, Tehran said.", ["proposed: IRN USA (denied)"]),
    ("Chad and Sudan are close to a peace deal.", ["negotiated: SDN TCD"]),
    ("Israel denied reports of a secret deal between Israel and Syria.", ["proposed: ISR SYR (possible)"]),
    ("Peru's congress rejected the extradition treaty with Chile.", ["proposed: CHL PER (planned)"]),
    ("India put the Indus Waters Treaty with Pakistan in abeyance.", ["suspended: IND PAK"]),
    ("Egypt denounced the accord between Turkey and Libya as illegal.", ["in force: LBY TUR"]),
    ("Russia accused Ukraine of breaking the truce.", ["violated: RUS UKR"]),
    ("Qatar brokered a truce between Chad and Sudan.", ["agreed: SDN TCD"]),
]


@pytest.mark.parametrize(("text", "lines"), STANDINGS)
def test_an_agreement_that_is_not_there_or_rests_is_told_so(text: str, lines: list[str]) -> None:
    assert told(text).lines("agreement") == lines


def test_a_pact_meant_by_a_pronoun_moves_on() -> None:
    report = told("Chad and Mali signed a treaty in March. Chad ratified it last week.")
    assert report.lines("agreement") == ["ratified: MLI TCD"]


def test_another_word_for_the_pact_just_told_is_that_pact() -> None:
    report = told("Japan and Peru concluded a security pact. The partnership provides for joint naval exercises.")
    assert report.lines("agreement") == ["agreed: JPN PER"]
    assert report.lines("provision") == ["cooperation: JPN PER"]


def test_what_a_body_decides_of_its_sanctions_is_no_agreement() -> None:
    assert told("European Union ministers agreed on Tuesday to lift all sanctions on Syria.").lines("agreement") == []


def test_a_ceasefire_offered_is_not_a_pact_named_elsewhere() -> None:
    report = told("Ecuador offered Peru a ceasefire. Bolivia is a partner of both in the Andean Pact.")
    agreements = [claim for claim in report.reading.claims if isinstance(claim, Agreement)]
    assert agreements
    assert all(claim.status != "in force" for claim in agreements if len(claim.spans) > 1)
