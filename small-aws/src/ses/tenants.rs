//! Tenants: SES judges the bounces of each apart, and may pause it alone
//! (<https://docs.aws.amazon.com/ses/latest/dg/tenants.html>).

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{MailAccount, bad};
use crate::names::{ACCOUNT, REGION};
use crate::wire::{self, Refusal};

/// Characters of a name (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateTenant.html>).
const NAME_MAX: usize = 64;

/// The account's tenants; `None` in an account that has none.
pub(crate) struct Tenants(pub(crate) Option<BTreeMap<String, MailTenant>>);

pub(crate) struct MailTenant {
    id: String,
    /// The ARNs of the identities and configuration sets with which it may send.
    resources: BTreeSet<String>,
    /// The code and message for its emails while it is paused.
    pub(crate) paused: Option<(&'static str, &'static str)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OfTenant {
    tenant_name: String,
    #[serde(default)]
    resource_arn: String,
}

impl MailTenant {
    fn show(&self, name: &str) -> Value {
        json!({
            "TenantName": name,
            "TenantId": self.id,
            "TenantArn": ses_arn("tenant", &format!("{name}/{}", self.id)),
            "SendingStatus": if self.paused.is_some() { "DISABLED" } else { "ENABLED" },
        })
    }
}

impl Tenants {
    pub(crate) fn find(&mut self, name: &str) -> Option<&mut MailTenant> {
        self.0.as_mut()?.get_mut(name)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        self.0.iter().flat_map(BTreeMap::keys)
    }

    /// The ARN of a tenant, for IAM. That of an unknown one ends in an id that SES may give it.
    pub(crate) fn arn(&self, name: &str) -> String {
        let id = self.0.as_ref().and_then(|named| named.get(name)).map_or("tn-0", |tenant| &tenant.id);
        ses_arn("tenant", &format!("{name}/{id}"))
    }

    /// Whether a tenant may send with it. Such a resource cannot be deleted.
    pub(super) fn have(&self, arn: &str) -> bool {
        self.0.iter().flat_map(BTreeMap::values).any(|tenant| tenant.resources.contains(arn))
    }
}

pub(crate) fn ses_arn(kind: &str, name: &str) -> String {
    format!("arn:aws:ses:{REGION}:{ACCOUNT}:{kind}/{name}")
}

fn missing(what: &str) -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "NotFoundException", format!("{what} does not exist."))
}

fn exists(what: &str) -> Refusal {
    Refusal::bad("AlreadyExistsException", format!("{what} already exists."))
}

impl MailAccount {
    /// Answers a call about tenants; `None` if the account has none.
    pub(super) fn tenant(&mut self, operation: &str, body: &Bytes, id: &str) -> Option<Result<Value, Refusal>> {
        self.tenants.0.as_ref()?;
        Some(self.answer_tenant(operation, body, id))
    }

    fn answer_tenant(&mut self, operation: &str, body: &Bytes, id: &str) -> Result<Value, Refusal> {
        let OfTenant { tenant_name: name, resource_arn: arn } = wire::parse(body)?;
        let has_resource = self.has_resource(&arn);
        let named = self.tenants.0.get_or_insert_default();
        if operation == "CreateTenant" {
            let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            if !(1..=NAME_MAX).contains(&name.len()) || !name.bytes().all(allowed) {
                return Err(bad(format!("{name:?} is no name of a tenant")));
            }
            if named.contains_key(&name) {
                return Err(exists(&name));
            }
            let tenant = MailTenant { id: format!("tn-{id}"), resources: BTreeSet::new(), paused: None };
            let shown = tenant.show(&name);
            named.insert(name, tenant);
            return Ok(shown);
        }
        let tenant = named.get_mut(&name).ok_or_else(|| missing(&name))?;
        match operation {
            "GetTenant" => Ok(json!({"Tenant": tenant.show(&name)})),
            "DeleteTenant" => {
                named.remove(&name);
                Ok(json!({}))
            }
            "CreateTenantResourceAssociation" if !has_resource => Err(missing(&arn)),
            "CreateTenantResourceAssociation" => {
                tenant.resources.insert(arn.clone()).then(|| json!({})).ok_or_else(|| exists(&arn))
            }
            _ => tenant.resources.remove(&arn).then(|| json!({})).ok_or_else(|| missing(&arn)),
        }
    }

    fn has_resource(&self, arn: &str) -> bool {
        let is_identity = self.identities.names().any(|name| arn == ses_arn("identity", name));
        is_identity || arn == ses_arn("configuration-set", &self.settings.configuration_set)
    }

    /// Rejects an email whose tenant does not exist, is paused, or may not send with these. SES' documentation names no
    /// error for these cases.
    pub(super) fn check_tenant(&self, name: &str, sender: &str, set: Option<&str>) -> Result<(), Refusal> {
        let tenant = self.tenants.0.as_ref().and_then(|named| named.get(name)).ok_or_else(|| missing(name))?;
        let identity = self.identity_of(sender).map(|(identity, _)| ses_arn("identity", identity));
        let set = set.map(|set| ses_arn("configuration-set", set));
        let is_of_it = |arn: Option<String>| arn.is_some_and(|arn| tenant.resources.contains(&arn));
        if !is_of_it(identity) || !is_of_it(set) {
            return Err(bad(format!("A resource of the email is not associated with the tenant {name}.")));
        }
        tenant.paused.map_or(Ok(()), |(code, message)| Err(Refusal::bad(code, message)))
    }
}
