"""Stories that use the deployed stack as shops and customers do. Each story has its own shops, and fails with a
sentence.

    .tools/venv/bin/python .ci/ministack/stories.py <ministack's port> <stack>
"""

import base64
import datetime
import hashlib
import hmac
import html
import json
import re
import secrets
import struct
import sys
import threading
import time
import uuid
import zlib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from botocore.exceptions import BotoCoreError, ClientError

from deployment import Deployment, Failure, link, token
from servers import Model, Receiver, Server

EVENTS = Path(__file__, "../../../events").resolve()
REQUESTS = "/api/v1/review-requests"
REVIEWS = "/api/v1/reviews"
# Where WooCommerce's plug-in says that it is.
SITE = {"Afterword-Home": "pots.example", "Afterword-Environment": "production"}
MUG, TRAY = "shopify-7125386199075", "shopify-7125386199076"


def main_job(aws):
    """Request, repeat, email, answer, draft, photo, review; cancel, send now, bounce; webhooks, reply, public page, statistics."""
    tenant, key = aws.shop()
    receiver = Receiver(failing=1)
    webhook = {"url": receiver.url, "events": ["review.published"], "include": ["review"]}
    secret = aws.call("POST", "/api/v1/webhooks", webhook, key, 201).json()["secret"]
    buyer, once = unique("jane"), {"Idempotency-Key": str(uuid.uuid4())}
    order = {**json.loads(event("create-request")["body"]), "email": buyer, "delay_days": 0}
    made = aws.call("POST", f"{REQUESTS}/send", order, key, 201, once)
    again = aws.call("POST", f"{REQUESTS}/send", order, key, 201, once)
    expect(again.body == made.body, "the same Idempotency-Key gives the same answer")
    request = made.json()["request_id"]
    hub = link(aws.mail(buyer)["BodyText"])
    expect(token(hub) == token(made.json()["hub_url"]), "the mail has the request's link")
    expect_status(aws, key, request, "sent")
    load(aws, add_photo(aws, hub))
    review(aws, hub)
    expect_status(aws, key, request, "completed")
    aws.wait("calls of a webhook", lambda: len(receiver.calls) == 3)
    receiver.stop()
    for headers, body in receiver.calls:
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        signature = base64.b64encode(hmac.digest(base64.b64decode(secret.removeprefix("whsec_")), signed, "sha256")).decode()
        expect(headers["webhook-signature"] == f"v1,{signature}", "the call is signed")

    later = create(aws, key, email=unique("max"), order_id="B", delay_days=7)["request_id"]
    expect(aws.schedules(tenant), "a message of next week waits in Scheduler")
    aws.call("DELETE", f"{REQUESTS}/{later}", key=key, status=200)
    expect(not aws.schedules(tenant), "its schedule is deleted with it")
    by_hand = unique("mia")
    manual = create(aws, key, email=by_hand, skip_email=True)["request_id"]
    aws.call("POST", f"{REQUESTS}/{manual}/send", key=key, status=200)
    aws.mail(by_hand)
    expect_status(aws, key, manual, "sent")
    aws.mail_event("Email Bounced", tenant, manual, bounce={"bounceType": "Permanent", "bounceSubType": "General"})
    expect_status(aws, key, manual, "failed")
    create(aws, key, email=by_hand, delay_days=0)
    aws.idle(aws.outputs["SendQueueUrl"])
    expect(len(aws.mails(by_hand)) == 1, "no email leaves to an address that bounced")

    aws.invoke("reconcile", {})
    path = f"{REVIEWS}/{aws.call('GET', REVIEWS, key=key, status=200).json()['reviews'][0]['id']}"
    aws.call("PUT", f"{path}/reply", {"text": "Thank you!"}, key, 200)
    shown = aws.call("GET", f"/p/{tenant}/{MUG}.json", status=200).json()
    expect(shown["rating"]["count"] == 1, f"anybody may read it: {shown}")
    counts = {"created": 4, "sent": 2, "completed": 1, "cancelled": 1}
    def counted():
        stats = json.dumps(aws.call("GET", "/api/v1/stats", key=key, status=200).json())
        return all(f'"{name}": {count}' in stats for name, count in counts.items())
    aws.wait(f"statistics of {counts}", counted)


def amino(aws):
    """The main flow with Amino's API: an invitation, the same again, a review, statistics."""
    tenant, key = aws.shop("amino")
    buyer = unique("amy")
    sample = {**json.loads(event("invitations-api")["body"]), "email": buyer}
    made = aws.call("POST", "/api/v1/invitations", sample, key, 200).json()
    again = aws.call("POST", "/api/v1/invitations", sample, key, 200).json()
    expect(made["review_url"] == again["review_url"], "a repeated invitation has the same link")
    aws.mail(buyer)
    form = [("token", token(link(made["review_url"]))), ("item", "0"), ("rating", "4"), ("text", "Good."), ("display_name", "")]
    aws.call("POST", "/review/hub/review", form, status=303)
    page = aws.call("GET", f"/p/{tenant}/@shop.json", status=200).json()
    expect(page["rating"]["count"] == 1, f"its review is public: {page}")
    def stats():
        return aws.call("GET", "/api/v1/invitations/stats", key=key, status=200).json()["stats"]
    aws.wait("statistics of one invitation sent", lambda: stats()["sent"] == 1)


