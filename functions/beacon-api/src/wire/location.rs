//! Locations: the shop's places of business.

use app::idempotency::Reply;
use domain::customer::{Location, Slug};
use domain::values::value::{Kept, Kind, Lenient, Maybe, Text};
use domain::values::{Detail, Invalid};
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::Failure;
use crate::use_cases::LocationChanges;
use crate::wire::violations::{Change, Line, Violations};
use crate::wire::{AddressData, AddressInput};

const NAME_RULE: Invalid = Invalid("`name` is required.");

edge::input! {
    pub(crate) struct LocationInput as BeaconLocationInput with AddressInput and address: AddressInput {
        name: Lenient<Maybe<Line<Detail>>, true>, as name();
        /// The name that customers see; `name` if omitted.
        display_name: Change<Detail>;
        /// Made from the name if omitted.
        slug: Change<Slug>;
        code: Change<Detail>;
    }
}

fn name() -> Kind {
    Kind::Text(Text::between(1, 255))
}

impl LocationInput {
    /// The name and the other fields of the new location.
    pub(crate) fn parse(self) -> Result<(Detail, LocationChanges), Failure> {
        let mut violations = Violations::default();
        let name = violations.required("name", self.name, NAME_RULE);
        let changes = LocationChanges {
            display_name: violations.take(self.display_name),
            slug: violations.take(self.slug),
            code: violations.take(self.code),
            address: self.address.parse(&mut violations),
        };
        violations.finish(name.map(|name| (name, changes)))
    }
}

edge::input! {
    pub(crate) struct LocationChangesInput as BeaconLocationChangesInput with AddressInput and address: AddressInput {
        name: Lenient<Kept<Maybe<Line<Detail>>>>, as name();
        /// The name that customers see; `null` resets it to `name`.
        display_name: Change<Detail>;
        /// `null` makes a new slug from the name.
        slug: Change<Slug>;
        code: Change<Detail>;
    }
}

impl LocationChangesInput {
    /// The changes to a location. An absent field keeps its value; null clears it. The name cannot be cleared; `None` keeps it.
    pub(crate) fn parse(self) -> Result<(Option<Detail>, LocationChanges), Failure> {
        let mut violations = Violations::default();
        let name = violations.take(self.name);
        if name == Some(None) {
            violations.add("name", NAME_RULE);
        }
        let changes = LocationChanges {
            display_name: violations.take(self.display_name),
            slug: violations.take(self.slug),
            code: violations.take(self.code),
            address: self.address.parse(&mut violations),
        };
        violations.finish(Some((name.flatten(), changes)))
    }
}

/// A location.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconLocation)]
struct LocationData<'a> {
    #[schema(format = "uuid")]
    id: String,
    name: &'a str,
    /// The name that customers see.
    display_name: &'a str,
    #[schema(pattern = "^[a-z0-9-]{1,50}$")]
    slug: &'a str,
    #[schema(required)]
    code: Option<&'a str>,
    #[serde(flatten)]
    address: AddressData<'a>,
    /// Unix seconds.
    created_at: i64,
    /// Unix seconds.
    updated_at: i64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconLocationBody)]
pub(crate) struct LocationBody<'a> {
    /// Always `true`.
    success: bool,
    data: LocationData<'a>,
}

pub(crate) fn saved(location: &Location) -> Result<Reply, app::error::Error> {
    let Location {
        id,
        name,
        display_name: _, // shown with the name as its default
        slug,
        code,
        address,
        created_at,
        updated_at,
        version: _, // counts writes; not part of the API
    } = location;
    let body = LocationBody {
        success: true,
        data: LocationData {
            id: id.guid().to_string(),
            name: name.as_str(),
            display_name: location.public_name().as_str(),
            slug: slug.as_str(),
            code: code.as_ref().map(Detail::as_str),
            address: AddressData::new(address),
            created_at: created_at.as_second(),
            updated_at: updated_at.as_second(),
        },
    };
    Reply::json(200, &body)
}
