//! Photos whose URLs a program or a file names: they are fetched and treated like uploaded photos.

mod erasure;
pub mod host;
mod imports;

use self::host::Host;
use crate::hub::photos::view;
use crate::support::*;

const REVIEWS: &str = "/reviews/v1/reviews";
/// The delay after which a photo is fetched.
pub const FETCHED: SignedDuration = SignedDuration::from_secs(5);
const CONTACT: &str = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";

/// The field of a call for images at these URLs.
fn media(urls: &[String]) -> Value {
    urls.iter().map(|url| json!({"image": {"url": url}})).collect()
}

async fn create(shop: &Shop, contact: &str, media: Value) -> Reply {
    let review = json!({"namespace": "stores", "entityId": MUG, "content": {"rating": 4, "media": media},
        "author": {"contactId": contact}});
    shop.post(REVIEWS, json!({ "review": review })).await
}

/// Creates a review with images at these URLs, which are not fetched yet, and returns its path.
pub async fn ordered(shop: &Shop, urls: &[String]) -> String {
    let reply = create(shop, CONTACT, media(urls)).await.is(200);
    format!("{REVIEWS}/{}", reply.json()["review"]["id"].text())
}

async fn got(shop: &Shop, path: &str) -> Value {
    shop.get(path).await.is(200).json()["review"].clone()
}

fn widths(review: &Value) -> Vec<u64> {
    let media = review["content"]["media"].list().iter();
    media.map(|media| media["image"]["width"].number()).collect()
}

fn urls(review: &Value) -> Vec<String> {
    let media = review["content"]["media"].list().iter();
    media.map(|media| media["image"]["url"].owned()).collect()
}

async fn update(shop: &Shop, path: &str, revision: &str, media: Value) -> Reply {
    let review = json!({"revision": revision, "content": {"media": media}});
    shop.patch(path, json!({ "review": review })).await
}

#[tokio::test]
async fn images_by_url_become_what_uploaded_photos_become() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let path = ordered(&shop, &[host.photo(40), host.photo(60)]).await;
    assert_eq!(widths(&got(&shop, &path).await), [0; 0], "they are not fetched yet");
    let is_empty = json!({"filter": {"content.media": {"$isEmpty": true}}});
    let count = async || shop.post(format!("{REVIEWS}/count"), is_empty.clone()).await.json()["count"].clone();
    assert_eq!(count().await, 1);
    shop.advance(FETCHED).await;
    let review = got(&shop, &path).await;
    assert_eq!(widths(&review), [40, 60], "in the order of the call");
    assert_eq!(review["revision"], "1", "nobody has to read it again to change it");
    assert_eq!(count().await, 0);
    let mut asked = host.asked();
    asked.sort();
    assert_eq!(asked, ["/40.jpg", "/60.jpg"]);
    for url in urls(&review) {
        let seen = view(&shop, &url);
        assert_eq!((seen.status().as_u16(), &seen.headers()["content-type"].as_bytes()), (200, &&b"image/jpeg"[..]));
        for part in [&b"Exif"[..], b"canary"] {
            assert!(!seen.body().windows(part.len()).any(|found| found == part), "nothing but the picture");
        }
    }
    let aws = shop.aws();
    let objects = crate::hub::photos::originals(aws);
    assert_eq!(objects.len(), 2, "the orders are gone: {objects:?}");
    assert!(
        objects.iter().all(|key| key.starts_with("photos/fern.live/review/") && aws.tags(key).is_none()),
        "{objects:?}"
    );
    // Every API shows the photos, and none shows the given URLs.
    let native = shop.get("/api/v1/reviews").await.json();
    assert_eq!(native["reviews"][0]["photos"][1]["width"], 60, "{native}");
    let stored = serde_json::to_string(&table(&shop.world).await).unwrap();
    assert!(!stored.contains(&host.url), "an address may be personal");
}

