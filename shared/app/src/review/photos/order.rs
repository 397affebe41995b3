//! Photos whose URLs a file of reviews gives. For each, a message is sent to `take-photo`, which also processes
//! uploads. The message names the shop, so that in SQS one shop's photos do not wait behind thousands of another's,
//! whose hosts may hang.
//!
//! The messages are sent before the review is written, so that no review waits for a photo that nobody was asked to
//! fetch. If the review never comes, the message is ignored six minutes later, when it is delivered again.

use domain::review::{PhotoId, Review, ReviewPhoto};
use domain::values::{RemoteUrl, Tenant};
use jiff::{SignedDuration, Timestamp};
use vault::TenantKeys;

use super::PhotoEvent;
use crate::error::Error;
use crate::queue::MessageQueue;

/// How long after its message a photo is fetched. By then, the review is normally written.
pub(super) const FETCH_AFTER: SignedDuration = SignedDuration::from_secs(5);

/// The photos at these URLs, as the new review will list them. Messages to fetch them are sent, even if this is repeated.
pub async fn order_photos(
    queue: &MessageQueue<PhotoEvent>,
    tenant: &Tenant,
    keys: &TenantKeys,
    review: &Review,
    urls: &[RemoteUrl],
    now: Timestamp,
) -> Result<Vec<ReviewPhoto>, Error> {
    let (mut listed, mut orders) = (Vec::with_capacity(urls.len()), Vec::new());
    for (slot, url) in urls.iter().enumerate() {
        let url = url.as_str();
        let named = format!("photo\0{}\0{}\0{slot}\0{url}", review.id.get(), review.revision);
        let id = keys.fingerprint(named.as_bytes()).get(..32).and_then(|digits| PhotoId::parse(digits).ok());
        let id = id.ok_or_else(|| Error::Internal("no id for a photo".to_owned()))?;
        let photo = ReviewPhoto { slot, id, size: None };
        let place = photo.place(tenant, review.place());
        orders.push((PhotoEvent::new(&place, Some(url.to_owned()), now), FETCH_AFTER));
        listed.push(photo);
    }
    match queue.send_all(&orders).await.contains(&false) {
        true => Err(Error::Unavailable("photos cannot be ordered".to_owned())),
        false => Ok(listed),
    }
}
