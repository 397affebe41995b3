//! Locations: the shop's places of business.

use app::idempotency::Reply;
use domain::customer::{Location, Slug};
use domain::values::{Detail, Invalid};
use edge::field::Field;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::error::Failure;
use crate::use_cases::LocationChanges;
use crate::wire::address::{AddressData, AddressInput};
use crate::wire::violations::Violations;

const NAME_RULE: Invalid = Invalid("`name` is required.");

#[derive(Deserialize, ToSchema)]
#[schema(as = BeaconLocationInput)]
pub(crate) struct LocationInput {
    #[schema(value_type = String, min_length = 1, max_length = 255)]
    name: Field<String>,
    /// The name that customers see; `name` if omitted.
    #[schema(value_type = Option<String>, max_length = 255)]
    display_name: Field<String>,
    /// Made from the name if omitted.
    #[schema(value_type = Option<String>, pattern = "^[a-z0-9-]{1,50}$")]
    slug: Field<String>,
    #[schema(value_type = Option<String>, max_length = 255)]
    code: Field<String>,
    #[serde(flatten)]
    address: AddressInput,
}

impl LocationInput {
    /// The name and the other fields of the new location.
    pub(crate) fn parse(self) -> Result<(Detail, LocationChanges), Failure> {
        let Self { name, display_name, slug, code, address } = self;
        let mut violations = Violations::default();
        let name = violations.required("name", name, Detail::parse, NAME_RULE);
        let changes = LocationChanges {
            display_name: violations.patch("display_name", display_name, Detail::parse),
            slug: violations.patch("slug", slug, Slug::parse),
            code: violations.patch("code", code, Detail::parse),
            address: address.parse(&mut violations),
        };
        violations.finish(name.map(|name| (name, changes)))
    }
}

#[derive(Deserialize, ToSchema)]
#[schema(as = BeaconLocationChangesInput)]
pub(crate) struct LocationChangesInput {
    #[schema(value_type = Option<String>, nullable = false, min_length = 1, max_length = 255)]
    name: Field<String>,
    /// The name that customers see; `null` resets it to `name`.
    #[schema(value_type = Option<String>, max_length = 255)]
    display_name: Field<String>,
    /// `null` makes a new slug from the name.
    #[schema(value_type = Option<String>, pattern = "^[a-z0-9-]{1,50}$")]
    slug: Field<String>,
    #[schema(value_type = Option<String>, max_length = 255)]
    code: Field<String>,
    #[serde(flatten)]
    address: AddressInput,
}

impl LocationChangesInput {
    /// The changes to a location. An absent field keeps its value; null clears it. The name cannot be cleared; `None` keeps it.
    pub(crate) fn parse(self) -> Result<(Option<Detail>, LocationChanges), Failure> {
        let Self { name, display_name, slug, code, address } = self;
        let mut violations = Violations::default();
        let name = match name {
            Field::Absent => None,
            name => violations.required("name", name, Detail::parse, NAME_RULE),
        };
        let changes = LocationChanges {
            display_name: violations.patch("display_name", display_name, Detail::parse),
            slug: violations.patch("slug", slug, Slug::parse),
            code: violations.patch("code", code, Detail::parse),
            address: address.parse(&mut violations),
        };
        violations.finish(Some((name, changes)))
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
