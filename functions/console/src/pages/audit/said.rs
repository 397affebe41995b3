//! The text of an entry in the audit log: one line with the action and what it changed, and every value in words.

use std::collections::{BTreeSet, HashMap};

use domain::values::{Language, ShopSystem};
use jiff::Timestamp;
use serde_json::{Map, Value};
use store::shop::SET;
use store::shop::audit::AuditEntry;

use super::names::Names;
use crate::language::{own_name, said_or};
use crate::ui::country;
use crate::ui::people::member;
use crate::viewer::Viewer;

pub(super) struct Said {
    /// The action and what it changed, such as "Changed settings: Country (Germany)".
    pub line: String,
    /// Each changed field with its values.
    pub details: Vec<String>,
}

struct Change {
    name: String,
    label: String,
    before: Content,
    after: Content,
}

/// A value in words.
enum Content {
    Nothing,
    /// A text that somebody typed. The log says only that it is set.
    Unrecorded,
    /// A number, a time, or one of few words.
    Word(String),
    /// A list, or a text that the shop typed.
    Text(String),
}

/// The texts of an entry's fields.
struct Fields<'a> {
    viewer: &'a Viewer,
    /// The prefix of the texts in the form that changes these fields.
    prefix: &'static str,
}

/// Fields whose values have their own texts, by the prefix, the field and the value.
const CHOSEN: [&str; 9] =
    ["moderation", "ask_once", "after", "consent", "dialect", "events", "scopes", "reason", "reasons"];

/// The maximum length of a list in a line, in bytes. A longer list is shown only in the details.
const LIST_MAX: usize = 120;

impl Said {
    pub(super) fn new(viewer: &Viewer, names: &Names, entry: &AuditEntry) -> Self {
        let AuditEntry { at: _, what, by: _, target: _, before, after } = entry;
        let fields = Fields { viewer, prefix: prefix(what) };
        let changes = fields.changes(before, after);
        let done = viewer.word("audit", what);
        let subject = subject(viewer, names, entry, &changes).join(", ");
        let line = match subject.is_empty() {
            true => done,
            false => viewer.texts.say("audit-line").words("done", &done).words("subject", &subject).to_string(),
        };
        Self { line, details: changes.iter().filter_map(|change| change.whole(viewer)).collect() }
    }
}

/// The prefix of the texts about an action's fields.
fn prefix(what: &str) -> &'static str {
    match what {
        "change_settings" | "create_shop" => "set",
        "connect_system" | "change_connection" => "sys",
        "create_webhook" | "change_webhook" | "disable_webhook" => "hook",
        "create_key" | "revoke_key" => "key",
        "change_text" => "word",
        "invite_member" | "change_member" | "remove_member" | "decline_invitation" => "member",
        _ => "audit-field",
    }
}

