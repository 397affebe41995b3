//! A person's shops: they choose one after sign-in, change to another later, and accept invitations.

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use domain::values::{Mode, Tenant};
use edge::body::Fields;
use edge::page::see_other;
use members::{Choice, Proof};
use texts::Texts;

use super::{Waiting, enter};
use crate::click::Visit;
use crate::form::{Failure, Served};
use crate::parts::{Parts, Viewer};
use crate::respond::page;

const HERE: &str = "/console/shops";

#[derive(Template)]
#[template(path = "sign-in/shops.html")]
struct ShopsPage {
    texts: Texts,
    rows: Vec<ShopRow>,
    /// The proved address, as one of the shops wrote it.
    email: String,
    is_in: bool,
}

struct ShopRow {
    shop: String,
    name: String,
    /// The role, or the text that the person is invited to the shop.
    about: String,
    is_test: bool,
    is_joined: bool,
    is_here: bool,
}

/// Somebody who chooses a shop, with the session that they may already have.
struct Chooser {
    proof: Proof,
    to: String,
    viewer: Option<Viewer>,
}

impl Chooser {
    async fn find(parts: &Parts, headers: &HeaderMap) -> Result<Self, Failure> {
        if let Some(Waiting { id, browser, to, .. }) = Waiting::find(headers)
            && let Some(proof) = parts.console.proof(&id, &browser, parts.clock.now()).await?
        {
            return Ok(Self { proof, to, viewer: None });
        }
        let viewer = Viewer::find(parts, headers).await?.ok_or(Failure::SignedOut { written: None })?;
        let proof = Proof::of_session(&viewer).ok_or(Failure::Guest)?;
        Ok(Self { proof, to: String::new(), viewer: Some(viewer) })
    }
}

fn shop(fields: &Fields) -> Result<Tenant, Failure> {
    fields.text("shop").parse().map_err(|_| Failure::NotFound)
}

pub(crate) async fn show(Visit { parts, language, headers, .. }: Visit) -> Served {
    let Chooser { proof, viewer, .. } = Chooser::find(&parts, &headers).await?;
    let choices = parts.console.choices(&proof, parts.clock.now()).await?;
    let email = choices.iter().find_map(|choice| choice.email.as_ref());
    let email = email.map(|email| email.as_typed().to_owned()).unwrap_or_default();
    let texts = viewer.as_ref().map_or_else(|| Texts::console(language), |viewer| viewer.texts);
    let row = |Choice { tenant, name, role, is_joined, email: _ }| {
        let role = texts.say(&format!("role-{}", role.as_str())).to_string();
        ShopRow {
            shop: tenant.to_string(),
            name,
            about: if is_joined { role } else { texts.say("shops-invited").words("role", &role).to_string() },
            is_test: tenant.mode == Mode::Test,
            is_joined,
            is_here: viewer.as_ref().is_some_and(|viewer| viewer.tenant == tenant),
        }
    };
    let rows = choices.into_iter().map(row).collect();
    Ok(page(StatusCode::OK, &ShopsPage { texts, rows, email, is_in: viewer.is_some() }))
}

/// Enters a shop, and accepts its invitation if there is one. A session in another shop ends.
pub(crate) async fn choose(Visit { parts, language, headers, fields }: Visit) -> Served {
    let Chooser { proof, to, viewer } = Chooser::find(&parts, &headers).await?;
    let Some(signed_in) = parts.console.begin(&proof, &shop(&fields)?, language, parts.clock.now()).await? else {
        return Ok(see_other(HERE));
    };
    if let Some(viewer) = viewer {
        parts.console.sign_out(&viewer, viewer.now).await?;
    }
    Ok(enter(&signed_in, &to))
}

pub(crate) async fn decline(Visit { parts, headers, fields, .. }: Visit) -> Served {
    let Chooser { proof, .. } = Chooser::find(&parts, &headers).await?;
    parts.console.decline(&proof, &shop(&fields)?, parts.clock.now()).await?;
    Ok(see_other(HERE))
}
