//! A person's stored data: a copy of it, its erasure by email address, phone number or customer, and its encryption.

mod crashes;
mod erasing;
pub mod export;
mod large_persons;
mod pasted;
pub mod person;
mod restoring;
pub mod secrets;

pub use restoring::restore;

use crate::support::*;

const EXPORT: &str = "/api/v1/privacy/export";
pub const ERASE: &str = "/api/v1/privacy/erase";

const DONE_WITHIN: SignedDuration = SignedDuration::from_secs(60);

async fn asked(shop: &Shop, path: &str, body: Value) -> String {
    let body = shop.post(path, body).await.is(202).json();
    assert_eq!((&body["ok"], &body["status"]), (&json!(true), &json!("running")), "{body}");
    let receipt = body["receipt"].text();
    assert!(Guid::parse(receipt).is_ok(), "{receipt}");
    receipt.to_owned()
}

async fn shown(shop: &Shop, receipt: &str) -> Value {
    shop.get(format!("/api/v1/privacy/{receipt}")).await.is(200).json()
}

/// Requests an export or erasure, waits a minute, and returns what its receipt shows.
pub async fn done(shop: &Shop, path: &str, body: Value) -> Value {
    let receipt = asked(shop, path, body).await;
    shop.advance(DONE_WITHIN).await;
    let shown = shown(shop, &receipt).await;
    assert_eq!(shown["status"], "done", "{shown}");
    shown
}
