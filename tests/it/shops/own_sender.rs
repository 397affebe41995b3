//! Each shop its own sender: a domain is proved by its records, its emails leave from it while it stands, and from the operator's
//! address before and after.

use aws_sdk_sesv2::Client;
use domain::shop::{OwnSender, SenderStage};
use local::MAIL_FROM;

use crate::console::{MARA, Visitor, shop};
use crate::operators::admin::run;
use crate::privacy::secrets::Log;
use crate::sending::reconcile;
use crate::support::*;

const PAGE: &str = "/console/settings/sender";
const REVIEWS: &str = "reviews@fern.example";
const MO: &str = "mo@moss.example";

async fn owned() -> (Shop, Visitor) {
    let shop = shop().await;
    shop.sets(json!({"owner_email": MARA})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    (shop, mara)
}

/// The names and values of the records that the page shows: a TXT record, and three CNAME records.
async fn records(visitor: &Visitor) -> Vec<(String, String)> {
    let page = visitor.get(PAGE).await.is(200).body;
    let shown: Vec<_> = page.split("readonly value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    shown.chunks(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

async fn types(visitor: &Visitor, sender: &str) -> Reply {
    visitor.post(PAGE, &[("sender", sender)]).await
}

/// Lets reconcile look again after this time, after which the person signs in again.
async fn looked(shop: &Shop, email: &str, after: SignedDuration) -> Visitor {
    shop.jump(after);
    shop.advance(MINUTE * 6).await;
    Visitor::signed_in(shop, email).await
}

fn publish(shop: &Shop, records: &[(String, String)]) {
    shop.aws().set_dns(Some(records));
}

/// Another shop's owner.
async fn beside(shop: &Shop) -> (Shop, Visitor) {
    let moss = shop.beside("moss").await;
    let mo = Visitor::member(&moss, MO, "owner").await;
    (moss, mo)
}

/// A shop whose emails leave from its own address, and the records of its domain.
async fn standing() -> (Shop, Visitor, Vec<(String, String)>) {
    let (shop, mara) = owned().await;
    types(&mara, REVIEWS).await.leads(PAGE);
    let records = records(&mara).await;
    publish(&shop, &records);
    shop.advance(MINUTE * 6).await;
    mara.get(PAGE).await.shows(["Your emails leave from reviews@fern.example."]);
    (shop, mara, records)
}

/// Asks a customer for a review, and returns the address from which the only email left within this time.
async fn leaves_from(shop: &Shop, order: &str, within: SignedDuration) -> String {
    let before = shop.inbox().len();
    let email = format!("{order}@example.com");
    shop.created(json!({"email": email, "order_id": order, "delay_days": 0, "reminders": 0})).await;
    shop.settle().await;
    shop.advance(within).await;
    let new: Vec<_> = shop.inbox().into_iter().skip(before).filter(|mail| mail.to == email).collect();
    let [mail] = &new[..] else { panic!("not one email: {new:?}") };
    assert_eq!(mail.headers["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click");
    assert_eq!(mail.tags["ses:feedback-id-a"], "fern");
    assert!(mail.from.starts_with("\"Fern & Oak\" <"), "{}", mail.from);
    between(&mail.from, "<", ">").to_owned()
}

fn told(shop: &Shop) -> usize {
    let is_about =
        |mail: &&Mail| mail.to == MARA && mail.subject == "Your emails no longer leave from your own address";
    shop.inbox().iter().filter(is_about).inspect(|mail| assert!(mail.from.contains(MAIL_FROM), "{}", mail.from)).count()
}

#[tokio::test]
async fn emails_leave_from_the_shops_address_while_its_records_are_there() {
    let (shop, mara) = owned().await;
    types(&mara, "Fern.example").await.leads(PAGE);
    let records = records(&mara).await;
    assert_eq!(records[0].0, "_afterword.fern.example");
    assert!(records[1..].iter().all(|(name, _)| name.ends_with("._domainkey.fern.example")), "{records:?}");
    assert_eq!(records.len(), 4);
    mara.get(PAGE).await.shows(["reviews@fern.example", "are not found yet"]);
    assert_eq!(leaves_from(&shop, "A", MINUTE).await, MAIL_FROM);
    publish(&shop, &records);
    shop.advance(MINUTE * 6).await;
    assert_eq!(leaves_from(&shop, "B", MINUTE).await, REVIEWS);
    let identity = shop.get("/api/v1/deliverability").await.json()["identity"].clone();
    has(&identity, json!({"domain": "fern.example", "dkim": true, "spf": false, "dmarc": true}));
    assert_eq!(shop.get("/api/v1/settings").await.json()["sender"], REVIEWS);
    types(&mara, "hello@fern.example").await.leads(PAGE);
    assert_eq!(leaves_from(&shop, "C", MINUTE).await, "hello@fern.example", "the domain is proved");

    // What SES cannot read changes nothing.
    shop.aws().set_dns(None);
    looked(&shop, MARA, DAY * 7).await;
    assert_eq!(leaves_from(&shop, "D", MINUTE).await, "hello@fern.example");
    // The domain fails and comes back.
    publish(&shop, &records[..3]);
    let mara = looked(&shop, MARA, DAY * 7).await;
    assert_eq!((leaves_from(&shop, "E", MINUTE).await.as_str(), told(&shop)), (MAIL_FROM, 1));
    mara.get(PAGE).await.shows(["are no longer found", &records[3].0]);
    looked(&shop, MARA, HOUR * 6).await;
    assert_eq!(told(&shop), 1, "once");
    publish(&shop, &records);
    let mara = looked(&shop, MARA, HOUR * 6).await;
    assert_eq!(leaves_from(&shop, "F", MINUTE).await, "hello@fern.example");

    mara.post("/console/settings/sender/remove", &[]).await.leads(PAGE);
    assert_eq!(leaves_from(&shop, "G", MINUTE).await, MAIL_FROM, "at once");
    shop.advance(MINUTE * 6).await;
    assert_eq!(shop.aws().identities(), ["afterword.example"]);
    let log = mara.get("/console/audit").await.body;
    log.shows([
        "Changed the own sender",
        "Emails leave from the own sender",
        "The own sender’s records are gone",
        "fern.example",
    ]);
    assert!(!log.contains("hello@fern.example"), "an address may be a person's");
    assert!(table(&shop.world).await.iter().all(|row| !row["PK"]["S"].text().contains("#SENDER")));
}

#[tokio::test]
async fn an_email_that_ses_does_not_take_from_the_shops_address_leaves_once_from_the_operators() {
    for is_deleted in [false, true] {
        let (shop, _, records) = standing().await;
        match is_deleted {
            true => shop.aws().delete_identity("fern.example"),
            false => publish(&shop, &[]),
        }
        let from = leaves_from(&shop, "A", MINUTE * 10).await;
        // With its records there, a deleted identity is made again within minutes, and nobody is told.
        let (next, told_of) = if is_deleted { (REVIEWS, 0) } else { (MAIL_FROM, 1) };
        assert_eq!((from.as_str(), told(&shop)), (MAIL_FROM, told_of), "is_deleted: {is_deleted}");
        assert_eq!(leaves_from(&shop, "B", MINUTE).await, next, "without a pause");
        publish(&shop, &records);
        shop.advance(MINUTE * 6).await;
        assert_eq!((leaves_from(&shop, "C", MINUTE).await.as_str(), told(&shop)), (REVIEWS, told_of));
    }
}

#[tokio::test]
async fn a_domain_is_of_the_shop_that_its_dns_names_whoever_asks_first() {
    let (fern, mara) = owned().await;
    let (moss, mo) = beside(&fern).await;
    types(&mo, "shop.fern.example").await.leads(PAGE);
    types(&mara, "shop.fern.example").await.leads(PAGE);
    fern.advance(MINUTE * 6).await;
    let (theirs, ours) = (records(&mo).await, records(&mara).await);
    assert!(theirs[0] != ours[0] && theirs[1..] == ours[1..], "{theirs:?} {ours:?}");
    // SES alone proves nobody's.
    publish(&fern, &ours[1..]);
    fern.advance(MINUTE * 6).await;
    mo.get(PAGE).await.shows(["are not found yet"]);
    mara.get(PAGE).await.shows(["are not found yet"]);
    publish(&fern, &ours);
    fern.advance(MINUTE * 6).await;
    mara.get(PAGE).await.shows(["leave from reviews@shop.fern.example."]);
    mo.get(PAGE).await.shows(["already in use here"]).lacks(["_domainkey"]);
    for domain in ["shop.fern.example", "news.shop.fern.example", "fern.example"] {
        types(&mo, domain).await.is(422).shows(["already in use here"]);
    }
    types(&mo, "moss.fern.example").await.leads(PAGE);
    mo.post("/console/settings/sender/remove", &[]).await.leads(PAGE);
    fern.advance(MINUTE * 6).await;
    assert_eq!(fern.aws().identities(), ["afterword.example", "shop.fern.example"], "who asked first cannot delete it");

    // The domain is sold.
    publish(&fern, &theirs);
    let mara = looked(&fern, MARA, DAY * 7).await;
    mara.get(PAGE).await.shows(["are no longer found"]);
    let mo = Visitor::signed_in(&moss, MO).await;
    types(&mo, "shop.fern.example").await.leads(PAGE);
    fern.advance(MINUTE * 6).await;
    mo.get(PAGE).await.shows(["leave from reviews@shop.fern.example."]);
}

#[tokio::test]
async fn an_identity_goes_with_the_last_shop_that_asks_for_its_domain() {
    let (fern, mara) = owned().await;
    let (_moss, mo) = beside(&fern).await;
    for visitor in [&mo, &mara] {
        types(visitor, "shop.fern.example").await.leads(PAGE);
    }
    // Another identity would make the records void that the other shop may have published.
    for (visitor, deletes) in [(&mo, false), (&mara, true)] {
        fern.operations();
        visitor.post("/console/settings/sender/remove", &[]).await.leads(PAGE);
        fern.advance(MINUTE * 6).await;
        assert_eq!(fern.operations().contains(&"DeleteEmailIdentity".to_owned()), deletes);
    }
    assert_eq!(fern.aws().identities(), ["afterword.example"]);
}

#[tokio::test]
async fn what_a_former_shop_left_in_its_dns_proves_no_other() {
    let (fern, mara, left) = standing().await;
    let (moss, _) = beside(&fern).await;
    mara.post("/console/settings/end", &[("shop", "fern")]).await.is(303);
    let mo = looked(&moss, MO, DAY * 7).await;
    assert_eq!(fern.aws().identities(), ["afterword.example"]);
    types(&mo, "fern.example").await.leads(PAGE);
    let records = records(&mo).await;
    assert_eq!(records[1..], left[1..]);
    fern.advance(MINUTE * 6).await;
    mo.get(PAGE).await.shows(["are not found yet"]);
    publish(&fern, &records);
    fern.advance(MINUTE * 6).await;
    mo.get(PAGE).await.shows(["leave from reviews@fern.example."]);

    // What nobody adds for two weeks is over.
    types(&mo, "moss.example").await.leads(PAGE);
    types(&mo, "moss2.example").await.leads(PAGE);
    fern.advance(MINUTE * 6).await;
    assert_eq!(fern.aws().identities(), ["afterword.example", "moss2.example"], "one at a time");
    fern.jump(DAY * 15);
    fern.advance(MINUTE * 6).await;
    let mo = Visitor::signed_in(&moss, MO).await;
    assert_eq!(fern.aws().identities(), ["afterword.example"]);
    mo.get(PAGE).await.lacks(["moss2.example"]);
    types(&mo, "moss2.example").await.leads(PAGE);
    mo.get(PAGE).await.shows(["_domainkey"]);
}

#[tokio::test]
async fn the_operator_ends_a_shops_hold_of_a_domain() {
    let (fern, _mara, _) = standing().await;
    let (_moss, mo) = beside(&fern).await;
    for wrong in ["not a domain", "https://fern.example"] {
        let refused = run(&fern.world, json!({"release_sender": {"domain": wrong}})).await.unwrap_err();
        assert_eq!(refused.kind(), "invalid", "{wrong}");
    }
    for (domain, released) in [("news.fern.example", false), ("Fern.example", true), ("fern.example", false)] {
        let answer = run(&fern.world, json!({"release_sender": {"domain": domain}})).await.unwrap();
        assert_eq!(answer, json!({"released": released}), "{domain}");
    }
    assert_eq!(leaves_from(&fern, "A", MINUTE).await, MAIL_FROM);
    fern.advance(MINUTE * 6).await;
    assert_eq!(fern.aws().identities(), ["afterword.example"]);
    types(&mo, "fern.example").await.leads(PAGE);
}

#[tokio::test]
async fn thousands_of_domains_that_stand_delay_no_new_one() {
    let (fern, mara) = owned().await;
    let moss = fern.beside("moss").await;
    let (store, now) = (fern.store(), fern.now());
    let domains: Vec<_> = (0..2_000).map(|number| format!("moss{number}.example")).collect();
    for some in domains.chunks(50) {
        let mut transaction = store.transaction(&moss.tenant);
        for domain in some {
            let address = OwnSender::parse(domain, &[]).unwrap();
            let mut sender = OwnSender { stage: SenderStage::Stands, ..OwnSender::new(address, now) };
            sender.ask_at = Some(now - DAY);
            transaction.save(&sender);
        }
        transaction.commit().await.unwrap();
    }
    types(&mara, REVIEWS).await.leads(PAGE);
    publish(&fern, &records(&mara).await);
    fern.advance(MINUTE * 10).await;
    mara.get(PAGE).await.shows(["leave from reviews@fern.example."]);
}

#[tokio::test]
async fn an_identity_is_made_once_however_ses_fails() {
    for fault in [Fault::LoseRequest, Fault::LoseAnswer, Fault::Throttle, Fault::ServerError, Fault::RefuseConnection] {
        let (shop, mara) = owned().await;
        shop.fails("CreateEmailIdentity", fault);
        types(&mara, REVIEWS).await.leads(PAGE);
        mara.get(PAGE).await.shows(["are being made"]);
        shop.heals();
        shop.advance(MINUTE * 6).await;
        assert_eq!(records(&mara).await.len(), 4, "{fault:?}");
    }
    let (shop, mara) = owned().await;
    shop.aws().limit_identities(1);
    types(&mara, REVIEWS).await.leads(PAGE);
    shop.advance(MINUTE * 6).await;
    mara.get(PAGE).await.shows(["are being made"]);
    shop.aws().limit_identities(2);
    shop.advance(MINUTE * 6).await;
    assert_eq!(records(&mara).await.len(), 4);
}

#[tokio::test]
async fn an_identity_that_somebody_else_made_is_nobodys_sender() {
    let (shop, mara) = owned().await;
    shop.aws().verify_identities(["afterword.example", "fern.example"]);
    types(&mara, REVIEWS).await.leads(PAGE);
    mara.get(PAGE).await.shows(["already in use here"]).lacks(["_domainkey"]);
    assert_eq!(leaves_from(&shop, "A", MINUTE).await, MAIL_FROM);
    mara.post("/console/settings/sender/remove", &[]).await.is(303);
    shop.advance(MINUTE * 6).await;
    assert_eq!(shop.aws().identities(), ["afterword.example", "fern.example"]);
    // The roles allow neither.
    let send = Client::new(&shop.world.env_of("reconcile").sdk);
    assert!(send.delete_email_identity().email_identity("fern.example").send().await.is_err());
    assert!(
        send.create_email_identity().email_identity("moss.example").send().await.is_err(),
        "without the stack's tag"
    );
}

/// Lambda may end a run whose calls to SES are slow.
#[tokio::test]
async fn a_run_publishes_its_gauges_before_ses_has_answered_about_the_senders() {
    let log = Log::default();
    let _listening = log.listen_as_on_lambda();
    let (shop, _, _) = standing().await;
    shop.jump(DAY * 8);
    shop.fails(Service::Ses, Fault::Hang);
    log.take();
    let run = reconcile::run(&shop);
    let published = async {
        while log.lines_with("LateMessages") == 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        _ = run => panic!("SES was not asked, or waited for"),
        () = published => {}
    }
}
