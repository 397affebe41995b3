"""What is tried on the deployed stack. Each story has a shop of its own, and fails with a sentence."""

import base64
import hmac
import html
import json
import re
import struct
import threading
import time
import uuid
import zlib
from pathlib import Path
from urllib.parse import urlsplit

from deployment import Failure, link, token
from servers import Receiver, Server

EVENTS = Path(__file__, "../../../events").resolve()
REQUESTS = "/api/v1/review-requests"
REVIEWS = "/api/v1/reviews"
MUG, TRAY = "shopify-7125386199075", "shopify-7125386199076"
DAY_S = 24 * 60 * 60
# What the native API counts after main_job's three requests.
COUNTS = {"created": 3, "sent": 2, "opened": 1, "completed": 1, "cancelled": 1}


def main_job(aws):
    """Ask, list, mail, view, questions, draft, review; repeat, cancel, send now; statistics."""
    tenant, key = aws.shop()
    buyer = unique("jane")
    sample = json.loads(event("create-request")["body"])
    order = {**sample, "email": buyer, "delay_days": 0}
    once = {"Idempotency-Key": str(uuid.uuid4())}
    made = aws.call("POST", f"{REQUESTS}/send", order, key, 201, once)
    again = aws.call("POST", f"{REQUESTS}/send", order, key, 201, once)
    expect(again.body == made.body, "the same Idempotency-Key gives the same answer")
    aws.call("POST", f"{REQUESTS}/send", order, key, 409)
    request = made.json()["request_id"]
    for path in ("", f"/{request}", f"/{request}/timeline", f"/{request}/messages"):
        aws.call("GET", REQUESTS + path, key=key, status=200)
    hub = link(aws.mail(buyer)["BodyText"])
    expect(token(hub) == token(made.json()["hub_url"]), "the mail has the request's link")
    expect_status(aws, key, request, "sent")
    review(aws, hub)
    expect_status(aws, key, request, "completed")

    later = create(aws, key, email=unique("max"), order_id="B", delay_days=7)
    expect(aws.schedules(tenant), "a message of next week waits in Scheduler")
    # From the second call of a day on, a process reads the key alone.
    for _ in range(2):
        aws.call("DELETE", f"{REQUESTS}/{later['request_id']}", key=key, status=200)
    expect(not aws.schedules(tenant), "its schedule is deleted with it")
    expect_status(aws, key, later["request_id"], "cancelled")

    by_hand = unique("mia")
    manual = create(aws, key, email=by_hand, skip_email=True)
    expect(manual["status"] == "manual", "a request without mail is manual")
    aws.call("POST", f"{REQUESTS}/{manual['request_id']}/send", key=key, status=200)
    aws.mail(by_hand)
    def counts():
        stats = aws.call("GET", "/api/v1/stats", key=key, status=200).json()
        return all(f'"{name}": {count}' in json.dumps(stats) for name, count in COUNTS.items())
    aws.wait(f"statistics of {COUNTS}", counts)


def review(aws, hub):
    """A customer looks at the page, answers a question, saves a draft and sends a review."""
    aws.call("GET", hub, status=200)
    item = [("token", token(hub)), ("item", "0")]
    aws.call("GET", f"/review/hub/chat?token={token(hub)}&item=0", status=200)
    aws.call("POST", "/review/hub/chat", [*item, ("turn", "0"), ("answer", "Daily")], status=303)
    aws.call("POST", "/review/hub/draft", [*item, ("text", "Lovely"), ("rating", "5")], status=303)
    for number in (0, 1):
        form = [("token", token(hub)), ("item", str(number)), ("rating", "5"), ("text", "Lovely."), ("display_name", "")]
        aws.call("POST", "/review/hub/review", form, status=303)


def read_and_moderate(aws):
    """The shop reads what a customer wrote, withholds, publishes, answers and removes it; the customer hears of it, and
    the owner of what waits."""
    tenant, key = aws.shop()
    author = unique("ann")
    review(aws, link(create(aws, key, email=author, skip_email=True)["hub_url"]))
    listed = aws.call("GET", f"{REVIEWS}?status=approved&q=lovely", key=key, status=200).json()
    expect(listed["total"] == 2, f"both reviews are public: {listed}")
    path = f"{REVIEWS}/{listed['reviews'][0]['id']}"
    aws.call("PATCH", f"{path}/reject", {"reason": "unrelated"}, key, 200, {"If-Match": '"1"'})
    aws.call("PATCH", f"{path}/approve", {}, key, 412, {"If-Match": '"1"'})
    aws.call("PATCH", f"{path}/approve", {}, key, 200)
    aws.call("PUT", f"{path}/reply", {"text": "Thank you!"}, key, 200)
    expect(aws.call("GET", path, key=key, status=200).json()["reply"]["text"] == "Thank you!", "it is answered")
    aws.pass_time(tenant, 120)
    aws.invoke("reconcile", event("reconcile"))
    expect("Thank you!" in aws.mail(author)["BodyText"], "its author reads the answer, and nothing of what was undone")
    aws.call("DELETE", f"{path}/reply", key=key, status=200)
    aws.call("DELETE", path, key=key, status=200)
    aws.call("GET", path, key=key, status=404)
    history = aws.call("GET", f"{path}/history", key=key, status=200).json()["history"]
    expect([line["what"] for line in history][-1] == "removed", f"its history stays: {history}")
    stats = aws.call("GET", f"{REVIEWS}/stats", key=key, status=200).json()
    expect((stats["total_reviews"], stats["approved_count"]) == (1, 1), f"one is left: {stats}")
    owner = unique("owner")
    aws.call("PUT", "/api/v1/settings", {"owner_email": owner, "moderation": "hold"}, key, 200)
    review(aws, link(create(aws, key, email=unique("bea"), skip_email=True)["hub_url"]))
    aws.pass_time(tenant, 11 * DAY_S)
    aws.invoke("reconcile", event("reconcile"))
    aws.pass_time(tenant, 120)
    aws.invoke("reconcile", event("reconcile"))
    expect("2 reviews are waiting for you" in aws.mail(owner)["BodyText"], "its owner reads how many reviews wait")


