//! A merchant leaves: they export everything as files. Thirty days after the end, nothing is left except the records of
//! erasures and the audit log of the end. The days before are in `tests/stories/shops/closing.story`.

use domain::values::Tenant;
use store::table::kinds::KINDS;

use crate::console::{MARA, Visitor};
use crate::feeds::files::turn_on;
use crate::operators::admin::{fern, run};
use crate::operators::versions::{Row, live};
use crate::orders_in::payloads::{at, of};
use crate::privacy::person::{CUSTOMER, EMAIL, canaries, rows};
use crate::sending::reconcile;
use crate::support::*;

const FILES: &str = "/console/data";
const EVERYTHING: &str = "/console/data/everything";
/// The prefixes of the kinds of which the shop has no rows: the service's own; SIGNIN, which names a shop only for a guest;
/// counts that last two weeks at most; HOLD, which another shop has; AUT, which comes into being after months; INR and STARS, whose
/// end `orders_in::reading` and `orders_in::stars` tell; and DOMAIN, whose end
/// `own_sender.story` tells.
const NOT_THERE: [&str; 17] = [
    "STOP", "SERVICE", "LINKS", "PAUSE", "REPORTED", "REFUSED", "SIGNIN", "SIGNINS", "UNDONE", "MAILDAY", "WEEK",
    "HOLD", "AUT", "INR", "STARS", "RESTORED", "DOMAIN",
];

async fn shops() -> (Shop, Shop) {
    let shop = Shop::new().await;
    live(&shop).await;
    let test = Shop::in_world(shop.world.clone(), shop.tenant.id.as_str(), Mode::Test).await;
    test.created(json!({"email": "rosa@example.com", "delay_days": 7})).await;
    (shop, test)
}

/// Adds the kinds of rows that [`live`] leaves out.
async fn live_on(shop: &Shop) {
    for (path, body) in [
        ("/api/v1/settings", json!({"keep_months": 120, "public_display": true})),
        ("/api/v1/texts/en/request", json!({"subject": "How was it?"})),
    ] {
        let reply = shop.put(path, &body).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
    }
    turn_on(shop).await;
    let products = shop.call("PUT", "/api/v1/imports/products").header("content-type", "text/csv");
    products.body("old,new\nold-board,-\n").send().await.is(200);
    let ivy = json!({"email": "ivy@example.com", "product_ids": [MUG], "incentivized": true, "skip_email": true});
    let (_, hub) = shop.created(ivy).await;
    shop.writes(&hub, &[("rating", "5"), ("text", "Lovely."), ("display_name", "Ivy")]).await.is(303);
    let review = shop.get("/api/v1/reviews?status=approved").await.json()["reviews"][0]["id"].to_string();
    let report = async |from: &str| {
        let form = [("shop", "fern"), ("review", &*review), ("reason", "fake"), ("words", "Ivy did not buy it.")];
        let call = shop.call("POST", "/review/report").without_key().header("x-forwarded-for", from);
        call.form(&[&form[..], &[("email", "rita@example.com")]].concat()).send().await.is(200);
    };
    report("192.0.2.1").await;
    let mara = Visitor::signed_in(shop, MARA).await;
    let page = mara.get(&format!("/console/reviews/{review}")).await.body;
    let kept = [("revision", between(&page, "name=\"revision\" value=\"", "\"")), ("kept", "It is an opinion.")];
    mara.post(&format!("/console/reviews/{review}/keep"), &kept).await.is(303);
    report("192.0.3.1").await;
    shop.put(format!("/api/v1/products/{TRAY}"), json!({"title": "Tray", "of": MUG})).await.is(200);
    let elsewhere = shop.call("GET", format!("/p/fern/{MUG}.json")).without_key();
    elsewhere.header("origin", "https://fern.example").send().await.is(200);
    let shopify = shop.connect("shopify", json!({})).await;
    let asked = json!({"shop_id": 1, "customer": {"id": 1, "email": EMAIL}, "orders_requested": []});
    shopify.says("customers/data_request", &asked).await;
    reconcile::run(shop).await;
    shop.settle().await;
    shop.browse("/feeds/fern/google.xml").await.is(302);
    mara.post("/console/connect", &crate::orders_in::ASKED).await.is(303);
    let mara = Visitor::signed_in(shop, MARA).await;
    mara.post("/console/settings/sender", &[("sender", "fern.example")]).await.is(303);
}

