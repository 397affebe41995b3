"""Breaks the deployed stack and its account in one way after the other. `afterword check` has to name each fault and
nothing else.

    .tools/venv/bin/python .ci/ministack/faults.py <ministack's port> <stack> <the program afterword>
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from account import NUMBER, Account
from deployment import Deployment, Failure

FAULTS = []
# Seconds until an email's events are back here, and until it is clear that they never will be.
WAIT_S, NO_WAIT_S = 30, 4
# What is looked at whatever else is wrong.
FIRST = {"credentials", "region"}
REST = "everything behind it"


def fault(check, words, status="fail", skipped=(), email=False):
    """A fault that exactly this check finds, in these words, in which STACK is the stack. The checks of `skipped` wait for it to
    be fixed."""
    def register(inject):
        FAULTS.append((contextlib.contextmanager(inject), check, words, status, skipped, email))
        return inject
    return register


# ---- What ministack itself can be ----


@fault("rules", "STACK-mail-bounced is disabled")
def a_rule_is_disabled(account):
    name = account.aws.resources["MailBounced"]
    account.aws.aws["events"].disable_rule(Name=name)
    yield
    account.aws.aws["events"].enable_rule(Name=name)


@fault("rules", "does not take Email Sent of STACK")
def a_rule_takes_another_set(account):
    events, name = account.aws.aws["events"], account.aws.resources["MailSent"]
    pattern = events.describe_rule(Name=name)["EventPattern"]
    events.put_rule(Name=name, EventPattern=pattern.replace(account.aws.stack, "another"))
    yield
    events.put_rule(Name=name, EventPattern=pattern)


@fault("targets", "STACK-mail-reported does not lead to the queue", email=True, skipped=["email"])
def a_target_is_removed(account):
    events, name = account.aws.aws["events"], account.aws.resources["MailReported"]
    targets = events.list_targets_by_rule(Rule=name)["Targets"]
    events.remove_targets(Rule=name, Ids=[target["Id"] for target in targets])
    yield
    events.put_targets(Rule=name, Targets=targets)


@fault("queue-policy", "it does not let in what comes by STACK-mail-reported")
def the_queue_has_no_policy(account):
    sqs, url = account.aws.aws["sqs"], account.aws.outputs["MailEventsQueueUrl"]
    policy = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["Policy"])["Attributes"]["Policy"]
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": ""})
    yield
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": policy})


@fault("mappings", "STACK-send-request does not read its queue: the mapping is Disabled")
def a_mapping_is_disabled(account):
    client = account.aws.aws["lambda"]
    found = account.aws.resources["SendRequestSource"]
    client.update_event_source_mapping(UUID=found, Enabled=False)
    yield
    client.update_event_source_mapping(UUID=found, Enabled=True)


@fault("identity", "example.com is no identity of this account and region", skipped=["dkim", "mail-from"])
def the_identity_is_deleted(account):
    account.aws.aws["sesv2"].delete_email_identity(EmailIdentity="example.com")
    with account.without("GET /v2/email/identities/example.com"):
        yield
    account.aws.aws["sesv2"].create_email_identity(EmailIdentity="example.com")


@fault("configuration-set", "sending is off for the configuration set STACK")
def the_configuration_set_is_off(account):
    put = account.aws.aws["sesv2"].put_configuration_set_sending_options
    put(ConfigurationSetName=account.aws.stack, SendingEnabled=False)
    yield
    put(ConfigurationSetName=account.aws.stack, SendingEnabled=True)


@fault("event-destination", "event-bus is disabled: no report comes")
def the_event_destination_is_off(account):
    ses, name = account.aws.aws["sesv2"], {"ConfigurationSetName": account.aws.stack}
    own = ses.get_configuration_set_event_destinations(**name)["EventDestinations"][0]
    known = {field: own[field] for field in ("Enabled", "MatchingEventTypes", "EventBridgeDestination")}
    put = ses.update_configuration_set_event_destination
    put(**name, EventDestinationName=own["Name"], EventDestination={**known, "Enabled": False})
    yield
    put(**name, EventDestinationName=own["Name"], EventDestination=known)


@fault("sandbox", "nobody asked AWS to leave it")
def the_account_is_in_the_sandbox(account):
    put = account.aws.aws["sesv2"].put_account_details
    asked = {"MailType": "TRANSACTIONAL", "WebsiteURL": "https://example.com", "UseCaseDescription": "reviews"}
    put(**asked, ProductionAccessEnabled=False)
    yield
    put(**asked, ProductionAccessEnabled=True)


@fault("alarms", "nobody is subscribed: no alarm reaches anybody")
def nobody_hears_the_alarms(account):
    account.unsubscribe()
    yield
    account.subscribe()


# ---- What only an answer can be ----


@fault("stack", "UPDATE_ROLLBACK_FAILED")
def the_stack_is_in_a_failed_state(account):
    status = account.aws.aws["cloudformation"].describe_stacks(StackName=account.aws.stack)["Stacks"][0]["StackStatus"]
    with account.replacing("DescribeStacks", f">{status}<", ">UPDATE_ROLLBACK_FAILED<"):
        yield


@fault("stack", "there is no stack STACK in this account and region", skipped=REST)
def the_stack_is_missing(account):
    with account.refusing("DescribeStacks", "ValidationError", "Stack with id STACK does not exist"):
        yield


@fault("credentials", "sts:GetCallerIdentity: ExpiredToken", skipped=REST)
def the_credentials_are_over(account):
    with account.refusing("GetCallerIdentity", "ExpiredToken", "The security token included in the request is expired"):
        yield


@fault("outputs", "the stack has no PhotoQueueUrl")
def an_output_is_missing(account):
    with account.replacing("DescribeStacks", ">PhotoQueueUrl<", ">AnotherUrl<"):
        yield


@fault("functions", "STACK-hub cannot be invoked")
def a_function_failed(account):
    path = f"GET /2015-03-31/functions/{account.aws.stack}-hub/configuration"
    with account.answering(path, lambda answer: answer.update(State="Failed")):
        yield


@fault("concurrency", "10 functions at once, and what works in the background takes up to 13")
def the_quota_of_functions_is_that_of_a_new_account(account):
    path = "GET /2016-08-19/account-settings"
    with account.answering(path, lambda answer: answer["AccountLimit"].update(UnreservedConcurrentExecutions=10)):
        yield


@fault("sandbox", "AWS is reviewing the request (case-7)", "warn")
def a_review_is_pending(account):
    review = {"Details": {"ReviewDetails": {"Status": "PENDING", "CaseId": "case-7"}}, "ProductionAccessEnabled": False}
    with account.answering("GET /v2/email/account", lambda answer: answer.update(review)):
        yield


@fault("sending", "sending is off for the whole account", email=True, skipped=["email"])
def sending_is_paused(account):
    with account.answering("GET /v2/email/account", lambda answer: answer.update(SendingEnabled=False)):
        yield


@fault("quota", "the day's quota is used up")
def the_quota_is_used_up(account):
    used = {"Max24HourSend": 200, "SentLast24Hours": 200}
    with account.answering("GET /v2/email/account", lambda answer: answer["SendQuota"].update(used)):
        yield


@fault("quota", "less leaves than SES would take", "warn")
def the_rate_is_above_what_is_sent(account):
    with account.answering("GET /v2/email/account", lambda answer: answer["SendQuota"].update(MaxSendRate=90)):
        yield


@fault("identity", "example.com is not verified")
def the_identity_is_not_verified(account):
    path = "GET /v2/email/identities/example.com"
    with account.answering(path, lambda answer: answer.update(VerifiedForSendingStatus=False)):
        yield


@fault("dkim", "emails of example.com are not signed: signing is off")
def dkim_is_off(account):
    path = "GET /v2/email/identities/example.com"
    with account.answering(path, lambda answer: answer["DkimAttributes"].update(SigningEnabled=False)):
        yield


@fault("mail-from", "bounce.example.com is not ready (FAILED)", "warn")
def the_domain_for_bounces_failed(account):
    path = "GET /v2/email/identities/example.com"
    with account.answering(path, lambda answer: answer["MailFromAttributes"].update(MailFromDomainStatus="FAILED")):
        yield


@fault("queue", "there is no queue STACK-mail-events", skipped=["queue-policy"])
def the_queue_is_gone(account):
    error = {"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "The specified queue does not exist."}
    with account.answering("GetQueueUrl", lambda _: (400, error)):
        yield


@fault("alarms", "nobody has confirmed (1 asked)")
def the_subscription_is_not_confirmed(account):
    with account.replacing("ListSubscriptionsByTopic", account.subscription, "PendingConfirmation"):
        yield


@fault("sms-sender", f"{NUMBER} is not active")
def the_number_is_not_active(account):
    with account.answering("DescribePhoneNumbers", lambda answer: answer["PhoneNumbers"][0].update(Status="PENDING")):
        yield


@fault("sms-sandbox", "the account is in the SMS sandbox")
def sms_are_in_the_sandbox(account):
    with account.answering("DescribeAccountAttributes", lambda answer: answer["AccountAttributes"][0].update(Value="SANDBOX")):
        yield


@fault("sms-spend-limit", "1 USD a month", "warn")
def the_spend_limit_is_the_first(account):
    with account.answering("DescribeSpendLimits", lambda answer: answer["SpendLimits"][0].update(EnforcedLimit=1)):
        yield


@fault("sms-replies", f"STOP to {NUMBER} reaches AWS alone", "warn")
def replies_go_nowhere(account):
    with account.answering("DescribePhoneNumbers", lambda answer: answer["PhoneNumbers"][0].update(TwoWayEnabled=False)):
        yield


# ---- DNS, TLS, and the way back of an email ----


@fault("dmarc", "example.com has no DMARC record", "warn")
def there_is_no_dmarc_record(account):
    account.dmarc, before = {}, account.dmarc
    yield
    account.dmarc = before


@fault("dmarc", "_dmarc.example.com has 2 records, so none counts")
def there_are_two_dmarc_records(account):
    account.dmarc, before = {"_dmarc.example.com": ["v=DMARC1; p=none", "v=DMARC1; p=reject"]}, account.dmarc
    yield
    account.dmarc = before


@fault("base-url", "is not valid: ")
def the_certificate_has_expired(account):
    account.api = account.expired
    yield
    account.api = account.tls


@fault("base-url", "is not valid: ")
def the_certificate_is_for_another_name(account):
    account.api = account.other
    yield
    account.api = account.tls


@fault("email", "no report came back within", email=True)
def no_event_comes_back(account):
    account.sends_events = False
    yield
    account.sends_events = True


# ---- What cannot be read ----


@fault("concurrency", "lambda:GetAccountSettings: AccessDeniedException: User bob is not authorized", "unknown")
def a_call_is_denied(account):
    denied = {"__type": "AccessDeniedException", "message": "User bob is not authorized to perform lambda:GetAccountSettings"}
    with account.answering("GET /2016-08-19/account-settings", lambda _: (403, denied)):
        yield


@fault("alarms", "sns:ListSubscriptionsByTopic: no answer within 20 seconds", "unknown")
def a_call_hangs(account):
    with account.answering("ListSubscriptionsByTopic", lambda answer: (time.sleep(25), answer)[1]):
        yield


class Tried(Account):
    """The account of the faults, which is whole before each of them."""

    def __init__(self, aws, folder):
        super().__init__(aws, folder)
        self.complete(aws.stack)
        self.subscribe()

    def subscribe(self):
        topic = self.aws.resources["AlarmTopic"]
        made = self.aws.aws["sns"].subscribe(TopicArn=topic, Protocol="email", Endpoint="ops@example.com", ReturnSubscriptionArn=True)
        self.subscription = made["SubscriptionArn"]

    def unsubscribe(self):
        self.aws.aws["sns"].unsubscribe(SubscriptionArn=self.subscription)

    def replacing(self, operation, before, after):
        def edit(answer):
            if before not in answer:
                raise Failure(f"{operation} does not answer {before}")
            return answer.replace(before, after)
        return self.answering(operation, edit)

    def refusing(self, operation, code, message):
        """While this lasts, an operation of the query protocol is refused."""
        error = f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
        return self.answering(operation, lambda _: (400, error))

    @contextlib.contextmanager
    def without(self, operation):
        """While this lasts, an operation has ministack's own answer."""
        edits = self.edits.pop(operation)
        yield
        self.edits[operation] = edits

    def check(self, program, email):
        """The findings, and the exit code."""
        command = [program, "check", "--json", "--stack", self.aws.stack, "--endpoint", self.endpoint, "--resolver", self.resolver,
                   "--email-wait", str(WAIT_S if self.sends_events else NO_WAIT_S), *([] if email else ["--no-email"])]
        environment = {**os.environ, "SSL_CERT_FILE": str(self.folder / "authority.pem")}
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
        try:
            return {finding["check"]: finding for finding in json.loads(ran.stdout)["findings"]}, ran.returncode
        except ValueError:
            raise Failure(f"no report, but {ran.stdout}{ran.stderr}") from None


