//! The page *Settings*.

use super::*;

async fn setting(shop: &Shop, name: &str) -> Value {
    shop.get("/api/v1/settings").await.json()[name].clone()
}

/// Saves a part of the settings, and returns the message on the next page.
async fn saved(mara: &Visitor, part: &str, fields: &[(&str, &str)]) -> String {
    mara.post(&format!("/console/settings/{part}"), fields).await.is(303);
    let page = mara.get("/console/settings").await.body;
    let (_, bar) = page.split_once("<div class=\"bar\" role=\"status\">").unwrap();
    between(bar, "<p>", "</p>").to_owned()
}

#[tokio::test]
async fn the_look_is_seen_before_it_is_saved() {
    let (shop, mara) = signed_in().await;
    let frame = "/console/settings/look/preview";
    assert!(mara.get("/console/settings").await.body.contains(&format!("src=\"{frame}\"")));
    let mut typed = vec![
        ("logo_url", "https://kiln.example/logo.png"),
        ("shop_name", "Kiln and Co"),
        ("color", "#7a1f3d"),
        ("color.own", "on"),
        ("language", "de"),
    ];
    let shown = mara.post(frame, &typed).await;
    for part in ["Kiln and Co", "#7a1f3d", "https://kiln.example/logo.png", "Wie "] {
        assert!(shown.status == 200 && shown.body.contains(part), "{part}: {}", shown.body);
    }
    assert!(shown.header("content-security-policy").contains("img-src data: https:"));
    assert_eq!(setting(&shop, "shop_name").await, "Fern & Oak", "a preview saves nothing");
    mara.get(frame).await.shows(["Fern &#38;"]).lacks(["Kiln"]);
    typed[0].1 = "kiln.example";
    mara.post(frame, &typed).await.is(422).shows(["https://"]);
    let rae = Visitor::member(&shop, "rae@fernandoak.example", "reader").await;
    assert_eq!((rae.get(frame).await.status.as_u16(), rae.post(frame, &[]).await.status.as_u16()), (200, 403));
}

#[tokio::test]
async fn lines_for_the_shop_have_its_ids_and_a_code_leads_to_the_page_to_write() {
    let (shop, mara) = signed_in().await;
    mara.get("/console/settings/in-shop").await.shows(["product=&#34;@all&#34;", "/review/write/fern/@shop"]);
    shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    let product = json!({"title": "Stoneware mug"});
    shop.put(format!("/api/v1/products/{MUG}"), &product).await.is(200);
    let page = mara.get("/console/settings/in-shop").await.body;
    let mug = format!("shop=&#34;fern&#34; product=&#34;{MUG}&#34;");
    page.shows([
        "src=&#34;http://shop.example/embed/v1.js&#34;",
        &mug,
        "product=&#34;shopify-{{ product.id }}&#34;",
        "structured-data=&#34;{{ request.origin }}{{ product.url }}#product&#34;",
        "postid-(\\d+)",
        "add_action( &#39;woocommerce_single_product_summary&#39;",
        "shop=&#34;fern&#34; product=&#34;woo-&#60;?php echo get_the_ID(); ?&#62;&#34;",
        "&#34;shop&#34;, &#34;fern&#34;",
        "<script type=\"module\" src=\"/embed/v1.js\"></script>",
    ]);
    page.shows(["No page of your shop has shown reviews yet."]).lacks(["<details open>"]);
    shop.put("/api/v1/integrations/woocommerce", &json!({"ask_days_after": 5})).await;
    mara.get("/console/settings/in-shop").await.shows(["<details open><summary><b>WooCommerce"]);
    for (origin, path) in [
        ("https://fern.example", format!("/p/fern/{MUG}.json")),
        ("http://shop.example", "/p/fern/@all.json".to_owned()),
    ] {
        shop.jump(MINUTE * 5);
        shop.call("GET", path).without_key().header("origin", origin).send().await.is(200);
    }
    shop.jump(MINUTE * 3);
    mara.get("/console/settings/in-shop").await.shows(["fern.example", "8 minutes ago"]);
    // Most reads are only counted in memory; each five minutes they are written.
    let read = async || {
        let call = shop.call("GET", format!("/p/fern/{MUG}.json")).without_key();
        call.header("origin", "https://fern.example").send().await.is(200);
    };
    for _ in 0..3 {
        read().await;
    }
    shop.jump(MINUTE * 5);
    read().await;
    mara.get("/console/settings/in-shop").await.shows(["Reads in the last 24 hours: at least 5."]);
    let code = mara.get(&format!("/console/settings/in-shop/qr.svg?product={MUG}")).await;
    assert_eq!((code.status.as_u16(), code.header("content-type")), (200, "image/svg+xml"));
    code.shows(["<svg", "<path"]);
    assert_ne!(mara.get("/console/settings/in-shop/qr.svg?product=@shop").await.body, code.body);
    mara.get("/console/settings/in-shop/qr.svg?product=a%20b").await.is(404);
}

