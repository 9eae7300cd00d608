"""A mail server that keeps what it is given, so that tests read what people would."""

import email
import email.policy
import time

from aiosmtpd.controller import Controller
from launcher import system


class Mailbox:
    """An SMTP server on a free port of this machine; `messages` holds what arrived."""

    def __init__(self):
        self.messages = []
        self.port = system.free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self):
        self._controller.start()
        return self

    def __exit__(self, *_):
        self._controller.stop()

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"

    def wait_for(self, address, seconds=90):
        """Return the newest message to an address. Raises AssertionError when none comes in time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for message in reversed(self.messages):
                if address in (message["to"] or ""):
                    return message
            time.sleep(0.2)
        raise AssertionError(f"No mail to {address}; there is mail to {[m['to'] for m in self.messages]}")