def production_access(account, program):
    """Nothing is asked without --request, nor without a yes; with both, SES has the answers."""
    ses = account.aws.aws["sesv2"]
    ses.put_account_details(MailType="MARKETING", WebsiteURL="https://before.example", ProductionAccessEnabled=False)
    def run(*options):
        command = [program, "production-access", "--json", "--endpoint", account.endpoint, *options]
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    asked = ("--request", "--website", "https://shop.example")
    for options, code in (((), 0), (asked, 2)):
        ran, state = run(*options), ses.get_account()
        if ran.returncode != code or state["ProductionAccessEnabled"] or "before" not in state["Details"]["WebsiteURL"]:
            raise Failure(f"production-access {options}: {ran.returncode} {ran.stdout}{ran.stderr} {state}")
    ran, state = run(*asked, "--yes"), ses.get_account()
    details = state["Details"]
    if ran.returncode or not state["ProductionAccessEnabled"] or details["WebsiteURL"] != "https://shop.example":
        raise Failure(f"production-access --yes: {ran.stdout}{ran.stderr} {state}")
    if json.loads(ran.stdout)["answers"]["use_case"] != details["UseCaseDescription"]:
        raise Failure(f"SES has another description than was shown: {details}")
    again = run(*asked, "--yes")
    if again.returncode != 1 or "outside the sandbox" not in again.stdout:
        raise Failure(f"an account outside the sandbox asks again: {again.stdout}{again.stderr}")


