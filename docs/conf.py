"""How the documentation is built: `make docs`."""

from casus.version import __version__

project = "casus"
author = "the casus maintainers"
copyright = "2026, the casus maintainers"
release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["build"]
nitpicky = False

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"

html_theme = "furo"
html_title = f"casus {release}"
html_copy_source = False
html_show_sphinx = False
