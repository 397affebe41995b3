//! Asks by email and SMS, and their reminders: each is sent after its gap, and any review, an unsubscription or a
//! cancel stops them.

use domain::review::ReviewSettings;
use domain::shop::{Shop as Face, ShopRules};
use domain::values::{ReminderDays, RequestId, Tenant, TenantId};
use local::SCOPES;
use store::shop::TenantRecord;

use crate::support::*;

const PHONE: &str = "+491711234567";
/// A number whose owner answered STOP, by the small AWS' rules.
const OPTED_OUT: &str = "+12125550110";

/// A shop with a customer who has an address and a number.
async fn shop() -> Shop {
    let shop = Shop::new().await;
    customer(&shop, json!({"email": "jane@example.com", "phone": PHONE})).await;
    shop
}

async fn customer(shop: &Shop, fields: Value) -> Value {
    let mut body = json!({"first_name": "Jane"});
    body.as_object_mut().unwrap().extend(fields.object().clone());
    shop.post("/beacon/customers", body).await.is(200).json()["data"].clone()
}

async fn ask(shop: &Shop, fields: Value) -> Value {
    let mut body = json!({"email": "jane@example.com"});
    body.as_object_mut().unwrap().extend(fields.object().clone());
    shop.post("/beacon/asks", body).await.is(200).json()["data"].clone()
}

fn request_id(ask: &Value) -> u64 {
    let guid = Guid::parse(ask["id"].text()).unwrap();
    RequestId::from_guid(guid).unwrap().get()
}

/// The channel of every message so far, and the day on which it was sent.
fn sent(shop: &Shop) -> Vec<(String, i64)> {
    let start: jiff::Timestamp = crate::support::START.parse().unwrap();
    let day = |mail: &Mail| mail.sent_at.duration_since(start).as_hours() / 24;
    shop.inbox().iter().map(|mail| (mail.channel.clone(), day(mail))).collect()
}

fn by(channel: &str, days: &[i64]) -> Vec<(String, i64)> {
    days.iter().map(|&day| (channel.to_owned(), day)).collect()
}

#[tokio::test]
async fn three_reminders_leave_3_7_and_14_days_after_the_first_mail_with_the_same_link() {
    let shop = shop().await;
    ask(&shop, json!({"channels": ["email"], "reminders_count": 3})).await;
    shop.advance_days(40).await;
    assert_eq!(sent(&shop), by("email", &[0, 3, 7, 14]));
    let inbox = shop.inbox();
    assert!(inbox.iter().all(|mail| link_in(mail) == link_in(&inbox[0])));
    let subjects = ["", "Got a minute? ", "We’d still like to know. ", "One last time: "];
    for (step, (mail, words)) in inbox.iter().zip(subjects).enumerate() {
        assert_eq!(mail.subject, format!("{words}How did Fern & Oak do, Jane?"));
        assert_eq!(mail.html.as_ref().unwrap().contains("This is our last reminder."), step == 3);
        assert_eq!(mail.tags["step"], step.to_string());
        assert!(mail.headers.keys().all(|name| !["In-Reply-To", "References"].contains(&name.as_str())));
    }
    assert_eq!(shop.counters().await["sent"], 1, "what is counted is the ask");
    let timeline = shop.timeline(shop.newest_request().await).await;
    assert_eq!(timeline.iter().filter(|what| *what == "sent").count(), 4);
}

#[tokio::test]
async fn the_last_reminder_is_the_last_that_the_link_lives_to_see() {
    let shop = shop().await;
    shop.created(json!({"delay_days": 80, "reminders": 3})).await;
    shop.advance_days(95).await;
    assert_eq!(sent(&shop), by("email", &[80, 83, 87]));
    let last: Vec<_> = shop.inbox().iter().map(|mail| mail.subject.starts_with("One last time: ")).collect();
    assert_eq!(last, [false, false, true]);
}

