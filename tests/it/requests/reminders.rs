//! Reminders: a shop's own days, the month's limit of texts, and a text whose answer was lost.
//! `tests/stories/requests/reminders.story` tells of the rest.

use domain::review::ReviewSettings;
use domain::shop::{Shop as Face, ShopRules};
use domain::values::{ReminderDays, RequestId, Tenant, TenantId};
use local::SCOPES;
use store::shop::TenantRecord;

use crate::support::*;

async fn asks(shop: &Shop, customer: Value, ask: Value) -> Value {
    shop.post("/beacon/customers", with(json!({"first_name": "Jane"}), customer)).await.is(200);
    shop.post("/beacon/asks", ask).await.is(200).json()["data"].clone()
}

#[tokio::test]
async fn a_shop_may_remind_on_other_days() {
    let world = Shop::new().await.world;
    let tenant = Tenant { id: TenantId::parse("patient").unwrap(), mode: Mode::Live };
    let (store, vault) = (world.store().unwrap(), world.env().vault().unwrap());
    let root = vault.new_root(vault::RootOwner::Tenant(&tenant)).await.unwrap();
    let rules = ShopRules { reminder_days: ReminderDays::new([10, 20, 30]).unwrap(), ..ShopRules::default() };
    let record = TenantRecord::new(Face::new("Patient", None).unwrap(), rules, ReviewSettings::NEW, root);
    let mut transaction = store.transaction(&tenant);
    transaction.insert_tenant(&record, world.env().clock.now());
    transaction.commit().await.unwrap();
    let key = world.api_key(&tenant, SCOPES).await.unwrap().reveal().to_owned();
    let (shop, email) = (Shop { world, tenant, key }, "jane@example.com");
    asks(&shop, json!({"email": email}), json!({"email": email, "reminders_count": 2})).await;
    shop.advance_days(40).await;
    let left: Vec<_> = shop.inbox().iter().map(|mail| format!("{:.0}", mail.sent_at)).collect();
    assert_eq!(left, ["2026-11-20T06:00:00Z", "2026-11-30T06:00:00Z", "2026-12-10T06:00:00Z"]);
}

#[tokio::test]
async fn a_month_has_no_more_segments_than_it_may() {
    let shop = Shop::new().await;
    let mut sender = send_request::start(shop.world.env()).unwrap();
    sender.sms_segments_a_month = 2;
    let text = async |sender: &send_request::Send, number: u32| {
        let phone = format!("+49171123456{number}");
        let ask = asks(&shop, json!({"phone": phone}), json!({"phone": phone})).await;
        let id = RequestId::from_guid(Guid::parse(ask["id"].text()).unwrap()).unwrap().get();
        sender.wake(&shop.wake(id).await).await.unwrap();
        let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
        (shop.status(id).await, timeline["timeline"].list().last().unwrap()["detail"].clone())
    };
    for (number, status) in [(1, "sent"), (2, "sent"), (3, "failed")] {
        let (is, detail) = text(&sender, number).await;
        assert_eq!((&*is, detail == "sms: spend_cap"), (status, status == "failed"), "one segment each");
    }
    shop.jump(DAY * 20);
    assert_eq!(text(&sender, 4).await.0, "sent", "December has its own");
    sender.sms_segments_a_month = 0;
    shop.jump(DAY * 31);
    assert_eq!(text(&sender, 5).await.0, "failed", "no texts at all, not even a month's first");
}

#[tokio::test]
async fn a_text_whose_answer_was_lost_is_not_tried_again() {
    let (shop, phone) = (Shop::new().await, "+491711234568");
    shop.aws().lose_mail_events(true);
    shop.fails(Service::Sms, Fault::LoseAnswer);
    asks(&shop, json!({"phone": phone}), json!({"phone": phone})).await;
    shop.advance_days(1).await;
    assert_eq!(shop.inbox().len(), 1);
    assert_eq!(shop.status(shop.newest_request().await).await, "sending", "nobody knows whether it was sent");
    let june = shop.get("/beacon/customers").await.json()["data"][0]["id"].owned();
    let messages = shop.get(format!("/beacon/customers/{june}/messages")).await.json();
    has(&messages["data"][0], json!({"status": "unconfirmed", "sent_at": null}));
    assert_eq!(shop.counters().await.get("sent"), None);
}
