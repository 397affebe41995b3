//! The files of photos that follow a renewed link. `tests/stories/hub/photos.story` tells what is on its page.

use crate::failures::death_at_each_await::{self, Life};
use crate::hub::photos::{Upload, addresses, event_about, jpeg, originals, takes, upload, wants};
use crate::support::*;

/// The delay after which a photo's file is copied.
const COPIED: SignedDuration = SignedDuration::from_secs(5);

async fn renewed(shop: &Shop, hub: &str) -> String {
    shop.jump(DAY * 90);
    shop.browse(hub).await.is(410);
    shop.renews(hub).await.is(200);
    link_in(shop.inbox().last().unwrap())
}

/// The files of photos, and whether the bucket will delete each of them.
fn files(shop: &Shop) -> Vec<(String, bool)> {
    let aws = shop.aws();
    let photos = originals(aws).into_iter().filter(|key| key.starts_with("photos/"));
    photos.map(|key| (key.clone(), aws.tags(&key).is_some())).collect()
}

#[tokio::test]
async fn a_copied_file_ends_unless_it_is_sent_and_a_photo_without_a_file_leaves_its_place() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    upload(&shop, &hub, &jpeg(40, 40)).await;
    shop.settle().await;
    let second = renewed(&shop, &hub).await;
    shop.advance(COPIED).await;
    let all = files(&shop);
    assert!(all.len() == 2 && all.iter().all(|(_, ends)| *ends), "the bucket deletes what is never sent: {all:?}");
    for (file, _) in &all {
        shop.world.env().bucket().unwrap().delete(file, shop.now()).await.unwrap();
    }
    let third = renewed(&shop, &second).await;
    shop.advance(COPIED).await;
    shop.browse(&third).await.shows(["data-left=\"5\""]).lacks(["X-Amz-Signature"]);
    assert_eq!((shop.aws().queue(Work::Photos).unwrap().bodies(), files(&shop)), (vec![], vec![]));
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
