//! Locations: the shop's places of business.

use app::idempotency::Reply;
use domain::customer::{Location, Slug};
use domain::values::value::{Kept, Kind, Lenient, Maybe, Text};
use domain::values::{Detail, Invalid};
use edge::shown::{Flat, UnixTime, Uuid, pattern};

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

edge::shown! {
    /// A location.
    struct LocationData as BeaconLocation (location: &Location) {
        id: Uuid = location.id.guid();
        name: String = location.name.as_str();
        /// The name that customers see.
        display_name: String = location.public_name().as_str();
        slug: String = location.slug.as_str(), as pattern("^[a-z0-9-]{1,50}$");
        code: Option<String> = location.code.as_ref().map(Detail::as_str);
        address: Flat<AddressData> = &location.address;
        /// Unix seconds.
        created_at: UnixTime = location.created_at;
        /// Unix seconds.
        updated_at: UnixTime = location.updated_at;
    }

    pub(crate) struct LocationBody as BeaconLocationBody (location: &Location) {
        /// Always `true`.
        success: bool = true;
        data: LocationData = location;
    }
}

pub(crate) fn saved(location: &Location) -> Result<Reply, app::error::Error> {
    Reply::json(200, &LocationBody::new(location))
}