def later_send(aws):
    """A message of next week: woken too early it goes on waiting; when its time comes Scheduler sends it."""
    tenant, key = aws.shop()
    buyer = unique("john")
    made = create(aws, key, email=buyer, delay_days=7)
    aws.wake(tenant, made["request_id"])
    aws.pass_time(tenant, 7 * DAY_S - 600)
    aws.wake(tenant, made["request_id"])
    expect(not aws.mails(buyer), "nothing leaves early")
    aws.pass_time(tenant, 660)
    aws.mail(buyer)
    # Scheduler deletes what it has fired; reconcile would have left it.
    aws.wait("deleted schedule", lambda: not aws.schedules(tenant))
    expect_status(aws, key, made["request_id"], "sent")


def lost_and_over(aws):
    """A lost wake-up is found; a link that is over is marked, and renewed for its customer with the photo that was not sent."""
    tenant, key = aws.shop()
    buyer = unique("eve")
    made = create(aws, key, email=buyer, delay_days=7)
    schedules = aws.schedules(tenant)
    expect(len(schedules) == 1, f"its message waits in Scheduler: {schedules}")
    aws.aws["scheduler"].delete_schedule(GroupName=aws.resources["ScheduleGroup"], Name=schedules[0])
    aws.pass_time(tenant, 7 * DAY_S + 3600)
    aws.invoke("reconcile", event("reconcile"))
    hub = link(aws.mail(buyer)["BodyText"])
    add_photo(aws, hub)
    aws.pass_time(tenant, 91 * DAY_S)
    aws.invoke("reconcile", event("reconcile"))
    expect_status(aws, key, made["request_id"], "expired")
    aws.call("GET", hub, status=410)
    aws.call("POST", "/review/hub/renew", [("token", token(hub))], status=200)
    renewed = link(aws.mail(buyer, 2)["BodyText"])
    load(aws, aws.wait("the photo on the new link's page", lambda: (photos_shown(aws, renewed) or [None])[0]))


def stop_asking(aws):
    """Who wants no more mail gets none."""
    tenant, key = aws.shop()
    buyer = unique("kim")
    create(aws, key, email=buyer, order_id="A", delay_days=0)
    stop = link(aws.mail(buyer)["BodyText"], "/review/unsubscribe")
    unwanted = create(aws, key, email=buyer, order_id="B", delay_days=7)
    aws.call("GET", stop, status=200)
    aws.call("POST", "/review/unsubscribe", [("token", token(stop))], status=200)
    aws.wake(tenant, unwanted["request_id"])
    aws.pass_time(tenant, 8 * DAY_S)
    aws.wake(tenant, unwanted["request_id"])
    expect(len(aws.mails(buyer)) == 1, "the second mail does not leave")
    shown = aws.call("GET", "/api/v1/suppressions", key=key, status=200).json()["suppressions"]
    expect([row["reason"] for row in shown] == ["unsubscribed"], f"the shop sees it: {shown}")
    aws.call("DELETE", f"/api/v1/suppressions/{buyer}", key=key, status=409)
    aws.call("POST", "/review/unsubscribe", [("token", token(stop)), ("undo", "1")], status=200)
    aws.call("PUT", f"/api/v1/suppressions/{buyer}", key=key, status=200)
    aws.call("DELETE", f"/api/v1/suppressions/{buyer}", key=key, status=200)
    again = create(aws, key, email=buyer, order_id="C", delay_days=0)
    expect_timeline(aws, key, again["request_id"], "sent")


