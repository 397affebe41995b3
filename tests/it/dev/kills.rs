//! Everything that was acknowledged survives a kill -9 of the whole system.

use std::io::{self, BufRead as _, BufReader};

use crate::support::*;
use domain::message::EVIDENCE_WAIT;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::timeout;

use crate::dev::process::{Caller, Dev, Folder};

const BOARD: &str = "shopify-7125386199075";
const POT: &str = "shopify-7125386199076";
/// How often the system is killed, unless `KILLS` is set.
const KILLS: u32 = 5;
const CALLERS: u64 = 4;
const DAY_S: u64 = 86_400;

/// A request whose creation was answered with 201.
struct Acknowledged {
    id: u64,
    fields: Value,
    hub_url: String,
    scheduled_at: Value,
}

#[tokio::test]
async fn a_call_is_done_although_its_client_hangs_up() {
    let (folder, (log, stderr)) = (Folder::new("hangs-up"), io::pipe().unwrap());
    let Dev { caller, .. } = &Dev::logging(&folder, &["--log=info"], stderr);
    for order in ["A", "B", "C"] {
        let body = json!({"email": "jane@example.com", "order_id": order, "product_ids": [BOARD]}).to_string();
        let call = format!(
            "POST /api/v1/review-requests/send HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            caller.key,
            body.len()
        );
        let mut stream = TcpStream::connect(caller.base_url.trim_start_matches("http://")).await.unwrap();
        stream.write_all(call.as_bytes()).await.unwrap();
    }
    let answered = spawn_blocking(|| {
        let mut calls = BufReader::new(log).lines().map(Result::unwrap).filter(|line| line.contains("answered"));
        (calls.by_ref().take(3).count(), calls)
    });
    let (count, _log) = timeout(Duration::from_secs(60), answered).await.expect("the log says so").unwrap();
    assert_eq!(count, 3);
    assert_eq!(caller.get("/api/v1/review-requests").await["requests"].list().len(), 3);
}

