//! A session that ends while its visitor clicks, or elsewhere.

use super::*;

#[tokio::test]
async fn a_guest_whose_session_ends_while_a_key_is_made_gets_none() {
    let shop = shop().await;
    let url = shop.post("/api/v1/console-links", json!({})).await.json()["url"].owned();
    let guest = Visitor::new(&shop);
    guest.press(&path_of(&url)).await.leads("/console");
    let listed = async || shop.get("/api/v1/keys").await.json();
    let make = async || guest.post("/console/keys", &[("name", "Till"), ("dialect", "betterreviews")]).await;
    let (keys, looks) = (listed().await, AtomicUsize::new(0));
    // The session is there at the first look, which lets the click in, and no longer at the second.
    shop.aws().set_tampering(move |call, body: &mut Value| {
        if call.operation == "BatchGetItem" && looks.fetch_add(1, Ordering::SeqCst) == 1 {
            *body = serde_json::from_str(&body.to_string().replace("SESSION#", "SESSION#ended-")).unwrap();
        }
    });
    make().await.is(403).shows(["Please sign in again"]);
    shop.aws().set_tampering(|_, _| {});
    assert_eq!(listed().await, keys);
    make().await.is(200);
}

#[tokio::test]
async fn a_session_ends_when_its_member_enters_another_shop() {
    let (shop, mara) = signed_in().await;
    let other = shop.beside("acme").await;
    member(&other, MARA, "reader").await;
    let thief = mara.clone();
    mara.choose(&other).await.leads("/console");
    assert!(mara.is_in().await && !thief.is_in().await);
}
