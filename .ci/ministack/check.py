"""Runs the stories on a deployed stack; then, if asked to, again without each single permission.

    .ci/deploy [--without-each-permission]
"""

import copy
import json
import sys
import time

from botocore.exceptions import BotoCoreError, ClientError

from deployment import Deployment, Failure
from stories import STORIES

# Permissions that are needed on AWS and that ministack does not ask for: function, action, end of the resource. Nor
# does it ask anything of the two roles that Scheduler assumes; and the hub's statement about models is a Deny here.
NOT_ASKED_FOR = {
    ("send-request", "sqs:ReceiveMessage", "-send"): "its poller reads the queue without the function's role",
    ("send-request", "sqs:DeleteMessage", "-send"): "its poller reads the queue without the function's role",
    ("send-request", "sqs:GetQueueAttributes", "-send"): "its poller reads the queue without the function's role",
    ("send-request", "sms-voice:SendTextMessage", "*"): "it has no SMS service",
    ("send-request", "ses:GetAccount", "*"): "its SES never throttles",
    ("mail-events", "sqs:ReceiveMessage", "-mail-events"): "its poller reads the queue without the function's role",
    ("mail-events", "sqs:DeleteMessage", "-mail-events"): "its poller reads the queue without the function's role",
    ("mail-events", "sqs:GetQueueAttributes", "-mail-events"): "its poller reads the queue without the function's role",
    ("mail-events", "sqs:SendMessage", "-send"): "only an SMS can be owed at once, and it has no SMS service",
    ("privacy", "sqs:ReceiveMessage", "-privacy"): "its poller reads the queue without the function's role",
    ("privacy", "sqs:DeleteMessage", "-privacy"): "its poller reads the queue without the function's role",
    ("privacy", "sqs:GetQueueAttributes", "-privacy"): "its poller reads the queue without the function's role",
    ("privacy", "s3:GetObject", "/exports/*"): "a story's export is written in one run",
    ("deliver-webhooks", "sqs:ReceiveMessage", "-webhooks"): "its poller reads the queue without the function's role",
    ("deliver-webhooks", "sqs:DeleteMessage", "-webhooks"): "its poller reads the queue without the function's role",
    ("deliver-webhooks", "sqs:GetQueueAttributes", "-webhooks"): "its poller reads the queue without the function's role",
    ("import-reviews", "sqs:ReceiveMessage", "-imports"): "its poller reads the queue without the function's role",
    ("import-reviews", "sqs:DeleteMessage", "-imports"): "its poller reads the queue without the function's role",
    ("import-reviews", "sqs:GetQueueAttributes", "-imports"): "its poller reads the queue without the function's role",
    ("import-reviews", "sqs:SendMessage", "-imports"): "a story's file fits into one run",
    ("take-orders", "sqs:ReceiveMessage", "-orders"): "its poller reads the queue without the function's role",
    ("take-orders", "sqs:DeleteMessage", "-orders"): "its poller reads the queue without the function's role",
    ("take-orders", "sqs:GetQueueAttributes", "-orders"): "its poller reads the queue without the function's role",
    ("catalog-api", "ses:DeleteSuppressedDestination", "*"): "its SES has no suppression list",
    ("take-photo", "sqs:ReceiveMessage", "-photo"): "its poller reads the queue without the function's role",
    ("take-photo", "sqs:DeleteMessage", "-photo"): "its poller reads the queue without the function's role",
    ("take-photo", "sqs:GetQueueAttributes", "-photo"): "its poller reads the queue without the function's role",
    ("take-photo", "s3:PutObjectTagging", "/*"): "it does not ask about the tags of a PUT",
    ("admin", "dynamodb:Scan", ""): "a story does not wait for the ten minutes after which rows are sealed again",
    ("reconcile", "sqs:SendMessage", "-reconcile-dead"): "it sets failed events aside without the function's role",
    **{
        (function, "iam:PassRole", ""): "it does not ask who passes a role on"
        for function in ("create-request", "beacon-api", "send-request", "mail-events")
    },
}


def run(aws, story):
    """Runs one story; returns what is wrong, or None."""
    try:
        aws.forget_logs()
        story(aws)
        # The log of a call is written after its answer, and webhooks are called after it.
        time.sleep(1)
        aws.check_logs()
    except (Failure, BotoCoreError, ClientError, OSError) as failure:
        return f"{story.__name__}: {failure}"
    return None


