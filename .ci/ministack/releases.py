"""The operator's part: deploys a release with `afterword` alone, and later puts the next one in its place and takes it
back while shops call.

    releases.py PORT STACK PROGRAM RELEASE deploy
    releases.py PORT STACK PROGRAM RELEASE NEXT upgrade
    releases.py PORT STACK PROGRAM RELEASE shift
"""

import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import uuid
import zipfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import boto3
from samcli.yamlhelper import yaml_dump, yaml_parse

from adapt import entry, write
from deployment import Deployment, Failure
from stories import MUG, REQUESTS, expect, unique

REGION = "eu-central-1"
# What nobody has who has only downloaded a release.
ABSENT = ("cargo", "rustc", "sam", "python", "python3", "node", "aws")
# A function that answers every call with 500. Lambda counts no error of it.
BAD = f"""#!{sys.executable}
import json, os, urllib.request
invocation = f"http://{{os.environ['AWS_LAMBDA_RUNTIME_API']}}/2018-06-01/runtime/invocation"
while True:
    with urllib.request.urlopen(f"{{invocation}}/next") as call:
        call.read()
        call_id = call.headers["Lambda-Runtime-Aws-Request-Id"]
    answer = json.dumps({{"statusCode": 500, "body": "{{}}"}}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{{invocation}}/{{call_id}}/response", answer)).close()
"""
SENDER = ("--mail-from", "reviews@example.com")


