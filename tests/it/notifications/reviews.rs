//! The email about reviews: only its stars depend on the stars, nothing happens by opening its links, and each is one member's.
//! `tests/stories/console/review_emails.story` tells when it leaves and what it says.

use super::*;
use crate::console::{MARA, Visitor, signed_in};

/// Times and texts of the emails about a hundred reviews, some of which wait, without what differs by itself.
async fn emails(stars: impl Fn(usize) -> usize) -> Vec<(String, String, String)> {
    let (shop, _) = signed_in().await;
    for number in 0..100 {
        let words = if number % 7 == 0 { "Write to eve@example.com." } else { "It holds a litre." };
        let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
        let rating = stars(number).to_string();
        shop.writes(&hub, &[("rating", &rating), ("text", words), ("display_name", "Jane")]).await.is(303);
        shop.jump(MINUTE);
        if number % 10 == 9 {
            shop.advance(HOUR * 7).await;
        }
    }
    shop.advance_days(1).await;
    let plain = |text: &str| {
        let mut text = text.replace(['★', '☆'], "*");
        for given in 1..=5_usize {
            let label = Texts::mail(Language::English).say("stars").count("count", given).to_string();
            text = text.replace(&format!("\"{label}\""), "");
        }
        let text = without(&text, "k=", |letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
        without(&text, "reviews%2F", |letter| letter.is_ascii_digit())
    };
    let emails =
        shop.notifications().into_iter().filter(|mail| mail.to == MARA && mail.tags["letter"].starts_with("reviews-"));
    emails
        .map(|mail| (format!("{:.0} {}", mail.sent_at, mail.subject), plain(text(&mail)), plain(&html(&mail))))
        .collect()
}

#[tokio::test]
async fn two_hundred_reviews_with_other_stars_give_the_same_emails_at_the_same_hours() {
    let rising = emails(|number| number % 5 + 1).await;
    let falling = emails(|number| 5 - number % 5).await;
    assert!(rising.len() >= 3 && rising[0].0.contains("reviews for Fern & Oak"), "{rising:?}");
    assert!(rising.iter().any(|(_, text, _)| text.contains("And")), "more than twenty");
    assert_eq!(rising, falling);
}

/// A text without the key or id that follows these words.
fn without(text: &str, words: &str, is_of_it: fn(char) -> bool) -> String {
    let mut parts = text.split(words);
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + words + part.trim_start_matches(is_of_it))
}

/// A shop with a waiting and a public review, its owner, and the owner's email about them.
async fn told() -> (Shop, Visitor, Mail) {
    let (shop, mara) = signed_in().await;
    shop.written(json!({"order_id": "A"})).await;
    shop.sets(json!({"moderation": "hold"})).await;
    shop.written(json!({"order_id": "B"})).await;
    shop.advance_days(1).await;
    let mail = shop.notifications().pop().unwrap();
    assert_eq!(mail.to, MARA);
    (shop, mara, mail)
}

/// The addresses in an email, without the places in their pages.
fn links(mail: &Mail) -> Vec<String> {
    let words = text(mail).split_whitespace().filter(|word| word.starts_with(BASE_URL));
    words.map(|url| path_of(url.split('#').next().unwrap())).collect()
}

fn acting(mail: &Mail) -> Vec<String> {
    let mut links: Vec<_> = links(mail).into_iter().filter(|link| link.starts_with("/console/mail?")).collect();
    links.dedup();
    links
}

#[tokio::test]
async fn a_program_that_opens_every_link_of_the_email_changes_nothing() {
    let (shop, _, mail) = told().await;
    let before = table(&shop.world).await;
    let all = links(&mail);
    // Two for each of two reviews, each review in the console, all reviews, and the end of the emails.
    assert_eq!(all.len(), 8, "{all:?}");
    for link in &all {
        for (method, purpose) in [("GET", ""), ("HEAD", ""), ("GET", "prefetch")] {
            let call = shop.call(method, link).without_key().header("sec-purpose", purpose);
            let reply = call.send().await.is(200);
            if link.starts_with("/console/mail") {
                assert_eq!(reply.header("referrer-policy"), "no-referrer");
                assert_eq!(reply.header("cache-control"), "no-store");
                reply.header("x-robots-tag").shows(["noindex"]);
            }
        }
    }
    assert_eq!(table(&shop.world).await, before);
}

async fn publish(visitor: &Visitor, link: &str, revision: &str) -> Reply {
    let (_, k) = link.split_once("?k=").unwrap();
    // As of a page without a referrer.
    let fields = [("k", k), ("act", "publish"), ("revision", revision)];
    visitor.send("POST", "/console/mail", &fields, Some("null")).await
}

fn revision(page: &Reply) -> String {
    between(&page.body, "name=\"revision\" value=\"", "\"").to_owned()
}

/// Nothing is shown, and nothing is done.
async fn is_refused(shop: &Shop, visitor: &Visitor, link: &str, status: u16) {
    let before = table(&shop.world).await;
    for reply in [visitor.get(link).await, publish(visitor, link, "1").await] {
        reply.is(status).lacks(["Lovely.", "Jane", "Stoneware mug", "Fern & Oak"]);
    }
    assert_eq!(table(&shop.world).await, before);
}

#[tokio::test]
async fn a_link_acts_once_as_its_member() {
    let (shop, mara, mail) = told().await;
    let [waiting, public] = acting(&mail).try_into().unwrap();
    let anybody = Visitor::new(&shop);
    let page = anybody.get(&waiting).await.is(200);
    page.shows(["Lovely.", "Publish", "Skip to the next"]);
    // What waits comes first, and then the next one of the email.
    let reply = publish(&anybody, &waiting, &revision(&page)).await;
    let next = reply.header("location").to_owned();
    reply.leads(&format!("{public}&done=publish"));
    let page = anybody.get(&next).await.is(200);
    page.shows(["The review is published.", "1 review of the email is left"]);
    is_refused(&shop, &anybody, &waiting, 409).await;
    let review = shop.get("/api/v1/reviews?limit=1").await.json()["reviews"][0]["id"].number();
    let jo = Visitor::member(&shop, "jo@fernandoak.example", "owner").await;
    jo.get(&format!("/console/reviews/{review}")).await.is(200).shows([MARA, "Published"]);
    // Two clicks at the same time are one.
    let (_, k) = public.split_once("?k=").unwrap();
    let revision = revision(&page);
    let fields = [("k", k), ("act", "answer"), ("revision", revision.as_str()), ("text", "Thank you!")];
    let (one, other) = tokio::join!(mara.post("/console/mail", &fields), anybody.post("/console/mail", &fields));
    let mut statuses = [one, other].map(|reply| reply.status.as_u16());
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    anybody.get(&format!("{public}&done=answer")).await.is(200).shows(["Your reply is public.", "the last one"]);
}