#[tokio::test]
async fn an_unsubscription_stops_the_reminders_on_every_channel() {
    let shop = shop().await;
    ask(&shop, json!({"channels": ["email", "sms"], "reminders_count": 3})).await;
    shop.settle().await;
    let link = path_of(shop.inbox()[0].headers["List-Unsubscribe"].trim_matches(['<', '>']));
    let reply = shop.submit(&link, &[("List-Unsubscribe", "One-Click")]).await;
    assert_eq!(reply.status, 200, "{} {}", token_of(&link), reply.body);
    shop.advance_days(40).await;
    assert_eq!(shop.inbox().len(), 2);
}

#[tokio::test]
async fn a_shop_may_remind_on_other_days() {
    let world = Shop::new().await.world;
    let tenant = Tenant { id: TenantId::parse("patient").unwrap(), mode: Mode::Live };
    let (store, vault) = (world.store().unwrap(), world.env().vault().unwrap());
    let shop = Face::new("Patient", None).unwrap();
    let root = vault.new_root(vault::RootOwner::Tenant(&tenant)).await.unwrap();
    let rules = ShopRules { reminder_days: ReminderDays::new([10, 20, 30]).unwrap(), ..ShopRules::default() };
    let record = TenantRecord::new(shop, rules, ReviewSettings::NEW, root);
    let mut transaction = store.transaction(&tenant);
    transaction.insert_tenant(&record, world.env().clock.now());
    transaction.commit().await.unwrap();
    let key = world.api_key(&tenant, SCOPES).await.unwrap().reveal().to_owned();
    let shop = Shop { world, tenant, key };
    customer(&shop, json!({"email": "jane@example.com"})).await;
    ask(&shop, json!({"reminders_count": 2})).await;
    shop.advance_days(40).await;
    assert_eq!(sent(&shop), by("email", &[0, 10, 20]));
}

#[tokio::test]
async fn both_channels_carry_the_ask_and_each_reminder() {
    let shop = shop().await;
    ask(&shop, json!({"channels": ["email", "sms"], "reminders_count": 1})).await;
    shop.advance_days(40).await;
    let expected = [("email", 0), ("sms", 0), ("email", 3), ("sms", 3)];
    assert_eq!(sent(&shop), expected.map(|(channel, day)| (channel.to_owned(), day)));
    let texts: Vec<_> = shop.inbox().into_iter().filter(|mail| mail.channel == "sms").collect();
    for text in &texts {
        assert_eq!((text.to.as_str(), link_in(text)), (PHONE, link_in(&texts[0])));
        assert_eq!(app::message::sms::segments(text.text.as_ref().unwrap()), 1);
    }
    assert!(texts[1].text.as_ref().unwrap().starts_with("Reminder:"));
    for link in [link_in(&shop.inbox()[0]), link_in(&texts[0])] {
        shop.browse(link).await.is(200);
    }
    assert_eq!(shop.counters().await["sent"], 1);
}

#[tokio::test]
async fn a_number_that_answered_stop_fails_and_the_mail_goes_on() {
    let shop = Shop::new().await;
    customer(&shop, json!({"email": "jane@example.com", "phone": OPTED_OUT})).await;
    ask(&shop, json!({"channels": ["email", "sms"], "reminders_count": 1})).await;
    shop.advance_days(40).await;
    assert_eq!(sent(&shop), by("email", &[0, 3]));
    assert_eq!(shop.status(shop.newest_request().await).await, "sent");
}

#[tokio::test]
async fn an_ask_that_reaches_nobody_has_failed_and_may_be_made_again() {
    let shop = Shop::new().await;
    customer(&shop, json!({"phone": OPTED_OUT})).await;
    let body = json!({"phone": OPTED_OUT, "reminders_count": 2});
    let first = shop.post("/beacon/asks", body.clone()).await.json();
    shop.advance_days(20).await;
    assert!(shop.inbox().is_empty());
    assert_eq!(shop.status(shop.newest_request().await).await, "failed");
    assert_eq!(shop.counters().await["failed"], 1);
    assert_ne!(first["data"]["id"], shop.post("/beacon/asks", body).await.json()["data"]["id"]);
}