def reports(aws):
    """SES' events in their documented form: a delivery, a lost commit, a bounce, a complaint; and a reply of STOP."""
    tenant, key = aws.shop()
    beacon = aws.key(tenant, "moregoodreviews")
    buyer = unique("rae")
    aws.call("POST", "/beacon/customers", {"first_name": "Rae", "email": buyer}, beacon, 200)
    aws.call("POST", "/beacon/asks", {"email": buyer, "channels": ["email"], "reminders_count": 1}, beacon, 200)
    aws.mail(buyer)
    request = aws.call("GET", REQUESTS, key=key, status=200).json()["requests"][0]["id"]
    expect_status(aws, key, request, "sent")
    aws.lose_commit(tenant, request)
    expect_status(aws, key, request, "sending")
    aws.mail_event("Email Delivered", tenant, request, delivery={"smtpResponse": "250 ok"})
    expect_status(aws, key, request, "sent")
    expect_timeline(aws, key, request, "delivered")
    aws.wait("schedule of the reminder", lambda: aws.schedules(tenant))

    for event, status, what, detail in (
        ("Email Bounced", "failed", "bounced", {"bounce": {"bounceType": "Permanent", "bounceSubType": "General"}}),
        ("Email Bounced", "sent", "soft_bounced", {"bounce": {"bounceType": "Transient", "bounceSubType": "MailboxFull"}}),
        ("Email Bounced", "failed", "suppressed_by_provider", {"bounce": {"bounceType": "Permanent", "bounceSubType": "OnAccountSuppressionList"}}),
        ("Email Complaint Received", "sent", "complained", {"complaint": {"complaintFeedbackType": "abuse"}}),
    ):
        buyer = unique(what)
        made = create(aws, key, email=buyer, order_id="A", delay_days=0)
        aws.mail(buyer)
        expect_status(aws, key, made["request_id"], "sent")
        aws.mail_event(event, tenant, made["request_id"], **detail)
        expect_timeline(aws, key, made["request_id"], what)
        expect_status(aws, key, made["request_id"], status)
        again = create(aws, key, email=buyer, order_id="B", delay_days=0)
        expect_timeline(aws, key, again["request_id"], "sent" if what in ("soft_bounced", "suppressed_by_provider") else "skipped")

    reply = {"originationNumber": "+12125550123", "destinationNumber": "+12125550100", "messageBody": "STOP"}
    aws.aws["sns"].publish(TopicArn=aws.outputs["SmsTopicArn"], Message=json.dumps(reply))
    def stopped():
        scanned = aws.aws["dynamodb"].scan(TableName=aws.outputs["TableName"])["Items"]
        return any(item["PK"]["S"].startswith("STOP#") for item in scanned)
    aws.wait("number that is stopped", stopped)

    arrived = aws.call("GET", "/api/v1/deliverability", key=key, status=200).json()
    # Seven emails left. The one whose commit was taken back after it was counted is counted again by its report.
    expect(arrived["last_1000"] == {"sent": 8, "bounced": 1, "complained": 1}, f"what arrived is counted: {arrived}")
    expect(not arrived["brake"]["held"], "so few emails show no rate")
    identity = arrived["identity"]
    expect(identity["domain"] == "example.com" and identity["verified"], f"SES knows the domain: {identity}")
    released = aws.call("POST", "/api/v1/deliverability/release", key=key, status=200).json()
    expect(released["last_1000"] == arrived["last_1000"], "a release forgets nothing")

    # Held by hand: a hundred emails that bounce would take long.
    def hold(after):
        # Long ago, so that it ends by itself when reconcile looks at it.
        since = {"N": str(int((time.time() - after) * 1000))}
        row = {"PK": {"S": f"T#{tenant}.live#HOLD"}, "SK": {"S": "HOLD"}, "since": since, "reason": {"S": "bounces"}}
        index = {"due_shard": {"S": "H#00"}, "due_at": since}
        aws.aws["dynamodb"].put_item(TableName=aws.outputs["TableName"], Item={**row, **index})
    def held():
        return aws.call("GET", "/api/v1/deliverability", key=key, status=200).json()["brake"]["held"]
    hold(0)
    expect(held(), "the shop sees that it is held")
    released = aws.admin("release_hold", tenant=tenant, mode="live")
    expect(released == {"released": True} and not held(), "the operator releases it")
    hold(0)
    aws.call("POST", "/api/v1/deliverability/release", key=key, status=200)
    hold(31 * DAY_S)
    aws.invoke("reconcile", {})
    expect(not held(), "a hold ends by itself")
    expect(aws.admin("lift_stop", number=reply["originationNumber"]) == {"lifted": True}, "STOP is lifted")


def photos(aws):
    """Uploads through S3 and EventBridge: shown, removed, removed while processed, sent, read by the shop and by anybody."""
    tenant, key = aws.shop()
    made = create(aws, key, email=unique("lea"), skip_email=True)
    hub = link(made["hub_url"])
    def remove(slot):
        form = [("token", token(hub)), ("item", "0"), ("photo", str(slot))]
        aws.call("POST", "/review/hub/photo/remove", form, status=303)
    for number in (1, 2):
        url = add_photo(aws, hub, number)
    load(aws, url)
    remove(0)
    expect(len(photos_shown(aws, hub)) == 1, "a removed photo is not shown")
    form = photo_form(aws, hub)
    upload(aws, form, picture(5000))
    # take-photo has read the row by now, and goes through 25 megapixels for seconds.
    time.sleep(0.5)
    remove(0)
    late = photo_form(aws, hub)
    review(aws, hub)
    upload(aws, late, picture(1))
    def files():
        listed = aws.aws["s3"].list_objects_v2(Bucket=aws.outputs["PhotoBucketName"]).get("Contents", [])
        return [one["Key"] for one in listed if f"/{tenant}.live/" in one["Key"]]
    aws.wait("two photos and nothing else in the bucket",
             lambda: len(files()) == 2 and all(key.startswith("photos/") for key in files()))
    listed = aws.call("GET", REVIEWS, key=key, status=200).json()["reviews"]
    sent = next(one for one in listed if one["photos"])
    public = aws.call("GET", f"/api/v1/vendors/{tenant}/reviews", status=200).json()["reviews"]
    product = sent["external_product_id"] or "@shop"
    page = aws.call("GET", f"/p/{tenant}/{product}.json", status=200).json()["reviews"]
    for reviews in ([sent], page, public):
        load(aws, next(one for one in reviews if one["photos"])["photos"][0]["url"])
    aws.call("DELETE", f"{REVIEWS}/{sent['id']}", key=key, status=200)
    aws.wait("no photo of a removed review", lambda: not files())


