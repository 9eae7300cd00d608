"""What a person's browser asks of a server, without the browser."""

import requests


class Refused(Exception):
    """The server said no; the text is what the person reads."""


class Rpc:
    """A signed-in session that calls methods of models as the web client does."""

    def __init__(self, url, database, login, password):
        self.url = url
        self.session = requests.Session()
        self._post("/web/session/authenticate", {"db": database, "login": login, "password": password})

    def call(self, model, method, *args, **kwargs):
        """Return what a public method answers. Raises Refused with the server's sentence."""
        params = {"model": model, "method": method, "args": args, "kwargs": kwargs}
        return self._post("/web/dataset/call_kw", params)

    def _post(self, path, params):
        response = self.session.post(self.url + path, json={"params": params}, timeout=120)
        answer = response.json()
        if "error" in answer:
            raise Refused(answer["error"]["data"]["message"])
        return answer.get("result")
