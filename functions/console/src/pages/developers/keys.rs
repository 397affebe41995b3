//! API keys: created with scopes and an expiry, and deleted after a confirmation.

use app::error::Error;
use domain::shop::KeyInfo;
use domain::values::SCOPES;
use edge::native::keys::KeyInput;
use jiff::civil::Date;
use serde_json::Value;

use super::{HERE, Refused, again, view};
use crate::click::{Click, refusable};
use crate::fields::{Context, Kind, Shown, Spec, changed, spec};
use crate::form::{Failure, Served};
use crate::parts::{Parts, Viewer};
use crate::respond::secret;

const NEW: &[Spec] = &[
    spec("name", Kind::Line("text", 100)),
    spec("scopes", Kind::Some(SCOPES)),
    spec("expires_at", Kind::Moment),
    spec("dialect", Kind::One(&["betterreviews", "amino", "moregoodreviews", "wix"])),
];
/// The place of the field for another API.
pub(super) const OTHER: usize = 3;

pub(super) struct KeyRow {
    pub id: String,
    pub name: String,
    pub hint: String,
    /// When the key was created and last used, and when it expires.
    pub about: String,
    pub scopes: String,
    pub is_over: bool,
}

pub(super) async fn rows(parts: &Parts, viewer: &Viewer) -> Result<Vec<KeyRow>, Error> {
    let texts = viewer.texts;
    let row = |(key, used): (KeyInfo, Option<Date>)| {
        let used = match used {
            Some(day) => texts.say("key-used").words("day", &viewer.date(day)).to_string(),
            None => texts.say("key-unused").to_string(),
        };
        let ends = match key.expires_at {
            Some(at) => texts.say("key-ends").words("day", &viewer.day_and_time(at)).to_string(),
            None => texts.say("key-endless").to_string(),
        };
        let made = texts.say("key-made").words("day", &viewer.day(key.created_at)).to_string();
        KeyRow {
            id: key.id,
            name: key.name.as_str().to_owned(),
            hint: key.hint,
            about: [made, used, ends].join(" · "),
            scopes: key.scopes.join(", "),
            is_over: key.expires_at.is_some_and(|at| at <= viewer.now),
        }
    };
    Ok(parts.keys.list(&viewer.tenant).await?.into_iter().map(row).collect())
}

pub(super) fn form(viewer: &Viewer, refused: Refused<'_>) -> Vec<Shown> {
    let field = |spec: &Spec| {
        let value = if spec.name == "dialect" { Value::from("betterreviews") } else { Value::Null };
        spec.show(&context(viewer), &value, refused)
    };
    NEW.iter().map(field).collect()
}

fn context(viewer: &Viewer) -> Context {
    Context { texts: viewer.texts, prefix: "key", zone: viewer.zone(), rule: None }
}

pub(crate) async fn create(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (input, _) = changed(&context(&viewer), NEW, &Value::Null, &fields);
    let new = match refusable(edge::body::read::<KeyInput>(input)?.parse(viewer.now))? {
        Ok(new) => new,
        Err((field, _)) => return again(&parts, &viewer, [None, Some((&fields, field))]).await,
    };
    let (new, is_in) = (viewer.makes(new), || parts.console.is_in(&viewer, viewer.now));
    match parts.keys.create_for_member(&viewer.caller(), &new, is_in, viewer.now).await {
        Ok((key, _)) => {
            let page = view(&parts, &viewer, [None, None], Some(key.reveal().to_owned())).await?;
            Ok(secret(&page, &page.shell))
        }
        Err(Error::Unauthenticated) => Err(Failure::SignedOut { written: None }),
        Err(Error::TooManyKeys) => Ok(viewer.done("keys-too-many", HERE)),
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn revoke(Click { parts, viewer, id, .. }: Click<String>) -> Served {
    parts.keys.delete_for_member(&viewer.caller(), &id, viewer.now).await?;
    Ok(viewer.done("key-revoked", HERE))
}