#[tokio::test]
async fn a_month_has_no_more_segments_than_it_may() {
    let shop = Shop::new().await;
    let mut sender = send_request::start(shop.world.env()).unwrap();
    sender.sms_segments_a_month = 2;
    let last = std::cell::Cell::new(0);
    let text = async |sender: &send_request::Send, number: u32| {
        let phone = format!("+49171123456{number}");
        customer(&shop, json!({"phone": phone})).await;
        let id = request_id(&shop.post("/beacon/asks", json!({"phone": phone})).await.json()["data"]);
        last.set(id);
        sender.wake(&shop.wake(id).await).await.unwrap();
        shop.status(id).await
    };
    let statuses = [text(&sender, 1).await, text(&sender, 2).await, text(&sender, 3).await];
    assert_eq!(statuses, ["sent", "sent", "failed"], "one segment each");
    let timeline = shop.get(format!("/api/v1/review-requests/{}/timeline", last.get())).await.json();
    assert_eq!(timeline["timeline"].list().last().unwrap()["detail"], "sms: spend_cap");
    shop.jump(SignedDuration::from_hours(24 * 20));
    assert_eq!(text(&sender, 4).await, "sent", "December has its own");
    sender.sms_segments_a_month = 0;
    shop.jump(SignedDuration::from_hours(24 * 31));
    assert_eq!(text(&sender, 5).await, "failed", "no texts at all, not even a month's first");
}

#[tokio::test]
async fn a_reminder_or_text_whose_answer_was_lost_is_not_tried_again() {
    let shop = shop().await;
    ask(&shop, json!({"channels": ["email"], "reminders_count": 1})).await;
    shop.settle().await;
    shop.fails(Service::Ses, Fault::LoseRequest);
    shop.advance_days(4).await;
    shop.heals();
    shop.advance_days(10).await;
    assert_eq!(shop.inbox().len(), 1);
    assert!(shop.timeline(shop.newest_request().await).await.contains(&"unconfirmed".to_owned()));

    customer(&shop, json!({"phone": "+491711234568", "first_name": "June"})).await;
    shop.aws().lose_mail_events(true);
    shop.fails(Service::Sms, Fault::LoseAnswer);
    shop.post("/beacon/asks", json!({"phone": "+491711234568"})).await;
    shop.advance_days(1).await;
    assert_eq!(sent(&shop).iter().filter(|(channel, _)| channel == "sms").count(), 1);
    assert_eq!(shop.status(shop.newest_request().await).await, "sending", "nobody knows whether it was sent");
    let june = shop.get("/beacon/customers?per_page=10").await.json()["data"].list().clone();
    let june = june.iter().find(|customer| customer["first_name"] == "June").unwrap()["id"].owned();
    let message = shop.get(format!("/beacon/customers/{june}/messages")).await.json()["data"][0].clone();
    assert_eq!((&message["status"], &message["sent_at"]), (&json!("unconfirmed"), &json!(null)));
    assert_eq!(shop.counters().await["sent"], 1, "that is Jane's first mail");
}

#[tokio::test]
async fn a_test_keys_texts_and_reminders_are_captured_and_readable() {
    let shop = Shop::new().await.in_test_mode().await;
    customer(&shop, json!({"email": "jane@example.com", "phone": PHONE})).await;
    ask(&shop, json!({"channels": ["email", "sms"], "reminders_count": 1})).await;
    shop.advance_days(4).await;
    assert!(shop.inbox().is_empty(), "nothing leaves");
    let messages = shop.get(format!("/api/v1/review-requests/{}/messages", shop.newest_request().await)).await.json();
    let messages = messages["messages"].list();
    let channels: Vec<_> = messages.iter().map(|message| message["channel"].text()).collect();
    assert_eq!(channels, ["email", "sms", "email", "sms"]);
    assert!(messages[1]["text"].text().contains("/r/") && messages[1]["html"].is_null());
    assert!(messages[2]["subject"].text().starts_with("One last time: "));
}
