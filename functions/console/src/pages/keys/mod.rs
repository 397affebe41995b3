//! API keys: created with scopes and an expiry, shown once, and deleted after a confirmation.

use app::error::Error;
use askama::Template;
use axum::http::StatusCode;
use domain::values::SCOPES;
use edge::body::Fields;
use edge::native::keys::KeyInput;
use serde_json::Value;

use crate::click::{Click, refusable};
use crate::fields::{Context, Kind, Shown, Spec, changed, spec};
use crate::form::{Failure, Served};
use crate::page::page;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed, secret};

page! {
    get Owner "/console/keys" => show;
    post Owner "/console/keys" => create;
    post Owner "/console/keys/{id}/revoke" => revoke;
}

const HERE: &str = "/console/keys";

const NEW: &[Spec] = &[
    spec("name", Kind::Line("text", 100)),
    spec("dialect", Kind::One(&["betterreviews", "amino", "moregoodreviews", "wix"])),
    spec("scopes", Kind::Some(SCOPES)),
    spec("expires_at", Kind::Moment),
];

#[derive(Template)]
#[template(path = "keys.html")]
struct KeysPage {
    shell: Shell,
    keys: Vec<KeyRow>,
    made: Option<String>,
    new: Vec<Shown>,
}

struct KeyRow {
    id: String,
    name: String,
    hint: String,
    /// When the key was created and last used, and when it expires.
    about: String,
    scopes: String,
    is_over: bool,
}

/// The page with the present keys or, after an error, with the form's input and the name of the invalid field.
async fn view(parts: &Parts, viewer: &Viewer, refused: Option<(&Fields, &str)>) -> Result<KeysPage, Failure> {
    let texts = viewer.texts;
    let listed = parts.keys.list(&viewer.tenant).await?;
    let keys = listed.into_iter().map(|(key, used)| {
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
    });
    let keys = keys.collect();
    let context = context(viewer);
    let new = NEW.iter().map(|spec| {
        let value = if spec.name == "dialect" { Value::from("betterreviews") } else { Value::Null };
        spec.show(&context, &value, refused)
    });
    let new = new.collect();
    Ok(KeysPage { shell: viewer.shell("connections"), keys, made: None, new })
}

fn context(viewer: &Viewer) -> Context {
    Context { texts: viewer.texts, prefix: "key", zone: viewer.zone(), rule: None }
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = view(&parts, &viewer, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn create(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (input, _) = changed(&context(&viewer), NEW, &Value::Null, &fields);
    let new = match refusable(edge::body::read::<KeyInput>(input)?.parse(viewer.now))? {
        Ok(new) => new,
        Err((field, _)) => {
            let page = view(&parts, &viewer, Some((&fields, field))).await?;
            return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
        }
    };
    let (new, is_in) = (viewer.makes(new), || parts.console.is_in(&viewer, viewer.now));
    match parts.keys.create_for_member(&viewer.caller(), &new, is_in, viewer.now).await {
        Ok((key, _)) => {
            let page = KeysPage { made: Some(key.reveal().to_owned()), ..view(&parts, &viewer, None).await? };
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
