"""Writes the copy of a release that ministack deploys, the next release, and one with bad versions of functions beside it.

Everything that differs from the release's template is here, each part with its reason. The reasons are
about the version in requirements.txt. An adaptation that no longer changes anything stops the program, so that
somebody deletes it.

    .tools/venv/bin/python .ci/ministack/adapt.py <release> <folder to write> <for the next one> <for the bad one>
"""

import os
import shutil
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from samcli.yamlhelper import yaml_dump, yaml_parse

# ministack makes nothing but the bootstrap executable, waits for it and reads what it writes. The function goes on alone.
PATIENT = """#!/bin/sh
log=$(/bin/mktemp)
/bin/chmod +x "${0%/*}/function"
"${0%/*}/function" >"$log" 2>&1 &
function=$!
/usr/bin/tail --follow --lines=+1 --pid=$function "$log" &
trap 'kill $!; exit' TERM
wait $function
"""
# A function that handles no call and no message, because its role may not read that table. Lambda counts no error of it.
BROKEN = PATIENT.replace("\n", "\nexport TABLE_NAME=elsewhere\n", 1)


def metric_math(template):
    """ministack has no alarms over several metrics."""
    for name, alarm in of_type(template, "AWS::CloudWatch::Alarm").items():
        if "Metrics" in alarm["Properties"]:
            del template["Resources"][name]
            yield name


def brakes(template):
    """What CodeDeploy looks at of the alarms that `metric_math` took away."""
    alarms = template["Globals"]["Function"]["DeploymentPreference"]["Alarms"]
    for alarm in [alarm for alarm in alarms if alarm["Ref"] not in template["Resources"]]:
        alarms.remove(alarm)
        yield alarm["Ref"]


def what_is_looked_at(template):
    """ministack has no saved queries of Logs Insights, and the dashboard shows alarms that `metric_math` took away."""
    for name in [*of_type(template, "AWS::Logs::QueryDefinition"), *of_type(template, "AWS::CloudWatch::Dashboard")]:
        del template["Resources"][name]
        yield name


def numbers_by_reference(template):
    """ministack turns a number behind `!Ref` into a string, and then stops polling on MaximumConcurrency."""
    for name, source in of_type(template, "AWS::Lambda::EventSourceMapping").items():
        scaling = source["Properties"]["ScalingConfig"]
        if isinstance(scaling["MaximumConcurrency"], int):
            continue
        parameter = scaling["MaximumConcurrency"]["Ref"]
        scaling["MaximumConcurrency"] = template["Parameters"][parameter]["Default"]
        yield name


def condition_keys(template):
    """ministack does not know these keys, so a statement with them would allow nothing."""
    for name, statement in function_statements(template):
        for operator, keys in list(statement.get("Condition", {}).items()):
            for key in [key for key in keys if key.startswith("kms:EncryptionContext:") or key in ("ses:FromAddress", "dynamodb:LeadingKeys")]:
                del keys[key]
                yield f"{name} {key}"
            if not keys:
                del statement["Condition"][operator]
        if statement.get("Condition") == {}:
            del statement["Condition"]


def resources_of_calls(template):
    """ministack checks every SES mail against `*`, whatever identities it is from and to, and a schedule of any group against the
    default group."""
    for name, statement in function_statements(template):
        actions = as_list(statement["Action"])
        if actions == ["ses:SendEmail"]:
            statement["Resource"] = "*"
            yield name
        elif actions[0].startswith("scheduler:"):
            statement["Resource"]["Fn::Sub"] = statement["Resource"]["Fn::Sub"].replace("${ScheduleGroup}", "default")
            yield name


def batches(template):
    """ministack asks for an action of its own for a batch of messages, where AWS asks for that of one message."""
    for name, statement in function_statements(template):
        is_batched = name == "Reconcile" or "PhotoQueue" in str(statement["Resource"])
        if is_batched and statement["Action"] == "sqs:SendMessage":
            statement["Action"] = ["sqs:SendMessage", "sqs:SendMessageBatch"]
            yield name


def tls_only(template):
    """There is no TLS on loopback, so statements that deny what comes without it would refuse everything."""
    for kind in ("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy"):
        for name, policy in of_type(template, kind).items():
            document = policy["Properties"]["PolicyDocument"]
            document["Statement"] = [one for one in document["Statement"] if one["Sid"] != "OverTlsOnly"]
            if not document["Statement"]:
                del template["Resources"][name]
            yield name


def sms_service(template):
    """ministack has no SMS service, so no configuration set for it."""
    for name in of_type(template, "AWS::SMSVOICE::ConfigurationSet"):
        del template["Resources"][name]
        yield name
    # What refers to it refers to its name, which is the stack's.
    for function in of_type(template, "AWS::Serverless::Function").values():
        variables = function["Properties"]["Environment"]["Variables"]
        if "SMS_CONFIGURATION_SET" in variables:
            variables["SMS_CONFIGURATION_SET"] = {"Ref": "AWS::StackName"}


def mail_events(template):
    """ministack publishes no events of SES, and nobody else may publish in its name: the stories replay them under another."""
    for name, rule in of_type(template, "AWS::Events::Rule").items():
        pattern = rule["Properties"]["EventPattern"]
        if pattern["source"] == ["aws.ses"]:
            pattern["source"].append("replayed.ses")
            yield name


def shops_servers(template):
    """The shop of the stories has its server on loopback, which no shop may name on AWS."""
    for name in ("CatalogApi", "DeliverWebhooks", "ImportReviews", "TakePhoto", "WixApi"):
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
                   batches, tls_only, sms_service, mail_events, shops_servers):
        if not list(change(template)):
            sys.exit(f"{__file__}: {change.__name__} changes nothing any more: delete it")
    return template


def patient(code):
    """ministack ends a function's process when its code changes, whatever it is doing. On AWS, what is under way ends with the
    code that it began with. Here it does too; only its answer does not arrive."""
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
    source, first, following, bad = map(Path, sys.argv[1:])
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
    shutil.copytree(first, following)
    for code in (following / "functions").iterdir():
        # Another version that does the same: one more file, which nothing reads.
        with zipfile.ZipFile(code, "a") as archive:
            archive.writestr("version", "next")


if __name__ == "__main__":
    main()
