//! Stars: the links in an email, which check a star on the page until the form is sent, and reviews that have only
//! stars.

use crate::support::*;

const PRODUCTS: [&str; 2] = ["shopify-1", "shopify-2"];

async fn asked() -> (Shop, String) {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": PRODUCTS})).await;
    (shop, hub)
}

pub fn checked(page: &str) -> Vec<(usize, u8)> {
    let cards = page.split("id=\"form-").skip(1);
    cards
        .filter_map(|card| {
            let (index, form) = card.split_once('"')?;
            let stars = form
                .split("name=\"rating\" value=\"")
                .skip(1)
                .find(|star| star.split('>').next().unwrap().ends_with(" checked"))?;
            Some((index.parse().unwrap(), stars.split('"').next().unwrap().parse().unwrap()))
        })
        .collect()
}

#[tokio::test]
async fn a_star_link_checks_its_star_on_both_links_and_stores_nothing() {
    let (shop, hub) = asked().await;
    shop.browse(&hub).await;
    let before = table(&shop.world).await;
    let by_path = format!("/review/{}?", token_of(&hub));
    for link in [format!("{hub}&"), by_path] {
        for (item, star) in [(0, 1), (1, 4), (1, 5)] {
            let page = shop.browse(format!("{link}item={item}&rating={star}")).await;
            assert_eq!(checked(&page.body), [(item, star)]);
            page.shows([&format!("id=\"item-{item}\" open")]);
        }
        for damaged in
            ["item=0&rating=0", "item=0&rating=6", "item=0&rating=", "item=9&rating=4", "rating=4", "rating=4&item=x"]
        {
            let page = shop.browse(format!("{link}{damaged}")).await;
            assert_eq!((page.status.as_u16(), checked(&page.body)), (200, vec![]), "{damaged}");
        }
    }
    assert_eq!(table(&shop.world).await, before);
}

#[tokio::test]
async fn the_star_clicked_last_wins_over_a_draft_and_a_review_and_changes_neither() {
    let (shop, hub) = asked().await;
    let draft = [
        ("token", token_of(&hub)),
        ("item", "0"),
        ("rating", "2"),
        ("text", "Half a sentence"),
        ("shown_as", "anonymous"),
    ];
    shop.submit("/review/hub/draft", &draft).await.is(303);
    let page = shop.browse(format!("{hub}&item=0&rating=5")).await.body;
    assert_eq!(checked(&page), [(0, 5)]);
    assert!(page.contains("Half a sentence</textarea>"));
    assert_eq!(checked(&shop.browse(&hub).await.body), [(0, 2)], "the draft has the stars it had");

    shop.review(&hub, 0).await;
    let sent = shop.browse(format!("{hub}&item=0&rating=5")).await.body;
    assert_eq!(checked(&sent), [], "it has five stars already");
    let another = shop.browse(format!("{hub}&item=0&rating=3")).await.body;
    assert_eq!(checked(&another), [(0, 3)]);
    assert!(another.contains("Save changes"));
    shop.browse(&hub).await.shows(["aria-label=\"5 stars\""]);
}

#[tokio::test]
async fn a_form_that_was_refused_shows_its_own_star() {
    let (shop, hub) = asked().await;
    let refused = shop.writes(&hub, &[("rating", "1"), ("text", &"a".repeat(5_001)), ("shown_as", "anonymous")]).await;
    assert_eq!((refused.status.as_u16(), checked(&refused.body)), (422, vec![(0, 1)]));
}

#[tokio::test]
async fn stars_alone_are_a_review_and_a_text_alone_is_none() {
    let (shop, hub) = asked().await;
    let sent = async |stars: &str, text: &str| {
        shop.writes(&hub, &[("rating", stars), ("text", text), ("shown_as", "anonymous")]).await
    };
    sent("", "Good").await.is(422).shows(["Please choose 1 to 5 stars."]);
    sent("4", " \n").await.is(303);
    shop.browse(&hub).await.shows(["aria-label=\"4 stars\""]).lacks(["class=\"words\""]);
    has(&shop.get("/api/v1/reviews").await.json()["reviews"][0], json!({"rating": 4, "content": ""}));
}
