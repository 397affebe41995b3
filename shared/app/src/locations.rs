//! What a shop tells of its places of business, and gets back.

use domain::{Detail, Location, LocationId, Patch, PostalAddress, Slug};
use jiff::Timestamp;
use store::{CommitError, Part, Store};
use vault::Random;

use crate::customers::AddressChanges;
use crate::requests::{IdempotentCall, Reply, earlier};
use crate::{Caller, Error};

/// Loads and decisions before giving up on a slug or location that others take every time.
const CHANGES_MAX: u32 = 32;
/// How much of a generated slug those of other locations have in common with it: what is behind
/// may have made room for their numbers.
const STEM_LENGTH: usize = 40;

/// Keeps a shop's locations.
#[derive(Clone)]
pub struct Locations {
    /// Where they are kept.
    pub store: Store,
    /// Draws ids.
    pub random: Random,
}

/// What a call tells of a location.
#[derive(Debug, Clone, Default)]
pub struct LocationChanges {
    /// What customers are told.
    pub display_name: Patch<Detail>,
    /// Its short name in calls; cleared, it is generated from the name.
    pub slug: Patch<Slug>,
    /// The shop's own code of it.
    pub code: Patch<Detail>,
    /// Where it is.
    pub address: AddressChanges,
}

impl Locations {
    /// Makes a location. Without a slug it gets one from its name, with a number behind where
    /// others of that name exist.
    ///
    /// # Errors
    /// [`Error::SlugTaken`], [`Error::IdempotencyKeyReused`]; the dependencies' own trouble.
    pub async fn create(
        &self,
        caller: &Caller,
        name: Detail,
        changes: LocationChanges,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Location) -> Reply,
    ) -> Result<Reply, Error> {
        let mut generated = Slug::generate(&name, 1);
        for _ in 0..CHANGES_MAX {
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
                version: 1,
            };
            changes.clone().apply(&mut location);
            let answer = render(&location);
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.insert_location(&location);
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, &caller.keys, now);
            }
            match transaction.commit().await {
                Ok(()) => return Ok(answer),
                Err(error) if error.refused(Part::Idempotency) => {}
                Err(error) if error.refused(Part::Slug) && changes.slug.value().is_some() => {
                    return Err(Error::SlugTaken);
                }
                Err(error) if error.refused(Part::Slug) => generated = self.free_slug(caller, &name, None).await?,
                Err(CommitError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("no free slug".to_owned()))
    }

    /// Changes a location.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::SlugTaken`]; the table's own trouble.
    pub async fn update(
        &self,
        caller: &Caller,
        id: LocationId,
        name: Option<Detail>,
        changes: LocationChanges,
        now: Timestamp,
    ) -> Result<Location, Error> {
        for _ in 0..CHANGES_MAX {
            let before = self.store.location(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
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
            transaction.save_location(&mut location, &before.slug);
            match transaction.commit().await {
                Ok(()) => return Ok(location),
                Err(error) if error.refused(Part::Slug) && changes.slug.value().is_some() => {
                    return Err(Error::SlugTaken);
                }
                Err(CommitError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the location keeps changing".to_owned()))
    }

    /// The first generated slug that no other location has.
    async fn free_slug(&self, caller: &Caller, name: &Detail, own: Option<&Slug>) -> Result<Slug, Error> {
        let first = Slug::generate(name, 1);
        let stem = first.as_str().get(..STEM_LENGTH).unwrap_or(first.as_str());
        let taken = self.store.slugs(&caller.tenant, stem).await?;
        let free = |slug: &Slug| Some(slug) == own || !taken.contains(slug);
        (1..).map(|nth| Slug::generate(name, nth)).find(free).ok_or(Error::SlugTaken)
    }
}

impl LocationChanges {
    /// Makes the changes but that of the slug, which has to be free.
    fn apply(self, location: &mut Location) {
        let Self { display_name, slug: _, code, address } = self;
        display_name.apply(&mut location.display_name);
        code.apply(&mut location.code);
        address.apply(&mut location.address);
    }
}
