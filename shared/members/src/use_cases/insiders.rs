//! The people who work for a shop. Their reviews are withheld, because a review by an insider misleads readers (16 CFR 465.5).
//! No automatic request asks these people.

use std::collections::HashSet;

use app::error::Error;
use domain::values::{EmailAddress, Tenant};
use jiff::Timestamp;
use store::shop::TenantRecord;
use store::table::Store;
use vault::TenantKeys;

use crate::{Members, Rows};

/// The addresses of a shop's owner and members, without `+tag`. Somebody who is only invited is not a member yet.
#[derive(Debug, Default)]
pub struct Insiders(HashSet<String>);

impl Insiders {
    /// Reads the insiders of a shop.
    /// Errors: Storage failures, and addresses that cannot be opened.
    pub async fn read(
        store: &Store,
        tenant: &Tenant,
        shop: &TenantRecord,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Self, Error> {
        Self::among(&Rows(store).members(tenant, now).await?, tenant, shop, keys)
    }

    /// The insiders among members that were already read.
    /// Errors: Addresses that cannot be opened.
    pub fn among(members: &Members, tenant: &Tenant, shop: &TenantRecord, keys: &TenantKeys) -> Result<Self, Error> {
        let mut all: HashSet<_> = shop.owner_email(tenant, keys)?.iter().map(EmailAddress::untagged).collect();
        for member in members.all().filter(|member| member.joined_at.is_some()) {
            all.extend(members.email(&member.id, keys)?.iter().map(EmailAddress::untagged));
        }
        Ok(Self(all))
    }

    pub fn has(&self, email: &EmailAddress) -> bool {
        self.0.contains(&email.untagged())
    }
}