#[tokio::test]
async fn ten_images_at_most_and_all_ten_arrive() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let all: Vec<_> = (0..10).map(|number| host.photo(30 + number)).collect();
    let path = ordered(&shop, &all).await;
    shop.advance(FETCHED).await;
    assert_eq!(widths(&got(&shop, &path).await), (30..40).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_photo_that_cannot_be_fetched_leaves_the_review_without_it() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let bad = ["/text", "/large", "/redirect", "/busy", "/gone"].map(|path| host.at(path));
    let nobody = "http://127.0.0.1:1/40.jpg".to_owned();
    let path = ordered(&shop, &[&bad[..], &[nobody, host.photo(40), host.at("/busy-once.jpg")]].concat()).await;
    shop.advance(FETCHED).await;
    assert_eq!(widths(&got(&shop, &path).await), [40, 40], "those that can be");
    let asked = |path: &str| host.asked().iter().filter(|asked| *asked == path).count();
    assert_eq!((asked("/redirect"), asked("/40.jpg")), (1, 1), "no redirect is followed");
    assert_eq!((asked("/busy"), asked("/busy-once.jpg"), asked("/gone")), (2, 2, 1));
    assert_eq!(crate::hub::photos::originals(shop.aws()).len(), 2);
    shop.advance(MINUTE * 10).await;
    assert_eq!(host.asked().len(), 9, "nobody asks again");
    // No photo is pending, so the next change is possible.
    update(&shop, &path, "1", json!([])).await.is(200);
    assert_eq!(shop.aws().objects(), [""; 0]);
}

#[tokio::test]
async fn a_host_that_hangs_is_left_after_two_tries() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let path = ordered(&shop, &[host.at("/hangs"), host.photo(40)]).await;
    shop.aws().hurry(50);
    shop.advance(FETCHED).await;
    assert_eq!(widths(&got(&shop, &path).await), [40]);
    assert_eq!(host.asked().iter().filter(|path| *path == "/hangs").count(), 2);
}

#[tokio::test]
async fn an_address_that_may_not_be_called_is_a_violation_and_nothing_is_created() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    for url in [
        "http://images.example/1.jpg",
        "https://127.0.0.1/1.jpg",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/1.jpg",
        "https://2130706433/1.jpg",
        "https://localhost/1.jpg",
        "https://user:secret@images.example/1.jpg",
        "ftp://images.example/1.jpg",
        "file:///etc/passwd",
        "wix:image://v1/1.jpg",
        "",
    ] {
        let reply = create(&shop, CONTACT, media(&[host.photo(40), url.to_owned()])).await;
        let found = crate::dialects::wix::violations(&reply);
        let field = "review.content.media[1].image.url".to_owned();
        assert_eq!(found, [(field, "FORMAT".to_owned())], "{url}: {}", reply.body);
    }
    let reply = create(&shop, CONTACT, media(&[format!("https://images.example/{}", "x".repeat(2_048))])).await;
    assert_eq!(crate::dialects::wix::violations(&reply).len(), 1, "{}", reply.body);
    shop.advance(FETCHED).await;
    assert_eq!((host.asked(), shop.aws().objects()), (Vec::<String>::new(), Vec::<String>::new()));
}

#[tokio::test]
async fn media_is_the_whole_list_and_what_stays_is_not_fetched_again() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let path = ordered(&shop, &[host.photo(40), host.photo(60)]).await;
    shop.advance(FETCHED).await;
    let before = got(&shop, &path).await;
    // Sending back what a client read changes nothing.
    let same = update(&shop, &path, "1", before["content"]["media"].clone()).await.json();
    assert_eq!(same["review"]["revision"], "1", "{same}");
    let [_, second] = &urls(&before)[..] else { panic!("{before}") };
    let changed = update(&shop, &path, "1", media(&[second.clone(), host.photo(80)])).await.json();
    assert_eq!((&changed["review"]["revision"], widths(&changed["review"])), (&json!("2"), vec![60]));
    shop.advance(FETCHED).await;
    assert_eq!(widths(&got(&shop, &path).await), [60, 80]);
    assert_eq!(host.asked().len(), 3, "{:?}", host.asked());
    assert_eq!(crate::hub::photos::originals(shop.aws()).len(), 2, "the first one's file is deleted");
    // Without `media` they stay; null clears them.
    let review = json!({"review": {"revision": "2", "content": {"rating": 2}}});
    let kept = shop.patch(path.as_str(), &review).await.json();
    assert_eq!(widths(&kept["review"]), [60, 80]);
    assert_eq!(widths(&update(&shop, &path, "3", Value::Null).await.json()["review"]), [0; 0]);
    let id = kept["review"]["id"].text();
    let history = shop.get(format!("/api/v1/reviews/{id}/history")).await.json();
    assert_eq!(history["history"].list().last().unwrap()["what"], "edited", "{history}");
    shop.advance(MINUTE * 5).await;
    assert_eq!(shop.aws().objects(), [""; 0]);
    update(&shop, &path, "3", json!([])).await.is(409);
}

