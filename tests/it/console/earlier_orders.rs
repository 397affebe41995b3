//! Requests for orders from the time before the connection.

use super::*;

const PAGE: &str = "/console/requests/earlier";
const ASK: &str = "/console/requests/earlier/ask";

const ROWS: &str = "Email;Order number;Customer name;Date;Products\r\n\
    jane@example.com;1001;Jane Doe;2026-11-18 10:00:00 +0100;shopify-1\r\n\
    jane@example.com;1002;;2026-10-01;shopify-1|shopify-2\r\n\
    jane@example.com;1003;;2026-10-02;shopify-1\r\n\
    JANE@example.com;1001;;;\r\n\
    june@example.com;1004;;;\r\n\
    nobody;1005;;;\r\n\
    joan@example.com;1006;;18.11.2026;\r\n\
    stop@example.com;1007;;;\r\n";

async fn listed(shop: &Shop) -> Vec<Value> {
    shop.get("/api/v1/review-requests").await.json()["requests"].list().clone()
}

fn number(page: &str) -> Option<&str> {
    let (_, button) = page.split_once("name=\"number\" value=\"")?;
    Some(button.split_once('"').unwrap().0)
}

#[tokio::test]
async fn rows_are_asked_about_once_their_number_is_confirmed() {
    let (shop, mara) = signed_in().await;
    let suppressed = shop.put("/api/v1/suppressions/stop@example.com", json!({"reason": "unsubscribed"})).await;
    assert!(suppressed.status.is_success(), "{}", suppressed.body);
    assert!(mara.get("/console/requests").await.body.contains(PAGE));
    assert!(mara.get(PAGE).await.body.contains("name=\"days\" min=\"0\" max=\"89\" value=\"7\""));

    let typed = [("rows", ROWS), ("days", "7")];
    let tried = mara.post(PAGE, &typed).await.is(200);
    tried.shows([
        "3 orders would be asked about.",
        "The first email is due on 20 November 2026, the last on 25 November 2026.",
        "2 lines were already asked about.",
        "1 line is for a person who gets no emails from you",
        "2 lines cannot be read.",
        "<td>7</td><td>This is not an email address.</td>",
        "<td>8</td><td>The date must look like 2026-11-03.</td>",
    ]);
    assert_eq!((number(&tried.body), listed(&shop).await.len()), (Some("3"), 0), "a look asks nobody");

    // The confirmed number is out of date, because a program meanwhile created a request for one of the orders.
    let program = json!({"email": "june@example.com", "order_id": "1004", "delay_days": 3});
    shop.post("/api/v1/review-requests/send", program).await.is(201);
    let changed = mara.post(ASK, &[typed[0], typed[1], ("number", "3")]).await;
    assert!(changed.status == 200 && changed.body.contains("Something changed since you looked"), "{}", changed.body);
    assert_eq!((number(&changed.body), listed(&shop).await.len()), (Some("2"), 1));

    let asked = mara.post(ASK, &[typed[0], typed[1], ("number", "2")]).await;
    asked.leads("/console/requests");
    assert!(mara.get("/console/requests").await.body.contains("2 orders will be asked about."));
    shop.settle().await;
    let sent = shop.inbox().into_iter().filter(|mail| mail.to == "jane@example.com").count();
    assert_eq!(sent, 1, "the older order is asked about at once");
    shop.advance(SignedDuration::from_hours(24 * 5 + 4)).await;
    assert_eq!(shop.inbox().into_iter().filter(|mail| mail.to == "jane@example.com").count(), 2);

    // The same rows again create no requests, and the log says who did what.
    let mara = Visitor::signed_in(&shop, MARA).await;
    let again = mara.post(PAGE, &typed).await.body;
    assert!(again.contains("Nobody would be asked.") && number(&again).is_none(), "{again}");
    let log = shop.get("/api/v1/audit").await.json();
    let entry = log["entries"].list().iter().find(|entry| entry["what"] == "ask_about_orders").unwrap();
    assert!(entry["after"] == json!({"requests": 2}) && entry["by"].text().starts_with("member:"), "{entry}");
    assert!(mara.get("/console/audit").await.body.contains("Asked about earlier orders"));
}

