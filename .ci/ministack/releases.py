"""Acts as an operator who has only `sam` and a release's folder: deploys the release; deploys bad versions, and checks
that alarms roll them back; deletes the stack, and gets its data back.

    releases.py PORT STACK RELEASE deploy
    releases.py PORT STACK BAD take-back
    releases.py PORT STACK RELEASE recover
"""

import json
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import uuid
import zipfile
from pathlib import Path

from adapt import PATIENT, pack
from deployment import POSTAL_ADDRESS, PRIVACY, Deployment, Failure
from servers import Server
from stories import MUG, REQUESTS, event, expect, unique

REGION = "eu-central-1"
PARAMETERS = ["MailFrom=reviews@example.com", f"PostalAddress={POSTAL_ADDRESS}", "BedrockModelId=amazon.nova-micro-v1:0",
              "SmsMonthlySegments=1000", "OrdersInConcurrency=50"]
# What retained.yaml has: the name of the identifier, by the resource's logical id.
RETAINED = {"Table": "TableName", "RootKey": "KeyId", "PhotoBucket": "BucketName"}
PROGRAM = f"afterword-linux-{platform.machine().replace('aarch64', 'arm64')}"


class Operator:
    """A person with only an AWS account, `sam` and a release's folder."""

    def __init__(self, port, stack, temporary):
        self.stack, tools = stack, Path(temporary, "tools")
        tools.mkdir()
        (tools / "sam").symlink_to(Path(sys.executable).with_name("sam"))
        self.env = {"PATH": str(tools), "HOME": temporary, "SAM_CLI_TELEMETRY": "0", "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
                    "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true"}

    def run(self, folder, *command):
        return subprocess.run(command, cwd=folder, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)

    def deploy(self, folder, *parameters):
        """Deploys a folder. Returns whether that succeeded, and what `sam` printed."""
        overrides = ["--parameter-overrides", *parameters] if parameters else []
        done = self.run(folder, shutil.which("sam", path=self.env["PATH"]), "deploy", "--stack-name", self.stack, "--region", REGION,
                        "--no-confirm-changeset", "--no-progressbar", *overrides)
        return done.returncode == 0, done.stdout + done.stderr

    def deploy_bad(self, folder, function, alarm):
        """Deploys a bad version of a function. Fails unless the alarm rolls the version back."""
        good, code = folder / "good.zip", folder / f"functions/{function}.zip"
        code.rename(good)
        (folder / f"bad/{function}.zip").rename(code)
        done, said = self.deploy(folder, "TrafficShifting=Canary10Percent30Minutes")
        good.replace(code)
        expect(not done and "CodeDeploy stopped" in said and alarm in said, f"{alarm} took {function} back: {said[-3000:]}")

    def afterword(self, folder, *arguments):
        """Runs the release's program `afterword` and returns the JSON that it prints."""
        done = self.run(folder, folder / PROGRAM, *arguments, "--json", "--stack", self.stack, "--region", REGION)
        expect(done.returncode == 0, f"afterword {arguments} is done: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)


def deploy(operator, release):
    """From an empty account to the first email, as docs/deploy.md says."""
    done, said = operator.deploy(release, *PARAMETERS)
    expect(done, f"sam deploys the folder: {said[-3000:]}")
    aws = Deployment(operator.env["AWS_ENDPOINT_URL"].rsplit(":")[-1], operator.stack)
    # A new account is in SES' sandbox, so the sender's and the recipient's address are both identities. ministack
    # treats every identity as verified.
    ses, buyer = aws.aws["sesv2"], unique("jane")
    asked = {"MailType": "TRANSACTIONAL", "WebsiteURL": "https://example.com", "UseCaseDescription": "reviews"}
    ses.put_account_details(**asked, ProductionAccessEnabled=False)
    for identity in ("reviews@example.com", buyer):
        ses.create_email_identity(EmailIdentity=identity)
    outputs = {one["name"]: one["value"] for one in operator.afterword(release, "outputs")["outputs"]}
    expect(outputs == aws.outputs, f"the stack's outputs: {outputs}")
    operator.afterword(release, "shops", "create", "acme", "--name", "Acme", "--privacy-url", PRIVACY)
    # It runs every five minutes, and stores the operator's postal address, without which no email leaves.
    aws.invoke("reconcile", {})
    key = operator.afterword(release, "keys", "create", "acme")["api_key"]
    body = {"product_ids": [MUG], "email": buyer, "order_id": "1", "delay_days": 0}
    aws.call("POST", f"{REQUESTS}/send", body, key, 201)
    aws.mail(buyer)
    [request] = operator.afterword(release, "why", "acme", "--email", buyer)["requests"]
    expect(request["cause"] == "sent", f"the operator reads that it left: {request}")
    link = operator.afterword(release, "console-link", "acme")["url"]
    expect(link.startswith(outputs["ApiUrl"]), f"a link into the console: {link}")
    # From here on, the account is out of SES' sandbox, and the domain is the identity instead of the address.
    ses.put_account_details(**asked, ProductionAccessEnabled=True)
    ses.delete_email_identity(EmailIdentity="reviews@example.com")
    ses.create_email_identity(EmailIdentity="example.com")
    aws.aws["cloudformation"].update_termination_protection(StackName=operator.stack, EnableTerminationProtection=True)


def bad_reader(operator, aws, bad, function, queue):
    """A version that fails each message is rolled back, and the previous version then processes the messages, which are
    those of the sample event."""
    client, began, before = aws.aws["sqs"], time.monotonic(), versions(aws)
    url = client.get_queue_url(QueueName=queue)["QueueUrl"]
    visibility = client.get_queue_attributes(QueueUrl=url, AttributeNames=["VisibilityTimeout"])["Attributes"]
    client.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "5"})
    body = event(function)["Records"][0]["body"].replace("{{request_id}}", "1")
    def send():
        client.send_message_batch(QueueUrl=url, Entries=[{"Id": str(n), "MessageBody": body} for n in range(10)])
    send()
    aws.idle(url, check_logs=False)
    unhandled = [line for line in aws.log(function) if '"unhandled"' in line]
    expect(not unhandled, f"{function} handles its sample, and not {unhandled[:2]}")
    over = threading.Event()
    def send_on():
        while not over.wait(0.3):
            send()
    sender = threading.Thread(target=send_on, daemon=True)
    sender.start()
    try:
        operator.deploy_bad(bad, function, "MessageErrorsAlarm")
    finally:
        over.set()
        sender.join()
    expect(versions(aws) == before, f"{function} has the version again that it had")
    aws.idle(url, check_logs=False)
    client.set_queue_attributes(QueueUrl=url, Attributes=visibility)
    print(f"  {function:<18} {time.monotonic() - began:4.1f} s  its version that fails each message was taken back", flush=True)


