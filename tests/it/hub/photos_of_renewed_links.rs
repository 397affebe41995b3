//! A renewed link gets the photos and the text of unsent reviews, with its own copy of each file.

use crate::failures::death_at_each_await::{self, Life};
use crate::hub::photos::{Upload, addresses, event_about, jpeg, originals, takes, view, wants};
use crate::support::*;

/// The delay after which a photo's file is copied.
const COPIED: SignedDuration = SignedDuration::from_secs(5);
/// The delay after which a failed message is delivered again.
const AGAIN: SignedDuration = SignedDuration::from_mins(6);

async fn add(shop: &Shop, hub: &str, item: usize, width: u32) {
    let wanted = wants(shop, hub, &item.to_string()).await.is(200);
    assert_eq!(Upload::of(&wanted.json()).send(shop, &jpeg(width, 40)).status(), 204);
    shop.settle().await;
}

async fn remove(shop: &Shop, hub: &str, item: &str, slot: &str) {
    shop.sends("photo/remove", hub, &[("item", item), ("photo", slot)]).await.is(303);
}

async fn renewed(shop: &Shop, hub: &str) -> String {
    shop.jump(DAY * 90);
    shop.browse(hub).await.is(410);
    shop.renews(hub).await.is(200);
    link_in(shop.inbox().last().unwrap())
}

/// The widths of the photos on a page, each loaded as a browser does.
async fn widths(shop: &Shop, hub: &str) -> Vec<u32> {
    let load = |url: String| image::load_from_memory(view(shop, &url).body()).unwrap().width();
    addresses(shop, hub).await.into_iter().map(load).collect()
}

/// The files of photos, and whether the bucket will delete each of them.
fn files(shop: &Shop) -> Vec<(String, bool)> {
    let aws = shop.aws();
    let photos = originals(aws).into_iter().filter(|key| key.starts_with("photos/"));
    photos.map(|key| (key.clone(), aws.tags(&key).is_some())).collect()
}

/// Removes an expired request, as DynamoDB does by the rows' time to live and the bucket by the files' tag. Returns the
/// number of files.
async fn clear(shop: &Shop, id: u64) -> usize {
    let env = shop.world.env();
    let (client, bucket) = (aws_sdk_dynamodb::Client::new(&env.sdk), env.bucket().unwrap());
    let key = |value: &str| aws_sdk_dynamodb::types::AttributeValue::S(value.to_owned());
    for row in table(&shop.world).await {
        let (pk, sk) = (row["PK"]["S"].text(), row["SK"]["S"].text());
        if sk.starts_with(&format!("REV#{id:016}#")) && row["ttl"]["N"].is_string() {
            let delete = client.delete_item().table_name(local::TABLE).key("PK", key(pk)).key("SK", key(sk));
            delete.send().await.unwrap();
        }
    }
    let mut photos = files(shop);
    photos.retain(|(key, ends)| *ends && key.contains(&format!("/{id}/")));
    for (file, _) in &photos {
        bucket.delete(file, shop.now()).await.unwrap();
    }
    photos.len()
}

#[tokio::test]
async fn photos_added_before_the_link_expired_are_sent_with_the_review() {
    let (shop, old, hub) = Shop::asking(json!({"skip_email": true, "product_ids": ["shopify-1", TRAY, MUG]})).await;
    shop.review(&hub, 0).await;
    for (item, width) in [(1, 40), (2, 60), (2, 80), (2, 100)] {
        add(&shop, &hub, item, width).await;
    }
    remove(&shop, &hub, "2", "1").await;
    assert_eq!(widths(&shop, &hub).await, [40, 60, 100]);

    let link = renewed(&shop, &hub).await;
    assert!(shop.browse(&link).await.body.contains("A photo is being uploaded or checked."));
    shop.advance(COPIED).await;
    assert_eq!(widths(&shop, &link).await, [40, 60, 100]);
    assert_eq!(shop.aws().queue(Work::Photos).unwrap().bodies(), [""; 0]);

    // The photos of this link do not depend on the expired link's, nor on what is removed here.
    assert_eq!(clear(&shop, old).await, 3);
    assert_eq!(widths(&shop, &link).await, [40, 60, 100]);
    remove(&shop, &link, "1", "0").await;
    assert_eq!(widths(&shop, &link).await, [40, 100]);
    shop.review(&link, 1).await;
    let published = shop.reads(format!("/p/fern/{MUG}.json")).await.json();
    let photos = published["reviews"][0]["photos"].list();
    let [photo] = &photos[..] else { panic!("one photo: {published}") };
    assert_eq!(photo["width"], 100);
    shop.reads(path_of(photo["thumb"]["url"].text())).await.is(200);
    let ends: Vec<_> = files(&shop).into_iter().map(|(_, ends)| ends).collect();
    assert_eq!(ends.iter().filter(|ends| **ends).count(), 1, "that of the review that was sent stays for good");
    assert_eq!(ends.len(), 2);
}