#[tokio::test]
async fn bulk_create_takes_images_and_says_which_one_is_invalid() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let review = |contact: usize, url: String| {
        json!({"namespace": "stores", "entityId": MUG, "content": {"rating": 4, "media": media(&[url])},
            "author": {"contactId": format!("8d141741-5caf-455b-9775-{contact:012}")}})
    };
    let body = json!({"reviews": [review(1, host.photo(40)), review(2, "http://images.example".to_owned())]});
    let answer = shop.post("/reviews/v1/bulk/reviews/create", body).await.json();
    let failed = &answer["results"][1]["itemMetadata"];
    assert_eq!((&answer["results"][0]["itemMetadata"]["success"], &failed["success"]), (&json!(true), &json!(false)));
    shop.advance(FETCHED).await;
    let native = shop.get("/api/v1/reviews").await.json();
    assert_eq!((&native["total"], &native["reviews"][0]["photos"][0]["width"]), (&json!(1), &json!(40)), "{native}");
}

#[tokio::test]
async fn a_second_review_of_the_entity_is_refused_before_its_images_are_ordered() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    ordered(&shop, &[]).await;
    create(&shop, CONTACT, media(&[host.photo(40)])).await.is(409);
    assert_eq!(shop.aws().queue(Work::Photos).unwrap().bodies(), [""; 0]);
}

#[tokio::test]
async fn a_review_that_is_removed_first_leaves_no_photo() {
    for fetched in [false, true] {
        let (shop, host) = (Shop::new().await, Host::new().await);
        let path = ordered(&shop, &[host.photo(40)]).await;
        if fetched {
            shop.advance(FETCHED).await;
        }
        shop.delete(path.as_str()).await.is(200);
        shop.advance(FETCHED).await;
        assert_eq!((shop.aws().objects(), host.asked().len()), (Vec::new(), usize::from(fetched)));
    }
}

#[tokio::test]
async fn the_file_of_a_photo_that_a_change_leaves_out_is_deleted_later_if_s3_fails() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let path = ordered(&shop, &[host.photo(40)]).await;
    shop.advance(FETCHED).await;
    shop.aws().hurry(1_000);
    shop.fails("DeleteObject", Fault::ServerError);
    update(&shop, &path, "1", json!([])).await.is(200);
    assert_eq!(crate::hub::photos::originals(shop.aws()).len(), 1, "it is left");
    shop.heals();
    shop.advance(MINUTE * 2).await;
    assert_eq!(shop.aws().objects(), [""; 0]);
}

#[tokio::test]
async fn simultaneous_decisions_lose_no_photo() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let path = ordered(&shop, &[host.photo(40), host.photo(50), host.photo(60)]).await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    let decide = async {
        for number in 0..10 {
            shop.put(format!("/api/v1/reviews/{id}/reply"), json!({"text": format!("Thanks {number}.")})).await.is(200);
        }
    };
    tokio::join!(shop.advance(FETCHED), decide);
    shop.advance(FETCHED).await;
    let review = got(&shop, &path).await;
    assert_eq!((widths(&review), &review["revision"]), (vec![40, 50, 60], &json!("11")));
}
