"""A shop's own servers, each on its own port."""

import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server:
    """A server that answers each request with the status and body from `answer(path, headers, body)`, and with these
    headers."""

    def __init__(self, answer, headers=(), port=0):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                status, answered = answer(self.path, self.headers, body)
                self.send_response(status)
                for header in dict(headers).items():
                    self.send_header(*header)
                self.send_header("Content-Length", str(len(answered)))
                self.end_headers()
                self.wfile.write(answered)

            do_POST = do_GET

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Model(Server):
    """The server that ministack asks for each call of `Converse`. Without one, ministack answers in prose."""

    QUESTION = "Who sits at the table when you use it?"

    def __init__(self):
        self.says = json.dumps({"question": self.QUESTION})

        def answer(*_):
            message = {"role": "assistant", "content": self.says}
            usage = {"prompt_tokens": 240, "completion_tokens": 16}
            return 200, json.dumps({"choices": [{"message": message}], "usage": usage}).encode()

        super().__init__(answer, [("Content-Type", "application/json")], int(os.environ["MODEL_PORT"]))


class Receiver(Server):
    """Receives webhooks and records their headers and bodies. Answers the first `failing` calls with 500."""

    def __init__(self, failing=0):
        self.calls = []

        def answer(_, headers, body):
            self.calls.append((headers, body))
            return (500 if len(self.calls) <= failing else 200), b""

        super().__init__(answer)
