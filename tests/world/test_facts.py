"""What the reference facts give a ledger: everything standing, one fact a thing and spell, with its source."""

import json
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from casus.world.entities import entity
from casus.world.fact import CONFIDENCE, Fact, confidence, group_id, imposer_id, numbered, party_id, short, slug
from casus.world.facts import shipped_facts
from casus.world.time import Validity, certain_days, interval
from casus.world.vocabulary import schema

FACTS = shipped_facts()


def of(topic: str) -> Fact:
    (fact,) = (one for one in FACTS if one.topic == topic)
    return fact


def test_everything_standing_is_there() -> None:
    kinds = {kind: sum(fact.kind == kind for fact in FACTS) for kind in {fact.kind for fact in FACTS}}
    assert kinds.keys() == {"agreement", "party", "provision", "regime", "measure", "membership"}
    assert min(kinds.values()) >= 60
    assert shipped_facts() == FACTS


def test_spells_of_one_topic_never_overlap() -> None:
    spells = defaultdict(list)
    for fact in FACTS:
        spells[fact.topic].append(certain_days(fact.validity.first, fact.validity.last))
    several = {topic: sorted(found) for topic, found in spells.items() if len(found) > 1}
    assert "membership:UNSC:DEU" in several
    assert "party:csto:UZB" in several
    for topic, found in several.items():
        assert all(end < start for (_, end), (start, _) in pairwise(found)), topic


def test_every_body_is_json_and_every_part_somebody_known() -> None:
    for fact in FACTS:
        assert json.loads(json.dumps(fact.body)) == fact.body
        for role, named in fact.parts:
            if role == "standing":
                assert named.split(":")[0] in ("agreement", "regime", "commitment")
            else:
                assert entity(named).id == named
        assert fact.citation.key
        assert fact.citation.text
        assert 0 < fact.confidence < 1


def test_bodies_speak_the_words_of_the_format() -> None:
    measures, provides = schema()["vocabulary"]["measure"], schema()["vocabulary"]["provides"]
    for fact in FACTS:
        if fact.kind == "measure":
            assert fact.body["measure"] in measures
            assert fact.body["imposers"]
        if fact.kind == "provision":
            assert fact.body["provides"] in provides
        if fact.kind == "membership":
            assert fact.body["relation"] in ("member", "ally", "leader")


def test_a_treaty_signed_in_summer_and_in_force_in_winter() -> None:
    """In between it stands and binds nobody; the day of signature is what reports tell of."""
    treaty = of("agreement:russia-dprk-2024")
    assert treaty.validity == Validity("2024-06-19", None)
    assert treaty.body["in_force"] == "2024-12-04"
    assert ("party", "state:PRK") in treaty.parts
    assert of("party:russia-dprk-2024:RUS").validity == Validity("2024-12-04", None)
    aid = of("provision:russia-dprk-2024:4:defence")
    assert aid.validity.contains(date(2024, 7, 1)) is False
    assert (aid.body["agreement"], aid.body["discretion"]) == ("agreement:russia-dprk-2024", "automatic")


def test_what_is_only_signed_says_so() -> None:
    assert of("agreement:nancy-2025").body["status"] == "signed"
    assert of("party:nancy-2025:FRA").body["status"] == "signed"
    assert of("party:nancy-2025:FRA").validity.first == "2025-05-09"


def test_a_party_that_left_was_bound_to_its_last_day_and_an_ended_pact_binds_nobody() -> None:
    spells = sorted(fact.validity.first or "" for fact in FACTS if fact.topic == "party:csto:UZB")
    assert len(spells) == 2
    assert of("party:warsaw-pact-1955:SUN").validity.last == "1991-06-30"
    assert of("agreement:warsaw-pact-1955").validity.last == "1991-06-30"


def test_a_suspension_stands_with_the_provisions() -> None:
    (one,) = of("provision:anzus:iv:defence").body["suspensions"]
    assert (one["between"], one["first"]) == (["state:USA", "state:NZL"], "1986-08-11")


