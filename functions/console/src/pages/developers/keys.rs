//! The form for a new API key.

use domain::values::SCOPES;
use edge::body::Fields;
use serde_json::Value;

use crate::fields::{Context, Kind, Shown, Spec, spec};
use crate::parts::Viewer;

pub(super) const NEW: &[Spec] = &[
    spec("name", Kind::Line("text", 100)),
    spec("scopes", Kind::Some(SCOPES)),
    spec("expires_at", Kind::Moment),
    spec("dialect", Kind::One(&["betterreviews", "amino", "moregoodreviews", "wix"])),
];
/// The place of the field for another API.
pub(super) const OTHER: usize = 3;

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
