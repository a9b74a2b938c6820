import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import schemas

FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "schema"
WRITTEN = schemas.schemas()


@pytest.mark.parametrize("name", WRITTEN)
def test_a_schema_says_what_the_model_says(name: str) -> None:
    """What is committed is what the script writes; after a change of the model, run it again."""
    assert WRITTEN[name] == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WRITTEN)
def test_a_schema_is_one(name: str) -> None:
    """Each is a JSON Schema of the draft that it names."""
    Draft202012Validator.check_schema(json.loads(WRITTEN[name]))


@pytest.mark.parametrize("name", WRITTEN)
def test_the_page_of_schemas_leads_to_each(name: str) -> None:
    """No schema is left out of the page about them."""
    page = (FOLDER.parent / "schemas.md").read_text(encoding="utf-8")

    assert f"(schema/{name})" in page


def test_the_schemas_are_written(tmp_path: Path) -> None:
    """The script writes them into the folder it is given."""
    schemas.main(tmp_path / "new")

    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new").iterdir()}
    assert WRITTEN == written
