//! A WooCommerce shop whose owner approves there, so that nobody copies keys. The shop acts as `WC_Auth` does: it posts the
//! key to the callback's address, and leads its owner back if the answer is 200; otherwise it deletes the key and leads nowhere.

use super::system_webhooks::{KEY_SECRET, READING_KEY, System, WOO, WRITING_KEY, kept, woocommerce};
use super::*;
use crate::privacy::secrets::Log;

struct Asked(BTreeMap<String, String>);

impl Asked {
    fn of(page: &Reply, address: &str) -> Self {
        let there = page.header("refresh").strip_prefix("0;url=").unwrap();
        page.body.shows(["Go to your shop", &there.replace('&', "&#38;")]);
        let query = there.strip_prefix(&format!("{address}/wc-auth/v1/authorize?")).unwrap();
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    fn id(&self) -> &str {
        &self.0["user_id"]
    }
}

async fn posts(shop: &Shop, id: &str, key: &str) -> u16 {
    let body = json!({"key_id": 1, "user_id": id, "consumer_key": key, "consumer_secret": KEY_SECRET, "key_permissions": "read_write"});
    let call =
        shop.call("POST", format!("{WOO}/key")).without_key().header("content-type", "application/json;charset=UTF-8");
    call.body(body.to_string()).send().await.status.as_u16()
}

async fn asks(mara: &Visitor, address: &str) -> Asked {
    Asked::of(&mara.post(&format!("{WOO}/approve"), &[("address", address), ("keep_key", "on")]).await.is(200), address)
}

/// Whether the table has a connection, and whether it has a trace of an approval.
async fn traces(shop: &Shop) -> (bool, bool) {
    let rows = table(&shop.world).await;
    let has = |start: &str| rows.iter().any(|row| row["SK"]["S"].text().starts_with(start));
    (has("IN#"), has("INP#"))
}

#[tokio::test]
async fn an_owner_approves_and_the_shop_is_connected() {
    let log = Log::default();
    let logging = log.listen();
    let ((shop, mara), woo) = (signed_in().await, System::new(woocommerce).await);
    let asked = asks(&mara, &woo.url).await;
    let here = format!("{BASE_URL}{WOO}");
    for (name, value) in [
        ("app_name", "Afterword"),
        ("scope", "read_write"),
        ("return_url", &here),
        ("callback_url", &format!("{here}/key")),
    ] {
        assert_eq!(asked.0[name], value);
    }
    // WooCommerce passes it on unencoded.
    assert!(asked.id().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{}", asked.id());
    assert_eq!((traces(&shop).await, woo.calls()), ((false, true), 0));

    assert_eq!(posts(&shop, asked.id(), WRITING_KEY).await, 200);
    assert_eq!(woo.topics().len(), 7);
    let back = mara.get(&format!("{WOO}?success=1&user_id={}", asked.id())).await;
    back.leads(WOO);
    let page = mara.get(WOO).await;
    page.shows(["Your shop is connected.", "Products read: 0. It goes on in the background."]);
    page.body.lacks(["<details open><summary>Have the webhooks made"]);
    mara.get("/console/audit").await.shows(["Connected the shop", "Had webhooks made"]);
    assert_eq!(shop.get("/api/v1/integrations/woocommerce").await.json()["keeps_key"], true);

    // Nobody takes the key twice, and nothing of it can be read.
    let calls = woo.calls();
    assert_eq!((posts(&shop, asked.id(), WRITING_KEY).await, woo.calls()), (404, calls));
    assert_eq!(traces(&shop).await, (true, false));
    drop(logging);
    let secret = asked.id().rsplit_once('.').unwrap().1;
    kept(&shop, &log).await.lacks([WRITING_KEY, KEY_SECRET, secret]);
}

#[tokio::test]
async fn a_key_that_nobody_waits_for_is_refused_and_nothing_is_kept() {
    let ((shop, mara), woo) = (signed_in().await, System::new(woocommerce).await);
    let oak = shop.beside("oak").await;
    let olga = Visitor::member(&oak, "olga@oak.example", "owner").await;
    let (first, of_oak) = (asks(&mara, &woo.url).await, asks(&olga, &woo.url).await);
    let second = asks(&mara, &woo.url).await;
    let swapped = of_oak.id().replace("oak", "fern");
    for id in ["", "fern.live.", "1", "fern.live.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", &swapped, first.id()] {
        assert_eq!(posts(&shop, id, WRITING_KEY).await, 404, "{id}");
    }
    for body in ["", "{}", "consumer_key=1"] {
        shop.call("POST", format!("{WOO}/key")).without_key().body(body).send().await.is(404);
    }
    shop.call("POST", "/console/connections/shopify/key").without_key().body("{}").send().await.is(404);
    mara.post("/console/connections/shopify/approve", &[("address", &woo.url)]).await.is(404);

    shop.jump(MINUTE * 15);
    assert_eq!(posts(&shop, second.id(), WRITING_KEY).await, 404, "too late");
    let third = asks(&mara, &woo.url).await;
    mara.post("/console/sign-out", &[]).await.is(303);
    assert_eq!(posts(&shop, third.id(), WRITING_KEY).await, 404, "the member has signed out");
    let mara = Visitor::signed_in(&shop, MARA).await;
    let fourth = asks(&mara, &woo.url).await;
    let zoe = Visitor::member(&shop, "zoe@fern.example", "owner").await;
    let members = shop.get("/api/v1/members").await.json();
    let id = members["members"].list().iter().find(|member| member["email"] == MARA).unwrap()["id"].owned();
    zoe.post(&format!("/console/members/{id}/role"), &[("role", "reader")]).await.is(303);
    assert_eq!(posts(&shop, fourth.id(), WRITING_KEY).await, 404, "the member is no owner any more");
    assert_eq!((woo.calls(), woo.topics().len()), (0, 0));
    assert!(!traces(&shop).await.0);

    for address in ["", "https://10.0.0.1"] {
        let page = zoe.post(&format!("{WOO}/approve"), &[("address", address)]).await.is(422);
        page.body.shows(["Please give your shop’s address."]);
        assert!(!page.headers.contains_key("refresh"), "{address}");
    }
}

#[tokio::test]
async fn who_does_not_approve_and_whose_key_is_refused_learns_it() {
    let ((shop, mara), woo) = (signed_in().await, System::new(woocommerce).await);
    mara.get(WOO).await.lacks(["front page"]);
    let asked = asks(&mara, &woo.url).await;
    mara.get(&format!("{WOO}?success=0&user_id={}", asked.id())).await.leads(WOO);
    mara.get(WOO)
        .await
        .shows(["Your shop is not connected: it gave no key.", "If your shop shows its front page instead"]);
    assert!(!traces(&shop).await.0);

    // A key of another shop, and one that is no key. The address in the page that was typed decides, and is asked once.
    for (key, calls) in [("ck_ofanothershop", 1), ("xx_nokey", 0)] {
        let (asked, before) = (asks(&mara, &woo.url).await, woo.calls());
        assert_eq!((posts(&shop, asked.id(), key).await, woo.calls() - before), (200, calls));
        // WooCommerce leads its owner back, who reads why.
        mara.get(&format!("{WOO}?success=1&user_id={}", asked.id())).await.leads(WOO);
        mara.get(WOO).await.shows(["WooCommerce refused the key."]).lacks(["Your shop is not connected"]);
        assert_eq!(posts(&shop, asked.id(), WRITING_KEY).await, 404, "once");
        assert!(!traces(&shop).await.0);
    }
    let asked = asks(&mara, "http://127.0.0.1:1").await;
    assert_eq!(posts(&shop, asked.id(), WRITING_KEY).await, 200);
    mara.get(WOO).await.shows(["Nothing answers at this address."]);
    shop.jump(MINUTE * 15);
    mara.get(WOO).await.body.lacks(["Nothing answers at this address."]);

    let asked = asks(&mara, &woo.url).await;
    assert_eq!(posts(&shop, asked.id(), READING_KEY).await, 200);
    mara.get(WOO).await.shows(["This key may only read."]);
    // A key that is typed instead settles the matter.
    let typed = [("address", woo.url.as_str()), ("consumer_key", WRITING_KEY), ("consumer_secret", KEY_SECRET)];
    mara.post(&format!("{WOO}/webhooks"), &typed).await.is(200).body.lacks(["This key may only read."]);
    assert!(!traces(&shop).await.1);
    woo.forget();
    woo.refuse(&["order.restored"]);
    let asked = asks(&mara, &woo.url).await;
    assert_eq!((posts(&shop, asked.id(), WRITING_KEY).await, woo.topics().len()), (200, 6));
    mara.get(WOO).await.shows(["Your shop answered with an error."]);
    woo.refuse(&[]);
    let asked = asks(&mara, &woo.url).await;
    assert_eq!((posts(&shop, asked.id(), WRITING_KEY).await, woo.topics().len()), (200, 7));
    mara.get(&format!("{WOO}?success=1")).await.leads(WOO);
    let page = mara.get(WOO).await;
    page.shows(["Your shop is connected."]);
    page.body.lacks(["Your shop answered with an error."]);
}
