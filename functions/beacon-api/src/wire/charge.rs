//! Charges.

use app::idempotency::Reply;
use domain::customer::{Charge, Location, Slug};
use domain::values::value::{Maybe, Raw};
use domain::values::{Amount, Country, Currency, CustomerEmail};
use edge::shown::{UnixTime, Uuid, pattern};

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

/// A charge, and the location of the payment.
type ChargeAt<'a> = (&'a Charge, Option<&'a Location>);

edge::shown! {
    /// A charge.
    struct ChargeData as BeaconCharge ((charge, at): ChargeAt<'_>) {
        id: Uuid = charge.id.guid();
        customer_id: Uuid = charge.customer.guid();
        /// In the currency's smallest unit; `null` if unknown.
        amount: Option<u64> = charge.amount.map(Amount::units);
        currency: Option<String> = charge.currency.as_ref().map(Currency::as_str), as pattern("^[A-Z]{3}$");
        location_slug: Option<String> = at.map(|location| location.slug.as_str());
        /// Unix seconds.
        charged_at: UnixTime = charge.charged_at;
    }

    pub(crate) struct ChargeBody as BeaconChargeBody (charge: ChargeAt<'_>) {
        /// Always `true`.
        success: bool = true;
        data: ChargeData = charge;
    }
}

pub(crate) fn created(charge: &Charge, at: Option<&Location>) -> Result<Reply, app::error::Error> {
    Reply::json(200, &ChargeBody::new((charge, at)))
}
