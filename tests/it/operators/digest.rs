//! The operator's weekly digest: what shops did, without a name, once, at a fixed hour.

use crate::sending::mail_events;
use crate::sending::reconcile::run;
use crate::support::*;
use crate::webhooks::receiver::{Answer, Receiver};

fn jump_to(shop: &Shop, instant: &str) {
    shop.jump(instant.parse::<Timestamp>().unwrap().duration_since(shop.now()));
}

/// What was published since the first `known`, as its subject and its lines.
fn news(shop: &Shop, known: usize) -> Vec<(String, Vec<String>)> {
    let notices = shop.aws().notices().into_iter().skip(known);
    notices.map(|notice| (notice.subject, notice.message.split("\n\n").map(str::to_owned).collect())).collect()
}

#[tokio::test]
async fn the_digest_tells_once_what_shops_did() {
    let shop = Shop::new().await;
    let oak = shop.beside("oak").await;
    oak.sets(json!({"moderation": "hold"})).await;
    let receiver = Receiver::answering(|_| Answer::Status(410)).await;
    oak.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    let (_, hub) = oak.created(json!({"order_id": "A", "product_ids": [MUG], "skip_email": true})).await;
    oak.review(&hub, 0).await;
    mail_events::send(&shop, 5, 0, 0).await;
    jump_to(&shop, "2026-11-23T06:55:00Z");
    run(&shop).await;
    assert_eq!(news(&shop, 0), [], "it comes from seven o'clock on");
    shop.aws().set_mail_quota(10);
    mail_events::send(&shop.beside("elm").await, 0, 0, 8).await;
    jump_to(&shop, "2026-11-23T07:05:00Z");
    futures_util::join!(run(&shop), run(&shop));
    let [(subject, lines)] = &news(&shop, 0)[..] else { panic!("one of two runs at the same time publishes it") };
    assert_eq!(subject, "Afterword: the week from 2026-11-16");
    let expected = [
        "From 2026-11-16 to 2026-11-22 (UTC), Afterword suspended the emails of 1 shop, because too many bounced or were \
         marked as spam. Suspended now: 0 shops. The saved query \"suspensions and releases\" names them.",
        "Afterword disabled 1 webhook, because their endpoints failed. The saved query \"disabled webhooks\" names them.",
        "Shops have not decided about 0 reviews for over ten days.",
        "Afterword owes 0 messages; the oldest late one is 0 minutes late.",
        "The account has used 80 % of SES' quota for 24 hours.",
    ];
    assert_eq!(lines[1..6], expected);
    for later in ["2026-11-23T07:10:00Z", "2026-11-23T23:55:00Z", "2026-11-24T07:00:00Z"] {
        jump_to(&shop, later);
        run(&shop).await;
        assert_eq!(news(&shop, 1), [], "at {later}");
    }
    jump_to(&shop, "2026-11-30T07:00:00Z");
    run(&shop).await;
    let [(_, lines)] = &news(&shop, 1)[..] else { panic!("the next week has a digest") };
    lines.concat().shows(["the emails of 0 shops", "not decided about 1 review for", "used 0 % of SES' quota"]);
}

#[tokio::test]
async fn a_digest_that_was_not_published_is_published_by_a_later_run() {
    let shop = Shop::new().await;
    jump_to(&shop, "2026-11-23T07:05:00Z");
    shop.fails(Service::Sns, Fault::Deny);
    run(&shop).await;
    shop.heals();
    run(&shop).await;
    assert_eq!(news(&shop, 0), [], "the first run may still publish it");
    jump_to(&shop, "2026-11-23T07:10:00Z");
    run(&shop).await;
    assert_eq!(news(&shop, 0).len(), 1);
}
