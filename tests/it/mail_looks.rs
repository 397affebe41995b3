//! The email that asks for reviews, in a browser: in every language, on a phone and in a window, in light and in dark, and
//! what is left of a picture that is not loaded.

use std::time::Duration;

use domain::values::Language;
use left_out::{Tool, left_out};
use serde_json::{Value, json};

use crate::{
    chromium::Chromium,
    process::{Dev, Folder},
};

const BOARD: &str = "shopify-7125386199075";
const POT: &str = "shopify-7125386199076";
/// A small phone, a window, and a phone: what is measured last is measured there.
const WIDTHS: [u64; 3] = [320, 600, 390];
/// From the top of the email of one product to its first star on a phone, in pixels: what an email program shows above it
/// takes 170 of 844.
const FIRST_STAR_MAX: f64 = 260.0;
/// By how much the form of a star may stand off the text's edge, in pixels.
const INDENT_MAX: f64 = 4.0;

/// JavaScript that measures, in pixels: where the first star begins, by how much it stands off the heading's edge, whether
/// the stars are above the picture, by how much their middle is off the picture's, and how small the smallest is.
const MEASURE: &str = "const box = node => { const range = document.createRange(); range.selectNodeContents(node);\
    return range.getBoundingClientRect() };\
    const stars = [...document.querySelectorAll('.stars a')].map(box), [first] = stars, last = stars.at(-1);\
    const heading = document.querySelector('.head div').getBoundingClientRect();\
    const picture = document.querySelector('img.picture').getBoundingClientRect();\
    const isLeft = document.documentElement.dir === 'ltr';\
    return {top: document.querySelector('.stars a').getBoundingClientRect().top,\
    indent: isLeft ? first.left - heading.left : heading.right - first.right,\
    above: picture.top - first.bottom,\
    off: Math.abs(first.left + last.right - picture.left - picture.right) / 2,\
    finger: Math.min(...[...document.querySelectorAll('.stars a')].flatMap(star =>\
    [star.offsetWidth, star.offsetHeight]))}";

/// Opens the newest email of a request for these products.
async fn open(dev: &Dev, chromium: &Chromium, fields: Value) {
    let mut body = json!({"email": "jane@example.com", "customer_name": "Jane Doe", "delay_days": 0});
    body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let created = dev.caller.create(body).await;
    dev.caller.advance(0).await;
    let mail = dev.caller.inbox().await.pop().unwrap();
    assert_eq!(mail["request_id"], created["request_id"]);
    chromium.go(&format!("{}/local/inbox/{}/html", dev.caller.base_url, mail["id"].as_str().unwrap())).await;
}

#[tokio::test]
async fn the_stars_of_one_product_are_in_view_in_every_language() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("mail-looks");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    for language in Language::ALL {
        let tag = language.as_str();
        open(&dev, &chromium, json!({"product_ids": [BOARD], "order_id": tag, "language": tag})).await;
        for scheme in ["light", "dark"] {
            chromium.prefers(scheme).await;
            for width in WIDTHS {
                chromium.look_at(&[width], &format!("mail-{tag}-{scheme}-{width}")).await;
                let measured = chromium.run(MEASURE).await;
                let pixels = |name: &str| measured[name].as_f64().unwrap();
                assert!(pixels("above") > 0.0 && pixels("finger") >= 44.0, "{tag}, {width} px: {measured}");
                match width {
                    600 => assert!(pixels("off") < INDENT_MAX, "{tag}: in the middle, as the picture {measured}"),
                    _ => assert!(pixels("indent").abs() < INDENT_MAX, "{tag}, {width} px: {measured}"),
                }
                assert!(width != 390 || pixels("top") <= FIRST_STAR_MAX, "{tag}: {measured}");
            }
        }
    }
    chromium.close().await;
}

#[tokio::test]
async fn a_picture_that_is_not_loaded_leaves_nothing_empty() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("mail-blocked");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    let long = json!({"title": "Handgefertigtes Servierbrett aus Nussbaum, geölt, mit Griff", "image_url": "https://img.example/a.png"});
    assert_eq!(dev.caller.call("PUT", "/api/v1/products/shopify-8", Some(long)).await.0, 200);
    for (name, products, said) in [
        ("one", json!([BOARD]), vec!["Walnut Serving Board"]),
        ("several", json!([BOARD, POT]), vec![]),
        ("long", json!(["shopify-8"]), vec![]),
    ] {
        open(&dev, &chromium, json!({"product_ids": products, "order_id": name})).await;
        // As where an email program blocks them. The page runs no handlers: it is looked at until they have failed.
        let block = "for (const picture of document.images) picture.src = 'data:,'; return null";
        chromium.run(block).await;
        let failed = "return [...document.images].every(picture => picture.complete && !picture.naturalWidth)";
        for _ in 0..100 {
            if chromium.run(failed).await == true {
                break;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        assert_eq!(chromium.run(failed).await, true, "{name}");
        let blocked =
            chromium.run("return [...document.images].map(({alt, offsetHeight}) => [alt, offsetHeight])").await;
        let blocked: Vec<_> = blocked.as_array().unwrap().iter().filter(|picture| picture[1] != 0).collect();
        assert_eq!(blocked.iter().map(|picture| picture[0].as_str().unwrap()).collect::<Vec<_>>(), said, "{name}");
        assert!(blocked.iter().all(|picture| picture[1].as_u64().unwrap() < 60), "{name}: {blocked:?}");
        // Nobody answers for the last one's picture, and the console says so.
        for width in WIDTHS.into_iter().filter(|_| name != "long") {
            chromium.look_at(&[width], &format!("mail-blocked-{name}-{width}")).await;
        }
    }
    chromium.close().await;
}