def more_good_reviews(aws):
    """The main flow with More Good Reviews' API: a customer, a location, a charge, a request now and another later,
    messages."""
    tenant, key = aws.shop("moregoodreviews")
    sample = {**json.loads(event("beacon-api")["body"]), "email": unique("sue")}
    aws.call("POST", "/beacon/customers", sample, key, 200)
    place = aws.call("POST", "/beacon/locations", {"name": "Main Street"}, key, 200).json()["data"]
    aws.call("PUT", f"/beacon/locations/{place['id']}", {"slug": "harbour"}, key, 200)
    aws.call("POST", "/beacon/charges", {"email": sample["email"], "location_slug": "harbour"}, key, 200)
    aws.call("POST", "/beacon/asks", {"email": sample["email"], "channels": ["email"]}, key, 200)
    aws.mail(sample["email"])
    other = {"email": unique("sid"), "first_name": "Sid"}
    aws.call("POST", "/beacon/customers", other, key, 200)
    later = {"email": other["email"], "channels": ["email"], "asked_at": int(time.time()) + 24 * 60 * 60}
    aws.call("POST", "/beacon/asks", later, key, 200)
    expect(aws.schedules(tenant), "an ask of tomorrow waits in Scheduler")
    def sent():
        return aws.call("GET", "/beacon/messages", key=key, status=200).json()["data"]
    aws.wait("the ask's message in the list of all", lambda: len(sent()) == 1)


def wix(aws):
    """The main flow with Wix' API: an order's request, a bulk cancellation, a reply to an imported review with a photo."""
    tenant, key = aws.shop("wix")
    native, bare = aws.key(tenant), {"Authorization": key}
    path, order, buyer = "/reviews/v2/review-requests", str(uuid.uuid4()), unique("ann")
    line = {"title": "Mug", "unit_price": 900, "catalog_item_id": MUG}
    bought = {"status": "placed", "currency": "EUR", "lines": [line], "buyer": {"email": buyer}}
    aws.call("PUT", f"/api/v1/orders/{order}", bought, native, 200)
    wanted = {"reviewRequest": {"communicationChannel": "EMAIL", "order": {"id": order}}}
    made = aws.call("POST", path, wanted, status=200, headers=bare).json()["reviewRequest"]
    expect(aws.call("POST", f"{path}/count", {}, status=200, headers=bare).json() == {"count": 1}, "one is counted")
    create(aws, native, email=buyer, order_id="F", delay_days=7)
    aws.call("PUT", "/reviews/v2/bulk/review-requests/cancel-by-filter", {"filter": {}}, status=200, headers=bare)
    expect(not aws.schedules(tenant), "a cancelled request has no schedule")
    aws.call("DELETE", f"{path}/{made['id']}", status=200, headers=bare)
    host = Server(lambda *_: (200, picture(2)))
    head = "external_review_id,product_id,rating,body,photo_urls,created_at\n"
    row = f"e-1,elsewhere,4,Fine.,{host.url}2,2025-03-02T10:12:00Z\n"
    asked = aws.call("POST", "/api/v1/imports?format=afterword", key=native, status=201).json()
    upload(aws, {"url": asked["upload"]["url"], "fields": list(asked["upload"]["fields"].items())}, (head + row).encode())
    def own():
        [listed] = aws.call("GET", REVIEWS, key=native, status=200).json()["reviews"] or [{"photos": []}]
        return listed["photos"] and listed
    own = aws.wait("photo from the shop's server", own, 90)
    host.stop()
    aws.call("PATCH", f"/_api/reviews/v1/reviews/{own['uuid']}/reply", {"message": "Thank you."}, status=200, headers=bare)


def files_and_erasure(aws):
    """A file of reviews is imported; a customer who reviewed with a photo is exported and erased."""
    tenant, key = aws.shop()
    asked = aws.call("POST", "/api/v1/imports?format=judgeme&platform=shopify", key=key, status=201).json()
    head = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\n"
    row = f"j-1,7,4,Holds two cups.,Jane,{unique('jane')},2025-03-02 10:12:00 UTC\n"
    upload(aws, {"url": asked["upload"]["url"], "fields": list(asked["upload"]["fields"].items())}, (head + row + row).encode())
    def done(path):
        def shown():
            shown = aws.call("GET", f"/api/v1/{path}", key=key, status=200).json()
            return shown["status"] == "done" and shown
        return aws.wait(f"end of {path}", shown, 90)
    shown = done(f"imports/{asked['id']}")
    expect((shown["rows"], shown["imported"], shown["skipped"]) == (2, 1, 1), f"one of two is a duplicate: {shown}")
    buyer = unique("zoe")
    hub = link(create(aws, key, email=buyer, skip_email=True)["hub_url"])
    add_photo(aws, hub)
    review(aws, hub)
    def asked_for(what):
        return aws.call("POST", f"/api/v1/privacy/{what}", {"email": buyer}, key, 202).json()["receipt"]
    export = load(aws, done(f"privacy/{asked_for('export')}")["download_url"])
    expect(buyer in export.body, "the export is about the person")
    erased = done(f"privacy/{asked_for('erase')}")
    expect(erased["counts"]["reviews"] == 2, f"the person's reviews are found: {erased}")
    aws.call("GET", hub, status=404)


