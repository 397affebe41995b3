//! `GET /api/v1/reviews.csv` and `.jsonl`: all reviews, oldest first.

use domain::order::ProductId;
use domain::review::{DisplayName, Headline, NewReview, Origin, Rating, Review, ReviewText, Version, Words};
use domain::values::{RequestId, ReviewId, Verification};

use crate::support::*;

const CSV: &str = "/api/v1/reviews.csv";
const JSONL: &str = "/api/v1/reviews.jsonl";
/// Writes this many reviews of the mug into the table.
pub async fn populate(shop: &Shop, count: u64, text: impl Fn(u64) -> String) {
    let store = shop.store();
    let record = store.tenant(&shop.tenant).await.unwrap().unwrap();
    let keys = shop.world.env().vault().unwrap().tenant(&shop.tenant, &record.root, shop.now()).await.unwrap();
    for number in 1..=count {
        let new = NewReview {
            id: ReviewId::new(number << 12).unwrap(),
            origin: Origin::Hub { request: RequestId::new(number << 12).unwrap(), item: 0 },
            author: None,
            product: Some(ProductId::parse(MUG).unwrap()),
            language: None,
            verification: Verification::None,
            incentivized: false,
            experienced_at: None,
            visitor: false,
            version: Version {
                taps: Vec::new(),
                rating: Rating::ALL[usize::try_from(number % 5).unwrap()],
                words: Words {
                    headline: Headline::parse("A headline").unwrap(),
                    text: ReviewText::parse(&text(number)).unwrap(),
                    display_name: DisplayName::parse("Jane").unwrap(),
                },
            },
        };
        let (review, ledger) = Review::submit(new, record.checks(None), shop.now());
        let mut transaction = store.transaction(&shop.tenant);
        transaction.save_review(None, &review, &ledger, &keys, &[]);
        transaction.commit().await.unwrap();
    }
}

/// The lines of a CSV as cells by their headings.
fn rows(reply: &Reply) -> Vec<BTreeMap<String, String>> {
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    csv::Reader::from_reader(reply.body.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// All pages of an export.
async fn pages(shop: &Shop, path: &str) -> Vec<Reply> {
    let mut pages = vec![shop.get(path).await.is(200)];
    while let Some(next) = pages.last().unwrap().next() {
        pages.push(shop.get(next).await.is(200));
    }
    pages
}

fn lines(reply: &Reply) -> Vec<Value> {
    reply.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn the_json_lines_are_the_lists_rows() {
    let shop = Shop::new().await;
    populate(&shop, 3, |number| format!("Number {number}.")).await;
    let listed = shop.get("/api/v1/reviews?sort=oldest").await.json();
    assert_eq!(json!(lines(&shop.get(JSONL).await)), listed["reviews"]);
}

#[tokio::test]
async fn a_page_has_5000_rows_and_the_link_leads_to_the_rest() {
    let shop = Shop::new().await;
    populate(&shop, 5_001, |_| "Fine.".to_owned()).await;
    let path = format!("{CSV}?platform=betterreviews&status=approved");
    let [page, rest] = &pages(&shop, &path).await[..] else { panic!("two pages") };
    let found = rows(page);
    assert_eq!((found.len(), &*found[0]["id"], rows(rest).len()), (5_000, "4096", 1));
    let link = format!("<{path}&cursor={}>; rel=\"next\"", found[4_999]["id"]);
    assert_eq!((page.header("link"), rest.header("link")), (&*link, ""));
}

#[tokio::test]
async fn a_search_looks_at_500_reviews_and_the_link_leads_to_the_rest() {
    let shop = Shop::new().await;
    populate(&shop, 501, |number| if number == 1 { "A needle." } else { "Hay." }.to_owned()).await;
    for query in ["keyword=NEEDLE", "product_query=MUG&keyword=needle"] {
        let [page, rest] = &pages(&shop, &format!("/api/v1/reviews?{query}")).await[..] else { panic!("two pages") };
        has(&page.json(), json!({"reviews": [], "total": 0, "total_is_exact": false}));
        let rest = rest.json();
        assert_eq!((&rest["reviews"][0]["content"], &rest["next_cursor"]), (&json!("A needle."), &Value::Null));
    }
}

#[tokio::test]
async fn a_page_of_long_texts_fits_lambdas_answer() {
    const COUNT: u64 = 1_200;
    let shop = Shop::new().await;
    // Each character has two bytes more in the answer than here, which is the maximum for a text without control
    // characters. Lambda takes 6 MB.
    populate(&shop, COUNT, |_| "\"".repeat(5_000)).await;
    for path in [CSV, JSONL] {
        let pages = pages(&shop, path).await;
        let (_, full) = pages.split_last().unwrap();
        assert!(full.len() > 1 && full.iter().all(|page| page.body.len() > 1_000_000), "pages are not short");
        let of_csv = |page: &Reply| rows(page).iter().map(|row| row["id"].parse().unwrap()).collect::<Vec<u64>>();
        let of_lines = |page: &Reply| lines(page).iter().map(|row| row["id"].number()).collect::<Vec<u64>>();
        let ids = pages.iter().flat_map(|page| if path == CSV { of_csv(page) } else { of_lines(page) });
        assert!(ids.eq((1..=COUNT).map(|number| number << 12)), "each once, in order");
    }
}

#[tokio::test]
async fn a_slow_table_makes_pages_shorter_and_not_longer() {
    let shop = Shop::new().await;
    populate(&shop, 1_000, |_| "Fine.".to_owned()).await;
    shop.aws().hurry(1_000);
    shop.fails("BatchGetItem", Fault::Delay(Duration::from_secs(2)));
    let pages = pages(&shop, JSONL).await;
    let found: usize = pages.iter().map(|page| page.body.lines().count()).sum();
    assert!(found == 1_000 && pages.len() > 1, "{found} on {} pages", pages.len());
}
