"""Coverage-guided fuzzing of what reads, checks and mends a page.

usage: fuzz.py [--seconds N] [--runs N] [--findings DIR]

Begins with the pages of docs/ and the fixtures of the rules, and mutates what reaches new code (atheris, libFuzzer) for
N seconds or runs. An input that breaks a property of target.py is saved in DIR (tests/fuzz/findings) and ends the run
with status 77; tests/test_fuzz.py replays all that are there. Without atheris, which has wheels for Linux and Python
3.11 to 3.13, it says that nothing was fuzzed and ends with 3.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from zlib import crc32

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]
FINDINGS = Path(__file__).parent / "findings"
SEEDS = (ROOT / "docs" / "lv", ROOT / "tests" / "rules", FINDINGS)
DICTIONARY = Path(__file__).parent / "words.dict"
LONGEST = 1500
"""Bytes of an input; longer files are cut."""
SLOWEST = 20
"""Seconds after which an input counts as one that hangs: a page takes hundredths."""
REPEATED = 24
"""Bytes: one of so many of the shorter inputs is also repeated and counted, which takes long."""


def main() -> int:
    options = _options()
    try:
        import atheris
    except ImportError:
        print("fuzz: NOTHING was fuzzed: atheris is not installed (it has wheels for Linux and Python 3.11 to 3.13).")
        return 3
    with atheris.instrument_imports(include=["guidebook"]):
        from target import check_linear, check_page

    def one(data: bytes) -> None:
        check_page(data)
        if len(data) <= REPEATED and crc32(data) % REPEATED == 0:
            check_linear(data.decode("utf-8", "replace"))

    options.findings.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        _seed(Path(corpus))
        arguments = [sys.argv[0], corpus, f"-artifact_prefix={options.findings}/", f"-dict={DICTIONARY}"]
        arguments += [f"-max_len={LONGEST}", f"-timeout={SLOWEST}", "-verbosity=0"]
        # A number of runs is for tests, which have to end alike on the same code.
        counted, timed = [f"-atheris_runs={options.runs}", "-seed=1"], [f"-max_total_time={options.seconds}"]
        arguments += counted if options.runs else timed
        atheris.Setup(arguments, one)
        atheris.Fuzz()  # ends the process
    return 0


def _seed(corpus: Path) -> None:
    """The pages of docs/ and the fixtures of the rules, cut, and each saved finding."""
    files = [file for folder in SEEDS for file in sorted(folder.rglob("*")) if file.is_file()]
    for number, file in enumerate(files):
        (corpus / f"{number:04}").write_bytes(file.read_bytes()[:LONGEST])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, default=0, help="so many inputs instead of so many seconds")
    parser.add_argument("--findings", type=Path, default=FINDINGS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
