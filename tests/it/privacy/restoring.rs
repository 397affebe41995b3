//! The table is restored from a backup: what was decided since is repeated from records outside the table, and what left
//! since does not leave again.

use left_out::{Tool, left_out};

use super::pasted::into_shell;
use super::person::{self, EMAIL, Person, canaries, found, rows};
use super::secrets::Log;
use super::{DONE_WITHIN, ERASE, done, shown};
use crate::deployment::template::{functions, resources};
use crate::operators::admin::run;
use crate::orders_in::payloads::{at as at_hour, woo_order};
use crate::orders_in::placed;
use crate::support::*;

pub async fn restore(shop: &Shop, backup: &[std::collections::HashMap<String, AttributeValue>]) {
    let client = shop.dynamodb();
    for row in rows(shop).await {
        let key = client.delete_item().table_name(local::TABLE).key("PK", row["PK"].clone());
        key.key("SK", row["SK"].clone()).send().await.unwrap();
    }
    for row in backup {
        client.put_item().table_name(local::TABLE).set_item(Some(row.clone())).send().await.unwrap();
    }
}

/// Repeats what all records say, as docs/operate.md tells the operator. Their number.
async fn repeats_records(shop: &Shop) -> usize {
    let sqs = aws_sdk_sqs::Client::new(&shop.world.env().sdk);
    let records: Vec<_> = shop.aws().objects().into_iter().filter(|key| key.starts_with("erasures/")).collect();
    for key in &records {
        let body = json!({"replay": key}).to_string();
        sqs.send_message().queue_url(Work::Privacy.url()).message_body(body).send().await.unwrap();
    }
    shop.advance(DONE_WITHIN).await;
    records.len()
}

/// The emails and SMS since so many messages had left: to whom, and which of their request's.
fn left_since(shop: &Shop, count: usize) -> BTreeSet<(String, String)> {
    let step = |mail: &Mail| mail.tags.get("step").cloned().unwrap_or_default();
    shop.inbox().iter().skip(count).map(|mail| (mail.to.clone(), step(mail))).collect()
}

async fn ask_by_sms(shop: &Shop, phone: &str) {
    shop.post("/beacon/customers", json!({"first_name": "Jane", "phone": phone})).await.is(200);
    let ask = json!({"phone": phone, "channels": ["sms"], "reminders_count": 2});
    shop.post("/beacon/asks", ask).await.is(200);
}

/// The page on which a review was written, and the review's id.
async fn reviewed(shop: &Shop, email: &str) -> (String, Value) {
    let (_, hub) = shop.created(json!({"email": email, "skip_email": true, "order_id": email})).await;
    // Ids of one millisecond are in any order.
    shop.jump(SECOND);
    shop.review(&hub, 0).await;
    (hub, shop.newest_review().await["id"].clone())
}

/// The customers of a shop that loses a day: who gets which message on that day, and who says no or yes.
struct LostDay {
    shop: Shop,
    backup: Vec<std::collections::HashMap<String, AttributeValue>>,
    at: Timestamp,
    withdrawn: Value,
    removed: Value,
    key: Value,
}

