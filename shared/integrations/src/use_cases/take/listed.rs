//! A row of a list that is read of a shop: it is taken as a call is, and kept as one if that fails.

use app::error::Error;
use jiff::Timestamp;

use super::{CalledShop, TakeOrders};
use crate::use_cases::record_call;
use crate::wire::{Said, What};
use crate::{Arrival, AskRules};

/// The topics of rows that are kept as calls: of the reading after a shop connected, and of a look.
pub(super) const READING: &str = "reading";
pub(super) const LOOK: &str = "look";

impl TakeOrders {
    /// Takes a row; `true` if it was news. One that cannot be read or taken is listed among the calls and, as they are, tried again
    /// for a day, so that the rows behind it do not wait for it. A step that is repeated may list it twice, which does no harm.
    pub(super) async fn take_row(
        &self,
        shop: &CalledShop,
        topic: &str,
        said: Said,
        rules: Option<AskRules>,
        now: Timestamp,
    ) -> Result<bool, Error> {
        match &said.what {
            What::Ignored(_) => return Ok(false),
            What::Refused(_) => {}
            What::Arrives(arrival) => match self.take_arrival(shop, arrival, rules, now).await {
                Ok(is_news) => return Ok(is_news),
                Err(error) => tracing::warn!(%error, "a row of a shop's list is not taken; it is kept as a call"),
            },
        }
        let (tenant, keys) = (&shop.caller.tenant, &shop.caller.keys);
        record_call(&self.store, (tenant, shop.system, keys), topic.to_owned(), said, now).await?;
        Ok(false)
    }

    async fn take_arrival(
        &self,
        shop: &CalledShop,
        arrival: &Arrival,
        rules: Option<AskRules>,
        now: Timestamp,
    ) -> Result<bool, Error> {
        match arrival.clone() {
            Arrival::Order { id, state } => Ok(self.order(shop, &id, *state, rules, now).await?.is_news),
            Arrival::Product(product, at) => {
                Ok(self.store.put_product_of_system(&shop.caller.tenant, &product, at).await?)
            }
            _ => Ok(false),
        }
    }
}