def add_photo(aws, hub, number=1):
    """Adds the first item's photo of this number, and returns where the page shows the first one."""
    upload(aws, photo_form(aws, hub), picture(1))
    def all_shown():
        shown = photos_shown(aws, hub)
        return len(shown) == number and shown[0]
    return aws.wait(f"photo {number} on the page", all_shown)


def photo_form(aws, hub):
    form = [("token", token(hub)), ("item", "0")]
    return aws.call("POST", "/review/hub/photo", form, status=200, headers={"Accept": "application/json"}).json()


def photos_shown(aws, hub):
    page = aws.call("GET", f"{hub}&item=0", status=200).body
    return [html.unescape(url) for url in re.findall(r'<img src="(https://[^"]+X-Amz-Signature[^"]+)"', page)]


def load(aws, url):
    """What a signed link leads to."""
    address = urlsplit(url)
    answer = aws.http("GET", f"{address.path}?{address.query}", None, {"Host": address.netloc})
    expect(answer.status == 200, f"{address.path} can be loaded: {answer.status}")
    return answer


def upload(aws, form, file):
    """Sends the form as a browser does, the file last."""
    parts = [f'name="{name}"\r\n\r\n{value}\r\n' for name, value in form["fields"]]
    parts.append('name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n')
    body = "".join(f"--b0undary\r\nContent-Disposition: form-data; {part}" for part in parts).encode()
    body += file + b"\r\n--b0undary--\r\n"
    headers = {"Host": urlsplit(form["url"]).netloc, "Content-Type": "multipart/form-data; boundary=b0undary"}
    answer = aws.http("POST", "/", body, headers)
    expect(answer.status == 204, f"S3 takes the upload: {answer.status} {answer.body[:300]}")


def picture(side):
    """A black square as a PNG."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes((1 + side) * side))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def amino(aws):
    """An invitation, its repetition, statistics; what anybody may read."""
    tenant, key = aws.shop("amino")
    buyer = unique("amy")
    sample = {**json.loads(event("invitations-api")["body"]), "email": buyer}
    made = aws.call("POST", "/api/v1/invitations", sample, key, 200).json()
    again = aws.call("POST", "/api/v1/invitations", sample, key, 200).json()
    expect(made["review_url"] == again["review_url"], "a repeated invitation has the same link")
    aws.call("GET", link(made["review_url"]), status=200)
    aws.mail(buyer)
    def stats():
        return aws.call("GET", "/api/v1/invitations/stats", key=key, status=200).json()["stats"]
    aws.wait("statistics of one invitation sent", lambda: stats()["sent"] == 1)
    form = [("token", token(link(made["review_url"]))), ("item", "0"), ("rating", "4"), ("text", "Good."), ("display_name", "")]
    aws.call("POST", "/review/hub/review", form, status=303)
    widget = aws.call("GET", f"/api/v1/widget/{tenant}", status=200).json()
    expect(widget["vendor"]["review_count"] == 1, f"its review is public: {widget}")
    aws.call("GET", f"/api/v1/vendors/{tenant}/reviews?sort=highest", status=200)
    page = aws.call("GET", f"/p/{tenant}/@shop.json", status=200).json()
    expect(page["rating"]["count"] == 1, f"the public page has it, too: {page}")
    aws.call("GET", f"/p/{tenant}/@shop/1.html", status=200)
    trust = aws.call("GET", f"/trust/{tenant}.json", status=200).json()
    expect(trust["totals"]["published"] == 1, f"it is counted: {trust}")


def more_good_reviews(aws):
    """Customers, locations, charges, asks: a changed number, a taken slug, an ask now and one later."""
    tenant, key = aws.shop("moregoodreviews")
    buyer = unique("sue")
    sample = {**json.loads(event("beacon-api")["body"]), "email": buyer}
    for phone in ("+491711234567", "+12125550123"):
        aws.call("POST", "/beacon/customers", {**sample, "phone": phone}, key, 200)
    listed = aws.call("GET", "/beacon/customers?per_page=1", key=key, status=200).json()["data"]
    for path in ("messages", "reviews"):
        aws.call("GET", f"/beacon/customers/{listed[0]['id']}/{path}", key=key, status=200)
    place = [aws.call("POST", "/beacon/locations", {"name": "Main Street"}, key, 200).json()["data"] for _ in (1, 2)][1]
    aws.call("PUT", f"/beacon/locations/{place['id']}", {"slug": "harbour"}, key, 200)
    aws.call("POST", "/beacon/charges", {"email": buyer, "location_slug": "harbour"}, key, 200)
    aws.call("POST", "/beacon/asks", {"email": buyer, "channels": ["email"]}, key, 200)
    aws.mail(buyer)
    aws.call("GET", "/beacon/reviews", key=key, status=200)
    def sent():
        return aws.call("GET", "/beacon/messages", key=key, status=200).json()["data"]
    aws.wait("the ask's message in the list of all", lambda: [one["customer"]["id"] for one in sent()] == [listed[0]["id"]])
    other = {"email": unique("sid"), "first_name": "Sid"}
    aws.call("POST", "/beacon/customers", other, key, 200)
    later = {"email": other["email"], "channels": ["email"], "asked_at": int(time.time()) + DAY_S}
    aws.call("POST", "/beacon/asks", later, key, 200)
    expect(aws.schedules(tenant), "an ask of tomorrow waits in Scheduler")


def wix(aws):
    """An order's request: made, read, queried, counted, cancelled, deleted; and one of products sent by hand."""
    tenant, key = aws.shop("wix")
    native = aws.key(tenant)
    bare = {"Authorization": key}
    path, order, buyer = "/reviews/v2/review-requests", str(uuid.uuid4()), unique("ann")
    line = {"title": "Mug", "unit_price": 900, "catalog_item_id": MUG}
    bought = {"status": "placed", "currency": "EUR", "lines": [line], "buyer": {"email": buyer}}
    aws.call("PUT", f"/api/v1/orders/{order}", bought, native, 200)
    wanted = {"reviewRequest": {"communicationChannel": "EMAIL", "order": {"id": order}}}
    made = aws.call("POST", path, wanted, status=200, headers=bare).json()["reviewRequest"]
    aws.call("GET", f"{path}/{made['id']}", status=200, headers=bare)
    aws.call("POST", f"{path}/query", {}, status=200, headers=bare)
    expect(aws.call("POST", f"{path}/count", {}, status=200, headers=bare).json() == {"count": 1}, "one is counted")
    request = aws.call("GET", REQUESTS, key=native, status=200).json()["requests"][0]["id"]
    aws.call("POST", f"{REQUESTS}/{request}/send", key=native, status=200)
    aws.mail(buyer)
    create(aws, native, email=buyer, order_id="F", delay_days=7)
    everything = "/reviews/v2/bulk/review-requests/cancel-by-filter"
    aws.call("PUT", everything, {"filter": {}}, status=200, headers=bare)
    expect(not aws.schedules(tenant), "a cancelled request has no schedule")
    aws.call("DELETE", f"{path}/{made['id']}", status=200, headers=bare)
    sample = json.loads(event("wix-api")["body"])
    aws.call("POST", "/reviews/v2/bulk/review-requests/create", {"reviewRequests": [sample["reviewRequest"]]},
             status=200, headers=bare)


