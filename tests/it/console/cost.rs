//! The cost of clicks, in calls to AWS. It is constant, whatever data the shop has.

use super::*;

#[tokio::test]
async fn a_click_is_one_read_and_one_write_in_five_minutes() {
    let (shop, mara) = signed_in().await;
    mara.get("/console/members").await;
    shop.operations();
    for _ in 0..3 {
        mara.get("/console/members").await;
        assert_eq!(shop.operations(), ["BatchGetItem"]);
    }
    shop.jump(MINUTE * 5);
    mara.get("/console/members").await;
    assert_eq!(shop.operations(), ["BatchGetItem", "UpdateItem"]);
    mara.get("/console/members").await;
    assert_eq!(shop.operations(), ["BatchGetItem"]);
}

#[tokio::test]
async fn asking_for_a_link_costs_the_same_for_every_address() {
    let shop = shop().await;
    Visitor::new(&shop).ask("somebody@elsewhere.example").await;
    for email in [MARA, "nobody@elsewhere.example", MARA] {
        let visitor = Visitor::new(&shop);
        shop.operations();
        visitor.post("/console/sign-in/ask", &[("email", email)]).await;
        assert_eq!(shop.operations(), ["UpdateItem", "UpdateItem", "PutItem", "SendMessage"], "{email}");
        shop.settle().await;
        shop.operations();
        visitor.post("/console/sign-in/ask", &[("email", email)]).await;
        let again = ["GetItem", "UpdateItem", "UpdateItem", "UpdateItem", "SendMessage"];
        assert_eq!(shop.operations(), again, "{email}");
        shop.settle().await;
    }
}

#[tokio::test]
async fn somebody_who_is_not_signed_in_costs_no_call() {
    let shop = shop().await;
    shop.operations();
    let visitor = Visitor::new(&shop);
    for path in ["/console", "/console/members", "/console/sign-in", "/console/assets/console.css"] {
        visitor.get(path).await;
        assert_eq!(shop.operations(), [""; 0], "{path}");
    }
}
