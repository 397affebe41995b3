//! A function that reads a file, or takes out what it brought, dies at any of its awaits: the next one goes on, and the end is
//! the same.

use super::{HEAD, numbers, shown};
use crate::failures::death_at_each_await::shop;
use crate::support::*;

/// A file of three rows, of which one waits and one is known, which is undone afterwards.
struct Moved {
    shop: Shop,
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

    async fn new() -> Self {
        Self { shop: shop().await }
    }

    async fn act(&self) {
        let id = self.import().await;
        self.shop.settle().await;
        self.shop.advance(MINUTE * 20).await;
        self.shop.call("POST", format!("/api/v1/imports/{}/undo", id.text())).send().await.is(202);
        self.shop.settle().await;
        self.shop.advance(MINUTE * 20).await;
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
        assert_eq!(
            (&done["status"], &done["undone"], &done["kept"]),
            (&json!("undone"), &json!(2), &json!(0)),
            "{name}"
        );
        assert_eq!(super::reviews(&self.shop).await.len(), 0, "{name}");
        let rows = table(&self.shop.world).await;
        // Digests of ids and contents, and the import's records of its reviews.
        let is_guard = |sk: &str| sk.starts_with("RVG#") || sk.contains("#row#");
        assert!(!rows.iter().any(|row| is_guard(row["SK"]["S"].text())), "{name}");
        assert_eq!(self.shop.aws().objects(), [""; 0], "{name}: the file is gone");
    }
}

/// One death in eleven is tried; `AWAITS=1` tries each. (The simulator lets the import of a file die that stays.)
#[tokio::test]
async fn an_import_and_its_undoing_go_on_wherever_they_died() {
    let calm = Moved::new().await;
    let first = calm.shop.aws().invocations().len();
    calm.act().await;
    let lived = calm.shop.aws().invocations();
    calm.check("nobody dies").await;
    let runs = lived.iter().enumerate().skip(first).filter(|(_, run)| run.function == "import-reviews");
    let deaths = runs.flat_map(|(number, run)| (1..=run.awaits).map(move |at| (number, at)));
    let one_in = if std::env::var_os("AWAITS").is_some() { 1 } else { 11 };
    let mut died = 0;
    for (number, at) in deaths.step_by(one_in) {
        let life = Moved::new().await;
        life.shop.aws().set_crashes(move |begun| (begun == number).then_some(at));
        life.act().await;
        died += life.shop.aws().invocations().iter().filter(|run| run.died).count();
        life.check(&format!("run {number} dies at await {at}")).await;
    }
    assert!(died > 20 / one_in, "{died}");
}
