"""The words in Vietnamese texts that are not Vietnamese: what is typed, and names of things."""

from typing import Final

NAMES: Final = frozenset(
    [
        *("cli", "csv", "excel", "install", "json", "jsonl", "mb", "md"),
        *("parquet", "pip", "rubrik", "shell", "toml", "tsv", "unicode", "utf"),
    ]
)
"""Names of formats and programs, which any text may use."""

TYPED: Final[dict[str, str]] = {
    "accept-without-claim": "accept",
    "band-gives-one-thing": "points score",
    "band-with-own-measure": "gated",
    "base-without-share": "base share",
    "bases-differ": "base",
    "column-reserved": "__rubrik_",
    "columns-form": "cbcc tong_so",
    "condition-mixed": "above at below from is",
    "edges-twice": "above at below from",
    "file-exists": "force",
    "file-is-table": "score table",
    "file-office": "word",
    "finding-empty-row": "empty_row",
    "finding-input-unused": "unscored",
    "finding-unscored-read": "unscored",
    "frames-absent": "frames narwhals",
    "frame-without-inputs": "columns",
    "full-from-not-positive": "full_from",
    "group-or-criterion": "criterion group",
    "help-audit": "strict",
    "help-audit-rubric": "list",
    "help-cohort": "cohort rank save",
    "help-lang": "rubrik_lang",
    "help-missing": "range zero",
    "help-node": "ii",
    "help-outputs": "bounds criteria groups levels statuses total",
    "help-rank-rubric": "list",
    "help-schema": "schema",
    "help-score": "strict",
    "help-score-table-file": "lines",
    "help-score-table-output": "scored",
    "help-score-table-rubric": "list",
    "help-show-rubric": "list",
    "help-template-rubric": "list",
    "help-ties": "competition dense fractional",
    "help-verify": "strict",
    "help-within": "huyen",
    "needs-answer": "choice flag item",
    "needs-flag": "boolean flag item",
    "neither-points-nor-shape": "shapes",
    "never-vetoed": "annulled conditions",
    "no-input-column": "columns",
    "no-unit-column": "unit",
    "notation-min-max": "max",
    "number-is-flag": "false true",
    "path-as-text": "load load_submission",
    "points-only-with-replace": "points replace",
    "points-or-share": "points share",
    "readings-hint": "readings",
    "readings-of-nothing": "readings rubric",
    "rows-may-differ": "all",
    "rubric-by-option": "rubric",
    "see-help": "help",
    "sheet-is-read": "readings rubric",
    "table-binary": "lines",
    "table-extra-absent": "table",
    "table-is-directory": "lines",
    "table-read-twice": "lines pipe",
    "template-derived": "ten_so_lieu",
    "template-labels": "huyen",
    "text-for-number": "score table",
    "type-truth": "false true",
}
"""What is typed or read in a file: keys, options, values; by the text that may use them."""

KINDS: Final = frozenset(
    [
        *("adjudications", "audit", "cohort", "comparison", "list", "ranking", "rubric"),
        *("scoresheet", "show", "submission", "table", "template", "verification"),
    ]
)
"""What has a schema: the help on schemas counts it up."""

TECHNICAL: Final = NAMES | KINDS | {word for words in TYPED.values() for word in words.split()}
"""All of them, for screens that are made of several texts."""
