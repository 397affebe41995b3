"""Why did Jane not get her email, and how many failed today, and why? One command each, on causes that are made here one after
the other.

    .tools/venv/bin/python .ci/ministack/causes.py <ministack's port> <stack> <the program afterword>
"""

import json
import signal
import subprocess
import sys
import tempfile
import time

from botocore.exceptions import BotoCoreError, ClientError

from deployment import Deployment, Failure, link, token
from releases import REGION, Operator
from stories import MUG, REQUESTS, TRAY, expect, expect_status, review, unique

# What happens to an email that left, as SES reports it, to why it did not arrive.
REPORTED = {
    "delivered": ("Email Delivered", {"delivery": {"smtpResponse": "250 ok"}}),
    "bounced": ("Email Bounced", {"bounce": {"bounceType": "Permanent", "bounceSubType": "General"}}),
    "soft_bounced": ("Email Bounced", {"bounce": {"bounceType": "Transient", "bounceSubType": "MailboxFull"}}),
    "suppressed_by_provider": ("Email Bounced", {"bounce": {"bounceType": "Permanent", "bounceSubType": "OnAccountSuppressionList"}}),
    "rejected": ("Email Rejected", {"reject": {"reason": "Bad content"}}),
    "complained": ("Email Complaint Received", {"complaint": {"complaintFeedbackType": "abuse"}}),
}
# Why the next email to the same customer does not leave.
NEXT = {"bounced": "suppressed_bounce", "complained": "suppressed_complaint"}
# Those of the causes that count as failed messages, in the first shop.
FAILED = {"bounced", "suppressed_bounce", "suppressed_by_provider", "rejected", "suppressed_complaint", "unsubscribed",
          "suppressed_by_shop", "order_cancelled", "order_refunded"}


class Questions:
    """A shop, and an operator who is asked about its customers."""

    def __init__(self, aws, operator):
        self.aws, self.operator = aws, operator
        self.tenant, self.key = aws.shop()
        self.answered = {}

    def ask(self, buyer, order=None, **body):
        """Asks a customer for a review, at once unless the body says another time; the request's id and page."""
        body = {"product_ids": [MUG], "email": buyer, "order_id": order or unique("order"), "delay_days": 0, **body}
        made = self.aws.call("POST", f"{REQUESTS}/send", body, self.key, 201).json()
        return made["request_id"], made["hub_url"]

    def sent(self, buyer):
        """Asks a customer whose email leaves; the request's id."""
        request, _ = self.ask(buyer)
        expect_status(self.aws, self.key, request, "sent")
        return request

    def expect(self, buyer, cause):
        """Asks the operator why this customer got no email, until the answer is this cause."""
        until = time.monotonic() + 20
        while True:
            answer = self.operator.run("why", self.tenant, "--email", buyer)
            [newest, *_] = answer["requests"] or [answer["not_found"]]
            if newest["cause"] == cause:
                break
            if time.monotonic() > until:
                raise Failure(f"why: expected {cause}: {answer}")
            time.sleep(0.5)
        expect(newest["summary"].endswith("."), f"it is said in a sentence: {newest}")
        expect(buyer not in str(answer), f"the address is not in the answer: {answer}")
        self.answered[cause] = newest["summary"]

    def failed(self):
        """How many failed, by cause."""
        answer = self.operator.run("failed", self.tenant, "--since", "24h")
        causes = {one["cause"]: one["failed"] for one in answer["causes"]}
        expect(sum(causes.values()) == answer["failed"], f"the causes add up: {answer}")
        return causes


def what_was_reported(shop):
    """SES' reports, and what follows from them for the next email."""
    for cause, (event, detail) in REPORTED.items():
        buyer = unique(cause)
        shop.aws.mail_event(event, shop.tenant, shop.sent(buyer), **detail)
        shop.expect(buyer, cause)
        if cause in NEXT:
            shop.ask(buyer)
            shop.expect(buyer, NEXT[cause])


