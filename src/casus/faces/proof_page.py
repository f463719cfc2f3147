"""A proof at a terminal and as JSON: the rule, what it gives here, the records it needs with their sources, down to the words."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from casus.faces.ledger_rows import short, told_words, when
from casus.faces.text import abridged, clean
from casus.ledger.record import CitationSource, Record
from casus.ledger.views import View
from casus.reasoning.answer import Proof

_WORDS = 160


@cache
def rules() -> dict[str, dict[str, str]]:
    """The rules by id: what each says, and the text that it comes from."""
    path = Path(__file__).parents[1] / "reasoning" / "rules.yaml"
    return {row["id"]: row for row in yaml.safe_load(path.read_text(encoding="utf-8"))}


def show_proof(proof: Proof, view: View, on: Console) -> None:
    """Print a proof as a tree: what follows on top, what it rests on below it."""
    on.print(_tree(proof, view))


def proof_json(proof: Proof, view: View) -> dict[str, Any]:
    """A proof as JSON: the rule with its source, what it says here, its records with their sources, what it rests on."""
    rule = rules()[proof.rule]
    return {
        "rule": proof.rule,
        "rule_says": rule["says"],
        "rule_source": rule["source"],
        "says": proof.says,
        "records": [premise_json(record) for record in proof.records],
        "rests_on": [proof_json(part, view) for part in proof.rests_on],
    }


def premise_json(record: Record) -> dict[str, Any]:
    """A record that a proof needs, as JSON: its ids, kind, days and source, with the report's words or the citation."""
    source = record.draft.source
    cited = isinstance(source, CitationSource)
    return {
        "record": record.id,
        "fact": record.fact,
        "kind": record.draft.kind,
        "topic": record.draft.topic,
        "valid": when(record.draft.valid),
        "confidence": record.draft.confidence,
        "source": {"citation": source.key, "cites": source.cites}
        if isinstance(source, CitationSource)
        else {"report": source.report, "spans": [[one.start, one.end, one.words] for one in source.quotes]},
        "supposed": cited and source.key == "supposed",  # type: ignore[union-attr]
    }


def _tree(proof: Proof, view: View) -> Tree:
    rule = rules()[proof.rule]
    tree = Tree(Text.assemble(clean(proof.says), (f"  [{rule['says']}: {rule['source']}]", "dim")), guide_style="dim")
    for record in proof.records:
        tree.add(_premise(record, view))
    for part in proof.rests_on:
        tree.add(_tree(part, view))
    return tree


def _premise(record: Record, view: View) -> Text:
    source, body = record.draft.source, record.draft.body
    days = when(record.draft.valid)
    if isinstance(source, CitationSource):
        told = source.cites
    else:
        report = view.report(source.report)
        told = f"“{abridged(told_words(record), _WORDS)}” ({report.title or report.publisher or 'report'})"
    named = (
        body.get("title")
        or body.get("name")
        or body.get("obligation")
        or body.get("scope")
        or (view.names.name(str(body["state"])) if "state" in body else "")
    )
    what = abridged(str(named), _WORDS)
    return Text.assemble(
        (f"{record.draft.kind} ", "bold"),
        clean(f"{what}, {days}" if days else what),
        (f"  {short(record.fact)}  ", "cyan"),
        (clean(told), "dim"),
    )
