//! What the law asks of emails and of public reviews: own words without others' links, a postal address, reports by readers.

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::console::{MARA, Visitor, shop};
use crate::support::{MUG, Shop};

const SETTINGS: &str = "/api/v1/settings";
const TEXT: &str = "/api/v1/texts/en/request";

async fn set(shop: &Shop, settings: Value) {
    let reply = shop.call("PUT", SETTINGS).json(&settings).send().await;
    assert_eq!(reply.status, 200, "{}", reply.body);
}

/// Asks a customer, who answers; the subject, the sender's name, the HTML and the text of the email.
async fn asked(shop: &Shop, email: &str) -> [String; 4] {
    shop.created(json!({"email": email, "product_ids": [MUG], "delay_days": 0})).await;
    shop.settle().await;
    let mail = shop.inbox().into_iter().rfind(|mail| mail.to == email).unwrap();
    [mail.subject, mail.from, mail.html.unwrap(), mail.text.unwrap()]
}

#[tokio::test]
async fn own_words_lead_to_the_shops_own_hosts_alone() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for (field, text) in [
        ("subject", "Pay at https://pay.evil.example"),
        ("heading", "Call 0171 234 56 78"),
        ("opening", "Write to help@evil.example, {name}"),
        ("sign_off", "{shop}.com"),
    ] {
        let refused = shop.call("PUT", TEXT).json(&json!({field: text})).send().await;
        refused.is_error(422, &format!("invalid_{field}"));
        assert!(refused.body.contains("set one of these first"), "{}", refused.body);
        let page = mara.post("/console/words/en/request", &[(field, text)]).await;
        assert!(page.status == 422 && page.body.contains("Please take out phone numbers"), "{}", page.body);
    }
    for name in ["Fern.shop", "Fern +49 171 2345678"] {
        shop.call("PUT", SETTINGS).json(&json!({"shop_name": name})).send().await.is_error(422, "invalid_shop_name");
    }
    let look = [("shop_name", "Fern.shop"), ("shop_address", "1 Example Street")];
    let page = mara.post("/console/settings/look", &look).await;
    assert!(page.status == 422 && page.body.contains("Please take out phone numbers"), "{}", page.body);

    // Their own hosts may be named, in the call that sets them, too.
    set(&shop, json!({"shop_name": "Fern.shop", "contact_url": "https://fern.shop/help"})).await;
    let words =
        json!({"subject": "A word, {name}?", "opening": "Questions? help@fern.shop or www.fern.shop/faq/12345678"});
    assert_eq!(shop.call("PUT", TEXT).json(&words).send().await.status, 200);
    let [_, from, html, text] = asked(&shop, "jane@example.com").await;
    assert!(from.contains("Fern.shop") && html.contains("help@fern.shop") && text.contains("/faq/12345678"), "{text}");

    // What is stored is left out once no setting names the host: the text becomes ours, the name its words.
    set(&shop, json!({"contact_url": null})).await;
    let [_, from, html, text] = asked(&shop, "june@example.com").await;
    assert!(from.contains("Fern shop"), "{from}");
    assert!(!html.contains("fern.shop") && !text.to_lowercase().contains("fern.shop"), "{text}");
}

#[tokio::test]
async fn every_email_to_customers_ends_with_an_address() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let missing = "Your emails name no postal address";
    assert!(!mara.get("/console/today").await.body.contains(missing));
    set(&shop, json!({"shop_address": null})).await;
    let page = mara.get("/console/today").await.body;
    assert!(page.contains(missing) && page.contains("href=\"/console/settings#look\""), "{page}");

    let operators = "Example Ltd, 7 Operator Road";
    let mut env = shop.world.env_of("reconcile");
    env.settings = env.settings.with("POSTAL_ADDRESS", operators);
    reconcile::handle(reconcile::start(&env).unwrap(), json!({})).await.unwrap();
    // Functions read it once an hour.
    shop.jump(SignedDuration::from_mins(61));
    assert!(!mara.get("/console/today").await.body.contains(missing));
    let [_, _, html, text] = asked(&shop, "jane@example.com").await;
    assert!(html.contains(operators) && text.contains(operators), "{text}");

    set(&shop, json!({"shop_address": "2 Own Street"})).await;
    let [_, _, html, text] = asked(&shop, "june@example.com").await;
    assert!(html.contains("2 Own Street") && text.contains("2 Own Street") && !text.contains(operators), "{text}");
}
