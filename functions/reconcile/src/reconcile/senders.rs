//! Asks SES about shops' own senders, beside the rest of a run.

use std::time::Duration;

use app::error::Error;
use aws_smithy_async::rt::sleep::AsyncSleep as _;
use jiff::SignedDuration;
use store::table::keys::DueKind;

use super::Reconcile;
use super::walk::Walk;

/// SES accepts one call a second of each kind from the whole account
/// (<https://docs.aws.amazon.com/ses/latest/dg/quotas.html>, "Quotas related to the Amazon SES API").
const EVERY: Duration = Duration::from_millis(1_100);
/// How long a run checks domains, so that it ends in time even if SES hangs: 18 domains, or 5,000 a day. The longest
/// overdue come first.
const CHECK_FOR: SignedDuration = SignedDuration::from_secs(20);

impl Reconcile {
    /// Returns how many domains were checked, and how many checks failed. A later run repeats these.
    pub(super) async fn look_at_senders(&self) -> Result<(usize, usize), Error> {
        let (mut looked, mut failed) = (0, 0);
        let started = self.clock.now();
        for due in Walk::new(DueKind::Sender, started, &self.random).next(&self.store).await? {
            if self.clock.now().duration_since(started) > CHECK_FOR {
                break;
            }
            if let Some(sleep) = self.sleep.as_ref().filter(|_| looked > 0) {
                sleep.sleep(EVERY).await;
            }
            looked += 1;
            let Some(domain) = due.sender_domain() else { continue };
            if let Err(error) = self.senders.look(&due.tenant, domain, self.clock.now()).await {
                tracing::warn!(shop = %due.tenant, %error, "cannot check a shop's sender");
                failed += 1;
            }
        }
        Ok((looked, failed))
    }
}
