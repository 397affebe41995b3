//! Charges.

use app::idempotency::Reply;
use domain::customer::{Charge, Location, Slug};
use domain::values::{Amount, Country, Currency, EmailAddress, Phone};
use edge::field::Field;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::error::Failure;
use crate::use_cases::NewCharge;
use crate::wire::time;
use crate::wire::violations::{Violations, lacks_country};

#[derive(Deserialize, ToSchema)]
#[schema(as = BeaconChargeInput)]
pub(crate) struct ChargeInput {
    /// Required without `phone`.
    #[schema(value_type = Option<String>, format = "idn-email", max_length = 254)]
    email: Field<String>,
    /// Required without `email`.
    #[schema(value_type = Option<String>, pattern = r"^\s*\+?[0-9 .\-/()\u00a0\u202f\u2010\u2011\u2013]+\s*$")]
    phone: Field<String>,
    /// In the currency's smallest unit.
    #[schema(value_type = Option<u64>, maximum = 9007199254740991u64)]
    amount: Field<f64>,
    /// ISO 4217, upper or lower case.
    #[schema(value_type = Option<String>, pattern = "^[A-Za-z]{3}$")]
    currency: Field<String>,
    /// The location of the payment. Later messages to the customer name this location as the sender.
    #[schema(value_type = Option<String>, pattern = "^[a-z0-9-]{1,50}$")]
    location_slug: Field<String>,
    /// Unix seconds, RFC 3339, or a date; now if omitted.
    #[schema(schema_with = time::schema, required = false)]
    charged_at: Field<Value>,
}

impl ChargeInput {
    pub(crate) fn needs_country(&self) -> bool {
        lacks_country(&self.phone)
    }

    pub(crate) fn parse(self, country: Option<Country>) -> Result<NewCharge, Failure> {
        let Self { email, phone, amount, currency, location_slug, charged_at } = self;
        let mut violations = Violations::default();
        let email = violations.patch("email", email, EmailAddress::parse);
        let phone = violations.patch("phone", phone, |phone| Phone::parse_in(phone, country));
        let key = violations.key(&email, &phone);
        let amount = violations.check("amount", amount.parse(Amount::new)).flatten();
        let currency = violations.optional("currency", currency, Currency::parse);
        let location = violations.optional("location_slug", location_slug, Slug::parse);
        let charged_at = violations.check("charged_at", time::optional(charged_at)).flatten();
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