impl LostDay {
    async fn of(shop: Shop) -> Self {
        let address = |name: &str| format!("{name}@example.com");
        let ask = async |name: &str, days: u32| {
            shop.created(json!({"email": address(name), "delay_days": days, "reminders": 2, "order_id": name})).await
        };
        let suppression = |name: &str| format!("/api/v1/suppressions/{}", address(name));
        for name in ["reminded", "leaver", "returner"] {
            ask(name, 0).await;
        }
        shop.settle().await;
        let stops = shop.inbox().into_iter().map(|mail| (mail.to.clone(), unsubscribe_link(&mail)));
        let stops: BTreeMap<_, _> = stops.collect();
        let unsubscribe = async |name: &str, undo: &[(&str, &str)]| {
            let (path, query) = stops[&address(name)].split_once("?token=").unwrap();
            let fields: Vec<_> = [("token", query)].into_iter().chain(undo.iter().copied()).collect();
            shop.submit(path, &fields).await.is(200)
        };
        for (name, days) in [("first", 3), ("later", 5), ("refused", 5), ("allowed", 5), ("erased", 5)] {
            ask(name, days).await;
        }
        for phone in ["+491711234567", "+491711234568"] {
            ask_by_sms(&shop, phone).await;
        }
        shop.settle().await;
        let reply = async |phone: &str, words: &str| {
            let sms = shop.inbox().into_iter().rfind(|sms| sms.to == phone).unwrap();
            shop.aws().reply_to_sms(&sms, words).unwrap();
            shop.settle().await;
        };
        unsubscribe("returner", &[]).await;
        shop.suppresses(&address("allowed")).await;
        reply("+491711234568", "STOP").await;
        let mut reviews = Vec::new();
        for name in ["author", "withdrawn", "removed"] {
            reviews.push(reviewed(&shop, &address(name)).await);
        }
        let key = shop.post("/api/v1/keys", json!({"name": "Till"})).await.is(201).json();
        shop.jump(DAY * 2 + HOUR * 12);
        shop.settle().await;
        shop.put(format!("/api/v1/reviews/{}/reply", reviews[0].1), json!({"text": "Thank you!"})).await.is(200);
        let (backup, at) = (rows(&shop).await, shop.now());

        shop.advance(HOUR).await;
        unsubscribe("leaver", &[]).await;
        unsubscribe("returner", &[("undo", "1")]).await;
        shop.suppresses(&address("refused")).await;
        shop.delete(suppression("allowed")).await.is(200);
        reply("+491711234567", "STOP").await;
        reply("+491711234568", "START").await;
        shop.sends("withdraw", &reviews[1].0, &[("sure", "yes")]).await.is(303);
        shop.delete(format!("/api/v1/reviews/{}?reason=personal_data", reviews[2].1)).await.is(200);
        shop.delete(format!("/api/v1/keys/{}", key["id"].text())).await.is(200);
        done(&shop, ERASE, json!({"email": address("erased")})).await;
        shop.advance_days(1).await;
        let [withdrawn, removed] = [1, 2].map(|number: usize| reviews[number].1.clone());
        Self { shop, backup, at, withdrawn, removed, key }
    }
}

#[tokio::test]
async fn after_a_day_was_lost_nobody_gets_a_second_message_and_who_said_no_gets_none() {
    after_a_lost_day(async |shop, to| {
        let answer = run(&shop.world, restored_to(to)).await.unwrap();
        shop.jump(MINUTE);
        assert_eq!(run(&shop.world, restored_to(to)).await.unwrap(), answer, "a repetition changes nothing");
        assert_eq!(repeats_records(shop).await, 9);
    })
    .await;
}

#[tokio::test]
async fn the_commands_of_the_page_do_the_same_in_bash_and_in_zsh() {
    if left_out(Tool::Operators) {
        return;
    }
    after_a_lost_day(async |shop, to| {
        // zsh takes comments for words where somebody types them.
        let bash = into_shell(shop, &["bash", "--norc", "-s"], to).await;
        let zsh = into_shell(shop, &["zsh", "-f", "-i", "-s"], to).await;
        let differing: Vec<_> = zsh.iter().zip(&bash).filter(|(zsh, bash)| zsh != bash).collect();
        assert!(differing.is_empty() && zsh.len() == bash.len(), "{differing:#?}");
        let count = |what: &str| bash.iter().filter(|call| call.contains(what)).count();
        assert_eq!((count(&format!("afterword restored --to {to}")), count("sqs send-message")), (1, 9), "{bash:#?}");
        let stopped = count("put-function-concurrency --reserved-concurrent-executions 0");
        assert_eq!((stopped, count("delete-function-concurrency")), (functions().len(), functions().len() + 3));
        let mappings = resources("AWS::Lambda::EventSourceMapping").len();
        assert_eq!((count("--no-enabled"), count("--enabled")), (mappings, mappings + 2));
        run(&shop.world, restored_to(to)).await.unwrap();
        shop.advance(DONE_WITHIN).await;
    })
    .await;
}

fn restored_to(to: Timestamp) -> Value {
    json!({"restored": {"to": to.to_string()}})
}