def console(aws):
    """In the console, a merchant signs in, changes settings and texts, and connects WooCommerce. The first order's
    buyer is asked and reviews. The merchant decides, finds the customer, asks about earlier orders, and begins to send
    from the shop's own domain."""
    tenant, _ = aws.shop()
    owner, buyer = unique("owner"), unique("ida")
    operator = guest(aws, tenant)
    here = {"Origin": operator["Origin"]}
    aws.call("POST", "/console/members/invite", [("email", owner), ("role", "owner")], headers=operator, status=303)
    aws.mail(owner)
    asked = aws.call("POST", "/console/sign-in/ask", [("email", owner)], headers=here, status=303)
    k = [("k", link(aws.mail(owner, 2)["BodyText"], "/console/sign-in/link").split("?k=")[1])]
    aws.call("POST", "/console/sign-in/link", k, headers=here, status=410)
    invited = {**here, "Cookie": cookie(asked)}
    aws.call("POST", "/console/sign-in/link", k, headers=invited, status=303)
    entered = aws.call("POST", "/console/shops/choose", [("shop", f"{tenant}.live")], headers=invited, status=303)
    member = {**here, "Cookie": cookie(entered)}
    def page(path):
        return aws.call("GET", path, headers=member, status=200).body
    def posts(path, *fields, status=303):
        return aws.call("POST", path, list(fields), headers=member, status=status)

    def saves(path, shown, **changes):
        posts(path, *({**filled(page(shown), path), **changes}).items())

    saves("/console/settings/reviews", "/console/settings", moderation="hold")
    saves("/console/settings/look", "/console/settings", shop_name="Fern", color="#7a1f5c", **{"color.own": "on"}, country="DE")
    posts("/console/words/en/request", ("opening", "From our own hands."))
    woocommerce = "/console/connections/woocommerce"
    plug_in = connect(aws, member)
    saves(woocommerce, woocommerce, ask_days_after="0", pause="no")
    send(aws, plug_in, woocommerce_order(buyer))
    mail = aws.mail(buyer)
    expect("Fern" in mail["BodyText"], f"the email names the shop: {mail}")
    expect("From our own hands." in mail["BodyText"], f"it has the shop's own words: {mail}")
    hub = link(mail["BodyText"])
    expect("color=7a1f5c" in aws.call("GET", hub, status=200).body, "the customer's page has the shop's color")
    review(aws, hub, items=1)

    [id] = set(re.findall(r'/console/reviews/([0-9]+)"', page("/console/reviews")))
    shown = f"/console/reviews/{id}"
    withheld = posts(f"{shown}/withhold", ("revision", hidden(page(shown), "revision")), ("reason", "fake"))
    # This cookie makes the next page show the undo button.
    bar = aws.call("GET", withheld.headers["Location"], headers={"Cookie": f"{member['Cookie']}; {cookie(withheld)}"}, status=200).body
    action = re.search(rf'action="({shown}/undo)"', bar)
    expect(action, f"it can be undone: {bar}")
    posts(action[1], ("revision", hidden(bar[action.start():], "revision")))
    posts(f"{shown}/publish", ("revision", hidden(page(shown), "revision")))
    public = re.search(r'href="[^"]+(/p/[^"]+/@all\.html)"', page("/console/in-shop"))[1]
    expect("Lovely." in aws.call("GET", public, status=200).body, "anybody may read it")
    found = posts("/console/customers/find", ("find", buyer)).headers["Location"]
    expect("723" in page(found), "the customer's page has the order")
    [request] = set(re.findall(r"/console/requests/([0-9]+)", page(found)))
    page(f"/console/requests/{request}")
    earlier, before = "/console/requests/earlier", unique("una")
    orders = [("rows", f"email,order,date\n{before},901,\n{before},902,{datetime.date.today()}"), ("days", "7")]
    tried = posts(earlier, *orders, status=200).body
    posts(f"{earlier}/ask", *orders, ("number", re.search(r'name="number" value="([0-9]+)"', tried)[1]))
    aws.mail(before)
    expect("902" in page("/console/customers?status=scheduled"), "the newer one is planned")
    page("/console/numbers")
    sender, domain = "/console/settings/sender", f"{tenant}.example"
    posts(sender, ("sender", domain))
    records = page(sender)
    identity = aws.aws["sesv2"].get_email_identity(EmailIdentity=domain)
    for name in identity["DkimAttributes"]["Tokens"]:
        expect(f'"{name}._domainkey.{domain}"' in records, f"the page shows the domain's records: {records}")
    posts(f"{sender}/remove")
    aws.invoke("reconcile", {})
    identities = aws.aws["sesv2"].list_email_identities()["EmailIdentities"]
    expect(domain not in [one["IdentityName"] for one in identities], "a domain that is given up is deleted")
    posts("/console/sign-out")
    aws.call("GET", "/console/members", headers=member, status=303)


