"""The account as `afterword check` meets it: ministack behind a proxy that adds what ministack lacks, and that changes one
answer while a fault needs it; a DNS server; and the API over TLS."""

import contextlib
import datetime
import json
import re
import socketserver
import ssl
import struct
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from deployment import Failure

DMARC = "v=DMARC1; p=quarantine; rua=mailto:postmaster@example.com"
NUMBER = "+4915100000007"


class Account:
    """Everything that `afterword check` asks, on loopback."""

    def __init__(self, aws, folder):
        self.aws, self.folder = aws, folder
        self.edits = {}
        self.sends_events = True
        self.dmarc = {"_dmarc.example.com": [DMARC]}
        self.servers = []
        self.tls, self.expired, self.other = (self.serve_api(*one) for one in certificates(folder))
        self.api = self.tls
        self.endpoint = f"http://127.0.0.1:{self.serve(ThreadingHTTPServer(('127.0.0.1', 0), self.proxy()))}"
        self.resolver = f"127.0.0.1:{self.serve(socketserver.UDPServer(('127.0.0.1', 0), self.dns()))}"

    def serve(self, server):
        self.servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server.server_address[1]

    def stop(self):
        for server in self.servers:
            server.shutdown()
            server.server_close()

    # ---- What is different from ministack ----

    @contextlib.contextmanager
    def answering(self, operation, edit):
        """While this lasts, the answer of an operation is what `edit` makes of it: a JSON document that it changes, or a
        string that it returns; or an answer of its own, as status and body."""
        used = []
        def once(answer):
            used.append(operation)
            return edit(answer)
        before = self.edits.get(operation, [])
        self.edits[operation] = [*before, once]
        yield
        self.edits[operation] = before
        if not used:
            raise Failure(f"nobody asked for {operation}")

    def complete(self, stack):
        """What an account has that ministack does not, each for good."""
        def identity(answer):
            # No call of SES gives an identity DKIM's records or a domain for bounces here.
            answer["DkimAttributes"].update(SigningEnabled=True, Status="SUCCESS")
            answer["MailFromAttributes"] = {
                "MailFromDomain": "bounce.example.com", "MailFromDomainStatus": "SUCCESS",
                "BehaviorOnMxFailure": "USE_DEFAULT_VALUE",
            }
        def api(answer):
            # The address of an API of AWS leads to AWS.
            return re.sub(r"https://[a-z0-9]+\.execute-api\.[a-z0-9.-]+", f"https://localhost:{self.api}", answer)
        def quota(answer):
            # Its quota of functions at once is what the machine can run.
            answer["AccountLimit"].update(ConcurrentExecutions=1000, UnreservedConcurrentExecutions=1000)
        always = {
            "GET /2016-08-19/account-settings": quota,
            "GET /v2/email/identities/example.com": identity,
            "DescribeStacks": api,
            # It has no SMS service.
            "DescribePhoneNumbers": lambda _: (200, {"PhoneNumbers": [number(self.aws.outputs["SmsTopicArn"])]}),
            "DescribePools": lambda _: (200, {"Pools": []}),
            "DescribeSenderIds": lambda _: (200, {"SenderIds": []}),
            "DescribeAccountAttributes": lambda _: (200, {"AccountAttributes": [{"Name": "ACCOUNT_TIER", "Value": "PRODUCTION"}]}),
            "DescribeSpendLimits": lambda _: (200, {"SpendLimits": [{
                "Name": "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", "EnforcedLimit": 50, "MaxLimit": 100, "Overridden": True,
            }]}),
            # It publishes no events of emails.
            "POST /v2/email/outbound-emails": lambda answer: self.report(stack, answer),
        }
        self.edits = {operation: [edit] for operation, edit in always.items()}

    def report(self, stack, answer):
        """What SES publishes about an email to its simulator. adapt.py lets the rules take it under this source."""
        mail = {"messageId": answer["MessageId"], "timestamp": "2026-11-23T12:00:00.000Z",
                "tags": {"ses:configuration-set": [stack], "probe": ["check"]}}
        entries = [{"Source": "replayed.ses", "DetailType": kind, "Detail": json.dumps({"mail": mail})}
                   for kind in ("Email Sent", "Email Delivered")]
        if self.sends_events:
            self.aws.aws["events"].put_events(Entries=entries)

    # ---- Servers ----

    def proxy(account):
        """Passes every call on to ministack, and its answer back through the edits."""
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
                # A program whose time is over does not read it.
                with contextlib.suppress(OSError):
                    self.wfile.write(answer)

            do_GET = do_POST = do_PUT = do_DELETE = forward

            def log_message(self, *_):
                pass

        return Handler

    def serve_api(account, certificate, key):
        """The API over TLS."""
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                sent = {"Host": f"{account.aws.resources['Api']}.execute-api.localhost:{account.aws.port}"}
                status, headers, answer = ask(account.aws.port, "GET", self.path, sent, None)
                self.send_response(status)
                if headers.get("X-Request-Id"):
                    self.send_header("X-Request-Id", headers["X-Request-Id"])
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_):
                """A client that does not accept the certificate hangs up."""

        server = Server(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        return account.serve(server)

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
                # A name that does not exist, or an authoritative answer.
                flags = 0x8580 if texts else 0x8583
                header = question[:2] + struct.pack(">HHHHH", flags, 1, len(texts), 0, 0)
                server.sendto(header + question[12:end + 5] + answers, self.client_address)

        return Handler


def operation(method, path, headers, body):
    """The name of a call: that of AWS' protocols that have one, else its method and path."""
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


def number(topic):
    return {
        "PhoneNumberArn": "arn:aws:sms-voice:eu-central-1:000000000000:phone-number/phone-7", "PhoneNumberId": "phone-7",
        "PhoneNumber": NUMBER, "Status": "ACTIVE", "IsoCountryCode": "DE", "MessageType": "TRANSACTIONAL",
        "NumberCapabilities": ["SMS"], "NumberType": "LONG_CODE", "MonthlyLeasingPrice": "1.00", "TwoWayEnabled": True,
        "TwoWayChannelArn": topic, "SelfManagedOptOutsEnabled": True, "OptOutListName": "Default",
        "DeletionProtectionEnabled": False, "CreatedTimestamp": 1700000000,
    }


def certificates(folder):
    """Three for a server: valid, expired, and for another name; all of the authority in `authority.pem`."""
    now = datetime.datetime.now(datetime.timezone.utc)
    day = datetime.timedelta(days=1)
    authority_key, authority = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tests")])

    def certificate(subject, key, days, extensions):
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(authority).public_key(key.public_key())
        builder = builder.serial_number(x509.random_serial_number())
        builder = builder.not_valid_before(now - 30 * day).not_valid_after(now + days * day)
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        return builder.sign(authority_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    own = certificate(authority, authority_key, 30, [(x509.BasicConstraints(ca=True, path_length=0), True)])
    (folder / "authority.pem").write_bytes(own)
    for name, host, days in (("valid", "localhost", 30), ("expired", "localhost", -1), ("other", "elsewhere.example", 30)):
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        names = [(x509.SubjectAlternativeName([x509.DNSName(host)]), False), (x509.BasicConstraints(ca=False, path_length=None), True)]
        (folder / f"{name}.pem").write_bytes(certificate(subject, key, days, names))
        (folder / f"{name}.key").write_bytes(key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        yield folder / f"{name}.pem", folder / f"{name}.key"
