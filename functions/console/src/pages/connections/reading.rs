//! What has been read of the shop, in sentences.

use domain::values::ShopSystem;
use integrations::{READ_PRODUCTS_MAX, ShopReading};

use crate::viewer::Viewer;

pub(crate) fn sentences(viewer: &Viewer, system: ShopSystem, reading: &ShopReading) -> Vec<String> {
    let ShopReading { products, orders, denied, is_cut, asks_itself, refusal, ended_at, .. } = reading;
    let texts = viewer.texts;
    let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let count =
        |id: &str| texts.say(id).count("products", number(*products)).count("orders", number(*orders)).to_string();
    let state = match (ended_at, refusal) {
        (None, None) => "read-goes-on",
        (None, Some(_)) => "read-waits",
        (Some(_), None) => "read-done",
        (Some(_), Some(_)) => "read-given-up",
    };
    let mut sentences = vec![count(state)];
    sentences.extend(refusal.map(|refusal| {
        let cause = viewer.word("read-cause", refusal.as_str());
        texts.say("read-cause").words("cause", &cause).to_string()
    }));
    let denied = denied.iter().map(|part| texts.say(&format!("read-denied-{}", part.as_str())).to_string());
    sentences.extend(denied.filter(|_| system == ShopSystem::Shopify));
    sentences.extend(is_cut.then(|| texts.say("read-cut").count("products", number(READ_PRODUCTS_MAX)).to_string()));
    sentences.extend(asks_itself.then(|| texts.say("read-asks-itself").to_string()));
    sentences
}
