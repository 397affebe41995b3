"""The AWS account that `afterword check` checks: ministack behind a proxy, and a DNS server. The proxy adds what
ministack lacks, and changes answers to imitate faults."""

import contextlib
import json
import socketserver
import struct
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from deployment import Failure

DMARC = "v=DMARC1; p=quarantine; rua=mailto:postmaster@example.com"
NUMBER = "+4915100000007"
IDENTITY = "GET /v2/email/identities/example.com"
ADDRESS = "GET /v2/email/identities/reviews%40example.com"
LAMBDA = "GET /2016-08-19/account-settings"


class Account:
    """All servers that `afterword check` calls, on loopback."""

    def __init__(self, aws):
        self.aws, self.servers = aws, []
        self.dmarc = {"_dmarc.example.com": [DMARC]}
        self.endpoint = f"http://127.0.0.1:{self.serve(ThreadingHTTPServer(('127.0.0.1', 0), self.proxy()))}"
        self.resolver = f"127.0.0.1:{self.serve(socketserver.UDPServer(('127.0.0.1', 0), self.dns()))}"
        number = {
            "PhoneNumberArn": "arn:aws:sms-voice:eu-central-1:000000000000:phone-number/phone-7", "PhoneNumberId": "phone-7",
            "PhoneNumber": NUMBER, "Status": "ACTIVE", "IsoCountryCode": "DE", "MessageType": "TRANSACTIONAL",
            "NumberCapabilities": ["SMS"], "NumberType": "LONG_CODE", "MonthlyLeasingPrice": "1.00", "TwoWayEnabled": False,
            "SelfManagedOptOutsEnabled": True, "OptOutListName": "Default", "DeletionProtectionEnabled": False,
            "CreatedTimestamp": 1700000000,
        }
        limit = {"Name": "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", "EnforcedLimit": 50, "MaxLimit": 100, "Overridden": True}
        # ministack has no DKIM records and no SMS service, and its number of concurrent executions depends on the
        # machine's memory.
        signed = {"SigningEnabled": True, "Status": "SUCCESS"}
        self.edits = {
            LAMBDA: [lambda answer: answer["AccountLimit"].update(ConcurrentExecutions=1000)],
            IDENTITY: [lambda answer: answer["DkimAttributes"].update(signed)],
            "DescribePhoneNumbers": [lambda _: (200, {"PhoneNumbers": [dict(number)]})],
            "DescribePools": [lambda _: (200, {"Pools": []})],
            "DescribeSenderIds": [lambda _: (200, {"SenderIds": []})],
            "DescribeAccountAttributes": [lambda _: (200, {"AccountAttributes": [{"Name": "ACCOUNT_TIER", "Value": "PRODUCTION"}]})],
            "DescribeSpendLimits": [lambda _: (200, {"SpendLimits": [limit]})],
        }

    def serve(self, server):
        self.servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server.server_address[1]

    def stop(self):
        for server in self.servers:
            server.shutdown()
            server.server_close()

    @contextlib.contextmanager
    def answering(self, operation, *edits):
        """Applies edits to the answers of an operation, within the context. An edit changes the JSON document in place,
        returns another text, or returns a status and a body. Other answers stay ministack's own."""
        used = []
        before = self.edits.get(operation, [])
        note = [lambda _: used.append(operation)]
        self.edits[operation] = [*before, *edits, *note] if edits else note
        yield
        self.edits[operation] = before
        if not used:
            raise Failure(f"nobody asked for {operation}")

    def replacing(self, operation, before, after):
        return self.answering(operation, lambda answer: answer.replace(before, after))

    def refusing(self, operation, code, message):
        """Rejects an operation of the query protocol, within the context."""
        error = f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
        return self.answering(operation, lambda _: (400, error))

    def proxy(account):
        """Forwards every call to ministack and applies the edits to the answer."""
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def forward(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                status, headers, answer = ask(account.aws.port, self.command, self.path, self.headers, body)
                for edit in account.edits.get(operation(self.command, self.path, self.headers, body), []):
                    status, answer = edited(edit, status, answer)
                self.send_response(status)
                for name in ("Content-Type", "x-amzn-errortype", "x-amzn-requestid"):
                    if headers.get(name):
                        self.send_header(name, headers[name])
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_GET = do_POST = do_PUT = do_DELETE = forward

            def log_message(self, *_):
                pass

        return Handler

    def dns(account):
        """Answers questions for TXT records."""
        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                question, server = self.request
                end = question.index(b"\0", 12)
                labels, at = [], 12
                while at < end:
                    labels.append(question[at + 1:at + 1 + question[at]].decode())
                    at += 1 + question[at]
                texts = account.dmarc.get(".".join(labels).lower(), [])
                answers = b"".join(
                    b"\xc0\x0c" + struct.pack(">HHIHB", 16, 1, 60, len(text) + 1, len(text)) + text.encode() for text in texts
                )
                # An authoritative answer, or NXDOMAIN.
                flags = 0x8580 if texts else 0x8583
                header = question[:2] + struct.pack(">HHHHH", flags, 1, len(texts), 0, 0)
                server.sendto(header + question[12:end + 5] + answers, self.client_address)

        return Handler


def operation(method, path, headers, body):
    """The name of a call's operation, or the method and path if the call's AWS protocol has no names for operations."""
    if "X-Amz-Target" in headers:
        return headers["X-Amz-Target"].rsplit(".", 1)[1]
    action = parse_qs(body.decode("utf-8", "replace")).get("Action") if method == "POST" else None
    return action[0] if action else f"{method} {path.split('?')[0]}"


def edited(edit, status, answer):
    try:
        document = json.loads(answer)
    except ValueError:
        document = answer.decode("utf-8", "replace")
    made = edit(document)
    if isinstance(made, tuple):
        status, document = made
    elif made is not None:
        document = made
    return status, (document if isinstance(document, str) else json.dumps(document)).encode()


def ask(port, method, path, headers, body):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=body or None, method=method)
    for name, value in headers.items():
        if name.lower() not in ("content-length", "connection", "accept-encoding"):
            request.add_header(name, value)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()
