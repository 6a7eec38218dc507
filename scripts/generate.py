"""Write every generated file again, or say which is stale: ``--check``."""

from __future__ import annotations

import sys
from pathlib import Path

from dealer_roles.loading.file_kinds import declarations, schema_json

ROOT = Path(__file__).parent.parent


def generated() -> dict[Path, str]:
    """Return the content of every generated file."""
    from scripts.public_names import FILE, public_names
    from scripts.question_methods import question_methods
    from scripts.reference import pages

    files = {ROOT / "schemas" / f"{kind}.schema.json": schema_json(kind) for kind in declarations()}
    files.update({ROOT / "docs" / "reference" / name: text for name, text in pages().items()})
    files[ROOT / "src" / "dealer_roles" / "askable.py"] = question_methods()
    files[FILE] = public_names()
    return files


def main(args: list[str]) -> int:
    """Write the files, or with ``--check`` only compare them."""
    files = generated()
    stale = [p for p, text in files.items() if not p.exists() or p.read_text("utf-8") != text]
    known = {path.name for path in files}
    gone = [p for p in (ROOT / "schemas").glob("*.json") if p.name not in known]
    if "--check" in args:
        for path in (*stale, *gone):
            print(f"stale: {path.relative_to(ROOT)} (make generate)", file=sys.stderr)
        return 1 if stale or gone else 0
    for path in gone:
        path.unlink()
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".tmp")
        temporary.write_text(files[path], "utf-8")
        temporary.replace(path)
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
