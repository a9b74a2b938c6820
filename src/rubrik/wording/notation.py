"""The words in which rules and measures show themselves."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["NOTATION"]


def __dir__() -> list[str]:
    return __all__


NOTATION: Final[dict[str, Text]] = {
    # Scorers.
    "notation-banded": Text("Theo mức", "Banded("),
    "notation-best": Text("Cao nhất trong", "BestOf("),
    "notation-boolean": Text("Có hoặc không", "Boolean("),
    "notation-capped": Text("Chỉ tính tối đa", "Capped("),
    "notation-clamped": Text("Tối thiểu và tối đa", "Clamped("),
    "notation-gated": Text("Có điều kiện", "Gated("),
    "notation-min-max": Text("Phương pháp Min-Max", "MinMaxNormalized("),
    "notation-proportional": Text("Theo tỷ lệ", "Proportional("),
    "notation-stepped": Text("Theo bước", "Stepped("),
    "notation-sum": Text("Tổng", "Sum("),
    "notation-worst": Text("Thấp nhất trong", "WorstOf("),
    # Measures.
    "notation-amount": Text("Số lượng", "Amount("),
    "notation-choice": Text("Lựa chọn", "Choice("),
    "notation-count": Text("Số đếm", "Count("),
    "notation-flag": Text("Có hoặc không", "Flag("),
    "notation-growth": Text("Tỷ lệ tăng", "Growth("),
    "notation-item": Text("Một mục", "Item("),
    "notation-items": Text("Số mục", "Items("),
    "notation-ratio": Text("Tỷ lệ", "Ratio("),
    "notation-share": Text("Tỷ lệ báo cáo", "Share("),
    "notation-weighted": Text("Tổng có trọng số", "Weighted("),
    # What stands in them.
    "notation-above-one": Text("có thể hơn 1", "may exceed 1"),
    "notation-any": Text("mọi giá trị →", "any →"),
    "notation-at": Text("ở mức", "at"),
    "notation-from-cohort": Text("từ giá trị thấp nhất trong nhóm xếp hạng", "from cohort"),
    "notation-to-cohort": Text("đến giá trị cao nhất trong nhóm xếp hạng", "to cohort"),
    "notation-down": Text("xuống", "down"),
    "notation-else": Text("nếu không thì", "else"),
    "notation-false": Text("không", "False"),
    "notation-from": Text("từ", "from"),
    "notation-high-best": Text("cao nhất là tốt nhất", "high is best"),
    "notation-if": Text("nếu", "if"),
    "notation-is": Text("là", "is"),
    "notation-low-best": Text("thấp nhất là tốt nhất", "low is best"),
    "notation-max": Text("tối đa", "max"),
    "notation-nearest": Text("đến gần nhất", "nearest"),
    "notation-or": Text("hoặc", "or"),
    "notation-rounded": Text("làm tròn", "rounded"),
    "notation-since": Text("so với", "since"),
    "notation-steps": Text("theo bước", "in steps of"),
    "notation-to": Text("đến", "to"),
    "notation-true": Text("có", "True"),
    "notation-up": Text("lên", "up"),
}
"""The English is what the values themselves show."""
