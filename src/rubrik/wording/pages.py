"""What is said in notebooks, and where a value is printed, besides what terminals say as well."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["PAGES"]


def __dir__() -> list[str]:
    return __all__


PAGES: Final[dict[str, Text]] = {
    "audit-title": Text("KIỂM TRA BỘ TIÊU CHÍ", "AUDIT"),
    "row-asked": Text("Yêu cầu", "What it asks for"),
    "row-behind": Text("Giải thích", "Explanation"),
    "row-evidence": Text("Minh chứng", "Evidence"),
    "row-option": Text("Phương án", "Option"),
    "rows-not-drawn": Text(
        "{count} hàng khác không vẽ ở đây", "{count} more rows are not drawn here"
    ),
    "text-line": Text("{name}: {value}", "{name}: {value}"),
}