class Operator:
    """A person with an AWS account, a release's folder, and nothing else."""

    def __init__(self, port, stack, program, temporary):
        self.stack, self.program, self.temporary = stack, program, Path(temporary)
        (self.temporary / "empty").mkdir()
        self.env = {"PATH": str(self.temporary / "empty"), "HOME": str(self.temporary / "empty"),
                    "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true",
                    "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}"}
        for program in ABSENT:
            expect(shutil.which(program, path=self.env["PATH"]) is None, f"there is no {program}")
        session = boto3.Session("test", "test", region_name=REGION)
        self.client = functools.partial(session.client, endpoint_url=self.env["AWS_ENDPOINT_URL"])

    def run(self, *arguments, code=0, stack=None):
        """The answer of a command, which ends with this exit code; of a failure, its sentences."""
        command = [self.program, "--stack", stack or self.stack, "--region", REGION, "--json", *map(str, arguments)]
        done = subprocess.run(command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
        if done.returncode != code:
            raise Failure(f"{' '.join(command[1:])} ended with {done.returncode}, not {code}: {done.stdout}{done.stderr}")
        answer = json.loads(done.stdout)
        return answer["error"]["message"] if "error" in answer else answer

    def variant(self, release, name, change_manifest=None, change_template=None):
        """A copy of a release, with another manifest or template."""
        folder = self.temporary / name
        shutil.copytree(release, folder, copy_function=os.link)
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        [built] = manifest["architectures"].values()
        if change_template:
            path = folder / built["template"]["file"]
            template = yaml_parse(path.read_text(encoding="utf-8"))
            change_template(template)
            path.unlink()
            path.write_text(yaml_dump(template), encoding="utf-8")
            built["template"].update(entry(path))
        if change_manifest:
            change_manifest(manifest)
        (folder / "manifest.json").unlink()
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        return folder


def deploy(operator, release):
    """From nothing to a stack."""
    manifest = json.loads((Path(release) / "manifest.json").read_text(encoding="utf-8"))
    [(architecture, built)] = manifest["architectures"].items()
    expect("no stack" in operator.run("status", code=1), "there is no stack yet")
    expect("afterword deploy" in operator.run("upgrade", release, code=1), "an upgrade needs a stack")
    said = operator.run("rollback", "--yes", code=1)
    expect("no stack" in said, f"nothing to take back: {said}")
    damaged = operator.variant(release, "damaged")
    code = damaged / built["functions"]["hub"]["file"]
    bytes_of = bytearray(code.read_bytes())
    bytes_of[len(bytes_of) // 2] ^= 1
    code.unlink()
    code.write_bytes(bytes_of)
    said = operator.run("deploy", damaged, *SENDER, code=1)
    expect(f"{code.name} is damaged" in said, f"a damaged file is named: {said}")
    said = operator.run("deploy", release, code=2)
    expect("--mail-from" in said, f"what is missing is named: {said}")
    said = operator.run("deploy", release, *SENDER, code=2)
    expect("Nothing was changed" in said and "--yes" in said, f"without a person nothing happens: {said}")
    expect("no stack" in operator.run("status", code=1), "what was only shown is not there")
    done = operator.run("deploy", release, *SENDER, "--yes")
    made = {one["type"] for one in done["changes"]["made"]}
    expect({"AWS::DynamoDB::Table", "AWS::Lambda::Function"} <= made, f"what is made is named: {made}")
    expect((done["version"], done["before"], done["architecture"]) == (manifest["version"], None, architecture), f"{done}")
    expect(done["usd_a_month_at_rest"] == manifest["usd_a_month_at_rest"] > 0, "its cost is named")
    outputs = {one["name"]: one["value"] for one in operator.run("outputs")["outputs"]}
    expect(done["url"] == outputs["ApiUrl"] and outputs["Version"] == manifest["version"], f"the outputs: {outputs}")
    status = operator.run("status")
    expect((status["version"], status["rollback_to"], status["problems"]) == (manifest["version"], None, []), f"{status}")
    bucket_of_its_own(operator)
    again = operator.run("deploy", release, "--yes")
    expect(again["changes"] is None, "the same release again changes nothing, and asks for nothing")
    changed = operator.run("deploy", release, "--yes", "--parameter", "ShopRate=49")
    expect("AWS::Lambda::Function" in {one["type"] for one in changed["changes"]["changed"]}, f"a parameter: {changed}")
    stack = operator.client("cloudformation").describe_stacks(StackName=operator.stack)["Stacks"][0]
    parameters = {one["ParameterKey"]: one["ParameterValue"] for one in stack["Parameters"]}
    expect((parameters["ShopRate"], parameters["MailFrom"]) == ("49", "reviews@example.com"), "the others stay as they were")
    operator.run("deploy", release, "--yes", "--parameter", "ShopRate=50")


def bucket_of_its_own(operator):
    """The bucket that `deploy` makes."""
    s3 = operator.client("s3")
    [bucket] = [one["Name"] for one in s3.list_buckets()["Buckets"] if one["Name"].startswith("afterword-000000000000-")]
    expect(bucket.endswith(REGION), f"it is named by account and region: {bucket}")
    access = s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"]
    expect(all(access.values()) and len(access) == 4, f"it is private: {access}")
    [rule] = s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"]
    expect(rule["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"] == "AES256", "it is encrypted")
    expect(s3.get_bucket_tagging(Bucket=bucket)["TagSet"] == [{"Key": "app", "Value": "afterword"}], "it has a tag")


def upgrade(operator, aws, release, following):
    """What must not be deployed is refused; the next release takes the place of the first and is taken back, under traffic."""
    first, second = (json.loads((Path(one) / "manifest.json").read_text())["version"] for one in (release, following))
    refused(operator, following)
    expect(operator.run("status")["version"] == first, "what was refused changed nothing")
    failing(operator, following)
    # What ministack ended comes back as soon as Lambda's time for it is over.
    aws.aws["sqs"].set_queue_attributes(QueueUrl=aws.outputs["SendQueueUrl"], Attributes={"VisibilityTimeout": "30"})
    with Traffic(aws) as traffic:
        with served(following) as address:
            done = operator.run("upgrade", address, "--yes")
        expect((done["before"], done["version"]) == (first, second), f"{done}")
        functions = [one["name"] for one in done["changes"]["changed"] if one["type"] == "AWS::Lambda::Function"]
        expect(sorted(functions) == sorted(aws.functions.values()), f"each function is another one: {functions}")
        others = [one for what in ("made", "replaced", "removed") for one in done["changes"][what]]
        expect({one["type"] for one in others} == {"AWS::Lambda::Version"}, f"with a version of its own, and nothing else is: {done}")
        status = operator.run("status")
        expect((status["version"], status["rollback_to"]) == (second, first), f"the way back is known: {status}")
        done = operator.run("rollback", "--yes")
        expect((done["before"], done["version"]) == (second, first), f"{done}")
    traffic.must_be_whole()
    expect("no release that was deployed before" in operator.run("rollback", "--yes", code=1), "there is no second way back")
    print(f"  upgrade and rollback with {len(traffic.acknowledged)} requests under way, {traffic.repeated} repeated")


def refused(operator, following):
    """What docs/upgrade.md forbids, and what would lose data."""
    def far(manifest):
        manifest.update(version="9.0.0", release_before="8.0.0")
    said = operator.run("upgrade", operator.variant(following, "far", far), "--yes", code=1)
    expect("go to 8.0.0 first" in said, f"a release is left out: {said}")
    def other_layout(manifest):
        manifest["layouts"] = [2]
    said = operator.run("upgrade", operator.variant(following, "layout", other_layout), "--yes", code=1)
    expect("layout 1" in said and "knows 2" in said, f"the table's layout is unknown: {said}")
    def other_table(template):
        template["Resources"]["Table"]["Properties"]["TableName"] = "another"
    said = operator.run("upgrade", operator.variant(following, "table", change_template=other_table), "--yes", code=1)
    expect("table Table would be replaced" in said, f"the table: {said}")
    topic = json.dumps({"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}})
    cloudformation = operator.client("cloudformation")
    cloudformation.create_stack(StackName="not-ours", TemplateBody=topic)
    cloudformation.get_waiter("stack_create_complete").wait(StackName="not-ours", WaiterConfig={"Delay": 1})
    said = operator.run("upgrade", following, "--yes", code=1, stack="not-ours")
    expect("not one of Afterword's" in said, f"another stack: {said}")
    cloudformation.delete_stack(StackName="not-ours")


def failing(operator, following):
    """A release that cannot be deployed is taken back by CloudFormation, and what failed is named."""
    def broken(template):
        template["Resources"]["Broken"] = {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 50_000}}
    said = operator.run("upgrade", operator.variant(following, "broken", change_template=broken), "--yes", code=1)
    expect("queue Broken" in said and "UPDATE_ROLLBACK_COMPLETE" in said, f"the reason: {said}")
    status = operator.run("status", code=1)
    expect([one["name"] for one in status["problems"]] == ["Broken"], f"it is still known later: {status}")


def shift(operator, aws, release):
    """New versions of the function that a shop calls get its calls in steps: a good one all of them, one that answers 500 none in
    the end. The way back by hand takes no steps."""
    first = json.loads((Path(release) / "manifest.json").read_text(encoding="utf-8"))["version"]
    good, second = of_function(operator, release, "good", lambda code: code.writestr("version", "good"))
    bad, _ = of_function(operator, good, "bad", None)
    may_shift(operator, aws)
    # What ministack ended comes back as soon as Lambda's time for it is over.
    aws.aws["sqs"].set_queue_attributes(QueueUrl=aws.outputs["SendQueueUrl"], Attributes={"VisibilityTimeout": "30"})
    with Traffic(aws) as traffic, Shares(operator) as shares:
        done = operator.run("upgrade", good, "--yes", "--parameter", "TrafficShifting=Linear10PercentEvery1Minute")
        expect((done["before"], done["version"]) == (first, second), f"{done}")
        # A busy machine misses some.
        *steps, last = shares.seen
        expect(len(steps) >= 5 and steps == sorted(steps) and last == 0, f"its share grew until it had all: {shares.seen}")
        whole = traffic.repeated
        shares.seen.clear()
        said = operator.run("upgrade", bad, "--yes", "--parameter", "TrafficShifting=Canary10Percent30Minutes", code=1)
        expect("UPDATE_ROLLBACK_COMPLETE" in said and "ApiErrorsAlarm" in said, f"an alarm took it back: {said}")
        expect(shares.seen == [0.1, 0], f"it never had more than a tenth of the calls: {shares.seen}")
        failed = traffic.repeated - whole
        expect(failed > 5, f"the shop saw {failed} answers with 500")
        after = traffic.repeated
        before, until = len(traffic.acknowledged), time.monotonic() + 60
        while len(traffic.acknowledged) < before + 30 and time.monotonic() < until:
            time.sleep(0.5)
        # A call that was under way may still have had the bad version.
        expect(traffic.repeated - after <= len(traffic.callers), f"{traffic.repeated - after} calls failed afterwards")
        expect(len(traffic.acknowledged) >= before + 30, "calls succeed again")
        status = operator.run("status", code=1)
        expect((status["version"], status["status"]) == (second, "UPDATE_ROLLBACK_COMPLETE"), f"{status}")
        expect(alarm(operator) == "ALARM", "the alarm that did it is on")
        # It would stop the fix as well, and every deployment in steps; the rollback by hand takes none.
        done = operator.run("rollback", "--yes")
        expect((done["before"], done["version"]) == (second, first), f"{done}")
        stack = operator.client("cloudformation").describe_stacks(StackName=operator.stack)["Stacks"][0]
        shifting = {one["ParameterKey"]: one["ParameterValue"] for one in stack["Parameters"]}["TrafficShifting"]
        expect(shifting == "AllAtOnce", f"TrafficShifting is {shifting}")
    traffic.must_be_whole()
    print(f"  a good version in {len(steps) + 1} steps; a bad one was taken back after {failed} answers of {len(traffic.acknowledged)}")


def of_function(operator, release, name, change):
    """The release after this one, in which `create-request` is another one: with a change of its zip, or else a bad one."""
    folder = operator.temporary / name
    shutil.copytree(release, folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    [built] = manifest["architectures"].values()
    template = yaml_parse((folder / built["template"]["file"]).read_text(encoding="utf-8"))
    before = manifest["version"]
    manifest["release_before"], manifest["version"] = before, f"{before.split('+')[0]}.1"
    template["Outputs"]["Version"]["Value"] = manifest["version"]
    code = folder / built["functions"]["create-request"]["file"]
    with zipfile.ZipFile(code, "a" if change else "w") as archive:
        if change:
            change(archive)
        else:
            archive.writestr("bootstrap", BAD)
    write(folder, manifest, built, template)
    return folder, manifest["version"]


def may_shift(operator, aws):
    """The role that CodeDeploy gets may do what it does with the stack's aliases, and nothing with others."""
    role = operator.client("iam").get_role(RoleName=aws.resources["ShiftRole"])["Role"]
    ours, others = (f"arn:aws:lambda:{REGION}:000000000000:function:{name}" for name in (f"{operator.stack}-hub", "other"))
    def may(resource, *actions):
        asked = operator.client("iam").simulate_principal_policy(
            PolicySourceArn=role["Arn"], ActionNames=list(actions), ResourceArns=[resource])
        return [one["EvalActionName"] for one in asked["EvaluationResults"] if one["EvalDecision"] == "allowed"]
    moves = ("lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig")
    expect(len(may(ours, *moves)) == len(moves), "CodeDeploy may move the aliases")
    expect(may("*", "cloudwatch:DescribeAlarms"), "and look at the alarms")
    expect(not may(others, *moves) and not may(ours, "lambda:UpdateFunctionCode"), "and do nothing else")


def alarm(operator):
    """The state of the alarm of the API."""
    resource = operator.client("cloudformation").describe_stack_resource(StackName=operator.stack, LogicalResourceId="ApiErrorsAlarm")
    name = resource["StackResourceDetail"]["PhysicalResourceId"]
    [found] = operator.client("cloudwatch").describe_alarms(AlarmNames=[name])["MetricAlarms"]
    return found["StateValue"]


class Shares:
    """Watches which share of the calls the new version of `create-request` has: each share once."""

    def __init__(self, operator):
        self.client, self.function = operator.client("lambda"), f"{operator.stack}-create-request"
        self.seen, self.over = [], threading.Event()
        self.watcher = threading.Thread(target=self.watch, daemon=True)

    def __enter__(self):
        self.watcher.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.watcher.join()

    def watch(self):
        last = 0
        while not self.over.is_set():
            alias = self.client.get_alias(FunctionName=self.function, Name="live")
            shares = list(alias.get("RoutingConfig", {}).get("AdditionalVersionWeights", {}).values())
            share = round(shares[0], 2) if shares else 0
            if share != last:
                self.seen.append(share)
                last = share
            time.sleep(0.1)


def served(folder):
    """A release at an address."""
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    class Served(ThreadingHTTPServer):
        def __enter__(self):
            threading.Thread(target=self.serve_forever, daemon=True).start()
            return f"http://127.0.0.1:{self.server_port}/"

        def __exit__(self, *_):
            self.shutdown()
            self.server_close()

    return Served(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))


class Traffic:
    """A shop whose programs ask for one request after the other, and repeat what is not acknowledged."""

    def __init__(self, aws, key=None):
        self.aws, self.over = aws, threading.Event()
        self.key = key or aws.shop()[1]
        self.acknowledged, self.repeated, self.failed = {}, 0, []
        self.callers = [threading.Thread(target=self.call, daemon=True) for _ in range(3)]

    def __enter__(self):
        for caller in self.callers:
            caller.start()
        time.sleep(2)
        return self

    def __exit__(self, *_):
        time.sleep(2)
        self.over.set()
        for caller in self.callers:
            caller.join()

    def call(self):
        while not self.over.is_set():
            buyer, once = unique("traffic"), {"Idempotency-Key": str(uuid.uuid4())}
            body = {"product_ids": [MUG], "email": buyer, "order_id": buyer, "delay_days": 0}
            for attempt in range(30):
                try:
                    answer = self.aws.call("POST", f"{REQUESTS}/send", body, self.key, headers=once)
                    status = answer.status
                except OSError as error:
                    status = str(error)
                if status == 201:
                    self.acknowledged[buyer] = answer.json()["request_id"]
                    break
                # Nothing but what a caller repeats: no answer, or one that says later.
                if isinstance(status, int) and status < 500:
                    self.failed.append(f"{status}: {answer.body[:200]}")
                    return
                self.repeated += 1
                time.sleep(0.5)
            else:
                self.failed.append(f"30 times {status}")
                return

    def must_be_whole(self):
        """What was acknowledged is there once, and was sent once."""
        expect(not self.failed, f"each call is answered in the end: {self.failed}")
        expect(len(self.acknowledged) > 20, f"there was traffic: {len(self.acknowledged)}")
        expect(len(set(self.acknowledged.values())) == len(self.acknowledged), "each order has a request of its own")
        def mails():
            captured = self.aws.http("GET", "/_ministack/ses/messages", None, {}).json()["messages"]
            to = [address for account in captured.values() for mail in account for address in mail["To"]]
            return {buyer: sum(buyer in one for one in to) for buyer in self.acknowledged}
        # Not `wait`, which reads the logs: ministack answers nothing while it ends processes, and functions log that.
        until = time.monotonic() + 120
        while not all(mails().values()) and time.monotonic() < until:
            time.sleep(1)
        time.sleep(3)
        doubled = [buyer for buyer, count in mails().items() if count != 1]
        expect(not doubled, f"nobody gets a second email: {doubled}")
        listed, path = [], f"{REQUESTS}?limit=100"
        while page := self.aws.call("GET", path, key=self.key, status=200).json()["requests"]:
            listed += [one["id"] for one in page]
            path = f"{REQUESTS}?limit=100&before={listed[-1]}"
        expect(sorted(listed) == sorted(self.acknowledged.values()), f"{len(listed)} of {len(self.acknowledged)} requests are there")


def main():
    port, stack, program, release, *following, what = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        operator = Operator(port, stack, program, temporary)
        try:
            if what == "deploy":
                deploy(operator, release)
            elif what == "shift":
                shift(operator, Deployment(int(port), stack), release)
            else:
                upgrade(operator, Deployment(int(port), stack), release, *following)
        except Failure as failure:
            sys.exit(f"FAILED {what}: {failure}")


if __name__ == "__main__":
    main()