def test_a_promise_of_one_side_is_a_provision_of_no_agreement() -> None:
    order = of("commitment:us-qatar-eo-14353")
    assert order.kind == "provision"
    assert "agreement" not in order.body
    assert (order.body["bound"], order.body["beneficiaries"], order.body["binding"]) == (["state:USA"], ["state:QAT"], False)


def test_the_terms_that_rules_read_come_with_ids_in_place_of_codes() -> None:
    washington = of("provision:north-atlantic-treaty:5:defence").body["terms"]["area"]
    assert {"territory:algeria", "territory:greenland"} <= set(washington["inside"])
    assert {"territory:falkland-islands", "territory:ceuta", "territory:hawaii"} <= set(washington["outside"])
    assert of("provision:north-atlantic-treaty:6:defence").body["terms"] == {"bears_on": "nothing"}
    assert of("provision:sino-soviet-1950:i:defence").body["terms"] == {"attackers": ["state:JPN"], "or_their_allies": True}
    assert "state:USA" in of("provision:us-roc-1954:v:defence").body["terms"]["area"]["outside"]
    assert of("commitment:uk-sweden-finland-2022").body["terms"] == {"asked": True}
    assert "terms" not in of("provision:aachen-2019:4-1:defence").body


def test_two_wordings_of_an_article_are_one_topic_and_follow_each_other() -> None:
    """The Collective Security Treaty came to ask for a request in 2010; the Senkakus came under the pact with Japan in 1972."""
    old, new = sorted(
        (fact for fact in FACTS if fact.topic == "provision:csto:4:defence"), key=lambda fact: fact.validity.first or ""
    )
    assert (old.validity, new.validity) == (Validity("1994-04-20", "2010-12-09"), Validity("2010-12-10", None))
    assert "asked" not in old.body["terms"]
    assert new.body["terms"]["asked"] is True
    before, since = sorted(
        (fact for fact in FACTS if fact.topic == "provision:us-japan-1960:v:defence"), key=lambda fact: fact.validity.first or ""
    )
    assert "territory:senkaku-islands" in before.body["terms"]["area"]["outside"]
    assert "territory:senkaku-islands" in since.body["terms"]["area"]["inside"]


def test_the_alliances_of_1914_say_whose_attack_counts() -> None:
    dual = of("provision:dual-alliance-1879:i:defence")
    assert dual.body["terms"] == {"attackers": ["state:RUS"]}
    assert ("party", "cow:300") in dual.parts
    assert dual.validity.contains(date(1914, 7, 31))
    russia_helps = [fact for fact in FACTS if fact.topic.startswith("provision:franco-russian-1894:1:defence")]
    assert {(*fact.body["bound"], *fact.body["beneficiaries"], *fact.body["terms"]["attackers"]) for fact in russia_helps} == {
        ("state:RUS", "state:FRA", "state:DEU"),
        ("state:RUS", "state:FRA", "state:ITA"),
        ("state:FRA", "state:RUS", "state:DEU"),
        ("state:FRA", "state:RUS", "cow:300"),
    }
    assert of("party:triple-alliance-1882:ITA").validity.last == "1915-05-03"


def test_some_pacts_of_the_thirties_fall_with_an_attack_on_others_and_that_of_1939_does_not() -> None:
    assert of("provision:soviet-polish-nonaggression-1932:1:non-aggression").body["terms"]["lapses"] is True
    pact = of("provision:molotov-ribbentrop-1939:i:non-aggression")
    assert "terms" not in pact.body
    assert pact.validity == Validity("1939-08-23", "1941-06-22"), "it stands on the day that breaks it"
    assert of("provision:tripartite-pact-1940:3:defence").body["terms"]["not_attackers"].count("state:SUN") == 1
    assert of("commitment:british-guarantee-poland-1939").validity.contains(date(1939, 8, 25)) is False


