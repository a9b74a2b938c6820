from pathlib import Path

import pytest
import readme_block

README = """\
# rubrik

```sh
unrelated
```

## Run the tests

```python
import rubrik
```

```sh
# run them
```
"""


def test_the_command_under_a_heading_is_found() -> None:
    """The command is the only line of the only sh block; comments in blocks are no headings."""
    assert "# run them" == readme_block.command(README, "## Run the tests")


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("", "expected the heading '## Run the tests' once, found it 0 times"),
        (README * 2, "expected the heading '## Run the tests' once, found it 2 times"),
        (
            "## Run the tests\n",
            "expected one sh block of one line under '## Run the tests', found []",
        ),
        (
            README + "```sh\nagain\n```\n",
            (
                "expected one sh block of one line under '## Run the tests', "
                "found [['# run them'], ['again']]"
            ),
        ),
        (
            "## Run the tests\n```sh\none\ntwo\n```\n",
            "expected one sh block of one line under '## Run the tests', found [['one', 'two']]",
        ),
    ],
)
def test_anything_but_one_command_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], markdown: str, message: str
) -> None:
    """A heading, a block or a line too few or too many is refused with what was found."""
    path = tmp_path / "README.md"
    path.write_text(markdown, encoding="utf-8")

    status = readme_block.main([str(path), "## Run the tests"])

    assert f"{path}: {message}\n" == capsys.readouterr().err
    assert 1 == status


@pytest.mark.parametrize("heading", ["## Score a real report", "## Run the tests"])
def test_the_readme_holds_its_commands(capsys: pytest.CaptureFixture[str], heading: str) -> None:
    """Each promised section holds a command that makes its own environment."""
    readme = Path(__file__).parents[2] / "README.md"

    assert 0 == readme_block.main([str(readme), heading])
    assert capsys.readouterr().out.startswith("python3 -m venv .venv && ")