/// Every kind of row is in the shop, so that what the end forgets is seen.
async fn has_every_kind(shop: &Shop) {
    let prefix = |key: &str| key.split('#').next().unwrap().to_owned();
    let rows = rows_of(shop, &shop.tenant).await;
    let there: BTreeSet<_> = rows.iter().map(|row| prefix(row.split_once(' ').unwrap().1)).collect();
    let all: BTreeSet<_> = KINDS.iter().map(|kind| prefix(kind.key)).collect();
    let not_there: BTreeSet<_> = NOT_THERE.map(str::to_owned).into();
    assert!(all.is_superset(&not_there), "each of these is a kind: {not_there:?}");
    let missing: Vec<_> = all.difference(&there).filter(|prefix| !not_there.contains(*prefix)).collect();
    assert_eq!(missing, [""; 0], "let the shop have rows of these kinds, or say why it has none");
}

async fn everything(shop: &Shop, owner: &Visitor) -> BTreeMap<String, Vec<Value>> {
    owner.post(EVERYTHING, &[]).await.is(303);
    shop.settle().await;
    let page = owner.get(FILES).await.body;
    let start = format!("href=\"{EVERYTHING}/");
    let names = page.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap());
    let mut files = BTreeMap::new();
    for name in names.filter(|name| *name != "everything.txt") {
        let led = owner.get(&format!("{EVERYTHING}/{name}")).await.is(303);
        let file = crate::hub::photos::view(shop, led.header("location")).into_body();
        let lines = std::str::from_utf8(&file).unwrap().lines().map(|line| serde_json::from_str(line).unwrap());
        files.insert(name.to_owned(), lines.collect());
    }
    files
}

/// The shop's system calls about an order.
async fn system(shop: &Shop) -> Reply {
    shop.system("shopify").tries("orders/create", &of("orders/create", "", &at(shop, 0), json!({}))).await
}

async fn rows_of(shop: &Shop, tenant: &Tenant) -> Vec<String> {
    let name = tenant.to_string();
    // In an API key, the shop's id and its mode are separate.
    let named = |row: &Row| row.get("tenant").is_some_and(|id| id.as_s().unwrap() == tenant.id.as_str());
    let is_of = |row: &Row| {
        format!("{row:?}").contains(&name) || named(row) && row["mode"].as_s().unwrap() == tenant.mode.as_str()
    };
    let all = rows(shop).await.into_iter().filter(is_of);
    all.map(|row| format!("{} {}", row["PK"].as_s().unwrap(), row["SK"].as_s().unwrap())).collect()
}

#[tokio::test]
async fn everything_of_the_shop_comes_as_files() {
    let (shop, _) = shops().await;
    let line = json!([{"catalog_item_id": MUG, "title": "Mug", "unit_price": 4900}]);
    let order = json!({"status": "delivered", "currency": "EUR", "lines": line});
    assert!(shop.put("/api/v1/orders/NOBODYS", &order).await.status.is_success());
    shop.put(format!("/api/v1/products/{TRAY}"), json!({"title": "Tray", "of": MUG})).await.is(200);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let files = everything(&shop, &mara).await;
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        words(
            "audit.jsonl charges.jsonl customers.jsonl drafts.jsonl locations.jsonl members.jsonl messages.jsonl \
            orders.jsonl photos.jsonl problems.jsonl products.jsonl requests.jsonl reviews.jsonl settings.jsonl \
            suppressions.jsonl webhooks.jsonl",
        )
    );
    let all = format!("{files:?}");
    all.shows(canaries());
    assert!(files["orders.jsonl"].iter().any(|order| order["id"] == "NOBODYS"), "an order without a buyer");
    assert!(files["customers.jsonl"].iter().any(|row| row["notes"] == CUSTOMER[3].1), "as a person's export has them");
    assert!(files["products.jsonl"].iter().any(|row| row["id"] == TRAY && row["of"] == MUG), "products that are one");
    assert!(!all.contains("whsec_"), "no secret");
    // Each downloaded file is in the audit log. `tests/browser` tries the file that names all others and the photos.
    let log = run(&shop.world, json!({"audit": fern()})).await.unwrap().to_string();
    assert_eq!(log.matches("\"download_shop_file\"").count(), files.len());
    // The API shows the same.
    let shown = shop.get("/api/v1/privacy/shop-export").await.json();
    assert_eq!((&shown["status"], shown["files"].list().len()), (&json!("done"), files.len() + 1));
    let first = &shown["files"][0];
    let file = crate::hub::photos::view(&shop, first["url"].text()).into_body();
    let lines = std::str::from_utf8(&file).unwrap().lines().count();
    assert_eq!((&first["name"], &first["rows"]), (&json!("audit.jsonl"), &json!(lines)));
    let again = shop.call("POST", "/api/v1/privacy/shop-export").send().await;
    assert_eq!((again.status.as_u16(), &again.json()["status"]), (202, &json!("running")));
    shop.settle().await;
    // An erased person is in none of the files, and after a day the files are deleted.
    crate::privacy::done(&shop, crate::privacy::ERASE, json!({"email": EMAIL})).await;
    mara.get(&format!("{EVERYTHING}/reviews.jsonl")).await.is(404);
    let again = everything(&shop, &mara).await;
    assert!(!format!("{again:?}").contains(EMAIL));
    shop.advance(HOUR * 25).await;
    assert!(!mara.get(FILES).await.body.contains("reviews.jsonl"));
}

