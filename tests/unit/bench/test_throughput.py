from bench.throughput import Lap, get_processor_share, get_share, run_laps


def test_both_ways_treat_every_batch_and_take_turns_in_going_first() -> None:
    seen: list[tuple[str, int]] = []
    run_laps(
        [1, 2],
        lambda batch: seen.append(("read", batch)),
        lambda batch: seen.append(("bare", batch)),
        n_laps=2,
    )
    first_lap = [("read", 1), ("bare", 1), ("bare", 2), ("read", 2)]
    second_lap = [("bare", 1), ("read", 1), ("read", 2), ("bare", 2)]
    assert seen == first_lap + second_lap


def test_work_is_charged_to_the_way_that_did_it() -> None:
    (lap,) = run_laps([200_000], lambda n: sum(range(n)), lambda n: None, n_laps=1)
    assert lap.read_wall > 10 * lap.bare_wall
    assert lap.read_processor > lap.bare_processor


def test_the_share_is_that_of_the_middle_lap() -> None:
    laps = [Lap(10.0, 8.0, 4.0, 2.0), Lap(10.0, 7.0, 4.0, 1.0), Lap(10.0, 1.0, 4.0, 3.0)]
    assert get_share(laps) == 0.7
    assert get_processor_share(laps) == 0.5
