//! Signing in by email: who can sign in, and who cannot.

use super::*;

/// The rows whose sort keys begin so.
async fn rows(shop: &Shop, begins: &str) -> Vec<Value> {
    table(&shop.world).await.into_iter().filter(|row| row["SK"]["S"].text().starts_with(begins)).collect()
}

#[tokio::test]
async fn in_another_browser_the_link_shows_a_code_for_the_window_that_waits() {
    let shop = shop().await;
    let [desk, phone] = [Visitor::new(&shop), Visitor::new(&shop)];
    desk.ask(MARA).await;
    let link = sign_in_link(&shop, MARA);
    let shown = phone.get(&link).await.is(200).body;
    let code = between(&shown, "<p class=\"code\" dir=\"ltr\">", "<");
    phone.press(&link).await.is(410);
    phone.post("/console/sign-in/code", &[("code", code)]).await.leads("/console/sign-in");
    desk.post("/console/sign-in/code", &[("code", &code.to_lowercase().replace('-', " "))])
        .await
        .leads("/console/shops");
    desk.choose(&shop).await.leads("/console");
    assert!(desk.is_in().await && !phone.is_in().await);
    assert_eq!(desk.press(&link).await.status, 410, "code and link are used up by one write");
    // The table has no secret and no address in clear.
    let (_, secret) = link.rsplit_once('.').unwrap();
    let session = desk.cookies.borrow()["__Host-console"].rsplit_once('.').unwrap().1.to_owned();
    let rows = serde_json::to_string(&table(&shop.world).await).unwrap();
    rows.lacks([secret, &session, code, &code.replace('-', ""), MARA, "mara@"]);
}

#[tokio::test]
async fn of_many_presses_and_guesses_at_one_moment_one_and_five_count() {
    let (shop, mara) = signed_in().await;
    mara.post("/console/sign-out", &[]).await;
    mara.ask(MARA).await;
    let link = sign_in_link(&shop, MARA);
    let replies = join_all((0..10).map(|_| mara.press(&link))).await;
    assert_eq!(replies.iter().filter(|reply| reply.status == 303).count(), 1);
    assert_eq!(rows(&shop, "SESSION#").await.len(), 1);
    let other = Visitor::new(&shop);
    other.ask(MARA).await;
    let guesses = (0..10).map(|_| other.post("/console/sign-in/code", &[("code", "BBBB-BBBB")]));
    assert!(join_all(guesses).await.iter().all(|reply| reply.status == 422));
    let asked = rows(&shop, "SIGNIN#").await;
    let tries = asked.iter().filter_map(|row| row["tries"]["N"].as_str()?.parse::<u64>().ok());
    assert_eq!(tries.max(), Some(5));
}
