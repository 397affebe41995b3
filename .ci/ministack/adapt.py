"""Writes two copies of a release for ministack: the release, and one with bad versions of functions.

Each function below changes the template in one way, and its docstring says why ministack (in the version of
requirements.txt) needs that. The program fails if a function no longer changes anything, so that somebody deletes that
function.

    .tools/venv/bin/python .ci/ministack/adapt.py <release> <folder to write> <for the bad one>
"""

import os
import shutil
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from samcli.yamlhelper import yaml_dump, yaml_parse

# This script is the functions' `bootstrap`. ministack makes only `bootstrap` executable, reads its output and waits for
# it. The script runs the function in the background, so that the function continues if ministack ends `bootstrap`.
PATIENT = """#!/bin/sh
log=$(/bin/mktemp)
/bin/chmod +x "${0%/*}/function"
"${0%/*}/function" >"$log" 2>&1 &
function=$!
/usr/bin/tail --follow --lines=+1 --pid=$function "$log" &
trap 'kill $!; exit' TERM
wait $function
"""
# A bad version: it fails each call and message, because its role may not read this table. Lambda counts no errors for
# such a function.
BROKEN = PATIENT.replace("\n", "\nexport TABLE_NAME=elsewhere\n", 1)


def metric_math(template):
    """ministack has no alarms over several metrics."""
    for name, alarm in of_type(template, "AWS::CloudWatch::Alarm").items():
        if "Metrics" in alarm["Properties"]:
            del template["Resources"][name]
            yield name


def brakes(template):
    """CodeDeploy must not watch alarms that `metric_math` removed."""
    alarms = template["Globals"]["Function"]["DeploymentPreference"]["Alarms"]
    for alarm in [alarm for alarm in alarms if alarm["Ref"] not in template["Resources"]]:
        alarms.remove(alarm)
        yield alarm["Ref"]


def what_is_looked_at(template):
    """ministack has no saved queries for Logs Insights. The dashboard is removed, too, because it shows
    alarms that `metric_math` removes."""
    for name in [*of_type(template, "AWS::Logs::QueryDefinition"), *of_type(template, "AWS::CloudWatch::Dashboard")]:
        del template["Resources"][name]
        yield name


def numbers_by_reference(template):
    """ministack turns a number behind `!Ref` into a string, and does not poll if MaximumConcurrency is a string."""
    for name, source in of_type(template, "AWS::Lambda::EventSourceMapping").items():
        scaling = source["Properties"]["ScalingConfig"]
        if isinstance(scaling["MaximumConcurrency"], int):
            continue
        parameter = scaling["MaximumConcurrency"]["Ref"]
        scaling["MaximumConcurrency"] = template["Parameters"][parameter]["Default"]
        yield name


# Beginnings of condition keys. ministack knows no tags of SES' identities.
UNKNOWN_KEYS = (
    "kms:EncryptionContext:", "ses:FromAddress", "dynamodb:LeadingKeys", "aws:RequestTag/afterword", "aws:ResourceTag/afterword"
)


def condition_keys(template):
    """ministack does not know these condition keys, so a statement with them would allow nothing."""
    for name, statement in function_statements(template):
        for operator, keys in list(statement.get("Condition", {}).items()):
            for key in [key for key in keys if key.startswith(UNKNOWN_KEYS)]:
                del keys[key]
                yield f"{name} {key}"
            if not keys:
                del statement["Condition"][operator]
        if statement.get("Condition") == {}:
            del statement["Condition"]


def resources_of_calls(template):
    """For every SES email, ministack checks the role against `*`; for every schedule, against the default group."""
    for name, statement in function_statements(template):
        actions = as_list(statement["Action"])
        if actions == ["ses:SendEmail"]:
            statement["Resource"] = "*"
            yield name
        elif actions[0].startswith("scheduler:"):
            statement["Resource"]["Fn::Sub"] = statement["Resource"]["Fn::Sub"].replace("${ScheduleGroup}", "default")
            yield name


def batches(template):
    """ministack requires `sqs:SendMessageBatch` for a batch; AWS requires only `sqs:SendMessage`."""
    for name, statement in function_statements(template):
        is_batched = name == "Reconcile" or "PhotoQueue" in str(statement["Resource"])
        if is_batched and statement["Action"] == "sqs:SendMessage":
            statement["Action"] = ["sqs:SendMessage", "sqs:SendMessageBatch"]
            yield name