def wix_reviews(aws):
    """A customer's review is found and answered; a program's is made, changed, rejected and deleted, at both prefixes."""
    tenant, key = aws.shop("wix")
    native = aws.key(tenant)
    bare = {"Authorization": key}
    path, of_site, bulk = "/reviews/v1/reviews", "/_api/reviews/v1/reviews", "/reviews/v1/bulk/reviews"
    made = create(aws, native, email=unique("zoe"), skip_email=True)
    hub = link(made["hub_url"])
    add_photo(aws, hub)
    review(aws, hub)
    with_photos = {"query": {"filter": {"content.media": {"$isEmpty": False}}}}
    found = aws.call("POST", f"{path}/query", with_photos, status=200, headers=bare).json()["reviews"]
    expect(len(found) == 1 and found[0]["origin"] == {"type": "ORGANIC"}, f"the customer's review is found: {found}")
    theirs = found[0]
    load(aws, theirs["content"]["media"][0]["image"]["url"])
    wanted = {"namespace": "stores", "entityId": "elsewhere", "content": {"rating": 4}, "author": theirs["author"]}
    own = aws.call("POST", of_site, {"review": wanted}, status=200, headers=bare).json()["review"]
    aws.call("POST", path, {"review": wanted}, status=409, headers=bare)
    change = {"review": {"revision": own["revision"], "content": {"title": "Lovely"}}}
    aws.call("PATCH", f"{path}/{own['id']}", change, status=200, headers=bare)
    aws.call("PATCH", f"{of_site}/{theirs['id']}/reply", {"message": "Thank you."}, status=200, headers=bare)
    aws.call("PATCH", f"{path}/{own['id']}/moderate", {"status": "REJECTED"}, status=200, headers=bare)
    aws.call("GET", f"{path}/{own['id']}", status=404, headers=bare)
    shown = aws.call("GET", f"{path}/{own['id']}?returnPrivateReviews=true", status=200, headers=bare).json()["review"]
    expect(shown["content"]["title"] == "Lovely", f"the change is there: {shown}")
    expect(aws.call("POST", f"{path}/count", {}, status=200, headers=bare).json() == {"count": 2}, "the customer's two are public")
    aws.call("POST", f"{bulk}/moderate", {"filter": {}, "status": "APPROVED"}, status=200, headers=bare)
    aws.call("DELETE", f"{path}/{theirs['id']}", status=200, headers=bare)
    aws.call("POST", f"{bulk}/delete", {"filter": {"entityId": {"$in": [TRAY, "elsewhere"]}}}, status=200, headers=bare)
    expect(aws.call("POST", f"{of_site}/count", {}, status=200, headers=bare).json() == {"count": 0}, "none is left")
    expect(aws.call("POST", f"{bulk}/create", {"reviews": [wanted]}, status=200, headers=bare)
           .json()["bulkActionMetadata"]["totalSuccesses"] == 1, "it may be made again")


def catalog(aws):
    """Orders, products, settings."""
    _, key = aws.shop()
    sample = event("catalog-api")
    for path, body in (
        ("/api/v1/orders/%231234", json.loads(sample["body"])),
        (f"/api/v1/products/{TRAY}", {"title": "Oak tray"}),
        ("/api/v1/settings", {"shop_name": "Acme & Co"}),
    ):
        aws.call("PUT", path, body, key, 200)
        aws.call("GET", path, key=key, status=200)


