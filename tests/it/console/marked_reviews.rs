//! Reviews that are marked in the list: one of the decisions fails, and a form names more than it may. The rest is in
//! `tests/stories/console/marked_reviews.story`.

use super::*;

/// Publishes these reviews, each with its revision, and returns the list with the message about what was done.
async fn publish(mara: &Visitor, marked: &[(u64, u32)]) -> Reply {
    let marked: Vec<_> = marked.iter().map(|(id, revision)| (format!("r-{id}"), revision.to_string())).collect();
    let fields: Vec<_> = marked.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    mara.post("/console/reviews/marked/publish", &fields).await.leads("/console/reviews");
    mara.get("/console/reviews").await
}

#[tokio::test]
async fn a_failure_stops_the_call_and_the_form_that_comes_again_decides_about_the_rest() {
    let (shop, mara) = signed_in().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let mut marked = Vec::new();
    for number in 0..3 {
        let email = format!("jane{number}@example.com");
        let (_, hub) = shop.created(json!({"email": email, "product_ids": [MUG], "skip_email": true})).await;
        shop.review(&hub, 0).await;
        marked.push((shop.newest_review().await["id"].number(), 1));
        shop.jump(SECOND);
    }
    let written = AtomicUsize::new(0);
    shop.aws().set_faults(move |call| {
        let is_second = call.operation == "TransactWriteItems" && written.fetch_add(1, Ordering::SeqCst) == 1;
        if is_second { Fault::Deny } else { Fault::None }
    });
    let stopped = "1 review published. Then something went wrong. The others are as they were: please try again.";
    publish(&mara, &marked).await.shows([stopped]);
    let waiting = async || shop.get("/api/v1/reviews?status=pending").await.json()["total"].number();
    assert_eq!(waiting().await, 2);
    let page = publish(&mara, &marked).await;
    let undo = marked.iter().map(|(id, _)| format!("name=\"r-{id}\" value=\"2\""));
    page.shows(["3 reviews published."]).shows(undo);
    assert_eq!(waiting().await, 0);
    let forged: Vec<_> = (1..=101).map(|id| (id, 1)).collect();
    publish(&mara, &forged).await.shows(["100 stayed as they are"]).lacks(["data-key=\"u\""]);
}
