"""The pages' own files: the built web application, which holds no data and asks for it by the addresses of the service."""

import mimetypes
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

_BUILT = Path(__file__).parent / "built"
_PAGES = ("/read", "/timeline", "/map", "/network", "/follows")
_PAGES_OF_ONE = ("/read/", "/actor/", "/agreement/", "/regime/")
_DATA = (".json", ".csv")
_FOR_EVER = "public, max-age=31536000, immutable"
"""The names under /assets/ carry a hash of what is in them, so what a name holds never changes."""


def is_page_file(path: str) -> bool:
    """Whether a path is that of a page or of one of its files: things that are the same for everybody and hold no data."""
    one = path.startswith(_PAGES_OF_ONE) and not path.endswith(_DATA)
    return one or path == "/" or path in _PAGES or path.startswith("/assets/")


async def _page(request: Request) -> Response:
    """The one document that all pages begin with; the address says which page it becomes."""
    if not is_page_file(request.scope["path"]):
        raise HTTPException(404, "there is no such data; /api/v1/docs lists what can be asked")
    if "index.html" not in _files():
        raise HTTPException(404, "this copy of casus comes without its pages: make pages builds them")
    return FileResponse(_files()["index.html"], media_type="text/html; charset=utf-8", headers={"Cache-Control": "no-cache"})


async def _asset(request: Request) -> Response:
    name = f"assets/{request.path_params['name']}"
    file = _files().get(name)
    if file is None:
        raise HTTPException(404, "the pages have no such file; reload the page, as casus has been updated since")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return FileResponse(file, media_type=kind, headers={"Cache-Control": _FOR_EVER})


def _files() -> dict[str, Path]:
    """The built files by their names, as they are now: only what is listed here is ever opened."""
    return {file.relative_to(_BUILT).as_posix(): file for file in _BUILT.rglob("*") if file.is_file()}


routes = [
    Route("/assets/{name:path}", _asset),
    *(Route(path, _page) for path in ("/", *_PAGES)),
    *(Route(f"{path}{{id:path}}", _page) for path in _PAGES_OF_ONE),
]
"""To be added after the routes of data, whose addresses begin alike."""