/// Each step of docs/operate.md that is ours, in its order; `repeat` does steps 5 and 6.
async fn after_a_lost_day(repeat: impl AsyncFnOnce(&Shop, Timestamp)) {
    let log = Log::default();
    let _logging = log.listen_as_on_lambda();
    let LostDay { shop, backup, at, withdrawn, removed, key } = LostDay::of(Shop::new().await).await;
    let history = shop.get(format!("/api/v1/reviews/{removed}/history")).await.is(200).json();
    let before = shop.inbox().len();
    let lost: BTreeSet<_> = shop.inbox().iter().filter(|mail| mail.sent_at > at).map(|mail| mail.to.clone()).collect();
    let forgotten = ["author", "first", "reminded", "removed", "returner"].map(|name| format!("{name}@example.com"));
    assert_eq!(lost, BTreeSet::from(forgotten).into_iter().chain(["+491711234568".to_owned()]).collect());
    restore(&shop, &backup).await;
    for id in [&withdrawn, &removed] {
        shop.get(format!("/api/v1/reviews/{id}")).await.is(200);
    }
    repeat(&shop, at).await;
    for id in [&withdrawn, &removed] {
        shop.get(format!("/api/v1/reviews/{id}")).await.is(404);
    }
    assert_eq!(shop.get(format!("/api/v1/reviews/{removed}/history")).await.json(), history);
    // What the saved query finds for the operator's hands.
    assert_eq!(log.lines_about(&format!("\"revoked_key\":{}", key["id"])), 1);
    let till = shop.with_key(key["key"].text());
    till.get("/api/v1/settings").await.is(200);
    let revoke = json!({"shop": "fern", "key_id": key["id"]});
    run(&shop.world, json!({ "revoke_key": revoke })).await.unwrap();
    till.get("/api/v1/settings").await.is(401);

    shop.advance_days(1).await;
    assert_eq!(left_since(&shop, before), BTreeSet::new());
    shop.advance_days(30).await;
    let left = left_since(&shop, before);
    let expected = [
        ("reminded", &["2"][..]),
        ("first", &["1", "2"]),
        ("later", &["0", "1", "2"]),
        ("returner", &["2"]),
        ("allowed", &["0", "1", "2"]),
    ];
    let mails = expected.iter().flat_map(|(name, steps)| steps.iter().map(move |step| (name, step)));
    let mails = mails.map(|(name, step)| (format!("{name}@example.com"), (*step).to_owned()));
    let texts = ["2"].map(|step| ("+491711234568".to_owned(), step.to_owned()));
    assert_eq!(left, mails.chain(texts).collect());
    assert_eq!(left.len(), shop.inbox().len() - before, "each once");
    for (name, reason) in [("leaver", "unsubscribed"), ("refused", "manual"), ("erased", "erased")] {
        let shown = shop.get(format!("/api/v1/suppressions/{name}@example.com")).await.json();
        assert_eq!(shown["reason"], reason, "{name}");
    }
}

/// As above, for what the shop removes.
#[tokio::test]
async fn a_removal_whose_record_cannot_be_written_is_not_acknowledged_and_its_repetition_writes_it() {
    let shop = Shop::new().await;
    let (_, review) = reviewed(&shop, EMAIL).await;
    let backup = rows(&shop).await;
    shop.fails("PutObject", Fault::ServerError);
    shop.delete(format!("/api/v1/reviews/{review}")).await.is(503);
    shop.heals();
    shop.delete(format!("/api/v1/reviews/{review}")).await.is(200);
    restore(&shop, &backup).await;
    assert_eq!(repeats_records(&shop).await, 1);
    shop.get(format!("/api/v1/reviews/{review}")).await.is(404);
}

/// The record of a decision is there once the decision was answered.
#[tokio::test]
async fn a_decision_whose_record_cannot_be_written_is_not_acknowledged_and_its_repetition_writes_it() {
    let shop = Shop::new().await;
    shop.sent(json!({"email": EMAIL, "delay_days": 0})).await;
    let stop = unsubscribe_link(&shop.inbox()[0]);
    let (path, token) = stop.split_once("?token=").unwrap();
    for fields in [&[("token", token)][..], &[("token", token), ("undo", "1")]] {
        shop.fails("PutObject", Fault::ServerError);
        shop.submit(path, fields).await.is(503);
        shop.heals();
        let written = shop.aws().objects();
        shop.submit(path, fields).await.is(200);
        assert_eq!(written.len() + usize::from(fields.len() == 1), shop.aws().objects().len());
        let suppressed = async || {
            let is_one =
                |row: &std::collections::HashMap<String, AttributeValue>| row["SK"].as_s().unwrap().starts_with("SUP#");
            rows(&shop).await.into_iter().filter(is_one).collect::<Vec<_>>()
        };
        let before = suppressed().await;
        assert_eq!(before.len(), 2 - fields.len());
        repeats_records(&shop).await;
        assert_eq!(suppressed().await, before, "what the table has is not changed");
    }
}

