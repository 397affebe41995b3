//! The shop's API keys, and the form for a new one.

use app::error::Error;
use domain::shop::KeyInfo;
use domain::values::SCOPES;
use edge::body::Fields;
use jiff::civil::Date;
use serde_json::Value;

use crate::fields::{Context, Kind, Shown, Spec, spec};
use crate::parts::{Parts, Viewer};

pub(super) const NEW: &[Spec] = &[
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

pub(super) fn form(viewer: &Viewer, refused: Option<(&Fields, &str)>) -> Vec<Shown> {
    let field = |spec: &Spec| {
        let value = if spec.name == "dialect" { Value::from("betterreviews") } else { Value::Null };
        spec.show(&context(viewer), &value, refused)
    };
    NEW.iter().map(field).collect()
}

pub(super) fn context(viewer: &Viewer) -> Context {
    Context { texts: viewer.texts, prefix: "key", zone: viewer.zone(), rule: None }
}
