//! The page *Members*, and the API of members.

use super::sign_in::id_of;
use super::*;
use crate::operators::admin;
use crate::sending::mail_events;

#[tokio::test]
async fn an_owner_invites_changes_and_removes_members() {
    let (shop, mara) = signed_in().await;
    let invite = [("email", JO), ("role", "reader")];
    assert_eq!(mara.post("/console/members/invite", &invite).await.header("location"), "/console/members");
    mara.get("/console/members").await.shows(["Invited. The email is on its way.", JO]);
    let page = mara.get("/console/members").await.body;
    assert!(!page.contains("Invited. The email") && page.contains("value=\"moderator\" checked"), "said once: {page}");
    shop.settle().await;
    let mail = shop.inbox().into_iter().find(|mail| mail.to == JO).unwrap();
    assert_eq!(mail.subject, "You are invited to Fern & Oak");
    assert!(mail.text.unwrap().contains("http://shop.example/console/sign-in?shop=fern.live"));

    let twice =
        mara.post("/console/members/invite", &[("email", "JO@fernandoak.example"), ("role", "reader")]).await.is(422);
    twice.shows(["This person is already a member or invited."]);
    let wrong = mara.post("/console/members/invite", &[("email", "<b>"), ("role", "reader")]).await;
    assert!(wrong.status == 422 && wrong.body.contains("value=\"&#60;b&#62;\""), "{}", wrong.body);

    let no_role = mara.post("/console/members/invite", &[("email", "x@example.com"), ("role", "king")]).await;
    assert!(no_role.status == 422 && no_role.body.contains("Please choose a role."), "{}", no_role.body);
    assert!(twice.body.contains("value=\"reader\" checked"), "the role stays chosen: {}", twice.body);

    let jo = Visitor::signed_in(&shop, JO).await;
    let id = id_of(&shop, JO).await;
    assert!(!jo.get("/console/members").await.body.contains("Invite a member"));
    mara.post(&format!("/console/members/{id}/role"), &[("role", "owner")]).await;
    let page = mara.get("/console/members").await.body;
    page.shows(["The role was changed."]);
    assert!(jo.get("/console/members").await.body.contains("Invite a member"), "at the next click");
    // The page undoes the change with a form.
    assert!(page.contains(&format!("action=\"/console/members/{id}/role\"")) && page.contains("value=\"reader\""));
    mara.post(&format!("/console/members/{id}/role"), &[("role", "reader")]).await;
    assert!(!jo.get("/console/members").await.body.contains("Invite a member"));

    mara.post(&format!("/console/members/{id}/remove"), &[]).await.is(303);
    assert!(!jo.is_in().await);
}

#[tokio::test]
async fn a_shop_keeps_an_owner() {
    let (shop, mara) = signed_in().await;
    let id = id_of(&shop, MARA).await;
    for (path, fields) in [("role", &[("role", "reader")][..]), ("remove", &[])] {
        mara.post(&format!("/console/members/{id}/{path}"), fields).await;
        assert!(mara.get("/console/members").await.body.contains("A shop needs an owner."), "{path}");
    }
    shop.delete(format!("/api/v1/members/{id}")).await.is_error(409, "last_owner");
}

#[tokio::test]
async fn the_api_lists_invites_and_removes() {
    let shop = Shop::new().await;
    assert_eq!(shop.get("/api/v1/members").await.json(), json!({"members": []}));
    let input = json!({"email": "Mara@FernAndOak.example", "role": "owner"});
    let keyed = || shop.call("POST", "/api/v1/members").header("idempotency-key", "1").json(&input);
    let (first, again) = (keyed().send().await, keyed().send().await);
    assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 201), "{}", again.body);
    assert_eq!((first.body.clone(), again.header("idempotent-replayed")), (again.body.clone(), "true"));
    has(&first.json(), json!({"email": "Mara@FernAndOak.example", "role": "owner", "joined_at": null}));
    shop.post("/api/v1/members", json!({"email": "mara@fernandoak.example", "role": "reader"}))
        .await
        .is_error(409, "member_exists");
    shop.post("/api/v1/members", json!({"email": "mara", "role": "reader"})).await.is_error(422, "invalid_email");
    shop.post("/api/v1/members", json!({"email": "a@b.example", "role": "king"})).await.is_error(422, "invalid_role");
    let jo = member(&shop, JO, "reader").await;
    assert_eq!(shop.get("/api/v1/members").await.json()["members"].list().len(), 2);
    assert_eq!(shop.delete(format!("/api/v1/members/{jo}")).await.json(), json!({"ok": true}));
    shop.delete(format!("/api/v1/members/{jo}")).await.is_error(404, "not_found");
    shop.delete("/api/v1/members/nobody").await.is_error(404, "not_found");
}

