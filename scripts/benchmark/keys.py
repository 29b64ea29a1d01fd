"""Times the prompt through a pseudo-terminal: from the start to the prompt, and from a key to what it changes on the screen.

    keys.py LINLI OFFICE SQLITE3 DATABASE

Prints, in microseconds: `prompt LINLI SQLITE3` with the medians of both starts, then `keys COUNT MEDIAN P99` for keys that
are typed, and `tabs COUNT MEDIAN P99` for keys that complete names out of all residents.
"""

import os, pty, select, statistics, sys, tempfile, time

ROUNDS = 15


class Terminal:
    """A program at a terminal of its own."""

    def __init__(self, words, home):
        self.started = time.perf_counter_ns()
        child, self.descriptor = pty.fork()
        if child == 0:
            variables = {"HOME": home, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": os.environ["PATH"]}
            os.execvpe(words[0], words, variables)
        self.child = child

    def wait(self, text):
        """Microseconds since the start until a text was shown."""
        shown = b""
        while text not in shown:
            shown += os.read(self.descriptor, 65536)
        return (time.perf_counter_ns() - self.started) / 1000

    def press(self, key):
        """Microseconds until the key changes the screen; then waits for the screen to be still."""
        begun = time.perf_counter_ns()
        os.write(self.descriptor, key)
        if not select.select([self.descriptor], [], [], 5)[0]:
            sys.exit(f"{key}: nothing was shown")
        taken = (time.perf_counter_ns() - begun) / 1000
        while select.select([self.descriptor], [], [], 0.005)[0]:
            os.read(self.descriptor, 65536)
        return taken

    def close(self):
        os.close(self.descriptor)
        os.waitpid(self.child, 0)


def start(words, prompt, home):
    terminal = Terminal(words, home)
    taken = terminal.wait(prompt)
    terminal.close()
    return taken


def show(name, times):
    times = sorted(times)
    last = times[min(len(times) - 1, len(times) * 99 // 100)]
    print(name, len(times), round(statistics.median(times)), round(last))


def main():
    linli, office, sqlite3, database = sys.argv[1:5]
    with tempfile.TemporaryDirectory() as home:
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(start([linli, "--db", office], b"> ", home))
            theirs.append(start([sqlite3, database], b"sqlite> ", home))
        print("prompt", round(statistics.median(ours)), round(statistics.median(theirs)))
        terminal = Terminal([linli, "--db", office], home)
        terminal.wait(b"> ")
        typed, completed = [], []
        for _ in range(ROUNDS):
            for letter in "resident list building=3栋 phone~138 | first 10":
                typed.append(terminal.press(letter.encode()))
            terminal.press(b"\x03")
            for begun in ["胡", "hjg", "建国", "张", "w", "1380"]:
                for letter in "resident show " + begun:
                    terminal.press(letter.encode())
                completed.append(terminal.press(b"\t"))
                typed.append(terminal.press(b"\x7f"))
                terminal.press(b"\x03")
        show("keys", typed)
        show("tabs", completed)
        terminal.close()


main()
