//! `afterword keys`.

use clap::Subcommand;
use serde_json::json;

use super::call::Call;
use crate::output::{field, rows, table};

/// A shop's API keys
#[derive(Subcommand)]
pub enum Keys {
    /// Create a key; its secret is shown only now
    #[command(after_help = "Example:\n  afterword keys create acme --dialect wix --name 'Wix app'")]
    Create {
        /// The shop, with .test for its test mode
        shop: String,
        /// Its name in lists
        #[arg(long)]
        name: Option<String>,
        /// The API it is for: betterreviews (also the native one), amino, moregoodreviews or wix
        #[arg(long)]
        dialect: Option<String>,
        /// A scope it has; without any, all that the API's calls need except audit:read, integrations:manage and
        /// members:manage
        #[arg(long = "scope")]
        scopes: Option<Vec<String>>,
        /// GUID of the user in whose name it creates requests in the Wix API
        #[arg(long, conflicts_with = "app")]
        user: Option<String>,
        /// GUID of the app in whose name it creates requests in the Wix API
        #[arg(long)]
        app: Option<String>,
        /// The instant at which it expires, such as 2027-01-01T00:00:00Z
        #[arg(long)]
        expires_at: Option<String>,
    },
    /// List a shop's keys, without their secrets
    #[command(after_help = "Example:\n  afterword keys list acme")]
    List {
        /// The shop, with .test for its test mode
        shop: String,
    },
    /// Delete a key: the next call with it is refused
    #[command(after_help = "Example:\n  afterword keys revoke acme 3f1c…")]
    Revoke {
        /// The shop, with .test for its test mode
        shop: String,
        /// The key's id, as shown by `keys list`
        key_id: String,
    },
}

impl Keys {
    pub(super) fn call(self) -> Call {
        match self {
            Self::Create { shop, name, dialect, scopes, user, app, expires_at } => {
                let identity = user.map(|guid| json!({"user": guid})).or(app.map(|guid| json!({"app": guid})));
                let input = json!({"shop": shop, "name": name, "dialect": dialect, "scopes": scopes, "identity": identity,
                    "expires_at": expires_at});
                Call::new("create_key", input, |answer| {
                    format!("{}\n\nThis is the only time that the key is shown.", field(answer, "api_key"))
                })
            }
            Self::List { shop } => Call::new("list_keys", json!({"shop": shop}), |answer| {
                let columns = ["key_id", "name", "dialect", "hint", "created_at", "expires_at", "last_used_on"];
                let headings = ["id", "name", "dialect", "key", "created", "expires", "last used"];
                table(headings, rows(answer, "keys").map(|key| columns.map(|name| field(key, name))))
            }),
            Self::Revoke { shop, key_id } => {
                Call::new("revoke_key", json!({"shop": shop, "key_id": key_id}), move |_| {
                    format!("The key {key_id} of {shop} is deleted. Its next call is refused.")
                })
            }
        }
    }
}
