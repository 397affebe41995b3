//! A shop's locations, which are its places of business.
//!
//! Told by `tests/stories/dialects/charges_and_locations.story`.

use app::caller::Caller;
use app::error::{Error, TryError, retry};
use app::idempotency::{IdempotentCall, Reply, earlier};
use domain::customer::{Location, PostalAddress, Slug};
use domain::values::{Detail, LocationId, Patch};
use jiff::Timestamp;
use store::table::{Part, Store};
use vault::Random;

use crate::use_cases::AddressChanges;

/// How many characters of a name's slug always stay. A number may replace the characters after these.
const STEM_LENGTH: usize = 40;

#[derive(Clone)]
pub struct Locations {
    pub store: Store,
    pub random: Random,
}

#[derive(Debug, Clone, Default)]
pub struct LocationChanges {
    /// The name that customers see.
    pub display_name: Patch<Detail>,
    /// The location's short name in calls. If a call clears the slug, a new one is made from the name.
    pub slug: Patch<Slug>,
    /// The shop's own code for the location.
    pub code: Patch<Detail>,
    pub address: AddressChanges,
}

impl Locations {
    /// Creates a location. Without a slug in the call, the slug is made from the name; it ends in a number if another
    /// location has that slug.
    pub async fn create(
        &self,
        caller: &Caller,
        name: Detail,
        changes: LocationChanges,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Location) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        let mut generated = Slug::generate(&name, 1);
        retry!(self.store, {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            let mut location = Location {
                id: LocationId::mint(now, self.random.u16()),
                name: name.clone(),
                display_name: None,
                slug: changes.slug.value().unwrap_or(&generated).clone(),
                code: None,
                address: PostalAddress::default(),
                created_at: now,
                updated_at: now,
                version: 0,
            };
            changes.clone().apply(&mut location);
            let answer = render(&location)?;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_location(&location, None);
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, None, &caller.keys, now);
            }
            match transaction.commit().await {
                // If the idempotency key conflicts, too, an earlier call with that key created the location, and its
                // answer is repeated.
                Err(error) if error.refused(Part::Slug) && !error.refused(Part::Idempotency) => {
                    if changes.slug.value().is_some() {
                        return Err(Error::SlugTaken.into());
                    }
                    generated = self.free_slug(caller, &name, None).await?;
                    Err(TryError::Conflict)
                }
                done => Ok(done.map(|()| answer)?),
            }
        })
    }

    pub async fn update(
        &self,
        caller: &Caller,
        id: LocationId,
        name: Option<Detail>,
        changes: LocationChanges,
        now: Timestamp,
    ) -> Result<Location, Error> {
        retry!(self.store, {
            let before = self.store.one::<Location>(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            let mut location = before.clone();
            location.name = name.clone().unwrap_or(location.name);
            location.slug = match &changes.slug {
                Patch::Keep => location.slug,
                Patch::Clear => self.free_slug(caller, &location.name, Some(&before.slug)).await?,
                Patch::Set(slug) => slug.clone(),
            };
            changes.clone().apply(&mut location);
            location.updated_at = now;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_location(&location, Some(&before.slug));
            match transaction.commit().await {
                Err(error) if error.refused(Part::Slug) && changes.slug.value().is_some() => {
                    Err(Error::SlugTaken.into())
                }
                done => Ok(done.map(|()| location)?),
            }
        })
    }

    /// The first slug made from the name that no other location has; the location's `own` slug counts as free.
    async fn free_slug(&self, caller: &Caller, name: &Detail, own: Option<&Slug>) -> Result<Slug, Error> {
        let first = Slug::generate(name, 1);
        let stem = first.as_str().get(..STEM_LENGTH).unwrap_or(first.as_str());
        let taken = self.store.slugs(&caller.tenant, stem).await?;
        let free = |slug: &Slug| Some(slug) == own || !taken.contains(slug);
        (1..).map(|nth| Slug::generate(name, nth)).find(free).ok_or(Error::SlugTaken)
    }
}

impl LocationChanges {
    /// Makes the changes except for the slug, which must be free.
    fn apply(self, location: &mut Location) {
        let Self { display_name, slug: _, code, address } = self;
        display_name.apply(&mut location.display_name);
        code.apply(&mut location.code);
        address.apply(&mut location.address);
    }
}
