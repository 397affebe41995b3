//! Amino: the exact rolling limit of invitations. The rest is told in `tests/stories/dialects/amino.story`.

use futures_util::StreamExt;
use futures_util::stream;

use crate::load::simultaneous_calls::many;
use crate::support::*;

async fn invite(shop: &Shop, order: &str) -> Reply {
    shop.post("/api/v1/invitations", json!({"email": "jane@example.com", "name": "Jane", "order_ref": order})).await
}

#[tokio::test]
async fn the_101st_invitation_of_an_hour_is_429_until_the_oldest_leaves() {
    let (shop, held, _) = Shop::asking(json!({"order_id": "held", "skip_email": true})).await;
    let first = shop.now();
    for index in 0..100 {
        let reply = invite(&shop, &index.to_string()).await;
        assert_eq!(reply.header("ratelimit-policy"), "\"invitations\";q=100;w=3600");
        assert_eq!(reply.header("ratelimit"), format!("\"invitations\";r={};t={}", 99 - index, 3_600 - index));
        shop.jump(SECOND);
    }
    for shop in [&shop, &shop.with_scopes(local::SCOPES).await] {
        let reply = invite(shop, "held").await.is(429);
        assert_eq!(reply.json()["code"], "rate_limited");
        assert_eq!([reply.header("retry-after"), reply.header("ratelimit")], ["3500", "\"invitations\";r=0;t=3500"]);
    }
    assert_eq!(shop.status(held).await, "manual");
    // A repeated order is still answered, and statistics have no limit.
    invite(&shop, "7").await.is(200);
    shop.get("/api/v1/invitations/stats").await.is(200);
    // A call that is tried again waits, and the clock moves meanwhile.
    shop.jump((first + HOUR).duration_since(shop.now()) - SignedDuration::from_millis(1));
    invite(&shop, "new").await.is(429);
    shop.jump(SignedDuration::from_millis(1));
    invite(&shop, "newer").await.is(200);
    invite(&shop, "newest").await.is(429);
}

#[tokio::test]
async fn of_simultaneous_invitations_exactly_100_pass_and_an_hour_later_100_more() {
    let shop = &Shop::new().await;
    for hour in 0..2 {
        let calls =
            (0..many()).map(|index| async move { invite(shop, &format!("{hour}-{index}")).await.status.as_u16() });
        let mut statuses: Vec<_> = stream::iter(calls).buffer_unordered(many()).collect().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [vec![200; 100], vec![429; many() - 100]].concat());
        shop.advance(HOUR).await;
    }
    assert_eq!(shop.inbox().len(), 200);
}
