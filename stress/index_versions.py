"""Index versions as the program publishes them: VERSION.db, then VERSION.json, each renamed into its place."""
import json
import os
from dataclasses import dataclass
from pathlib import Path

from support import require


@dataclass(frozen=True)
class IndexVersion:
    """A version in a folder; it need not be there, nor sound."""
    folder: Path
    name: str

    @property
    def file(self):
        return self.folder / f"{self.name}.db"

    @property
    def manifest_file(self):
        return self.folder / f"{self.name}.json"

    def manifest(self):
        return json.loads(self.manifest_file.read_text(encoding="utf-8"))

    def remove(self):
        self.manifest_file.unlink(missing_ok=True)
        self.file.unlink(missing_ok=True)


def newest(data):
    """The newest version in a data folder."""
    names = sorted(path.stem for path in (Path(data) / "index").glob("*.json"))
    require(names, f"no index in {data}")
    return IndexVersion(Path(data) / "index", names[-1])


def _rename_into_place(path, fill):
    aside = path.with_name(".aside-" + path.name)
    fill(aside)
    os.rename(aside, path)


def publish_bytes(version, content, manifest):
    """Publishes a file of these bytes; the manifest is its text."""
    _rename_into_place(version.file, lambda aside: aside.write_bytes(content))
    _rename_into_place(version.manifest_file, lambda aside: aside.write_text(manifest, encoding="utf-8"))


def publish_again(source, version):
    """Publishes a version once more under another name: the same file, a manifest of its own."""
    manifest = json.dumps({**source.manifest(), "version": version.name})
    _rename_into_place(version.file, lambda aside: os.link(source.file, aside))
    _rename_into_place(version.manifest_file, lambda aside: aside.write_text(manifest, encoding="utf-8"))