#[tokio::test]
async fn kills_under_load_lose_nothing_and_mail_once() {
    let kills = std::env::var("KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let folder = Folder::new("kills");
    let mut acknowledged = Vec::new();
    for round in 0..kills {
        let dev = Dev::start(&folder);
        let (mut load, answers) = (JoinSet::new(), Arc::new(Semaphore::new(0)));
        for caller in 0..CALLERS {
            let name = format!("{round}-{caller}");
            load.spawn(create_until_killed(dev.caller.clone(), name, Arc::clone(&answers)));
        }
        // Each round is killed at another moment: after the first answer, then later and later while the queue is
        // processed.
        answers.acquire_many(1 + 2 * round).await.unwrap().forget();
        drop(dev);
        acknowledged.extend(load.join_all().await.into_iter().flatten());
    }
    assert!(acknowledged.len() >= (kills * kills) as usize, "{} creates are no load", acknowledged.len());

    let dev = Dev::start(&folder);
    for request in &acknowledged {
        is_complete(&dev.caller, request).await;
    }
    // The longest delay, and then the wait for an unknown outcome.
    dev.caller.advance(8 * DAY_S).await;
    let mails = mails_by_request(&dev.caller).await;
    for Acknowledged { id, fields, .. } in &acknowledged {
        assert_eq!(mails.get(id).unwrap_or_else(|| panic!("{id} was never mailed"))[0]["to"], fields["email"]);
        assert_eq!(dev.caller.get(&format!("/api/v1/review-requests/{id}")).await["status"], "sent");
    }
    // Requests that were stored although their answer was lost count, too.
    for (&id, mails) in &mails {
        left_once(&dev.caller, id, mails).await;
    }
}

#[tokio::test]
async fn keys_clock_and_inbox_survive_a_restart() {
    let folder = Folder::new("restart");
    let dev = Dev::start(&folder);
    let created = dev.caller.create(json!({"email": "jane@example.com", "delay_days": 7})).await;
    dev.caller.advance(30 * DAY_S).await;
    let before = (dev.caller.inbox().await, instant(&dev.caller.get("/local/clock").await["now"]));
    let (key, base_url) = (dev.caller.key.clone(), dev.caller.base_url.clone());
    assert_eq!(before.0.len(), 1);
    drop(dev);

    let dev = Dev::start(&folder);
    let after = (dev.caller.inbox().await, instant(&dev.caller.get("/local/clock").await["now"]));
    assert_eq!(after.0, before.0);
    assert!((0..60).contains(&after.1.duration_since(before.1).as_secs()), "{before:?} {after:?}");
    assert_eq!(dev.caller.key, key);
    assert_ne!(dev.caller.base_url, base_url, "a free port, and the key works there");
    assert_eq!(dev.caller.get("/api/v1/review-requests").await["requests"][0]["id"], created["request_id"]);
}

/// Creates requests until the process does not answer any more, and adds a permit for each answer. Every third request
/// is mailed immediately.
async fn create_until_killed(caller: Caller, name: String, answers: Arc<Semaphore>) -> Vec<Acknowledged> {
    let mut acknowledged = Vec::new();
    loop {
        let order = format!("{name}-{}", acknowledged.len());
        let delay_days = if acknowledged.len() % 3 == 0 { 0 } else { 7 };
        let fields = json!({"email": format!("customer-{order}@example.com"), "customer_name": "Jane Doe",
            "product_ids": [BOARD, POT], "order_id": order, "delay_days": delay_days});
        let Ok((status, body)) = caller.try_call("POST", "/api/v1/review-requests/send", Some(fields.clone())).await
        else {
            return acknowledged;
        };
        assert_eq!(status, 201, "{body}");
        answers.add_permits(1);
        acknowledged.push(Acknowledged {
            id: body["request_id"].number(),
            fields,
            hub_url: body["hub_url"].owned(),
            scheduled_at: body["scheduled_at"].clone(),
        });
    }
}

/// The request, its sealed token, its link and its uniqueness key exist, because one transaction wrote them.
async fn is_complete(caller: &Caller, request: &Acknowledged) {
    let Acknowledged { id, fields, hub_url, scheduled_at } = request;
    let one = caller.get(&format!("/api/v1/review-requests/{id}")).await;
    for name in ["order_id", "product_ids"] {
        assert_eq!(one[name], fields[name], "{one}");
    }
    assert_eq!((&one["id"], &one["scheduled_at"]), (&json!(id), scheduled_at));
    // The port has changed since then.
    let token = hub_url.split_once("token=").unwrap().1;
    assert!(one["hub_url"].text().ends_with(token), "{one}");
    assert!(caller.get(&format!("/review/hub?token={token}")).await.text().contains("Walnut Serving Board"));
    let (status, body) = caller.call("POST", "/api/v1/review-requests/send", Some(fields.clone())).await;
    assert_eq!((status, &body["error"]), (409, &json!("duplicate_request")));
}

async fn mails_by_request(caller: &Caller) -> BTreeMap<u64, Vec<Value>> {
    let mut mails: BTreeMap<u64, Vec<Value>> = BTreeMap::new();
    for mail in caller.inbox().await {
        mails.entry(mail["request_id"].number()).or_default().push(mail);
    }
    mails
}

/// Exactly one email was sent. A second one is allowed only in the documented case: the process was killed between the
/// provider's answer and the commit, so another sender claimed the email fifteen minutes later.
async fn left_once(caller: &Caller, id: u64, mails: &[Value]) {
    let timeline = caller.timeline(id).await;
    let claims: Vec<_> = timeline.iter().filter(|entry| entry["what"] == "claimed").collect();
    match (mails.len(), &claims[..]) {
        (1, _) => {}
        (2, [first, second]) => {
            let waited = instant(&second["at"]).duration_since(instant(&first["at"]));
            assert!(waited >= EVIDENCE_WAIT, "{id} was claimed again too early: {timeline:?}");
        }
        (many, _) => panic!("{id} was mailed {many} times: {timeline:?}"),
    }
}

fn instant(text: &Value) -> Timestamp {
    text.text().parse().unwrap()
}
