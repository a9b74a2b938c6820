"""How Sphinx builds the site, from these pages and the docstrings alone: it needs no network.

Build it with ``python -m sphinx -W -n --keep-going -E -b html docs build/site``.
"""

import sys
from pathlib import Path

import rubrik

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

project = "rubrik"
author = "The rubrik authors"
project_copyright = author
version = release = rubrik.__version__

extensions = [
    "myst_nb",  # pages in Markdown, and notebooks that are executed when the site is built
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "site_extension",
]
exclude_patterns = ["_build", "**/.ipynb_checkpoints"]

# Pages link to headings of one another, as they do on a Git host.
myst_heading_anchors = 4

# A notebook shows what it gives now, or the build fails.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_ipywidgets_js: dict[str, str] = {}  # no widgets, so nothing to load from elsewhere

default_role = "code"  # what a docstring has in single backticks
autodoc_member_order = "groupwise"
autodoc_default_options = {
    # What a public class has from a private base is its own; what it has from Python is not.
    "inherited-members": (
        "object, BaseException, Exception, ValueError, Enum, StrEnum, str, tuple, dict"
    ),
}
autodoc_typehints_format = "short"
maximum_signature_line_length = 80
add_module_names = False
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# Names of others cannot be looked up without a network; ours all must be found.
nitpick_ignore_regex: list[tuple[str, str]] = [
    ("py:.*", r"(collections\.abc|enum|fractions|narwhals|pathlib|typing)\..+"),
    ("py:class", r"rubrik(\.\w+)+\.[A-Z]"),  # a type variable: one letter, no name
]

html_theme = "furo"
pygments_dark_style = "monokai"
html_title = f"rubrik {release}"
html_favicon = "_static/rubrik.svg"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": True}

# What is copied is what is typed: neither prompts nor what they print.
copybutton_prompt_text = r">>> |\.\.\. ?|\$ "
copybutton_prompt_is_regexp = True
copybutton_copy_empty_lines = False
copybutton_line_continuation_character = "\\"
