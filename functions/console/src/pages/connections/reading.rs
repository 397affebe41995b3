//! What has been read of the shop, and what looks at it found, in sentences.

use domain::values::ShopSystem;
use integrations::{Integration, READ_PRODUCTS_MAX, ShopReading, ShopRefusal};

use crate::parts::Viewer;

pub(crate) fn sentences(viewer: &Viewer, system: ShopSystem, reading: &ShopReading) -> Vec<String> {
    let ShopReading { products, orders, denied, is_cut, asks_itself, refusal, ended_at, .. } = reading;
    let texts = viewer.texts;
    let count = |id: &str| texts.say(id).count("products", products).count("orders", orders).to_string();
    let state = match (ended_at, refusal) {
        (None, None) => "read-goes-on",
        (None, Some(_)) => "read-waits",
        (Some(_), None) => "read-done",
        (Some(_), Some(_)) => "read-given-up",
    };
    let mut sentences = vec![count(state)];
    sentences.extend(refusal.map(|refusal| cause(viewer, refusal)));
    let denied = denied.iter().map(|part| texts.say(&format!("read-denied-{}", part.as_str())).to_string());
    sentences.extend(denied.filter(|_| system == ShopSystem::Shopify));
    sentences.extend(is_cut.then(|| texts.say("read-cut").count("products", READ_PRODUCTS_MAX).to_string()));
    sentences.extend(asks_itself.then(|| texts.say("read-asks-itself").to_string()));
    sentences
}

fn cause(viewer: &Viewer, refusal: ShopRefusal) -> String {
    let cause = viewer.word("read-cause", refusal.as_str());
    viewer.texts.say("read-cause").words("cause", &cause).to_string()
}

/// Whether a key is kept, what the last look with it brought, and what may be missing without one.
pub(super) fn look_sentences(viewer: &Viewer, found: &Integration) -> Vec<String> {
    let (texts, usual) = (viewer.texts, &found.usual);
    let look = found.record.look.as_ref();
    let mut sentences = Vec::new();
    match look.filter(|look| look.is_refused() && !found.keeps_key) {
        _ if found.keeps_key => sentences.push(texts.say("key-kept").to_string()),
        Some(_) => sentences.push(texts.say("key-refused").to_string()),
        None => sentences.push(texts.say("key-none").to_string()),
    }
    let since = usual.quiet_since(viewer.now).or_else(|| usual.silence(viewer.now));
    sentences.extend(since.filter(|_| !found.keeps_key).map(|since| {
        let at = viewer.day_and_time(since);
        texts.say("today-missing").words("at", &at).to_string()
    }));
    let Some(look) = look else { return sentences };
    sentences.extend(
        look.last_at
            .map(|at| texts.say("key-last").words("ago", &viewer.ago(at)).count("orders", look.orders).to_string()),
    );
    sentences.extend(
        look.revived_at
            .map(|at| texts.say("key-revived").words("ago", &viewer.ago(at)).count("count", look.revived).to_string()),
    );
    if let Some(refusal) = look.refusal.filter(|_| found.keeps_key || look.is_refused()) {
        sentences.extend(found.keeps_key.then(|| texts.say("key-waits").to_string()));
        sentences.push(cause(viewer, refusal));
    }
    sentences
}
