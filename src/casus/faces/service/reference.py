"""The page that lists what the service takes and gives: plain HTML made of its OpenAPI, with nothing from any other host."""

from collections.abc import Iterator
from html import escape
from typing import Any


def reference(schema: dict[str, Any]) -> str:
    """An OpenAPI as a page."""
    title = escape(schema["info"]["title"])
    return "\n".join(
        (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>',
            '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head><body>',
            f"<h1>{title} {escape(schema['info']['version'])}</h1><p>{escape(schema['info'].get('description', ''))}</p>",
            '<p>For programs: <a href="openapi.json">openapi.json</a></p>',
            *(part for path, methods in schema["paths"].items() for part in _path(path, methods)),
            "</body></html>",
        )
    )


def _path(path: str, methods: dict[str, Any]) -> Iterator[str]:
    for method, route in methods.items():
        yield f"<h2><code>{escape(method.upper())} {escape(path)}</code></h2><p>{escape(route.get('description', ''))}</p>"
        if route.get("security"):
            yield "<p>Needs the token.</p>"
        if route.get("parameters"):
            yield "<dl>"
            for one in route["parameters"]:
                needed = " (needed)" if one.get("required") else ""
                told = one.get("description") or one["schema"].get("description", "")
                yield f"<dt><code>{escape(one['name'])}</code>{needed}</dt><dd>{escape(told)}</dd>"
            yield "</dl>"
        for media in route.get("requestBody", {}).get("content", {}):
            yield f"<p>Body: <code>{escape(media)}</code></p>"