def orders_in(aws):
    """Shopify reports an order in several signed calls, and the buyer is asked once. Forged calls change nothing, nor does the
    signed order under a topic that erases."""
    tenant, key = aws.shop()
    manager, buyer, secret = aws.key(tenant, scopes=["integrations:manage"]), unique("ben"), "lettersanddigits0"
    wanted = {"secret": secret, "ask_days_after": 0, "since": "2020-01-01T00:00:00Z"}
    aws.call("PUT", "/api/v1/integrations/shopify", wanted, manager, 200)
    order = shopify_order(buyer)
    for _ in range(5):
        deliver(aws, tenant, "another", order, 401)
    # The forged calls log a warning, which check_logs must not see.
    aws.wait("its line in the log", lambda: aws.log("orders-in"))
    aws.forget_logs()
    deliver(aws, tenant, secret, order)
    aws.mail(buyer)
    deliver(aws, tenant, secret, order)
    connection = "/api/v1/integrations/shopify"
    def known():
        calls = aws.call("GET", f"{connection}/deliveries", key=manager, status=200).json()["deliveries"]
        return [one["result"] for one in calls] == ["ignored", "planned"]
    aws.wait("the calls of Shopify", known)
    expect(len(aws.mails(buyer)) == 1, "a call that comes twice asks once")
    for topic in ("customers/redact", "shop/redact", "app/uninstalled"):
        deliver(aws, tenant, secret, order, topic=topic)
    def refused():
        calls = aws.call("GET", f"{connection}/deliveries", key=manager, status=200).json()["deliveries"]
        return [one["reason"] for one in calls[:3]] == ["other_topic"] * 3
    aws.wait("the refusals", refused)
    expect(aws.call("GET", connection, key=manager, status=200).json()["state"] == "active", "the shop is connected")
    stored = aws.call("GET", "/api/v1/orders/%231001", key=key, status=200).json()
    expect(stored["buyer"]["email"] == buyer, "nothing is erased")


def rights(aws):
    """The systems' privacy calls: WooCommerce removes a buyer; Shopify requests data, uninstalls the app, and redacts a
    customer and, two days later, the shop."""
    tenant, key = aws.shop()
    manager, ida, ben, secret = aws.key(tenant, scopes=["integrations:manage"]), unique("ida"), unique("ben"), "lettersanddigits0"
    plug_in = connect(aws, guest(aws, tenant))
    for platform, own in ("woocommerce", {}), ("shopify", {"secret": secret}):
        wanted = {**own, "ask_days_after": 10, "since": "2020-01-01T00:00:00Z"}
        aws.call("PUT", f"/api/v1/integrations/{platform}", wanted, manager, 200)
    def requests(order, status):
        found = aws.call("GET", f"{REQUESTS}?order_id={order}", key=key, status=200).json()["requests"]
        return [one["status"] for one in found] == status
    def receipt(topic):
        calls = aws.call("GET", "/api/v1/integrations/shopify/deliveries", key=manager, status=200).json()["deliveries"]
        return next((one["reason"] for one in calls if one["topic"] == topic), None)
    def done(topic):
        job = aws.call("GET", f"/api/v1/privacy/{receipt(topic)}", key=key, status=200).json()
        return job if job["status"] == "done" else None
    order = woocommerce_order(ida)
    send(aws, plug_in, order)
    aws.wait("the request about WooCommerce's order", lambda: requests("723", ["scheduled"]))
    send(aws, plug_in, {**order, "buyer": None, "anonymised": True})
    aws.wait("the erasure of WooCommerce's order", lambda: requests("723", []), 60)
    expect(aws.call("GET", "/api/v1/orders/723", key=key, status=200).json()["buyer"] is None, "an order without a buyer")

    deliver(aws, tenant, secret, shopify_order(ben))
    aws.wait("the request about Shopify's order", lambda: requests("%231001", ["scheduled"]))
    customer = {"shop_id": 1, "customer": {"id": 1, "email": ben}, "orders_requested": [4001], "data_request": {"id": 9}}
    deliver(aws, tenant, secret, customer, topic="customers/data_request")
    aws.wait("the call", lambda: receipt("customers/data_request"))
    export = aws.wait("the export", lambda: done("customers/data_request"))
    expect(ben in load(aws, export["download_url"]).body, "the file is about the customer")
    domain = f"{tenant}.myshopify.com"
    gone = {"id": 1, "domain": domain, "myshopify_domain": domain}
    deliver(aws, tenant, secret, gone, topic="app/uninstalled")
    aws.wait("the end of what waits", lambda: requests("%231001", ["cancelled"]))
    deliver(aws, tenant, secret, {"shop_id": 1, "shop_domain": domain}, topic="shop/redact")
    aws.wait("the two days before the erasure of the orders", lambda: receipt("shop/redact") == "waits_48_hours")
    aws.call("DELETE", "/api/v1/integrations/shopify", key=manager, status=200)
    deliver(aws, tenant, secret, shopify_order(ben), 404)
    named = {"shop_id": 1, "customer": {"id": 1}, "orders_to_redact": [4001]}
    deliver(aws, tenant, secret, named, topic="customers/redact")
    aws.wait("the erasure of the buyer", lambda: requests("%231001", []), 60)
    expect(aws.call("GET", "/api/v1/orders/%231001", key=key, status=200).json()["buyer"] is None, "the order is still there")


