//! Each function's statements in `template.yaml` allow the calls that it makes, and no others.
//!
//! The small AWS refuses what a role does not allow, in every test. This one looks for what a role allows and nobody
//! needs: one world lives through everything.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};

use aws_sdk_dynamodb::{Client, error::ProvideErrorMetadata, types::AttributeValue};
use axum::{
    body::Body,
    http::{Request, header::CONTENT_TYPE},
};
use domain::{Hold, HoldReason, Letter, LetterName, Releaser};
use edge::Env;
use http_body_util::BodyExt;
use jiff::SignedDuration;
use local::Work;
use local::functions::{Functions, HttpFunction, http};
use serde_json::{Value, json};
use small_aws::{Call, Fault, Mail, Service};
use tower::ServiceExt;

use crate::{
    photos,
    support::{BASE_URL, BROWSER, MUG, Shop, TRAY, link_in, path_of, request_of, token_of},
    template,
};

/// Lambda's poller reads the queue under its consumer's role.
const POLLER: [&str; 3] = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
/// Browsers upload and look at photos with what the hub signed for them, or the API of reviews.
const BROWSERS: [&str; 2] = ["s3:PutObject", "s3:GetObject"];

#[tokio::test]
async fn statements_allow_exactly_the_calls_made() {
    let watch = Watch::new().await;
    watch.live().await;
    for function in template::functions() {
        let mut needed = watch.shop.world.aws().used_actions(&function.binary);
        needed.extend(match function.binary.as_str() {
            // It reads the service's item when it starts, as every function does, and no other one by itself.
            "deliver-webhooks" => {
                let own = [&POLLER[..], &["s3:GetObject", "dynamodb:GetItem"]].concat();
                own.into_iter().map(str::to_owned).collect()
            }
            "send-request" | "mail-events" | "privacy" | "import-reviews" | "take-orders" | "take-photo" => {
                POLLER.map(str::to_owned).to_vec()
            }
            "hub" => BROWSERS.map(str::to_owned).to_vec(),
            "reviews-api" | "invitations-api" | "public-pages" | "wix-api" | "console" => {
                vec!["s3:GetObject".to_owned()]
            }
            _ => Vec::new(),
        });
        let allowed = BTreeSet::from_iter(function.actions.iter().cloned());
        let missing: Vec<_> = needed.difference(&allowed).collect();
        let spare: Vec<_> = allowed.difference(&needed).collect();
        assert!(
            missing.is_empty() && spare.is_empty(),
            "{} misses {missing:?}, has {spare:?} to spare",
            function.binary
        );
    }
}

#[tokio::test]
async fn public_pages_reads_what_public_pages_are_made_of() {
    let watch = Watch::new().await;
    watch.live().await;
    let client = Client::new(&watch.shop.world.env_of("public-pages").sdk);
    let (mut got, mut listed) = (BTreeSet::new(), BTreeSet::new());
    for Row { pk, sk } in rows(&watch.shop).await {
        let get = client.get_item().table_name(local::TABLE).key("PK", text(&pk)).key("SK", text(&sk)).send().await;
        let may_get = match kind(&sk) {
            "SERVICE" => true,
            // What is in the shop's own partition is not personal, and no list: a request's id has to be known.
            "TENANT" | "REQ" | "LOC" | "LSLUG" | "PRD" | "REV" | "RVC" => pk.contains(".live"),
            _ => false,
        };
        assert_eq!(is_allowed(&get), may_get, "GetItem {pk} {sk}");
        let query = client.query().table_name(local::TABLE).key_condition_expression("PK = :pk");
        let query = query.expression_attribute_values(":pk", text(&pk)).send().await;
        let lists = ["#RVS#published#", "#RVS#submitted#@all", "#RVC#@all"];
        let may_list = pk.contains(".live#") && lists.iter().any(|list| pk.contains(list));
        assert_eq!(is_allowed(&query), may_list, "Query {pk}");
        got.extend(may_get.then(|| kind(&sk).to_owned()));
        listed.extend(may_list.then(|| kind(&sk).to_owned()));
    }
    for kind in ["TENANT", "PRD", "REV", "RVC"] {
        assert!(got.contains(kind), "{kind} was met");
    }
    assert!(listed.contains("RVC"));
}

#[tokio::test]
async fn the_hub_deletes_what_its_visitors_may_take_back() {
    let watch = Watch::new().await;
    watch.live().await;
    let client = Client::new(&watch.shop.world.env_of("hub").sdk);
    let mut kinds = BTreeSet::new();
    for Row { pk, sk } in rows(&watch.shop).await {
        let delete = client.delete_item().table_name(local::TABLE).key("PK", text(&pk)).key("SK", text(&sk));
        // It deletes nothing in this test either.
        let delete = delete.condition_expression("attribute_not_exists(PK)").send().await;
        let may = ["REV", "RV", "RVS", "SUP", "DUP"].contains(&kind(&sk));
        assert_eq!(is_allowed(&delete), may, "DeleteItem {pk} {sk}");
        kinds.insert(kind(&sk).to_owned());
    }
    for kind in ["TENANT", "CUST", "CNT", "REV"] {
        assert!(kinds.contains(kind), "{kind} was met");
    }
}

struct Row {
    pk: String,
    sk: String,
}

/// The keys of all rows.
async fn rows(shop: &Shop) -> Vec<Row> {
    let key = |row: &Value, name: &str| row[name]["S"].as_str().unwrap().to_owned();
    let rows = crate::support::table(&shop.world).await;
    rows.iter().map(|row| Row { pk: key(row, "PK"), sk: key(row, "SK") }).collect()
}

/// The kind of a row: what its sort key begins with.
fn kind(sk: &str) -> &str {
    sk.split('#').next().unwrap()
}

fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