def expect(findings, code, wanted, skipped):
    """The findings that are no `pass` are exactly these, by check: a status and words."""
    bad = {name: one for name, one in findings.items() if one["status"] not in ("pass", "skip")}
    left = {name for name, one in findings.items() if one["status"] == "skip"}
    skipped = set(findings) - FIRST - set(wanted) if skipped == REST else skipped
    shown = json.dumps([*bad.values(), sorted(left)], indent=1)
    if set(bad) != set(wanted) or left != skipped:
        raise Failure(f"not exactly {sorted(wanted)}, with {sorted(skipped)} skipped: {shown}")
    for name, (status, words) in wanted.items():
        if bad[name]["status"] != status or words not in bad[name]["seen"] or not bad[name].get("fix"):
            raise Failure(f"{name} is not {status} with {words!r} and a fix: {shown}")
    if code != int(any(one["status"] == "fail" for one in bad.values())):
        raise Failure(f"the exit code is {code}: {shown}")


def main():
    port, stack, program = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        account = Tried(Deployment(int(port), stack), Path(folder))
        expect(*account.check(program, email=True), {}, set())
        print("  a whole account: all of `afterword check` passes, and its email came back", flush=True)
        for inject, check, words, status, skipped, email in FAULTS:
            name = inject.__wrapped__.__name__
            began = time.monotonic()
            try:
                with inject(account):
                    skipped = skipped if skipped == REST else {*skipped, *([] if email else ["email"])}
                    expect(*account.check(program, email), {check: (status, words.replace("STACK", stack))}, skipped)
            except Failure as failure:
                sys.exit(f"FAILED {name}: {failure}")
            print(f"  {name:<50} {time.monotonic() - began:4.1f} s  {check}: {status}", flush=True)
        production_access(account, program)
        # Every fault is undone.
        expect(*account.check(program, email=False), {}, {"email"})
        account.stop()
    print(f"{len(FAULTS)} faults are named, each alone")


if __name__ == "__main__":
    main()
