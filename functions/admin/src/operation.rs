//! The operations, each declared once: its name and fields in an event, and the function that runs it.

use serde::Deserialize;
use serde_json::Value;

use crate::call::Call;
use crate::failure::Failure;
use crate::keys::Initiator;
use crate::rotate::RotateCall;
use crate::{audit, erase, failed, keys, pauses, rotate, shops, status, suspensions, why};

macro_rules! operations {
    ($($(#[$doc:meta])+ $name:ident { $($(#[$of:meta])* $field:ident: $type:ty,)* } => $run:path;)+) => {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        pub(crate) enum Operation {
            $($(#[$doc])+ $name { $($(#[$of])* $field: $type,)* },)+
        }

        impl Operation {
            pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
                match self {
                    $(Self::$name { $($field,)* } => $run(call, $($field,)*).await,)+
                }
            }
        }
    };
}

// `shop` is a shop's id, with `.test` for its test mode. `after` is the `next` of the previous page.
operations! {
    /// Creates a shop unless it exists. If it does, its other fields are checked but ignored.
    CreateShop {
        shop: String,
        shop_name: String,
        shop_address: Option<String>,
        privacy_url: Option<String>,
        /// The tag of the language for customers whose request names none.
        language: Option<String>,
    } => shops::create;
    /// Lists all shops, ordered by id.
    ListShops { #[serde(default)] after: String, } => shops::list;
    /// Shows a shop, without anybody's address.
    ShowShop { shop: String, } => shops::show;
    /// Ends a shop. With a live shop, its test mode ends, too; a test mode may also end alone.
    DeleteShop { shop: String, } => shops::delete;
    /// Undoes a shop's end.
    RestoreShop { shop: String, } => shops::restore;
    /// Creates another API key for a shop.
    CreateKey {
        shop: String,
        name: Option<String>,
        /// The API that accepts the key; `betterreviews` if omitted.
        dialect: Option<String>,
        /// If omitted, those that this API's calls need, except `audit:read`, `integrations:manage` and `members:manage`.
        scopes: Option<Vec<String>>,
        /// Who creates requests with the key in the Wix dialect; a new app if omitted.
        identity: Option<Initiator>,
        /// If omitted, the key never expires.
        expires_at: Option<String>,
    } => keys::create;
    /// Lists a shop's API keys, oldest first, without their secrets, which are not stored.
    ListKeys { shop: String, } => keys::list;
    /// Deletes a shop's API key.
    RevokeKey { shop: String, key_id: String, } => keys::revoke;
    /// Creates a link into a shop's console.
    ConsoleLink { shop: String, } => shops::console_link;
    /// Erases the data of a person, who is named by one of the two addresses; or only counts what would be erased.
    Erase {
        shop: String,
        email: Option<String>,
        /// With country code.
        phone: Option<String>,
        #[serde(default)] only_count: bool,
    } => erase::erase;
    /// Shows how far an erasure is.
    Erasure { shop: String, receipt: String, } => erase::erasure;
    /// Shows a shop's audit log or, without a shop, that of the whole service, newest first.
    Audit { shop: Option<String>, after: Option<String>, } => audit::audit;
    /// Ends the suspension of a shop's emails.
    ReleaseHold { shop: String, } => suspensions::release_hold;
    /// Lets a new shop that the operator trusts send without a daily limit.
    LiftCap { shop: String, } => suspensions::lift_cap;
    /// Lifts the `STOP` that a number (E.164) replied, for all shops.
    LiftStop { number: String, } => suspensions::lift_stop;
    /// Ends a shop's hold of a domain.
    ReleaseSender { domain: String, } => suspensions::release_sender;
    /// Pauses messages to customers, of one shop or of all, until then or until `resume`. If they are already paused, only
    /// the end changes.
    Pause { shop: Option<String>, until: Option<String>, } => pauses::pause;
    /// Ends the operator's pause.
    Resume { shop: Option<String>, } => pauses::resume;
    /// Keeps from leaving again what may have left before the table was restored to this moment from a backup.
    Restored { to: String, } => pauses::restored;
    /// Replaces the root key of a shop or of the service, step by step.
    Rotate { shop: Option<String>, #[serde(default)] service: bool, rotate: RotateCall, } => rotate::rotate;
    /// Says how the installation does, shop by shop in live mode. Only the first page tells what concerns all.
    Status { after: Option<String>, } => status::status;
    /// Explains the outcome of the requests of an address or an order, or of one request.
    Why { shop: String, email: Option<String>, order_id: Option<String>, request: Option<u64>, } => why::why;
    /// Counts recently failed messages by cause and shop: of one shop, or of all in live mode.
    Failed {
        /// RFC 3339. Rounded down to the hour.
        since: String,
        shop: Option<String>,
        after: Option<String>,
    } => failed::failed;
}
