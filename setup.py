"""Put into a wheel what travels beside the modules; everything else about the package is in pyproject.toml."""

import runpy
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
PACKAGED = runpy.run_path(str(ROOT / "generator" / "build" / "packaged.py"))
CARRIED = [str(file) for file in PACKAGED["carried"](ROOT)]


class BuildWithCarried(build_py):
    """The modules, and a copy of what the repository has beside them; an editable install reads the repository itself."""

    def run(self) -> None:
        """Build the modules, then copy; an earlier copy goes first, since a build folder is used again."""
        super().run()
        if self.editable_mode:
            return
        folder = Path(self.build_lib, "generator", PACKAGED["FOLDER"])
        shutil.rmtree(folder, ignore_errors=True)
        for name in CARRIED:
            self.mkpath(str((folder / name).parent))
            self.copy_file(name, str(folder / name))

    def get_source_files(self) -> list[str]:
        """List the files of a source archive, from which the same wheel can be built."""
        return [*super().get_source_files(), *CARRIED]


setup(cmdclass={"build_py": BuildWithCarried})