/// What was changed: its name, and the fields with their values. Empty if the action alone is enough.
fn subject(viewer: &Viewer, names: &Names, entry: &AuditEntry, changes: &[Change]) -> Vec<String> {
    let AuditEntry { what, target, .. } = entry;
    let named = |names: &HashMap<String, String>| names.get(target).cloned();
    let system = ShopSystem::parse(target).map(|system| system.name().to_owned());
    let parts = || changes.iter().map(move |change| change.part(viewer));
    let values =
        |name: &str| changes.iter().filter(|change| change.name == name).find_map(|change| change.values(viewer));
    match what.as_str() {
        "connect_system"
        | "rotate_connection_secret"
        | "disconnect_system"
        | "app_uninstalled"
        | "shop_redacted"
        | "add_system_webhooks"
        | "forget_shop_key" => system.into_iter().collect(),
        "change_connection" => system.into_iter().chain(parts()).collect(),
        "change_settings" | "ask_about_orders" | "answer_import_products" => parts().collect(),
        "change_text" => message(viewer, target).into_iter().chain(parts()).collect(),
        "invite_member" | "change_member" | "remove_member" | "decline_invitation" | "sign_out_everywhere" => {
            member(viewer, target).into_iter().chain(values("role")).collect()
        }
        "create_key" | "revoke_key" => named(&names.keys).into_iter().chain(values("dialect")).collect(),
        "create_webhook" => {
            let events = values("events").filter(|events| events.len() <= LIST_MAX);
            named(&names.hosts).into_iter().chain(events).collect()
        }
        "change_webhook" => named(&names.hosts).into_iter().chain(parts()).collect(),
        "rotate_webhook_secret" | "disable_webhook" => named(&names.hosts).into_iter().collect(),
        "use_sender" | "lose_sender" | "change_sender" => values("sender").into_iter().collect(),
        "show_link" | "show_messages" => named(&names.people).into_iter().collect(),
        "import_reviews" => values("format").into_iter().collect(),
        "erase_customer" | "erase" => values("reviews").into_iter().collect(),
        "lift_suppression" => values("reasons").into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The message and its language, from a target such as `de/request`.
fn message(viewer: &Viewer, target: &str) -> Option<String> {
    let (language, occasion) = target.split_once('/')?;
    let occasion = said_or(viewer.texts, &format!("words-{occasion}"), || occasion.to_owned());
    let language = Language::find(language).map(own_name).unwrap_or(language);
    Some(format!("{occasion} ({language})"))
}

impl Change {
    /// The values before and after, in words; `None` if there are none.
    fn values(&self, viewer: &Viewer) -> Option<String> {
        let texts = viewer.texts;
        let changed = |before: &str, after: &str| {
            texts.say("audit-change").words("before", before).words("after", after).to_string()
        };
        match (&self.before, &self.after) {
            (Content::Nothing, Content::Nothing) => None,
            (Content::Unrecorded, _) | (_, Content::Unrecorded) => Some(texts.say("audit-changed").to_string()),
            (Content::Nothing, Content::Word(after) | Content::Text(after)) => Some(after.clone()),
            (Content::Word(before) | Content::Text(before), Content::Nothing) => {
                Some(changed(before, &texts.say("audit-none").to_string()))
            }
            (Content::Word(before) | Content::Text(before), Content::Word(after) | Content::Text(after)) => {
                Some(changed(before, after))
            }
        }
    }

    /// The field's part of the common line: with its values if they are short.
    fn part(&self, viewer: &Viewer) -> String {
        let is_short = |content: &Content| matches!(content, Content::Nothing | Content::Word(_));
        match self.values(viewer).filter(|_| is_short(&self.before) && is_short(&self.after)) {
            Some(values) => {
                viewer.texts.say("audit-part").words("label", &self.label).words("values", &values).to_string()
            }
            None => self.label.clone(),
        }
    }

    /// The field in its own line; `None` without a value.
    fn whole(&self, viewer: &Viewer) -> Option<String> {
        let values = self.values(viewer)?;
        Some(viewer.texts.say("audit-detail").words("label", &self.label).words("values", &values).to_string())
    }
}

impl Fields<'_> {
    /// The fields of both states. A state that is no object, such as a file's name, has no fields.
    fn changes(&self, before: &Value, after: &Value) -> Vec<Change> {
        let names = [before, after].into_iter().filter_map(Value::as_object).flat_map(Map::keys);
        let names: BTreeSet<_> = names.collect();
        let change = |name: &String| Change {
            label: self.label(name),
            before: self.content(name, before.get(name)),
            after: self.content(name, after.get(name)),
            name: name.clone(),
        };
        names.into_iter().map(change).collect()
    }

    fn said(&self, id: &str) -> Option<String> {
        Some(self.viewer.texts.say(id).to_string()).filter(|said| !said.is_empty())
    }

    fn label(&self, name: &str) -> String {
        let own = self.said(&format!("{}-{name}", self.prefix));
        own.unwrap_or_else(|| self.viewer.word("audit-field", name))
    }

    fn content(&self, name: &str, value: Option<&Value>) -> Content {
        match value {
            None | Some(Value::Null) => Content::Nothing,
            Some(Value::String(text)) if text == SET => Content::Unrecorded,
            Some(Value::String(text)) => match self.word(name, text) {
                Some(word) => Content::Word(word),
                None => Content::Text(text.clone()),
            },
            Some(Value::Bool(is_so)) => {
                let said = if *is_so { "audit-yes" } else { "audit-no" };
                Content::Word(self.viewer.texts.say(said).to_string())
            }
            Some(Value::Number(number)) => Content::Word(number.to_string()),
            Some(Value::Array(values)) if values.is_empty() => Content::Nothing,
            Some(Value::Array(values)) => {
                let item = |value: &Value| match value.as_str() {
                    Some(text) => self.word(name, text).unwrap_or_else(|| text.to_owned()),
                    None => value.to_string(),
                };
                Content::Text(values.iter().map(item).collect::<Vec<_>>().join(", "))
            }
            Some(Value::Object(window)) => Content::Text(self.window(window)),
        }
    }

    /// A value with its own text, or a time, in words.
    fn word(&self, name: &str, word: &str) -> Option<String> {
        let texts = self.viewer.texts;
        if let Ok(at) = word.parse::<Timestamp>() {
            return Some(self.viewer.day_and_time(at));
        }
        match name {
            "country" | "countries" => country::name(texts, word).map(ToOwned::to_owned),
            "language" => Language::find(word).map(|language| own_name(language).to_owned()),
            "role" | "accepted" => self.said(&format!("role-{word}")),
            "format" => self.said(&format!("files-format-{word}")),
            "reviews" => self.said(&format!("customer-erase-{word}")),
            "secret" => Some(texts.say("audit-replaced").to_string()),
            _ if CHOSEN.contains(&name) => {
                let own = self.said(&format!("{}-{name}-{}", self.prefix, word.replace([':', '.'], "-")));
                let others = ["audit-word", "review-reason"];
                own.or_else(|| others.iter().find_map(|prefix| self.said(&format!("{prefix}-{word}"))))
            }
            _ => None,
        }
    }

    /// The hours in which messages are sent.
    fn window(&self, window: &Map<String, Value>) -> String {
        let part = |name: &str| window.get(name).and_then(Value::as_str).unwrap_or_default();
        let days = window.get("days").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let days = days.filter_map(|day| self.said(&format!("set-send_window-{day}")));
        let hours = format!("{}–{}", part("from"), part("to"));
        [hours].into_iter().chain(days).chain([part("time_zone").to_owned()]).collect::<Vec<_>>().join(", ")
    }
}
