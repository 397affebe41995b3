"""The release of an earlier commit: packed, deployed, and followed by today's while shops call.

    earlier.py pack SOURCE BINARIES FOLDER        packs what `.ci/earlier` has compiled of SOURCE, adapted to ministack
    earlier.py PORT STACK PROGRAM EARLIER TODAYS  deploys the one folder, upgrades to the other, and back
"""

import contextlib
import json
import os
import sys
import tempfile
import uuid
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError
from samcli.yamlhelper import yaml_parse

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import pack  # noqa: E402
from adapt import adapted_release  # noqa: E402
from deployment import Deployment, Failure, link  # noqa: E402
from releases import SENDER, Operator, Traffic  # noqa: E402
from servers import Receiver  # noqa: E402
from stories import DAY_S, REQUESTS, create, expect, expect_status, review, unique  # noqa: E402


class NoMaterials:
    """The bill of materials, which nobody reads here. What makes it asks for the program, which a commit may not have."""

    def __init__(self, functions, platforms):
        pass

    def bill(self, commit):
        return {}

    def licenses(self):
        return ""


def packed(source, binaries, folder):
    """Packs the functions with the template of their commit."""
    pack.Materials = NoMaterials
    with tempfile.TemporaryDirectory() as temporary:
        release = Path(temporary) / "release"
        with contextlib.chdir(source):
            pack.pack(Path(binaries), release, "dev")
        adapted_release(release, Path(folder), is_todays=False)


class Shop:
    """A shop that was set up by the earlier release, with what it waits for."""

    def __init__(self, aws):
        self.aws, self.receiver = aws, Receiver()
        self.tenant, self.key = set_up(aws)
        aws.call("POST", "/api/v1/webhooks", {"url": self.receiver.url}, self.key, 201)
        self.ann, self.ben = unique("ann"), unique("ben")
        self.sent = create(aws, self.key, email=self.ann, delay_days=0)["request_id"]
        self.hub = link(aws.mail(self.ann)["BodyText"])
        expect_status(aws, self.key, self.sent, "sent")
        self.later = create(aws, self.key, email=self.ben, delay_days=7)["request_id"]

    def goes_on(self, operator):
        """What it began with the earlier release ends as it should with today's."""
        self.aws = aws = Deployment(self.aws.port, self.aws.stack)
        aws.forget_logs()
        expect(aws.admin("show_shop", tenant=self.tenant, mode="live")["emails_sent"] == 1, "the operator sees the shop")
        [explained] = operator.run("why", self.tenant, "--email", self.ann)["requests"]
        expect((explained["request"], explained["cause"]) == (self.sent, "sent"), f"what became of an email is known: {explained}")
        review(aws, self.hub)
        expect_status(aws, self.key, self.sent, "completed")
        aws.pass_time(self.tenant, 7 * DAY_S)
        aws.mail(self.ben)
        expect_status(aws, self.key, self.later, "sent")
        expect(len(aws.mails(self.ann)) == 1, "nobody gets a second email")
        def called():
            types = [json.loads(body)["type"] for _, body in self.receiver.calls]
            return {"request.scheduled", "message.sent", "review.submitted"} <= set(types) and types
        aws.wait("calls of its webhook", called)
        self.receiver.stop()


def set_up(aws):
    """A shop and a key, from what the deployed release has for that: `admin`, or the function before it."""
    tenant = f"shop-{uuid.uuid4().hex[:12]}"
    if "admin" in aws.functions:
        return tenant, aws.key(tenant)
    shop = {"tenant": tenant, "mode": "live", "shop_name": "Acme"}
    return tenant, aws.invoke("set-up-shop", shop)["api_key"]


def with_the_bucket_of(operator, earlier, todays):
    """Today's release with who may upload to the bucket as the earlier one has it. Of a change of that ministack's change sets do not
    say, as AWS' do, that it replaces nothing; and a bucket that might be replaced is refused."""
    def bucket(template):
        return template["Resources"]["PhotoBucket"]["Properties"]
    manifest = json.loads((Path(earlier) / "manifest.json").read_text(encoding="utf-8"))
    [built] = manifest["architectures"].values()
    template = yaml_parse((Path(earlier) / built["template"]["file"]).read_text(encoding="utf-8"))
    same = bucket(template)["CorsConfiguration"]
    return operator.variant(todays, "todays", change_template=lambda changed: bucket(changed).update(CorsConfiguration=same))


def follows(operator, aws, earlier, todays):
    """Today's release takes the earlier one's place and is taken back, under traffic each time."""
    first, second = (json.loads((Path(one) / "manifest.json").read_text())["version"] for one in (earlier, todays))
    shop, (_, key) = Shop(aws), set_up(aws)
    # What ministack ended comes back as soon as Lambda's time for it is over.
    aws.aws["sqs"].set_queue_attributes(QueueUrl=aws.outputs["SendQueueUrl"], Attributes={"VisibilityTimeout": "30"})
    with Traffic(aws, key) as traffic:
        done = operator.run("upgrade", todays, "--yes")
        expect((done["before"], done["version"]) == (first, second), f"{done}")
        expect(not done["changes"]["replaced"], f"nothing that has data is replaced: {done}")
    traffic.must_be_whole()
    print(f"  upgrade from {first} with {len(traffic.acknowledged)} requests under way, {traffic.repeated} repeated")
    shop.goes_on(operator)
    _, key = set_up(shop.aws)
    with Traffic(shop.aws, key) as traffic:
        done = operator.run("rollback", "--yes")
        expect((done["before"], done["version"]) == (second, first), f"{done}")
    traffic.must_be_whole()
    listed = shop.aws.call("GET", REQUESTS, key=shop.key, status=200).json()["requests"]
    expect({one["id"] for one in listed} == {shop.sent, shop.later}, f"its requests are there: {listed}")
    print(f"  rollback to {first} with {len(traffic.acknowledged)} requests under way, {traffic.repeated} repeated")


def main():
    if sys.argv[1] == "pack":
        packed(*sys.argv[2:])
        return
    port, stack, program, earlier, todays = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        operator = Operator(port, stack, program, temporary)
        try:
            # An earlier template does not derive it from the address.
            operator.run("deploy", os.path.realpath(earlier), *SENDER, "--parameter", "MailDomain=example.com", "--yes")
            aws = Deployment(int(port), stack)
            # ministack takes it as verified. Another run may have made it.
            with contextlib.suppress(aws.aws["sesv2"].exceptions.AlreadyExistsException):
                aws.aws["sesv2"].create_email_identity(EmailIdentity="example.com")
            follows(operator, aws, earlier, with_the_bucket_of(operator, earlier, todays))
        except (Failure, BotoCoreError, ClientError, OSError) as failure:
            sys.exit(f"FAILED upgrade from an earlier release: {failure}")


if __name__ == "__main__":
    main()
