//! The name shown with a review: chosen from the list, typed, or none.

use crate::support::*;

async fn asked(shop: &Shop, name: Option<&str>) -> String {
    let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": [MUG, TRAY], "customer_name": name})).await;
    hub
}

async fn signed(shop: &Shop, hub: &str, text: &str, signature: &[(&str, &str)]) -> Reply {
    let mut fields = vec![("token", token_of(hub)), ("item", "0"), ("rating", "4"), ("text", text)];
    fields.extend(signature);
    shop.submit("/review/hub/review", &fields).await
}

/// The name choices of each card, with a mark at the chosen one.
async fn choices(shop: &Shop, hub: &str) -> Vec<Vec<String>> {
    let page = shop.browse(format!("{hub}&item=0")).await.body;
    let cards = page.split("action=\"/review/hub/review\"").skip(1);
    cards.map(|card| card.split("name=\"shown_as\" value=\"").skip(1).map(choice).collect()).collect()
}

fn choice(tag: &str) -> String {
    let (value, rest) = tag.split_once('"').unwrap();
    let chosen = rest.split('>').next().unwrap().contains("checked");
    let name = value.strip_prefix("name:").unwrap_or(value);
    if chosen { format!("*{name}") } else { name.to_owned() }
}

#[tokio::test]
async fn a_known_name_is_offered_short_and_its_first_word_is_suggested() {
    let shop = Shop::new().await;
    for (name, offered) in [
        (Some("Jane Doe"), &["Jane D.", "*Jane", "anonymous", "other"][..]),
        (Some("Jane"), &["*Jane", "anonymous", "other"]),
        (Some("🌿 Doe"), &["🌿 D.", "*🌿", "anonymous", "other"]),
        (Some("محمد علي"), &["محمد ع.", "*محمد", "anonymous", "other"]),
        (Some("D'Arcy \"<b>\""), &["D&#39;Arcy b.", "*D&#39;Arcy", "anonymous", "other"]),
        (Some(&format!("{} Doe", "J".repeat(61))), &["*anonymous", "other"]),
        (None, &["*anonymous", "other"]),
    ] {
        assert_eq!(choices(&shop, &asked(&shop, name).await).await, [offered, offered]);
    }
}

#[tokio::test]
async fn a_chosen_name_is_saved_offered_again_and_suggested_next() {
    let shop = Shop::new().await;
    let hub = asked(&shop, Some("Jane Doe")).await;
    let typed = ("display_name", "Zoë");
    for (signature, offered) in [
        (&[("shown_as", "name:Jane D."), typed][..], ["*Jane D.", "Jane", "anonymous", "other"].as_slice()),
        (&[("shown_as", "anonymous"), typed], &["Jane D.", "Jane", "*anonymous", "other"]),
        (&[("shown_as", "other"), typed], &["Jane D.", "Jane", "*Zoë", "anonymous", "other"]),
        // A form without `shown_as`, as browsers sent it before the choice existed.
        (&[typed], &["Jane D.", "Jane", "*Zoë", "anonymous", "other"]),
        (&[], &["Jane D.", "Jane", "*anonymous", "other"]),
    ] {
        signed(&shop, &hub, "Words.", signature).await.is(303);
        assert_eq!(choices(&shop, &hub).await, [offered, offered], "{signature:?}");
    }
}

#[tokio::test]
async fn nothing_typed_is_lost_on_errors() {
    let shop = Shop::new().await;
    let hub = asked(&shop, Some("Jane Doe")).await;
    let (long, too_long) = ("Z".repeat(61), "W".repeat(5_001));
    for (text, shown_as, typed, chosen) in [
        // If a customer selects another name and types none, the page asks for it. The review is not published as
        // anonymous.
        ("Words.", "other", " ", "other"),
        (&*too_long, "other", "Zoë", "other"),
        (&too_long, "anonymous", "Zoë", "anonymous"),
        (&too_long, "name:Jane D.", "Zoë", "name:Jane D."),
        ("Words.", "other", &long, "other"),
    ] {
        let reply = signed(&shop, &hub, text, &[("shown_as", shown_as), ("display_name", typed)]).await.is(422);
        let (card, _) = reply.body.split_once("id=\"item-1\"").unwrap();
        assert!(card.contains(&format!("name=\"shown_as\" value=\"{chosen}\" checked")), "{shown_as}: {card}");
        assert!(card.contains(&format!("name=\"display_name\" value=\"{typed}\"")), "{shown_as}: {card}");
    }
}

#[tokio::test]
async fn the_form_says_what_will_be_public() {
    let shop = Shop::new().await;
    let page = shop.browse(&asked(&shop, Some("Jane Doe")).await).await.body;
    assert!(page.contains("Everyone sees your stars, words, photos and this name"));
    assert!(!page.contains("Doe"), "not even here");
}