#[tokio::test]
async fn unreadable_rows_are_kept_with_their_reason() {
    let (shop, mara) = signed_in().await;
    let many: String = (0..501).map(|row| format!("jane{row}@example.com,{row}\n")).collect();
    let many = format!("email,order\n{many}");
    for (rows, days, why) in [
        ("", "7", "The first line has no column “email”."),
        ("email,name\njane@example.com,Jane", "7", "The first line has no column “order”."),
        ("email,order", "7", "There is no line below the first one."),
        (many.as_str(), "7", "There are more than 500 lines."),
        ("email,order\njane@example.com,1", "90", "Please enter a number from 0 to 89."),
    ] {
        let page = mara.post(PAGE, &[("rows", rows), ("days", days)]).await;
        assert!(page.status == 422 && page.body.contains(why) && page.body.contains(rows), "{why}: {}", page.body);
    }
    // A number that the page did not show is not a confirmation.
    let page = mara.post(ASK, &[("rows", "email,order\nnobody,1"), ("days", "7"), ("number", "0")]).await;
    assert!(page.status == 200 && page.body.contains("Something changed"), "{}", page.body);
    let rae = Visitor::member(&shop, "rae@fernandoak.example", "moderator").await;
    rae.get(PAGE).await.is(403);
    assert!(!rae.get("/console/requests").await.body.contains(PAGE));
}

#[tokio::test]
async fn five_hundred_rows_are_asked_about_within_a_call() {
    let (shop, mara) = signed_in().await;
    let rows: String = (0..500).map(|row| format!("jane{row}@example.com\t{row}\n")).collect();
    let rows = format!("email\torder\n{rows}");
    mara.post(ASK, &[("rows", &rows), ("days", "7"), ("number", "500")]).await.leads("/console/requests");
    assert_eq!(shop.get("/api/v1/stats").await.json()["total"]["created"], 500);
}

/// The layouts of Shopify's export of orders, and of an export by a plug-in of WooCommerce.
const SHOPIFY: &str = "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Billing Name,Id\n\
    #1005,jane@example.com,paid,2026-11-18 10:00:00 +0100,1,Mug,Jane Doe,5501\n\
    #1005,jane@example.com,,,1,Tray,,\n\
    #1006,june@example.com,paid,2026-11-18 11:00:00 +0100,1,Mug,June Doe,5502\n";
const WOO: &str = "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),Item Name\n\
    2001,Completed,2026-11-18 10:00,Mary Ann,Doe,mary@example.com,Mug\n";

#[tokio::test]
async fn exports_of_shopify_and_woocommerce_are_known_by_their_headings() {
    let (shop, mara) = signed_in().await;
    for (rows, asked) in [(SHOPIFY, "2"), (WOO, "1")] {
        let typed = [("rows", rows), ("days", "7")];
        let tried = mara.post(PAGE, &typed).await;
        assert_eq!((tried.status.as_u16(), number(&tried.body)), (200, Some(asked)), "{}", tried.body);
        tried.lacks(["cannot be read"]);
        mara.post(ASK, &[typed[0], typed[1], ("number", asked)]).await.is(303);
    }
    let mut orders: Vec<_> = listed(&shop).await.iter().map(|one| one["order_id"].owned()).collect();
    orders.sort();
    assert_eq!(orders, ["#1005", "#1006", "2001"]);
    shop.advance_days(7).await;
    let subjects: Vec<_> =
        shop.inbox().into_iter().map(|mail| mail.subject).filter(|subject| subject.contains('?')).collect();
    for name in ["Jane", "June", "Mary Ann"] {
        assert!(subjects.iter().any(|subject| subject.contains(name)), "{name}: {subjects:?}");
    }
}