def what_was_asked_for(shop):
    """Customers and the shop that want no email, or no more."""
    buyer = unique("unsubscribed")
    shop.sent(buyer)
    stop = link(shop.aws.mail(buyer)["BodyText"], "/review/unsubscribe")
    shop.aws.call("POST", "/review/unsubscribe", [("token", token(stop))], status=200)
    shop.ask(buyer)
    shop.expect(buyer, "unsubscribed")
    buyer = unique("listed")
    shop.aws.call("PUT", f"/api/v1/suppressions/{buyer}", key=shop.key, status=200)
    shop.ask(buyer)
    shop.expect(buyer, "suppressed_by_shop")
    for status in ("cancelled", "refunded"):
        buyer, order = unique(status), unique("order")
        body = {"status": status, "currency": "EUR", "lines": []}
        shop.aws.call("PUT", f"/api/v1/orders/{order}", body, shop.key, 200)
        shop.ask(buyer, order)
        shop.expect(buyer, f"order_{status}")
    buyer = unique("withdrawn")
    request, _ = shop.ask(buyer, delay_days=7)
    shop.expect(buyer, "scheduled")
    shop.aws.call("DELETE", f"{REQUESTS}/{request}", key=shop.key, status=200)
    shop.expect(buyer, "cancelled")
    buyer = unique("early")
    _, hub = shop.ask(buyer, delay_days=7, product_ids=[MUG, TRAY])
    review(shop.aws, link(hub))
    shop.expect(buyer, "reviewed")
    buyer = unique("shared")
    shop.ask(buyer, skip_email=True)
    shop.expect(buyer, "no_channel")
    shop.expect(unique("unknown"), "not_found")


def what_waits(shop):
    """A pause by the operator, and a hold."""
    shop.operator.run("pause", shop.tenant)
    buyer = unique("paused")
    shop.ask(buyer)
    shop.expect(buyer, "paused")
    shop.operator.run("resume", shop.tenant)
    # Held by hand: a hundred emails that bounce would take long.
    since = {"N": str(int(time.time() * 1000))}
    row = {"PK": {"S": f"T#{shop.tenant}.live#HOLD"}, "SK": {"S": "HOLD"}, "since": since, "reason": {"S": "bounces"}}
    index = {"due_shard": {"S": "H#00"}, "due_at": {"N": str(int(time.time() * 1000) + 86_400_000)}}
    shop.aws.aws["dynamodb"].put_item(TableName=shop.aws.outputs["TableName"], Item={**row, **index})
    buyer = unique("held")
    shop.ask(buyer)
    shop.expect(buyer, "held")
    shop.operator.run("hold", "release", shop.tenant)


def caps(shop):
    """A shop that writes to a customer once a month, and whose links are over by then."""
    shop.aws.call("PUT", "/api/v1/settings", {"messages_a_month": 1, "link_days": 7}, shop.key, 200)
    buyer = unique("capped")
    shop.sent(buyer)
    shop.ask(buyer)
    shop.expect(buyer, "capped")


def said(operator, *arguments):
    """What a command prints for a person."""
    command = [operator.program, "--stack", operator.stack, "--region", REGION, *arguments]
    done = subprocess.run(command, env=operator.env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    expect(done.returncode == 0, f"{' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def tailed(operator, tenant):
    """What `tail` prints within some looks, until Ctrl-C."""
    command = [operator.program, "--stack", operator.stack, "--region", REGION, "--json", "tail", tenant, "--since", "10m"]
    with subprocess.Popen(command, env=operator.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as running:
        time.sleep(6)
        expect(running.poll() is None, f"tail goes on: it ended with {running.returncode}")
        running.send_signal(signal.SIGINT)
        lines = running.communicate(timeout=10)[0].splitlines()
    expect(len(set(lines)) == len(lines), f"each event is printed once: {lines}")
    return [json.loads(line) for line in lines]


def run(aws, operator):
    aws.forget_logs()
    shop, frugal = Questions(aws, operator), Questions(aws, operator)
    what_was_reported(shop)
    what_was_asked_for(shop)
    what_waits(shop)
    caps(frugal)
    failed = shop.failed()
    expect(failed == dict.fromkeys(FAILED, 1), f"how many failed, and why: {failed}")
    expect(frugal.failed() == {"capped": 1}, f"of the other shop: {frugal.failed()}")
    everywhere = operator.run("failed", "--since", "24h")
    mine = {one["tenant"]: one["causes"] for one in everywhere["shops"]}[shop.tenant]
    expect(mine == failed, f"of all shops: {everywhere}")
    text = said(operator, "failed", shop.tenant, "--since", "24h")
    expect(text.startswith(f"{len(FAILED)} messages failed since ") and "order_refunded" in text, f"in words: {text}")
    what = [event["what"] for event in tailed(operator, shop.tenant)]
    missing = {"created", "sent", "skipped", "cancelled", "review_submitted", "operator", *REPORTED} - set(what)
    expect(not missing, f"what happened was listed, but for {missing}: {what}")
    answered = shop.answered | frugal.answered
    print(f"  why did she not get it: {len(answered)} causes by one command each; how many failed, and why: {len(FAILED) + 1}")


def main():
    port, stack, program = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        try:
            run(Deployment(int(port), stack), Operator(port, stack, program, temporary))
        except (Failure, BotoCoreError, ClientError, OSError) as failure:
            sys.exit(f"FAILED causes: {failure}")


if __name__ == "__main__":
    main()