/// Whether IAM let a call through, whatever then became of it.
fn is_allowed<T, E: ProvideErrorMetadata>(sent: &Result<T, E>) -> bool {
    sent.as_ref().err().and_then(ProvideErrorMetadata::code) != Some("AccessDeniedException")
}

struct Watch {
    shop: Shop,
    functions: Functions,
}

impl Watch {
    async fn new() -> Self {
        let shop = Shop::new().await;
        let functions = Functions::start(shop.world.aws(), |name| {
            let env = shop.world.env_of(name);
            if name == "hub" { asked_by_a_model(env) } else { env }
        });
        Self { functions: functions.unwrap(), shop }
    }

    /// Takes every path that calls something of its own.
    async fn live(&self) {
        const REQUESTS: &str = "/api/v1/review-requests";
        let order = |email: &str, order: &str, days: u8| {
            json!({"email": email, "order_id": order, "product_ids": [MUG, TRAY], "delay_days": days}).to_string()
        };
        let acme = json!({"create_shop": {"tenant": "acme", "mode": "test", "shop_name": "Acme"}});
        let key = json!({"create_key": {"tenant": "acme", "mode": "test"}});
        let rotated = json!({"rotate": {"tenant": "acme", "mode": "test", "rotate": "begin"}});
        for operation in [&acme, &key, &rotated, &rotated, &rotated] {
            self.admin(operation.clone()).await;
            self.pass(SignedDuration::from_mins(6));
        }
        let acme = json!({"tenant": "acme", "mode": "test"});
        self.admin(json!({ "show_shop": acme })).await;
        let made = self.admin(json!({ "list_keys": acme })).await;
        let key = json!({"tenant": "acme", "mode": "test", "key_id": made["keys"][0]["key_id"]});
        self.admin(json!({ "revoke_key": key })).await;
        assert_eq!(self.admin(json!({ "audit": acme })).await["entries"][0]["what"], "revoke_key");
        let hook = json!({"url": "http://127.0.0.1:1/", "include": ["review"]}).to_string();
        assert_eq!(self.call("POST", "/api/v1/webhooks", &hook).await.0, 201);
        // Of these the first waits on the queue, the others in schedules.
        let soon = self.created(order("jane@example.com", "A", 0)).await;
        let later = self.created(order("john@example.com", "B", 7)).await;
        let withdrawn = self.created(order("max@example.com", "C", 7)).await;
        assert_eq!(self.call("POST", &format!("{REQUESTS}/send"), &order("jane@example.com", "A", 0)).await.0, 409);
        for path in ["", &format!("/{}", soon.id), &format!("/{}/timeline", soon.id), &format!("/{}/messages", soon.id)]
        {
            assert_eq!(self.call("GET", &format!("{REQUESTS}{path}"), "").await.0, 200, "{path}");
        }
        assert_eq!(self.call("DELETE", &format!("{REQUESTS}/{}", withdrawn.id), "").await.0, 200);

        self.serve().await;
        let [mail] = &self.shop.inbox()[..] else { panic!("one mail") };
        assert_eq!(self.call("GET", &soon.hub, "").await.0, 200);
        let chat = format!("/review/hub/chat?token={}&item=0", token_of(&soon.hub));
        assert_eq!(self.call("GET", &chat, "").await.0, 200);
        let begun = format!("token={}&item=0&turn=0&answer=Daily+for+tea", token_of(&soon.hub));
        for path in ["/review/hub/draft", "/review/hub/chat"] {
            assert_eq!(self.call("POST", path, &begun).await.0, 303);
        }
        let token = token_of(&soon.hub);
        self.live_photo(token, 0).await;
        self.live_photo(token, 1).await;
        let unwanted = format!("token={token}&item=0&photo=0");
        assert_eq!(self.call("POST", "/review/hub/photo/remove", &unwanted).await.0, 303);
        let form = format!("token={}&item=0&rating=5&text=Lovely.&display_name=", token_of(&soon.hub));
        assert_eq!(self.call("POST", "/review/hub/review", &form).await.0, 303);
        self.live_photo(token, 0).await;
        self.live_reviews(token).await;

        // Woken too early: days before, it asks for a schedule; minutes before, for a delayed message.
        self.wake(later.id).await;
        self.pass(SignedDuration::from_hours(7 * 24) - SignedDuration::from_mins(10));
        self.wake(later.id).await;

        // An address that is stopped before its next mail leaves.
        let stop = mail.headers["List-Unsubscribe"].trim_matches(['<', '>']);
        let unwanted = self.created(order("jane@example.com", "D", 0)).await;
        assert_eq!(self.call("GET", &path_of(stop), "").await.0, 200);
        let form = format!("token={}", token_of(stop));
        assert_eq!(self.call("POST", "/review/unsubscribe", &form).await.0, 200);
        self.wake(unwanted.id).await;
        assert_eq!(self.shop.inbox().len(), 2);

        // A wake-up that got lost, and links that are over. New ones leave for stored addresses.
        let lost = self.created(order("eve@example.com", "E", 0)).await;
        assert_eq!(self.call("POST", &format!("{REQUESTS}/{}/send", lost.id), "").await.0, 200);
        let manual = json!({"email": "mia@example.com", "skip_email": true}).to_string();
        let manual = self.created(manual).await;
        assert_eq!(self.call("POST", &format!("{REQUESTS}/{}/send", manual.id), "").await.0, 200);
        self.pass(SignedDuration::from_hours(2));
        assert!(self.reconciled().await.woken >= 1);
        self.pass(SignedDuration::from_hours(91 * 24));
        assert!(self.reconciled().await.expired >= 1);
        let form = format!("token={}", token_of(&soon.hub));
        assert_eq!(self.call("POST", "/review/hub/renew", &form).await.0, 200);

        let invitation = json!({"email": "kim@example.com", "name": "Kim", "order_ref": "K"}).to_string();
        for _ in 0..2 {
            assert_eq!(self.call("POST", "/api/v1/invitations", &invitation).await.0, 200);
        }
        for path in ["/api/v1/invitations/stats", "/api/v1/stats"] {
            assert_eq!(self.call("GET", path, "").await.0, 200);
        }

        let product = json!({"title": "Oak tray"}).to_string();
        let order = json!({"status": "placed", "currency": "EUR", "lines": [], "buyer": {"email": "lou@example.com"}});
        for (path, body) in
            [(format!("/api/v1/products/{TRAY}"), product), ("/api/v1/orders/K".to_owned(), order.to_string())]
        {
            assert_eq!(self.call("PUT", &path, &body).await.0, 200);
            assert_eq!(self.call("GET", &path, "").await.0, 200);
        }
        assert_eq!(self.call("PUT", "/api/v1/suppressions/lou@example.com", "").await.0, 200);
        assert_eq!(self.call("GET", "/api/v1/suppressions", "").await.0, 200);
        assert_eq!(self.call("DELETE", "/api/v1/suppressions/lou@example.com", "").await.0, 200);
        assert_eq!(self.call("GET", "/api/v1/deliverability", "").await.0, 200);
        assert_eq!(self.call("POST", "/api/v1/deliverability/release", "").await.0, 200);
        self.live_console().await;
        self.live_beacon().await;
        self.live_wix().await;
        self.live_reports().await;
        self.live_imports().await;
        self.live_orders().await;
        self.live_events().await;
        self.live_privacy().await;
        self.live_webhooks().await;
        self.live_brake().await;
    }

