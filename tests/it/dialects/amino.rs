//! Amino: the limit of simultaneous invitations. The rest is told in `tests/stories/dialects/amino.story`.

use futures_util::StreamExt;
use futures_util::stream;

use crate::load::simultaneous_calls::many;
use crate::support::*;

async fn invite(shop: &Shop, order: &str) -> Reply {
    shop.post("/api/v1/invitations", json!({"email": "jane@example.com", "name": "Jane", "order_ref": order})).await
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
