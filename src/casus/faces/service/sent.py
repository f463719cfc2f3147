"""A report that is sent to be read: as JSON with its text or its address, or as a form with its file, its text or its address."""

from typing import Annotated, Any

from fastapi import Request
from pydantic import Field, StringConstraints, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from casus.errors import SourceError
from casus.faces.service.parameters import Day, Given, Word
from casus.faces.service.reading_process import Report
from casus.faces.service.workers import Workers

_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


Address = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class Sent(Given):
    """A report, and what the sender knows of it."""

    text: Annotated[str, StringConstraints(min_length=1)] | None = Field(None, description="The report: plain text or HTML.")
    url: Address | None = Field(None, description="Instead: the address of its page, where the service fetches pages (--fetch).")
    published: Day | None = Field(None, description="The day that you know it came out on.")
    publisher: Word | None = Field(None, description="Who published it.")
    title: Word | None = Field(None, description="The title.")
    name: Word | None = Field(None, description="What to call it in messages.")


_JSON = {"type": "object", "additionalProperties": False}
_EITHER = [{"required": ["text"]}, {"required": ["url"]}]
_EXAMPLE = {
    "text": "PORT SAID, March 4, 1971 (Canal Wire) - Egypt denied that its artillery had shelled Israeli positions.",
    "publisher": "Canal Wire",
}


def body() -> dict[str, Any]:
    """How a route that takes a report describes its body."""
    fields = Sent.model_json_schema()["properties"]
    as_file = {"type": "string", "contentMediaType": "application/octet-stream"}
    form = {name: {"type": "string"} | _plain(schema) for name, schema in fields.items() if name not in ("text", "url")}
    whole = {name: _plain(fields[name]) for name in ("text", "url")}
    return {
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": _JSON | {"properties": fields | whole, "oneOf": _EITHER},
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

    Raises HTTPException 422 for what is neither of the two forms, or has more than one of a text, a file and an address, or none.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/json", *_FORMS):
        raise HTTPException(422, "send JSON with a text, or a form (multipart/form-data) with a file")
    if kind == "application/json":
        sent, content = _checked(await _json(request)), None
    else:
        async with request.form(max_files=1, max_fields=10) as form:
            sent, content = await _of_form(form)
    if sum(one is not None for one in (sent.text, content, sent.url)) != 1:
        raise HTTPException(422, "give a text, or a file, or the url of a page")
    return sent, content


async def to_read(request: Request, workers: Workers) -> Report:
    """What was sent, or the page that was named, for the process that reads.

    Raises what `report_of` and `Workers.fetch` raise.
    """
    sent, content = await report_of(request)
    if sent.url is not None:
        content = await workers.fetch(sent.url)
    return Report(
        text=sent.text,
        content=content,
        published=sent.published,
        publisher=sent.publisher,
        title=sent.title,
        name=sent.name or sent.url or "the report",
        url=sent.url,
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
