//! Locations.

use app::LocationChanges;
use app::requests::Reply;
use domain::{Detail, Invalid, Location, Patch, Slug};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer;
use super::customers::{AddressData, address_changes};
use super::fields::{Fields, Object, set};
use crate::error::Failure;

const NAME: Invalid = Invalid("The location's name is required: give it in `name`.");

/// Reads a new location.
pub(crate) fn new_location(object: &Object) -> Result<(Detail, LocationChanges), Failure> {
    let mut fields = Fields::of(object);
    let name = fields.detail("name");
    let name = fields.required("name", name, NAME);
    let changes = changes(&mut fields);
    fields.finish(name.map(|name| (name, changes)))
}

/// Reads what a call tells of a location: absent is kept, null is cleared, but for the name.
pub(crate) fn location_changes(object: &Object) -> Result<(Option<Detail>, LocationChanges), Failure> {
    let mut fields = Fields::of(object);
    let name = fields.detail("name");
    if name == Patch::Clear {
        fields.refuse("name", NAME);
    }
    let changes = changes(&mut fields);
    fields.finish(Some((set(name), changes)))
}

fn changes(fields: &mut Fields<'_>) -> LocationChanges {
    LocationChanges {
        display_name: fields.detail("display_name"),
        slug: fields.text("slug", Slug::parse),
        code: fields.detail("code"),
        address: address_changes(fields),
    }
}

/// A location.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconLocation)]
struct LocationData<'a> {
    #[schema(format = "uuid")]
    id: String,
    name: &'a str,
    /// What customers are told: the name, where nothing else was given.
    display_name: &'a str,
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
    data: LocationData<'a>,
}

/// The answer that shows a location.
pub(crate) fn location(location: &Location) -> Reply {
    let Location {
        id,
        name,
        display_name: _, /* as its face */
        slug,
        code,
        address,
        created_at,
        updated_at,
        version: _,
    } = location;
    answer(&LocationBody {
        data: LocationData {
            id: id.guid().to_string(),
            name: name.as_str(),
            display_name: location.face().as_str(),
            slug: slug.as_str(),
            code: code.as_ref().map(Detail::as_str),
            address: AddressData::new(address),
            created_at: created_at.as_second(),
            updated_at: updated_at.as_second(),
        },
    })
}