def run_all(aws):
    """Runs every story; returns which functions each calls, the quickest story first."""
    called = {}
    for story in STORIES:
        began = time.monotonic()
        if failure := run(aws, story):
            sys.exit(f"FAILED {failure}")
        took = time.monotonic() - began
        print(f"  {story.__name__:<18} {took:4.1f} s  {story.__doc__.splitlines()[0]}", flush=True)
        called[story] = took, {function for function in aws.functions if aws.log(function)}
    idle = set(aws.functions).difference(*(functions for _, functions in called.values()))
    if idle:
        sys.exit(f"FAILED no story calls {', '.join(sorted(idle))}")
    return {story: called[story][1] for story in sorted(called, key=lambda story: called[story][0])}


def without_each_permission(aws, called):
    """Takes each function's permissions away, one at a time: some story has to fail each time."""
    unnoticed = 0
    for function, role, name, policy in policies(aws):
        stories = [story for story, functions in called.items() if function in functions]
        for action, resource, reduced in reductions(policy):
            expected = next((why for (of, what, end), why in NOT_ASKED_FOR.items()
                             if (of, what) == (function, action) and resource.endswith(end)), None)
            began = time.monotonic()
            put(aws, function, role, name, reduced)
            failure = next(filter(None, (run(aws, story) for story in stories)), None)
            verdict = "red" if failure else "GREEN"
            why = " ".join((failure or expected or f"NOT NOTICED: {resource}").split())
            print(f"{function:<15} {action:<27} {verdict:<5} {time.monotonic() - began:5.1f} s  {why[:160]}", flush=True)
            if bool(failure) == bool(expected):
                unnoticed += 1
        put(aws, function, role, name, policy)
    return unnoticed


def policies(aws):
    """Each function with its role and the policy that the template gives it."""
    for function, resource in aws.functions.items():
        role = aws.resources[f"{resource}Role"]
        for name in aws.aws["iam"].list_role_policies(RoleName=role)["PolicyNames"]:
            policy = aws.aws["iam"].get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
            yield function, role, name, policy


def reductions(policy):
    """The policy without each action of each statement, with the action and its resource."""
    for number, statement in enumerate(policy["Statement"]):
        if statement["Effect"] != "Allow":
            continue
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        resources = statement["Resource"] if isinstance(statement["Resource"], list) else [statement["Resource"]]
        # ministack has an action of its own for batches, which adapt.py adds: on AWS the two are one.
        for action in dict.fromkeys(name.removesuffix("Batch") for name in actions):
            others = [other for other in actions if other.removesuffix("Batch") != action]
            reduced = copy.deepcopy(policy)
            reduced["Statement"][number]["Action"] = others
            if not others:
                del reduced["Statement"][number]
            yield action, resources[0], reduced


def put(aws, function, role, name, policy):
    """Gives the role this policy and clears what earlier stories left: messages, schedules, the pause after refused
    emails, keys in memory."""
    if policy["Statement"]:
        aws.aws["iam"].put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(policy))
    else:
        aws.aws["iam"].delete_role_policy(RoleName=role, PolicyName=name)
    for queue in ("SendQueueUrl", "MailEventsQueueUrl"):
        aws.aws["sqs"].purge_queue(QueueUrl=aws.outputs[queue])
    for schedule in aws.schedules():
        aws.aws["scheduler"].delete_schedule(GroupName=aws.resources["ScheduleGroup"], Name=schedule)
    pause = {"S": "PAUSE#email"}
    aws.aws["dynamodb"].delete_item(TableName=aws.outputs["TableName"], Key={"PK": pause, "SK": pause})
    # A change of the memory, even to what it was, replaces the running processes of `admin`, and lets another version be published.
    name, client = f"{aws.stack}-{function}", aws.aws["lambda"]
    memory = client.get_function_configuration(FunctionName=name)["MemorySize"]
    client.update_function_configuration(FunctionName=name, MemorySize=memory)
    before = client.get_alias(FunctionName=name, Name="live")["FunctionVersion"]
    client.update_alias(FunctionName=name, Name="live", FunctionVersion=client.publish_version(FunctionName=name)["Version"])
    client.delete_function(FunctionName=name, Qualifier=before)


def main():
    port, stack, *options = sys.argv[1:]
    aws = Deployment(int(port), stack)
    # docs/deploy.md asks for it before the first deployment; ministack takes it as verified.
    aws.aws["sesv2"].create_email_identity(EmailIdentity="example.com")
    called = run_all(aws)
    if options == ["--without-each-permission"]:
        unnoticed = without_each_permission(aws, called)
        print("with all permissions again")
        run_all(aws)
        if unnoticed:
            sys.exit(f"FAILED {unnoticed} permissions are not as expected")


if __name__ == "__main__":
    main()
