"""The AWS account that `afterword check` checks: ministack behind a proxy that adds what ministack lacks, and a DNS
server."""

import json
import socketserver
import struct
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DMARC = "v=DMARC1; p=quarantine; rua=mailto:postmaster@example.com"


class Account:
    """All servers that `afterword check` calls, on loopback."""

    def __init__(self, aws):
        self.aws, self.servers = aws, []
        self.endpoint = f"http://127.0.0.1:{self.serve(ThreadingHTTPServer(('127.0.0.1', 0), self.proxy()))}"
        self.resolver = f"127.0.0.1:{self.serve(socketserver.UDPServer(('127.0.0.1', 0), self.dns()))}"
        number = {
            "PhoneNumberArn": "arn:aws:sms-voice:eu-central-1:000000000000:phone-number/phone-7", "PhoneNumberId": "phone-7",
            "PhoneNumber": "+4915100000007", "Status": "ACTIVE", "IsoCountryCode": "DE", "MessageType": "TRANSACTIONAL",
            "NumberCapabilities": ["SMS"], "NumberType": "LONG_CODE", "MonthlyLeasingPrice": "1.00", "TwoWayEnabled": False,
            "SelfManagedOptOutsEnabled": True, "OptOutListName": "Default", "DeletionProtectionEnabled": False,
            "CreatedTimestamp": 1700000000,
        }
        limit = {"Name": "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", "EnforcedLimit": 50, "MaxLimit": 100, "Overridden": True}
        # ministack has no DKIM records and no SMS service, and its number of concurrent executions depends on the
        # machine's memory.
        signed = {"SigningEnabled": True, "Status": "SUCCESS"}
        # An edit changes the JSON document of an answer.
        self.edits = {
            "GET /2016-08-19/account-settings": lambda answer: answer["AccountLimit"].update(ConcurrentExecutions=1000),
            "GET /v2/email/identities/example.com": lambda answer: answer.get("DkimAttributes", {}).update(signed),
        }
        self.answers = {
            "DescribePhoneNumbers": {"PhoneNumbers": [number]},
            "DescribePools": {"Pools": []},
            "DescribeSenderIds": {"SenderIds": []},
            "DescribeAccountAttributes": {"AccountAttributes": [{"Name": "ACCOUNT_TIER", "Value": "PRODUCTION"}]},
            "DescribeSpendLimits": {"SpendLimits": [limit]},
        }

    def serve(self, server):
        self.servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server.server_address[1]

    def stop(self):
        for server in self.servers:
            server.shutdown()
            server.server_close()

    def proxy(account):
        """Answers what ministack lacks, and forwards every other call to it."""
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def forward(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                asked = operation(self.command, self.path, self.headers)
                if asked in account.answers:
                    status, headers = 200, {"Content-Type": "application/x-amz-json-1.0"}
                    answer = json.dumps(account.answers[asked]).encode()
                else:
                    status, headers, answer = ask(account.aws.port, self.command, self.path, self.headers, body)
                if asked in account.edits:
                    document = json.loads(answer)
                    account.edits[asked](document)
                    answer = json.dumps(document).encode()
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
                texts = [DMARC] if ".".join(labels).lower() == "_dmarc.example.com" else []
                answers = b"".join(
                    b"\xc0\x0c" + struct.pack(">HHIHB", 16, 1, 60, len(text) + 1, len(text)) + text.encode() for text in texts
                )
                # An authoritative answer, or NXDOMAIN.
                flags = 0x8580 if texts else 0x8583
                header = question[:2] + struct.pack(">HHHHH", flags, 1, len(texts), 0, 0)
                server.sendto(header + question[12:end + 5] + answers, self.client_address)

        return Handler


def operation(method, path, headers):
    """The name of a call's operation, or the method and path if the call's AWS protocol has no names for operations."""
    return headers["X-Amz-Target"].rsplit(".", 1)[1] if "X-Amz-Target" in headers else f"{method} {path.split('?')[0]}"


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