def two_shops(aws):
    """A shop whose servers hang, and which calls without end, does not slow another shop: the other shop's webhooks are
    called long before the 15 s that an endpoint has."""
    _, loud = aws.shop()
    _, quiet = aws.shop()
    called = []
    def hang(_, headers, __):
        # Photos are fetched from here, too.
        if "webhook-id" in headers:
            called.append(headers["webhook-id"])
        time.sleep(15)
        return 200, b""
    hanging = Server(hang)
    # A hanging endpoint for each copy that calls endpoints.
    for _ in range(2):
        hook = {"url": hanging.url, "events": ["review.published"], "include_imports": True}
        aws.call("POST", "/api/v1/webhooks", hook, loud, 201)
    asked = aws.call("POST", "/api/v1/imports?format=judgeme&platform=shopify", key=loud, status=201).json()
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
        aws.wait("calls of both endpoints that hang", lambda: len(called) >= 2)
        receiver, buyer = Receiver(), unique("jane")
        aws.call("POST", "/api/v1/webhooks", {"url": receiver.url, "events": ["review.published"]}, quiet, 201)
        request = create(aws, quiet, email=buyer, delay_days=0)["request_id"]
        review(aws, link(aws.mail(buyer)["BodyText"]))
        aws.wait("call of the quiet shop's webhook", lambda: len(receiver.calls) == 2, 12)
        for path in (REQUESTS, f"{REQUESTS}/{request}", REVIEWS, "/api/v1/stats"):
            aws.call("GET", path, key=quiet, status=200)
        aws.call("GET", f"{REQUESTS}/{request}", key=loud, status=404)
        receiver.stop()
    finally:
        over.set()
        for caller in callers:
            caller.join()
    hanging.stop()


def notices(aws):
    """A reader reports a review and gets a receipt; the shop keeps the review. Other reports do not
    close the form for a notice."""
    tenant, key = aws.shop()
    review(aws, link(create(aws, key, email=unique("jane"), skip_email=True)["hub_url"]), items=1)
    reported = str(aws.call("GET", REVIEWS, key=key, status=200).json()["reviews"][0]["id"])
    reader = unique("rita")
    def report(reason, **fields):
        form = {"shop": tenant, "review": reported, "reason": reason, "words": "I know her.", **fields}
        return aws.call("POST", "/review/report", list(form.items()))
    expect(report("unlawful", email=reader).status == 200, "the report is taken")
    receipt = aws.mail(reader)["BodyText"]
    expect("I know her." not in receipt, f"the receipt has nothing that the reader wrote: {receipt}")
    statuses = [report("fake").status for _ in range(6)]
    expect(statuses[-1] == 429, f"a network has a limit: {statuses}")
    expect(report("personal_data").status == 200, "which closes the form for no notice")

    owner, page = guest(aws, tenant), f"/console/reviews/{reported}"
    today = lambda: aws.call("GET", "/console/today", headers=owner, status=200).body
    expect(page in today(), "Today leads to the reported review")
    kept = [("revision", hidden(aws.call("GET", page, headers=owner, status=200).body, "revision")), ("kept", "An opinion.")]
    aws.call("POST", f"{page}/keep", kept, headers=owner, status=303)
    expect("Readers reported" not in today(), "nothing is left to decide")


