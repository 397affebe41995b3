"""Restores the table as docs/operate.md says under "After a restore", step by step, and looks what is there.

    .tools/venv/bin/python .ci/ministack/restore.py <ministack's port> <stack>

ministack restores the rows that there are when it is asked, whatever the moment, and at once. So the damage is done after the
first restore here, and the moment and how long it takes are not tried. Nor is the drift of the stack. Its aliases of functions have no
reserved concurrency, so what stops the functions stops nothing here but what reads the queue of `send-request`; nobody calls meanwhile.
"""

import json
import sys
import time

from botocore.exceptions import BotoCoreError, ClientError

from deployment import Deployment, Failure, link
from stories import DAY_S, REQUESTS, REVIEWS, create, expect, expect_status, review, unique


class Restore:
    def __init__(self, aws):
        self.aws, self.table = aws, aws.outputs["TableName"]
        self.dynamodb, self.functions = aws.aws["dynamodb"], aws.aws["lambda"]

    def names(self):
        return [f"{self.aws.stack}-{function}" for function in self.aws.functions]

    def sends(self, enabled):
        """Switches what reads the queue of `send-request`."""
        listed = self.functions.get_paginator("list_event_source_mappings").paginate()
        mappings = [one for page in listed for one in page["EventSourceMappings"]]
        [mapping] = [one for one in mappings if f":{self.aws.stack}-send-request" in one["FunctionArn"]]
        self.functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=enabled)

    def stop(self):
        """Step 1."""
        self.sends(False)
        for name in self.names():
            self.functions.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)

    def let_run(self, *functions):
        for name in functions:
            self.functions.delete_function_concurrency(FunctionName=name)

    def restored(self):
        """Step 2: the table of the moment."""
        target = f"{self.table}-restored"
        self.dynamodb.restore_table_to_point_in_time(
            SourceTableName=self.table, TargetTableName=target, RestoreDateTime=time.time() - 1
        )
        self.dynamodb.get_waiter("table_exists").wait(TableName=target, WaiterConfig={"Delay": 1})
        return target

    def renamed(self, restored):
        """Step 3: the name of the old one. Returns the backup."""
        backup = self.dynamodb.create_backup(TableName=restored, BackupName="restored")["BackupDetails"]["BackupArn"]
        self.dynamodb.update_table(TableName=self.table, DeletionProtectionEnabled=False)
        self.dynamodb.delete_table(TableName=self.table)
        self.dynamodb.get_waiter("table_not_exists").wait(TableName=self.table, WaiterConfig={"Delay": 1})
        self.dynamodb.restore_table_from_backup(TargetTableName=self.table, BackupArn=backup)
        self.dynamodb.get_waiter("table_exists").wait(TableName=self.table, WaiterConfig={"Delay": 1})
        return backup

    def set_up(self):
        """Step 4: what a restored table does not have."""
        ttl = {"Enabled": True, "AttributeName": "ttl"}
        self.dynamodb.update_time_to_live(TableName=self.table, TimeToLiveSpecification=ttl)
        recovery = {"PointInTimeRecoveryEnabled": True}
        self.dynamodb.update_continuous_backups(TableName=self.table, PointInTimeRecoverySpecification=recovery)
        self.dynamodb.update_table(TableName=self.table, DeletionProtectionEnabled=True)

    def described(self):
        """What a table is, but for when it was made and how much is in it; and what has to be set again."""
        table = self.dynamodb.describe_table(TableName=self.table)["Table"]
        indexes = [(one["IndexName"], str(one["KeySchema"]), str(one["Projection"])) for one in table["GlobalSecondaryIndexes"]]
        ttl = self.dynamodb.describe_time_to_live(TableName=self.table)["TimeToLiveDescription"]
        backups = self.dynamodb.describe_continuous_backups(TableName=self.table)["ContinuousBackupsDescription"]
        recovery = backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"]
        lasting = {
            "arn": table["TableArn"], "keys": table["KeySchema"], "indexes": sorted(indexes),
            "billing": table["BillingModeSummary"]["BillingMode"],
        }
        return lasting, (ttl["TimeToLiveStatus"], ttl.get("AttributeName"), recovery, table["DeletionProtectionEnabled"])

    def erase_again(self):
        """Step 5: every erasure that the bucket records, of all shops."""
        bucket, queue = self.aws.outputs["PhotoBucketName"], self.aws.outputs["PrivacyQueueUrl"]
        pages = self.aws.aws["s3"].get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="erasures/")
        keys = [one["Key"] for page in pages for one in page.get("Contents", [])]
        for key in keys:
            self.aws.aws["sqs"].send_message(QueueUrl=queue, MessageBody=json.dumps({"replay": key}))
        return keys

    def request(self, tenant, request):
        key = {"PK": {"S": f"T#{tenant}.live"}, "SK": {"S": f"REQ#{request:016}"}}
        return self.dynamodb.get_item(TableName=self.table, Key=key, ConsistentRead=True).get("Item")


