//! Photos of published reviews: addresses that stay, small copies, and when they are no longer answered.

use image::ImageFormat;

use crate::hub::photos::{upload, view};
use crate::support::*;

const SMALL_BYTES_MAX: usize = 20 * 1_024;

/// A picture that no encoder can compress well.
fn noise(width: u32, height: u32) -> Vec<u8> {
    let random = seeded_random(7);
    let picture = image::RgbImage::from_fn(width, height, |_, _| image::Rgb(random.bytes()));
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Jpeg).unwrap();
    file.into_inner()
}

/// A published review with this photo: its link, and the photo in public.
pub async fn reviewed(shop: &Shop, file: &[u8]) -> (String, Value) {
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    upload(shop, &hub, file).await;
    shop.settle().await;
    shop.review(&hub, 0).await;
    shop.jump(MINUTE);
    (hub, shown(shop).await)
}

async fn shown(shop: &Shop) -> Value {
    shop.reads(format!("/p/fern/{MUG}.json")).await.json()["reviews"][0]["photos"][0].clone()
}

/// The answers to the addresses of the small copy and of the photo.
async fn both(shop: &Shop, photo: &Value) -> [Reply; 2] {
    let path = |url: &Value| path_of(url.text());
    [shop.reads(path(&photo["thumb"]["url"])).await, shop.reads(path(&photo["url"])).await]
}

#[tokio::test]
async fn a_photo_has_an_address_that_stays_and_a_small_copy_of_at_most_20_kb() {
    let shop = Shop::new().await;
    let (_, photo) = reviewed(&shop, &noise(2_000, 1_500)).await;
    let size = |photo: &Value| (photo["width"].number(), photo["height"].number());
    assert_eq!((size(&photo), size(&photo["thumb"])), ((1_600, 1_200), (320, 240)));
    shop.jump(DAY);
    assert_eq!(shown(&shop).await, photo);
    let [small, full] = both(&shop, &photo).await;
    assert_eq!((small.status.as_u16(), small.header("content-type")), (200, "image/jpeg"));
    assert_eq!(small.header("cache-control"), "public, max-age=31536000, s-maxage=86400, immutable");
    for (name, value) in [
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("timing-allow-origin", "*"),
    ] {
        assert_eq!(small.header(name), value);
    }
    assert!(small.bytes.len() <= SMALL_BYTES_MAX, "{}", small.bytes.len());
    let picture = image::load_from_memory(&small.bytes).unwrap();
    assert_eq!((picture.width(), picture.height()), (320, 240));
    assert_eq!((full.status.as_u16(), full.header("cache-control")), (302, "public, max-age=60"));
    let picture = image::load_from_memory(view(&shop, full.header("location")).body()).unwrap();
    assert_eq!((picture.width(), picture.height()), (1_600, 1_200));
    // As long as caches keep the redirect, its target works, and not much longer, because the review may be withheld.
    for (seconds, status) in [(61, 200), (60, 403)] {
        shop.jump(SignedDuration::from_secs(seconds));
        assert_eq!(view(&shop, full.header("location")).status(), status);
    }
    let ld = shop.reads(format!("/p/fern/{MUG}.jsonld")).await.json();
    assert_eq!(ld["review"][0]["image"], json!([photo["url"]]));
    let html = shop.reads(format!("/p/fern/{MUG}.html")).await.body;
    let [small, full] = [&photo["thumb"]["url"], &photo["url"]].map(|url| url.text());
    html.shows([&format!("<a href=\"{full}\"><img class=\"afterword-photo\" src=\"{small}\"")]);
    for wrong in [full.replace(".jpg", "-160.jpg"), full.replace(".jpg", ".png"), full.replace("/fern/", "/moss/")] {
        shop.reads(path_of(&wrong)).await.is_error(404, "not_found");
    }
}
