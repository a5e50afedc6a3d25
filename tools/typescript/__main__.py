"""Check the types of the page's scripts: ``python -m tools.typescript``.

TypeScript is on npm's registry only, so it is fetched once, in the version that
``package-lock.json`` pins by its checksum, into the environment that Python runs in. Where the
registry cannot be reached the check is left out with a line that says so.
"""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
HOME = Path(sys.prefix) / "typescript"
COMPILER = HOME / "node_modules" / "typescript" / "bin" / "tsc"
KINDS = HOME / "node_modules" / "@types"
LOCK = "package-lock.json"
SECONDS = 180
"""How long fetching may take."""

QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--loglevel=error"]


def program(name: str) -> str | None:
    """Path of one of Node's programs, first of those that the development extra installs."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)


def is_here() -> bool:
    """Whether the compiler that the lock file pins has been fetched."""
    fetched = HOME / LOCK
    return COMPILER.exists() and fetched.exists() and fetched.read_bytes() == lock()


def lock() -> bytes:
    """Contents of the lock file."""
    return (HERE / LOCK).read_bytes()


def fetch() -> str:
    """Fetch the compiler; give the reason where that cannot be done."""
    npm = program("npm")
    if npm is None:
        return "there is no npm"
    HOME.mkdir(exist_ok=True)
    for name in ("package.json", LOCK):
        shutil.copyfile(HERE / name, HOME / name)
    try:
        done = subprocess.run(
            [npm, "ci", *QUIET],
            cwd=HOME,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return str(problem)
    lines = [line for line in done.stderr.splitlines() if "error" in line]
    return (lines or ["npm ci failed"])[0] if done.returncode else ""


def main() -> int:
    """Check, or say in one line why not; 1 where a type is wrong."""
    reason = "" if is_here() else fetch()
    node = program("node")
    if reason or node is None:
        print(f"types of the page's scripts not checked: {reason or 'there is no node'}")
        return 0
    command = [node, str(COMPILER), "--project", str(HERE), "--typeRoots", str(KINDS)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
