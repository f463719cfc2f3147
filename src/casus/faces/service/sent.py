"""A report that is sent to be read: as JSON with its text, or as a form with its file or its text."""

from typing import Annotated, Any

from fastapi import Request
from pydantic import Field, StringConstraints, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from casus.errors import SourceError
from casus.faces.service.parameters import Day, Given, Word
from casus.faces.service.reading_process import Report

_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


class Sent(Given):
    """A report, and what the sender knows of it."""

    text: Annotated[str, StringConstraints(min_length=1)] | None = Field(None, description="The report: plain text or HTML.")
    published: Day | None = Field(None, description="The day that you know it came out on.")
    publisher: Word | None = Field(None, description="Who published it.")
    title: Word | None = Field(None, description="The title.")
    name: Word | None = Field(None, description="What to call it in messages.")


_TEXT = {"type": "object", "additionalProperties": False, "required": ["text"]}
_EXAMPLE = {
    "text": "PORT SAID, March 4, 1971 (Canal Wire) - Egypt denied that its artillery had shelled Israeli positions.",
    "publisher": "Canal Wire",
}


def body() -> dict[str, Any]:
    """How a route that takes a report describes its body."""
    fields = Sent.model_json_schema()["properties"]
    as_file = {"type": "string", "contentMediaType": "application/octet-stream"}
    form = {name: {"type": "string"} | _plain(schema) for name, schema in fields.items() if name != "text"}
    return {
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": _TEXT | {"properties": fields | {"text": _plain(fields["text"])}},
                    "example": _EXAMPLE,
                },
                "multipart/form-data": {
                    "schema": {"type": "object", "required": ["file"], "properties": {"file": as_file} | form}
                },
            },
        }
    }


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a field that may be left out but not be null."""
    own = {key: value for key, value in schema.items() if key not in ("anyOf", "default", "title")}
    typed: dict[str, Any] = next(one for one in schema["anyOf"] if one.get("type") != "null")
    return typed | own


async def report_of(request: Request) -> tuple[Sent, bytes | None]:
    """What was sent: its fields, and the bytes of its file where it has one.

    Raises HTTPException 422 for what is neither of the two forms, or both a text and a file, or none.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/json", *_FORMS):
        raise HTTPException(422, "send JSON with a text, or a form (multipart/form-data) with a file")
    if kind == "application/json":
        sent, content = _checked(await _json(request)), None
    else:
        async with request.form(max_files=1, max_fields=10) as form:
            sent, content = await _of_form(form)
    if (sent.text is None) == (content is None):
        raise HTTPException(422, "give a text, or a file")
    return sent, content


def to_read(sent: Sent, content: bytes | None) -> Report:
    """What was sent, for the process that reads."""
    return Report(
        text=sent.text,
        content=content,
        published=sent.published,
        publisher=sent.publisher,
        title=sent.title,
        name=sent.name or "the report",
    )


async def _json(request: Request) -> object:
    try:
        return await request.json()
    except (ValueError, RecursionError) as error:
        raise HTTPException(422, f"the body is no JSON in UTF-8 ({error})") from error


async def _of_form(form: FormData) -> tuple[Sent, bytes | None]:
    fields: dict[str, object] = {}
    content = None
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            content = await value.read()
            if name != "file":
                raise HTTPException(422, f"{name}: the field of the file is called file")
            if value.filename and "name" not in fields:
                fields["name"] = value.filename[:200]
        elif value:
            fields[name] = value
    return _checked(fields), content


def _checked(fields: object) -> Sent:
    try:
        return Sent.model_validate(fields)
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, one['loc'])) or 'the body'}: {one['msg']}" for one in error.errors())
        raise HTTPException(422, "; ".join(faults)) from error
    except RecursionError as error:
        raise SourceError("the body is nested too deep") from error
