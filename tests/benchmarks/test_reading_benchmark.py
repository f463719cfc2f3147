"""The benchmark of reading: that its reports are what it says, and that it runs and prints every figure."""

import re

import pytest

from benchmarks.reading import WORDS, Watch, generated, main

EVERY_FIGURE = [
    "reports/s, processor",
    "reports/s with opening, processor",
    "reading / forward, processor",
    "opening and reading / forward, processor",
    "reports/s, clock",
    "reports/s with opening, clock",
    "reading / forward, clock",
    "opening and reading / forward, clock",
    "`casus read FILE` cold, s, processor",
    "`casus read FILE` cold, s, clock",
]


def test_reports_of_a_seed_are_always_the_same_and_of_the_length_that_is_said() -> None:
    reports = generated(30, seed=4)
    assert reports == generated(30, seed=4)
    assert len({*reports, *generated(30, seed=5)}) == 60
    assert all(0.85 * WORDS < len(report.split()) < 1.15 * WORDS for report in reports)


def test_each_report_has_other_states_in_place_of_those_of_the_examples() -> None:
    told = re.compile(r"forbids all states to import (.+?) or (.+?) oil")
    pairs = {found.groups() for report in generated(300, seed=4) if (found := told.search(report))}
    assert len(pairs) > 3
    assert ("Iraqi", "Kuwaiti") not in pairs


def test_a_watch_adds_up_what_passes_while_it_runs() -> None:
    watch = Watch()
    first = watch.tick()
    second = watch.tick()
    assert watch.wall == pytest.approx(second - first)
    third = watch.tick()
    fourth = watch.tick()
    assert watch.wall == pytest.approx(second - first + fourth - third)
    assert watch.cpu >= 0


def test_it_prints_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--reports", "4", "--rounds", "2", "--cold", "1"])
    printed = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"2 rounds over 4 reports of about 4\d\d words in \d+ sentences", printed[0])
    assert printed[1].startswith("threads 1 ")
    for name in EVERY_FIGURE:
        [line] = [line for line in printed if line.startswith(f"{name}  ")]
        least, median, most = map(float, re.findall(r"\d+\.\d\d", line)[:3])
        assert 0 < least <= median <= most
    ratios = [line for line in printed if line.startswith("reading / forward, processor")]
    assert float(re.findall(r"\d+\.\d\d", ratios[0])[0]) > 1.0
    assert re.search(r"peak memory, MB +\d+ +expected under 600", printed[-1])


def test_numbers_below_one_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--reports", "0"])
    assert "at least 1" in capsys.readouterr().err