def models(template):
    """ministack requires `bedrock:Converse` for that call; AWS requires `bedrock:InvokeModel`
    (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html)."""
    for name, statement in function_statements(template):
        if statement["Action"] == "bedrock:InvokeModel":
            statement["Action"] = "bedrock:Converse"
            yield name


def tls_only(template):
    """Loopback has no TLS, so statements that require it would deny everything."""
    for kind in ("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy"):
        for name, policy in of_type(template, kind).items():
            document = policy["Properties"]["PolicyDocument"]
            document["Statement"] = [one for one in document["Statement"] if one["Sid"] != "OverTlsOnly"]
            if not document["Statement"]:
                del template["Resources"][name]
            yield name


def sms_service(template):
    """ministack has no SMS service, so it has no configuration set either."""
    for name in of_type(template, "AWS::SMSVOICE::ConfigurationSet"):
        del template["Resources"][name]
        yield name
    # Replaces references to the set by its name, which is the stack's.
    for function in of_type(template, "AWS::Serverless::Function").values():
        variables = function["Properties"]["Environment"]["Variables"]
        if "SMS_CONFIGURATION_SET" in variables:
            variables["SMS_CONFIGURATION_SET"] = {"Ref": "AWS::StackName"}


def mail_events(template):
    """ministack publishes no SES events. The stories publish them under another source, because `aws.ses` is
    reserved."""
    for name, rule in of_type(template, "AWS::Events::Rule").items():
        pattern = rule["Properties"]["EventPattern"]
        if pattern["source"] == ["aws.ses"]:
            pattern["source"].append("replayed.ses")
            yield name


def shops_servers(template):
    """The stories' shop has its server on loopback, which functions on AWS reject."""
    for name in ("ShopApi", "DeliverWebhooks", "ImportReviews", "TakePhoto"):
        template["Resources"][name]["Properties"]["Environment"]["Variables"]["REACH"] = "local"
        yield name


def of_type(template, kind):
    return {name: one for name, one in template["Resources"].items() if one["Type"] == kind}


def function_statements(template):
    for name, function in of_type(template, "AWS::Serverless::Function").items():
        for policy in function["Properties"]["Policies"]:
            for statement in policy["Statement"]:
                yield name, statement


def as_list(value):
    return value if isinstance(value, list) else [value]


def adapted(template):
    for change in (metric_math, brakes, what_is_looked_at, numbers_by_reference, condition_keys, resources_of_calls,
                   batches, models, tls_only, sms_service, mail_events, shops_servers):
        if not list(change(template)):
            sys.exit(f"{__file__}: {change.__name__} changes nothing any more: delete it")
    return template


def patient(code):
    """When a function's code changes, ministack ends the function's process. With this, a running call still finishes
    with the old code, as on AWS; only its answer is lost."""
    with zipfile.ZipFile(code) as archive:
        function = archive.read("bootstrap")
    pack(code, PATIENT, function)


def broken(code, bad):
    with zipfile.ZipFile(code) as archive:
        pack(bad / code.name, BROKEN, archive.read("function"))


def pack(code, bootstrap, function):
    with zipfile.ZipFile(code, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("bootstrap", bootstrap)
        archive.writestr("function", function)


def main():
    source, first, bad = map(Path, sys.argv[1:])
    shutil.copytree(source, first)
    template = adapted(yaml_parse((first / "template.yaml").read_text(encoding="utf-8")))
    (first / "template.yaml").write_text(yaml_dump(template), encoding="utf-8")
    (bad / "bad").mkdir(parents=True)
    readers = [source["Properties"]["FunctionName"]["Ref"] for source in of_type(template, "AWS::Lambda::EventSourceMapping").values()]
    readers.append("CreateRequest.Alias")
    codes = [first / template["Resources"][reader.removesuffix(".Alias")]["Properties"]["CodeUri"] for reader in readers]
    with ThreadPoolExecutor() as pool:
        list(pool.map(patient, (first / "functions").iterdir()))
        list(pool.map(broken, codes, [bad / "bad"] * len(codes)))
    shutil.copytree(first, bad, copy_function=os.link, dirs_exist_ok=True)


if __name__ == "__main__":
    main()
