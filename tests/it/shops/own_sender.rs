//! Each shop its own sender, when SES fails or others made its identity. What happens otherwise is in
//! `tests/stories/shops/own_sender.story`.

use aws_sdk_sesv2::Client;
use domain::shop::{OwnSender, SenderStage};
use local::MAIL_FROM;

use crate::console::{MARA, Visitor, shop};
use crate::privacy::secrets::Log;
use crate::sending::reconcile;
use crate::support::*;

const PAGE: &str = "/console/settings/sender";
const REVIEWS: &str = "reviews@fern.example";

async fn owned() -> (Shop, Visitor) {
    let shop = shop().await;
    shop.sets(json!({"owner_email": MARA})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    (shop, mara)
}

/// The names and values of the records that the page shows: a TXT record, and three CNAME records.
pub async fn records(visitor: &Visitor) -> Vec<(String, String)> {
    let page = visitor.get(PAGE).await.is(200).body;
    let shown: Vec<_> = page.split("readonly value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    shown.chunks(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

async fn types(visitor: &Visitor, sender: &str) -> Reply {
    visitor.post(PAGE, &[("sender", sender)]).await
}

/// A shop whose emails leave from its own address.
async fn standing() -> (Shop, Visitor) {
    let (shop, mara) = owned().await;
    types(&mara, REVIEWS).await.leads(PAGE);
    shop.aws().set_dns(Some(&records(&mara).await));
    shop.advance(MINUTE * 6).await;
    mara.get(PAGE).await.shows(["Your emails leave from reviews@fern.example."]);
    (shop, mara)
}

/// Asks Jane for a review, and returns the address from which the last email left within ten minutes.
async fn leaves_from(shop: &Shop, order: &str) -> String {
    shop.sent(json!({"order_id": order, "delay_days": 0})).await;
    shop.advance(MINUTE * 10).await;
    let mail = shop.inbox().pop().unwrap();
    assert_eq!(mail.to, "jane@example.com");
    between(&mail.from, "<", ">").to_owned()
}

#[tokio::test]
async fn an_identity_that_somebody_deletes_is_made_again_and_nobody_is_told() {
    let (shop, _) = standing().await;
    shop.aws().delete_identity("fern.example");
    assert_eq!([leaves_from(&shop, "A").await, leaves_from(&shop, "B").await], [MAIL_FROM, REVIEWS]);
    let told =
        shop.inbox().into_iter().filter(|mail| mail.to == MARA && mail.subject.starts_with("Your emails no longer"));
    assert_eq!(told.count(), 0);
}

#[tokio::test]
async fn thousands_of_domains_that_stand_delay_no_new_one() {
    let (fern, mara) = owned().await;
    fern.aws().hurry(1_000);
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
    fern.aws().set_dns(Some(&records(&mara).await));
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
    assert_eq!(leaves_from(&shop, "A").await, MAIL_FROM);
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
    let (shop, _) = standing().await;
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
