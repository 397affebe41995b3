//! The page *Members*, and the API of members.

use serde_json::json;

use super::sign_in::id_of;
use super::{MARA, Visitor, member, shop};
use crate::support::Shop;

#[tokio::test]
async fn an_owner_invites_changes_and_removes_members() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let invite = [("email", "jo@fernandoak.example"), ("role", "reader")];
    assert_eq!(mara.post("/console/members/invite", &invite).await.header("location"), "/console/members");
    let page = mara.get("/console/members").await.body;
    assert!(page.contains("Invited. The email is on its way.") && page.contains("jo@fernandoak.example"), "{page}");
    assert!(!mara.get("/console/members").await.body.contains("Invited. The email"), "it is said once");
    shop.settle().await;
    let mail = shop.inbox().into_iter().find(|mail| mail.to == "jo@fernandoak.example").unwrap();
    assert_eq!(mail.subject, "You are invited to Fern & Oak");
    assert!(mail.text.unwrap().contains("http://shop.example/console"));

    let twice = mara.post("/console/members/invite", &[("email", "JO@fernandoak.example"), ("role", "reader")]).await;
    assert!(twice.status == 422 && twice.body.contains("This address is a member already."), "{}", twice.body);
    let wrong = mara.post("/console/members/invite", &[("email", "<b>"), ("role", "reader")]).await;
    assert!(wrong.status == 422 && wrong.body.contains("value=\"&#60;b&#62;\""), "{}", wrong.body);

    let jo = Visitor::signed_in(&shop, "jo@fernandoak.example").await;
    let id = id_of(&shop, "jo@fernandoak.example").await;
    assert!(!jo.get("/console/members").await.body.contains("Invite a member"));
    mara.post(&format!("/console/members/{id}/role"), &[("role", "owner")]).await;
    let page = mara.get("/console/members").await.body;
    assert!(page.contains("The role is changed."), "{page}");
    assert!(jo.get("/console/members").await.body.contains("Invite a member"), "at the next click");
    // Undo is a form of the page.
    assert!(page.contains(&format!("action=\"/console/members/{id}/role\"")) && page.contains("value=\"reader\""));
    mara.post(&format!("/console/members/{id}/role"), &[("role", "reader")]).await;
    assert!(!jo.get("/console/members").await.body.contains("Invite a member"));

    assert_eq!(mara.post(&format!("/console/members/{id}/remove"), &[]).await.status, 303);
    assert!(!jo.is_in().await);
}

#[tokio::test]
async fn a_shop_keeps_an_owner() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
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
    let body = first.json();
    assert_eq!((&body["email"], &body["role"]), (&json!("Mara@FernAndOak.example"), &json!("owner")));
    assert_eq!(body["joined_at"], json!(null));
    shop.post("/api/v1/members", json!({"email": "mara@fernandoak.example", "role": "reader"}))
        .await
        .is_error(409, "member_exists");
    shop.post("/api/v1/members", json!({"email": "mara", "role": "reader"})).await.is_error(422, "invalid_email");
    shop.post("/api/v1/members", json!({"email": "a@b.example", "role": "king"})).await.is_error(422, "invalid_role");
    let jo = member(&shop, "jo@fernandoak.example", "reader").await;
    let listed = shop.get("/api/v1/members").await.json();
    assert_eq!(listed["members"].as_array().unwrap().len(), 2);
    assert_eq!(shop.delete(format!("/api/v1/members/{jo}")).await.json(), json!({"ok": true}));
    shop.delete(format!("/api/v1/members/{jo}")).await.is_error(404, "not_found");
    shop.delete("/api/v1/members/nobody").await.is_error(404, "not_found");
}

#[tokio::test]
async fn a_key_without_the_scope_manages_no_members() {
    let shop = Shop::new().await;
    let key = shop.world.api_key(&shop.tenant, &["requests:read"]).await.unwrap().reveal().to_owned();
    let other = Shop { world: shop.world.clone(), tenant: shop.tenant.clone(), key };
    other.get("/api/v1/members").await.is_error(403, "forbidden");
    other.post("/api/v1/members", json!({})).await.is_error(403, "forbidden");
    other.post("/api/v1/console-links", json!({})).await.is_error(403, "forbidden");
}

#[tokio::test]
async fn members_of_two_shops_do_not_meet() {
    let shop = shop().await;
    let other = Shop::in_world(shop.world.clone(), "acme", domain::Mode::Live).await;
    member(&other, "zoe@acme.example", "owner").await;
    let zoe = Visitor::signed_in(&shop, "zoe@acme.example").await;
    let page = zoe.get("/console/members").await.body;
    assert!(page.contains("zoe@acme.example") && !page.contains(MARA), "{page}");
    let id = id_of(&shop, MARA).await;
    zoe.post(&format!("/console/members/{id}/remove"), &[]).await;
    assert!(zoe.get("/console/members").await.body.contains("This member was removed meanwhile."));
    assert!(shop.get("/api/v1/members").await.body.contains(MARA));
}
