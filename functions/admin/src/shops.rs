//! Creates, lists, shows and ends shops, and makes a link into a shop's console without email: for the first sign-in, and
//! for days on which no email can be sent.

use std::sync::Arc;

use app::links::Links;
use app::shop::end::EndShop;
use app::shop::tenants::SetUp;
use domain::shop::{EndedBy, Shop, ShopRules, erased_from};
use domain::values::{HttpsUrl, Language, Mode, Tenant};
use edge::native::seconds;
use futures_util::future::try_join_all;
use members::GuestLink;
use serde_json::{Value, json};
use store::list::List;
use store::shop::TenantRecord;
use store::shop::service::{ListedShop, Service};

use crate::call::{Call, tenant};
use crate::failure::Failure;

const PAGE: usize = 100;

pub(crate) async fn create(
    call: &Call<'_>,
    shop: String,
    shop_name: String,
    shop_address: Option<String>,
    privacy_url: Option<String>,
    language: Option<String>,
) -> Result<Value, Failure> {
    let tenant = tenant(&shop)?;
    // Refused, because an unsupported language would have no effect, and nobody would notice.
    let known = |tag: &str| Language::find(tag).ok_or(Language::UNSUPPORTED);
    let language = language.as_deref().map(known).transpose()?;
    let privacy_url = privacy_url.as_deref().map(HttpsUrl::parse).transpose()?;
    let shop = Shop { privacy_url, ..Shop::new(&shop_name, shop_address.as_deref())?.with_language(language) };
    let set_up = SetUp { store: call.parts.store.clone(), vault: Arc::clone(&call.parts.vault) };
    let created = set_up.shop(Some(&call.operator), &tenant, shop, ShopRules::default(), call.now).await?;
    if !created {
        call.living(&tenant).await?;
    }
    let lacks = lacks(&tenant, &call.record(&tenant).await?, call.parts.store.service().await?.as_ref());
    let Tenant { id, mode } = tenant;
    Ok(json!({"tenant": id.as_str(), "mode": mode.as_str(), "created": created, "lacks": lacks}))
}

pub(crate) async fn list(call: &Call<'_>, after: String) -> Result<Value, Failure> {
    let store = &call.parts.store;
    let page = store.shops(&after, PAGE).await?;
    let next = page.rows.last().filter(|_| page.more).map(|shop| shop.tenant.to_string());
    let records = try_join_all(page.rows.iter().map(|shop| store.tenant(&shop.tenant))).await?;
    let service = store.service().await?;
    let row = |(ListedShop { tenant, created_at }, record): (_, Option<_>)| {
        let lacks = record.map_or_else(Vec::new, |record| lacks(&tenant, &record, service.as_ref()));
        let Tenant { id, mode } = tenant;
        json!({"tenant": id.as_str(), "mode": mode.as_str(), "created_at": seconds(created_at), "lacks": lacks})
    };
    let shops: Vec<_> = page.rows.into_iter().zip(records).map(row).collect();
    Ok(json!({"shops": shops, "next": next}))
}

pub(crate) async fn show(call: &Call<'_>, shop: String) -> Result<Value, Failure> {
    let (tenant, record) = call.shop(&shop).await?;
    let store = &call.parts.store;
    let listed = store.listed_shop(&tenant).await?;
    let total = async |list| store.total(&tenant, list).await;
    Ok(json!({
        "tenant": tenant.id.as_str(),
        "mode": tenant.mode.as_str(),
        "shop_name": record.shop.name,
        "lacks": lacks(&tenant, &record, store.service().await?.as_ref()),
        // `null` if the customer's browser decides.
        "language": record.shop.language.map(Language::as_str),
        "created_at": listed.map(|shop| seconds(shop.created_at)),
        "ended_at": record.state.ended_at.map(seconds),
        // Until when `restore_shop` takes the end back.
        "restored_until": record.state.ended_at.map(|at| seconds(erased_from(at))),
        "held_since": store.suspension(&tenant).await?.map(|suspension| seconds(suspension.since)),
        "customers": total(List::Customers).await?,
        "reviews": total(List::AllReviews).await?,
        "messages": total(List::AllMessages).await?,
        "emails_sent": store.emails_sent(&tenant).await?,
        "api_keys": store.key_ring(&tenant).await?.keys.len(),
    }))
}

/// The settings that a shop should have: without a `shop_address` of its own or the operator's, no email leaves to a
/// customer; without a `privacy_url`, emails do not link to it.
fn lacks(tenant: &Tenant, record: &TenantRecord, service: Option<&Service>) -> Vec<&'static str> {
    let operators_address = service.and_then(|service| service.postal_address.as_deref());
    let has_no_policy = record.shop.privacy_url.is_none() && tenant.mode == Mode::Live;
    let lacks = [("shop_address", record.lacks_address(operators_address)), ("privacy_url", has_no_policy)];
    lacks.into_iter().filter(|(_, lacks)| *lacks && record.state.ended_at.is_none()).map(|(name, _)| name).collect()
}

pub(crate) async fn delete(call: &Call<'_>, shop: String) -> Result<Value, Failure> {
    let (tenant, _) = call.shop(&shop).await?;
    let ended_at = call.ends().end(&call.operator, Some(EndedBy::Operator), &tenant, call.now).await?;
    let Tenant { id, mode } = tenant;
    let restored_until = seconds(erased_from(ended_at));
    let ended_at = seconds(ended_at);
    Ok(json!({"tenant": id.as_str(), "mode": mode.as_str(), "ended_at": ended_at, "restored_until": restored_until}))
}

pub(crate) async fn restore(call: &Call<'_>, shop: String) -> Result<Value, Failure> {
    let tenant = tenant(&shop)?;
    match call.ends().restore(&call.operator, &tenant, call.now).await {
        Ok(restored) => Ok(json!({"restored": restored})),
        Err(app::error::Error::NotFound) => match call.parts.store.shop_end(&tenant).await? {
            Some(end) => Err(Failure::Conflict(format!(
                "{tenant} ended at {}: nothing takes that back after {}.",
                seconds(end.ended_at),
                seconds(erased_from(end.ended_at))
            ))),
            None => Err(app::error::Error::NotFound.into()),
        },
        Err(error) => Err(error.into()),
    }
}

impl Call<'_> {
    fn ends(&self) -> EndShop {
        EndShop { store: self.parts.store.clone(), queue: self.parts.privacy.clone() }
    }
}

pub(crate) async fn console_link(call: &Call<'_>, shop: String) -> Result<Value, Failure> {
    let (tenant, _) = call.shop(&shop).await?;
    let (store, vault) = (call.parts.store.clone(), Arc::clone(&call.parts.vault));
    let links = Links::new(store.clone(), vault, &call.parts.base_url);
    let link = GuestLink { store, links, random: call.parts.random.clone() };
    // No other answer has the link.
    let (url, expires_at) = link.make(&tenant, call.operator.by.as_deref(), None, call.now, |_, _, _| Ok(())).await?;
    Ok(json!({"url": url, "expires_at": seconds(expires_at)}))
}