def keys(aws):
    """A key made, listed and deleted by its shop."""
    _, key = aws.shop()
    made = aws.call("POST", "/api/v1/keys", {"name": "Till", "scopes": ["requests:read"]}, key, 201).json()
    aws.call("GET", REQUESTS, key=made["key"], status=200)
    aws.call("GET", "/api/v1/stats", key=made["key"], status=200)
    listed = aws.call("GET", "/api/v1/keys", key=key, status=200).json()["keys"]
    expect([one["id"] for one in listed if one["last_used_on"]][-1] == made["id"], f"its day is known: {listed}")
    for file in ("reviews.csv", "reviews.jsonl"):
        aws.call("GET", f"/api/v1/{file}", key=key, status=200)
    aws.call("DELETE", f"/api/v1/keys/{made['id']}", key=key, status=200)
    aws.call("GET", REQUESTS, key=made["key"], status=401)


def operator(aws):
    """What only the operator may do, and the log of it."""
    tenant, key = aws.shop()
    shop = {"tenant": tenant, "mode": "live"}
    expect(aws.admin("list_shops", after=tenant)["shops"][0]["tenant"] == tenant, "the shop is in the list of all")
    expect(aws.admin("show_shop", **shop)["api_keys"] == 1, "the shop has one key")
    made = aws.admin("create_key", **shop, scopes=["requests:read"])
    aws.call("GET", REQUESTS, key=made["api_key"], status=200)
    expect(aws.admin("list_keys", **shop)["keys"][1]["key_id"] == made["key_id"], "the new key is listed")
    aws.admin("revoke_key", **shop, key_id=made["key_id"])
    aws.call("GET", REQUESTS, key=made["api_key"], status=401)
    receipt = aws.admin("erase", **shop, email=unique("amy"))["receipt"]
    aws.call("GET", f"/api/v1/privacy/{receipt}", key=key, status=200)
    log = aws.admin("audit", **shop)["entries"]
    what = [entry["what"] for entry in log]
    expect(what == ["erase", "revoke_key", "create_key", "create_key", "create_shop"], f"every change is recorded: {what}")
    expect(all(entry["by"].startswith("arn:") for entry in log), f"STS says who it was: {log}")


def console(aws):
    """A member signs in by an email and a guest by a link, and each click is theirs alone."""
    tenant, key = aws.shop()
    owner = unique("owner")
    aws.call("POST", "/api/v1/members", {"email": owner, "role": "owner"}, key, 201)
    invited = aws.mail(owner)["BodyText"]
    here = {"Origin": re.search(r"(https://[^/]+)/console", invited)[1]}
    aws.call("POST", "/console/sign-in/ask", [("email", owner)], status=403)
    asked = aws.call("POST", "/console/sign-in/ask", [("email", owner)], headers=here, status=303)
    sign_in = link(aws.mail(owner, 2)["BodyText"], "/console/sign-in/link")
    aws.call("GET", sign_in, status=200)
    k = [("k", sign_in.split("?k=")[1])]
    aws.call("POST", "/console/sign-in/link", k, headers=here, status=410)
    entered = aws.call("POST", "/console/sign-in/link", k, headers={**here, "Cookie": cookie(asked)}, status=303)
    member = {"Cookie": cookie(entered)}
    page = aws.call("GET", "/console/members", headers=member, status=200).body
    expect(owner in page, "the owner sees the members")
    for path in ["/console/today", "/console/reviews", "/console/reviews?show=all"]:
        aws.call("GET", path, headers=member, status=200)
    guest = link(aws.admin("console_link", tenant=tenant, mode="live")["url"], "/console/sign-in/link")
    entered = aws.call("POST", "/console/sign-in/link", [("k", guest.split("?k=")[1])], headers=here, status=303)
    aws.call("GET", "/console/members", headers={"Cookie": cookie(entered)}, status=200)
    aws.call("POST", "/console/sign-out", [], headers={**here, **member}, status=303)
    aws.call("GET", "/console/members", headers=member, status=303)


def cookie(answer):
    """The cookie that an answer sets."""
    pairs = [value.split(";")[0] for value in answer.headers.get_all("Set-Cookie") or []]
    return next(pair for pair in pairs if not pair.endswith("="))


def root_key(aws):
    """A shop whose root key is about to be replaced works on. The rest of it takes ten minutes."""
    tenant, key = aws.shop()
    for _ in range(2):
        begun = aws.admin("rotate", tenant=tenant, mode="live", rotate="begin")
        expect(not begun["done"] and begun["generation"] == 0, f"the root key is not replaced yet: {begun}")
    create(aws, key, email=unique("root"), skip_email=True)


