"""Work shared by the processors of this computer, where a process can be copied; elsewhere it is done in turn."""

import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

FEWEST = 16
"""Tasks a process must have for its start to be worth it."""
MOST_GROUPS = 256
"""Groups of tasks that are handed out one by one; the number of a group is one byte."""
Result = TypeVar("Result")


def in_parallel(tasks: Sequence[Callable[[], Result]]) -> list[Result]:
    """What each task returns, in their order; what a task raises is raised. Long tasks go first.

    Results must be picklable; what a task changes may stay in a process of its own. Not for programs with threads.
    """
    workers = min(_processors(), len(tasks) // FEWEST)
    if workers < 2:
        return [task() for task in tasks]
    groups = min(len(tasks), MOST_GROUPS)
    queue, filled = os.pipe()
    os.write(filled, bytes(range(groups)))
    os.close(filled)

    def work() -> list[tuple[int, Result]]:
        done = []
        while group := os.read(queue, 1):
            done += [(number, tasks[number]()) for number in range(group[0], len(tasks), groups)]
        return done

    def send(sender: Connection) -> None:
        try:
            sender.send(work())
        except Exception as error:
            sender.send(error)

    context = get_context("fork")
    pipes = [context.Pipe(duplex=False) for _ in range(workers - 1)]
    processes = [context.Process(target=send, args=(sender,), daemon=True) for _, sender in pipes]
    for process, (_, sender) in zip(processes, pipes, strict=True):
        process.start()
        sender.close()
    try:
        results = dict(work())
        for receiver, _ in pipes:
            said = receiver.recv()
            if isinstance(said, Exception):
                raise said
            results.update(said)
    finally:
        os.close(queue)
        for process in processes:
            process.kill()
            process.join()
    return [results[number] for number in range(len(tasks))]


def _processors() -> int:
    """How many processes can work at once: 1 where they cannot be copied cheaply and safely."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
