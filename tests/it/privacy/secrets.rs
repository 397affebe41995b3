//! Nothing personal is readable in the table, the queue, the schedules or the log, and fields that were moved or
//! changed in the table are errors.

use std::io::Write;

use base64::Engine as _;
use tracing::subscriber::{DefaultGuard, NoSubscriber, set_default};
use tracing::{Dispatch, Level, Subscriber};
use tracing_subscriber::fmt::MakeWriter;

use crate::importing::{file, import};
use crate::privacy::person::{ANSWER, BEGUN, EMAIL, NAME, SHOWN, UNSURE, WORDS, keys, rows, sealed_in};
use crate::support::*;

const BUYER: &str = "buyer.goldfinch@example.com";
const BUYER_NAME: &str = "Gottlieb Goldfinch";
/// The customer's fields that a shop sends.
const CUSTOMER: [(&str, &str); 8] = [
    ("first_name", "Kunigunde"),
    ("last_name", "Kanarienvogel"),
    ("email", "kunigunde.starling@example.com"),
    ("phone", "+491719876543"),
    ("company", "Starling Feathers"),
    ("notes", "Sings off key on Tuesdays"),
    ("address1", "7 Nightjar Lane"),
    ("postal_code", "NJ7 4AR"),
];

/// The items with encrypted fields, by the start of their keys.
const SEALED: [&str; 13] = [
    "CUST personal",
    "IDEM body",
    "ORD buyer",
    "PII personal",
    "PRB problem",
    "REV answer_2",
    "REV content",
    "REV display_name",
    "REV other_name",
    "REV text",
    "RVH notes",
    "SUP address",
    "WH sealed",
];