def privacy(aws):
    """Exports and erases a customer who reviewed with a photo; erases again as after a restore."""
    tenant, key = aws.shop()
    email = unique("zoe")
    hub = link(create(aws, key, email=email, skip_email=True)["hub_url"])
    add_photo(aws, hub)
    review(aws, hub)
    def finished(receipt, since=""):
        def shown():
            shown = aws.call("GET", f"/api/v1/privacy/{receipt}", key=key, status=200).json()
            return shown["status"] == "done" and shown["finished_at"] > since and shown
        return aws.wait("an export or erasure", shown, 90)
    def done(path):
        return finished(aws.call("POST", f"/api/v1/privacy/{path}", {"email": email}, key, 202).json()["receipt"])
    export = load(aws, done("export")["download_url"])
    expect(email in export.body, "the export is about the person")
    load(aws, export.json()["photos"][0]["url"])
    erased = done("erase")
    expect(erased["counts"]["reviews"] == 2, "the person's reviews are found")
    aws.call("GET", hub, status=404)
    listed = aws.aws["s3"].list_objects_v2(Bucket=aws.outputs["PhotoBucketName"]).get("Contents", [])
    files = [one["Key"] for one in listed if f"/{tenant}.live/" in one["Key"]]
    expect(len(files) == 1 and files[0].startswith("erasures/"), f"of an erased person: {files}")
    aws.aws["sqs"].send_message(QueueUrl=aws.outputs["PrivacyQueueUrl"], MessageBody=json.dumps({"replay": files[0]}))
    finished(erased["receipt"], since=erased["finished_at"])


def webhooks(aws):
    """A shop's server is called about a review, and can verify it."""
    _, key = aws.shop()
    receiver = Receiver(failing=1)
    webhook = {"url": receiver.url, "events": ["review.published"], "include": ["review"]}
    made = aws.call("POST", "/api/v1/webhooks", webhook, key, 201).json()
    path = f"/api/v1/webhooks/{made['id']}"
    hub = link(create(aws, key, email=unique("mia"), skip_email=True)["hub_url"])
    add_photo(aws, hub)
    review(aws, hub)
    aws.wait("call of a webhook", lambda: len(receiver.calls) == 3)
    aws.call("POST", f"{path}/test", key=key, status=202)
    aws.wait("test of a webhook", lambda: len(receiver.calls) == 4)
    receiver.stop()
    secret = base64.b64decode(made["secret"].removeprefix("whsec_"))
    photos = []
    for headers, body in receiver.calls:
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        signature = base64.b64encode(hmac.digest(secret, signed, "sha256")).decode()
        expect(headers["webhook-signature"] == f"v1,{signature}", "the call is signed")
        sent = json.loads(body)
        if sent["type"] == "review.published":
            photos += sent["data"]["review"]["photos"]
    load(aws, photos[0]["url"])
    expect(len({headers["webhook-id"] for headers, _ in receiver.calls}) == 3, "each event has its id")
    def delivered():
        log = aws.call("GET", f"{path}/deliveries", key=key, status=200).json()["deliveries"]
        return [one["status"] for one in log] == ["delivered"] * 3
    aws.wait("log of a webhook", delivered, 10)
    aws.call("DELETE", path, key=key, status=200)


def imports(aws):
    """Imports a file that is uploaded."""
    _, key = aws.shop()
    asked = aws.call("POST", "/api/v1/imports?format=judgeme", key=key, status=201).json()
    form = {"url": asked["upload"]["url"], "fields": list(asked["upload"]["fields"].items())}
    head = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\n"
    row = f"j-1,7,4,Holds two cups.,Jane,{unique('jane')},2025-03-02 10:12:00 UTC\n"
    upload(aws, form, (head + row + row).encode())
    def done():
        shown = aws.call("GET", f"/api/v1/imports/{asked['id']}", key=key, status=200).json()
        return shown["status"] == "done" and shown
    shown = aws.wait("an import", done, 60)
    expect((shown["rows"], shown["imported"], shown["skipped"]) == (2, 1, 1), f"one of two is a duplicate: {shown}")
    listed = aws.call("GET", "/api/v1/reviews?platform=judgeme", key=key, status=200).json()["reviews"]
    expect([one["content"] for one in listed] == ["Holds two cups."], f"the review is there: {listed}")


def orders_in(aws):
    """WooCommerce calls about an order that has arrived, and its buyer is asked; a forged call changes nothing."""
    tenant, key = aws.shop()
    secret = "lettersanddigits0"
    path = "/api/v1/integrations/woocommerce"
    wanted = {"secret": secret, "ask_days_after": 0, "since": "2020-01-01T00:00:00Z"}
    aws.call("PUT", path, wanted, key, 200)
    buyer, at = unique("ida"), time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime())
    order = {"id": 723, "number": "723", "status": "completed", "currency": "EUR", "date_modified_gmt": at,
             "date_created_gmt": at, "date_completed_gmt": at, "billing": {"email": buyer, "first_name": "Ida", "country": "DE"},
             "line_items": [{"id": 315, "name": "Stoneware mug", "product_id": 93, "quantity": 1, "price": 24}]}
    def delivers(secret, status):
        body = json.dumps(order).encode()
        signature = base64.b64encode(hmac.digest(secret.encode(), body, "sha256")).decode()
        headers = {"X-WC-Webhook-Topic": "order.updated", "X-WC-Webhook-Signature": signature}
        aws.call("POST", f"/in/woocommerce/{tenant}", order, status=status, headers=headers)
    delivers("another", 401)
    delivers(secret, 200)
    aws.mail(buyer)
    delivers(secret, 200)
    def known():
        calls = aws.call("GET", f"{path}/deliveries", key=key, status=200).json()["deliveries"]
        return [one["result"] for one in calls] == ["ignored", "asked"] and calls
    aws.wait("the calls of a shop's system", known)
    expect(len(aws.mails(buyer)) == 1, "a call that comes twice asks once")


