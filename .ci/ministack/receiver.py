"""A shop's server for webhooks."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver:
    """Takes calls on a port of its own until it is stopped, and keeps their headers and bodies."""

    def __init__(self, failing=0):
        """Of the calls, so many first ones are answered with 500."""
        self.calls = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                receiver.calls.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(500 if len(receiver.calls) <= failing else 204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
