//! An erasure while photos are fetched leaves nothing of them.

use super::FETCHED;
use super::host::Host;
use crate::hub::photos::{event_of, held, takes};
use crate::importing::{import, numbers};
use crate::privacy::{ERASE, done};
use crate::support::*;

const EMAIL: &str = "jane@example.com";

/// Two reviews from a file that names their author's address, each with a photo.
async fn live(shop: &Shop, host: &Host) {
    let head = "title,body,rating,review_date,reviewer_name,reviewer_email,product_id,picture_urls\n";
    let row = |day: u32, width: u32| format!(",Two.,5,2025-03-0{day},Jane,{EMAIL},7,{}\n", host.photo(width));
    let csv = [head.to_owned(), row(2, 60), row(3, 40)].concat();
    assert_eq!(numbers(&import(shop, "format=judgeme&platform=shopify", &csv).await), (2, 2, 0));
}

fn files(shop: &Shop) -> Vec<String> {
    let files = shop.aws().objects().into_iter();
    files.filter(|key| !key.starts_with("erasures/") && !key.starts_with("exports/")).collect()
}

#[tokio::test]
async fn an_erasure_while_a_photo_is_fetched_leaves_nothing() {
    // The erasure runs before each of the calls that make a photo, one after the other.
    for nth in 0..7 {
        let (shop, host) = (Shop::new().await, Host::new().await);
        live(&shop, &host).await;
        shop.jump(FETCHED);
        let order = shop.aws().queue(Work::Photos).unwrap().receive(1).unwrap().remove(0);
        let taken = takes(take_photo::start(&shop.world.env_of("take-photo")).unwrap(), event_of(order.body));
        let erase = async {
            done(&shop, ERASE, json!({"email": EMAIL})).await;
        };
        // If it fails, the message is delivered again.
        let _ = held(shop.aws(), nth, |_| true, taken, erase).await;
        shop.advance(MINUTE * 10).await;
        assert_eq!(files(&shop), [""; 0], "{nth}");
    }
}