def shop_page(aws):
    """A page of the shop reads reviews, averages and photos from another origin; Google gets a file of them. Somebody writes
    without having been asked."""
    tenant, key = aws.shop()
    elsewhere = {"Origin": "https://shop.example"}
    def read(path, status=200):
        answer = aws.call("GET", path, headers=elsewhere, status=status)
        expect(answer.headers["Access-Control-Allow-Origin"] == "*", f"a page of another origin may read {path}")
        return answer
    script = read("/embed/v1.js")
    expect(read(script.headers["Content-Location"]).body == script.body, "a version of the script has its own address")
    hub = link(create(aws, key, email=unique("kim"), skip_email=True)["hub_url"])
    add_photo(aws, hub)
    review(aws, hub)
    page = read(f"/p/{tenant}/{MUG}.json?lang=de&limit=5").json()
    expect(page["labels"]["lang"] == "de", f"the labels are in the language that was asked for: {page}")
    [photo] = page["reviews"][0]["photos"]
    load(aws, read(urlsplit(photo["url"]).path, 302).headers["Location"])
    small = urlsplit(photo["thumb"]["url"]).path
    aws.wait("the small photo", lambda: "immutable" in read(small).headers["Cache-Control"])
    expect(read(f"/p/{tenant}/ratings.json").json()[MUG][:2] == [5.0, 1], "a list page gets the averages")
    described = {"title": "Mug", "url": "https://shop.example/mug"}
    aws.call("PUT", f"/api/v1/products/{MUG}", described, key, 200)
    buyer = unique("gia")
    line = {"catalog_item_id": MUG, "title": "Mug", "unit_price": 900, "quantity": 1}
    order = {"status": "delivered", "currency": "EUR", "buyer": {"email": buyer}, "lines": [line]}
    aws.call("PUT", "/api/v1/orders/bought", order, key)
    review(aws, link(create(aws, key, email=buyer, order_id="bought", skip_email=True)["hub_url"]), text="Bought.")
    def fed():
        answer = aws.call("GET", f"/feeds/{tenant}/google.xml")
        file = answer.status == 302 and load(aws, answer.headers["Location"]).body
        return file and "Lovely." in file and "Bought." in file
    aws.invoke("reconcile", {})
    aws.wait("the file for Google", fed, 60)
    path = f"{REVIEWS}/{page['reviews'][0]['id']}/reject"
    aws.call("PATCH", path, {"reason": "unrelated"}, key, 200)
    read(small, 404)

    visitor = unique("vic")
    create(aws, key, email=visitor, product_ids=[TRAY], skip_email=True)
    aws.call("POST", f"/review/write/{tenant}/{MUG}", [("email", visitor)], status=200)
    review(aws, link(aws.mail(visitor)["BodyText"]), items=1)
    listed = aws.call("GET", f"{REVIEWS}?status=pending", key=key, status=200).json()["reviews"]
    expect(len(listed) == 1, f"what a visitor wrote waits for the shop: {listed}")


def strangers(aws):
    """Links that are asked for from one network on the pages of two shops stop at the limit of all shops together."""
    shops = [aws.shop()[0], aws.shop()[0]]
    # A network gets 20 an hour, and one hour may end meanwhile. The stories before asked for two, too.
    for number in range(41):
        answer = aws.call("POST", f"/review/write/{shops[number % 2]}/@shop", [("email", unique("vic"))])
        if answer.status == 429:
            break
        expect(answer.status == 200, f"link {number} gets the answer of every address: {answer.status}")
    expect(answer.status == 429 and "internet connection" in answer.body, f"the network gets no more: {answer.status}")
    expect(number >= 10, f"links before: {number}")


def leaving(aws):
    """A shop exports all its data, is deleted, restored, and deleted again. After a month, only the record of the
    deletion is left."""
    tenant, key = aws.shop()
    shop, buyer = f"{tenant}.live", unique("lea")
    create(aws, key, email=buyer, delay_days=0)
    hub = link(aws.mail(buyer)["BodyText"])
    add_photo(aws, hub)
    review(aws, hub)
    owner = guest(aws, tenant)
    aws.call("POST", "/console/data/everything", [], headers=owner, status=303)
    def files():
        page = aws.call("GET", "/console/data", headers=owner, status=200).body
        return re.findall(r'href="(/console/data/everything/requests[^"]*)"', page)
    [requests] = aws.wait("the files of a shop", files)
    led = aws.call("GET", requests, headers=owner, status=303).headers["Location"]
    expect(buyer in str(load(aws, led).body), "the file has the shop's requests")

    aws.call("POST", "/console/settings/end", [("shop", tenant)], headers=owner, status=303)
    aws.call("GET", "/api/v1/settings", key=key, status=401)
    aws.call("GET", hub, status=404)
    aws.call("GET", f"/p/{tenant}/{MUG}.json", status=404)
    aws.call("GET", "/console/today", headers=owner, status=410)
    aws.call("POST", "/console/restore", [], headers=owner, status=303)
    aws.call("GET", "/api/v1/settings", key=key, status=200)
    aws.call("GET", hub, status=200)
    aws.admin("delete_shop", shop=tenant)
    aws.idle(aws.outputs["PrivacyQueueUrl"])

    item = {"TableName": aws.resources["Table"], "Key": {"PK": {"S": f"T#{shop}"}, "SK": {"S": "TENANT"}}}
    def long_ago(name, days):
        at = {":at": {"N": str(int((time.time() - days * 86_400) * 1_000))}}
        aws.aws["dynamodb"].update_item(**item, UpdateExpression=f"SET {name} = :at", ExpressionAttributeValues=at)
        aws.aws["sqs"].send_message(QueueUrl=aws.outputs["PrivacyQueueUrl"], MessageBody=json.dumps({"shop": shop}))
    long_ago("ended_at", 31)
    aws.wait("destroyed root keys", lambda: "erased_at" in aws.aws["dynamodb"].get_item(**item)["Item"])
    long_ago("erased_at", 1)
    def left():
        pages = aws.aws["dynamodb"].get_paginator("scan").paginate(TableName=aws.resources["Table"])
        keys = [f"{row['PK']['S']} {row['SK']['S'].split('#')[0]}" for page in pages for row in page["Items"] if tenant in str(row)]
        return set(keys) == {f"T#{shop} TENANT", f"T#{shop}#AUDIT AUDIT"}
    aws.wait("a table without the shop", left)
    listed = aws.aws["s3"].list_objects_v2(Bucket=aws.resources["PhotoBucket"])
    keys = [one["Key"] for one in listed.get("Contents", []) if tenant in one["Key"]]
    expect(keys == [f"erasures/{shop}/shop.json"], f"the bucket has the record of the end alone: {keys}")


