//! The shop's own sender: the address from which its emails leave, the records that the shop adds to its DNS, and how
//! far they are.

use app::shop::sender::{SenderError, proof, remove_sender};
use askama::Template;
use axum::http::StatusCode;
use domain::shop::{OwnSender, SenderRefusal, SenderStage};
use edge::page::see_other;

use crate::click::Click;
use crate::form::{Failure, Served};
use crate::page::page;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};

page! {
    get Reader "/console/settings/sender" => show;
    post Owner "/console/settings/sender" => save;
    post Owner "/console/settings/sender/remove" => remove;
}

const HERE: &str = "/console/settings/sender";

#[derive(Template)]
#[template(path = "sender.html")]
struct SenderPage {
    shell: Shell,
    /// The sender, and its state in words.
    sender: Option<(OwnSender, String)>,
    /// The type, the name and the value of each DNS record; empty while there are none.
    records: Vec<(&'static str, String, String)>,
    /// The typed address, and why the shop cannot have it.
    typed: String,
    refusal: Option<SenderRefusal>,
}

impl SenderPage {
    async fn read(parts: &Parts, viewer: &Viewer) -> Result<Self, Failure> {
        let sender = parts.senders.get(&viewer.tenant).await?;
        let state = |sender: OwnSender| {
            let id = match sender.stage {
                SenderStage::Asked | SenderStage::Leaves if sender.tokens.is_empty() => "sender-making".to_owned(),
                SenderStage::Leaves => "sender-asked".to_owned(),
                stage => format!("sender-{}", stage.as_str()),
            };
            let (said, address) = (viewer.texts.say(&id), sender.address.deliverable());
            let said = said.with("address", &address).words("domain", sender.domain()).to_string();
            (sender, said)
        };
        let made = sender.as_ref().filter(|sender| sender.stage != SenderStage::Taken && !sender.tokens.is_empty());
        let records = |sender: &OwnSender| {
            let (name, text) = proof(&viewer.tenant, sender.domain());
            let signing = sender.records().map(|(name, target)| ("CNAME", name, target));
            [("TXT", name, text)].into_iter().chain(signing).collect()
        };
        Ok(Self {
            shell: viewer.shell("settings"),
            typed: sender.as_ref().map(|sender| sender.address.as_typed().to_owned()).unwrap_or_default(),
            records: made.map(records).unwrap_or_default(),
            sender: sender.map(state),
            refusal: None,
        })
    }
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = SenderPage::read(&parts, &viewer).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn save(Click { parts, viewer, fields, .. }: Click) -> Served {
    let typed = fields.text("sender");
    match parts.senders.put(&viewer.caller(), typed, viewer.now).await {
        Ok(()) => Ok(see_other(HERE)),
        Err(SenderError::Refused(refusal)) => {
            let read = SenderPage::read(&parts, &viewer).await?;
            let page = SenderPage { typed: typed.to_owned(), refusal: Some(refusal), ..read };
            Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
        }
        Err(SenderError::Failed(error)) => Err(error.into()),
    }
}

pub(crate) async fn remove(Click { parts, viewer, .. }: Click) -> Served {
    remove_sender(&parts.senders.store, &viewer.caller().author(), &viewer.tenant, None, viewer.now).await?;
    Ok(viewer.done("sender-removed", HERE))
}
