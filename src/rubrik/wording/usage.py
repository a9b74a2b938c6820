"""What stands around the help of commands: headings, and what is to be put in."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["USAGE"]


def __dir__() -> list[str]:
    return __all__


USAGE: Final[dict[str, Text]] = {
    "help-commands": Text("Lệnh", "Commands"),
    "help-options": Text("Tùy chọn", "Options"),
    "help-arguments": Text("Tham số", "Arguments"),
    "help-usage": Text("Cách dùng:", "Usage:"),
    "help-usage-options": Text("[TÙY_CHỌN]", "[OPTIONS]"),
    "help-usage-command": Text("LỆNH [THAM_SỐ]...", "COMMAND [ARGS]..."),
    "help-required": Text("[bắt buộc]", "[required]"),
    "help-default": Text("[mặc định: {value}]", "[default: {value}]"),
    # What stands in the place of a value.
    "help-of-CODE": Text("MÃ", "CODE"),
    "help-of-DECISIONS": Text("QUYẾT_ĐỊNH", "DECISIONS"),
    "help-of-FILE": Text("TỆP", "FILE"),
    "help-of-FILES": Text("CÁC_TỆP", "FILES"),
    "help-of-ID=OPTION": Text("MÃ=PHƯƠNG_ÁN", "ID=OPTION"),
    "help-of-INPUT=COLUMN": Text("SỐ_LIỆU=CỘT", "INPUT=COLUMN"),
    "help-of-KIND": Text("LOẠI", "KIND"),
    "help-of-LABEL": Text("NHÃN", "LABEL"),
    "help-of-SLUG|PATH": Text("MÃ|TỆP", "SLUG|PATH"),
    "help-of-UNIT=REASON": Text("ĐƠN_VỊ=LÝ_DO", "UNIT=REASON"),
    "help-of-WORDS": Text("TỪ,TỪ", "WORD,WORD"),
}
