//! The emails to a shop's owners about its end.

use crate::console::{MARA, Visitor};
use crate::operators::admin::{fern, run};
use crate::sending::claims::first;
use crate::support::*;

const OWNER: &str = "owner@fern-and-oak.example";

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
    let mut told: Vec<_> = shop.notifications().into_iter().map(|mail| mail.to).collect();
    told.sort();
    assert_eq!(told, [MARA, OWNER]);
}
