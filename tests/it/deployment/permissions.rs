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

#[tokio::test]
async fn public_pages_read_what_they_show_and_the_hub_deletes_what_its_visitors_may_take_back() {
    let (shop, _, hub) =
        Shop::asking(json!({"email": "jane@example.com", "product_ids": [MUG], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.settle().await;
    let [pages, hub] = ["public-pages", "hub"].map(|function| Client::new(&shop.world.env_of(function).sdk));
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let (mut got, mut listed, mut kinds) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for row in table(&shop.world).await {
        let (pk, sk) = (row["PK"]["S"].text(), row["SK"]["S"].text());
        let kind = sk.split('#').next().unwrap();
        let get = pages.get_item().table_name(local::TABLE).key("PK", text(pk)).key("SK", text(sk)).send().await;
        let may_get = match kind {
            "SERVICE" => true,
            // The shop's own partition contains nothing personal, and no list: the caller must know a request's id.
            "TENANT" | "REQ" | "LOC" | "LSLUG" | "PRD" | "RV" | "REV" | "RVC" => pk.contains(".live"),
            _ => false,
        };
        assert_eq!(is_allowed(&get), may_get, "GetItem {pk} {sk}");
        let query = pages.query().table_name(local::TABLE).key_condition_expression("PK = :pk");
        let query = query.expression_attribute_values(":pk", text(pk)).send().await;
        let lists = ["#RVS#published#", "#RVS#submitted#@all", "#RVC#@all"];
        let may_list = pk.contains(".live#") && lists.iter().any(|list| pk.contains(list));
        assert_eq!(is_allowed(&query), may_list, "Query {pk}");
        let delete = hub.delete_item().table_name(local::TABLE).key("PK", text(pk)).key("SK", text(sk));
        // Because of the condition, this test deletes nothing.
        let delete = delete.condition_expression("attribute_not_exists(PK)").send().await;
        assert_eq!(is_allowed(&delete), ["REV", "RV", "RVS", "SUP", "DUP"].contains(&kind), "DeleteItem {pk} {sk}");
        got.extend(may_get.then(|| kind.to_owned()));
        listed.extend(may_list.then(|| kind.to_owned()));
        kinds.insert(kind.to_owned());
    }
    let has = |all: &BTreeSet<String>, some: &[&str]| some.iter().all(|kind| all.contains(*kind));
    assert!(has(&got, &["TENANT", "PRD", "REV", "RVC"]) && has(&listed, &["RVC"]), "{got:?} {listed:?}");
    assert!(has(&kinds, &["TENANT", "CUST", "CNT", "REV"]), "{kinds:?}");
}

/// Whether IAM allowed a call, whatever its result.
fn is_allowed<T, E: ProvideErrorMetadata>(sent: &Result<T, E>) -> bool {
    sent.as_ref().err().and_then(ProvideErrorMetadata::code) != Some("AccessDeniedException")
}
