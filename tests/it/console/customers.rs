//! The page *Customers*: why the shop may ask somebody, and customers with one name.

use super::*;
use crate::orders_in::payloads::{at, order};

const DONE_WITHIN: SignedDuration = SignedDuration::from_mins(2);

async fn page_of(visitor: &Visitor, email: &str) -> String {
    visitor.post("/console/customers/find", &[("find", email)]).await.is(303).header("location").to_owned()
}

#[tokio::test]
async fn a_customers_page_says_why_the_shop_may_ask() {
    let shop = shop().await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled", "since": at(&shop, -1)})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for (agrees, said) in
        [(true, "Agreed to marketing in Shopify, as of"), (false, "Did not agree to marketing in Shopify")]
    {
        shopify.says("orders/updated", &order(&at(&shop, 1), json!({"buyer_accepts_marketing": agrees}))).await;
        let page = mara.get(&page_of(&mara, "jane@example.com").await).await.body;
        assert!(page.contains("Bought from you: order ") && page.contains(said), "{agrees}: {page}");
    }
    shop.suppresses("jane@example.com").await;
    mara.get(&page_of(&mara, "jane@example.com").await).await.lacks(["Bought from you"]);
}

/// The names of the customers on a page, and the place after which the next page begins.
fn listed(page: &Reply) -> (Vec<String>, Option<String>) {
    let rows = page.body.split("<b><bdi>").skip(1).map(|row| row.split("</bdi>").next().unwrap().to_owned());
    let more = page.body.contains("name=\"after\"");
    (rows.collect(), more.then(|| between(&page.body, "name=\"after\" value=\"", "\"").to_owned()))
}

#[tokio::test]
async fn customers_with_one_name_come_in_pages_and_no_row_outlives_them() {
    let shop = shop().await;
    for number in 0..27 {
        let email = format!("mia{number}@example.com");
        shop.created(json!({"email": email, "customer_name": "Mia Doe", "skip_email": true})).await;
    }
    let mara = Visitor::signed_in(&shop, MARA).await;
    let find = async |fields: &[(&str, &str)]| listed(&mara.post("/console/customers/find", fields).await.is(200));
    let (first, more) = find(&[("find", "mia doe")]).await;
    let (second, over) = find(&[("find", "mia doe"), ("after", &more.unwrap())]).await;
    assert_eq!((first.len(), second.len(), over), (25, 2, None));
    shop.post("/api/v1/privacy/erase", json!({"email": "mia26@example.com"})).await.is(202);
    shop.advance(DONE_WITHIN).await;
    let rows = table(&shop.world).await;
    let left: Vec<_> = rows.iter().filter(|row| row["PK"]["S"].text().contains("#CNAME#")).collect();
    assert_eq!((left.len(), find(&[("find", "mia")]).await.0.len()), (2 * 26, 25));
    assert!(left.iter().all(|row| row.object().len() == 2), "the key is all of it: {left:?}");
}