def questions(aws):
    """A model asks a customer, fails, and is counted; a shop switches it off."""
    said, asked = "An AI asks up to", "Asked by an AI."
    cloudwatch, now = aws.aws["cloudwatch"], datetime.datetime.now(datetime.UTC)
    of = {"Namespace": aws.stack, "MetricName": "UnusedModelAnswers", "Period": 3600, "Statistics": ["SampleCount", "Sum"]}
    span = {"StartTime": now - datetime.timedelta(hours=1), "EndTime": now + datetime.timedelta(hours=1)}
    def counted():
        points = cloudwatch.get_metric_statistics(**of, **span)["Datapoints"]
        return [sum(point[name] for point in points) for name in ("SampleCount", "Sum")]
    # Other stories' answers came without a model.
    before = counted()
    _, key = aws.shop()
    model = Model()
    shows, answers = interview(aws, key)
    expect(said in shows(0), "the page says that an AI asks")
    answers(0)
    logged = [line for line in aws.log("hub") if "model_answer" in line]
    expect(Model.QUESTION in shows(1) and asked in shows(1), f"the model's question is asked: {logged}")
    model.says = "Sure! I would love to help with that."
    answers(1)
    expect(said in shows(0) and asked not in shows(2), "one failure costs one question")
    answers(2)
    expect(said not in shows(0) and asked not in shows(3), "no page announces an AI that failed twice in a row")
    model.stop()

    wanted = [before[0] + 3, before[1] + 2]
    aws.wait(f"three more answers than {before}, of which two are of no use", lambda: counted() == wanted)

    aws.call("PUT", "/api/v1/settings", {"ai_questions": False}, key, 200)
    shows, answers = interview(aws, key)
    expect(said not in shows(0), "the shop has no model")


# two_shops comes last, because `take-photo` later logs errors: the server of this story's photos is then gone.
STORIES = (main_job, amino, more_good_reviews, wix, files_and_erasure, console, orders_in, rights, notices, shop_page,
           strangers, leaving, questions, two_shops)


# ---- Shared steps of the stories ----


def interview(aws, key):
    """A customer's questions: shows one, or answers it."""
    hub = token(create(aws, key, email=unique("quinn"), skip_email=True)["hub_url"])

    def shows(turn):
        return aws.call("GET", f"/review/hub/chat?token={hub}&item=0&turn={turn}", status=200).body

    def answers(turn):
        words = [("token", hub), ("item", "0"), ("turn", str(turn)), ("answer", "With bread, when friends come.")]
        aws.call("POST", "/review/hub/chat", words, status=303)

    return shows, answers


def guest(aws, tenant):
    """The headers of a browser that the operator lets into a shop's console."""
    here = {"Origin": aws.outputs["ApiUrl"].rstrip("/")}
    path = link(aws.admin("console_link", shop=tenant)["url"], "/console/sign-in/link")
    entered = aws.call("POST", "/console/sign-in/link", [("k", path.split("?k=")[1])], headers=here, status=303)
    return {**here, "Cookie": cookie(entered)}


def connect(aws, owner):
    """Connects WooCommerce's plug-in as it does (RFC 7636), and returns its key."""
    verifier = secrets.token_urlsafe(32)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    asked = {"home": "https://www.pots.example", "redirect": "https://www.pots.example/wp-admin/admin-post.php", "state": "s",
             "challenge": challenge}
    led = aws.call("POST", "/console/connect", list(asked.items()), headers=owner, status=303).headers["Location"]
    [code] = parse_qs(urlsplit(led).query)["code"]
    grant = {"code": code, "verifier": verifier}
    return aws.call("POST", "/api/v1/connection", grant, headers=SITE, status=200).json()["key"]


def send(aws, plug_in, order):
    """Sends a row of the plug-in's outbox."""
    row = {**order, "as_of": int(time.time() * 1000)}
    [result] = aws.call("POST", "/api/v1/orders", {"orders": [row]}, plug_in, 200, SITE).json()["results"]
    expect((result["id"], result["outcome"]) == (order["id"], "stored"), f"the order is stored: {result}")


def woocommerce_order(buyer):
    # In the future, because Afterword asks only about orders made after the shop was connected.
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 1))
    line = {"id": "315", "catalog_item_id": "woo-93", "title": "Stoneware mug", "unit_price": 2400}
    return {"id": "723", "status": "fulfilled", "currency": "EUR", "placed_at": at, "completed_at": at,
            "buyer": {"email": buyer, "name": "Ida"}, "country": "DE", "lines": [line]}