#[tokio::test]
async fn photos_follow_each_renewal_of_a_link_and_a_failing_s3_delays_them_and_not_the_link() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    add(&shop, &hub, 0, 40).await;
    let second = renewed(&shop, &hub).await;
    shop.advance(COPIED).await;
    add(&shop, &second, 0, 60).await;
    shop.aws().hurry(1_000);
    shop.fails(Service::S3, Fault::ServerError);
    let third = renewed(&shop, &second).await;
    shop.advance(COPIED).await;
    assert_eq!(addresses(&shop, &third).await, [""; 0]);
    shop.heals();
    shop.advance(AGAIN).await;
    assert_eq!(widths(&shop, &third).await, [40, 60]);
    let all = files(&shop);
    assert_eq!(all.len(), 5, "no two requests share a file: {all:?}");
    assert!(all.iter().all(|(_, ends)| *ends), "the bucket deletes what is never sent");
    // A photo whose file is gone leaves its place to another, and is not tried again.
    for (file, _) in &all {
        shop.world.env().bucket().unwrap().delete(file, shop.now()).await.unwrap();
    }
    let fourth = renewed(&shop, &third).await;
    shop.advance(COPIED).await;
    shop.browse(&fourth).await.shows(["data-left=\"5\""]).lacks(["X-Amz-Signature"]);
    assert_eq!((shop.aws().queue(Work::Photos).unwrap().bodies(), files(&shop)), (vec![], vec![]));
}

#[tokio::test]
async fn an_erasure_removes_the_photos_of_every_link_copied_or_not() {
    for copied in [true, false] {
        let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
        add(&shop, &hub, 0, 40).await;
        let link = renewed(&shop, &hub).await;
        if copied {
            shop.advance(COPIED).await;
            assert_eq!(files(&shop).len(), 2);
        } else {
            assert_eq!(shop.aws().queue(Work::Photos).unwrap().waiting().len(), 1);
        }
        let erase = shop.post("/api/v1/privacy/erase", json!({"email": "jane@example.com"})).await.is(202);
        shop.advance(AGAIN * 2).await;
        let receipt = erase.json()["receipt"].owned();
        let done = shop.get(format!("/api/v1/privacy/{receipt}")).await.json();
        assert_eq!((&done["status"], &done["counts"]["photos"]), (&json!("done"), &json!(2)), "{done}");
        let is_photo = |row: &Value| row["SK"]["S"].text().contains("#photo#");
        assert!(!table(&shop.world).await.iter().any(is_photo), "{copied}");
        assert!(files(&shop).is_empty(), "{copied}");
        assert_eq!(shop.aws().queue(Work::Photos).unwrap().bodies(), [""; 0], "{copied}");
        shop.browse(&link).await.is(404);
    }
}

/// A customer with a photo on a page whose link has expired, in a world in which functions can die.
struct Renewal {
    shop: Shop,
    hub: String,
}

impl Renewal {
    async fn new() -> Self {
        let shop = death_at_each_await::shop().await;
        let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": [MUG]})).await;
        let upload = Upload::of(&wants(&shop, &hub, "0").await.json());
        // A simulated world has a region of its own, for which no browser signs.
        shop.world.env().bucket().unwrap().put_jpeg(upload.key(), jpeg(8, 8).into(), 180, shop.now()).await.unwrap();
        assert!(takes(take_photo::start(shop.world.env()).unwrap(), event_about(upload.key())).await);
        shop.settle().await;
        shop.jump(DAY * 90);
        Self { shop, hub }
    }
}

impl Life for Renewal {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        let form = [("token", token_of(&self.hub))];
        death_at_each_await::until(200, || self.shop.call("POST", "/review/hub/renew").without_key().form(&form)).await;
        self.shop.advance(HOUR * 3).await;
    }

    /// One new link was sent, and its page shows the photo.
    async fn check(&self, name: &str) {
        let inbox = self.shop.inbox();
        let [mail] = &inbox[..] else { panic!("{name}: one email") };
        assert_eq!(addresses(&self.shop, &link_in(mail)).await.len(), 1, "{name}");
        assert_eq!(files(&self.shop).len(), 2, "{name}: the expired link's, and this one's");
        assert_eq!(self.shop.aws().queue(Work::Photos).unwrap().bodies(), [""; 0], "{name}");
    }
}

#[tokio::test]
async fn a_crash_loses_no_photo_and_leaves_none() {
    let ran =
        death_at_each_await::survives(Renewal::new, |function| ["hub", "take-photo"].contains(&function), 10).await;
    assert!(ran.contains("take-photo"), "{ran:?}");
}
