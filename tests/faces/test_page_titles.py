"""Agreements and regimes that no reference work names are called by what reports say of them."""

from pathlib import Path
from typing import Any

import pytest
from ledger.store.drafting import ATLAS, between, keep

from casus.faces.page_rows.look import look_at
from casus.faces.page_rows.titles import named_deeply, titled
from casus.ledger.ledger import Ledger
from casus.ledger.record import Draft, Part, RecordKind
from casus.ledger.survey.sought import Sought


def draft(kind: RecordKind, standing: str, **body: Any) -> Draft:  # noqa: ANN401 - values of JSON
    return Draft(
        kind=kind, body={"standing": standing, **body}, valid=between("2002-01-01", None), source=ATLAS,
        extractor="casus-reader 0", parts=(Part("standing", standing),),
    )  # fmt: skip


def test_what_only_reports_tell_of_has_their_title_else_its_parties(tmp_path: Path) -> None:
    told = (
        draft("agreement", "agreement:rur-gra-2002-ab", title="an accord", parties=["state:FRA"]),
        draft("agreement", "agreement:rur-gra-2003-cd", parties=["state:FRA", "state:ESP"]),
        draft("measure", "regime:eu-zwe-2002-ef", measure="arms embargo", imposers=["org:EU"], targets=["state:ZWE"]),
        draft("measure", "regime:eu-zwe-2002-ef", measure="asset freeze", imposers=["org:EU"], targets=["state:ZWE"]),
        draft("measure", "regime:unknown-1", measure="asset freeze"),
    )
    with Ledger.open(tmp_path / "ledger.sqlite") as kept:
        keep(kept.store, *told)
        ids = [*dict.fromkeys(str(one.body["standing"]) for one in told), "state:FRA", "agreement:none-1"]
        assert titled(look_at(kept, Sought()), ids) == {
            "agreement:none-1": "agreement:none-1",
            "agreement:rur-gra-2002-ab": "an accord",
            "agreement:rur-gra-2003-cd": "agreement between France and Spain",
            "regime:eu-zwe-2002-ef": "measures of European Union against Zimbabwe",
            "regime:unknown-1": "regime:unknown-1",
            "state:FRA": "France",
        }


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ({"between": ["state:USA", {"who": "org:EU"}], "first": "1986-08-11", "n": 3}, {"state:USA", "org:EU"}),
        ({"words": "state: of war", "note": "see art:5 and state:FRA"}, set()),
        ("country:RUS", {"country:RUS"}),
        (None, set()),
    ],
)
def test_ids_are_found_anywhere_in_a_body_but_in_sentences(body: object, ids: set[str]) -> None:
    assert named_deeply(body) == ids
