//! The links and headers of an email that was sent: where they lead, and that following them changes nothing.

use crate::hub::star_links::checked;
use crate::support::*;

const SETTINGS: &str = "/api/v1/settings";

fn addresses(mail: &small_aws::Mail) -> Vec<String> {
    let (html, text) = (mail.html.as_ref().unwrap().replace("&#38;", "&"), mail.text.as_ref().unwrap());
    let links = html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let all = links.chain(text.split_whitespace()).filter(|link| link.starts_with(BASE_URL));
    all.map(|link| path_of(link.split('#').next().unwrap())).collect()
}

#[tokio::test]
async fn a_scanner_that_follows_every_link_of_an_email_changes_nothing() {
    for dialect in ["native", "beacon"] {
        let shop = Shop::new().await;
        match dialect {
            "native" => {
                let products = json!([MUG, "shopify-1", "shopify-2", "shopify-3", "shopify-4"]);
                shop.created(json!({"delay_days": 0, "product_ids": products})).await;
            }
            _ => {
                shop.post("/beacon/customers", json!({"first_name": "Jane", "email": "jane@example.com"})).await;
                shop.post("/beacon/asks", json!({"email": "jane@example.com", "channels": ["email"]})).await;
            }
        }
        shop.settle().await;
        let mail = shop.inbox().pop().unwrap();
        let links = addresses(&mail);
        let stars: Vec<_> = links.iter().filter(|link| link.contains("rating=")).collect();
        assert_eq!(stars.len(), if dialect == "native" { 20 } else { 5 }, "{links:?}");
        // The first visit counts as a person's; nothing else changes.
        shop.browse(links[0].as_str()).await;
        let before = table(&shop.world).await;
        for link in &links {
            for method in ["GET", "HEAD"] {
                let reply = shop.call(method, link).without_key().header("user-agent", BROWSER).send().await;
                assert_eq!(reply.status, 200, "{method} {link}");
            }
        }
        assert_eq!(table(&shop.world).await, before, "{dialect}");
        assert_eq!(shop.inbox().len(), 1);
    }
}

#[tokio::test]
async fn a_star_of_the_email_is_checked_on_the_page_that_it_opens() {
    let shop = Shop::new().await;
    shop.sent(json!({"delay_days": 0, "product_ids": [MUG, "shopify-1"]})).await;
    let links = addresses(&shop.inbox()[0]);
    let link = links.iter().find(|link| link.ends_with("item=1&rating=4")).unwrap();
    let page = shop.browse(link.as_str()).await.body;
    assert_eq!(checked(&page), [(1, 4)]);
    page.shows(["id=\"item-1\" open"]);
    let late = shop.inbox()[0].html.clone().unwrap();
    assert!(late.contains("#not-arrived") && page.contains("id=\"not-arrived\""), "the link leads to the offer");
}

#[tokio::test]
async fn answers_go_where_the_shop_says_and_the_foot_links_to_it() {
    let shop = Shop::new().await;
    shop.sent(json!({"delay_days": 0, "product_ids": [MUG]})).await;
    let plain = shop.inbox().pop().unwrap();
    assert_eq!(
        plain.headers.keys().collect::<Vec<_>>(),
        ["Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post"]
    );
    assert!(!plain.html.unwrap().contains("Privacy policy"));
    let settings = json!({"reply_to": "Hilfe@Bücher.example", "contact_url": "https://fern.example/contact?a=1&b=2",
        "privacy_url": "https://fern.example/privacy"});
    shop.put(SETTINGS, &settings).await.is(200);
    let (_, hub) = shop.sent(json!({"delay_days": 0, "product_ids": [MUG], "order_id": "B"})).await;
    let mail = shop.inbox().pop().unwrap();
    assert_eq!(mail.headers["Reply-To"], "Hilfe@xn--bcher-kva.example");
    assert!(mail.headers.contains_key("List-Unsubscribe"));
    let html = mail.html.unwrap();
    html.shows(["<a href=\"https://fern.example/contact?a=1&#38;b=2\""]);
    html.shows([">Contact Fern &#38; Oak</a>", ">Privacy policy</a>"]);
    let text = mail.text.unwrap();
    text.shows(["Contact Fern & Oak\nhttps://fern.example/contact?a=1&b=2\n"]);
    assert!(text.ends_with("Privacy policy\nhttps://fern.example/privacy"), "{text}");

    // The same is true for a notification to the review's author.
    shop.review(&hub, 0).await;
    let review = shop.get("/api/v1/reviews?limit=1").await.json()["reviews"][0]["id"].number();
    shop.patch(format!("/api/v1/reviews/{review}/reject"), json!({})).await.is(200);
    shop.advance(MINUTE * 7).await;
    let notification = shop.inbox().into_iter().find(|mail| mail.tags.contains_key("letter")).unwrap();
    assert_eq!(notification.headers["Reply-To"], "Hilfe@xn--bcher-kva.example");
    assert!(notification.html.unwrap().contains("https://fern.example/privacy"));
    assert!(notification.text.unwrap().contains("https://fern.example/contact?a=1&b=2"));
}

#[tokio::test]
async fn the_foot_says_whether_the_customer_ordered() {
    let shop = Shop::new().await;
    shop.post("/beacon/customers", json!({"first_name": "Jane", "email": "jane@example.com"})).await;
    shop.post("/beacon/asks", json!({"email": "jane@example.com", "channels": ["email"]})).await;
    shop.settle().await;
    shop.sent(json!({"delay_days": 0, "product_ids": [MUG]})).await;
    let reasons = shop.inbox().into_iter().map(|mail| {
        let text = mail.text.unwrap();
        text.lines().find(|line| line.starts_with("You’re receiving")).map(str::to_owned)
    });
    let because =
        |why: &str| Some(format!("You’re receiving this because {why} Fern & Oak. Unsubscribe from review emails:"));
    assert_eq!(reasons.collect::<Vec<_>>(), [because("you’re a customer of"), because("you ordered from")]);
}

#[tokio::test]
async fn an_email_shows_what_the_catalog_knows() {
    let shop = Shop::new().await;
    shop.sent(json!({"delay_days": 0, "product_ids": ["shopify-987654321", MUG]})).await;
    let mail = shop.inbox().pop().unwrap();
    for part in [mail.html.unwrap(), mail.text.unwrap()] {
        assert!(part.contains("Item 1 of your order") && !part.contains("987654321"), "{part}");
    }
}
