//! The shop's names for ids in the log. The log has only the ids, so something that was deleted since, or cannot be read,
//! is shown without its name.

use std::collections::HashMap;

use app::error::Error;
use domain::values::RequestId;
use futures_util::future::join3;
use store::shop::audit::AuditEntry;
use store::table::ListKey;

use crate::parts::Parts;
use crate::viewer::Viewer;

/// Names by the ids that the log has.
pub(super) struct Names {
    pub keys: HashMap<String, String>,
    /// The webhooks' hosts.
    pub hosts: HashMap<String, String>,
    /// The names or addresses of the people whom requests ask.
    pub people: HashMap<String, String>,
}

impl Names {
    /// Reads the names that these entries need, with at most three calls at the same time.
    pub(super) async fn read(parts: &Parts, viewer: &Viewer, entries: &[(ListKey, AuditEntry)]) -> Self {
        let (store, tenant) = (&parts.console.store, &viewer.tenant);
        let has_key = entries.iter().any(|(_, entry)| names_key(entry));
        let has_webhook = entries.iter().any(|(_, entry)| names_webhook(entry));
        let requests = entries.iter().filter(|(_, entry)| names_request(entry));
        let requests: Vec<_> = requests.filter_map(|(_, entry)| RequestId::parse(&entry.target).ok()).collect();
        let keys = async {
            let ring = if has_key { store.key_ring(tenant).await?.keys } else { Vec::new() };
            let named = ring.into_iter().map(|(_, info)| (info.id, info.name.as_str().to_owned()));
            Ok::<HashMap<_, _>, Error>(named.collect())
        };
        let hosts = async {
            let webhooks = if has_webhook { store.webhooks(tenant, &viewer.keys).await? } else { Vec::new() };
            let webhooks = webhooks.into_iter().map(|record| record.webhook);
            let named = webhooks.map(|webhook| (webhook.id.to_string(), host(webhook.url.as_str())));
            Ok::<HashMap<_, _>, Error>(named.collect())
        };
        let people = async {
            let named = parts.requests.names(viewer, &requests).await?;
            Ok::<HashMap<_, _>, Error>(named.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
        };
        let (keys, hosts, people) = join3(keys, hosts, people).await;
        Self { keys: known(keys), hosts: known(hosts), people: known(people) }
    }

    /// The name of the API key that acted; `None` if none did, or if it was deleted.
    pub(super) fn key_of(&self, by: &str) -> Option<&str> {
        self.keys.get(by.strip_prefix("key:")?).map(String::as_str)
    }
}

/// The names that were read, or none: the log is worth more than its names.
fn known(names: Result<HashMap<String, String>, Error>) -> HashMap<String, String> {
    names.inspect_err(|error| tracing::error!(%error, "cannot read names for the audit log")).unwrap_or_default()
}

fn names_key(AuditEntry { what, by, .. }: &AuditEntry) -> bool {
    matches!(what.as_str(), "create_key" | "revoke_key") || by.as_deref().is_some_and(|by| by.starts_with("key:"))
}

fn names_webhook(AuditEntry { what, .. }: &AuditEntry) -> bool {
    matches!(what.as_str(), "create_webhook" | "change_webhook" | "rotate_webhook_secret" | "disable_webhook")
}

fn names_request(AuditEntry { what, .. }: &AuditEntry) -> bool {
    matches!(what.as_str(), "show_link" | "show_messages")
}

/// The host of a URL, with its port if it has one.
fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned()
}
