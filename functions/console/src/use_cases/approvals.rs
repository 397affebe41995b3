//! A WooCommerce shop connects without keys to copy: its owner approves there, and the shop posts a key
//! (`WC_Auth`, <https://developer.woocommerce.com/docs/apis/rest-api/authentication/>).

use app::error::Error;
use domain::values::{Reach, ShopSystem};
use integrations::{
    ApprovalRecord, IntegrationRefusal, Rows, ShopAccess, ShopRefusal, ShopWebhooks, WebhookOutcome, WebhooksRefusal,
    inbound_url,
};
use jiff::{SignedDuration, Timestamp};
use members::{Console, Cookie, Entered, Role};
use vault::Secret;

const SYSTEM: ShopSystem = ShopSystem::WooCommerce;
/// How long the owner may take to sign in at the shop and to approve.
const WITHIN: SignedDuration = SignedDuration::from_mins(15);

fn until(now: Timestamp) -> Timestamp {
    now.saturating_add(WITHIN).unwrap_or(now)
}

/// Asks shops for keys.
pub(crate) struct Approvals {
    pub console: Console,
    pub webhooks: ShopWebhooks,
    pub reach: Reach,
    pub base_url: String,
}

/// What a shop posts once its owner has approved.
#[derive(serde::Deserialize)]
pub(crate) struct ApprovedKey {
    /// What [`Approvals::ask`] gave the shop.
    user_id: String,
    consumer_key: String,
    consumer_secret: String,
}

impl Approvals {
    /// Waits for a key of the shop at this address, instead of one that was asked for earlier. Returns where its owner
    /// approves.
    pub(crate) async fn ask(
        &self,
        entered: &Entered,
        address: &str,
        keeps_key: bool,
        now: Timestamp,
    ) -> Result<String, Error> {
        let (tenant, secret) = (entered.tenant.clone(), Secret::mint(&self.console.random));
        let record = ApprovalRecord {
            secret_digest: secret.digest(),
            session: entered.session.clone(),
            address: address.to_owned(),
            keeps_key,
            until: until(now),
            refusal: None,
        };
        Rows(&self.console.store).await_approval(&tenant, SYSTEM, &record).await?;
        let here = format!("{}/console/connections/{}", self.base_url, SYSTEM.as_str());
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("app_name", "Afterword")
            .append_pair("scope", "read_write")
            .append_pair("user_id", &Cookie { tenant, secret }.value())
            .append_pair("return_url", &here)
            .append_pair("callback_url", &format!("{here}/key"))
            .finish();
        Ok(format!("{address}/wc-auth/v1/authorize?{query}"))
    }

    /// Connects the shop with a key that was asked for. A key is taken once, at the address that the member typed, and as
    /// long as that member is signed in as an owner. Why it cannot be used, or why a webhook is missing, is kept for the page.
    /// Errors: [`Error::NotFound`] if nobody waits for this key.
    pub(crate) async fn take(&self, key: &ApprovedKey, now: Timestamp) -> Result<(), Error> {
        let Cookie { tenant, secret } = Cookie::parse(&key.user_id).ok_or(Error::NotFound)?;
        let rows = Rows(&self.console.store);
        let asked = rows.approval(&tenant, SYSTEM).await?.filter(|asked| asked.waits_for(&secret.digest(), now));
        let asked = asked.ok_or(Error::NotFound)?;
        if !rows.use_approval(&tenant, SYSTEM, &asked).await? {
            return Err(Error::NotFound);
        }
        let entered = self.console.entered(tenant.clone(), asked.session.clone(), now).await?;
        let entered = entered.filter(|one| one.role.includes(Role::Owner) && one.shop.ended_at.is_none());
        let refusal = self.connect(&entered.ok_or(Error::NotFound)?, &asked, key, now).await?;
        if refusal.is_some() {
            rows.keep_refusal(&tenant, SYSTEM, &ApprovalRecord { refusal, until: until(now), ..asked }).await?;
        }
        Ok(())
    }

    async fn connect(
        &self,
        entered: &Entered,
        asked: &ApprovalRecord,
        key: &ApprovedKey,
        now: Timestamp,
    ) -> Result<Option<ShopRefusal>, Error> {
        let Ok(access) = ShopAccess::woocommerce(&asked.address, &key.consumer_key, &key.consumer_secret, self.reach)
        else {
            return Ok(Some(ShopRefusal::KeyRefused));
        };
        let url = inbound_url(&self.base_url, &entered.tenant, SYSTEM);
        match self.webhooks.make(&entered.caller(), &access, asked.keeps_key, &url, now).await {
            Ok(webhooks) => {
                let is_whole = webhooks.iter().all(|webhook| webhook.outcome != WebhookOutcome::Refused);
                Ok((!is_whole).then_some(ShopRefusal::Failed))
            }
            Err(WebhooksRefusal::Shop(refusal)) => Ok(Some(refusal)),
            Err(WebhooksRefusal::Connection(IntegrationRefusal::Failed(error))) => Err(error),
            Err(WebhooksRefusal::Connection(IntegrationRefusal::Field(field, _))) => {
                Err(Error::Internal(format!("{field} was refused")))
            }
        }
    }
}
