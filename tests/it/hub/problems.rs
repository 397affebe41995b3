//! "Something is wrong with my order": what `tests/stories/hub/problems.story` cannot tell.

use crate::failures::death_at_each_await::{self, Life, survives};
use crate::support::*;

const WORDS: &str = "The handle came off.\nCan you help?";

/// A customer's page of a shop with an owner.
struct Telling {
    shop: Shop,
    hub: String,
}

impl Telling {
    async fn of(shop: Shop) -> Self {
        shop.owned_by(json!("owner@fern-and-oak.example")).await;
        let (_, hub) = shop.created(json!({"product_ids": [MUG, TRAY], "skip_email": true})).await;
        Self { shop, hub }
    }

    async fn tells(&self) -> u16 {
        self.shop.sends("problem", &self.hub, &[("item", "1"), ("words", WORDS)]).await.status.as_u16()
    }

    /// How many emails about problems left.
    fn letters(&self) -> usize {
        let is_problem = |mail: &Mail| mail.tags.get("letter").is_some_and(|name| name.starts_with("problem-"));
        self.shop.inbox().into_iter().filter(is_problem).count()
    }
}

impl Life for Telling {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        assert_eq!(self.tells().await, 303);
        self.shop.advance(HOUR).await;
    }

    async fn check(&self, name: &str) {
        assert_eq!(self.letters(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_problem_is_sent_once_wherever_the_sender_dies() {
    let new = async || Telling::of(death_at_each_await::shop().await).await;
    let lived = survives(new, |function| function == "send-request", 10).await;
    assert!(lived.contains("send-request"), "{lived:?}");
}

#[tokio::test]
async fn simultaneous_clicks_send_one_letter_each_and_no_more_than_three() {
    let telling = Telling::of(Shop::new().await).await;
    let mut statuses = join_all((0..5).map(|_| telling.tells())).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 303, 303, 429, 429]);
    telling.shop.advance_days(1).await;
    assert_eq!(telling.letters(), 3);
}
