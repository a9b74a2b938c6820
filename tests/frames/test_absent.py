import subprocess
import sys

WITHOUT_NARWHALS = """
import sys

sys.modules["narwhals"] = None
try:
    import rubrik.frames
except ModuleNotFoundError as error:
    print(error)
"""


def test_narwhals_is_named_where_it_is_absent() -> None:
    """Who imports frames without what they need learns in one line how to get it."""
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_NARWHALS], capture_output=True, check=True, text=True
    )

    assert "narwhals not installed: run pip install 'rubrik[frames]'\n" == run.stdout