async fn aaa(shop: &Shop) -> Shop {
    let other = shop.beside("aaa").await;
    other.sets(json!({"shop_name": "Aaa Pots"})).await;
    other
}

#[tokio::test]
async fn another_shops_invitation_captures_nobody() {
    let shop = shop().await;
    Visitor::signed_in(&shop, MARA).await;
    let other = aaa(&shop).await;
    member(&other, MARA, "owner").await;

    // The person named no shop, so the email names none. If she names her own shop, the email names it; it never names
    // a shop that only invited her.
    let mara = Visitor::new(&shop);
    for (asked, subject) in [
        ("", "Sign in to your shop’s console"),
        ("fern.live", "Sign in to Fern & Oak"),
        ("aaa.live", "Sign in to your shop’s console"),
    ] {
        mara.cookies.borrow_mut().clear();
        mara.post("/console/sign-in/ask", &[("email", MARA), ("shop", asked)]).await;
        shop.settle().await;
        assert_eq!(sign_in_mails(&shop, MARA).last().unwrap().subject, subject);
        let led = mara.press(&sign_in_link(&shop, MARA)).await;
        assert_eq!(led.header("location"), if asked == "fern.live" { "/console" } else { "/console/shops" });
    }
    assert!(!mara.is_in().await, "nothing is accepted yet");
    let page = mara.get("/console/shops").await.body;
    assert!(page.contains("Fern &#38; Oak") && page.contains("Invited as: Owner") && page.contains(MARA), "{page}");
    assert_eq!(mara.choose(&shop).await.header("location"), "/console");
    assert!(mara.get("/console/members").await.body.contains("Fern &#38; Oak"));
    let invited = other.get("/api/v1/members").await.json();
    assert_eq!(invited["members"][0]["joined_at"], json!(null));

    // One invitation is accepted later, in the console; another person declines hers.
    assert!(mara.get("/console/more").await.body.contains("href=\"/console/shops\""));
    let earlier = mara.cookies.borrow()["__Host-console"].clone();
    assert_eq!(mara.choose(&other).await.header("location"), "/console");
    assert!(mara.get("/console/members").await.body.contains("Aaa Pots"));
    let stolen = Visitor::new(&shop);
    stolen.cookies.borrow_mut().insert("__Host-console".to_owned(), earlier);
    assert!(!stolen.is_in().await, "the session in the other shop ended");
    assert_eq!(mara.choose(&shop).await.header("location"), "/console");
    member(&other, "jo@example.com", "reader").await;
    let jo = Visitor::new(&shop);
    jo.ask("jo@example.com").await;
    jo.press(&sign_in_link(&shop, "jo@example.com")).await;
    jo.post("/console/shops/decline", &[("shop", "aaa.live")]).await;
    assert!(jo.get("/console/shops").await.body.contains("nobody has invited you"));
    assert_eq!(jo.choose(&other).await.header("location"), "/console/shops", "nothing to accept");
    assert_eq!(other.get("/api/v1/members").await.json()["members"].list().len(), 1);
}

#[tokio::test]
async fn nobody_enters_a_shop_that_they_are_not_in() {
    let shop = shop().await;
    let other = aaa(&shop).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    assert_eq!(mara.choose(&other).await.header("location"), "/console/shops");
    assert!(mara.get("/console/members").await.body.contains("Fern &#38; Oak"));
    let stranger = Visitor::new(&shop);
    stranger.choose(&shop).await.is(403);
    assert_eq!(stranger.get("/console/shops").await.header("location"), "/console/sign-in?to=%2Fconsole%2Fshops");
    // She requested a link but did not use it.
    stranger.ask(MARA).await;
    stranger.choose(&shop).await.is(403);
}