def ordered_photos(aws):
    """Photos that a call and a file name by their addresses are fetched from the shop's server, but for one that is no picture."""
    tenant, wix_key = aws.shop("wix")
    key = aws.key(tenant)
    host = Server(lambda path, *_: (200, b"no picture" if path == "/text" else picture(int(path[1:]))))
    media = [{"image": {"url": f"{host.url}{name}"}} for name in ("text", 2)]
    review = {"namespace": "stores", "entityId": "elsewhere", "content": {"rating": 4, "media": media},
              "author": {"contactId": str(uuid.uuid4())}}
    aws.call("POST", "/reviews/v1/reviews", {"review": review}, status=200, headers={"Authorization": wix_key})
    asked = aws.call("POST", "/api/v1/imports?format=judgeme", key=key, status=201).json()
    form = {"url": asked["upload"]["url"], "fields": list(asked["upload"]["fields"].items())}
    head = "review_id,product_id,rating,body,review_date,picture_urls\n"
    upload(aws, form, f"{head}j-1,7,4,Holds two cups.,2025-03-02 10:12:00 UTC,{host.url}3\n".encode())
    def widths():
        listed = aws.call("GET", f"{REVIEWS}?sort=oldest", key=key, status=200).json()["reviews"]
        return [photo["width"] for one in listed for photo in one["photos"]]
    aws.wait("photos from the shop's server", lambda: widths() == [3, 2], 60)
    host.stop()


def two_shops(aws):
    """A shop whose servers hang and whose program calls without a pause is not noticed by another one."""
    _, loud = aws.shop()
    _, quiet = aws.shop()
    hanging = Server(lambda *_: (time.sleep(15), (200, b""))[1])
    aws.call("POST", "/api/v1/webhooks", {"url": hanging.url, "events": ["review.published"]}, loud, 201)
    asked = aws.call("POST", "/api/v1/imports?format=judgeme", key=loud, status=201).json()
    form = {"url": asked["upload"]["url"], "fields": list(asked["upload"]["fields"].items())}
    head = "review_id,product_id,rating,body,review_date,picture_urls\n"
    rows = (f"j-{n},7,4,Holds two cups.,2025-03-02 10:12:00 UTC,{hanging.url}{n}\n" for n in range(12))
    upload(aws, form, (head + "".join(rows)).encode())
    over = threading.Event()
    def call():
        while not over.is_set():
            aws.call("GET", REQUESTS, key=loud)
    callers = [threading.Thread(target=call, daemon=True) for _ in range(4)]
    for caller in callers:
        caller.start()
    try:
        receiver, buyer = Receiver(), unique("jane")
        aws.call("POST", "/api/v1/webhooks", {"url": receiver.url, "events": ["review.published"]}, quiet, 201)
        request = create(aws, quiet, email=buyer, delay_days=0)["request_id"]
        hub = link(aws.mail(buyer)["BodyText"])
        review(aws, hub)
        aws.wait("call of the quiet shop's webhook", lambda: len(receiver.calls) == 2, 60)
        for path in (REQUESTS, f"{REQUESTS}/{request}", REVIEWS, "/api/v1/stats"):
            aws.call("GET", path, key=quiet, status=200)
        aws.call("GET", f"{REQUESTS}/{request}", key=loud, status=404)
        receiver.stop()
    finally:
        over.set()
        for caller in callers:
            caller.join()
    hanging.stop()


def on_schedule(aws):
    """Scheduler starts reconcile."""
    scheduler, name = aws.aws["scheduler"], aws.resources["ReconcileSchedule"]
    schedule = scheduler.get_schedule(Name=name)
    same = {field: schedule[field] for field in ("FlexibleTimeWindow", "Target", "State")}
    scheduler.update_schedule(Name=name, ScheduleExpression="rate(1 minute)", **same)
    aws.wait("run of reconcile", lambda: aws.log("reconcile"), 90)
    scheduler.update_schedule(Name=name, ScheduleExpression=schedule["ScheduleExpression"], **same)


# The last one leaves photos of a server that is gone: `take-photo` says so later.
STORIES = (main_job, read_and_moderate, later_send, lost_and_over, stop_asking, reports, photos, amino, more_good_reviews, wix, wix_reviews, catalog, keys, operator, console, root_key, webhooks, privacy, imports, orders_in, ordered_photos, on_schedule, two_shops)


def event(function):
    """The function's sample event."""
    return json.loads((EVENTS / f"{function}.json").read_text())


def create(aws, key, **body):
    return aws.call("POST", f"{REQUESTS}/send", {"product_ids": [MUG, TRAY], **body}, key, 201).json()


def expect_status(aws, key, request, status):
    def found():
        return aws.call("GET", f"{REQUESTS}/{request}", key=key, status=200).json()["status"]
    try:
        aws.wait(status, lambda: found() == status, 5)
    except Failure:
        raise Failure(f"request {request} is {found()}, not {status}") from None


def expect_timeline(aws, key, request, what):
    def entries():
        timeline = aws.call("GET", f"{REQUESTS}/{request}/timeline", key=key, status=200).json()["timeline"]
        return [entry["what"] for entry in timeline]
    try:
        aws.wait(what, lambda: what in entries(), 10)
    except Failure:
        raise Failure(f"request {request} has no {what} but {entries()}") from None


def unique(name):
    """An address that no other story writes to."""
    return f"{name}-{uuid.uuid4().hex[:12]}@example.com"


def expect(condition, sentence):
    if not condition:
        raise Failure(f"expected: {sentence}")
