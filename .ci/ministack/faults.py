"""Makes one fault after another in the deployed stack and its account, of those that ministack can represent. `afterword check`
must name each fault, and nothing else.

    .tools/venv/bin/python .ci/ministack/faults.py <ministack's port> <stack> <the program afterword>
"""

import contextlib
import json
import subprocess
import sys
import time

from account import Account
from deployment import Deployment, Failure
from servers import Model

FAULTS = []


def fault(check, words, status="fail", comes_first=False):
    """Registers a fault: the check that must find it, and the words that the check must print (STACK stands for the
    stack's name). With `comes_first`, `afterword check` skips other checks until the fault is fixed."""
    def register(inject):
        FAULTS.append((contextlib.contextmanager(inject), check, words, status, comes_first))
        return inject
    return register


@fault("model", "but with no question (end_turn)", "warn")
def a_model_answers_in_prose(account):
    account.model.says, good = "Sure! I would love to help with that.", account.model.says
    yield
    account.model.says = good


@fault("rules", "STACK-mail-bounced is disabled")
def a_rule_is_disabled(account):
    events, name = account.aws.aws["events"], account.aws.resources["MailBounced"]
    events.disable_rule(Name=name)
    yield
    events.enable_rule(Name=name)


@fault("mappings", "STACK-send-request does not read its queue: the mapping is Disabled")
def a_mapping_is_disabled(account):
    client, found = account.aws.aws["lambda"], account.aws.resources["SendRequestSource"]
    client.update_event_source_mapping(UUID=found, Enabled=False)
    yield
    client.update_event_source_mapping(UUID=found, Enabled=True)


@fault("identity", "example.com is no identity of this account and region", comes_first=True)
def the_identity_is_deleted(account):
    account.aws.aws["sesv2"].delete_email_identity(EmailIdentity="example.com")
    yield
    account.aws.aws["sesv2"].create_email_identity(EmailIdentity="example.com")


@fault("configuration-set", "sending is off for the configuration set STACK")
def the_configuration_set_is_off(account):
    put = account.aws.aws["sesv2"].put_configuration_set_sending_options
    put(ConfigurationSetName=account.aws.stack, SendingEnabled=False)
    yield
    put(ConfigurationSetName=account.aws.stack, SendingEnabled=True)


@fault("sandbox", "nobody asked AWS to leave it")
def the_account_is_in_the_sandbox(account):
    put = account.aws.aws["sesv2"].put_account_details
    asked = {"MailType": "TRANSACTIONAL", "WebsiteURL": "https://example.com", "UseCaseDescription": "reviews"}
    put(**asked, ProductionAccessEnabled=False)
    yield
    put(**asked, ProductionAccessEnabled=True)


@fault("protection", "one command deletes the stack", "warn")
def the_stack_is_not_protected(account):
    put = account.aws.aws["cloudformation"].update_termination_protection
    put(StackName=account.aws.stack, EnableTerminationProtection=False)
    yield
    put(StackName=account.aws.stack, EnableTerminationProtection=True)


def subscribe(account):
    account.aws.aws["sns"].subscribe(TopicArn=account.aws.resources["AlarmTopic"], Protocol="email", Endpoint="ops@example.com")


def check(account, program):
    """The findings and the exit code of `afterword check`. It is run again, as it asks for, while the model is late:
    beside the tests of `.ci/run`, ministack may need more than the model's five seconds."""
    command = [program, "check", "--json", "--stack", account.aws.stack, "--endpoint", account.endpoint, "--resolver", account.resolver]
    for _ in range(5):
        ran = subprocess.run(command, capture_output=True, text=True, timeout=120)
        try:
            findings = json.loads(ran.stdout)["findings"]
        except ValueError:
            raise Failure(f"no report, but {ran.stdout}{ran.stderr}") from None
        if not any("did not answer within five seconds" in finding["seen"] for finding in findings):
            break
    return findings, ran.returncode


def expect(findings, code, wanted, comes_first=False):
    """Fails unless `afterword check` finds exactly the wanted faults, each with its check, status and words. Passed
    checks are ignored. With `comes_first`, the fault prevents later checks, so skipped ones are expected."""
    bad = [one for one in findings if one["status"] not in ("pass", "skip")]
    skipped = [one for one in findings if one["status"] == "skip"]
    shown = json.dumps([*bad, *skipped], indent=1)
    if len(bad) != len(wanted) or bool(skipped) != comes_first:
        raise Failure(f"not exactly {wanted}: {shown}")
    for one, (name, status, words) in zip(bad, wanted):
        if (one["check"], one["status"]) != (name, status) or words not in one["seen"] or not one.get("fix"):
            raise Failure(f"not {name}, {status}, with {words!r} and a fix: {shown}")
    if code != int(any(one["status"] == "fail" for one in bad)):
        raise Failure(f"the exit code is {code}: {shown}")


def dead_letter(account, program):
    """Fails unless `afterword status` shows a dead letter, and says of the costs what it knows."""
    sqs = account.aws.aws["sqs"]
    url = sqs.get_queue_url(QueueName=f"{account.aws.stack}-photo-dead")["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody="{}")
    command = [program, "status", "--json", "--stack", account.aws.stack, "--endpoint", account.endpoint]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120)
    sqs.purge_queue(QueueUrl=url)
    if ran.returncode != 0:
        raise Failure(ran.stdout + ran.stderr)
    seen = json.loads(ran.stdout)
    if seen["dead_letters"] != {"photo": 1} or not {"unknown", "services"} & seen["costs"].keys():
        raise Failure(ran.stdout)


def main():
    port, stack, program = sys.argv[1:]
    account = Account(Deployment(port, stack))
    account.model = Model()
    subscribe(account)
    name = "a whole account"
    try:
        expect(*check(account, program), [])
        name = "afterword status"
        dead_letter(account, program)
        for inject, of, words, status, comes_first in FAULTS:
            name, began = inject.__wrapped__.__name__, time.monotonic()
            with inject(account):
                expect(*check(account, program), [(of, status, words.replace("STACK", stack))], comes_first)
            print(f"  {name:<40} {time.monotonic() - began:4.1f} s  {of}: {status}", flush=True)
        name = "every fault is undone"
        expect(*check(account, program), [])
    except Failure as failure:
        sys.exit(f"FAILED {name}: {failure}")
    account.stop()


if __name__ == "__main__":
    main()
