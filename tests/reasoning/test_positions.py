"""Who stands where, told in reports of our own that are read and kept."""

from collections.abc import Iterator
from datetime import date

import pytest
from ledger.conftest import DATABASES
from ledger.telling import reading

from benchmarks.postgresql import Server
from casus.errors import LedgerError
from casus.ledger.contract import Query
from casus.ledger.ledger import Ledger
from casus.reasoning.positions import Positions, positions, stand

REPORTS = (
    "BERLIN, May 3, 2016 (Spree Wire) - Germany supports sanctions against North Korea.\n",
    "BEIJING, May 4, 2016 (Liang Press) - China opposes the sanctions against North Korea.\n",
    "BEIJING, September 8, 2017 (Liang Press) - China supports sanctions against North Korea.\n",
    "MOSCOW, May 9, 2016 (Volga News) - Russia abstained in the vote on the sanctions against North Korea.\n",
    "MINSK, May 9, 2016 (Dvina Wire) - Belarus opposes the sanctions against Iran.\n",
    "OSLO, May 9, 2016 (Fjord Wire) - Norway supports the ceasefire in Colombia.\n",
)
SANCTIONS = "sanctions against PRK"


@pytest.fixture(scope="module", params=DATABASES)
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with all reports, on each database in turn: to ask, not to write."""
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("server")
        place = server.database()
    else:
        place = str(tmp_path_factory.mktemp("positions") / "ledger.sqlite")
    with Ledger.open(place) as ledger:
        for text in REPORTS:
            ledger.keep(reading(text))
        yield ledger
    if request.param == "postgresql":
        server.drop(place)


def sides(answer: Positions) -> dict[str, str]:
    return {one.holder: one.side for one in answer.stands}


def test_who_stands_where(kept: Ledger) -> None:
    answer = positions(kept.store, SANCTIONS, kept.names.meant)
    assert sides(answer) == {"state:DEU": "for", "state:CHN": "for", "state:RUS": "neither"}


def test_who_changed_and_since_when(kept: Ledger) -> None:
    [china] = positions(kept.store, SANCTIONS, kept.names.meant, actor="country:CHN").stands
    assert (china.since, china.before) == (date(2017, 9, 8), (("against", date(2016, 5, 4)),))
    assert [one.stance for one in china.taken] == ["opposes", "supports"]
    assert {record.draft.kind for record in china.proof.premises()} >= {"position"}


def test_as_of_a_day_what_had_been_said(kept: Ledger) -> None:
    answer = positions(kept.store, SANCTIONS, kept.names.meant, as_of=date(2017, 1, 1))
    assert sides(answer)["state:CHN"] == "against"


def test_since_a_day_who_has_spoken(kept: Ledger) -> None:
    answer = positions(kept.store, SANCTIONS, kept.names.meant, since=date(2017, 1, 1))
    assert sides(answer) == {"state:CHN": "for"}


def test_as_known_then(kept: Ledger) -> None:
    first = kept.store.records(Query(kinds=("position",), newest=False, limit=1))[0]
    answer = positions(kept.store, SANCTIONS, kept.names.meant, known_at=first.recorded_at)
    assert sides(answer) == {"state:DEU": "for"}


def test_it_is_shown_how_each_was_matched(kept: Ledger) -> None:
    answer = positions(kept.store, SANCTIONS, kept.names.meant)
    assert any("PRK" in words for words in answer.subject.taken)
    assert "regime:un-dprk-1718" in answer.subject.things
    for one in answer.stands:
        assert any("sanction" in how for how in one.last.how)
        assert any("PRK" in how for how in one.last.how)


@pytest.mark.parametrize("on", ["regime:un-dprk-1718", "embargo on North Korea"])
def test_the_same_by_id_and_in_other_words(kept: Ledger, on: str) -> None:
    answer = positions(kept.store, on, kept.names.meant)
    assert sides(answer) == {"state:DEU": "for", "state:CHN": "for", "state:RUS": "neither"}


def test_on_what_another_claim_is_on(kept: Ledger) -> None:
    told = kept.store.records(Query(kinds=("position",)))
    [belarus] = [one for one in told if one.draft.body["holder"] == "state:BLR"]
    assert sides(positions(kept.store, belarus.fact[:12], kept.names.meant)) == {"state:BLR": "against"}


def test_silence_says_what_was_looked_through(kept: Ledger) -> None:
    answer = positions(kept.store, "sanctions against Chad", kept.names.meant)
    assert answer.stands == ()
    assert answer.looked.positions >= len(REPORTS)
    assert answer.looked.not_covered


def test_an_id_that_is_not_there_is_refused(kept: Ledger) -> None:
    with pytest.raises(LedgerError):
        positions(kept.store, "abcdef0123456789", kept.names.meant)


def test_the_order_of_tellings_does_not_matter(kept: Ledger) -> None:
    told = [one for each in positions(kept.store, SANCTIONS, kept.names.meant).stands for one in each.taken]
    assert stand(told) == stand(list(reversed(told)))
