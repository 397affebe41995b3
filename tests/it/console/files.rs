//! The page *Files*: reviews from another system, and all reviews as a file.

use small_aws::Call;

use super::*;
use crate::hub::photos::Upload;
use crate::importing::uploads::{take_long, take_no_longer};

const FILES: &str = "/console/files";
const DATA: &str = "/console/data";
const HEAD: &str = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\n";

pub fn upload(page: &str) -> Upload {
    let between = |text: &str, start: &str| between(text, start, "\"").replace("&#38;", "&");
    let hidden = page.split("<input type=\"hidden\" ").skip(1);
    Upload {
        url: between(page, "<form class=\"stack gap\" method=\"post\" action=\""),
        fields: hidden.map(|input| (between(input, "name=\""), between(input, "value=\""))).collect(),
    }
}

async fn run_once(shop: &Shop) {
    for running in shop.world.due(1).unwrap() {
        running.await.unwrap();
    }
}

/// Runs what is due once. Every call of this operation takes so long that the run ends early.
async fn run_in_part(shop: &Shop, operation: &'static str) {
    let clock = shop.aws().clock().clone();
    shop.aws().set_faults(move |call: &Call| {
        if call.operation == operation {
            clock.set(clock.now() + SECOND * 3);
        }
        Fault::None
    });
    run_once(shop).await;
    shop.heals();
}

#[tokio::test]
async fn a_trial_that_lacks_a_word_is_read_again_without_another_upload() {
    let (shop, mara) = signed_in().await;
    mara.get(FILES).await.shows(["<option value=\"\">Please choose</option>"]).lacks(["Those of the connected shop"]);
    // Too few headings to recognise a system.
    let fields = [("format", ""), ("platform", "shopify"), ("dates", "day_first"), ("dry_run", "true")];
    let path = mara.post(FILES, &fields).await.header("location").to_owned();
    let again = async |fields: &[(&str, &str)]| mara.post(&format!("{path}/again"), fields).await;
    let file = b"product_id,rating,review_date\n8213,4.5,2025-03-02\n";
    // As a browser without a script does it.
    let sent = upload(&mara.get(&path).await.body).send(&shop, file);
    let led = sent.headers()["location"].to_str().unwrap().to_owned();
    let (here, tag) = led.split_once('?').unwrap_or_else(|| panic!("{led}"));
    assert_eq!((sent.status().as_u16(), here), (303, format!("{BASE_URL}{path}").as_str()));
    mara.get(&format!("{path}?{tag}")).await.shows(["will be read in a moment", "data-again"]);
    shop.settle().await;
    let asks = ["We know no system with these headings.", "value=\"judgeme\" required", "Try this file again"];
    mara.get(&path).await.shows(asks);
    // S3 may tell of a file more than once.
    let key = path.replace(FILES, "imports/fern.live");
    let told = json!({"Records": [{"messageId": "1", "body": json!({"file": key}).to_string()}]});
    let parts = import_reviews::start(&shop.world.env_of("import-reviews")).unwrap();
    import_reviews::handle(parts, serde_json::from_value(told).unwrap()).await.unwrap();
    assert_eq!(shop.aws().objects(), [key], "it is kept");
    again(&[]).await.is(422).shows(["Please choose one of them."]).shows(asks);
    again(&[("format", "judgeme")]).await.leads(&path);
    shop.settle().await;
    let said = ["1 review would be imported", "Now import it for good"];
    mara.get(&path).await.shows(said).lacks(["Try this file again"]);
    again(&[("format", "loox")]).await.leads(&path);
    shop.settle().await;
    mara.get(&path).await.shows(said);
}

#[tokio::test]
async fn a_running_import_can_be_undone_and_an_undo_whose_call_died_is_started_again() {
    let (shop, mara) = signed_in().await;
    let path = mara.post(FILES, &[("format", "judgeme"), ("platform", "shopify")]).await.header("location").to_owned();
    let row = |n: u32| format!("j-{n},7,4,Text {n}.,Jane,jane{n}@example.com,2025-03-02\n");
    let file = format!("{HEAD}{}", (0..5).map(row).collect::<String>());
    let offer = format!("action=\"{path}/undo\"");
    let waiting = mara.get(&path).await.body;
    assert!(!waiting.contains(&offer), "there is no file yet: {waiting}");
    assert_eq!(upload(&waiting).send(&shop, file.as_bytes()).status(), 303);
    take_long(&shop, 3);
    run_once(&shop).await;
    take_no_longer(&shop);
    mara.get(&path).await.shows(["The file is being read.", &offer]);

    shop.fails("PutObject", Fault::ServerError);
    let died = mara.post(&format!("{path}/undo"), &[]).await;
    shop.heals();
    assert!(died.status.is_server_error(), "{}", died.body);
    // The call saved the state before it died.
    mara.get(&path).await.shows(["are being removed", &offer]);
    mara.post(&format!("{path}/undo"), &[]).await.leads(&path);
    take_long(&shop, 2);
    run_once(&shop).await;
    take_no_longer(&shop);
    mara.get(&path).await.shows(["3 of 3.", "<progress max=\"100\" value=\"100\"", "<title>100% · "]).lacks(["left."]);
    shop.advance(MINUTE * 20).await;
    mara.get(&path).await.shows(["Undone."]).lacks([&offer]);
    assert_eq!(crate::importing::reviews(&shop).await.len(), 0);
}

#[tokio::test]
async fn an_export_says_how_much_it_has_read_and_an_erasure_how_much_is_left() {
    let (shop, mara) = signed_in().await;
    for number in 0..8 {
        let ask = json!({"email": "jane@example.com", "order_id": number.to_string(), "skip_email": true});
        shop.created(ask).await;
    }
    mara.post(&format!("{DATA}/everything"), &[]).await.is(303);
    mara.get(DATA).await.shows(["<title>Your data", "data-again"]).lacks(["So far:"]);
    run_in_part(&shop, "Query").await;
    let page = mara.get(DATA).await.body;
    let number = between(&page, "So far: ", " lines.");
    assert!(number.parse::<u64>().unwrap() > 0, "{page}");
    page.shows([&format!("<title>{number} · Your data"), "/console/data#everything\" data-again"]);
    page.lacks(["<progress max=\"100\""]);
    shop.advance(MINUTE).await;
    mara.get(DATA).await.lacks(["So far:", "data-again"]);
    let list = mara.get("/console/customers").await.body;
    let jane = between(&list, "href=\"/console/customers/", "\"");
    let form = [("reviews", "delete"), ("sure", "yes")];
    let receipt = mara.post(&format!("/console/customers/{jane}/erase"), &form).await.header("location").to_owned();
    run_in_part(&shop, "TransactWriteItems").await;
    mara.get(&receipt).await.shows([
        "The data is being removed.",
        "<progress max=\"100\" value=\"",
        "% · Erasure",
        "data-again",
    ]);
    shop.advance(MINUTE * 2).await;
    mara.get(&receipt).await.shows(["This is done."]).lacks(["data-again"]);
}
