//! The emails to a shop's owners about its end.

use super::text;
use crate::console::{MARA, Visitor};
use crate::operators::admin::{fern, run};
use crate::sending::claims::first;
use crate::support::*;

const OWNER: &str = "owner@fern-and-oak.example";

/// The recipients of the emails so far, sorted.
fn told(shop: &Shop) -> Vec<String> {
    let mut told: Vec<_> = shop.notifications().into_iter().map(|mail| mail.to).collect();
    told.sort();
    told
}

#[tokio::test]
async fn a_guest_of_the_operators_link_ends_a_shop_for_the_operator() {
    let shop = Shop::new().await;
    shop.owned_by(json!(OWNER)).await;
    let made = run(&shop.world, json!({"console_link": fern()})).await.unwrap();
    let guest = Visitor::new(&shop);
    guest.press(&path_of(made["url"].text())).await;
    guest.post("/console/settings/end", &[("shop", "fern")]).await.is(303);
    shop.later().await;
    assert_eq!(told(&shop), [OWNER]);
    text(&shop.notifications()[0]).shows(["The operator of this review service"]);
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