    /// A member is invited, asks for a link and signs in by it, and out; the operator makes a link.
    async fn live_console(&self) {
        let member = json!({"email": "mara@example.com", "role": "owner"}).to_string();
        let (status, invited) = self.call("POST", "/api/v1/members", &member).await;
        assert_eq!(status, 201, "{invited}");
        assert_eq!(self.call("GET", "/api/v1/members", "").await.0, 200);
        let asked = self.click("POST", "/console/sign-in/ask", "", "email=mara%40example.com").await;
        self.serve().await;
        let mails = self.shop.inbox();
        let links = mails.iter().filter(|mail| mail.to == "mara@example.com").map(link_in).collect::<Vec<_>>();
        let k = links.iter().find_map(|link| Some(link.split_once("?k=")?.1)).unwrap_or_else(|| panic!("{links:?}"));
        self.click("POST", "/console/sign-in/link", &asked, &format!("k={k}")).await;
        let session = self.click("POST", "/console/shops/choose", &asked, "shop=fern.live").await;
        self.click("GET", "/console/members", &session, "").await;
        self.click("GET", "/console/shops", &session, "").await;
        self.live_requests(&session).await;
        self.pass(SignedDuration::from_mins(6));
        self.click("POST", "/console/sign-out", &session, "").await;
        self.admin(json!({"console_link": {"tenant": "fern", "mode": "live"}})).await;
    }

    /// Requests are found, sent and cancelled in the console, a customer is exported, and a file of reviews is uploaded.
    async fn live_requests(&self, session: &str) {
        let body = |email: &str| json!({"email": email, "order_id": "CONSOLE", "delay_days": 7}).to_string();
        let sent = self.created(body("console@example.com")).await.id;
        let cancelled = self.created(body("other@example.com")).await.id;
        self.serve().await;
        for list in ["requests", "requests?stuck=any", "requests?order=CONSOLE", "customers"] {
            self.click("GET", &format!("/console/{list}"), session, "").await;
        }
        for page in ["", "/link", "/messages"] {
            self.click("GET", &format!("/console/requests/{sent}{page}"), session, "").await;
        }
        self.click("POST", &format!("/console/requests/{sent}/send"), session, "").await;
        self.click("POST", &format!("/console/requests/{cancelled}/cancel"), session, "").await;
        self.click("POST", "/console/requests/find", session, "find=console%40example.com").await;
        let found = self.clicked("POST", "/console/customers/find", session, "find=console%40example.com").await;
        let path = found.headers()["location"].to_str().unwrap();
        self.click("GET", path, session, "").await;
        self.click("GET", &format!("{path}/erase"), session, "").await;
        let receipt = self.clicked("POST", &format!("{path}/export"), session, "").await;
        self.serve().await;
        self.click("GET", receipt.headers()["location"].to_str().unwrap(), session, "").await;

        let import = self.clicked("POST", "/console/files", session, "format=judgeme").await;
        let page = self.clicked("GET", import.headers()["location"].to_str().unwrap(), session, "").await;
        let page = page.into_body().collect().await.unwrap().to_bytes();
        let sent = crate::console::files::upload(std::str::from_utf8(&page).unwrap()).send(&self.shop, b"rating\r\n");
        assert_eq!(sent.status(), 303);
        let aws = self.shop.world.aws();
        while let Some(upload) = aws.receive_upload().unwrap() {
            aws.finish_upload(&upload).unwrap();
        }
    }

    /// A click in the console, with a cookie; the cookie that it sets.
    async fn click(&self, method: &str, path: &str, cookie: &str, form: &str) -> String {
        let answer = self.clicked(method, path, cookie, form).await;
        let cookies = answer.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
        let set = cookies.filter_map(|cookie| cookie.split(';').next()).find(|pair| !pair.ends_with('='));
        set.unwrap_or_default().to_owned()
    }