def test_a_guarantee_protects_a_state_that_is_no_party() -> None:
    protocol = of("provision:manila-pact-1954:protocol:defence")
    assert protocol.body["beneficiaries"] == ["state:KHM", "state:VNM"]
    assert ("beneficiary", "state:VNM") in protocol.parts
    assert "state:VNM" not in of("agreement:manila-pact-1954").body["parties"]


def test_two_provisions_of_one_article_at_the_same_time_are_two_topics() -> None:
    mine, theirs = of("provision:manila-pact-1954:iv-1:defence:2"), of("provision:manila-pact-1954:iv-1:defence")
    assert mine.body["bound"] == ["state:USA"]
    assert "state:SUN" in mine.body["terms"]["attackers"]
    assert "state:USA" not in theirs.body["bound"]


def test_each_measure_has_its_own_days_resolution_and_exemptions() -> None:
    coal = of("measure:un-dprk-1718:commodity-export-ban:2371")
    assert (coal.validity, coal.body["resolution"], coal.body["measure"]) == (
        Validity("2017-08-05", None),
        "2371",
        "trade restriction",
    )
    assert any("Rajin" in words for words in coal.body["exemptions"])
    assert any("committee approves" in words for words in coal.body["exemptions"])
    caps = [fact for fact in FACTS if fact.topic.startswith("measure:un-dprk-1718:fuel-import:2375")]
    assert sorted(fact.topic.rpartition(":")[2] for fact in caps) == ["2", "2375", "3"]
    oil = [fact.validity for fact in FACTS if fact.topic.startswith("measure:eu-iran-nuclear:commodity-ban")]
    assert Validity("2012-01-24", "2016-01-15") in oil
    assert not any(spell.contains(date(2018, 1, 1)) for spell in oil)
    assert of("regime:un-isil-alqaida-1267").body["targets"] == ["group:islamic-state", "group:al-qaeda"]


def test_no_measure_of_a_state_or_the_union_begins_before_its_regime() -> None:
    """The Security Council at times put a regime's name and committee on measures that it had taken before."""
    regimes = {fact.body["regime"]: fact.validity for fact in FACTS if fact.kind == "regime"}
    for fact in FACTS:
        if fact.kind == "measure" and fact.body["imposers"] != ["org:UNSC"]:
            begun = regimes[fact.body["regime"]].first
            assert interval(fact.validity.first or "")[1] >= interval(begun or "")[0], fact.topic


def test_members_of_loose_groupings_are_marked() -> None:
    assert of("membership:eastern-bloc:POL").body["loose"] is True
    assert "loose" not in of("membership:NATO:FRA").body
    assert of("membership:NATO:FRA").parts == (("member", "state:FRA"), ("group", "org:NATO"))


def test_words_of_confidence_keep_their_order_as_numbers() -> None:
    assert CONFIDENCE["high"] > CONFIDENCE["medium"] > CONFIDENCE["low"]
    assert confidence("medium") == 0.8
    assert confidence(0.3) == 0.3
    with pytest.raises(KeyError):
        confidence("certain")


def test_codes_become_ids_and_ids_short_names() -> None:
    assert [party_id("RUS"), party_id("cow:300"), group_id("NATO"), group_id("jef"), group_id("org:EU")] == [
        "state:RUS", "cow:300", "org:NATO", "bloc:jef", "org:EU",
    ]  # fmt: skip
    assert [imposer_id("USA"), imposer_id("UNSC"), imposer_id("EU")] == ["state:USA", "org:UNSC", "org:EU"]
    assert [short("state:FRA"), short("org:NATO"), short("cow:300")] == ["FRA", "NATO", "cow:300"]
    assert slug("Art. 3 bis, §2") == "art-3-bis-2"
    assert numbered(["a", "b", "a", "a"]) == ["a", "b", "a:2", "a:3"]
