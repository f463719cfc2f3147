"""The data of the pages: plain functions from what a ledger has to values of JSON (service/pages.schema.json)."""
