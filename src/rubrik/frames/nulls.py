"""Frames in types that know nulls: pandas has some that do not, all others have no such types."""

from typing import Any

import narwhals.stable.v2 as nw

__all__ = ["knowing_nulls"]


def __dir__() -> list[str]:
    return __all__


def knowing_nulls(frame: Any) -> Any:  # noqa: ANN401 - a frame of any kind, and one of the same
    """A frame whose columns have types that know nulls.

    Of pandas a whole number beside a null is a float, and text is any object, until they are
    converted; the categories of Arrow, which cannot be, become texts.
    """
    if not frame.implementation.is_pandas_like():
        return frame
    of_arrow = [
        name
        for name, dtype in frame.to_native().dtypes.items()
        if str(dtype).startswith("dictionary")
    ]
    texts = (nw.col(name).cast(nw.String) for name in of_arrow)
    return nw.maybe_convert_dtypes(frame.with_columns(*texts) if of_arrow else frame)
