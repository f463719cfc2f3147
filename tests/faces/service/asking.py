"""A service in this process, and how tests ask it."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from ledger.telling import PACT, SHELLING, reading
from starlette.testclient import TestClient

from casus.faces.service import API
from casus.faces.service.app import application
from casus.faces.service.guard import Guard, Rules
from casus.faces.service.limits import Limits
from casus.faces.service.workers import Fetch, Workers
from casus.ledger.ledger import Ledger

ADDRESS = "http://127.0.0.1:8321"
TOKEN = "a token that no page knows"
WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}


@dataclass(frozen=True)
class Service:
    """A service that runs: where its ledger is, and who asks it."""

    ledger: str
    app: Guard
    client: TestClient

    def get(self, path: str, **query: Any) -> Any:  # noqa: ANN401 - a value of JSON
        """What a question is answered with."""
        answer = self.client.get(f"{API}/{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def items(self, path: str, **query: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - values of a query
        """The items of an answer."""
        items: list[dict[str, Any]] = self.get(path, **query)["items"]
        return items

    def post(self, path: str, sent: object, headers: Mapping[str, str] = WITH_TOKEN) -> Any:  # noqa: ANN401 - a value of JSON
        """What something sent as JSON is answered with."""
        answer = self.client.post(f"{API}/{path}", json=sent, headers=dict(headers))
        assert answer.status_code == 200, answer.text
        return answer.json()

    def refused(self, path: str, **query: Any) -> tuple[int, str]:  # noqa: ANN401 - values of a query
        """The status and the line with which a question is refused."""
        answer = self.client.get(f"{API}/{path}", params=query)
        assert answer.headers["content-type"] == "application/problem+json"
        return answer.status_code, answer.json()["detail"]


@contextmanager
def serving(
    ledger: str, *, host: str = "127.0.0.1", others: bool = False, keep: bool = False, fetch: Fetch | None = None
) -> Iterator[Service]:
    """A service of the ledger at a path or URL, which is made; `others`: as where other machines may reach it; `fetch`: how pages
    are fetched."""
    with Ledger.open(ledger) as opened:
        if keep:
            opened.keep(reading(PACT, "Canal Wire"))
            opened.keep(reading(SHELLING, "Canal Wire"))
        with closing(Workers(Limits(), fetch)) as workers:
            app = application(opened, workers, Rules(host=host, token=TOKEN, open_to_others=others, sending=1.0))
            client = TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)
            yield Service(ledger, app, client)