#[tokio::test]
async fn of_a_shop_that_ended_nothing_is_left_but_the_log_and_the_records_of_erasures() {
    let (shop, test) = shops().await;
    live_on(&shop).await;
    has_every_kind(&shop).await;
    shop.sent(json!({"email": "una@example.com", "delay_days": 0})).await;
    let link = unsubscribe_link(shop.inbox().last().unwrap());
    let mara = Visitor::signed_in(&shop, MARA).await;

    // A person is erased. The record of this stays after the shop is gone.
    crate::privacy::done(&shop, crate::privacy::ERASE, json!({"email": "una@example.com"})).await;
    let backup = rows(&shop).await;
    let ended = run(&shop.world, json!({"delete_shop": fern()})).await.unwrap();
    let again = run(&shop.world, json!({"delete_shop": fern()})).await.unwrap();
    assert_eq!(ended, again);
    shop.settle().await;
    shop.jump(SignedDuration::from_hours(24 * 29));
    shop.advance(HOUR * 2).await;
    let shown = run(&shop.world, json!({"show_shop": fern()})).await.unwrap();
    has(&shown, json!({"ended_at": ended["ended_at"], "restored_until": ended["restored_until"]}));
    shop.jump(DAY);
    shop.advance(HOUR * 2).await;
    for tenant in [&shop.tenant, &test.tenant] {
        let mut left = rows_of(&shop, tenant).await;
        left.retain(|row| !row.starts_with(&format!("T#{tenant}#AUDIT AUDIT#")));
        assert_eq!(left, [format!("T#{tenant} TENANT")]);
    }
    let log = run(&shop.world, json!({"audit": fern()})).await.unwrap();
    let what: Vec<_> = log["entries"].list().iter().map(|entry| entry["what"].text()).collect();
    assert_eq!(what, ["erase_shop", "end_shop"]);
    assert_eq!(shop.aws().identities(), ["afterword.example"]);
    let files = shop.aws().objects();
    assert!(!files.is_empty() && files.iter().all(|key| key.starts_with("erasures/")), "{files:?}");
    let table = format!("{:?}", rows(&shop).await).to_lowercase();
    table.lacks(canaries().into_iter().chain([MARA]).map(str::to_lowercase));
    table.lacks(["ida", "una", "max", "ivy", "eva", "rita"].map(|name| format!("{name}@example.com")));
    // Nothing can undo that, and the id cannot be used again.
    for operation in [json!({"restore_shop": fern()}), json!({"create_key": fern()})] {
        let refused = run(&shop.world, operation).await.unwrap_err();
        assert_eq!(refused.kind(), "conflict", "{refused}");
    }
    shop.submit(&link, &[("List-Unsubscribe", "One-Click")]).await.is(404);
    assert!(!mara.is_in().await);
    system(&shop).await.is(404);
    // Another shop in the table is unchanged.
    assert!(rows(&shop).await.iter().any(|row| row["PK"].as_s().unwrap() == "T#acme.live"));

    // If the table is restored from a backup older than the end, the shop ends again.
    crate::privacy::restore(&shop, &backup).await;
    let replay = json!({"replay": "erasures/fern.live/shop.json"}).to_string();
    let sqs = aws_sdk_sqs::Client::new(&shop.world.env().sdk);
    sqs.send_message().queue_url(local::Work::Privacy.url()).message_body(replay).send().await.unwrap();
    shop.advance(HOUR * 3).await;
    let mut left = rows_of(&shop, &shop.tenant).await;
    left.retain(|row| !row.contains("#AUDIT "));
    assert_eq!(left, ["T#fern.live TENANT"]);
}
