"""One `POST …/send` as functions/create-request does it, for a comparison of languages: the same calls of AWS, as many rows of the same
size, the same cryptography. What takes no time is left out: most checks of fields, idempotency, other answers than 201."""

import base64
import hashlib
import hmac
import http.client
import json
import os
import re
import secrets
import time
from datetime import datetime, timezone

import boto3
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ENV = os.environ
table, kms, scheduler = boto3.client("dynamodb"), boto3.client("kms"), boto3.client("scheduler")
shops, roots = {}, {}


def read(pk, sk):
    key = {"PK": {"S": pk}, "SK": {"S": sk}}
    return table.get_item(TableName=ENV["TABLE_NAME"], Key=key, ConsistentRead=True).get("Item")


def mac(root, text):
    return hmac.digest(root, text.encode(), "sha256")


def sealed(root, **fields):
    nonce = secrets.token_bytes(12)
    return {"B": nonce + AESGCM(mac(root, "seal")).encrypt(nonce, json.dumps(fields).encode(), None)}


def instant(ms):
    return datetime.fromtimestamp(ms / 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")


def send(event):
    order = json.loads(event["body"])
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", order["email"]):
        return {"statusCode": 400}
    digest = hashlib.sha256(event["headers"]["authorization"].removeprefix("Bearer ").encode()).hexdigest()
    key = read(f"AK#{digest}", f"AK#{digest}")
    if not key or not key["active"]["BOOL"]:
        return {"statusCode": 401}
    tenant = key["tenant"]["S"]
    if tenant not in shops:
        shops[tenant] = read(f"T#{tenant}", "TENANT")
    if tenant not in roots:
        context = {"tenant": tenant, "purpose": "tenant-root"}
        roots[tenant] = kms.decrypt(KeyId=ENV["KMS_KEY_ID"], CiphertextBlob=key["root"]["B"], EncryptionContext=context)["Plaintext"]
    shop, root = shops[tenant], roots[tenant]

    now = int(time.time() * 1000)
    due = now + order["delay_days"] * 86_400_000
    customer, request = now * 100 + secrets.randbelow(50), now * 100 + 50 + secrets.randbelow(50)
    token = secrets.token_urlsafe(24)
    ttl = {"N": str(due // 1000 + 39_312_000)}
    doc = json.dumps({
        "id": request, "api": "betterreviews", "by": {"is": "app", "guid": key["identity"]["M"]["guid"]["S"]}, "cust": customer,
        "order": {"id": order["order_id"]}, "items": [{"of": product} for product in order["product_ids"]], "made": now, "due": due,
        "until": due + 7_171_200_000, "delivery": {"via": ["email"]}, "steps": [{"via": "email", "due": due, "state": "pending"}],
        "shop": shop["shop_name"]["S"], "language": shop.get("language", {}).get("S", "en"),
    })

    def index(text):
        return base64.urlsafe_b64encode(mac(root, text)).decode()[:22]

    def put(part, sk, **fields):
        item = {"PK": {"S": f"T#{tenant}#{part}" if part else f"T#{tenant}"}, "SK": {"S": sk}, **fields}
        return {"Put": {"TableName": ENV["TABLE_NAME"], "ConditionExpression": "attribute_not_exists(PK)", "Item": item}}

    def add(part, sk, name):
        return {"Update": {
            "TableName": ENV["TABLE_NAME"], "Key": {"PK": {"S": f"T#{tenant}#{part}"}, "SK": {"S": sk}}, "UpdateExpression": "ADD #n :one",
            "ExpressionAttributeNames": {"#n": name}, "ExpressionAttributeValues": {":one": {"N": "1"}},
        }}

    email, name = order["email"], order["customer_name"]
    mail, taken, about = index(email), index(f"{email} {order['order_id']}"), index(order["order_id"])
    table.transact_write_items(TransactItems=[
        put("", f"REQ#{request}", doc={"S": doc}, due_at={"N": str(due)}, due_shard={"S": f"D#0{request % 4}"}, version={"N": "1"}, ttl=ttl),
        put(f"PII#{request}", f"PII#{request}", personal=sealed(root, email=email, name=name, token=token), ttl=ttl),
        put("CUST", f"CUST#{customer}", personal=sealed(root, email=email, name=name), first_request={"N": str(request)}),
        put(f"CE#{mail}", f"CE#{mail}", customer={"N": str(customer)}),
        *(put(f"CNAME#{index(word)}", f"CNAME#{index(word)}#{customer}") for word in name.lower().split()),
        put(f"DUP#{taken}", f"DUP#{taken}", request_id={"N": str(request)}, active_until={"N": str(due)}, ttl=ttl),
        put(f"ORQ#{about}", f"ORQ#{about}#{request}", ttl=ttl),
        add("CNT#all", f"CNT#all#0{request % 4}", "customers"),
        add("CNT#days", f"CNT#{instant(now)[:10]}#{request % 16}", "all_created"),
    ])
    message = {"tenant": tenant, "request": request, "step": 0}
    waking = {"QueueUrl": ENV["QUEUE_URL"], "MessageBody": json.dumps(message), "MessageGroupId": tenant}
    scheduler.create_schedule(
        GroupName=ENV["SCHEDULE_GROUP"], Name=f"{tenant}-{request}", FlexibleTimeWindow={"Mode": "OFF"}, ActionAfterCompletion="DELETE",
        ScheduleExpression=f"at({instant(due)})",
        Target={"Arn": ENV["SEND_MESSAGE_ARN"], "RoleArn": ENV["SCHEDULE_ROLE_ARN"], "Input": json.dumps(waking)},
    )
    answer = {"ok": True, "request_id": request, "status": "scheduled", "scheduled_at": f"{instant(due)}Z",
              "hub_url": f"{ENV['BASE_URL']}/review/hub?token={token}"}
    return {"statusCode": 201, "headers": {"content-type": "application/json"}, "body": json.dumps(answer)}


# Lambda's runtime brings a loop like this one.
runtime = http.client.HTTPConnection(ENV["AWS_LAMBDA_RUNTIME_API"])
while True:
    runtime.request("GET", "/2018-06-01/runtime/invocation/next")
    given = runtime.getresponse()
    answer = send(json.load(given))
    runtime.request("POST", f"/2018-06-01/runtime/invocation/{given.headers['Lambda-Runtime-Aws-Request-Id']}/response", json.dumps(answer))
    runtime.getresponse().read()
