//! The way from the email to a stored review on a phone of 390 × 844, measured in a browser: how many taps it takes, and
//! what is on the first screen.

use domain::values::Language;
use left_out::{Tool, left_out};
use serde_json::json;

use crate::{
    browser::{POT, mailed_link},
    chromium::Chromium,
    process::{Dev, Folder},
};

/// The lowest that the button which sends may end, opened by the link of an email's star, or by its button.
const SEND_MAX: [(&str, f64); 2] = [("&item=0&rating=4#item-0", 560.0), ("", 690.0)];
/// JavaScript that returns the lower edge of the button that sends, in pixels from the screen's top.
const SEND_EDGE: &str = "return document.querySelector('.wide').getBoundingClientRect().bottom";

/// JavaScript that returns the words of titles that are broken over more than one line.
const BROKEN_TITLES: &str = "\
    const broken = [];\
    for (const title of document.querySelectorAll('h1, h2')) {\
        const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);\
        while (walker.nextNode()) for (const word of walker.currentNode.data.matchAll(/\\S+/g)) {\
            const range = document.createRange();\
            range.setStart(walker.currentNode, word.index);\
            range.setEnd(walker.currentNode, word.index + word[0].length);\
            if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(word[0]);\
        }\
    }\
    return broken";

/// The link of a star of an email's product, by its place in the request.
fn star_link(html: &str, item: usize, stars: u8) -> String {
    let wanted = format!("item={item}&rating={stars}#item-{item}");
    let links = html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().replace("&#38;", "&"));
    links.into_iter().find(|link| link.ends_with(&wanted)).unwrap_or_else(|| panic!("no link ends with {wanted}"))
}

#[tokio::test]
async fn three_taps_and_the_words_lead_from_the_email_to_a_stored_review() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("first-screen");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    let fields = json!({
        "email": "jane@example.com", "customer_name": "Jane Doe", "product_ids": ["shopify-7125386199075"],
        "order_id": "A", "delay_days": 0,
    });
    dev.caller.create(fields).await;
    dev.caller.advance(0).await;
    let html = dev.caller.inbox().await[0]["html"].as_str().unwrap().to_owned();

    // The first tap: a star of the email.
    chromium.go(&star_link(&html, 0, 4)).await;
    assert_eq!(chromium.value("#item-0 [name=rating]:checked").await, "4");
    chromium.look("first-screen").await;
    // No keyboard opens by itself and hides it.
    assert_ne!(chromium.focus().await, "textarea#text-0");

    // The second opens the keyboard, the third sends.
    chromium.write("#text-0", "Lovely board, heavier than I thought.").await;
    chromium.send(0).await;
    chromium.sees("Thank you, Jane.").await;
    chromium.sees("Lovely board, heavier than I thought.").await;
    let reviews = dev.caller.get("/api/v1/reviews?origin=hub").await;
    assert_eq!(reviews["reviews"][0]["rating"], 4, "{reviews}");
    chromium.close().await;
}

#[tokio::test]
async fn in_every_language_the_button_that_sends_is_within_reach() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("within-reach");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    for language in Language::WORDS {
        let fields = json!({
            "email": format!("{language}@example.com"), "customer_name": "Jane Doe", "language": language,
            "product_ids": ["shopify-7125386199075"], "order_id": language, "delay_days": 30,
        });
        let link = dev.caller.create(fields).await["hub_url"].as_str().unwrap().to_owned();
        for (from, edge_max) in SEND_MAX {
            chromium.go(&format!("{link}{from}")).await;
            let edge = chromium.run(SEND_EDGE).await.as_f64().unwrap();
            println!("{language}{from}: {edge} px");
            assert!(edge <= edge_max, "{language}{from}: the button ends at {edge} px");
        }
        chromium.look(&format!("form-{language}")).await;
        chromium.write("#text-0", "Lovely board.").await;
        chromium.keyboard(true).await;
        let [edge, screen] = [SEND_EDGE, "return innerHeight"].map(|script| chromium.run(script));
        let (edge, screen) = (edge.await.as_f64().unwrap(), screen.await.as_f64().unwrap());
        assert!((0.0..=screen).contains(&edge), "{language}: the button ends at {edge} px of {screen}");
        let above = chromium.run("return document.elementFromPoint(195, innerHeight - 30).className").await;
        assert_eq!(above, "wide", "{language}: it is the button that the thumb meets");
        chromium.keyboard(false).await;
    }
    chromium.close().await;
}

#[tokio::test]
async fn three_taps_review_a_product_out_of_turn() {
    if left_out(Tool::Browser) {
        return;
    }
    for mode in ["with-javascript", "without-javascript"] {
        let folder = Folder::new(&format!("out-of-turn-{mode}"));
        let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, mode).await);
        chromium.go(&mailed_link(&dev, "A", 0).await).await;
        chromium.look("two-products").await;
        chromium.click("#item-1 + .taps [value=\"4\"]").await;
        chromium.has("#item-1[open] [value=\"4\"]:checked", 1).await;
        chromium.click("#text-1").await;
        chromium.press("Drains well.").await;
        chromium.send(1).await;
        chromium.sees("Drains well.").await;
        let review = &dev.caller.get("/api/v1/reviews?origin=hub").await["reviews"][0];
        assert_eq!((&review["rating"], &review["external_product_id"]), (&json!(4), &json!(POT.0)), "{review}");
        chromium.close().await;
    }
}

#[tokio::test]
async fn text_of_twice_the_size_breaks_no_title_and_nothing_leaves_the_screen() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("large-text");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    let link = mailed_link(&dev, "A", 0).await;
    chromium.go(&link).await;
    chromium.rate(0, 4).await;
    chromium.write("#text-0", "Lovely board, heavier than I thought.").await;
    chromium.send(0).await;
    chromium.sees("Thank you, Jane.").await;
    for state in ["next", "question", "edited"] {
        match state {
            "question" => {
                chromium.click("#item-1 [data-questions]").await;
                chromium.sees("Question 1 of 4").await;
            }
            "edited" => {
                chromium.go(&format!("{link}&item=0")).await;
                chromium.sees("Take my review back").await;
            }
            _ => {}
        }
        chromium.run("document.documentElement.style.fontSize = '200%'").await;
        let broken = chromium.run(BROKEN_TITLES).await;
        assert_eq!(broken, json!([]), "{state}");
        let wider = chromium.run("return document.documentElement.scrollWidth - innerWidth").await;
        assert!(wider.as_i64().unwrap() <= 0, "{state}: {wider} px wider than the screen");
        chromium.look(&format!("large-text-{state}")).await;
    }
    chromium.close().await;
}
