//! A shop at Shopify is read once after its webhooks were made: its published products.

use super::SECRET;
use super::payloads::{of, uninstalled};
use super::stars::{CLIENT_ID, HOST, Reply3, SHOPIFY, Shopify, TOKEN};
use crate::console::{MARA, Visitor};
use crate::failures::death_at_each_await::{Life, shop as simulated, survives_one_in};
use crate::privacy::secrets::Log;
use crate::sending::backlog;
use crate::support::*;

/// Products 1 to this one, as the list has them.
fn mugs(count: u64) -> Vec<Value> {
    let changed = "2025-12-01T10:00:00Z";
    let mug = |id: u64| {
        json!({"id": format!("gid://shopify/Product/{id}"), "title": format!("Mug {id}"), "handle": format!("mug-{id}"),
            "status": "ACTIVE", "vendor": "Kiln", "productType": "Mugs", "tags": ["blue"], "updatedAt": changed,
            "publishedAt": changed, "featuredMedia": {"preview": {"image": {"url": "https://cdn.example/mug.png"}}},
            "variants": {"nodes": [{"sku": "M", "barcode": "4006381333931"}]}})
    };
    (1..=count).map(mug).collect()
}

/// Adds the webhooks.
async fn connect(mara: &Visitor) -> Reply {
    let fields = [("domain", HOST), ("app", CLIENT_ID), ("client_secret", SECRET)];
    mara.post(&format!("{SHOPIFY}/webhooks"), &fields).await.is(200)
}

/// The same, and everything that follows at once.
async fn connects(shop: &Shop, mara: &Visitor) {
    connect(mara).await;
    shop.settle().await;
}

/// A shop with an owner, and its system, which has products.
async fn shop_with(products: Vec<Value>) -> (Shop, Visitor, Shopify) {
    owned(simulated().await, products).await
}

async fn owned(shop: Shop, products: Vec<Value>) -> (Shop, Visitor, Shopify) {
    let system = Shopify::new(&shop, 0);
    system.site().listed = products;
    let mara = Visitor::member(&shop, MARA, "owner").await;
    (shop, mara, system)
}

/// The pages that were asked for: how many products, after which place.
fn pages(system: &Shopify) -> Vec<String> {
    system.site().pages.clone()
}

/// Every page of products is answered so.
fn answers(system: &Shopify, instead: Reply3) {
    system.site().instead = Some(("products(", instead));
}

async fn known(shop: &Shop, id: u64) -> Reply {
    shop.get(format!("/api/v1/products/shopify-{id}")).await
}

/// How many readings go on.
async fn readings(shop: &Shop) -> usize {
    table(&shop.world).await.iter().filter(|row| row["SK"]["S"].text().starts_with("INR#")).count()
}

#[tokio::test]
async fn all_published_products_are_read_by_cursor() {
    let log = Log::default();
    let logging = log.listen();
    let (shop, mara, system) = shop_with(mugs(230)).await;
    connect(&mara).await.body.shows(["Products read: 0. It goes on in the background.", "data-again"]);
    // A second click begins nothing.
    connect(&mara).await;
    assert_eq!(readings(&shop).await, 1);
    shop.settle().await;
    assert_eq!(pages(&system), ["100 0", "100 100", "100 200"]);
    has(
        &known(&shop, 120).await.json(),
        json!({"title": "Mug 120", "url": "https://fern.myshopify.com/products/mug-120", "brand": "Kiln", "gtin": ["4006381333931"],
            "image_url": "https://cdn.example/mug.png"}),
    );
    for page in [SHOPIFY, "/console/today"] {
        mara.get(page).await.shows(["Products read: 230."]);
    }
    shop.browse("/p/fern/shopify-7.html").await.is(200).shows(["Mug 7"]);
    drop(logging);
    assert_eq!(readings(&shop).await, 0);
    let kept: String = table(&shop.world).await.into_iter().chain(log.take()).map(|row| row.to_string()).collect();
    kept.lacks([TOKEN, SECRET]);

    let error = json!({"message": "Access denied", "extensions": {"code": "ACCESS_DENIED"}, "path": ["products"]});
    answers(&system, (200, vec![], json!({"data": null, "errors": [error]})));
    connects(&shop, &mara).await;
    mara.get(SHOPIFY).await.shows(["Give the app the scope read_products"]);
    assert_eq!(shop.get("/api/v1/integrations/shopify").await.json()["state"], "active", "the webhooks stand");
}

#[tokio::test]
async fn a_call_that_comes_meanwhile_wins_over_what_was_read() {
    let (shop, mara, system) = shop_with(mugs(3)).await;
    // The page is read after the calls, as if they came between the shop's answer and what follows from it.
    answers(&system, (503, vec![], json!({})));
    connects(&shop, &mara).await;
    let shopify = shop.system("shopify");
    let renamed = json!({"id": 1, "title": "Renamed", "updated_at": "2025-12-01T10:00:00Z"});
    shopify.says("products/update", &of("products/update", "", "", renamed)).await;
    shopify.says("products/delete", &json!({"id": 2})).await;
    system.site().instead = None;
    shop.advance(MINUTE * 2).await;
    assert_eq!(pages(&system), ["100 0", "50 0"]);
    assert_eq!(known(&shop, 1).await.json()["title"], "Renamed");
    assert_eq!((known(&shop, 2).await.status.as_u16(), known(&shop, 3).await.status.as_u16()), (404, 200));
}