def shopify_order(buyer):
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    line = {"id": 11, "product_id": 7125386199075, "title": "Stoneware mug", "quantity": 1, "current_quantity": 1, "price": "24.00"}
    shipment = {"id": 91, "order_id": 4001, "status": "success", "shipment_status": "delivered", "created_at": at,
                "updated_at": at, "line_items": [{"id": 11, "quantity": 1}]}
    return {"id": 4001, "name": "#1001", "email": buyer, "currency": "EUR", "created_at": at, "updated_at": at,
            "financial_status": "paid", "fulfillment_status": "fulfilled", "shipping_address": {"country_code": "DE"},
            "line_items": [line], "fulfillments": [shipment], "refunds": []}


def deliver(aws, tenant, secret, body, status=200, topic="orders/updated"):
    """Calls as Shopify does, with its signature."""
    signed = base64.b64encode(hmac.digest(secret.encode(), json.dumps(body).encode(), "sha256")).decode()
    headers = {"X-Shopify-Topic": topic, "X-Shopify-Hmac-Sha256": signed}
    aws.call("POST", f"/in/shopify/{tenant}", body, status=status, headers=headers)


def review(aws, hub, items=2, text="Lovely."):
    """As a customer: opens the page, answers a question, saves a draft, and reviews each item."""
    aws.call("GET", hub, status=200)
    item = [("token", token(hub)), ("item", "0")]
    aws.call("POST", "/review/hub/chat", [*item, ("turn", "0"), ("answer", "Daily")], status=303)
    aws.call("POST", "/review/hub/draft", [*item, ("text", "Lovely"), ("rating", "5")], status=303)
    for number in range(items):
        form = [("token", token(hub)), ("item", str(number)), ("rating", "5"), ("text", text), ("display_name", "")]
        aws.call("POST", "/review/hub/review", form, status=303)


def add_photo(aws, hub):
    """Adds a photo to the first item and returns the URL at which the page shows it."""
    asked = [("token", token(hub)), ("item", "0")]
    form = aws.call("POST", "/review/hub/photo", asked, status=200, headers={"Accept": "application/json"}).json()
    upload(aws, form, picture(1))
    def shown():
        page = aws.call("GET", f"{hub}&item=0", status=200).body
        found = re.search(r'<img src="(https://[^"]+X-Amz-Signature[^"]+)"', page)
        return found and html.unescape(found[1])
    return aws.wait("a photo on the page", shown)


def load(aws, url):
    """Loads a signed URL."""
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


def cookie(answer):
    """The cookie that a response sets."""
    pairs = [value.split(";")[0] for value in answer.headers.get_all("Set-Cookie") or []]
    return next(pair for pair in pairs if not pair.endswith("="))


class Filled(HTMLParser):
    """Collects the fields that a browser would send for an unchanged form."""

    def __init__(self, action):
        super().__init__()
        self.action, self.fields, self.is_inside, self.select = action, {}, False, None

    def handle_starttag(self, tag, attributes):
        got = dict(attributes)
        if tag == "form":
            self.is_inside = got.get("action") == self.action
        elif self.is_inside and tag == "input" and (got.get("type") not in ("checkbox", "radio") or "checked" in got):
            self.fields[got["name"]] = got.get("value", "on")
        elif tag == "select":
            self.select = got["name"]
        elif self.is_inside and tag == "option" and "selected" in got:
            self.fields[self.select] = got["value"]


def filled(page, action):
    """The fields of the page's last form with this action, unchanged."""
    form = Filled(action)
    form.feed(page)
    return form.fields


def hidden(page, name):
    """The value of the first hidden field with this name."""
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def event(function):
    """The function's sample event."""
    return json.loads((EVENTS / f"{function}.json").read_text())


def create(aws, key, **body):
    return aws.call("POST", f"{REQUESTS}/send", {"product_ids": [MUG, TRAY], **body}, key, 201).json()


def expect_status(aws, key, request, status):
    def found():
        return aws.call("GET", f"{REQUESTS}/{request}", key=key, status=200).json()["status"]
    try:
        aws.wait(status, lambda: found() == status, 10)
    except Failure:
        raise Failure(f"request {request} is {found()}, not {status}") from None


def unique(name):
    """An address that no other story writes to."""
    return f"{name}-{uuid.uuid4().hex[:12]}@example.com"


def expect(condition, sentence):
    if not condition:
        raise Failure(f"expected: {sentence}")


def main():
    aws, called = Deployment(*sys.argv[1:]), set()
    for story in STORIES:
        began = time.monotonic()
        try:
            aws.forget_logs()
            story(aws)
            # Functions may still write logs and call webhooks after the last call was answered.
            time.sleep(1)
            aws.check_logs()
        except (Failure, BotoCoreError, ClientError, OSError) as failure:
            sys.exit(f"FAILED {story.__name__}: {failure}")
        called |= {function for function in aws.functions if aws.log(function)}
        print(f"  {story.__name__:<18} {time.monotonic() - began:4.1f} s  {story.__doc__.splitlines()[0]}", flush=True)
    if idle := set(aws.functions) - called:
        sys.exit(f"FAILED no story calls {', '.join(sorted(idle))}")


if __name__ == "__main__":
    main()
