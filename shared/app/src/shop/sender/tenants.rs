//! Shops' tenants at SES. SES judges the emails of each apart, and may pause it without pausing the account
//! (<https://docs.aws.amazon.com/ses/latest/dg/tenants.html>). A shop has one while emails leave from its own domain.

use std::time::Duration;

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::error::{ProvideErrorMetadata, SdkError};
use aws_smithy_async::rt::sleep::{AsyncSleep as _, SharedAsyncSleep};
use domain::values::Tenant;
use vault::LazyClient;

use super::identities::{failed, once};
use crate::error::Error;

/// SES accepts one call a second of each kind from the whole account
/// (<https://docs.aws.amazon.com/ses/latest/dg/quotas.html>, "Quotas related to the Amazon SES API").
const EVERY: Duration = Duration::from_millis(1_100);

#[derive(Clone)]
pub struct Tenants {
    pub ses: LazyClient<Client>,
    pub stack: String,
    pub configuration_set: String,
    /// The beginning of the ARNs of the account's resources at SES.
    pub arn: String,
    /// Whether the operator wants them.
    pub are_used: bool,
    /// Waits between two calls of one kind.
    pub sleep: Option<SharedAsyncSleep>,
}

impl Tenants {
    /// The name of a shop's tenant. No other stack has it, because a stack's name has no `_`.
    fn name(&self, tenant: &Tenant) -> String {
        format!("{}_{}", self.stack, tenant.id.as_str())
    }

    fn identity(&self, domain: &str) -> String {
        format!("{}:identity/{domain}", self.arn)
    }

    /// Makes the shop's tenant, and lets it send from the domain; what exists already stays. Returns its name, or `None`
    /// if SES does not do that for this account.
    pub(super) async fn make(&self, domain: &str, tenant: &Tenant) -> Result<Option<String>, Error> {
        let name = self.name(tenant);
        let call = self.ses.create_tenant().tenant_name(&name);
        let made = call.customize().config_override(once()).send().await;
        let mut is_made = is_done("make a tenant", "AlreadyExistsException", made)?;
        for resource in [self.identity(domain), format!("{}:configuration-set/{}", self.arn, self.configuration_set)] {
            if !is_made {
                return Ok(None);
            }
            self.wait().await;
            let call = self.ses.create_tenant_resource_association().tenant_name(&name).resource_arn(resource);
            let made = call.customize().config_override(once()).send().await;
            is_made = is_done("give a tenant its resources", "AlreadyExistsException", made)?;
        }
        Ok(is_made.then_some(name))
    }

    /// Takes the domain from the shop's tenant, and deletes the tenant if this is the shop's last domain. If that fails, SES
    /// does not delete the domain's identity either, and the next look tries both again.
    pub(super) async fn leave(&self, domain: &str, tenant: &Tenant, is_last: bool) {
        const GONE: &str = "NotFoundException";
        let name = self.name(tenant);
        let left = if is_last {
            let call = self.ses.delete_tenant().tenant_name(name);
            is_done("delete a tenant", GONE, call.customize().config_override(once()).send().await)
        } else {
            let call = self.ses.delete_tenant_resource_association().tenant_name(name);
            let call = call.resource_arn(self.identity(domain)).customize().config_override(once());
            is_done("take a domain from a tenant", GONE, call.send().await)
        };
        if let Err(error) = left {
            tracing::warn!(%error, "cannot take a shop's domain from its tenant");
        }
    }

    async fn wait(&self) {
        if let Some(sleep) = &self.sleep {
            sleep.sleep(EVERY).await;
        }
    }
}

/// Whether SES did it, or `done` says that it had done so before. `false` if the account may not or cannot.
/// Errors: What may succeed later.
fn is_done<T, E>(what: &str, done: &str, answer: Result<T, SdkError<E>>) -> Result<bool, Error>
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    let Err(error) = answer else { return Ok(true) };
    let code = error.code().unwrap_or_default();
    let is_refused =
        error.raw_response().is_some_and(|raw| raw.status().is_client_error() && raw.status().as_u16() != 429);
    if code != done && is_refused {
        tracing::warn!(code, "SES does not {what}");
    }
    if code == done || is_refused { Ok(code == done) } else { Err(failed(what, error)) }
}