def bad_readers(operator, aws, bad):
    mappings = aws.aws["lambda"].list_event_source_mappings()["EventSourceMappings"]
    # A function of two queues is one version.
    queues = {mapping["FunctionArn"].split(":")[6]: mapping["EventSourceArn"].split(":")[-1] for mapping in mappings}
    for function, queue in queues.items():
        bad_reader(operator, aws, bad, function.removeprefix(f"{aws.stack}-"), queue)


def refused_emails(operator, aws, bad):
    """SES rejects every email of a new version, for example because of a header. The version is rolled back, most of
    its messages wait, and the previous version sends them."""
    began, before = time.monotonic(), versions(aws)
    refusal = json.dumps({"message": "Header name is invalid."}).encode()
    ses = Server(lambda *_: (400, refusal), {"x-amzn-errortype": "BadRequestException", "Content-Type": "application/json"})
    with zipfile.ZipFile(bad / "functions/send-request.zip") as archive:
        function = archive.read("function")
    pack(bad / "bad/send-request.zip", PATIENT.replace("\n", f"\nexport AWS_ENDPOINT_URL_SESV2={ses.url}\n", 1), function)
    with Traffic(aws) as traffic:
        operator.deploy_bad(bad, "send-request", "RefusedMessagesAlarm")
    ses.stop()
    expect(versions(aws) == before, "send-request has the version again that it had")
    def status(request):
        return aws.call("GET", f"{REQUESTS}/{request}", key=traffic.key, status=200).json()["status"]
    failed = [request for request in traffic.acknowledged.values() if status(request) == "failed"]
    expect(len(failed) <= 5, f"{len(failed)} of {len(traffic.acknowledged)} failed")
    def leaves():
        buyer = unique("after")
        body = {"product_ids": [MUG], "email": buyer, "order_id": buyer, "delay_days": 0}
        aws.call("POST", f"{REQUESTS}/send", body, traffic.key, 201)
        time.sleep(2)
        return aws.mails(buyer)
    aws.wait("email of the version before", leaves, 180, check_logs=False)
    print(f"  send-request       {time.monotonic() - began:4.1f} s  its version whose emails are refused was taken back; "
          f"{len(failed)} of {len(traffic.acknowledged)} failed", flush=True)


def bad_answers(operator, aws, bad):
    """A version of a function answers 5xx to a tenth of the calls until an alarm rolls it back."""
    before = versions(aws)
    with Traffic(aws) as traffic:
        operator.deploy_bad(bad, "create-request", "ApiErrorsAlarm")
        expect(versions(aws) == before, "each function has the version again that it had")
        failed = traffic.repeated
        expect(failed > 0, "the shop saw failures")
        acknowledged, until = len(traffic.acknowledged), time.monotonic() + 60
        while len(traffic.acknowledged) < acknowledged + 30 and time.monotonic() < until:
            time.sleep(0.5)
        # When the rollback ended, each caller may still have had one call at the bad version.
        expect(traffic.repeated - failed <= len(traffic.callers), f"{traffic.repeated - failed} calls failed afterwards")
        expect(len(traffic.acknowledged) >= acknowledged + 30, "calls succeed again")
    traffic.must_be_whole()
    print(f"  a bad version was taken back after {failed} answers of {len(traffic.acknowledged)}")


