//! Signing in by email: who can sign in, and who cannot.

use super::*;

#[tokio::test]
async fn the_link_signs_in_the_browser_that_asked_and_only_by_its_button() {
    let (shop, mara) = signed_out().await;
    assert_eq!(mara.get("/console").await.header("location"), "/console/sign-in");
    mara.ask(MARA).await;
    let [mail] = &sign_in_mails(&shop, MARA)[..] else { panic!("one email") };
    let text = mail.text.as_ref().unwrap();
    assert!(text.contains("for 15 minutes") && text.contains(MARA) && text.contains("nobody can sign in without it"));
    let link = sign_in_link(&shop, MARA);
    for _ in 0..3 {
        mara.get(&link).await.is(200).shows(["Press the button"]);
        assert!(!mara.is_in().await, "opening a link signs nobody in");
    }
    mara.press(&link).await.leads("/console/shops");
    assert!(!mara.is_in().await, "an invitation is accepted by its own button");
    assert_eq!(mara.choose(&shop).await.header("location"), "/console");
    let page = mara.get("/console/members").await;
    assert!(page.body.contains(MARA) && page.body.contains("Fern &#38; Oak"), "{}", page.body);
    assert_eq!(mara.press(&link).await.status, 410, "it works once");
    mara.get(&link).await.is(410);
}

#[tokio::test]
async fn in_another_browser_the_link_shows_a_code_for_the_window_that_waits() {
    let shop = shop().await;
    let (desk, phone) = (Visitor::new(&shop), Visitor::new(&shop));
    desk.ask(MARA).await;
    let link = sign_in_link(&shop, MARA);
    let code = code_of(&shop, &link).await;
    assert_eq!(phone.press(&link).await.status, 410, "the link is not the phone's");
    assert!(!phone.is_in().await);
    let wrong = phone.post("/console/sign-in/code", &[("code", &code)]).await;
    assert_eq!(wrong.header("location"), "/console/sign-in", "no window waits there");
    let reply = desk.post("/console/sign-in/code", &[("code", &code.to_lowercase().replace('-', " "))]).await;
    assert_eq!(reply.header("location"), "/console/shops", "{}", reply.body);
    assert_eq!(desk.choose(&shop).await.header("location"), "/console");
    assert!(desk.is_in().await && !phone.is_in().await);
    assert_eq!(desk.press(&link).await.status, 410, "code and link are used up by one write");
}

#[tokio::test]
async fn a_scanner_that_opens_every_link_and_presses_every_button_signs_nobody_in() {
    let (shop, mara) = signed_out().await;
    mara.ask(MARA).await;
    let link = sign_in_link(&shop, MARA);
    for _ in 0..20 {
        let scanner = Visitor::new(&shop);
        scanner.get(&link).await.is(200);
        scanner.press(&link).await.is(410);
        assert!(!scanner.is_in().await);
    }
    assert_eq!(mara.press(&link).await.status, 303, "and the link still works for who asked");
}

#[tokio::test]
async fn five_tries_of_a_code_are_all() {
    let (shop, mara) = signed_out().await;
    mara.ask(MARA).await;
    let code = code_of(&shop, &sign_in_link(&shop, MARA)).await;
    mara.post("/console/sign-in/code", &[("code", "what?")]).await.is(422);
    for _ in 0..5 {
        mara.post("/console/sign-in/code", &[("code", "BBBB-BBBB")]).await.is(422).shows(["This code does not work"]);
    }
    assert_eq!(mara.post("/console/sign-in/code", &[("code", &code)]).await.status, 422, "even the right one");
    assert!(!mara.is_in().await);
}

#[tokio::test]
async fn ten_guesses_at_one_moment_are_five() {
    let (shop, mara) = signed_out().await;
    mara.ask(MARA).await;
    let guesses = (0..10).map(|_| mara.post("/console/sign-in/code", &[("code", "BBBB-BBBB")]));
    for reply in join_all(guesses).await {
        assert_eq!(reply.status, 422);
    }
    let rows = table(&shop.world).await;
    let row = rows.iter().find(|row| row["SK"]["S"].text().starts_with("SIGNIN#")).unwrap();
    assert_eq!(row["tries"]["N"], "5");
}

