//! Nothing personal is readable in the table, the queue, the schedules or the log, and fields that were moved or
//! changed in the table are errors.

use std::io::Write;

use base64::Engine as _;
use tracing::subscriber::{DefaultGuard, NoSubscriber, set_default};
use tracing::{Dispatch, Level, Subscriber};
use tracing_subscriber::fmt::MakeWriter;

use super::person::{BEGUN, EMAIL, NAME, Person, canaries};
use super::{ERASE, EXPORT, done};
use crate::importing::{file, import};
use crate::support::*;

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
    let shop = Shop::new().await;
    let person = Person::live(&shop).await;
    let code = shop.inbox().iter().find(|mail| mail.channel == "sms").map(crate::support::link_in).unwrap();
    shop.browse(&code).await.is(200);
    // Somebody's address is a key, stands in what is no JSON, and is refused.
    let request = json!({"email": EMAIL, "order_id": "again", "skip_email": true});
    for status in [201, 409] {
        let key = if status == 201 { EMAIL } else { NAME };
        let call = shop.call("POST", "/api/v1/review-requests/send").header("idempotency-key", key.replace(' ', "-"));
        call.json(&request).send().await.is(status);
    }
    for (method, path) in [("POST", "/api/v1/review-requests/send"), ("PUT", "/api/v1/orders/A")] {
        shop.call(method, path).raw_json(format!("{{\"email\": \"{EMAIL}\", {EMAIL}}}")).send().await.is(400);
    }
    let hook = shop.post("/api/v1/webhooks", json!({"url": "http://127.0.0.1:9/secret-of-the-kestrel"})).await.json();
    let row = "a,shopify-1,4,Goldfinch headline,Sung.,Gottlieb,Dear Ms Goldfinch,,en,2026-11-01T10:00:00Z";
    assert_eq!(import(&shop, "format=afterword", &file(&[row])).await["imported"], 1);
    let judged = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\n";
    let judged = format!("{judged}j,7,4,{BEGUN},{NAME},{EMAIL},2025-03-02 10:12:00 UTC\n");
    assert_eq!(import(&shop, "format=judgeme&platform=shopify", &judged).await["imported"], 1);
    let aws = shop.aws();
    let queues = [Work::Webhooks, Work::Imports, Work::Privacy].map(|work| aws.queue(work).unwrap().bodies());
    let queued = format!("{queues:?}{:?}{:?}", aws.due_schedules(), aws.queue(Work::Sends).unwrap().waiting());
    assert!(queued.contains(&person.waiting.to_string()));
    let (key, objects) = (shop.key.clone(), aws.objects());
    let rows = format!("{:?}{objects:?}", table(&shop.world).await);
    shop.delete(format!("/api/v1/webhooks/{}", hook["id"])).await.is(200);
    shop.jump(DAY * 91);
    shop.renews(&person.hub).await.is(200);
    for path in [EXPORT, ERASE] {
        done(&shop, path, json!({"email": EMAIL})).await;
    }
    drop((shop, logging));
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap().to_lowercase();
    assert!(log.contains("answered"), "the log was kept");
    let (rows, queued) = (rows.to_lowercase(), queued.to_lowercase());
    let secrets = [&key, token_of(&person.hub), code.strip_prefix("/r/").unwrap(), hook["secret"].text()];
    let others = ["secret-of-the-kestrel", "Goldfinch headline", "Gottlieb", "Dear Ms Goldfinch"];
    for canary in canaries().into_iter().chain(secrets).chain(others) {
        for disguise in disguises(canary) {
            let own_digest = canary == key && disguise == vault::sha256_hex(key.as_bytes());
            assert!(own_digest || !rows.contains(&disguise), "the table holds {canary} as {disguise}");
            assert!(!log.contains(&disguise), "the log holds {canary} as {disguise}");
            assert!(!queued.contains(&disguise), "the queue holds {canary} as {disguise}");
        }
    }
}

/// Where and how a field is sealed, the vault's own tests say.
#[tokio::test]
async fn a_sealed_part_that_is_changed_or_moved_to_another_item_or_tenant_is_refused() {
    let shop = Shop::new().await;
    let other = shop.beside("moss").await;
    let (first, second) = (shop.created(json!({"customer_name": NAME})).await.0, shop.created(json!({})).await.0);
    let (abroad, _) = other.created(json!({})).await;
    let key = |shop: &Shop, id: u64| {
        [format!("T#{}#PII#{id:016}", shop.tenant), format!("PII#{id:016}")].map(AttributeValue::S)
    };
    let client = shop.dynamodb();
    let [pk, sk] = key(&shop, first);
    let get = client.get_item().table_name(local::TABLE).key("PK", pk).key("SK", sk);
    let item = get.send().await.unwrap().item.unwrap();
    let mut changed = item["personal"].as_b().unwrap().clone().into_inner();
    changed[20] ^= 1;
    for (shop, id, sealed) in [
        (&shop, first, AttributeValue::B(changed.into())),
        (&shop, second, item["personal"].clone()),
        (&other, abroad, item["personal"].clone()),
    ] {
        let [pk, sk] = key(shop, id);
        let row = client.update_item().table_name(local::TABLE).key("PK", pk).key("SK", sk);
        let row = row.update_expression("SET personal = :sealed").expression_attribute_values(":sealed", sealed);
        row.send().await.unwrap();
        let reply = shop.get(format!("/api/v1/review-requests/{id}")).await;
        reply.is_error(500, "internal");
        reply.lacks(["personal", NAME]);
    }
}
