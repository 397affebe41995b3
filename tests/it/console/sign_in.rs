//! Signing in by email: who can sign in, and who cannot.

use super::*;

/// The rows whose sort keys begin so.
async fn rows(shop: &Shop, begins: &str) -> Vec<Value> {
    table(&shop.world).await.into_iter().filter(|row| row["SK"]["S"].text().starts_with(begins)).collect()
}

#[tokio::test]
async fn in_another_browser_the_link_shows_a_code_for_the_window_that_waits() {
    let (shop, desk) = signed_out().await;
    let phone = Visitor::new(&shop);
    desk.ask(MARA).await;
    let link = sign_in_link(&shop, MARA);
    let code = code_of(&shop, &link).await;
    phone.press(&link).await.is(410);
    phone.post("/console/sign-in/code", &[("code", &code)]).await.leads("/console/sign-in");
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
    rows.lacks([secret, &session, &code, &code.replace('-', ""), MARA, "mara@"]);
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

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_the_same_calls_and_no_email() {
    let (shop, nobody) = (shop().await, "nobody@elsewhere.example");
    Visitor::new(&shop).ask("somebody@elsewhere.example").await;
    let names = |row: &Value| row.object().keys().filter(|name| *name != "sent_at").cloned().collect::<BTreeSet<_>>();
    let mut made = Vec::new();
    for email in [MARA, nobody] {
        let visitor = Visitor::new(&shop);
        shop.operations();
        let asked = visitor.post("/console/sign-in/ask", &[("email", email)]).await.is(303);
        assert_eq!(shop.operations(), ["UpdateItem", "UpdateItem", "PutItem", "SendMessage"], "{email}");
        let waiting = visitor.get("/console/sign-in/waiting").await;
        waiting.shows([email]);
        made.push((asked.body.clone(), asked.header("location").to_owned(), waiting.body.replace(email, "")));
        shop.settle().await;
        if email == MARA {
            // What is written about her and about somebody unknown differs in nothing but digests.
            let written = rows(&shop, "SIGNIN#").await;
            assert_eq!((written.len(), names(&written[0])), (2, names(&written[1])));
        }
        shop.operations();
        visitor.post("/console/sign-in/ask", &[("email", email)]).await;
        let again = ["GetItem", "UpdateItem", "UpdateItem", "UpdateItem", "SendMessage"];
        assert_eq!(shop.operations(), again, "{email}");
        shop.settle().await;
    }
    assert_eq!(made[0], made[1]);
    assert_eq!((sign_in_mails(&shop, MARA).len(), sign_in_mails(&shop, nobody).len()), (2, 0));
}

#[tokio::test]
async fn asking_for_a_link_in_anothers_name_locks_nobody_out() {
    let (shop, mara) = signed_in().await;
    mara.post("/console/sign-out", &[]).await;
    // One network may cause five emails an hour.
    let spelled = MARA.to_uppercase();
    for _ in 0..5 {
        Visitor::at(&shop, "198.51.100.7").ask(&spelled).await;
    }
    for address in ["198.51.100.7", "198.51.100.200"] {
        let refused = Visitor::at(&shop, address).post("/console/sign-in/ask", &[("email", MARA)]).await;
        assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, "3600"), "{address}");
    }
    // Another browser in another network is not affected.
    let phone = Visitor::at(&shop, "2001:db8:1::7");
    phone.ask(MARA).await;
    phone.press(&sign_in_link(&shop, MARA)).await.leads("/console");
    // All networks together may cause 30. A browser in which she signed in before has its own quota.
    for network in ["a::", "b::", "c::", "d::", "e::"] {
        for _ in 0..5 {
            Visitor::at(&shop, network).post("/console/sign-in/ask", &[("email", MARA)]).await;
        }
    }
    shop.settle().await;
    assert_eq!(sign_in_mails(&shop, MARA).len(), 30);
    Visitor::at(&shop, "4::").post("/console/sign-in/ask", &[("email", MARA)]).await.is(429);
    mara.ask(MARA).await;
    mara.press(&sign_in_link(&shop, MARA)).await.leads("/console");
    // An address that belongs to nobody gets the same answers.
    let nobody = [("email", "nobody@elsewhere.example")];
    let visitor = Visitor::new(&shop);
    let mut statuses = Vec::new();
    for _ in 0..6 {
        visitor.cookies.borrow_mut().clear();
        statuses.push(visitor.post("/console/sign-in/ask", &nobody).await.status.as_u16());
    }
    assert_eq!(statuses, [303, 303, 303, 303, 303, 429]);
    shop.jump(MINUTE * 61);
    Visitor::at(&shop, "4::").ask(MARA).await;
}

#[tokio::test]
async fn the_window_that_waits_learns_that_its_link_still_works() {
    let (shop, mara) = signed_out().await;
    for _ in 0..5 {
        mara.ask(MARA).await;
    }
    let link = sign_in_link(&shop, MARA);
    shop.jump(MINUTE * 2);
    let again = mara.post("/console/sign-in/ask", &[("email", MARA)]).await;
    assert_eq!(again.header("location"), "/console/sign-in/waiting?still");
    mara.get("/console/sign-in/waiting?still").await.shows(["The link that we sent 2 minutes ago still works."]);
    mara.press(&link).await.is(303);
}

#[tokio::test]
async fn a_session_ends_after_12_idle_hours_and_after_30_days() {
    let (shop, mara) = signed_in().await;
    for _ in 0..10 {
        shop.jump(HOUR * 11);
        assert!(mara.is_in().await);
    }
    shop.jump(HOUR * 12);
    assert!(!mara.is_in().await, "12 hours without a click");
    let again = Visitor::signed_in(&shop, MARA).await;
    for _ in 0..71 {
        shop.jump(HOUR * 10);
        assert!(again.is_in().await);
    }
    shop.jump(HOUR * 10);
    assert!(!again.is_in().await, "30 days in all");
}
