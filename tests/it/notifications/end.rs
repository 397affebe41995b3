//! The emails to a shop's owners about its end.

use super::{MINUTE, text};
use crate::console::{MARA, Visitor};
use crate::operators::admin::{fern, run};
use crate::sending::claims::first;
use crate::support::*;

const OWNER: &str = "owner@fern-and-oak.example";
const END: &str = "/console/settings/end";
const FERN: [(&str, &str); 1] = [("shop", "fern")];

/// The recipients of the emails so far, sorted.
fn told(shop: &Shop) -> Vec<String> {
    let mut told: Vec<_> = shop.notifications().into_iter().map(|mail| mail.to).collect();
    told.sort();
    told
}

#[tokio::test]
async fn owners_are_told_of_the_end_at_once_after_a_week_and_three_days_before_it_is_too_late() {
    let shop = Shop::new().await;
    shop.owned_by(json!(OWNER)).await;
    let mara = Visitor::member(&shop, MARA, "owner").await;
    Visitor::member(&shop, "jo@fernandoak.example", "moderator").await;
    mara.post(END, &FERN).await.is(303);
    shop.later().await;
    assert_eq!(told(&shop), [MARA, OWNER], "not the moderator");
    let mail = &shop.notifications()[0];
    assert_eq!(mail.subject, "Fern & Oak is closed: everything is destroyed on 20 December 2026");
    for fact in [
        "An owner closed it in the console on 20 November 2026.",
        "Until 19 December 2026 an owner can open the console and reopen the shop.",
        "/console",
    ] {
        assert!(text(mail).contains(fact), "{fact} is missing in {}", text(mail));
    }
    assert!(!text(mail).contains("mara"), "no names: {}", text(mail));
    // An ended shop is looked at every hour.
    for (quiet_days, emails_before, emails) in [(6, 2, 4), (19, 4, 6), (2, 6, 6)] {
        shop.jump(SignedDuration::from_hours((quiet_days - 1) * 24));
        shop.advance_days(1).await;
        assert_eq!(told(&shop).len(), emails_before, "{quiet_days} days later");
        shop.advance(SignedDuration::from_hours(26)).await;
        assert_eq!(told(&shop).len(), emails, "a day after them");
    }
}

#[tokio::test]
async fn an_end_that_is_taken_back_is_told_once_and_no_other_email_follows() {
    let shop = Shop::new().await;
    // One mailbox gets one email, although it is both the shop's and a member's.
    shop.owned_by(json!(MARA)).await;
    let mara = Visitor::member(&shop, MARA, "owner").await;
    run(&shop.world, json!({"delete_shop": fern()})).await.unwrap();
    shop.later().await;
    let [ended] = &shop.notifications()[..] else { panic!("{:?}", shop.notifications()) };
    assert!(text(ended).contains("The operator of this review service closed it"), "{}", text(ended));
    mara.post("/console/restore", &[]).await.is(303);
    shop.advance_days(29).await;
    let [_, restored] = &shop.notifications()[..] else { panic!("{:?}", shop.notifications()) };
    assert_eq!(restored.subject, "Fern & Oak is open again");
    // The next end is told again.
    run(&shop.world, json!({"delete_shop": fern()})).await.unwrap();
    shop.later().await;
    assert_eq!(shop.notifications().len(), 3);
}

#[tokio::test]
async fn a_guest_of_a_key_ends_no_shop_but_one_of_the_operator_does() {
    let shop = Shop::new().await;
    shop.owned_by(json!(OWNER)).await;
    let made = shop.post("/api/v1/console-links", json!({})).await.json();
    let guest = Visitor::new(&shop);
    guest.press(&path_of(made["url"].text())).await;
    guest.get("/console/settings").await.is(200).lacks([END]);
    guest.post(END, &FERN).await.is(403).shows(["such a link closes no shop"]);
    shop.later().await;
    assert_eq!((shop.get("/api/v1/settings").await.status.as_u16(), told(&shop).len()), (200, 0));
    let made = run(&shop.world, json!({"console_link": fern()})).await.unwrap();
    let guest = Visitor::new(&shop);
    guest.press(&path_of(made["url"].text())).await;
    guest.post(END, &FERN).await.is(303);
    shop.later().await;
    assert_eq!(told(&shop), [OWNER]);
    assert!(text(&shop.notifications()[0]).contains("The operator of this review service"));
}

#[tokio::test]
async fn an_end_in_test_mode_is_told_to_nobody() {
    let shop = Shop::new().await.in_test_mode().await;
    shop.owned_by(json!(OWNER)).await;
    run(&shop.world, json!({"delete_shop": {"tenant": "fern", "mode": "test"}})).await.unwrap();
    shop.later().await;
    assert_eq!(shop.inbox().len(), 0);
}

#[tokio::test]
async fn runs_at_once_and_lost_answers_send_no_email_twice() {
    let shop = Shop::new().await;
    shop.owned_by(json!(OWNER)).await;
    Visitor::member(&shop, MARA, "owner").await;
    run(&shop.world, json!({"delete_shop": fern()})).await.unwrap();
    shop.jump(MINUTE);
    shop.aws().set_faults(first(3, |call| call.operation == "PutItem", Fault::LoseAnswer));
    let start = || reconcile::start(&shop.world.env_of("reconcile")).unwrap();
    let (one, other) = tokio::join!(reconcile::handle(start(), json!({})), reconcile::handle(start(), json!({})));
    assert!(one.is_ok() && other.is_ok());
    shop.aws().set_faults(first(1, |call| call.service == Service::Ses, Fault::LoseAnswer));
    shop.advance_days(1).await;
    assert_eq!(told(&shop), [MARA, OWNER]);
}