#[tokio::test]
async fn the_lines_and_the_preview_have_the_shops_color() {
    let (shop, mara) = signed_in().await;
    assert!(!mara.get("/console/settings/in-shop").await.body.contains("accent"), "the page's own ink is enough");
    shop.sets(json!({"color": "#aa0000"})).await;
    let page = mara.get("/console/settings/in-shop").await.body;
    // For the stars and the reviews, in the lines for Shopify, both kinds of WooCommerce's themes and plain HTML.
    assert_eq!(page.matches("--afterword-accent:light-dark(#aa0000,").count(), 8, "{page}");
    let look = mara.get("/console/settings/in-shop/look.css").await;
    assert_eq!(look.header("content-type"), "text/css; charset=utf-8");
    assert!(look.body.starts_with("afterword-stars,afterword-reviews{--afterword-accent:#aa0000}"), "{}", look.body);
}

#[tokio::test]
async fn the_first_days_switches_are_the_apis_settings() {
    let (shop, mara) = signed_in().await;
    mara.get("/console/settings").await.shows(["http://shop.example/trust/fern", "/console/settings/in-shop"]);

    let said = saved(&mara, "reviews", &[("moderation", "hold"), ("ai_questions", "on")]).await;
    assert_eq!(said, "Saved: When somebody writes a review, Show published reviews in public.");
    has(&shop.get("/api/v1/settings").await.json(), json!({"moderation": "hold", "public_display": false}));
    assert!(!mara.get("/console/settings").await.body.contains("/console/settings/in-shop"), "nobody could read it");
    let said = saved(&mara, "reviews", &[("moderation", "hold"), ("ai_questions", "on")]).await;
    assert_eq!(said, "No changes to save.");

    // A pause is entered and shown in the window's time zone.
    let window = [
        ("send_window.hours", "only"),
        ("send_window.from", "09:00"),
        ("send_window.to", "18:30"),
        ("send_window.monday", "on"),
        ("send_window.time_zone", "europe/berlin"),
    ];
    assert_eq!(saved(&mara, "hours", &window).await, "Saved: Send messages.");
    let expected = json!({"from": "09:00", "to": "18:30", "days": ["monday"], "time_zone": "Europe/Berlin"});
    assert_eq!(setting(&shop, "send_window").await, expected);
    assert_eq!(
        saved(&mara, "pause", &[("paused_until", "2027-03-01T09:00")]).await,
        "Sending is paused until 1 March 2027, 09:00."
    );
    assert_eq!(setting(&shop, "paused_until").await, json!("2027-03-01T08:00:00Z"));
    mara.get("/console/settings").await.shows(["Sending is paused until 1 March 2027, 09:00.", "2027-03-01T09:00"]);
    assert_eq!(saved(&mara, "pause", &[]).await, "Sending is on again.");
    assert_eq!(setting(&shop, "paused_until").await, Value::Null);
    assert_eq!(saved(&mara, "hours", &[("send_window.hours", "any")]).await, "Saved: Send messages.");
    assert_eq!(setting(&shop, "send_window").await, Value::Null);
}

