"""Types into the program and compares, after every key, the screen of a terminal emulator with the line.

    screen.py PROGRAM FIRST-WIDTH LAST-WIDTH KEYS SEED

What the screen must show is worked out here by itself: the text, broken where a character would cross the edge, and the
cursor. Prints what differs, with everything typed so far, and ends with status 1.
"""

import fcntl, os, pty, random, select, struct, sys, tempfile, termios, time
import pyte
from wcwidth import wcwidth

PROMPT = "linli> "
LETTERS = "胡建国与邻里社区ab cd1栋，。éß"
KEYS = {
    "left": "\x1b[D", "right": "\x1b[C", "home": "\x1b[H", "end": "\x1b[F",
    "backspace": "\x7f", "delete": "\x1b[3~", "kill to end": "\x0b",
}


def expected(text, cursor, width):
    """The rows, and the row and column of the cursor."""
    rows, used, at = [""], 0, None
    for index, character in enumerate(PROMPT + text + "\0"):
        cells = 1 if character == "\0" else wcwidth(character)
        is_cursor = index == len(PROMPT) + cursor
        if used + cells > width and (character != "\0" or is_cursor):
            rows.append("")
            used = 0
        if is_cursor:
            at = (len(rows) - 1, used)
        if character != "\0":
            rows[-1] += character
            used += cells
    return [row.rstrip() for row in rows], at


class Line:
    """What an editor with these keys holds."""

    def __init__(self):
        self.text, self.cursor = "", 0

    def press(self, key):
        text, at = self.text, self.cursor
        if key == "left":
            self.cursor = max(0, at - 1)
        elif key == "right":
            self.cursor = min(len(text), at + 1)
        elif key == "home":
            self.cursor = 0
        elif key == "end":
            self.cursor = len(text)
        elif key == "backspace":
            self.text, self.cursor = text[: max(0, at - 1)] + text[at:], max(0, at - 1)
        elif key == "delete":
            self.text = text[:at] + text[at + 1 :]
        elif key == "kill to end":
            self.text = text[:at]
        else:
            self.text, self.cursor = text[:at] + key + text[at:], at + len(key)


class Screen:
    """The program in a window."""

    def __init__(self, program, width, home):
        self.screen = pyte.Screen(width, 40)
        self.stream = pyte.ByteStream(self.screen)
        child, self.terminal = pty.fork()
        if child == 0:
            variables = {"HOME": home, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin"}
            os.execve(program, [program, "--db", ":memory:"], variables)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def rows(self):
        rows = []
        for line in range(self.screen.lines):
            cells = self.screen.buffer[line]
            rows.append("".join(cells[column].data for column in range(self.screen.columns)).rstrip())
        return rows

    def shows(self, rows, cursor):
        shown = self.rows()
        starts = [i for i, row in enumerate(shown) if row.startswith(PROMPT.rstrip())]
        if not starts:
            return False
        start = starts[-1]
        below = shown[start:]
        while below and below[-1] == "":
            below.pop()
        while rows and rows[-1] == "":
            rows = rows[:-1]
        here = (self.screen.cursor.y - start, self.screen.cursor.x)
        return below == rows and (cursor is None or here == cursor)

    def wait(self, rows, cursor, seconds=20):
        end = time.monotonic() + seconds
        while not self.shows(rows, cursor):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.terminal], [], [], left)[0]:
                return False
            self.stream.feed(os.read(self.terminal, 65536))
        return True


def main():
    program, first, last, count, seed = sys.argv[1], *map(int, sys.argv[2:])
    for width in range(first, last + 1):
        random.seed(seed + width)
        with tempfile.TemporaryDirectory() as home:
            screen, line, typed = Screen(program, width, home), Line(), []
            if not screen.wait(*expected("", 0, width)):
                sys.exit(f"width {width}: no prompt")
            for _ in range(count):
                key = random.choice(list(KEYS) if random.random() < 0.4 else LETTERS)
                line.press(key)
                screen.type(KEYS.get(key, key))
                typed.append(key)
                rows, cursor = expected(line.text, line.cursor, width)
                if not screen.wait(rows, cursor):
                    here = (screen.screen.cursor.y, screen.screen.cursor.x)
                    print(f"width {width}, keys {typed}\nwanted {rows} {cursor}\nshown {screen.rows()} {here}")
                    sys.exit(1)
            os.close(screen.terminal)


main()
