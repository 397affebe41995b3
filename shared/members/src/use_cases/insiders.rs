//! The people who work for a shop. What they write is labelled, because a reader has to know it and a shop ought to (16 CFR 465.5),
//! and nothing of the shop's own accord asks them.

use std::collections::HashSet;

use app::error::Error;
use domain::values::{EmailAddress, Tenant};
use jiff::Timestamp;
use store::shop::TenantRecord;
use store::table::Store;
use vault::TenantKeys;

use crate::{Members, Rows};

/// The addresses of a shop's members and of its owner. Who is invited is no member yet.
#[derive(Debug, Default)]
pub struct Insiders(HashSet<String>);

impl Insiders {
    /// Those of a shop.
    ///
    /// # Errors
    /// Storage failures, and addresses that cannot be opened.
    pub async fn read(
        store: &Store,
        tenant: &Tenant,
        shop: &TenantRecord,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Self, Error> {
        Self::among(&Rows(store).members(tenant, now).await?, tenant, shop, keys)
    }

    /// The same, of members that were read.
    ///
    /// # Errors
    /// Addresses that cannot be opened.
    pub fn among(members: &Members, tenant: &Tenant, shop: &TenantRecord, keys: &TenantKeys) -> Result<Self, Error> {
        let mut all: HashSet<_> = shop.owner_email(tenant, keys)?.iter().map(|own| own.identity().to_owned()).collect();
        for member in members.all().filter(|member| member.joined_at.is_some()) {
            all.extend(members.email(&member.id, keys)?.iter().map(|email| email.identity().to_owned()));
        }
        Ok(Self(all))
    }

    /// Whether this is the address of one of them.
    #[must_use]
    pub fn has(&self, email: &EmailAddress) -> bool {
        self.0.contains(email.identity())
    }
}
