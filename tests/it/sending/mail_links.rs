//! The links and headers of an email that was sent: where they lead, and that following them changes nothing.

use crate::support::*;

fn addresses(mail: &small_aws::Mail) -> Vec<String> {
    let (html, text) = (mail.html.as_ref().unwrap().replace("&#38;", "&"), mail.text.as_ref().unwrap());
    let links = html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let all = links.chain(text.split_whitespace()).filter(|link| link.starts_with(BASE_URL));
    all.map(|link| path_of(link.split('#').next().unwrap())).collect()
}

#[tokio::test]
async fn a_scanner_that_follows_every_link_of_an_email_changes_nothing() {
    let shop = Shop::new().await;
    let products = json!([MUG, "shopify-1", "shopify-2", "shopify-3", "shopify-4"]);
    shop.sent(json!({"delay_days": 0, "product_ids": products})).await;
    shop.post("/beacon/customers", json!({"first_name": "June", "email": "june@example.com"})).await;
    shop.post("/beacon/asks", json!({"email": "june@example.com", "channels": ["email"]})).await;
    shop.settle().await;
    for (mail, stars) in shop.inbox().iter().zip([20, 5]) {
        let links = addresses(mail);
        assert_eq!(links.iter().filter(|link| link.contains("rating=")).count(), stars, "{links:?}");
        // The first visit counts as a person's; nothing else changes.
        shop.browse(links[0].as_str()).await;
        let before = table(&shop.world).await;
        for link in &links {
            for method in ["GET", "HEAD"] {
                let reply = shop.call(method, link).without_key().header("user-agent", BROWSER).send().await;
                assert_eq!(reply.status, 200, "{method} {link}");
            }
        }
        assert_eq!(table(&shop.world).await, before, "{}", mail.to);
    }
    assert_eq!(shop.inbox().len(), 2);
}
