"""The deployed stack, as its users and its operator use it."""

import http.client
import json
import re
import time
import uuid
from urllib.parse import urlencode, urlsplit

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

from servers import Receiver

# In seconds: longer than any wait that succeeds. ministack's Scheduler runs every ten seconds.
WAIT_S = 30
NATIVE = "betterreviews"
POSTAL_ADDRESS = "Example-Street-1"
PRIVACY = "https://shop.example/privacy"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
# Log lines that fail a story. A denied AWS call logs such a line or fails the story in another way.
BAD_LINE = re.compile(r'"level":"(ERROR|WARN)"|AccessDenied|not authorized|panicked|"errorType"')
# An expected warning, at any time: the server of one story hangs, until take-photo gives up the story's photos.
FOREIGN_LINE = re.compile(r'"message":"cannot fetch a photo"')


class Failure(Exception):
    """An expectation failed; the message says which."""


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


class Deployment:
    def __init__(self, port, stack):
        self.port, self.stack = port, stack
        session = boto3.Session("test", "test", region_name="eu-central-1")
        config = Config(connect_timeout=5, read_timeout=90, retries={"total_max_attempts": 1})
        self.aws = {
            name: session.client(name, endpoint_url=f"http://127.0.0.1:{port}", config=config)
            for name in ("cloudformation", "cloudwatch", "dynamodb", "events", "lambda", "logs", "s3", "scheduler", "sesv2", "sns", "sqs")
        }
        described = self.aws["cloudformation"].describe_stacks(StackName=stack)["Stacks"][0]
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in described["Outputs"]}
        pages = self.aws["cloudformation"].get_paginator("list_stack_resources").paginate(StackName=stack)
        resources = [one for page in pages for one in page["StackResourceSummaries"]]
        self.resources = {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in resources}
        functions = [one for one in resources if one["ResourceType"] == "AWS::Lambda::Function"]
        # By binary: the name of the function without the stack's name.
        self.functions = {
            one["PhysicalResourceId"].removeprefix(f"{stack}-"): one["LogicalResourceId"] for one in functions
        }
        self.logs_since = {}
        self.receiver = Receiver()

    # ---- The public API ----

    def call(self, method, path, body=None, key=None, status=None, headers=()):
        """Calls the API through API Gateway. Sends a dictionary as JSON, and a list of pairs as a form."""
        sent = {"Host": f"{self.resources['Api']}.execute-api.localhost:{self.port}", "User-Agent": BROWSER}
        if isinstance(body, dict):
            sent["Content-Type"], body = "application/json", json.dumps(body)
        elif body is not None:
            sent["Content-Type"], body = "application/x-www-form-urlencoded", urlencode(body)
        if key:
            sent["Authorization"] = f"Bearer {key}"
        answer = self.http(method, path, body, {**sent, **dict(headers)})
        if status is not None and answer.status != status:
            shown = path.split("token=")[0]
            raise Failure(f"{method} {shown} answered {answer.status}, not {status}: {answer.body[:300]}")
        return answer

    def http(self, method, path, body, headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def mails(self, to):
        """The emails to this address that SES accepted, oldest first."""
        captured = self.http("GET", "/_ministack/ses/messages", None, {})
        mails = [mail for account in captured.json()["messages"].values() for mail in account]
        return [mail for mail in mails if any(to in address for address in mail["To"])]

    def mail(self, to, count=1):
        """Waits until this many emails to the address exist, and returns the last."""
        mails = self.wait(f"mail {count} to {to}", lambda: len(self.mails(to)) >= count and self.mails(to))
        if len(mails) > count:
            raise Failure(f"{to} got {len(mails)} mails, not {count}")
        return mails[-1]

    def wait(self, what, look, seconds=WAIT_S, check_logs=True):
        """Waits until `look` returns something true, and returns it. A bad log line ends the wait."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for _ in range(5):
                if found := look():
                    return found
                time.sleep(0.2)
            if check_logs:
                self.check_logs()
        raise Failure(f"no {what} within {seconds} s")

    # ---- The operator's actions ----

    def invoke(self, function, event):
        answer = self.aws["lambda"].invoke(FunctionName=f"{self.stack}-{function}", Payload=json.dumps(event))
        body = json.load(answer["Payload"])
        if "FunctionError" in answer:
            raise Failure(f"{function} failed: {body}")
        return body

    def shop(self, dialect="betterreviews"):
        """Creates a shop with a unique name and a key for this API. The shop's webhook gets all events, so that every
        function that changes something has to queue an event."""
        tenant = f"shop-{uuid.uuid4().hex[:12]}"
        key = self.key(tenant)
        self.call("POST", "/api/v1/webhooks", {"url": self.receiver.url, "include": ["review"]}, key, 201)
        return tenant, key if dialect == NATIVE else self.key(tenant, dialect)

    def key(self, tenant, dialect=NATIVE, **fields):
        """Creates a key for this API, and the shop if it does not exist."""
        self.admin("create_shop", shop=tenant, shop_name="Acme", shop_address=POSTAL_ADDRESS, privacy_url=PRIVACY)
        return self.admin("create_key", shop=tenant, dialect=dialect, **fields)["api_key"]

    def admin(self, operation, **fields):
        return self.invoke("admin", {"operation": {operation: fields}, "caller": self.caller()})

    def caller(self):
        """The caller's proof of identity for `admin`, as the program `afterword` makes it: a request that is signed but
        not sent."""
        headers = {"x-afterword-function": f"{self.stack}-admin"}
        body = "Action=GetCallerIdentity&Version=2011-06-15"
        request = AWSRequest(method="POST", url="https://sts.eu-central-1.amazonaws.com/", headers=headers, data=body)
        SigV4Auth(Credentials("test", "test"), "sts", "eu-central-1").add_auth(request)
        return {name: request.headers[name] for name in ("authorization", "x-amz-date")}

    def mail_event(self, detail_type, tenant, request, **detail):
        """Publishes an SES event about a request's first email, in the form that SES documents."""
        tags = {"ses:configuration-set": [self.stack], "tenant": [tenant], "mode": ["live"], "request": [str(request)],
                "step": ["0"], "attempt": ["0"]}
        sent_at = time.strftime("%Y-%m-%dT%H:%M:%S.512Z", time.gmtime())
        mail = {"timestamp": sent_at, "messageId": f"message-{request}", "source": "reviews@example.com",
                "destination": ["someone@example.com"], "tags": tags}
        event = {"Source": "replayed.ses", "DetailType": detail_type, "Detail": json.dumps({"mail": mail, **detail})}
        published = self.aws["events"].put_events(Entries=[event])
        if published["FailedEntryCount"]:
            raise Failure(f"EventBridge refuses {detail_type}: {published}")

    def idle(self, queue, check_logs=True):
        """Waits until no message of a queue is visible or in flight."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        def empty():
            found = self.aws["sqs"].get_queue_attributes(QueueUrl=queue, AttributeNames=names)
            return all(number == "0" for number in found["Attributes"].values())
        self.wait(f"an empty queue {queue}", empty, check_logs=check_logs)

    def schedules(self, tenant=""):
        """The names of one shop's schedules, or of all."""
        listed = self.aws["scheduler"].list_schedules(GroupName=self.resources["ScheduleGroup"])["Schedules"]
        return [one["Name"] for one in listed if one["Name"].startswith(tenant)]

    def log(self, function):
        """A function's log lines since `forget_logs`."""
        pages = self.aws["logs"].get_paginator("filter_log_events").paginate(
            logGroupName=f"/aws/lambda/{self.stack}-{function}"
        )
        lines = [event["message"] for page in pages for event in page["events"]]
        return lines[self.logs_since.get(function, 0):]

    def forget_logs(self):
        self.logs_since = {}
        self.logs_since = {function: len(self.log(function)) for function in self.functions}

    def check_logs(self):
        for function in self.functions:
            for line in self.log(function):
                if BAD_LINE.search(line) and not FOREIGN_LINE.search(line):
                    raise Failure(f"{function} logged {line[:400]}")


def link(text, path="/review/"):
    """The first link below this path in a URL or an email, without its host."""
    found = re.search(rf"https://[a-z0-9.-]+({path}[^\s\"<>]+)", text)
    if not found:
        raise Failure(f"no link to {path} in {text[:200]}")
    return found[1]


def token(hub):
    return hub.split("token=")[1] if "token=" in hub else urlsplit(hub).path.rsplit("/", 1)[1]
