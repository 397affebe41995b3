//! The optional line above a review's text: on the customer's page, in drafts, and in the API.

use crate::support::*;

/// Sends the form of the first item, with these fields added or replaced.
async fn send(shop: &Shop, path: &str, hub: &str, fields: &[(&str, &str)]) -> Reply {
    let own = [("token", token_of(hub)), ("item", "0"), ("rating", "4"), ("text", "Good."), ("display_name", "")];
    shop.submit(path, &over(own, fields)).await
}

async fn review(shop: &Shop, hub: &str, fields: &[(&str, &str)]) -> Reply {
    // Reviews from the same millisecond are in any order.
    shop.jump(SECOND);
    send(shop, "/review/hub/review", hub, fields).await
}

async fn hub(shop: &Shop) -> String {
    shop.created(json!({"product_ids": [MUG, TRAY], "skip_email": true})).await.1
}

#[tokio::test]
async fn a_headline_is_optional_and_never_invented() {
    let shop = Shop::new().await;
    review(&shop, &hub(&shop).await, &[("headline", "  A mug for life ")]).await.is(303);
    assert_eq!(shop.newest_review().await["title"], "A mug for life");
    let public = shop.reads(format!("/p/fern/{MUG}.html")).await;
    public.shows(["<h3 class=\"afterword-headline\" lang=\"en\" dir=\"auto\">A mug for life</h3>"]);
    public.shows(["\"name\":\"A mug for life\""]);
    for none in [vec![], vec![("headline", "")], vec![("headline", " \u{200b} ")]] {
        review(&shop, &hub(&shop).await, &none).await.is(303);
        assert_eq!(shop.newest_review().await["title"], Value::Null, "{none:?}");
    }
}

#[tokio::test]
async fn an_edit_changes_a_headline_or_takes_it_away() {
    let shop = Shop::new().await;
    let hub = hub(&shop).await;
    review(&shop, &hub, &[("headline", "Good")]).await;
    shop.browse(format!("{hub}&item=0")).await.body.shows(["name=\"headline\" value=\"Good\""]);
    for (fields, title) in [
        (vec![("text", "Very good.")], json!("Good")),
        (vec![("text", "Very good."), ("headline", "Even better")], json!("Even better")),
        (vec![("text", "Very good."), ("headline", "")], Value::Null),
    ] {
        review(&shop, &hub, &fields).await.is(303);
        assert_eq!(shop.newest_review().await["title"], title, "{fields:?}");
    }
}

#[tokio::test]
async fn a_headline_with_contact_data_waits_as_a_text_does() {
    let shop = Shop::new().await;
    review(&shop, &hub(&shop).await, &[("headline", "Call 0171 2345678")]).await;
    assert_eq!(shop.newest_review().await["status"], "pending");
}

#[tokio::test]
async fn a_headline_has_200_characters_on_one_line() {
    let shop = Shop::new().await;
    let hub = hub(&shop).await;
    let (longest, too_long) = ("é".repeat(200), "é".repeat(201));
    let page = review(&shop, &hub, &[("headline", &too_long)]).await.is(422);
    page.shows([
        "<p class=\"error\" id=\"headline-0-error\">Please use at most 200 characters for the headline, on one line.</p>",
        "href=\"#headline-0\"",
        "name=\"headline\" value=\"",
        // What was typed is still there.
        &too_long,
    ]);
    review(&shop, &hub, &[("headline", "Two\nlines\u{b}and a\u{0} nul")]).await.is(303);
    assert_eq!(shop.newest_review().await["title"], "Two lines and a nul");
    review(&shop, &hub, &[("headline", &longest)]).await.is(303);
    assert_eq!(shop.newest_review().await["title"], longest);
}

#[tokio::test]
async fn a_draft_has_the_headline_as_typed() {
    let shop = Shop::new().await;
    let hub = hub(&shop).await;
    let draft = "/review/hub/draft";
    send(&shop, draft, &hub, &[("headline", "<Half a thou"), ("text", "")]).await.is(303);
    shop.browse(&hub).await.shows(["name=\"headline\" value=\"&#60;Half a thou\""]);
    send(&shop, draft, &hub, &[("text", "More.")]).await.is(303);
    assert!(shop.browse(&hub).await.body.contains("value=\"&#60;Half a thou\""), "a form without the field leaves it");
    let too_long = send(&shop, draft, &hub, &[("headline", &"a".repeat(401))]).await;
    assert!(too_long.status == 422 && too_long.body.contains("id=\"headline-0-error\""), "{}", too_long.body);
    assert!(!too_long.body.contains("id=\"text-0-error\""));
    // A photo's button saves the form, too.
    send(&shop, "/review/hub/photo/remove", &hub, &[("photo", "0"), ("headline", "A whole thought")]).await.is(303);
    assert!(shop.browse(&hub).await.body.contains("value=\"A whole thought\""));
    // A stored review whose headline alone changed has unsent changes.
    review(&shop, &hub, &[("headline", "Good")]).await.is(303);
    assert!(!shop.browse(&hub).await.body.contains("changes not sent yet"));
    send(&shop, draft, &hub, &[("headline", "Better")]).await.is(303);
    assert!(shop.browse(&hub).await.body.contains("changes not sent yet"));
}

#[tokio::test]
async fn every_language_asks_for_a_headline() {
    for (language, label) in
        [("en", "Headline"), ("de", "Überschrift"), ("fr", "Titre"), ("es", "Título"), ("ar", "العنوان")]
    {
        let shop = Shop::new().await;
        let fields = json!({"product_ids": [MUG], "skip_email": true, "language": language});
        let page = shop.browse(shop.created(fields).await.1).await.body;
        assert!(page.contains(&format!("<label for=\"headline-0\">{label}</label>")), "{language}: {page}");
    }
}