def until(what, look, seconds=60):
    """Not `Deployment.wait`, which reads the logs: what is stopped, or misses its table, says so there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.5)
    raise Failure(f"no {what} within {seconds} s")


def restore(aws):
    """A shop loses its requests, and gets them back; who was erased since is not among them."""
    aws.forget_logs()
    steps = Restore(aws)
    tenant, key = aws.shop()
    ann, ben, zoe = unique("ann"), unique("ben"), unique("zoe")
    sent = create(aws, key, email=ann, delay_days=0)
    review(aws, link(aws.mail(ann)["BodyText"]))
    expect_status(aws, key, sent["request_id"], "completed")
    later = create(aws, key, email=ben, delay_days=7)
    erased = create(aws, key, email=zoe, skip_email=True)
    aws.idle()
    before, _ = steps.described()
    restored = steps.restored()

    aws.call("POST", "/api/v1/privacy/erase", {"email": zoe}, key, 202)
    # Not until it is done: half a minute later it looks again, for what came meanwhile.
    until("erasure", lambda: not steps.request(tenant, erased["request_id"]))
    for request in (sent, later):
        row = steps.request(tenant, request["request_id"])
        steps.dynamodb.delete_item(TableName=steps.table, Key={name: row[name] for name in ("PK", "SK")})
    expect(aws.call("GET", REQUESTS, key=key, status=200).json()["requests"] == [], "the damage is done")

    steps.stop()
    backup = steps.renamed(restored)
    steps.set_up()
    after, settings = steps.described()
    expect(after == before, f"the table is as it was: {before} and not {after}")
    # ministack's stacks set neither the first nor the second, so there is nothing to compare them with.
    expect(settings == ("ENABLED", "ttl", "ENABLED", True), f"what a restored table does not have is set: {settings}")
    expect(steps.request(tenant, erased["request_id"]), "the restore brought back who was erased")
    again = steps.erase_again()
    expect(any(f"/{tenant}.live/" in one for one in again), f"the erasure is recorded: {again}")
    steps.let_run(f"{aws.stack}-privacy")
    until("erasure that is done again", lambda: not steps.request(tenant, erased["request_id"]))
    steps.let_run(*(name for name in steps.names() if not name.endswith(("-privacy", "-send-request"))))
    until("answer", lambda: aws.call("GET", REQUESTS, key=key).status == 200)
    listed = aws.call("GET", REQUESTS, key=key, status=200).json()["requests"]
    expect({one["id"] for one in listed} == {sent["request_id"], later["request_id"]}, f"its requests are there: {listed}")
    reviews = aws.call("GET", REVIEWS, key=key, status=200).json()["reviews"]
    expect(len(reviews) == 2, f"its reviews are there: {reviews}")
    aws.call("GET", link(erased["hub_url"]), status=404)
    steps.let_run(f"{aws.stack}-send-request")
    steps.sends(True)
    aws.forget_logs()
    expect(aws.schedules(tenant), "its schedules are not part of the table: they are there")
    aws.pass_time(tenant, 7 * DAY_S)
    until("email that was due after the restore", lambda: aws.mails(ben))
    expect(len(aws.mails(ann)) == len(aws.mails(ben)) == 1, "nobody gets a second email")
    steps.dynamodb.delete_table(TableName=restored)
    steps.dynamodb.delete_backup(BackupArn=backup)
    print(f"  restored as it was, and {len(again)} erasures done again")


def main():
    port, stack = sys.argv[1:]
    try:
        restore(Deployment(int(port), stack))
    except (Failure, BotoCoreError, ClientError, OSError) as failure:
        sys.exit(f"FAILED restore: {failure}")


if __name__ == "__main__":
    main()
