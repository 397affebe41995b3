//! Visitors who follow a link: a look changes nothing except, at most, the mark `opened`, and a click on a star nothing but the
//! star. `tests/stories/hub/visitors.story` tells of programs and of what counts as an input.

use edge::routes::ROUTES;

use crate::support::*;

/// A request with reminders whose first email was sent: its id, the page, and the link that unsubscribes.
async fn mailed(shop: &Shop) -> (u64, String, String) {
    let fields = json!({"customer_name": "Jane Doe", "product_ids": [MUG, TRAY], "order_id": "A", "delay_days": 0});
    let (id, hub) = shop.sent(fields).await;
    (id, hub, unsubscribe_link(&shop.inbox()[0]))
}

#[tokio::test]
async fn no_look_at_an_address_with_a_token_changes_anything() {
    for (method, agent) in [("GET", "curl/8.14.1"), ("HEAD", BROWSER), ("GET", BROWSER)] {
        let shop = Shop::new().await;
        let (_, hub, unsubscribe) = mailed(&shop).await;
        if (method, agent) == ("GET", BROWSER) {
            // This marks the request as opened.
            shop.browse(&hub).await.is(200);
        }
        let (token, before) = (token_of(&hub), table(&shop.world).await);
        let pages = ROUTES.iter().filter(|route| route.function == "hub").map(|route| {
            let path = route.path.replace("{token}", token).replace("{file}", "hub.css").replace("{proxy+}", "x/y");
            format!("{path}?token={token}&item=0&turn=0&saved=0")
        });
        for path in pages.chain([unsubscribe]) {
            let reply = shop.call(method, &path).without_key().header("user-agent", agent).send().await;
            assert!(!reply.status.is_server_error(), "{path}: {}", reply.body);
        }
        assert_eq!(table(&shop.world).await, before, "{method} {agent}");
    }
}

const ACTS: [&str; 10] =
    ["open", "open by path", "questions", "chat", "draft", "mistakes", "review", "review", "postpone", "unsubscribe"];

/// What a customer does, about which item, and how many days pass then.
type Act = (&'static str, u64, u64);

#[tokio::test]
async fn the_rating_changes_nothing_but_itself() {
    for seed in 0..8 {
        let random = seeded_random(seed);
        let drawn = |_| {
            let act = ACTS[usize::try_from(random.below(10)).unwrap()];
            (act, random.below(2), random.below(2) * (1 + random.below(4)))
        };
        let end = [("review", 1, 0), ("open", 0, 0), ("review", 1, 30), ("open", 0, 0)];
        let acts: Vec<Act> = [("open", 0, 0)].into_iter().chain((0..10).map(drawn)).chain(end).collect();
        let five = a_life(seed, &acts, 5).await;
        for rating in 1..5 {
            assert_eq!(a_life(seed, &acts, rating).await, five, "{rating} stars, {acts:?}");
        }
    }
}

/// Everything observable about a request with reminders.
async fn a_life(seed: u64, acts: &[Act], rating: u8) -> impl PartialEq + std::fmt::Debug + use<> {
    let shop = Shop::with_seed(seed).await;
    let (id, hub, unsubscribe) = mailed(&shop).await;
    let (token, rating, long) = (token_of(&hub), rating.to_string(), "W".repeat(5_001));
    let mut pages = Vec::new();
    for &(act, item, days) in acts {
        let (form, text) = if act == "mistakes" { ("review", &*long) } else { (act, "My words.") };
        let fields = [("item", &*item.to_string()), ("rating", &rating), ("text", text), ("shown_as", "name:Jane")];
        let reply = match act {
            "open" => shop.browse(&hub).await,
            "open by path" => shop.browse(format!("/review/{token}")).await,
            "questions" => shop.browse(format!("/review/hub/chat?token={token}&item=0")).await,
            "unsubscribe" => shop.submit(&unsubscribe, &[]).await,
            _ => {
                let answer = [("turn", "0"), ("answer", "for my tea")];
                shop.sends(form, &hub, &[&fields[..], &answer].concat()).await
            }
        };
        pages.push((reply.status, reply.header("location").to_owned(), without_the_star(&reply.body)));
        shop.advance_days(days.cast_signed()).await;
    }
    let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
    let messages: Vec<_> = shop.inbox().into_iter().map(|mail| (mail.sent_at, mail.subject, mail.text)).collect();
    (pages, timeline, shop.counters().await, messages)
}

/// The page without its checked star, the full stars of folded cards, and those of sent reviews, so that pages with
/// different ratings can be compared.
fn without_the_star(page: &str) -> String {
    let page = page.replace("<svg class=\"full\"", "<svg");
    let mut parts = page.split("<span class=\"got");
    let first = parts.next().unwrap_or_default().to_owned();
    let page = parts.fold(first, |page, part| page + part.split_once("</span>").unwrap().1);
    let tags = page.split_inclusive('>').map(|tag| match tag.contains("name=\"rating\"") {
        true => tag.replace(" checked", ""),
        false => tag.to_owned(),
    });
    tags.collect()
}
