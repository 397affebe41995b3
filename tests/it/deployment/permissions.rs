//! What a function's role allows. The small AWS denies everything else in every test; the summary of `cargo test` lists
//! what a role allows although no call needed it. The tests here check which rows two functions may read and delete.

use std::env;
use std::fs::File;
use std::io::Write as _;
use std::sync::{LazyLock, PoisonError};

use aws_sdk_dynamodb::{Client, error::ProvideErrorMetadata};

use crate::deployment::template;
use crate::support::*;

/// The used actions, and the file that the summary reads: first whether all tests ran, then a line for each action that
/// a role allows (`allows`) and that a call needed (`needs`).
static USED: LazyLock<Mutex<Used>> = LazyLock::new(|| {
    let mut file = File::create(concat!(env!("CARGO_TARGET_TMPDIR"), "/actions")).unwrap();
    writeln!(file, "{}", if env::args().len() == 1 { "all" } else { "some" }).unwrap();
    for function in template::functions() {
        for action in function.actions.iter().filter(|action| !is_of_others(&function.binary, action)) {
            writeln!(file, "allows {} {action}", function.binary).unwrap();
        }
    }
    Mutex::new(Used { actions: BTreeMap::new(), file })
});

struct Used {
    actions: BTreeMap<String, BTreeSet<String>>,
    file: File,
}

pub fn note(function: &str, action: &str) {
    let mut used = USED.lock().unwrap_or_else(PoisonError::into_inner);
    if used.actions.get(function).is_some_and(|used| used.contains(action)) {
        return;
    }
    used.actions.entry(function.to_owned()).or_default().insert(action.to_owned());
    writeln!(used.file, "needs {function} {action}").unwrap();
}

/// Whether another program uses the role's permission: Lambda's poller reads the queue, and browsers upload and view
/// photos with the function's signatures.
fn is_of_others(function: &str, action: &str) -> bool {
    match action {
        "sqs:ReceiveMessage" | "sqs:DeleteMessage" | "sqs:GetQueueAttributes" => true,
        "s3:PutObject" => function == "hub",
        "s3:GetObject" => function != "take-photo" && function != "import-reviews",
        _ => false,
    }
}

async fn reviewed() -> Shop {
    let (shop, _, hub) =
        Shop::asking(json!({"email": "jane@example.com", "product_ids": [MUG], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.settle().await;
    shop
}

#[tokio::test]
async fn public_pages_reads_what_public_pages_are_made_of() {
    let shop = reviewed().await;
    let client = Client::new(&shop.world.env_of("public-pages").sdk);
    let (mut got, mut listed) = (BTreeSet::new(), BTreeSet::new());
    for Row { pk, sk } in rows(&shop).await {
        let get = client.get_item().table_name(local::TABLE).key("PK", text(&pk)).key("SK", text(&sk)).send().await;
        let may_get = match kind(&sk) {
            "SERVICE" => true,
            // The shop's own partition contains nothing personal, and no list: the caller must know a request's id.
            "TENANT" | "REQ" | "LOC" | "LSLUG" | "PRD" | "RV" | "REV" | "RVC" => pk.contains(".live"),
            _ => false,
        };
        assert_eq!(is_allowed(&get), may_get, "GetItem {pk} {sk}");
        let query = client.query().table_name(local::TABLE).key_condition_expression("PK = :pk");
        let query = query.expression_attribute_values(":pk", text(&pk)).send().await;
        let lists = ["#RVS#published#", "#RVS#submitted#@all", "#RVC#@all"];
        let may_list = pk.contains(".live#") && lists.iter().any(|list| pk.contains(list));
        assert_eq!(is_allowed(&query), may_list, "Query {pk}");
        got.extend(may_get.then(|| kind(&sk).to_owned()));
        listed.extend(may_list.then(|| kind(&sk).to_owned()));
    }
    for kind in ["TENANT", "PRD", "REV", "RVC"] {
        assert!(got.contains(kind), "{kind} was met");
    }
    assert!(listed.contains("RVC"));
}

#[tokio::test]
async fn the_hub_deletes_what_its_visitors_may_take_back() {
    let shop = reviewed().await;
    let client = Client::new(&shop.world.env_of("hub").sdk);
    let mut kinds = BTreeSet::new();
    for Row { pk, sk } in rows(&shop).await {
        let delete = client.delete_item().table_name(local::TABLE).key("PK", text(&pk)).key("SK", text(&sk));
        // Because of the condition, this test deletes nothing.
        let delete = delete.condition_expression("attribute_not_exists(PK)").send().await;
        let may = ["REV", "RV", "RVS", "SUP", "DUP"].contains(&kind(&sk));
        assert_eq!(is_allowed(&delete), may, "DeleteItem {pk} {sk}");
        kinds.insert(kind(&sk).to_owned());
    }
    for kind in ["TENANT", "CUST", "CNT", "REV"] {
        assert!(kinds.contains(kind), "{kind} was met");
    }
}

struct Row {
    pk: String,
    sk: String,
}

async fn rows(shop: &Shop) -> Vec<Row> {
    let key = |row: &Value, name: &str| row[name]["S"].owned();
    let rows = table(&shop.world).await;
    rows.iter().map(|row| Row { pk: key(row, "PK"), sk: key(row, "SK") }).collect()
}

fn kind(sk: &str) -> &str {
    sk.split('#').next().unwrap()
}

fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

/// Whether IAM allowed a call, whatever its result.
fn is_allowed<T, E: ProvideErrorMetadata>(sent: &Result<T, E>) -> bool {
    sent.as_ref().err().and_then(ProvideErrorMetadata::code) != Some("AccessDeniedException")
}