#[tokio::test]
async fn a_link_and_its_code_end_after_15_minutes() {
    let (shop, mara) = signed_out().await;
    mara.ask(MARA).await;
    let link = sign_in_link(&shop, MARA);
    let code = code_of(&shop, &link).await;
    shop.jump(MINUTE * 15);
    mara.get(&link).await.is(410);
    mara.press(&link).await.is(410);
    mara.post("/console/sign-in/code", &[("code", &code)]).await.is(422);
    assert!(!mara.is_in().await);
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_the_same_calls_and_no_email() {
    let shop = shop().await;
    let mut made = Vec::new();
    for email in [MARA, "nobody@elsewhere.example"] {
        let visitor = Visitor::new(&shop);
        let asked = visitor.post("/console/sign-in/ask", &[("email", email)]).await;
        let waiting = visitor.get("/console/sign-in/waiting").await;
        assert_eq!(asked.status, 303);
        assert!(waiting.body.contains(email), "it names what was typed");
        made.push((asked.body.clone(), asked.header("location").to_owned(), waiting.body.replace(email, "")));
        shop.settle().await;
    }
    assert_eq!(made[0].2, made[1].2, "the waiting page says the same");
    assert_eq!((&made[0].0, &made[0].1), (&made[1].0, &made[1].1));
    assert_eq!(sign_in_mails(&shop, MARA).len(), 1);
    assert!(sign_in_mails(&shop, "nobody@elsewhere.example").is_empty());
    let rows = table(&shop.world).await;
    let asked: Vec<_> = rows.iter().filter(|row| row["SK"]["S"].text().starts_with("SIGNIN#")).collect();
    assert_eq!(asked.len(), 2, "what is written differs in nothing but digests");
    let names = |row: &Value| {
        let names = row.object().keys().filter(|name| *name != "sent_at").cloned();
        names.collect::<BTreeSet<_>>()
    };
    assert_eq!(names(asked[0]), names(asked[1]));
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
    assert_eq!(phone.press(&sign_in_link(&shop, MARA)).await.header("location"), "/console");
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
    assert_eq!(mara.press(&sign_in_link(&shop, MARA)).await.header("location"), "/console");
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
async fn asked_twice_in_one_browser_both_emails_work() {
    let (shop, desk) = signed_out().await;
    desk.ask(MARA).await;
    let first = sign_in_link(&shop, MARA);
    shop.jump(MINUTE * 10);
    desk.ask(MARA).await;
    assert_eq!(sign_in_mails(&shop, MARA).len(), 2);
    shop.jump(MINUTE * 10);
    assert!(desk.get(&first).await.body.contains("Press the button"));
    let code = code_of(&shop, &first).await;
    desk.post("/console/sign-in/code", &[("code", &code)]).await.is(303);
}

#[tokio::test]
async fn pages_with_a_code_or_a_link_go_out_uncompressed() {
    let (shop, mara) = signed_out().await;
    mara.ask(MARA).await;
    let link = sign_in_link(&shop, MARA);
    for visitor in [&mara, &Visitor::new(&shop)] {
        assert_eq!(visitor.get(&link).await.header("cache-control"), "no-store, no-transform");
    }
}

#[tokio::test]
async fn the_page_that_somebody_wanted_opens_after_the_sign_in_and_no_other() {
    let (shop, mara) = signed_in().await;
    shop.jump(HOUR * 12);
    let wanted = mara.get("/console/reviews?show=all").await;
    assert_eq!(wanted.header("location"), "/console/sign-in?to=%2Fconsole%2Freviews%3Fshow%3Dall");
    mara.get(wanted.header("location")).await.shows(["name=\"to\" value=\"/console/reviews?show=all\""]);
    for (to, led) in [("/console/reviews?show=all", "/console/reviews?show=all"), ("//evil.example", "/console")] {
        mara.post("/console/sign-in/ask", &[("email", MARA), ("to", to)]).await;
        shop.settle().await;
        assert_eq!(mara.press(&sign_in_link(&shop, MARA)).await.header("location"), led);
    }
}

#[tokio::test]
async fn text_of_a_form_sent_after_the_session_ended_is_shown_to_copy() {
    let (shop, mara) = signed_in().await;
    shop.jump(HOUR * 12);
    let reply = mara.post("/console/reviews/0123/reply", &[("revision", "1"), ("text", "Thank you <3")]).await.is(403);
    reply.shows(["Please sign in again", "Thank you &#60;3</textarea>"]);
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

#[tokio::test]
async fn signing_out_ends_the_session_and_everywhere_ends_all() {
    let shop = shop().await;
    let (desk, phone) = (Visitor::signed_in(&shop, MARA).await, Visitor::signed_in(&shop, MARA).await);
    let out = desk.post("/console/sign-out", &[]).await;
    assert_eq!(out.header("location"), "/console/sign-in?out");
    assert!(!desk.is_in().await && phone.is_in().await);
    let (desk, id) = (Visitor::signed_in(&shop, MARA).await, id_of(&shop, MARA).await);
    phone.post(&format!("/console/members/{id}/sign-out"), &[]).await.is(303);
    assert!(!desk.is_in().await && !phone.is_in().await);
}

#[tokio::test]
async fn a_member_who_is_removed_is_out_at_the_next_click_and_gets_no_link() {
    let shop = shop().await;
    let id = member(&shop, JO, "moderator").await;
    let jo = Visitor::signed_in(&shop, JO).await;
    let waiting = Visitor::new(&shop);
    waiting.ask(JO).await;
    let link = sign_in_link(&shop, JO);
    assert!(jo.is_in().await);
    shop.delete(format!("/api/v1/members/{id}")).await.is(200);
    assert!(!jo.is_in().await);
    assert_eq!(waiting.press(&link).await.status, 410, "a link from before");
    Visitor::new(&shop).ask(JO).await;
    assert_eq!(sign_in_mails(&shop, JO).len(), 2, "those from before");
}

#[tokio::test]
async fn the_table_has_no_secret_and_no_address_in_clear() {
    let (shop, mara) = signed_out().await;
    mara.ask(MARA).await;
    let link = sign_in_link(&shop, MARA);
    let code = code_of(&shop, &link).await;
    mara.press(&link).await.is(303);
    mara.choose(&shop).await;
    let (_, secret) = link.rsplit_once('.').unwrap();
    let session = mara.cookies.borrow()["__Host-console"].rsplit_once('.').unwrap().1.to_owned();
    let rows = serde_json::to_string(&table(&shop.world).await).unwrap();
    rows.lacks([secret, &session, &code, &code.replace('-', ""), MARA, "mara@"]);
}

#[tokio::test]
async fn one_of_many_presses_at_one_moment_signs_in() {
    let (shop, mara) = signed_in().await;
    mara.post("/console/sign-out", &[]).await;
    mara.ask(MARA).await;
    let link = sign_in_link(&shop, MARA);
    let replies = join_all((0..10).map(|_| mara.press(&link))).await;
    assert_eq!(replies.iter().filter(|reply| reply.status == 303).count(), 1);
    let rows = table(&shop.world).await;
    assert_eq!(rows.iter().filter(|row| row["SK"]["S"].text().starts_with("SESSION#")).count(), 1);
}

pub async fn id_of(shop: &Shop, email: &str) -> String {
    let members = shop.get("/api/v1/members").await.json();
    let members = members["members"].list().clone();
    let member = members.into_iter().find(|member| member["email"] == email).unwrap();
    member["id"].owned()
}
