"""One actor through all its names, descriptions and pronouns."""

from datetime import date

import pytest
from reading.casting import told


def test_a_minister_is_followed_through_name_title_and_pronoun() -> None:
    report = told(
        "Peruvian Foreign Minister Rosa Quispe met her Chilean counterpart, Pablo Rojas. Quispe said the talks went well. "
        "The Peruvian minister added that she would return in May."
    )
    quispe = report.meant("Quispe")
    assert (quispe.name, quispe.country, quispe.sector) == ("Rosa Quispe", "PER", "GOV")
    assert quispe.role == "Foreign Minister"
    assert report.meant("The Peruvian minister") is quispe
    assert report.meant("she") is quispe
    rojas = report.meant("Pablo Rojas")
    assert (rojas.country, rojas.role) == ("CHL", "Foreign Minister")
    assert report.meant("her Chilean counterpart") is rojas


def test_an_apposition_after_a_name_tells_its_role_and_state() -> None:
    report = told("Anna Virtanen, a Finnish diplomat, left Lima on Friday.")
    actor = report.meant("Anna Virtanen")
    assert (actor.role, actor.country) == ("diplomat", "FIN")
    assert report.cast.by_id[report.cast.sides[actor.id]].country == "FIN"


def test_a_name_given_later_in_full_names_the_headlines_surname() -> None:
    report = told("Ortland warns Peru over border\n\nNorwegian Prime Minister Kari Ortland warned Peru on Monday.")
    assert report.meant("Ortland").name == "Kari Ortland"


def test_a_description_before_any_name_means_the_holder_of_the_office() -> None:
    report = told("The Russian leader arrived on Tuesday. Vladimir Putin said he would sign the treaty.")
    assert report.meant("The Russian leader") is report.meant("Vladimir Putin")
    assert report.meant("he") is report.meant("Vladimir Putin")


def test_a_misspelt_surname_is_still_the_same_person() -> None:
    report = told("President Arvid Stenbergsen signed the law. Stenbregsen said it was needed.")
    assert report.meant("Stenbregsen").name == "Arvid Stenbergsen"


@pytest.mark.parametrize("words", ["The two countries", "Both countries", "The two sides", "The two neighbours"])
def test_two_states_are_meant_at_once(words: str) -> None:
    report = told(f"Peru and Chile signed a treaty. {words} will share the river.")
    assert [actor.country for actor in report.all_meant(words)] == ["PER", "CHL"]


def test_the_two_leaders_are_the_persons_who_met() -> None:
    report = told(
        "Russian President Vladimir Putin met North Korean leader Kim Jong Un in Pyongyang. The two leaders signed a pact."
    )
    assert {actor.country for actor in report.all_meant("The two leaders")} == {"RUS", "PRK"}
    assert {actor.kind for actor in report.all_meant("The two leaders")} == {"person"}


def test_coordinated_actors_can_be_asked_for_together() -> None:
    report = told("Peru and Chile signed a treaty.")
    sentence = report.document.sentences[0]
    peru = next(phrase for phrase in report.cast.phrases if report.document.words(phrase.mention.span) == "Peru")
    assert report.cast.meant(0, peru.head) == (report.meant("Peru").id,)
    both = report.cast.meant_with_conjuncts(sentence, peru.head)
    assert [report.cast.by_id[actor].country for actor in both] == ["PER", "CHL"]


def test_its_means_the_state_that_acts() -> None:
    report = told("Slovakia was warned on Monday. Slovakia said its drive towards membership would go on.")
    assert report.meant("its").country == "SVK"


def test_it_for_a_thing_means_no_actor() -> None:
    report = told("Peru and Chile signed a treaty on Monday. It will be published next week.")
    assert "It" not in [report.document.words(phrase.mention.span) for phrase in report.cast.phrases if phrase.actors]


def test_a_gendered_pronoun_passes_over_the_other_gender() -> None:
    report = told("Norwegian Prime Minister Kari Ortland met President Pedro Rojas. She left early. He stayed.")
    assert report.meant("She").name == "Kari Ortland"
    assert report.meant("He").name == "Pedro Rojas"


def test_the_ministry_is_the_one_last_named() -> None:
    report = told("Chile's foreign ministry denied the report. The ministry said no ship had left port.")
    assert report.meant("The ministry") is report.meant("Chile's foreign ministry")


def test_the_council_is_the_security_council_where_that_was_named() -> None:
    report = told("The UN Security Council met on Friday. The council condemned Peru.")
    assert report.meant("The council").world == "org:UNSC"


def test_a_spokesman_speaks_for_his_body_and_comes_again() -> None:
    report = told("A spokesman of the Peruvian navy denied the report. The spokesman said no ship had left.")
    spokesman = report.meant("The spokesman")
    assert spokesman.country == "PER"
    assert report.cast.by_id[report.cast.sides[spokesman.id]].name.endswith("navy")


def test_the_country_after_two_states_is_chosen_with_doubt() -> None:
    report = told("Peru supports Chile's right to defend itself, officials said. The country considers Norway an aggressor.")
    assert report.meant("The country").country == "PER"
    assert report.doubts() == ["The country"]
    warning = next(warning for warning in report.cast.warnings if warning.code == "ambiguous-actor")
    assert "Peru" in warning.message
    assert "Chile" in warning.message