#[tokio::test]
async fn invitations_are_limited_by_shop_and_by_address_and_sign_ins_are_not_touched() {
    let shop = shop().await;
    let other = aaa(&shop).await;
    Visitor::signed_in(&shop, MARA).await;
    let invited = |email: &str| {
        let mails = shop.inbox().into_iter().filter(|mail| mail.to == email);
        mails.filter(|mail| mail.subject.starts_with("You are invited")).count()
    };
    for _ in 0..8 {
        let id = member(&other, "jo@example.com", "reader").await;
        other.delete(format!("/api/v1/members/{id}")).await;
    }
    assert_eq!(invited("jo@example.com"), 3);
    for round in 0..12 {
        for number in 0..5 {
            let id = member(&other, &format!("x{round}-{number}@example.com"), "reader").await;
            other.delete(format!("/api/v1/members/{id}")).await;
        }
    }
    let all = shop.inbox().into_iter().filter(|mail| mail.subject == "You are invited to Aaa Pots").count();
    assert_eq!(all, 60);
    let before = sign_in_mails(&shop, MARA).len();
    Visitor::new(&shop).ask(MARA).await;
    assert_eq!(sign_in_mails(&shop, MARA).len(), before + 1);
}

/// The shop chooses the address of an invitation, so the invitation counts as an email from the shop.
#[tokio::test]
async fn an_invitation_is_listed_at_once_and_its_email_waits_for_the_end_of_a_suspension_or_pause() {
    let shop = shop().await;
    let invited = |email: &str| {
        let mails = shop.inbox().into_iter().filter(|mail| mail.to == email);
        mails.filter(|mail| mail.subject.starts_with("You are invited")).count()
    };
    mail_events::send(&shop, 5, 0, 0).await;
    member(&shop, "jo@example.com", "reader").await;
    shop.advance(HOUR).await;
    assert_eq!(invited("jo@example.com"), 0, "the shop is suspended");
    shop.post("/api/v1/deliverability/release", json!({})).await.is(200);
    shop.advance(MINUTE * 12).await;
    assert_eq!(invited("jo@example.com"), 1);

    let fern = json!({"tenant": "fern", "mode": "live"});
    admin::run(&shop.world, json!({ "pause": fern })).await.unwrap();
    member(&shop, "june@example.com", "reader").await;
    shop.advance(HOUR * 3).await;
    assert_eq!(invited("june@example.com"), 0, "the operator paused the shop");
    admin::run(&shop.world, json!({ "resume": fern })).await.unwrap();
    shop.advance(MINUTE * 75).await;
    assert_eq!(invited("june@example.com"), 1);

    // Bounces of invitations count, and SES may be throttling at that moment.
    shop.fails("SendEmail", Fault::Throttle);
    member(&shop, "bounce@example.com", "reader").await;
    shop.heals();
    let bounced = async || mail_events::deliverability(&shop).await["last_1000"]["bounced"].number();
    let before = bounced().await;
    shop.advance(MINUTE * 30).await;
    assert_eq!((invited("bounce@example.com"), bounced().await), (1, before + 1));
}

#[tokio::test]
async fn a_suppressed_address_gets_no_invitation() {
    let shop = shop().await;
    shop.suppresses("jo@example.com").await;
    member(&shop, "jo@example.com", "reader").await;
    shop.advance(HOUR).await;
    assert!(shop.inbox().iter().all(|mail| mail.to != "jo@example.com"));
}

/// The sender of a notification whose claim takes 15 seconds has too little time to call the provider.
#[tokio::test]
async fn an_invitation_for_which_no_time_is_left_leaves_later_and_once() {
    let shop = shop().await;
    shop.post("/api/v1/members", json!({"email": "jo@example.com", "role": "reader"})).await.is(201);
    shop.slows("TransactWriteItems", SECOND * 15);
    shop.settle().await;
    shop.heals();
    let invited = || shop.inbox().iter().filter(|mail| mail.to == "jo@example.com").count();
    assert_eq!(invited(), 0);
    shop.advance(MINUTE * 20).await;
    assert_eq!(invited(), 1);
}

#[tokio::test]
async fn members_of_two_shops_do_not_meet() {
    let shop = shop().await;
    let zoe = Visitor::member(&shop.beside("acme").await, "zoe@acme.example", "owner").await;
    let page = zoe.get("/console/members").await.body;
    assert!(page.contains("zoe@acme.example") && !page.contains(MARA), "{page}");
    let id = id_of(&shop, MARA).await;
    zoe.post(&format!("/console/members/{id}/remove"), &[]).await.is(404);
    assert!(shop.get("/api/v1/members").await.body.contains(MARA));
}