/// WooCommerce's plug-in sends what was lost again. In the lost time, one order was asked about; one waited for the morning.
#[tokio::test]
async fn orders_that_come_again_are_asked_about_as_if_nothing_had_been_lost() {
    let shop = Shop::new().await;
    shop.put("/api/v1/settings", json!({"send_window": {"from": "09:00", "to": "20:00", "time_zone": "UTC"}}))
        .await
        .is(200);
    let woo = shop.connect("woocommerce", json!({"ask_days_after": 0})).await;
    shop.jump(HOUR * 12);
    let (backup, at) = (rows(&shop).await, shop.now());
    let mut orders = Vec::new();
    for (hours, id, email) in [(1, "1", "evening@example.com"), (4, "2", "night@example.com")] {
        shop.advance(HOUR * hours).await;
        let buyer = json!({"id": id, "system_id": id, "buyer": {"email": email}});
        orders.push(woo_order(&at_hour(&shop, 0), buyer));
        woo.says("order", &orders[orders.len() - 1]).await;
    }
    let buyers = |mail: Mail| mail.to.ends_with("@example.com").then_some(mail.to);
    let written_to = || shop.inbox().into_iter().filter_map(buyers).collect::<Vec<_>>();
    assert_eq!(written_to(), ["evening@example.com"]);
    restore(&shop, &backup).await;
    run(&shop.world, restored_to(at)).await.unwrap();
    let plug_in = shop.with_key(&woo.secret);
    let lost = json!({"resend_from": format!("{at:.0}"), "resend_until": format!("{:.0}", shop.now())});
    has(&placed(plug_in.call("GET", "/api/v1/connection")).send().await.is(200).json(), lost);
    for (order, done) in orders.iter().zip([("ignored", "asked_already"), ("planned", "")]) {
        woo.says("order", order).await;
        assert_eq!(woo.last().await, (done.0.to_owned(), done.1.to_owned()));
    }
    shop.advance_days(2).await;
    assert_eq!(written_to(), ["evening@example.com", "night@example.com"]);
}

#[tokio::test]
async fn persons_that_a_backup_brings_back_are_erased_again() {
    let shop = Shop::new().await;
    let person = Person::live(&shop).await;
    let backup = rows(&shop).await;
    let erased = done(&shop, ERASE, json!({"email": EMAIL})).await;
    let receipt = erased["receipt"].owned();
    restore(&shop, &backup).await;
    assert!(found(&shop, &canaries()).await.len() > canaries().len() / 2, "it is back");
    shop.get(format!("/api/v1/privacy/{receipt}")).await.is_error(404, "not_found");
    // A person and a request that are newer: one came after the backup, the other after the erasure.
    let (newer, hub) = shop.created(json!({"email": "john@example.com", "skip_email": true})).await;

    assert_eq!(repeats_records(&shop).await, 3, "with those of the person's two suppressions");
    assert_eq!(found(&shop, &canaries()).await, Default::default());
    let again = shown(&shop, &receipt).await;
    assert_eq!((&again["status"], &again["requested_at"]), (&json!("done"), &erased["requested_at"]));
    shop.browse(&person.hub).await.is(404);
    assert_eq!(shop.get(format!("/api/v1/suppressions/{EMAIL}")).await.json()["reason"], "erased");
    assert_eq!((shop.status(newer).await.as_str(), shop.browse(&hub).await.status.as_u16()), ("manual", 200));
    let [index, _] = person::indexes(&shop).await;
    assert!(rows(&shop).await.iter().all(|row| row["SK"].as_s().unwrap() != &format!("CE#{index}")));
}

/// The shop knows a person from the backup, and asks them before the operator repeats the records.
#[tokio::test]
async fn a_link_that_is_newer_than_a_repeated_erasure_stays_and_so_does_its_renewal() {
    let (shop, old, _) = Shop::asking(json!({"email": EMAIL, "skip_email": true})).await;
    let backup = rows(&shop).await;
    done(&shop, ERASE, json!({"email": EMAIL})).await;
    restore(&shop, &backup).await;
    let (asked, hub) = shop.created(json!({"email": EMAIL, "skip_email": true})).await;
    shop.jump(DAY * 90);
    shop.renews(&hub).await.is(200);
    let renewed = link_in(&shop.inbox().pop().unwrap());
    assert_eq!(shop.get("/beacon/customers").await.json()["pagination"]["total"], 1, "both are the same customer's");
    assert_eq!(repeats_records(&shop).await, 1);
    shop.get(format!("/api/v1/review-requests/{old}")).await.is_error(404, "not_found");
    assert_eq!(shop.status(asked).await, "expired");
    shop.browse(renewed).await.is(200);
}

#[tokio::test]
async fn a_message_that_is_no_task_of_ours_goes_to_the_dead_letters() {
    let shop = Shop::new().await;
    let sqs = aws_sdk_sqs::Client::new(&shop.world.env().sdk);
    for body in ["{}", "no JSON", r#"{"replay": "photos/x"}"#] {
        sqs.send_message().queue_url(Work::Privacy.url()).message_body(body).send().await.unwrap();
    }
    shop.advance(HOUR).await;
    assert_eq!(shop.aws().queue(Work::Privacy).unwrap().bodies().len(), 3);
}