    /// The answer to a click.
    async fn clicked(&self, method: &str, path: &str, cookie: &str, form: &str) -> axum::response::Response {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("origin", BASE_URL)
            .header("cookie", cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.body(Body::from(form.to_owned())).unwrap();
        let answer = self.functions.http.clone().oneshot(request).await.unwrap();
        assert!(answer.status().as_u16() < 400, "{path}: {}", answer.status());
        answer
    }

    /// A shop that is held is released by time, by the operator and by itself, and the `STOP` of a number is lifted. Its owner
    /// reads about it.
    async fn live_brake(&self) {
        let owner = r#"{"owner_email": "owner@example.com"}"#;
        assert_eq!(self.call("PUT", "/api/v1/settings", owner).await.0, 200);
        for by in Releaser::ALL {
            let (store, since) = (self.shop.world.store().unwrap(), self.shop.now());
            let mut transaction = store.transaction(&self.shop.tenant);
            transaction.hold_mails(Hold { since, reason: HoldReason::Bounces }, since);
            transaction.commit().await.unwrap();
            match by {
                Releaser::Time => {
                    let letter = Letter::new(LetterName::Held, None, None, since);
                    assert!(store.order_letter_once(&self.shop.tenant, &letter).await.unwrap());
                    // Any pause of what was sent before is over by then.
                    self.pass(SignedDuration::from_hours(1));
                    self.hand_over(r#"{"tenant": "fern", "mode": "live", "letter": "held"}"#).await;
                    self.pass(SignedDuration::from_hours(31 * 24));
                    assert_eq!(self.reconciled().await.held_shops, 0);
                }
                Releaser::Operator => {
                    let fern = json!({"tenant": "fern", "mode": "live"});
                    self.live_questions().await;
                    assert_eq!(self.admin(json!({ "release_hold": fern })).await["released"], true);
                }
                Releaser::Shop => assert_eq!(self.call("POST", "/api/v1/deliverability/release", "").await.0, 200),
            }
        }
        for of in [json!({"tenant": "fern", "mode": "live"}), json!({})] {
            assert_eq!(self.admin(json!({ "pause": of })).await["until"], Value::Null);
            assert_eq!(self.admin(json!({ "resume": of })).await["resumed"], true);
        }
        let number = json!({"number": "+491711234999"});
        assert_eq!(self.admin(json!({ "lift_stop": number })).await["lifted"], false);
        let eve = json!({"tenant": "fern", "mode": "live", "email": "eve@example.com"});
        assert_eq!(self.admin(json!({ "erase": eve })).await["status"], "running");
    }

    /// The operator asks why somebody got no message, and how many failed.
    async fn live_questions(&self) {
        self.created(json!({"email": "why@example.com", "order_id": "W", "delay_days": 0}).to_string()).await;
        let why = json!({"tenant": "fern", "mode": "live", "email": "why@example.com"});
        assert_eq!(self.admin(json!({ "why": why })).await["requests"][0]["cause"], "held");
        let unknown = json!({"tenant": "fern", "mode": "live", "order_id": "unknown"});
        assert_eq!(self.admin(json!({ "why": unknown })).await["not_found"]["cause"], "not_found");
        let today = self.shop.now() - SignedDuration::from_hours(24);
        assert_eq!(self.admin(json!({"failed": {"since": today.to_string()}})).await["next"], Value::Null);
    }

    async fn admin(&self, operation: Value) -> Value {
        admin::handle(self.functions.admin.clone(), json!({ "operation": operation })).await.unwrap()
    }

    /// The sample event of each HTTP function: made, met again, and made for the same customer's next order.
    async fn live_events(&self) {
        let request = self.created(json!({"email": "ann@example.com", "product_ids": [MUG]}).to_string()).await;
        for name in http().iter().map(HttpFunction::name) {
            let event = self.shop.event(&name, request.id, token_of(&request.hub));
            let mut next = event.clone();
            if let Some(body) = event["body"].as_str() {
                next["body"] = body.replace("1234", "5678").into();
            }
            for event in [&event, &event, &next] {
                let answer = self.functions.http.clone().oneshot(request_of(event)).await.unwrap();
                assert!(answer.status().as_u16() < 500, "{name}: {}", answer.status());
            }
        }
    }

    /// A photo in the place that is free.
    async fn live_photo(&self, token: &str, slot: usize) {
        assert_eq!(self.call("POST", "/review/hub/photo", &format!("token={token}&item=0")).await.0, 200);
        let rows = crate::support::table(&self.shop.world).await;
        let ends = format!("#photo#{slot}");
        let place = rows.iter().find(|row| row["SK"]["S"].as_str().unwrap().ends_with(&ends)).unwrap();
        let request: u64 = place["SK"]["S"].as_str().unwrap()[4..20].parse().unwrap();
        let key = format!("uploads/fern.live/{request}/0/{slot}/{}", place["photo"]["S"].as_str().unwrap());
        let bucket = self.shop.world.env().bucket().unwrap();
        bucket.put_jpeg(&key, photos::jpeg(8, 8).into(), 180, self.shop.now()).await.unwrap();
        assert!(photos::takes(self.functions.take_photo.clone(), photos::event_about(&key)).await);
    }

    /// The shop reads, withholds, publishes, answers and removes a review.
    async fn live_reviews(&self, token: &str) {
        const REVIEWS: &str = "/api/v1/reviews";
        let listed: Value = serde_json::from_str(&self.call("GET", REVIEWS, "").await.1).unwrap();
        for public in ["/api/v1/widget/fern", &format!("/p/fern/{MUG}.html"), "/p/fern/@all.html", "/trust/fern.json"] {
            assert_eq!(self.call("GET", public, "").await.0, 200, "{public}");
        }
        let path = format!("{REVIEWS}/{}", listed["reviews"][0]["id"]);
        for read in
            [&path, &format!("{path}/history"), &format!("{REVIEWS}/stats"), &format!("{REVIEWS}?product={MUG}")]
        {
            assert_eq!(self.call("GET", read, "").await.0, 200, "{read}");
        }
        for (method, what, body) in [
            ("PATCH", "/reject", r#"{"reason": "fake"}"#),
            ("PATCH", "/approve", "{}"),
            ("PUT", "/reply", r#"{"text": "Thanks."}"#),
            ("DELETE", "/reply", ""),
            ("DELETE", "", ""),
        ] {
            if (method, what) == ("DELETE", "") {
                self.live_console_reviews(token, &path).await;
            }
            assert_eq!(self.call(method, &format!("{path}{what}"), body).await.0, 200, "{method} {what}");
            if what == "/reject" {
                // The author is emailed about it.
                self.pass(SignedDuration::from_mins(2));
                self.reconciled().await;
                self.serve().await;
                assert_eq!(self.shop.inbox().len(), 2);
                // One more photo makes it wait again: in another list.
                self.live_photo(token, 2).await;
            }
        }
    }

    /// In the console, a guest reads what waits, and rejects a published review's new photo.
    async fn live_console_reviews(&self, token: &str, path: &str) {
        let moderation = async |word: &str| {
            let settings = json!({ "moderation": word }).to_string();
            assert_eq!(self.call("PUT", "/api/v1/settings", &settings).await.0, 200);
        };
        moderation("hold").await;
        self.live_photo(token, 3).await;
        let link = self.admin(json!({"console_link": {"tenant": "fern", "mode": "live"}})).await;
        let (_, k) = link["url"].as_str().unwrap().split_once("?k=").unwrap();
        let session = self.click("POST", "/console/sign-in/link", "", &format!("k={k}")).await;
        let review: Value = serde_json::from_str(&self.call("GET", path, "").await.1).unwrap();
        assert!(review["pending_edit"].is_object(), "{review}");
        let page = format!("/console/reviews/{}", review["id"]);
        for page in ["/console/today", "/console/reviews", &page] {
            self.click("GET", page, &session, "").await;
        }
        let form = format!("revision={}&reason=unrelated", review["revision"]);
        self.click("POST", &format!("{page}/drop-edit"), &session, &form).await;
        moderation("publish").await;
    }

    /// Events are sent, in vain, and the webhook is read, changed and deleted.
    async fn live_webhooks(&self) {
        let aws = self.shop.world.aws();
        for message in aws.queue(Work::Webhooks).unwrap().receive(10).unwrap() {
            let event = json!({"Records": [{"messageId": "1", "body": message.body}]});
            let parts = self.functions.deliver_webhooks.clone();
            let answer = deliver_webhooks::handle(parts, serde_json::from_value(event).unwrap()).await.unwrap();
            assert!(answer.batch_item_failures.is_empty());
            aws.queue(Work::Webhooks).unwrap().finish(&message.id).unwrap();
        }
        let listed: Value = serde_json::from_str(&self.call("GET", "/api/v1/webhooks", "").await.1).unwrap();
        let path = format!("/api/v1/webhooks/{}", listed["webhooks"][0]["id"]);
        for (method, what, body, status) in [
            ("GET", "/deliveries", "", 200),
            ("POST", "/test", "", 202),
            ("POST", "/replay", r#"{"since": "2026-11-20T06:00:00Z"}"#, 202),
            ("POST", "/rotate", "", 200),
            ("PATCH", "", r#"{"status": "disabled"}"#, 200),
            ("DELETE", "", "", 200),
        ] {
            assert_eq!(self.call(method, &format!("{path}{what}"), body).await.0, status, "{method} {what}");
        }
        // What else happens is for another one.
        let hook = json!({"url": "http://127.0.0.1:1/"}).to_string();
        assert_eq!(self.call("POST", "/api/v1/webhooks", &hook).await.0, 201);
    }

    /// The same of More Good Reviews' paths: a changed number, a taken slug, an ask now and one later.
    async fn live_beacon(&self) {
        let jane = |more: Value| json!({"first_name": "Jane", "email": "sue@example.com", "phone": more}).to_string();
        for body in [jane(json!("+491711234567")), jane(json!("+12125550123"))] {
            assert_eq!(self.call("POST", "/beacon/customers", &body).await.0, 200);
        }
        let listed: Value =
            serde_json::from_str(&self.call("GET", "/beacon/customers?per_page=1", "").await.1).unwrap();
        let id = listed["data"][0]["id"].as_str().unwrap();
        for list in ["messages", "reviews"] {
            assert_eq!(self.call("GET", &format!("/beacon/customers/{id}/{list}"), "").await.0, 200);
        }
        assert_eq!(self.call("GET", "/beacon/messages", "").await.0, 200);
        for path in ["/api/v1/reviews.csv", "/api/v1/reviews.jsonl"] {
            assert_eq!(self.call("GET", path, "").await.0, 200);
        }
        let (status, key) = self.call("POST", "/api/v1/keys", r#"{"name": "Till"}"#).await;
        assert_eq!((status, self.call("GET", "/api/v1/keys", "").await.0), (201, 200));
        let key: Value = serde_json::from_str(&key).unwrap();
        assert_eq!(self.call("DELETE", &format!("/api/v1/keys/{}", key["id"].as_str().unwrap()), "").await.0, 200);
        let place = json!({"name": "Main Street"}).to_string();
        self.call("POST", "/beacon/locations", &place).await;
        let made: Value = serde_json::from_str(&self.call("POST", "/beacon/locations", &place).await.1).unwrap();
        let path = format!("/beacon/locations/{}", made["data"]["id"].as_str().unwrap());
        assert_eq!(self.call("PUT", &path, r#"{"slug": "harbour"}"#).await.0, 200);
        let charge = json!({"email": "sue@example.com", "location_slug": "harbour"}).to_string();
        assert_eq!(self.call("POST", "/beacon/charges", &charge).await.0, 200);
        let later = json!({"email": "lou@example.com", "asked_at": (self.shop.now().as_second() + 86_400)});
        for ask in [json!({"email": "sue@example.com"}), later] {
            let (status, answer) = self.call("POST", "/beacon/asks", &ask.to_string()).await;
            assert_eq!(status, 200, "{answer}");
        }
        self.serve().await;
    }

    /// The same of Wix' paths: an order's buyer who is a customer, and a request to cancel that waits
    /// in a schedule and holds its guard.
    async fn live_wix(&self) {
        const WIX: &str = "/reviews/v2/review-requests";
        const ORDER: &str = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";
        self.created(json!({"email": "amy@example.com", "order_id": "F"}).to_string()).await;
        let line = json!({"title": "Mug", "unit_price": 900, "catalog_item_id": MUG});
        let buyer = json!({"email": "amy@example.com"});
        let order = json!({"status": "placed", "currency": "EUR", "lines": [line], "buyer": buyer}).to_string();
        assert_eq!(self.call("PUT", &format!("/api/v1/orders/{ORDER}"), &order).await.0, 200);
        let wanted = json!({"reviewRequest": {"communicationChannel": "EMAIL", "order": {"id": ORDER}}});
        let (status, answer) = self.call("POST", WIX, &wanted.to_string()).await;
        assert_eq!(status, 200, "{answer}");
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let one = format!("{WIX}/{}", answer["reviewRequest"]["id"].as_str().unwrap());
        assert_eq!(self.call("GET", &one, "").await.0, 200);
        assert_eq!(self.call("POST", &format!("{WIX}/query"), "{}").await.0, 200);
        let all = "/reviews/v2/bulk/review-requests/cancel-by-filter";
        assert_eq!(self.call("PUT", all, &json!({"filter": {}}).to_string()).await.0, 200);
        assert_eq!(self.call("DELETE", &one, "").await.0, 200);
        self.live_wix_reviews().await;
    }

    /// The same of Wix' reviews: one of a customer, with photos, is read and removed; another one is created, changed and
    /// decided about.
    async fn live_wix_reviews(&self) {
        const REVIEWS: &str = "/reviews/v1/reviews";
        let made = self.created(json!({"email": "zoe@example.com", "product_ids": [MUG]}).to_string()).await;
        let token = token_of(&made.hub);
        self.live_photo(token, 0).await;
        let form = format!("token={token}&item=0&rating=5&text=Lovely.&display_name=");
        assert_eq!(self.call("POST", "/review/hub/review", &form).await.0, 303);
        let query = json!({"query": {"filter": {"content.media": {"$isEmpty": false}}}}).to_string();
        let found: Value =
            serde_json::from_str(&self.call("POST", &format!("{REVIEWS}/query"), &query).await.1).unwrap();
        let theirs = &found["reviews"][0];
        let mut review =
            json!({"namespace": "stores", "entityId": TRAY, "content": {"rating": 4}, "author": theirs["author"]});
        // What is ordered is fetched by take-photo, as an upload is.
        review["content"]["media"] = json!([{"image": {"url": "http://127.0.0.1:1/1.jpg"}}]);
        let (status, answer) = self.call("POST", REVIEWS, &json!({"review": review}).to_string()).await;
        assert_eq!(status, 200, "{answer}");
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let one = format!("{REVIEWS}/{}", answer["review"]["id"].as_str().unwrap());
        let update = json!({"review": {"revision": "1", "content": {"rating": 3}}}).to_string();
        for (method, path, body) in [
            ("GET", one.clone(), String::new()),
            ("PATCH", one.clone(), update),
            ("PATCH", format!("{one}/reply"), json!({"message": "Thanks."}).to_string()),
            ("PATCH", format!("{one}/moderate"), json!({"status": "REJECTED"}).to_string()),
            ("POST", format!("{REVIEWS}/count"), "{}".to_owned()),
            ("DELETE", one.clone(), String::new()),
            ("DELETE", format!("{REVIEWS}/{}", theirs["id"].as_str().unwrap()), String::new()),
        ] {
            let (status, answer) = self.call(method, &path, &body).await;
            assert_eq!(status, 200, "{method} {path}: {answer}");
        }
    }

    /// A person who reviewed is exported and erased, and erased again from a table that was restored.
    async fn live_privacy(&self) {
        let created = self.created(json!({"email": "zoe@example.com", "product_ids": [MUG]}).to_string()).await;
        let token = token_of(&created.hub);
        assert_eq!(self.call("POST", "/review/hub/photo", &format!("token={token}&item=0")).await.0, 200);
        let form = format!("token={token}&item=0&rating=5&text=Lovely.&display_name=Zoe");
        assert_eq!(self.call("POST", "/review/hub/review", &form).await.0, 303);
        for path in ["export", "erase"] {
            let zoe = json!({"email": "zoe@example.com"}).to_string();
            let (status, answer) = self.call("POST", &format!("/api/v1/privacy/{path}"), &zoe).await;
            assert_eq!(status, 202, "{answer}");
            let answer: Value = serde_json::from_str(&answer).unwrap();
            // An export of more than one run.
            let (clock, reads) = (self.shop.world.aws().clock().clone(), AtomicU64::new(0));
            self.shop.world.aws().set_faults(move |call: &Call| {
                if call.operation == "Query" && reads.fetch_add(1, Ordering::SeqCst) == 5 {
                    clock.set(clock.now() + SignedDuration::from_secs(16));
                }
                Fault::None
            });
            self.serve_privacy().await;
            self.shop.world.aws().set_faults(|_| Fault::None);
            let path = format!("/api/v1/privacy/{}", answer["receipt"].as_str().unwrap());
            assert!(self.call("GET", &path, "").await.1.contains("done"));
        }
        let erasure = self.shop.world.aws().objects().into_iter().find(|key| key.starts_with("erasures/")).unwrap();
        let sqs = aws_sdk_sqs::Client::new(&self.shop.world.env().sdk);
        let replay = json!({"replay": erasure}).to_string();
        sqs.send_message().queue_url(Work::Privacy.url()).message_body(replay).send().await.unwrap();
        self.serve_privacy().await;
    }

    async fn serve_privacy(&self) {
        let aws = self.shop.world.aws();
        for _ in 0..4 {
            for message in aws.queue(Work::Privacy).unwrap().receive(10).unwrap() {
                let event = json!({"Records": [{"messageId": "1", "body": message.body}]});
                let parts = self.functions.privacy.clone();
                let answer = privacy::handle(parts, serde_json::from_value(event).unwrap()).await.unwrap();
                assert!(answer.batch_item_failures.is_empty());
                aws.queue(Work::Privacy).unwrap().finish(&message.id).unwrap();
            }
            self.pass(SignedDuration::from_secs(31));
        }
    }

    /// A file in a call's body, and one that is uploaded; the second takes more than one run.
    async fn live_imports(&self) {
        let row = |n: usize| format!("r-{n},1,5,Lovely.,eve@example.com,2025-03-02,http://127.0.0.1:1/1.jpg\r\n");
        let head = "review_id,product_id,rating,body,reviewer_email,review_date,picture_urls\r\n";
        let imports = "/api/v1/imports?format=judgeme";
        let aws = self.shop.world.aws();
        for body in [format!("{head}{0}{0}", row(1)), String::new()] {
            let request = Request::post(imports).header("authorization", format!("Bearer {}", self.shop.key));
            let request = request.header(CONTENT_TYPE, "text/csv").body(Body::from(body.clone())).unwrap();
            let answer = self.functions.http.clone().oneshot(request).await.unwrap();
            assert_eq!(answer.status(), 201);
            let answer = answer.into_body().collect().await.unwrap().to_bytes();
            let answer: Value = serde_json::from_slice(&answer).unwrap();
            if body.is_empty() {
                let upload = crate::importing::uploads::form(&answer);
                let rows: String = (2..300).map(row).collect();
                assert_eq!(upload.send(&self.shop, format!("{head}{rows}").as_bytes()).status(), 204);
            }
            let mut uploads = std::iter::from_fn(|| aws.receive_upload().unwrap());
            let upload = uploads.find(|upload| upload.key.starts_with("imports/")).unwrap();
            aws.publish_upload(&upload).unwrap();
            aws.finish_upload(&upload).unwrap();
            crate::importing::uploads::take_long(&self.shop);
            while let Some(message) = aws.queue(Work::Imports).unwrap().receive(1).unwrap().pop() {
                let event = json!({"Records": [{"messageId": "1", "body": message.body}]});
                let parts = self.functions.import_reviews.clone();
                let done = import_reviews::handle(parts, serde_json::from_value(event).unwrap()).await.unwrap();
                assert!(done.batch_item_failures.is_empty());
                aws.queue(Work::Imports).unwrap().finish(&message.id).unwrap();
            }
        }
        aws.set_faults(|_| Fault::None);
    }

    /// Orders of the shop's own system: one that is asked about at once, one that is moved and then withdrawn, and a person's export.
    async fn live_orders(&self) {
        let path = "/api/v1/integrations/shopify";
        let at = |hours| format!("{:.0}", self.shop.now() + SignedDuration::from_hours(hours));
        let rules = json!({"secret": "shpss0123456789abcdef", "after": "fulfilled", "since": at(-1)});
        assert_eq!(self.call("PUT", path, &rules.to_string()).await.0, 200);
        let shipped = |id: u64, left: &str, fields: Value| {
            let line = json!({"id": 11, "product_id": 7, "title": "Mug", "quantity": 1, "price": "24.00"});
            let left = json!({"id": id, "status": "success", "created_at": left, "updated_at": left, "line_items": [{"id": 11, "quantity": 1}]});
            let mut order = json!({"id": id, "name": format!("#{id}"), "email": "liv@example.com", "currency": "EUR",
                "fulfillment_status": "fulfilled", "updated_at": left["updated_at"], "line_items": [line], "fulfillments": [left]});
            order.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
            order
        };
        let product = json!({"id": 7, "title": "Mug", "updated_at": at(0)});
        let person = json!({"customer": {"email": "liv@example.com"}});
        for (topic, body) in [
            ("products/update", product),
            ("orders/fulfilled", shipped(1, &at(0), json!({}))),
            ("orders/fulfilled", shipped(1, &at(1), json!({}))),
            ("orders/cancelled", shipped(1, &at(2), json!({"cancelled_at": at(2)}))),
            ("customers/data_request", person),
        ] {
            let body = body.to_string();
            let signature = crate::orders_in::signed("shpss0123456789abcdef", body.as_bytes());
            let call = Request::post("/in/shopify/fern").header("x-shopify-topic", topic);
            let call = call.header("x-shopify-hmac-sha256", signature).body(Body::from(body)).unwrap();
            assert_eq!(self.functions.http.clone().oneshot(call).await.unwrap().status(), 200);
            self.serve_orders().await;
        }
        self.pass(SignedDuration::from_hours(8 * 24));
        assert_eq!(self.call("PUT", path, r#"{"ask_days_after": 0}"#).await.0, 200);
        let body = shipped(2, &at(0), json!({})).to_string();
        let signature = crate::orders_in::signed("shpss0123456789abcdef", body.as_bytes());
        let call = Request::post("/in/shopify/fern").header("x-shopify-topic", "orders/fulfilled");
        let call = call.header("x-shopify-hmac-sha256", signature).body(Body::from(body)).unwrap();
        assert_eq!(self.functions.http.clone().oneshot(call).await.unwrap().status(), 200);
        self.serve_orders().await;
        for path in ["/api/v1/integrations", "/api/v1/integrations/shopify/deliveries"] {
            assert_eq!(self.call("GET", path, "").await.0, 200);
        }
        assert_eq!(self.call("DELETE", path, "").await.0, 200);
        // A call asks once, too.
        assert_eq!(self.call("PUT", "/api/v1/settings", r#"{"ask_once": "always"}"#).await.0, 200);
        self.pass(SignedDuration::from_mins(2));
        self.created(json!({"email": "liv@example.com", "order_id": "again", "product_ids": [MUG]}).to_string()).await;
        assert_eq!(self.call("PUT", "/api/v1/settings", r#"{"ask_once": "never"}"#).await.0, 200);
    }

    async fn serve_orders(&self) {
        let queue = self.shop.world.aws().queue(Work::Orders).unwrap();
        while let Some(message) = queue.receive(1).unwrap().pop() {
            let event = json!({"Records": [{"messageId": "1", "body": message.body}]});
            let parts = self.functions.take_orders.clone();
            let done = take_orders::handle(parts, serde_json::from_value(event).unwrap()).await.unwrap();
            assert!(done.batch_item_failures.is_empty());
            queue.finish(&message.id).unwrap();
        }
    }

    /// Reports about emails: one that fails its request, and two that settle their message, after which one is owed now
    /// or in days.
    async fn live_reports(&self) {
        let bounce = json!({"email": "bounce@example.com", "order_id": "Z", "delay_days": 0}).to_string();
        self.created(bounce).await;
        self.serve().await;
        self.serve_reports().await;
        assert_eq!(self.call("DELETE", "/api/v1/suppressions/bounce@example.com", "").await.0, 200);
        let aws = self.shop.world.aws();
        let reply = Mail { to: "+491711234567".to_owned(), ..aws.inbox().remove(0) };
        aws.reply_to_sms(&reply, "STOP").unwrap();
        for (email, channels) in [("una@example.com", json!(["email"])), ("ute@example.com", json!(["email", "sms"]))] {
            let customer = json!({"first_name": "U", "email": email, "phone": "+12125550123"}).to_string();
            assert_eq!(self.call("POST", "/beacon/customers", &customer).await.0, 200);
            let ask = json!({"email": email, "channels": channels, "reminders_count": 1}).to_string();
            assert_eq!(self.call("POST", "/beacon/asks", &ask).await.0, 200);
            aws.set_faults(|call| if call.service == Service::Ses { Fault::LoseAnswer } else { Fault::None });
            self.serve().await;
            aws.set_faults(|_| Fault::None);
            self.serve_reports().await;
            // The pause that a lost answer causes is over by then.
            self.pass(SignedDuration::from_mins(30));
        }
        // SES is full: the sender asks for its rate.
        aws.set_faults(|call| if call.operation == "SendEmail" { Fault::Throttle } else { Fault::None });
        self.created(json!({"email": "uwe@example.com", "order_id": "F", "delay_days": 0}).to_string()).await;
        self.serve().await;
        aws.set_faults(|_| Fault::None);
        self.pass(SignedDuration::from_mins(1));
        self.serve().await;
    }

    async fn serve_reports(&self) {
        self.pass(SignedDuration::from_mins(1));
        let aws = self.shop.world.aws();
        loop {
            let [message] = &aws.queue(Work::Reports).unwrap().receive(1).unwrap()[..] else { return };
            let event = json!({"Records": [{"messageId": "1", "body": message.body}]});
            let parts = self.functions.mail_events.clone();
            let answer = mail_events::handle(parts, serde_json::from_value(event).unwrap()).await.unwrap();
            assert!(answer.batch_item_failures.is_empty());
            aws.queue(Work::Reports).unwrap().finish(&message.id).unwrap();
        }
    }

    async fn created(&self, body: String) -> Created {
        let (status, answer) = self.call("POST", "/api/v1/review-requests/send", &body).await;
        assert_eq!(status, 201, "{answer}");
        let answer: Value = serde_json::from_str(&answer).unwrap();
        Created { id: answer["request_id"].as_u64().unwrap(), hub: path_of(answer["hub_url"].as_str().unwrap()) }
    }

    async fn call(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        let media = if body.starts_with('{') { "application/json" } else { "application/x-www-form-urlencoded" };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {}", self.shop.key))
            .header("user-agent", BROWSER)
            .header(CONTENT_TYPE, media);
        let answer =
            self.functions.http.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
        let (head, body) = answer.into_parts();
        (head.status.as_u16(), String::from_utf8_lossy(&body.collect().await.unwrap().to_bytes()).into_owned())
    }

    /// Serves messages until none is visible.
    async fn serve(&self) {
        let aws = self.shop.world.aws();
        loop {
            let [message] = &aws.queue(Work::Sends).unwrap().receive(1).unwrap()[..] else { return };
            self.hand_over(&message.body).await;
            aws.queue(Work::Sends).unwrap().finish(&message.id).unwrap();
        }
    }

    /// Wakes the sender for a request, due or not.
    async fn wake(&self, id: u64) {
        self.hand_over(&json!({"tenant": "fern", "mode": "live", "request": id, "step": 0}).to_string()).await;
    }

    async fn hand_over(&self, body: &str) {
        let event = json!({"Records": [{"messageId": "1", "body": body}]});
        let answer = send_request::handle(self.functions.send_request.clone(), serde_json::from_value(event).unwrap())
            .await
            .unwrap();
        assert!(answer.batch_item_failures.is_empty());
    }

    async fn reconciled(&self) -> reconcile::Report {
        reconcile::handle(self.functions.reconcile.clone(), Value::Null).await.unwrap()
    }

    /// Lets time pass without anything of its own happening.
    fn pass(&self, time: SignedDuration) {
        self.shop.world.aws().clock().set(self.shop.now() + time);
    }
}

struct Created {
    id: u64,
    hub: String,
}

/// The same environment, with a model that asks.
fn asked_by_a_model(mut env: Env) -> Env {
    env.settings = env.settings.with("BEDROCK_MODEL_ID", "model");
    env
}
