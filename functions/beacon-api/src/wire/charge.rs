//! Charges.

use app::idempotency::Reply;
use domain::customer::{Charge, Location, Slug};
use domain::values::value::{Maybe, Raw};
use domain::values::{Amount, Country, Currency, CustomerEmail};
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::Failure;
use crate::use_cases::NewCharge;
use crate::wire::time::{self, Moment};
use crate::wire::violations::{Change, Line, Violations, lacks_country, phone};

edge::input! {
    pub(crate) struct ChargeInput as BeaconChargeInput {
        /// Required without `phone`.
        email: Change<CustomerEmail>;
        /// Required without `email`.
        phone: Change<Raw>, as phone();
        /// In the currency's smallest unit.
        amount: Option<Amount>;
        /// ISO 4217, upper or lower case.
        currency: Maybe<Line<Currency>>;
        /// The location of the payment. Later messages to the customer name this location as the sender.
        location_slug: Maybe<Line<Slug>>;
        // Now if omitted.
        charged_at: Option<Moment>, shown time::schema();
    }
}

impl ChargeInput {
    pub(crate) fn needs_country(&self) -> bool {
        lacks_country(&self.phone)
    }

    pub(crate) fn parse(self, country: Option<Country>) -> Result<NewCharge, Failure> {
        let mut violations = Violations::default();
        let (email, phone) = (violations.take(self.email), violations.phone(self.phone, country));
        let key = violations.key(&email, &phone);
        let (amount, currency) = (violations.take(self.amount), violations.take(self.currency));
        let (location, charged_at) = (violations.take(self.location_slug), violations.take(self.charged_at));
        violations.finish(key.map(|key| NewCharge { key, amount, currency, location, charged_at }))
    }
}

/// A charge.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconCharge)]
struct ChargeData<'a> {
    #[schema(format = "uuid")]
    id: String,
    #[schema(format = "uuid")]
    customer_id: String,
    /// In the currency's smallest unit; `null` if unknown.
    #[schema(required)]
    amount: Option<u64>,
    #[schema(required, pattern = "^[A-Z]{3}$")]
    currency: Option<&'a str>,
    #[schema(required)]
    location_slug: Option<&'a str>,
    /// Unix seconds.
    charged_at: i64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconChargeBody)]
pub(crate) struct ChargeBody<'a> {
    /// Always `true`.
    success: bool,
    data: ChargeData<'a>,
}

pub(crate) fn created(charge: &Charge, at: Option<&Location>) -> Result<Reply, app::error::Error> {
    let Charge { id, customer, amount, currency, location: _ /* shown by its slug */, charged_at } = charge;
    let body = ChargeBody {
        success: true,
        data: ChargeData {
            id: id.guid().to_string(),
            customer_id: customer.guid().to_string(),
            amount: amount.map(Amount::units),
            currency: currency.as_ref().map(Currency::as_str),
            location_slug: at.map(|location| location.slug.as_str()),
            charged_at: charged_at.as_second(),
        },
    };
    Reply::json(200, &body)
}
