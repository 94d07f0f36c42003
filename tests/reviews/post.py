"""A real mail server for tests, on a free port of this machine."""

import socketserver
from contextlib import contextmanager
from email import message_from_bytes, policy
from threading import Thread


class Server(socketserver.ThreadingTCPServer):
    """Takes mails by SMTP; refuses the addresses in `refused` and keeps the rest in `taken`."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Line)
        self.refused: set[str] = set()
        self.taken: list = []

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self.server_address[1]

    def to(self) -> list[str]:
        """Whom the mails taken went to."""
        return [message["To"] for message in self.taken]


class Line(socketserver.StreamRequestHandler):
    """One connection: just enough of RFC 5321 for one message after another."""

    def handle(self):
        self.say("220 ready")
        for line in self.rfile:
            words = line.decode().strip()
            verb = words[:4].upper()
            if verb == "DATA":
                self.take()
            elif verb == "RCPT" and any(address in words for address in self.server.refused):
                self.say("550 no such person")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def take(self):
        self.say("354 go on")
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line)
        message = message_from_bytes(b"".join(lines), policy=policy.default)
        self.server.taken.append(message)
        self.say("250 taken")

    def say(self, words: str):
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def post_office():
    """A mail server that runs until the test ends."""
    with Server() as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
