//! Products that are one: what their list costs, however many they are.

use small_aws::PartitionUnits;

use crate::importing::{file, import, numbers};
use crate::support::*;

/// Makes a group of so many products, which share 300 reviews; returns the last of them.
async fn group_of(shop: &Shop, name: &str, count: usize) -> String {
    let id = |n: usize| format!("woo-{name}{n}");
    let product = |n: usize| json!({"id": id(n), "title": format!("{name}, size {n}"), "of": (n > 0).then(|| id(0))});
    let products: Vec<_> = (0..count).map(product).collect();
    let done = shop.post("/api/v1/products", json!({"products": products})).await.is(200).json();
    assert!(done["results"].list().iter().all(|row| row["outcome"] == "stored"), "{done}");
    let row = |n: usize| format!("{name}-{n},{},{},,{n}.,,,,,2024-{:02}-03", id(n % count), 1 + n % 5, 1 + n % 12);
    let rows: Vec<_> = (0..300).map(row).collect();
    let done = import(shop, "format=afterword", &file(&rows.iter().map(String::as_str).collect::<Vec<_>>())).await;
    assert_eq!(numbers(&done), (300, 300, 0));
    id(count - 1)
}

#[tokio::test]
async fn a_page_of_1_10_or_90_products_costs_at_most_a_unit_more_than_one_products() {
    let shop = Shop::new().await;
    let mut units = Vec::new();
    let mut ids = Vec::new();
    for (name, count) in [("alone", 1), ("two", 2), ("eleven", 11), ("ninety", 90)] {
        ids.push(group_of(&shop, name, count).await);
    }
    shop.aws().throttle(Some(PartitionUnits::UNLIMITED));
    for id in &ids {
        // The first reader of a minute sums the group up.
        shop.reads(format!("/p/fern/{id}.json?limit=9")).await.is(200);
        shop.aws().take_units();
        let page = shop.reads(format!("/p/fern/{id}.json")).await.is(200).json();
        units.push(shop.aws().take_units().read);
        let ids: BTreeSet<_> = page["reviews"].list().iter().map(|review| review["id"].number()).collect();
        assert_eq!((&page["rating"]["count"], &page["pages"], ids.len()), (&json!(300), &json!(30), 10), "{id}");
    }
    assert!(units.iter().all(|group| *group <= units[0] + 1.0), "{units:?}");
    let ratings = shop.reads("/p/fern/ratings.json").await.is(200).json();
    assert!(ids.iter().all(|id| ratings[id][1] == 300) && ratings.object().len() == 1 + 2 + 11 + 90, "{ratings}");
    let full = json!({"title": "One more", "of": ids[3]});
    shop.put("/api/v1/products/woo-more", full).await.is_error(422, "group_full");
}