#[tokio::test]
async fn a_shop_that_refuses_is_asked_again_for_a_day_and_then_given_up() {
    let after = |seconds: &str| vec![("retry-after", seconds.to_owned())];
    for (instead, cause) in [
        ((429, after("1200"), json!({})), "Your shop answered with an error."),
        ((503, vec![], json!({})), "Your shop answered with an error."),
        ((401, vec![], json!({})), "Shopify refused the app."),
        (
            (301, vec![("location", "https://elsewhere.example/".to_owned())], json!(null)),
            "This domain leads to another one.",
        ),
        ((200, vec![], json!("<!doctype html>")), "Your shop answered with an error."),
    ] {
        let (shop, mara, system) = shop_with(mugs(1)).await;
        answers(&system, instead.clone());
        connects(&shop, &mara).await;
        mara.get(SHOPIFY).await.shows(["Products read so far: 0.", cause]);
        shop.advance(MINUTE * 19).await;
        assert_eq!(pages(&system).len() == 1, instead.0 == 429, "a busy shop is left alone as long as it says");
        shop.advance(MINUTE * 101).await;
        let tries = pages(&system).len();
        assert!((3..=9).contains(&tries), "{instead:?}: {tries}");
        shop.advance(HOUR * 24).await;
        let tries = pages(&system).len();
        assert!((10..=25).contains(&tries), "{instead:?}: {tries}");
        let mara = Visitor::signed_in(&shop, MARA).await;
        mara.get(SHOPIFY).await.shows(["Your shop did not give out the rest for a day.", cause]);
        assert_eq!(readings(&shop).await, 0);
        shop.advance(HOUR * 24).await;
        assert_eq!(pages(&system).len(), tries, "{instead:?}");
        // Whoever adds the webhooks again begins anew.
        system.site().instead = None;
        let mara = Visitor::signed_in(&shop, MARA).await;
        connects(&shop, &mara).await;
        mara.get(SHOPIFY).await.shows(["Products read: 1."]);
    }
}

#[tokio::test]
async fn a_reading_ends_with_the_connection_and_with_the_shop() {
    for end in ["disconnect", "uninstall", "close"] {
        let (shop, mara, system) = shop_with(Vec::new()).await;
        answers(&system, (503, vec![], json!({})));
        connects(&shop, &mara).await;
        assert_eq!(readings(&shop).await, 1, "{end}");
        match end {
            "disconnect" => drop(mara.post(&format!("{SHOPIFY}/disconnect"), &[]).await.is(303)),
            "uninstall" => shop.system("shopify").says("app/uninstalled", &uninstalled()).await,
            _ => {
                let by = app::caller::Author { by: None };
                let end =
                    app::shop::end::EndShop { store: shop.store(), queue: shop.world.env().privacy_queue().unwrap() };
                end.end(&by, None, &shop.tenant, shop.now()).await.unwrap();
            }
        }
        let tries = pages(&system).len();
        shop.advance(HOUR * 4).await;
        assert_eq!((pages(&system).len(), readings(&shop).await), (tries, 0), "{end}");
    }
}

/// Functions wait for each other, so that the time must pass.
#[test]
fn doubled_messages_count_nothing_twice() {
    let clock = MovableClock::frozen(START.parse().unwrap());
    let world = World::simulated(BASE_URL.to_owned(), clock, seeded_random(1)).unwrap();
    let aws = world.aws().clone();
    backlog::run(&aws, async {
        let (shop, mara, system) = owned(Shop::in_world(world, "fern", Mode::Live).await, mugs(230)).await;
        shop.fails("SendMessage", Fault::Repeat);
        connects(&shop, &mara).await;
        let mut pages = pages(&system);
        pages.dedup();
        assert_eq!(pages, ["100 0", "100 100", "100 200"]);
        mara.get(SHOPIFY).await.shows(["Products read: 230."]);
    });
}

struct Connected {
    shop: Shop,
    mara: Visitor,
}

impl Life for Connected {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        connects(&self.shop, &self.mara).await;
        self.shop.advance(MINUTE * 80).await;
    }

    async fn check(&self, name: &str) {
        assert_eq!(known(&self.shop, 2).await.json()["title"], "Mug 2", "{name}");
        self.mara.get(SHOPIFY).await.shows(["Products read: 2."]);
        assert_eq!(readings(&self.shop).await, 0, "{name}");
    }
}

#[tokio::test]
async fn a_reading_goes_on_wherever_it_died() {
    let new = async || {
        let (shop, mara, _) = shop_with(mugs(2)).await;
        Connected { shop, mara }
    };
    survives_one_in(5, new, |function| function == "take-orders", 20).await;
}