#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Records all log lines of this thread, in which a test's functions run, at our most verbose level, until the
    /// returned value is dropped. The log of the whole test binary would grow to gigabytes, and would slow down every
    /// other test.
    pub fn listen(&self) -> (DefaultGuard, Dispatch) {
        let subscriber = tracing_subscriber::fmt().json().with_max_level(Level::DEBUG).with_writer(self.clone());
        Self::listen_with(subscriber.finish())
    }

    /// Records the log lines exactly as functions write them on Lambda.
    pub fn listen_as_on_lambda(&self) -> (DefaultGuard, Dispatch) {
        Self::listen_with(edge::lambda::log_to(self.clone()))
    }

    fn listen_with(subscriber: impl Subscriber + Send + Sync + 'static) -> (DefaultGuard, Dispatch) {
        // For each line, tracing consults only the default dispatcher of the thread that reaches the line first. With
        // one dispatcher, a line that another thread reaches first would be off in this thread, too.
        let second = Dispatch::new(NoSubscriber::new());
        (set_default(subscriber), second)
    }

    pub fn take(&self) -> Vec<Value> {
        let log = String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap();
        log.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    pub fn lines_with(&self, field: &str) -> usize {
        self.lines_about(&format!("\"{field}\":"))
    }

    pub fn lines_about(&self, words: &str) -> usize {
        let log = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        log.lines().filter(|line| line.contains(words)).count()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// A canary as it is, and in encodings.
fn disguises(canary: &str) -> Vec<String> {
    let base64 = base64::engine::general_purpose::STANDARD_NO_PAD.encode(canary);
    let hex: String = canary.bytes().map(|byte| format!("{byte:02x}")).collect();
    let percent = form_urlencoded::byte_serialize(canary.as_bytes()).collect();
    vec![canary.to_lowercase(), base64.to_lowercase(), hex, percent, vault::sha256_hex(canary.as_bytes())]
}

#[tokio::test]
async fn a_search_of_table_queue_schedules_and_log_finds_nothing_personal() {
    let log = Log::default();
    let logging = log.listen();
    let folder = std::env::temp_dir().join(format!("afterword-secrets-{}", std::process::id()));
    let shop = Shop::open(1, Some(&folder)).await;
    let fields = json!({"email": EMAIL, "customer_name": NAME, "product_ids": [MUG, TRAY], "order_id": "A"});
    let mut now = fields.clone();
    (now["delay_days"], now["order_id"]) = (json!(0), json!("B"));
    let (later, hub) = shop.created(fields.clone()).await;
    shop.create(fields).await.is_error(409, "duplicate_request");
    let repeated = shop.call("POST", "/api/v1/review-requests/send").header("idempotency-key", EMAIL).json(&now);
    repeated.send().await.is(201);
    let order =
        json!({"status": "placed", "currency": "EUR", "buyer": {"email": BUYER, "name": BUYER_NAME}, "lines": []});
    shop.put("/api/v1/orders/A", &order).await.is(200);
    assert!(shop.get("/api/v1/orders/A").await.body.contains(BUYER));
    shop.call("PUT", "/api/v1/orders/A").raw_json(format!("{{\"buyer\": \"{BUYER}\"")).send().await;
    let customer: serde_json::Map<_, _> =
        CUSTOMER.iter().map(|(name, given)| (name.to_string(), json!(given))).collect();
    for path in ["/beacon/customers", "/beacon/asks"] {
        let mut body = customer.clone();
        body.insert("reminders_count".to_owned(), json!(1));
        shop.call("POST", path).header("idempotency-key", path).json(&body.into()).send().await.is(200);
    }
    let queued = format!("{:?}{:?}", shop.aws().due_schedules(), shop.aws().queue(Work::Sends).unwrap().waiting());
    assert!(queued.contains(&later.to_string()));
    shop.settle().await;
    assert!(shop.inbox().iter().any(|mail| mail.channel == "sms" && mail.to == CUSTOMER[3].1));
    let code = shop.inbox().iter().find(|mail| mail.channel == "sms").map(crate::support::link_in).unwrap();
    shop.browse(&code).await.is(200);
    let code = code.strip_prefix("/r/").unwrap().to_owned();
    shop.writes(&hub, &[("rating", "5"), ("text", WORDS), ("display_name", SHOWN)]).await.is(303);
    shop.submit("/review/hub/review", &[("token", token_of(&hub)), ("item", "1"), ("text", WORDS)]).await;
    let turn = [("token", token_of(&hub)), ("item", "1"), ("turn", "2"), ("answer", ANSWER)];
    shop.submit("/review/hub/chat", &turn).await.is(303);
    let draft = [("token", token_of(&hub)), ("item", "1"), ("text", BEGUN), ("display_name", UNSURE)];
    for then in [&[][..], &[("taken", "1"), ("then", "add")]] {
        shop.submit("/review/hub/draft", &[&draft[..], then].concat()).await.is(303);
    }
    let page = shop.browse(&hub).await.body;
    assert!(page.contains(ANSWER) && page.contains(BEGUN) && page.contains(UNSURE));
    shop.call("POST", "/api/v1/review-requests/send")
        .raw_json(format!("{{\"email\": \"{EMAIL}\", {EMAIL}}}"))
        .send()
        .await;
    shop.get(format!("/api/v1/review-requests/{later}")).await;
    let mailed = shop.inbox().into_iter().find(|mail| mail.to == EMAIL).unwrap();
    let mailed = crate::support::link_in(&mailed);
    shop.advance_days(91).await;
    shop.submit("/review/hub/renew", &[("token", token_of(&hub))]).await;
    shop.settle().await;

    let (key, token, other) = (shop.key.clone(), token_of(&hub).to_owned(), token_of(&mailed).to_owned());
    let rows = format!("{:?}", table(&shop.world).await);
    drop(shop);
    let (erased, alive) = crate::privacy::live_and_erase().await;
    drop(logging);
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap().to_lowercase();
    assert!(log.contains("answered"), "the log was kept");
    for canary in erased {
        for disguise in disguises(canary) {
            assert!(!log.contains(&disguise), "the log holds {canary} as {disguise}");
            assert!(!alive.contains(&disguise), "the table or a queue held {canary} as {disguise}");
        }
    }
    // In the same file, the small AWS stores data as KMS and as the customer's mailbox. So the table is searched row by
    // row, as DynamoDB returns it.
    let given = CUSTOMER.map(|(_, given)| given);
    let (rows, queued) = (rows.to_lowercase(), queued.to_lowercase());
    for canary in [EMAIL, NAME, BUYER, BUYER_NAME, WORDS, SHOWN, ANSWER, BEGUN, UNSURE, &key, &token, &other, &code]
        .into_iter()
        .chain(given)
    {
        for disguise in disguises(canary) {
            let found = |text: &str| text.contains(&disguise);
            let own_digest = canary == key && disguise == vault::sha256_hex(key.as_bytes());
            assert!(own_digest || !found(&rows), "the table holds {canary} as {disguise}");
            assert!(!found(&log), "the log holds {canary} as {disguise}");
            assert!(!found(&queued), "the queue holds {canary} as {disguise}");
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn webhooks_and_imports_leave_nothing_personal_in_table_and_queues() {
    let shop = Shop::new().await;
    let hook = json!({"url": "http://127.0.0.1:9/secret-of-the-kestrel"});
    let hook = shop.post("/api/v1/webhooks", hook).await.json();
    let row = format!("a,shopify-1,4,Goldfinch headline,{WORDS},{SHOWN},Dear Ms Goldfinch,,en,2026-11-01T10:00:00Z");
    let imported = import(&shop, "format=afterword", &file(&[&row])).await;
    assert_eq!(imported["imported"], 1, "{imported}");
    let judged = format!(
        "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\nj,7,4,{BEGUN},{NAME},{EMAIL},2025-03-02 10:12:00 UTC\n"
    );
    assert_eq!(import(&shop, "format=judgeme&platform=shopify", &judged).await["imported"], 1);
    shop.suppresses(BUYER).await;
    let key = shop.post("/api/v1/keys", json!({"name": "Till"})).await.json();
    let aws = shop.aws();
    let queued = [Work::Webhooks, Work::Imports].map(|work| aws.queue(work).unwrap().bodies());
    let held = format!("{:?}{queued:?}{:?}", table(&shop.world).await, aws.objects()).to_lowercase();
    let secrets = [&hook["secret"], &key["key"]].map(|secret| secret.text());
    let own_digest = vault::sha256_hex(secrets[1].as_bytes());
    let texts =
        ["secret-of-the-kestrel", "Goldfinch headline", WORDS, SHOWN, "Dear Ms Goldfinch", BEGUN, NAME, EMAIL, BUYER];
    for canary in texts.into_iter().chain(secrets) {
        for disguise in disguises(canary).into_iter().filter(|disguise| *disguise != own_digest) {
            assert!(!held.contains(&disguise), "{canary} is there as {disguise}");
        }
    }
}

/// An encrypted field can be decrypted only in its own item, under its own name, with its own shop's keys, and
/// unchanged.
#[tokio::test]
async fn every_sealed_field_of_every_item_is_bound_to_its_place() {
    let shop = Shop::new().await;
    crate::privacy::person::Person::live(&shop).await;
    shop.post("/api/v1/webhooks", json!({"url": "http://127.0.0.1:9/"})).await.is(201);
    let other = shop.beside("moss").await;
    let (own, others) = (keys(&shop).await, keys(&other).await);
    let mut kinds = BTreeSet::new();
    for row in rows(&shop).await {
        let sk = row["SK"].as_s().unwrap();
        let sealed = row.iter().flat_map(|(name, value)| sealed_in(sk, &[name], value, &own));
        for (name, sealed) in sealed {
            kinds.insert(format!("{} {name}", sk.split('#').next().unwrap()));
            for byte in 0..sealed.len() {
                let mut changed = sealed.clone();
                changed[byte] ^= 1 << (byte % 8);
                assert!(own.open(sk, &name, &changed).is_err(), "{sk} {name}: byte {byte}");
            }
            assert!(own.open(&format!("{sk}1"), &name, &sealed).is_err(), "{sk} {name} in another item");
            assert!(own.open(sk, "another", &sealed).is_err(), "{sk} {name} under another name");
            assert!(others.open(sk, &name, &sealed).is_err(), "{sk} {name} in another shop");
        }
    }
    let kinds: Vec<_> = kinds.iter().map(String::as_str).collect();
    assert_eq!(kinds, SEALED);
}

/// What a call answers then; the test before asks the vault alone.
#[tokio::test]
async fn a_sealed_part_that_is_changed_or_moved_to_another_item_or_tenant_is_refused() {
    let shop = Shop::new().await;
    let other = shop.beside("moss").await;
    let buyer = json!({"email": BUYER, "name": BUYER_NAME});
    let order = json!({"status": "placed", "currency": "EUR", "buyer": buyer, "lines": []});
    for id in ["A", "B"] {
        shop.put(format!("/api/v1/orders/{id}"), &order).await.is(200);
    }
    let ids = [shop.created(json!({"customer_name": NAME})).await.0, shop.created(json!({})).await.0];
    let (abroad, _) = other.created(json!({})).await;
    let request = |shop: &Shop, id: u64| {
        let (pk, sk) = (format!("T#{}#PII#{id:016}", shop.tenant), format!("PII#{id:016}"));
        (shop.clone(), pk, sk, format!("/api/v1/review-requests/{id}"))
    };
    let ordered = |id: &str| {
        (shop.clone(), format!("T#{}#ORD#{id}", shop.tenant), format!("ORD#{id}"), format!("/api/v1/orders/{id}"))
    };
    let client = shop.dynamodb();
    let put = async |item| client.put_item().table_name(local::TABLE).set_item(Some(item)).send().await.unwrap();
    for (field, places, step) in [
        ("personal", vec![request(&shop, ids[0]), request(&shop, ids[1]), request(&other, abroad)], 1),
        ("buyer", vec![ordered("A"), ordered("B")], 20),
    ] {
        let (_, pk, sk, path) = &places[0];
        let get = client.get_item().table_name(local::TABLE).key("PK", AttributeValue::S(pk.clone()));
        let item = get.key("SK", AttributeValue::S(sk.clone())).send().await.unwrap().item.unwrap();
        let sealed = item[field].as_b().unwrap().clone().into_inner();
        for byte in (0..sealed.len()).step_by(step) {
            let (mut changed, mut sealed) = (item.clone(), sealed.clone());
            sealed[byte] ^= 1 << (byte % 8);
            changed.insert(field.to_owned(), AttributeValue::B(sealed.into()));
            put(changed).await;
            shop.get(path).await.is_error(500, "internal");
        }
        put(item.clone()).await;
        shop.get(path).await.is(200);
        for (shop, pk, sk, path) in &places[1..] {
            let mut moved = item.clone();
            moved.insert("PK".to_owned(), AttributeValue::S(pk.clone()));
            moved.insert("SK".to_owned(), AttributeValue::S(sk.clone()));
            put(moved).await;
            shop.get(path).await.is_error(500, "internal");
        }
    }
}
