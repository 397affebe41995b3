//! The pages for connections to shops' own systems.

use super::*;

const SHOPIFY: &str = "/console/connections/shopify";

#[tokio::test]
async fn shopifys_page_says_how_calls_about_privacy_arrive_and_whether_one_did() {
    let (shop, mara) = signed_in().await;
    let shopify = shop.connect("shopify", json!({})).await;
    let last = async || shop.get("/api/v1/integrations/shopify").await.json()["last_privacy_call_at"].clone();
    let lines = "compliance_topics = [&#34;customers/data_request&#34;, &#34;customers/redact&#34;, &#34;shop/redact&#34;]\n\
                 uri = &#34;http://shop.example/in/shopify/fern&#34;";
    let by_hand = "Until an app of your shop is set up for it";
    mara.get(SHOPIFY).await.shows([lines, "None has come yet.", by_hand, "href=\"/console/customers\""]);
    assert_eq!(last().await, Value::Null);
    let redacted = json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "orders_to_redact": [1],
        "customer": {"id": 1, "email": "jane@example.com", "phone": null}});
    shopify.says("customers/redact", &redacted).await;
    assert_eq!(last().await, "2026-11-20T06:00:01Z");
    mara.get(SHOPIFY).await.shows(["The last one came", lines]).lacks([by_hand]);
}
