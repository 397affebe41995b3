//! A function that reads a file, or takes out what it brought, dies at any of its awaits: the next one goes on, and the end is
//! the same.

use super::{HEAD, numbers, reviews, shown};
use crate::failures::death_at_each_await::{Life, shop, survives_one_in};
use crate::support::*;

/// A file of three rows, of which one waits and one is known, which is undone afterwards.
struct Moved(Shop);

impl Moved {
    async fn import(&self) -> Value {
        let rows = [
            format!("r-1,{MUG},5,{},One.,,,,,2025-03-02", "long ".repeat(60)),
            format!("r-2,{TRAY},1,,Write to eve@example.com.,,,,,2025-03-03"),
            format!("r-1,{MUG},5,,One again.,,,,,2025-03-02"),
        ];
        let call = self.0.call("POST", "/api/v1/imports?format=afterword").header("idempotency-key", "one");
        let call = call.header("content-type", "text/csv").body(format!("{HEAD}{}", rows.join("\r\n")));
        call.send().await.json()["id"].clone()
    }
}

impl Life for Moved {
    fn shop(&self) -> &Shop {
        &self.0
    }

    async fn act(&self) {
        let id = self.import().await;
        self.0.advance(MINUTE * 20).await;
        self.0.call("POST", format!("/api/v1/imports/{}/undo", id.text())).send().await.is(202);
        self.0.advance(MINUTE * 20).await;
    }

    async fn check(&self, name: &str) {
        let shop = &self.0;
        let done = shown(shop, &self.import().await).await;
        assert_eq!(numbers(&done), (3, 2, 1), "{name}: {done}");
        for (field, expected) in [
            ("published", json!(1)),
            ("waiting", json!(1)),
            ("skipped_for", json!({"duplicate": 1})),
            ("notes", json!({"invalid_title": 1})),
            ("status", json!("undone")),
            ("undone", json!(2)),
            ("kept", json!(0)),
        ] {
            assert_eq!(done[field], expected, "{name}: {done}");
        }
        let products = shop.get(format!("/api/v1/imports/{}/products", done["id"].text())).await.json();
        let rows: Vec<_> = products["products"].list().iter().map(|product| product["rows"].clone()).collect();
        assert_eq!(rows, [2, 1], "{name}");
        // Neither digests of ids and contents are left, nor the import's records of its reviews.
        let is_guard = |sk: &str| sk.starts_with("RVG#") || sk.contains("#row#");
        let guards = table(&shop.world).await.iter().filter(|row| is_guard(row["SK"]["S"].text())).count();
        assert_eq!((reviews(shop).await.len(), guards, shop.aws().objects().len()), (0, 0, 0), "{name}");
    }
}

/// The simulator lets the import of a file die that stays.
#[tokio::test]
async fn an_import_and_its_undoing_go_on_wherever_they_died() {
    let new = async || Moved(shop().await);
    survives_one_in(11, new, |function| function == "import-reviews", 20).await;
}
