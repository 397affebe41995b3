//! *Send me one*: a member gets the email that customers get, and reviews a product on the customer's page.

use super::*;

/// Presses the button; the path of the page to which the email leads.
async fn tried(shop: &Shop, mara: &Visitor) -> String {
    mara.post("/console/today/trial", &[]).await.leads("/console/today");
    assert!(mara.get("/console/today").await.body.contains(&format!("On its way to {MARA}.")));
    shop.settle().await;
    let mails = shop.inbox();
    let mail = mails.iter().rfind(|mail| mail.to == MARA).unwrap();
    assert!(mail.html.as_ref().unwrap().contains("Stoneware mug") && mail.headers.contains_key("List-Unsubscribe"));
    link_in(mail)
}

async fn send(shop: &Shop, hub: &str, stars: &str, text: &str) -> u16 {
    shop.writes(hub, &[("rating", stars), ("text", text), ("display_name", "Mara")]).await.status.as_u16()
}

#[tokio::test]
async fn a_member_tries_the_customers_page_and_nothing_of_it_is_counted() {
    let shop = shop().await;
    // It leaves at once, whatever the hours.
    shop.sets(json!({"send_window": {"from": "03:00", "to": "04:00", "time_zone": "UTC"}})).await;
    shop.jump(MINUTE);
    let hook = json!({"url": "https://hooks.example/afterword"});
    let hook = shop.post("/api/v1/webhooks", hook).await.json()["id"].clone();
    let mara = Visitor::signed_in(&shop, MARA).await;
    assert!(mara.get("/console/today").await.body.contains(">Send me one<"));

    let hub = tried(&shop, &mara).await;
    shop.browse(&*hub).await.shows(["This is a test", "Stoneware mug"]);
    assert_eq!(send(&shop, &hub, "4", "Heavy, in a good way.").await, 303);
    shop.browse(&*hub)
        .await
        .shows(["Heavy, in a good way.", "Mara", "Asked after an order"])
        .lacks(["Everyone can see"]);
    assert_eq!(send(&shop, &hub, "5", "Heavier still.").await, 303);
    shop.browse(&*hub).await.shows(["Heavier still."]).lacks(["in a good way"]);

    assert!(shop.counters().await.is_empty(), "{:?}", shop.counters().await);
    assert_eq!(shop.get("/api/v1/reviews").await.json()["reviews"], json!([]));
    let log = shop.get(format!("/api/v1/webhooks/{hook}/deliveries")).await.json();
    assert_eq!(log["deliveries"], json!([]), "{log}");
    let listed = shop.get("/api/v1/review-requests").await.json();
    let id = &listed["requests"][0]["id"];
    assert_eq!(shop.get(format!("/api/v1/review-requests/{id}")).await.json()["test"], true);
    mara.get("/console/today").await.shows(["<s>Try it on yourself</s>"]).lacks(["Requests sent in 28 days"]);
    for path in ["/console/requests", &format!("/console/requests/{id}")] {
        assert!(mara.get(path).await.body.contains("A test by a member, not counted"), "{path}");
    }
    mara.get("/console/customers").await.shows([MARA, "<span class=\"chip q\">Test</span>"]);

    shop.sends("withdraw", &hub, &[("sure", "yes")]).await.is(303);
    assert!(!shop.browse(&*hub).await.body.contains("Heavier still."));
    assert_eq!(send(&shop, &hub, "1", "Once more.").await, 303);
    assert!(shop.browse(&*hub).await.body.contains("Once more."));
}

#[tokio::test]
async fn a_trial_is_refused_where_no_email_may_leave() {
    let (shop, mara) = signed_in().await;
    shop.suppresses(MARA).await;
    mara.post("/console/today/trial", &[]).await.is(303);
    assert!(mara.get("/console/today").await.body.contains("Your address gets no emails from this shop"));
    let requests = shop.get("/api/v1/review-requests").await.json();
    assert_eq!(requests["requests"], json!([]));
    shop.delete(format!("/api/v1/suppressions/{MARA}")).await.is(200);
    for _ in 0..20 {
        mara.post("/console/today/trial", &[]).await.is(303);
    }
    mara.post("/console/today/trial", &[]).await;
    assert!(mara.get("/console/today").await.body.contains("You have sent 20 tests within this hour"));
}