def recover(operator, aws, release):
    """Somebody deletes the stack. Its data is imported into a new one, as docs/operate.md says, and can be used."""
    began, client = time.monotonic(), aws.aws["cloudformation"]
    _, key = aws.shop()
    body = {"product_ids": [MUG], "email": unique("kept"), "order_id": "1", "delay_days": 30}
    request = aws.call("POST", f"{REQUESTS}/send", body, key, 201).json()["request_id"]
    try:
        client.delete_stack(StackName=operator.stack)
        raise Failure("a protected stack can be deleted")
    except client.exceptions.ClientError as refused:
        expect("TerminationProtection" in str(refused), f"the stack is protected: {refused}")
    client.update_termination_protection(StackName=operator.stack, EnableTerminationProtection=False)
    stack = client.describe_stacks(StackName=operator.stack)["Stacks"][0]["StackId"]
    client.delete_stack(StackName=operator.stack)
    client.get_waiter("stack_delete_complete").wait(StackName=stack, WaiterConfig={"Delay": 2, "MaxAttempts": 60})
    types = {"Table": "AWS::DynamoDB::Table", "RootKey": "AWS::KMS::Key", "PhotoBucket": "AWS::S3::Bucket"}
    imported = [{"ResourceType": types[logical], "LogicalResourceId": logical, "ResourceIdentifier": {name: aws.resources[logical]}}
                for logical, name in RETAINED.items()]
    names = {"StackName": operator.stack, "ChangeSetName": "import"}
    client.create_change_set(**names, ChangeSetType="IMPORT", ResourcesToImport=imported,
                             TemplateBody=(release / "retained.yaml").read_text(encoding="utf-8"))
    client.get_waiter("change_set_create_complete").wait(**names, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    client.execute_change_set(**names)
    client.get_waiter("stack_import_complete").wait(StackName=operator.stack, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    done, said = operator.deploy(release, *PARAMETERS)
    expect(done, f"sam deploys into the stack of what stayed: {said[-3000:]}")
    aws = Deployment(aws.port, operator.stack)
    found = aws.call("GET", f"{REQUESTS}?email={body['email']}", key=key, status=200).json()["requests"]
    expect([one["id"] for one in found] == [request], f"the key of before finds what was sealed before: {found}")
    aws.invoke("reconcile", {})
    print(f"  a deleted stack    {time.monotonic() - began:4.1f} s  its table, key and bucket are in use again")


def versions(aws):
    """For each function, the version that its alias leads to."""
    client = aws.aws["lambda"]
    return {name: client.get_alias(FunctionName=f"{aws.stack}-{name}", Name="live")["FunctionVersion"] for name in aws.functions}


class Traffic:
    """A shop whose programs create one request after another, and repeat each call until it is acknowledged."""

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
                # A caller repeats a call only if there was no answer, or a 5xx.
                if isinstance(status, int) and status < 500:
                    self.failed.append(f"{status}: {answer.body[:200]}")
                    return
                self.repeated += 1
                time.sleep(0.5)
            else:
                self.failed.append(f"30 times {status}")
                return

    def must_be_whole(self):
        """Fails unless each acknowledged request exists once and was emailed once."""
        expect(not self.failed, f"each call is answered in the end: {self.failed}")
        expect(len(self.acknowledged) > 20, f"there was traffic: {len(self.acknowledged)}")
        expect(len(set(self.acknowledged.values())) == len(self.acknowledged), "each order has a request of its own")
        def mails():
            captured = self.aws.http("GET", "/_ministack/ses/messages", None, {}).json()["messages"]
            to = [address for account in captured.values() for mail in account for address in mail["To"]]
            return {buyer: sum(buyer in one for one in to) for buyer in self.acknowledged}
        # While ministack ends processes, it does not answer the functions' calls, and the functions log that.
        self.aws.wait("an email for each", lambda: all(mails().values()), 120, check_logs=False)
        time.sleep(3)
        doubled = [buyer for buyer, count in mails().items() if count != 1]
        expect(not doubled, f"nobody gets a second email: {doubled}")
        listed, path = [], f"{REQUESTS}?limit=100"
        while page := self.aws.call("GET", path, key=self.key, status=200).json()["requests"]:
            listed += [one["id"] for one in page]
            path = f"{REQUESTS}?limit=100&before={listed[-1]}"
        expect(sorted(listed) == sorted(self.acknowledged.values()), f"{len(listed)} of {len(self.acknowledged)} requests are there")


def main():
    port, stack, folder, what = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        operator = Operator(port, stack, temporary)
        try:
            if what == "deploy":
                deploy(operator, Path(folder))
            elif what == "recover":
                recover(operator, Deployment(port, stack), Path(folder))
            else:
                bad = Path(folder)
                bad_readers(operator, Deployment(port, stack), bad)
                refused_emails(operator, Deployment(port, stack), bad)
                bad_answers(operator, Deployment(port, stack), bad)
        except Failure as failure:
            sys.exit(f"FAILED {what}: {failure}")


if __name__ == "__main__":
    main()
