//! A review's card once it is sent, in a browser: edited and left as it was, with more photos, seen in the shop, and
//! taken back.

use std::fs;

use left_out::{Tool, left_out};
use serde_json::{Value, json};

use crate::{
    browser::{BOARD, mailed_link},
    chromium::Chromium,
    photos::jpeg,
    process::{Dev, Folder},
};

const MODES: [&str; 2] = ["with-javascript", "without-javascript"];
const TEXT: &str = "Lovely board, heavier than I thought.";

/// A customer who sent a review of the first of two products, with the page that thanks.
async fn sent(name: &str, mode: &str) -> (Folder, Dev, Chromium) {
    let folder = Folder::new(&format!("{name}-{mode}"));
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, mode).await);
    chromium.go(&mailed_link(&dev, "A", 0).await).await;
    chromium.rate(0, 4).await;
    chromium.write("#text-0", TEXT).await;
    chromium.send(0).await;
    chromium.sees("Thank you, Jane.").await;
    (folder, dev, chromium)
}

async fn newest(dev: &Dev) -> Value {
    dev.caller.get("/api/v1/reviews?origin=hub").await["reviews"][0].clone()
}

#[tokio::test]
async fn what_is_cancelled_changed_nothing() {
    if left_out(Tool::Browser) {
        return;
    }
    for mode in MODES {
        let (_folder, dev, chromium) = sent("cancelled", mode).await;
        let before = newest(&dev).await;
        for is_saved in [false, true] {
            chromium.click("#item-0 .edit").await;
            chromium.sees("Take my review back").await;
            chromium.rate(0, 1).await;
            chromium.write("#text-0", "Never mind.").await;
            if is_saved && mode == "with-javascript" {
                chromium.sees("Draft saved").await;
            }
            chromium.click("#item-0 [value=cancel]").await;
            chromium.sees(TEXT).await;
            chromium.misses("changes not sent yet").await;
        }
        chromium.click("#item-0 .edit").await;
        chromium.sees("Take my review back").await;
        assert_eq!(chromium.value("#text-0").await, TEXT);
        assert_eq!(chromium.value("#item-0 [name=rating]:checked").await, "4");
        assert_eq!(newest(&dev).await, before);
        chromium.close().await;
    }
}

#[tokio::test]
async fn photos_are_added_on_the_card() {
    if left_out(Tool::Browser) {
        return;
    }
    let (folder, dev, chromium) = sent("photos-later", "with-javascript").await;
    let photo = folder.path().join("tray.jpg");
    fs::write(&photo, jpeg(300, 200)).unwrap();
    chromium.click("#item-0 [data-add-photo]").await;
    chromium.choose("#item-0 [type=file]", &photo.display().to_string()).await;
    chromium.has("#item-0 .shots img[src^=http]", 1).await;
    assert_eq!(chromium.count("#item-0 .off").await, 0, "a finger that slips removes nothing");
    assert_eq!(newest(&dev).await["photos"].as_array().unwrap().len(), 1);
    for scheme in ["light", "dark"] {
        chromium.prefers(scheme).await;
        chromium.look(&format!("sent-with-photo-{scheme}")).await;
        assert_eq!(chromium.barriers().await, json!([]));
    }
    chromium.close().await;
}

#[tokio::test]
async fn the_card_leads_to_the_product_in_the_shop() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, dev, chromium) = sent("in-the-shop", "with-javascript").await;
    assert_eq!(chromium.count("#item-0 .row a:not(.edit)").await, 0, "the shop gave no address");
    let product = json!({"title": BOARD.1, "url": "https://fern.example/board"});
    let (status, body) = dev.caller.call("PUT", &format!("/api/v1/products/{}", BOARD.0), Some(product)).await;
    assert_eq!(status, 200, "{body}");
    chromium.reload().await;
    chromium.sees("See it in the shop").await;
    assert_eq!(chromium.count("#item-0 .row a[href=\"https://fern.example/board\"]").await, 1);
    chromium.close().await;
}

#[tokio::test]
async fn taking_back_names_the_review_and_says_that_it_is_gone() {
    if left_out(Tool::Browser) {
        return;
    }
    for mode in MODES {
        let (_folder, dev, chromium) = sent("taken-back", mode).await;
        let ask = async || {
            chromium.click("#item-0 .edit").await;
            chromium.sees("Take my review back").await;
            chromium.click("[formaction='/review/hub/withdraw']").await;
            chromium.sees("Take your review back?").await;
        };
        ask().await;
        chromium.sees(BOARD.1).await;
        chromium.sees(TEXT).await;
        if mode == "with-javascript" {
            for scheme in ["light", "dark"] {
                chromium.prefers(scheme).await;
                chromium.look(&format!("take-back-{scheme}")).await;
                assert_eq!(chromium.barriers().await, json!([]));
            }
        }
        chromium.click(".button").await;
        chromium.sees("Save changes").await;
        chromium.click("#item-0 [value=cancel]").await;
        chromium.sees("Edit").await;
        ask().await;
        chromium.click(".danger").await;
        chromium.sees(&format!("Your review of {} is deleted.", BOARD.1)).await;
        chromium.look("taken-back").await;
        assert_eq!(chromium.count("#item-0[open]").await, 1, "another can be written");
        assert_eq!(newest(&dev).await, Value::Null);
        // The address is anyone's to edit, and a new review ends what it says.
        chromium.rate(0, 3).await;
        chromium.write("#text-0", "Second thoughts.").await;
        chromium.send(0).await;
        chromium.sees("Thank you, Jane.").await;
        chromium.misses("is deleted").await;
        chromium.close().await;
    }
}
