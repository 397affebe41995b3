//! What is planned for the body of a call: `plans.txt` has a row for each body that is known, with a shop of its own.
//!
//! Above the rows stand the system, its connection's rules, and fields of all their bodies. A row names the topic, a file of
//! `bodies/` or none, and fields that replace the body's. Behind the arrow: when who bought is asked, about which products and
//! in which language, or why nobody is asked; the order's status, whether it is unpaid, and whether its buyer is left out; and
//! fields that could not be read. Of a row of the plug-in that is refused, its code.

use std::fs;

use super::{System, payloads, refused};
use crate::support::*;

const PLANS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/it/orders_in/plans.txt");
/// Stands for the line break within a row.
const BREAK: &str = "\u{1f}";

async fn plan(system: &System) -> String {
    let call = system.deliveries().await.remove(0);
    let result = ["result", "reason"].map(|field| call[field].as_str().unwrap_or_default()).join(" ");
    let mut plan = vec![result.trim_end().to_owned()];
    if call["result"] == "planned" {
        let id = call["request_id"].number();
        let request = system.shop.get(format!("/api/v1/review-requests/{id}")).await.is(200).json();
        let products = request["product_ids"].list().iter().map(Certain::text).collect::<Vec<_>>().join(" ");
        let language = request["language"].as_str().map(|language| format!(" in {language}")).unwrap_or_default();
        plan[0] = format!("planned {} {products}{language}", request["scheduled_at"].text());
    }
    if let Some(id) = call["order_id"].as_str() {
        let stored = system.shop.get(format!("/api/v1/orders/{}", id.replace('#', "%23"))).await;
        plan.push(if stored.status == 404 {
            "no order".to_owned()
        } else {
            let order = stored.json();
            let unpaid = if order["paid"] == true { "" } else { " unpaid" };
            let nobody = if order["buyer"].is_null() { " by nobody" } else { "" };
            format!("{}{unpaid}{nobody}", order["status"].text())
        });
    }
    let ignored: Vec<_> = call["ignored_fields"].list().iter().map(Certain::text).collect();
    if !ignored.is_empty() {
        plan.push(format!("without {}", ignored.join(" ")));
    }
    plan.join("; ")
}

/// `UPDATE_PLANS=1` writes the file.
#[tokio::test]
async fn each_body_is_planned_as_its_row_says() {
    let expected = fs::read_to_string(PLANS).unwrap();
    let (mut found, mut system, mut usual, mut files) = (String::new(), Vec::new(), json!({}), BTreeSet::new());
    for line in expected.replace("\n  ", BREAK).lines() {
        let text = line.replace(BREAK, " ");
        let (call, _) = text.split_once("-> ").unwrap_or((&text, ""));
        let (said, fields) = call.split_at(call.find('{').unwrap_or(call.len()));
        let said = words(said);
        let mut values = serde_json::Deserializer::from_str(fields).into_iter::<Value>().map(Result::unwrap);
        match said[..] {
            _ if line.is_empty() || line.starts_with(['#', '/']) => found += line,
            [platform @ ("shopify" | "woocommerce" | "own")] => {
                found += line;
                system = vec![json!(platform), values.next().unwrap()];
                usual = values.next().unwrap_or_else(|| json!({}));
            }
            [topic, ref file @ ..] => {
                let shop = Shop::new().await;
                let system = shop.connect(system[0].text(), system[1].clone()).await;
                let fields = with(usual.clone(), values.next().unwrap_or_else(|| json!({})));
                let file = file.first().copied().unwrap_or_default();
                let body = payloads::of(topic, file, &payloads::at(&shop, 0), fields);
                let refused = refused(&system.tells(topic, &body).await.is(200));
                files.insert(file.to_owned());
                let (call, _) = line.split_once("-> ").expect("a plan behind an arrow");
                let plan = match refused {
                    Some(row) => row,
                    None => plan(&system).await,
                };
                found += &format!("{call}-> {plan}");
            }
            [] => panic!("not understood: {line}"),
        }
        found.push('\n');
    }
    let found = found.replace(BREAK, "\n  ");
    if std::env::var_os("UPDATE_PLANS").is_some() {
        fs::write(PLANS, &found).unwrap();
    }
    assert_eq!(found, expected, "UPDATE_PLANS=1 writes what is planned today");
    let bodies = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/it/orders_in/bodies")).unwrap();
    for body in bodies {
        let body = body.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(files.contains(&body), "let a row of plans.txt say what is planned for {body}");
    }
}
