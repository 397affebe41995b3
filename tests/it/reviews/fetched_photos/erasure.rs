//! After an erasure nothing is left of the person's photos, whether or not they were fetched.

use super::FETCHED;
use super::host::Host;
use crate::hub::photos::{event_of, held, takes, view};
use crate::importing::{import, numbers};
use crate::support::*;

const EMAIL: &str = "jane@example.com";

/// Two reviews from a file that names their author's address, each with a photo.
async fn live(shop: &Shop, host: &Host) {
    let head = "title,body,rating,review_date,reviewer_name,reviewer_email,product_id,picture_urls\n";
    let row = |day: u32, width: u32| format!(",Two.,5,2025-03-0{day},Jane,{EMAIL},7,{}\n", host.photo(width));
    let csv = [head.to_owned(), row(2, 60), row(3, 40)].concat();
    assert_eq!(numbers(&import(shop, "format=judgeme&platform=shopify", &csv).await), (2, 2, 0));
}

async fn asked(shop: &Shop, what: &str, fields: Value) -> Value {
    let body = with(json!({"email": EMAIL}), fields);
    let reply = shop.post(format!("/api/v1/privacy/{what}"), body).await.is(202);
    shop.advance(MINUTE * 2).await;
    let receipt = reply.json()["receipt"].owned();
    shop.get(format!("/api/v1/privacy/{receipt}")).await.json()
}

fn files(shop: &Shop) -> Vec<String> {
    let files = shop.aws().objects().into_iter();
    files.filter(|key| !key.starts_with("erasures/") && !key.starts_with("exports/")).collect()
}

#[tokio::test]
async fn an_export_has_the_photos_of_imported_reviews_as_links() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    live(&shop, &host).await;
    shop.advance(FETCHED).await;
    let done = asked(&shop, "export", json!({})).await;
    assert_eq!((&done["counts"]["reviews"], &done["counts"]["photos"]), (&json!(2), &json!(2)));
    let file = view(&shop, done["download_url"].text()).into_body();
    let document: Value = serde_json::from_slice(&file).unwrap();
    let mut widths = Vec::new();
    for photo in document["photos"].list() {
        assert_eq!(view(&shop, photo["url"].text()).status(), 200);
        assert!(photo["review_id"].is_u64() && photo["request_id"].is_null(), "{photo}");
        widths.push(photo["width"].number());
    }
    widths.sort_unstable();
    assert_eq!(widths, [40, 60]);
}

#[tokio::test]
async fn an_erasure_leaves_no_photo_and_no_order() {
    for choice in ["delete", "anonymise"] {
        for fetched in [true, false] {
            let (shop, host) = (Shop::new().await, Host::new().await);
            live(&shop, &host).await;
            if fetched {
                shop.advance(FETCHED).await;
            } else {
                assert_eq!(shop.aws().queue(Work::Photos).unwrap().waiting().len(), 2, "orders are under way");
            }
            let done = asked(&shop, "erase", json!({"reviews": choice})).await;
            assert_eq!((&done["status"], &done["counts"]["photos"]), (&json!("done"), &json!(2)), "{choice} {fetched}");
            assert_eq!(files(&shop), [""; 0], "{choice} {fetched}");
            let left = shop.get("/api/v1/reviews").await.json();
            let photos = left["reviews"].list().iter().map(|review| review["photos"].clone());
            let expected = if choice == "delete" { vec![] } else { vec![json!([]); 2] };
            assert_eq!(photos.collect::<Vec<_>>(), expected);
        }
    }
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
            assert_eq!(asked(&shop, "erase", json!({})).await["status"], "done", "{nth}");
        };
        // If it fails, the message is delivered again.
        let _ = held(shop.aws(), nth, |_| true, taken, erase).await;
        shop.advance(MINUTE * 10).await;
        assert_eq!(files(&shop), [""; 0], "{nth}");
    }
}
