from __future__ import annotations

from pathlib import Path

from dealer_roles.publish.job_description.publish import describe_all
from dealer_roles.publish.kept_current import compare, write_unless_edited
from tests.support.sample import DAY, sample


def committed(folder: Path) -> dict[str, str]:
    return {item.path.name: item.state for item in compare(sample().on(DAY), folder)}


def write_all(folder: Path) -> None:
    for item in describe_all(sample().on(DAY), ("zh",), "md"):
        write_unless_edited(folder / item.file, item.content.decode(), overwrite=True)


def test_what_was_just_written_is_current(tmp_path: Path) -> None:
    write_all(tmp_path)
    assert set(committed(tmp_path).values()) == {"current"}


def test_stale_missing_and_left_over_documents_are_told_apart(tmp_path: Path) -> None:
    write_all(tmp_path)
    (tmp_path / "accountant.zh.md").write_text("old", "utf-8")
    (tmp_path / "parts-desk.zh.md").unlink()
    (tmp_path / "stable-boy.zh.md").write_text("old", "utf-8")
    (tmp_path / "README.md").write_text("not ours", "utf-8")
    found = {name: state for name, state in committed(tmp_path).items() if state != "current"}
    assert found == {
        "accountant.zh.md": "edited",
        "parts-desk.zh.md": "missing",
        "stable-boy.zh.md": "left-over",
    }


def test_a_folder_of_few_is_one_of_those_picked_out_unless_everybody_is_asked_for(
    tmp_path: Path,
) -> None:
    org = sample().on(DAY)
    write_all(tmp_path)
    everybody = sorted(committed(tmp_path))
    for number, name in enumerate(everybody, 1):
        (tmp_path / name).unlink()
        found = [item.path.name for item in compare(org, tmp_path)]
        there = everybody[number:]
        assert sorted(found) == (everybody if number <= len(there) else there)
        if there:
            whole = [item.path.name for item in compare(org, tmp_path, everyone=True)]
            assert sorted(whole) == everybody
    assert len(everybody) > 4


def test_only_languages_and_formats_that_are_there_are_looked_at(tmp_path: Path) -> None:
    write_all(tmp_path)
    assert all(name.endswith(".zh.md") for name in committed(tmp_path))


def test_hand_written_blocks_do_not_make_a_document_stale(tmp_path: Path) -> None:
    write_all(tmp_path)
    file = tmp_path / "accountant.zh.md"
    text = file.read_text("utf-8").replace("keep duties -->\n", "keep duties -->\n手写说明\n")
    file.write_text(text, "utf-8")
    assert committed(tmp_path)["accountant.zh.md"] == "current"
    file.write_text(text.replace("岗位说明书", "旧标题", 1), "utf-8")
    assert committed(tmp_path)["accountant.zh.md"] == "edited"
    write_all(tmp_path)
    assert file.read_text("utf-8") == text
