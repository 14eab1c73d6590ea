"""A command line in; its seconds, peak memory and exit code out, as one line of JSON.

A program of its own because a process's peak starts at the size of the one that starts it.
"""

import json
import os
import sys
import time


def main() -> None:
    """Runs the command named by the arguments, its output thrown away."""
    to_nowhere = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    begin = time.perf_counter()
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=to_nowhere)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - begin
    print(json.dumps([seconds, usage.ru_maxrss, os.waitstatus_to_exitcode(status)]))


if __name__ == "__main__":
    main()