def test_the_country_after_one_state_is_not_doubted() -> None:
    report = told("Peru closed its ports on Monday. The country will hold elections in May.")
    assert report.meant("The country").country == "PER"
    assert report.doubts() == []


def test_a_pronoun_in_a_quotation_does_not_mean_its_speaker() -> None:
    report = told('Peruvian President Pedro Rojas met envoy Juan Soto. "He lied to us," Rojas said.', date(1990, 1, 1))
    assert report.meant("He").name == "Juan Soto"


def test_two_presidents_leave_the_president_in_doubt() -> None:
    report = told(
        "Presidents met on Monday. President Pedro Rojas of Peru praised President Luis Vega of Chile. The president left."
    )
    assert report.meant("The president").name in {"Pedro Rojas", "Luis Vega"}
    assert "The president" in report.doubts()


def test_its_after_for_means_whom_the_act_befalls() -> None:
    report = told("Norway thanked Peru for its help.")
    assert report.meant("its").country == "PER"


def test_three_countries_are_the_three_that_the_report_speaks_of() -> None:
    report = told("Peru, Chile and Bolivia signed a treaty. The three countries will share the river.")
    assert {actor.country for actor in report.all_meant("The three countries")} == {"PER", "CHL", "BOL"}


def test_the_side_of_a_state_is_the_state() -> None:
    report = told("The Peruvian side rejected the plan. Peru left the talks.")
    assert report.meant("The Peruvian side") is report.meant("Peru")


def test_its_neighbour_is_the_other_state() -> None:
    report = told("Peru and Chile quarrelled for years. Peru now accuses its neighbour of spying.")
    assert report.meant("its neighbour").country == "CHL"


def test_one_surname_in_two_states_is_two_persons() -> None:
    report = told("Peruvian President Pedro Vega met Chilean minister Luis Vega. They talked about Chile.")
    assert report.meant("Peruvian President Pedro Vega") is not report.meant("Chilean minister Luis Vega")


def test_a_surname_that_is_a_title_elsewhere() -> None:
    report = told("Australian Foreign Minister Julie Bishop flew to Fiji. Ms Bishop said she was pleased.")
    assert report.meant("Ms Bishop").name == "Julie Bishop"
    assert report.meant("she") is report.meant("Ms Bishop")


def test_a_possessive_in_a_coordination_means_its_first_member() -> None:
    report = told("Peru accused Norway and its navy of piracy.")
    assert report.meant("its").country == "NOR"


def test_the_predicate_describes_its_subject() -> None:
    report = told("Marta Silva is a Bolivian diplomat. She left Lima.")
    assert report.meant("Marta Silva").country == "BOL"
    assert report.meant("She") is report.meant("Marta Silva")


def test_a_group_that_left_a_body_is_not_that_body() -> None:
    report = told(
        "A breakaway rebel faction attacked the Andean Liberation Army on Sunday. The rebel faction said its forces had won."
    )
    faction = report.meant("A breakaway rebel faction")
    assert report.meant("The rebel faction") is faction
    assert report.meant("its forces") is faction
    assert report.meant("the Andean Liberation Army") is not faction


def test_them_in_a_second_clause_is_not_its_understood_subject() -> None:
    report = told("Peruvian soldiers arrested the protesters and beat them.")
    assert report.meant("them") is report.meant("the protesters")


def test_they_who_say_are_the_states_that_acted_together() -> None:
    report = told("Norway and Sweden warned Russia. They said Russia had violated their airspace.")
    assert [actor.country for actor in report.all_meant("They")] == ["NOR", "SWE"]
    assert [actor.country for actor in report.all_meant("their")] == ["NOR", "SWE"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Turkey closed its border with Armenia.", "TUR"),
        ("The Council imposed sanctions on Libya for its refusal to hand over the suspects.", "LBY"),
        ("Norway said Iraq had ignored its demand.", "NOR"),
    ],
)
def test_a_possessive_has_the_antecedent_that_the_syntax_prefers(text: str, country: str) -> None:
    assert told(text).meant("its").country == country


def test_the_neighbour_of_a_government_is_another_state() -> None:
    report = told("Chile rebuked Peru. The Chilean government said its neighbour had lied.")
    assert report.meant("its neighbour").country == "PER"


def test_a_general_is_not_the_general_named_before() -> None:
    report = told("Field Marshal Asim Khan visited Riyadh. A retired Pakistani general warned India of a war.")
    assert report.meant("A retired Pakistani general") is not report.meant("Asim Khan")


def test_who_speaks_between_commas_is_not_who_is_spoken_of() -> None:
    report = told("Chancellor Otto Brandt, a spokesman said, had not been asked by Peru.")
    assert report.meant("a spokesman") is not report.meant("Otto Brandt")


def test_who_is_told_of_in_a_condition_does_not_say_it() -> None:
    report = told(
        "President Rosa Ayub spoke in Lahore. If an American pilot had taken off from there, she said, Pakistan would protest."
    )
    assert report.meant("she").name == "Rosa Ayub"
