//! A function that reads a file, or takes out what it brought, dies at any of its awaits: the next one goes on, and the end is
//! the same.

use super::{HEAD, numbers, shown};
use crate::failures::death_at_each_await::{Life, shop, survives};
use crate::support::*;

/// A file of three rows, of which one waits and one is known, and whether it is undone afterwards.
struct Moved {
    shop: Shop,
    is_undone: bool,
}

impl Moved {
    async fn import(&self) -> Value {
        let rows = [
            format!("r-1,{MUG},5,{},One.,,,,,2025-03-02", "long ".repeat(60)),
            format!("r-2,{TRAY},1,,Write to eve@example.com.,,,,,2025-03-03"),
            format!("r-1,{MUG},5,,One again.,,,,,2025-03-02"),
        ];
        let call = self.shop.call("POST", "/api/v1/imports?format=afterword").header("idempotency-key", "one");
        let call = call.header("content-type", "text/csv").body(format!("{HEAD}{}", rows.join("\r\n")));
        call.send().await.json()["id"].clone()
    }
}

impl Life for Moved {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        let id = self.import().await;
        self.shop.settle().await;
        self.shop.advance(MINUTE * 20).await;
        if self.is_undone {
            self.shop.call("POST", format!("/api/v1/imports/{}/undo", id.text())).send().await.is(202);
            self.shop.settle().await;
            self.shop.advance(MINUTE * 20).await;
        }
    }

    async fn check(&self, name: &str) {
        let done = shown(&self.shop, &self.import().await).await;
        assert_eq!(
            (numbers(&done), &done["published"], &done["waiting"]),
            ((3, 2, 1), &json!(1), &json!(1)),
            "{name}: {done}"
        );
        assert_eq!(
            (&done["skipped_for"], &done["notes"]),
            (&json!({"duplicate": 1}), &json!({"invalid_title": 1})),
            "{name}"
        );
        let products = self.shop.get(format!("/api/v1/imports/{}/products", done["id"].text())).await.json();
        let rows: Vec<_> = products["products"].list().iter().map(|product| product["rows"].clone()).collect();
        assert_eq!(rows, [2, 1], "{name}");
        let (status, left) = if self.is_undone { ("undone", 0) } else { ("done", 2) };
        assert_eq!((&done["status"], super::reviews(&self.shop).await.len()), (&json!(status), left), "{name}");
        assert_eq!((&done["undone"], &done["kept"]), (&json!(2 - left), &json!(0)), "{name}");
        let guards = table(&self.shop.world).await;
        let is_guard = |sk: &str| sk.starts_with("RVG#") || sk.contains("#row#");
        let guards = guards.iter().filter(|row| is_guard(row["SK"]["S"].text()));
        // Of each review its id's digest, its content's, and its record.
        assert_eq!(guards.count(), 3 * left, "{name}");
        assert_eq!(self.shop.aws().objects(), [""; 0], "{name}: the file is gone");
    }
}

#[tokio::test]
async fn an_import_goes_on_wherever_it_died() {
    let ran =
        survives(async || Moved { shop: shop().await, is_undone: false }, |function| function == "import-reviews", 20)
            .await;
    assert!(ran.contains("import-reviews"), "{ran:?}");
}

#[tokio::test]
async fn an_undoing_goes_on_wherever_it_died() {
    let ran =
        survives(async || Moved { shop: shop().await, is_undone: true }, |function| function == "import-reviews", 20)
            .await;
    assert!(ran.contains("import-reviews"), "{ran:?}");
}
