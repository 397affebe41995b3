//! A customer takes a review back.

use domain::Shop;
use jiff::Timestamp;
use store::ItemParts;

use crate::hub::Hub;
use crate::hub::link::{LinkTarget, shop_of};
use crate::retry::{TryError, retry};
use crate::{Error, LinkError};

/// What came of wanting a review back.
pub enum Withdrawal {
    /// The customer has to say that they are sure.
    Asked {
        /// The shop whose page asks.
        shop: Shop,
    },
    /// There is no review any more.
    Done,
}

impl Hub {
    /// Deletes a review's words, name and photos for good, if the customer `is_sure`. The item may be reviewed again.
    ///
    /// # Errors
    /// Every [`LinkError`].
    pub async fn withdraw(
        &self,
        token: &str,
        item: usize,
        is_sure: bool,
        now: Timestamp,
    ) -> Result<Withdrawal, LinkError> {
        let removed = retry!(self.store, {
            let (found, ItemParts { review, photos }) = self.find_live_item(token, item, now).await?;
            let LinkTarget { tenant, keys, context } = found;
            let before = review.map(|review| review.open(&keys)).transpose()?;
            let Some(before) = before.filter(|review| !review.state.is_final()) else {
                return Ok(Ok(Vec::new()));
            };
            if !is_sure {
                return Ok(Err(Box::new(shop_of(&context))));
            }
            let mut review = before.clone();
            let ledger = review.withdraw(now);
            let mut transaction = self.store.transaction(&tenant);
            transaction.save_review(Some(&before), &review, &ledger, &keys);
            transaction.remove_review_draft(review.request, item);
            photos.iter().for_each(|photo| transaction.remove_photo(review.request, photo));
            transaction.commit().await?;
            let places = photos.iter().map(|photo| photo.place(&tenant, review.request)).collect();
            Ok::<Result<Vec<_>, _>, TryError<LinkError>>(Ok(places))
        })?;
        let removed = match removed {
            Ok(places) => places,
            Err(shop) => return Ok(Withdrawal::Asked { shop: *shop }),
        };
        for place in removed {
            if let Err(error) = self.bucket.delete(&place.photo_path(), now).await {
                let error: Error = error;
                tracing::error!(photo = %place.photo, %error, "cannot delete a photo's file");
            }
        }
        Ok(Withdrawal::Done)
    }
}
