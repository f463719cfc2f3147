"""The service: the ledger and what follows from it over HTTP."""

API = "/api/v1"
"""Where everything of this version of the service stands."""
