//! Writing a review without having been asked: how long an answer takes and what it stores, and the limit of a network.
//! `tests/stories/hub/write.story` tells of the rest.

use crate::support::*;

async fn ask(shop: &Shop, product: &str, email: &str, network: &str) -> Reply {
    let call = shop.call("POST", format!("/review/write/{}/{product}", shop.tenant.id.as_str()));
    call.without_key().form(&[("email", email)]).header("x-forwarded-for", network).send().await
}

#[tokio::test]
async fn every_address_gets_the_same_answer_after_a_second_and_of_unknown_ones_nothing_is_stored() {
    let shop = Shop::new().await;
    for email in ["jane@example.com", "max@example.com"] {
        let order = json!({"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": email}});
        shop.put(format!("/api/v1/orders/{email}"), order).await.is(200);
    }
    shop.suppresses("max@example.com").await;
    let (before, mut answers) = (table(&shop.world).await, Vec::new());
    for email in ["june@example.com", "max@example.com", "jane@example.com"] {
        if email == "jane@example.com" {
            let mut stored = table(&shop.world).await.into_iter().filter(|row| !before.contains(row));
            assert!(stored.all(|row| row["PK"]["S"].text().starts_with("LINKS#")));
        }
        let asked_at = std::time::Instant::now();
        answers.push(ask(&shop, MUG, email, "192.0.2.1").await.is(200).body.replace(email, "…"));
        assert!(asked_at.elapsed() >= Duration::from_secs(1), "{email}");
        shop.settle().await;
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    let [mail] = &shop.inbox()[..] else { panic!("one email") };
    assert_eq!(mail.to, "jane@example.com");
}

#[tokio::test]
async fn a_network_gets_twenty_links_an_hour_from_all_shops() {
    let fern = Shop::new().await;
    let moss = fern.beside("moss").await;
    let asks = async |number: usize| {
        ask([&fern, &moss][number % 2], "@shop", &format!("p{number}@example.com"), "198.51.100.7").await.is(200)
    };
    join_all((0..20).map(asks)).await;
    let refused = ask(&moss, "@shop", "more@example.com", "198.51.100.8").await.is(429);
    refused.shows(["Many links were requested over your internet connection"]);
    ask(&fern, "@shop", "more@example.com", "198.51.99.8").await.is(200);
    fern.jump(HOUR);
    ask(&moss, "@shop", "more@example.com", "198.51.100.8").await.is(200);
}
