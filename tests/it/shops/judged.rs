//! The emails as a mailbox provider gets them, judged by programs of others: whose signature they have, and whether
//! DMARC passes.

use std::io::Write as _;
use std::process::{Command, Stdio};

use left_out::{PYTHON, Tool, left_out};

use super::own_sender::*;
use crate::support::*;

const JUDGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/it/shops/judge.py");
/// What the signature in the sender's name has. SES' own also has `Feedback-ID`.
const SIGNED: [&str; 9] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Content-Type",
    "Auto-Submitted",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];
const SES: &str = "amazonses.com";
const MAIL_DOMAIN: &str = "afterword.example";

type Dns = BTreeMap<String, String>;

fn judged(asked: &[Value]) -> Vec<Value> {
    let mut judge = Command::new(PYTHON).arg(JUDGE).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    judge.stdin.take().unwrap().write_all(json!(asked).to_string().as_bytes()).unwrap();
    let output = judge.wait_with_output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

fn changed(email: &str, header: &str) -> String {
    let (headers, body) = email.split_once("\r\n\r\n").unwrap();
    let before = format!("\r\n{header}: ");
    assert_eq!(headers.matches(&before).count(), 1, "{header} in {headers}");
    format!("{}\r\n\r\n{body}", headers.replace(&before, &format!("{before}x")))
}

/// The records of the operator's domain and of SES.
fn operators_dns(shop: &Shop) -> Dns {
    let text = |name: &str| shop.aws().dns_text(name).unwrap();
    let own = MAIL_DOMAIN.replace('.', "-");
    let of_ses = format!("{}._domainkey.{SES}", small_aws::SES_SELECTOR);
    [(format!("{own}._domainkey.{MAIL_DOMAIN}"), text(&format!("{own}.dkim.{SES}"))), (of_ses.clone(), text(&of_ses))]
        .into()
}

fn with_policy(dns: &Dns, domain: &str, alignment: &str) -> Dns {
    let policy = format!("v=DMARC1; p=reject; adkim={alignment}; aspf=s");
    dns.iter().map(|(name, text)| (name.clone(), text.clone())).chain([(format!("_dmarc.{domain}"), policy)]).collect()
}

#[tokio::test]
async fn emails_pass_dmarc_by_the_signature_of_the_domain_that_they_name() {
    if left_out(Tool::Judges) {
        return;
    }
    let (shop, mara) = standing().await;
    let moss = shop.beside("moss").await;
    let others = operators_dns(&shop);
    // The shop's DNS, as the console tells it to be.
    let shown = records(&mara).await.into_iter();
    let shown = shown.filter_map(|(name, target)| Some((name, shop.aws().dns_text(&target)?)));
    let dns: Dns = others.into_iter().chain(shown).collect();
    let (mut asked, mut expected) = (Vec::new(), Vec::new());
    for (shop, domain) in [(&shop, "fern.example"), (&moss, MAIL_DOMAIN)] {
        shop.created(json!({"email": "jane@example.com", "delay_days": 0})).await;
        shop.settle().await;
        let mail = shop.inbox().pop().unwrap();
        let email = shop.aws().delivered(&mail).unwrap();
        let mut judges = |what: String, dns: &Dns, email: &str, verified: &[&str], passes: bool| {
            asked.push(json!({"dns": dns, "email": email}));
            expected.push((what, json!({"verified": verified, "passes": passes})));
        };
        for alignment in ["s", "r"] {
            let dns = with_policy(&dns, domain, alignment);
            judges(format!("{domain} {alignment}"), &dns, &email, &[domain, SES], true);
        }
        let strict = with_policy(&dns, domain, "s");
        for header in SIGNED {
            judges(format!("another {header}"), &strict, &changed(&email, header), &[], false);
        }
        judges("another Feedback-ID".to_owned(), &strict, &changed(&email, "Feedback-ID"), &[domain], true);
        let without: Dns =
            strict.into_iter().filter(|(name, _)| !name.ends_with(&format!("_domainkey.{domain}"))).collect();
        judges("without the records".to_owned(), &without, &email, &[SES], false);
    }
    for ((what, expected), judged) in expected.into_iter().zip(judged(&asked)) {
        assert_eq!(judged, expected, "{what}");
    }
}
