//! Photos whose URLs a file names: they are fetched and treated like uploaded photos.

mod erasure;
pub mod host;
mod imports;

use self::host::Host;
use crate::hub::photos::{originals, view};
use crate::importing::{errors, file, import};
use crate::support::*;

/// The delay after which a photo is fetched.
pub const FETCHED: SignedDuration = SignedDuration::from_secs(5);

/// Imports a review with photos at these URLs, which are not fetched yet, and returns its path.
pub async fn ordered(shop: &Shop, urls: &[String]) -> String {
    let row = format!("r-1,{MUG},4,,One.,Jane,,{},,2025-03-02", urls.join(" "));
    let done = import(shop, "format=afterword", &file(&[&row])).await;
    assert_eq!((&done["imported"], errors(&done)), (&json!(1), vec![]));
    format!("/api/v1/reviews/{}", shop.newest_review().await["id"])
}

async fn widths(shop: &Shop, path: &str) -> Vec<u64> {
    let review = shop.get(path).await.is(200).json();
    review["photos"].list().iter().map(|photo| photo["width"].number()).collect()
}

#[tokio::test]
async fn photos_by_url_become_what_uploaded_photos_become() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let path = ordered(&shop, &[host.photo(40), host.photo(60)]).await;
    assert_eq!(widths(&shop, &path).await, [0; 0], "they are not fetched yet");
    shop.advance(FETCHED).await;
    assert_eq!(widths(&shop, &path).await, [40, 60], "in the order of the file");
    let review = shop.get(&path).await.json();
    assert_eq!(review["revision"], 1, "nobody has to read it again to change it");
    let mut asked = host.asked();
    asked.sort();
    assert_eq!(asked, ["/40.jpg", "/60.jpg"]);
    for photo in review["photos"].list() {
        let url = photo["url"].text();
        let seen = view(&shop, url);
        assert_eq!((seen.status().as_u16(), &seen.headers()["content-type"].as_bytes()), (200, &&b"image/jpeg"[..]));
        for part in [&b"Exif"[..], b"canary"] {
            assert!(!seen.body().windows(part.len()).any(|found| found == part), "nothing but the picture");
        }
    }
    let objects = originals(shop.aws());
    let stays = |key: &String| key.starts_with("photos/fern.live/review/") && shop.aws().tags(key).is_none();
    assert!(objects.len() == 2 && objects.iter().all(stays), "the orders are gone: {objects:?}");
    shop.jump(MINUTE);
    let page = shop.reads(format!("/p/fern/{MUG}.json")).await.json();
    let small = &page["reviews"][0]["photos"][1]["thumb"];
    let copy = shop.reads(path_of(small["url"].text())).await.is(200).bytes;
    assert_eq!(u64::from(image::load_from_memory(&copy).unwrap().width()), small["width"].number());
    let stored = serde_json::to_string(&table(&shop.world).await).unwrap();
    assert!(!stored.contains(&host.url), "an address may be personal");
}

#[tokio::test]
async fn a_photo_that_cannot_be_fetched_leaves_the_review_without_it() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    shop.aws().hurry(50);
    let bad = ["/text", "/large", "/redirect", "/busy", "/gone", "/hangs"].map(|path| host.at(path));
    let nobody = "http://127.0.0.1:1/40.jpg".to_owned();
    let path = ordered(&shop, &[&bad[..], &[nobody, host.photo(40), host.at("/busy-once.jpg")]].concat()).await;
    shop.advance(FETCHED).await;
    assert_eq!(widths(&shop, &path).await, [40, 40], "those that can be");
    let asked = |path: &str| host.asked().iter().filter(|asked| *asked == path).count();
    assert_eq!((asked("/redirect"), asked("/40.jpg")), (1, 1), "no redirect is followed");
    assert_eq!(["/busy", "/busy-once.jpg", "/hangs", "/gone"].map(asked), [2, 2, 2, 1]);
    assert_eq!(originals(shop.aws()).len(), 2);
    shop.advance(MINUTE * 10).await;
    assert_eq!(host.asked().len(), 11, "nobody asks again");
}

#[tokio::test]
async fn simultaneous_decisions_lose_no_photo() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let path = ordered(&shop, &[host.photo(40), host.photo(50), host.photo(60)]).await;
    let decide = async {
        for number in 0..10 {
            shop.put(format!("{path}/reply"), json!({"text": format!("Thanks {number}.")})).await.is(200);
        }
    };
    tokio::join!(shop.advance(FETCHED), decide);
    shop.advance(FETCHED).await;
    assert_eq!(widths(&shop, &path).await, [40, 50, 60]);
    assert_eq!(shop.get(&path).await.json()["revision"], 11);
}
