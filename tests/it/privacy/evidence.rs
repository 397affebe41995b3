//! A shop's evidence of how it decides about reviews: what is in the ZIP file, that it names nobody, and who may have it.

use std::io::Read as _;

use small_aws::Call;

use super::person::{Person, canaries};
use crate::console::{MARA, Visitor, shop};
use crate::hub::photos::view;
use crate::importing::{file, import};
use crate::support::*;

const FILES: &str = "/console/files";
const MAKE: &str = "/console/files/evidence";
const TAKE: &str = "/console/files/evidence.zip";
const READER: &str = "I am Rosalind Wagtail, and she lies.";
const ELSEWHERE: &str = "Barnaby Dunnock";

type Rows = Vec<BTreeMap<String, String>>;

/// The files of a ZIP archive, found by its directory, as programs do.
fn unzipped(zip: &[u8]) -> BTreeMap<String, String> {
    let number = |at: usize, bytes: usize| {
        zip[at..at + bytes].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let (count, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut files = BTreeMap::new();
    for _ in 0..count {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let [crc, packed, bytes] = [16, 20, 24].map(|field| number(at + field, 4));
        let (name, local) = (number(at + 28, 2), number(at + 42, 4));
        let start = local + 30 + number(local + 26, 2);
        let mut text = Vec::new();
        flate2::read::DeflateDecoder::new(&zip[start..start + packed]).read_to_end(&mut text).unwrap();
        let mut sum = flate2::Crc::new();
        sum.update(&text);
        assert_eq!((text.len(), usize::try_from(sum.sum()).unwrap()), (bytes, crc));
        assert_eq!(&zip[start + packed..start + packed + 4], b"PK\x07\x08", "the sums follow the file");
        let name = std::str::from_utf8(&zip[at + 46..at + 46 + name]).unwrap().to_owned();
        files.insert(name.clone(), String::from_utf8(text).unwrap());
        at += 46 + name.len();
    }
    assert_eq!(at, end, "the directory ends the file");
    files
}

async fn evidence(shop: &Shop, owner: &Visitor) -> BTreeMap<String, String> {
    assert_eq!(owner.post(MAKE, &[]).await.is(303).header("location"), "/console/files#evidence");
    shop.settle().await;
    owner.get(FILES).await.shows(["href=\"/console/files/evidence.zip\""]);
    taken(shop, owner).await
}

async fn taken(shop: &Shop, owner: &Visitor) -> BTreeMap<String, String> {
    let led = owner.get(TAKE).await.is(303);
    unzipped(view(shop, led.header("location")).body())
}

fn rows(files: &BTreeMap<String, String>, name: &str) -> Rows {
    csv::Reader::from_reader(files[name].as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn column(rows: &Rows, name: &str) -> Vec<String> {
    rows.iter().map(|row| row[name].clone()).collect()
}

/// Does everything that the evidence is about; returns the owner and the ids of the reviews: of a customer with every kind of
/// personal data, with an incentive, of a member, reported and then removed.
async fn live(shop: &Shop) -> (Visitor, [String; 4]) {
    let owner = Visitor::signed_in(shop, MARA).await;
    shop.sets(
        json!({"incentives": "Everybody gets 5 % off.", "moderation": "publish", "shop_address": "9 Sparrow Close"}),
    )
    .await;
    let person = Person::live(shop).await;
    let write = async |email: &str, incentivized: bool| {
        shop.jump(SECOND);
        let asked = json!({"email": email, "product_ids": [MUG], "skip_email": true, "incentivized": incentivized});
        let (_, hub) = shop.created(asked).await;
        shop.review(&hub, 0).await;
        shop.get("/api/v1/reviews?limit=1").await.json()["reviews"][0]["id"].to_string()
    };
    let paid = write("paid@example.com", true).await;
    let insider = write(MARA, false).await;
    let removed = write("robin@example.com", false).await;
    let form = [("shop", "fern"), ("review", &*removed), ("reason", "fake"), ("words", READER)];
    shop.call("POST", "/review/report")
        .without_key()
        .header("x-forwarded-for", "192.0.2.1")
        .form(&form)
        .send()
        .await
        .is(200);
    shop.jump(MINUTE);
    shop.delete(format!("/api/v1/reviews/{removed}")).await.is(200);
    let row = format!("a,{MUG},5,,Lovely.,{ELSEWHERE},dunnock@example.com,,en,2026-11-01T10:00:00Z");
    import(shop, "format=afterword", &file(&[&row])).await;
    shop.settle().await;
    (owner, [person.review.to_string(), paid, insider, removed])
}

#[tokio::test]
async fn the_evidence_says_how_the_shop_decides_and_names_nobody() {
    let shop = shop().await;
    let (owner, [person, paid, insider, removed]) = live(&shop).await;
    let files = evidence(&shop, &owner).await;
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    let all =
        "README.txt audit.csv decisions.csv imported.csv incentives.csv insiders.csv policy.txt reports.csv trust.json";
    assert_eq!(names, words(all));
    for name in names.iter().filter(|name| **name != "README.txt") {
        files["README.txt"].shows([format!("\n{name}\n")]);
    }

    // The page for everybody and its JSON, as of now.
    let page = shop.reads("/trust/fern").await.body;
    files["policy.txt"].shows([
        "How Fern & Oak publishes reviews\n",
        "\nEverybody gets 5 % off.\n",
        "\nStars | 5 | 4 | 3 | 2 | 1 | All\n",
        "\n- It insults or harasses: none\n",
    ]);
    for sentence in files["policy.txt"]
        .lines()
        .filter(|line| line.ends_with('.') && !line.starts_with('-') && !line.contains(['&', '’']))
    {
        page.shows([sentence]);
    }
    let without_time = |mut trust: Value| {
        trust.as_object_mut().unwrap().remove("generated_at").unwrap();
        trust
    };
    let trust = shop.reads("/trust/fern.json").await.json();
    assert_eq!(without_time(serde_json::from_str(&files["trust.json"]).unwrap()), without_time(trust));

    let decisions = rows(&files, "decisions.csv");
    let of = |review: &str| decisions.iter().filter(|row| row["review_id"] == review).cloned().collect::<Rows>();
    let done = of(&person);
    assert_eq!(column(&done, "what"), ["submitted", "published", "withheld", "published", "replied", "edited", "held"]);
    assert_eq!((&*done[2]["reason"], &*done[2]["by"], &*done[6]["rule"]), ("fake", "key", "contact_data"));
    assert!(done.iter().all(|row| row["at"].ends_with('Z')), "{done:?}");
    assert_eq!(column(&of(&removed), "what").last().unwrap(), "removed");
    let [report] = &rows(&files, "reports.csv")[..] else { panic!("{}", files["reports.csv"]) };
    let said = ["review_id", "reason", "outcome"].map(|name| &*report[name]);
    assert_eq!(said, [&*removed, "fake", "removed"]);
    assert!(report["outcome_at"] > report["at"]);
    assert_eq!(column(&rows(&files, "incentives.csv"), "review_id"), [paid]);
    assert_eq!(column(&rows(&files, "insiders.csv"), "review_id"), [insider]);
    let [brought] = &rows(&files, "imported.csv")[..] else { panic!("{}", files["imported.csv"]) };
    let from = ["origin", "platform", "verification", "written_at"].map(|name| &*brought[name]);
    assert_eq!(from, ["import", "betterreviews", "none", "2026-11-01T10:00:00Z"]);
    let log = rows(&files, "audit.csv");
    assert!(log.iter().any(|row| row["what"] == "import_reviews"));
    let settings = log.iter().find(|row| row["what"] == "change_settings").unwrap();
    assert_eq!(settings["after"], "{\"incentives\":\"Everybody gets 5 % off.\"}");

    let text = format!("{files:?}").to_lowercase();
    let others =
        [MARA, READER, ELSEWHERE, "dunnock@", "paid@", "robin@", "owner@", "9 Sparrow Close", "help@", "Wagtail"];
    for marker in canaries().into_iter().chain(others) {
        assert!(!text.contains(&marker.to_lowercase()), "{marker}");
    }
}

#[tokio::test]
async fn only_owners_have_the_evidence_for_a_day_and_the_log_says_who() {
    let shop = shop().await;
    let owner = Visitor::signed_in(&shop, MARA).await;
    shop.sets(json!({"language": "de"})).await;
    owner.get(TAKE).await.is(404);
    let files = evidence(&shop, &owner).await;
    files["README.txt"].shows(["Wie Fern & Oak über Bewertungen entscheidet\n\nErstellt am 20. November 2026"]);
    files["policy.txt"].shows(["Wie Fern & Oak Bewertungen veröffentlicht"]);
    assert_eq!(files["reports.csv"], "review_id,at,reason,outcome,outcome_at,outcome_reason\r\n");
    let log = shop.get("/api/v1/audit").await.json();
    let log: Vec<_> = log["entries"].list().iter().map(|entry| (entry["what"].text(), entry["by"].text())).collect();
    for what in ["make_evidence", "take_evidence"] {
        assert!(log.iter().any(|(is, by)| *is == what && by.starts_with("member:")), "{log:?}");
    }
    shop.sets(json!({"language": "en"})).await;
    owner.get("/console/audit").await.shows(["Downloaded the evidence", "Asked for the evidence"]);
    let jo = Visitor::member(&shop, "jo@fernandoak.example", "moderator").await;
    jo.post(MAKE, &[]).await.is(403);
    jo.get(TAKE).await.is(403);
    shop.advance(HOUR * 24).await;
    let owner = Visitor::signed_in(&shop, MARA).await;
    owner.get(TAKE).await.is(404);
    assert!(!owner.get(FILES).await.body.contains(TAKE));
}

/// The files without what differs between two tries: times of now, and the entries about the evidence itself.
fn lasting(mut files: BTreeMap<String, String>) -> BTreeMap<String, String> {
    files.retain(|name, _| !["README.txt", "trust.json"].contains(&name.as_str()));
    let log = files.remove("audit.csv").unwrap();
    let lasting = log.lines().filter(|line| !line.contains("_evidence,"));
    files.insert("audit.csv".to_owned(), lasting.collect::<Vec<_>>().join("\n"));
    files
}

#[tokio::test]
async fn evidence_of_several_runs_one_of_which_dies_is_that_of_a_single_run() {
    let shop = shop().await;
    let (owner, _) = live(&shop).await;
    let whole = lasting(evidence(&shop, &owner).await);
    shop.aws().take_calls();
    owner.post(MAKE, &[]).await.is(303);
    // The bucket refuses what a run leaves, so the run fails, and the queue brings its message once more.
    let failed = Arc::new(Mutex::new(0));
    let (counted, call) = (Arc::clone(&failed), Duration::from_millis(1_500));
    shop.aws().hurry(1_000_000);
    shop.aws().set_faults(move |of: &Call| match (of.service, of.operation.as_str()) {
        (Service::DynamoDb, _) => Fault::Delay(call),
        (Service::S3, "PutObject") if *counted.lock().unwrap() < 3 => {
            *counted.lock().unwrap() += 1;
            Fault::ServerError
        }
        _ => Fault::None,
    });
    shop.advance(MINUTE * 10).await;
    assert_eq!(*failed.lock().unwrap(), 3);
    let runs = shop.aws().calls().iter().filter(|call| call.operation == "SendMessage").count();
    assert!(runs >= 3, "{runs} runs");
    assert_eq!(shop.aws().timed_out(), [""; 0]);
    shop.heals();
    assert_eq!(lasting(taken(&shop, &owner).await), whole);
}