#[tokio::test]
async fn a_setting_that_is_refused_says_so_at_its_field_and_keeps_what_was_typed() {
    let (shop, mara) = signed_in().await;
    let before = shop.get("/api/v1/settings").await.json();
    let refused = async |part: &str, fields: &[(&str, &str)], sentence: &str| {
        let Reply { status, body, .. } = mara.post(&format!("/console/settings/{part}"), fields).await;
        let at_field =
            format!("id=\"{}-about\" role=\"alert\">{sentence}", fields.last().unwrap().0.split('.').next().unwrap());
        assert!(status == 422 && body.contains(&at_field), "{status} {body}");
        body.shows([&format!("value=\"{}\"", fields.last().unwrap().1)]);
        assert_eq!(shop.get("/api/v1/settings").await.json(), before);
    };
    refused("look", &[("shop_name", "Fern &#38; Oak"), ("logo_url", "ftp://fern.example")], "Please enter an address")
        .await;
    refused("look", &[("shop_name", " ")], "Please enter a name of 1 to 100 characters.").await;
    refused("requests", &[("default_reminders", "1"), ("reminder_days", "3, 2, 9")], "Please enter three numbers")
        .await;
    refused("requests", &[("reminder_days", "3 7 14"), ("messages_a_month", "3.5")], "Please enter a number from 1")
        .await;
    refused("contact", &[("owner_email", "mara@")], "Please enter an email address.").await;
    let window = [("send_window.hours", "only"), ("send_window.to", "9"), ("send_window.time_zone", "Berlin")];
    refused("hours", &window, "Please give two times").await;
    let window = [
        ("send_window.hours", "only"),
        ("send_window.from", "09:00"),
        ("send_window.to", "20:00"),
        ("send_window.monday", "on"),
        ("send_window.time_zone", "Europe/Berln"),
    ];
    refused("hours", &window, "Please choose a time zone from the list").await;
    let page = mara.post("/console/settings/hours", &window).await.body;
    assert!(between(&page, "name=\"send_window.time_zone\"", ">").contains("aria-invalid"), "{page}");
    assert_eq!(page.matches("aria-invalid").count(), 1, "the times are right: {page}");
    // The form's list does not contain this country, but a program can still send it.
    let unknown = mara.post("/console/settings/look", &[("shop_name", "Fern"), ("country", "UK")]).await;
    let at_field = "id=\"country-about\" role=\"alert\">Please choose a country.";
    assert!(unknown.status == 422 && unknown.body.contains(at_field), "{}", unknown.body);

    let look = [("shop_name", "Fern"), ("shop_address", "1 Example Street"), ("color.own", "on"), ("color", "#C8102E")];
    let look = [&look[..], &[("language", "de"), ("country", "DE")]].concat();
    assert_eq!(saved(&mara, "look", &look).await, "Saved: Name, Color of links and buttons, Language, Country.");
    assert_eq!(setting(&shop, "color").await, json!("#c8102e"));
    let page = mara.get("/console/settings").await.body;
    // The page is now in the shop's language.
    page.shows([
        "value=\"#c8102e\"",
        "<option value=\"de\" selected>Deutsch",
        "<option value=\"DE\" selected>Deutschland",
    ]);
    assert_eq!(setting(&shop, "country").await, json!("DE"));
}

#[tokio::test]
async fn parts_are_listed_and_time_zones_are_suggested() {
    let (_, mara) = signed_in().await;
    let page = mara.get("/console/settings").await.body;
    let list = between(&page, "<nav class=\"parts\"", "</nav>");
    let parts: Vec<_> = list.split("href=\"#").skip(1).map(|link| link.split_once('"').unwrap().0).collect();
    assert_eq!(parts, ["look", "hours", "requests", "reviews", "replies", "contact", "data", "pause", "end"]);
    assert!(parts.iter().all(|part| page.contains(&format!("id=\"{part}\""))), "{page}");
    for zone in ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"] {
        assert!(page.contains(&format!("<option value=\"{zone}\"></option>")), "{zone}");
    }
    assert!(!page.contains("US/Pacific") && !page.contains("Etc/"), "old names of countries");
    page.shows(["<button class=\"btn\">Pause</button>"]);
}

#[tokio::test]
async fn only_owners_change_settings_and_others_read_them() {
    let shop = shop().await;
    member(&shop, JO, "moderator").await;
    shop.put("/api/v1/settings", json!({"owner_email": "secret@fern.example"})).await;
    let (mara, jo) = (Visitor::signed_in(&shop, MARA).await, Visitor::signed_in(&shop, JO).await);
    jo.get("/console/settings").await.shows(["Only owners can change settings."]).lacks(["secret@fern.example"]);
    assert!(mara.get("/console/settings").await.body.contains("secret@fern.example"));
    jo.post("/console/settings/reviews", &[("moderation", "hold")]).await.is(403);
    assert_eq!(setting(&shop, "moderation").await, json!("publish"));
    mara.post("/console/settings/unknown", &[]).await.is(404);
}
