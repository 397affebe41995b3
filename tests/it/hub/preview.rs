//! A review that was sent is drawn on its author's page as the shop's pages show it, or will show it.

use super::photos;
use crate::support::*;

/// What a page shows of its only review.
#[derive(Debug, PartialEq, Eq)]
struct Drawn {
    stars: String,
    headline: String,
    /// The name, the day and the marks.
    by: String,
    text: String,
    photos: usize,
}

impl Drawn {
    fn on(page: &str, [start, end]: [&str; 2], class: &str) -> Self {
        let review = between(page, start, end);
        let of = |part: &str| {
            let class =
                if part == "headline" && class.is_empty() { "line".to_owned() } else { format!("{class}{part}") };
            between(review, &format!("class=\"{class}\""), "</p>").split_once('>').unwrap().1.to_owned()
        };
        // A public page's headline is no paragraph.
        let headline = of("headline").split("</h").next().unwrap().to_owned();
        let by = between(review, &format!("class=\"{class}by\">"), "</p>");
        Self {
            stars: between(by, "aria-label=\"", "\"").to_owned(),
            headline,
            by: without_tags(by).trim_start_matches(['★', '☆', ' ']).trim_end_matches(" · Report").to_owned(),
            text: of("text").replace("<br>", "\n"),
            photos: review.matches("<img ").count(),
        }
    }

    async fn for_everyone(shop: &Shop) -> Self {
        shop.jump(MINUTE);
        let page = shop.reads(format!("/p/fern/{MUG}.html")).await.is(200).body;
        Self::on(&page, ["<article", "</article>"], "afterword-")
    }

    fn for_author(page: &str) -> Self {
        Self::on(page, ["<div class=\"shown\">", "</div>"], "")
    }
}

fn without_tags(html: &str) -> String {
    html.split('<').enumerate().map(|(at, part)| if at == 0 { part } else { part.split_once('>').unwrap().1 }).collect()
}

#[tokio::test]
async fn a_review_is_drawn_for_its_author_as_everyone_sees_it() {
    let shop = Shop::new().await;
    let line = json!({"title": "Mug", "unit_price": 900, "catalog_item_id": MUG});
    let order =
        json!({"status": "delivered", "currency": "EUR", "lines": [line], "delivered_at": "2026-11-18T12:00:00Z"});
    shop.put("/api/v1/orders/A", order).await.is(200);
    let asked = json!({"product_ids": [MUG], "order_id": "A", "skip_email": true, "customer_name": "Jane Doe"});
    let (_, hub) = shop.created(asked).await;
    photos::upload(&shop, &hub, &photos::jpeg(40, 20)).await;
    shop.advance(SECOND).await;
    let write = async |text: &str| {
        let form = [("rating", "4"), ("headline", "Heavy <b>"), ("text", text), ("shown_as", "name:Jane D.")];
        shop.writes(&hub, &form).await.is(303);
        shop.browse(&hub).await.is(200).body
    };

    let page = write("Heavy & lovely.\nReally.").await;
    let see = |address: &str| format!("<a href=\"{address}\">See it in the shop</a>");
    page.shows(["Everyone can see it now.", &see(&format!("/p/fern/{MUG}.html"))]);
    let mine = Drawn::for_author(&page);
    let by = "Jane D., 20 November 2026 · Verified purchase · Bought in November 2026";
    assert_eq!((mine.stars.as_str(), mine.by.as_str(), mine.photos), ("4 stars", by, 1));
    assert_eq!(mine, Drawn::for_everyone(&shop).await);
    let product = json!({"title": "Mug", "url": "https://fern.example/mug"});
    shop.put(format!("/api/v1/products/{MUG}"), product).await.is(200);
    shop.browse(&hub).await.shows([see("https://fern.example/mug")]);

    shop.jump(SECOND);
    let page = write("It leaks.").await;
    page.lacks(["changed on"]);
    let before = Drawn::for_author(&page);
    assert!(before.by.ends_with("Edited on 20 November 2026"), "{before:?}");
    assert_eq!(before, Drawn::for_everyone(&shop).await);

    // A change that waits is drawn as it will be, and others still see the version before it.
    shop.sets(json!({"moderation": "hold"})).await;
    let page = write("It leaks no more.").await;
    let (mine, waits) = (Drawn::for_author(&page), "Until then, everyone sees your earlier version.");
    page.shows(["reads your review first. Then everyone can see it.", waits]);
    assert_eq!((mine.text.as_str(), Drawn::for_everyone(&shop).await), ("It leaks no more.", before));
    let path = format!("/api/v1/reviews/{}", shop.newest_review().await["id"]);
    shop.patch(format!("{path}/approve"), json!({})).await.is(200);
    assert_eq!(mine, Drawn::for_everyone(&shop).await);

    shop.sets(json!({"public_display": false})).await;
    let page = shop.browse(&hub).await.body;
    page.shows(["<bdi>Fern &#38; Oak</bdi> can show it now."]);
    shop.patch(format!("{path}/reject"), json!({"reason": "unrelated"})).await.is(200);
    let page = shop.browse(&hub).await.body;
    page.shows(["decided not to show your review.", "You can change your review until"]);
    page.lacks(["What others see", "can show it now"]);
}
