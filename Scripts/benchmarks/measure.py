"""Runs the measures of Scripts/bench over the pages in FOLDER and prints them beside their bars.

    measure.py FOLDER CONVERT-BENCH
"""

import os
import pathlib
import statistics
import subprocess
import sys
import time

FOLDER = pathlib.Path(sys.argv[1])
COMMAND = ".build/release/govconvert"
PAGES = ["utf8-50k", "gbk-50k", "utf8-1m", "gbk-1m"]
TRAFILATURA = """
import sys, time, statistics, trafilatura
for path in sys.argv[1:]:
    page, times = open(path, "rb").read(), []
    for _ in range(20):
        begun = time.process_time()
        trafilatura.extract(page, output_format="markdown", include_tables=True)
        times.append((time.process_time() - begun) * 1e3)
    print(path, min(times), statistics.median(times))
"""


def path(page: str) -> str:
    return str(FOLDER / f"{page}.html")


def medians(*command: str) -> dict[str, float]:
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    fields = [line.rsplit(maxsplit=2) for line in lines]
    return {pathlib.Path(file).stem: float(median) for file, _, median in fields}


def speed() -> None:
    print("Convert and Markdown in-process, median of 20, CPU milliseconds")
    paths = [path(page) for page in PAGES]
    bare = medians(str(FOLDER / "bare-parse"), *[path(page.replace("gbk", "utf8")) for page in PAGES])
    ours = medians(sys.argv[2], *paths, path("damaged-50k"))
    peer = medians(str(FOLDER / "venv/bin/python"), "-c", TRAFILATURA, *paths)
    print(f"  {'page':<12}{'bare':>8}{'ours':>8}{'peer':>9}{'ours/bare':>11}{'peer/ours':>11}   bars: 2.0, 5.0")
    for page in PAGES:
        parse = bare[page.replace("gbk", "utf8")]
        print(
            f"  {page:<12}{parse:>8.2f}{ours[page]:>8.2f}{peer[page]:>9.1f}"
            f"{ours[page] / parse:>11.1f}{peer[page] / ours[page]:>11.1f}"
        )
    print(f"  {'damaged-50k':<20}{ours['damaged-50k']:>8.2f}")


def run(*arguments: str, **options) -> tuple[int, float, float, str]:
    """The exit status, wall seconds, peak megabytes and standard error of the command."""
    begun = time.monotonic()
    child = subprocess.Popen(
        [COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace", **options
    )
    reader = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    return os.waitstatus_to_exitcode(status), time.monotonic() - begun, usage.ru_maxrss / 1024, reader.strip()


def start_up() -> None:
    times = sorted(run("--version")[1] * 1e3 for _ in range(50))
    print(f"Start-up: --version, median of 50: {statistics.median(times):.1f} ms (bar: 10)")


def growth() -> None:
    print("Growth: seconds and peak megabytes of the command (bars: linear; 48 MB on ordinary pages)")
    for page in ["utf8-50k", "utf8-1m", "4m", "16m", "64m"]:
        status, seconds, megabytes, _ = run(path(page), "--quiet")
        size = os.path.getsize(path(page)) / 1e6
        print(f"  {size:>7.2f} MB {seconds:>8.2f} s {seconds / size:>7.3f} s/MB {megabytes:>8.0f} MB  exit {status}")


def bad_input() -> None:
    print("Bad input: exit status, seconds (bar: 2; the table 3 times its parse), peak megabytes, first line")
    for file in sorted((FOLDER / "bad").iterdir()):
        name = file.stem
        status, seconds, megabytes, message = run(str(file))
        first = message.splitlines()[0] if message else ""
        print(f"  {name:<26}{status:>3}{seconds:>8.2f} s{megabytes:>8.0f} MB  {first[:110]}")
        if name == "40 MB table":
            parse = medians(str(FOLDER / "bare-parse"), str(file))[name] / 1e3
            print(f"  {'its bare parse':<29}{parse:>8.2f} s")
    status, seconds, _, message = run(str(FOLDER / "none.html"))
    print(f"  {'missing file':<26}{status:>3}{seconds:>8.2f} s             {message}")


speed()
start_up()
growth()
bad_input()
