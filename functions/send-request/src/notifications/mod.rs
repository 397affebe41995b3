//! The kinds of notification: a file for each recipient says to whom an email goes, what it says, and whether it is still true. The
//! kinds' names, and when each is due, are the rows of [`NotificationName`].

mod author;
mod end;
mod invited;
mod owner;
mod problem;
mod reader;
mod reviews;
mod visitor;

use app::links::Links;
use app::message::mail::Mail;
use app::message::wake::Queue;
use domain::message::{Notification, NotificationName, Reader};
use domain::review::Review;
use domain::shop::Shop;
use domain::values::{EmailAddress, Tenant};
use jiff::Timestamp;
use store::shop::TenantRecord;
use store::table::Store;
use vault::TenantKeys;

use crate::fate::Stop;

/// A notification's email.
pub(crate) struct Draft {
    pub to: EmailAddress,
    pub mail: Mail,
    /// When the shop's send window opens, if the email follows it.
    pub opens_at: Option<Timestamp>,
    /// The review that must not change before the notification is claimed.
    pub review: Option<Review>,
}

impl Draft {
    fn new(to: EmailAddress, mail: Mail) -> Self {
        Self { to, mail, opens_at: None, review: None }
    }
}

/// What every kind of notification may need to write its email.
pub(crate) struct About<'a> {
    pub queue: &'a Queue,
    pub store: &'a Store,
    pub links: &'a Links,
    pub tenant: &'a Tenant,
    pub notification: &'a Notification,
    pub record: &'a TenantRecord,
    pub keys: &'a TenantKeys,
    pub now: Timestamp,
}

impl About<'_> {
    /// The email as things are now.
    /// Errors: [`Stop`], for example [`Fate::Gone`](crate::fate::Fate::Gone) if the reason for the notification no longer exists.
    pub(crate) async fn draft(&self) -> Result<Draft, Stop> {
        match self.notification.name {
            NotificationName::ToReader(_) => self.to_reader().await,
            NotificationName::Link(request) => self.to_visitor(request).await,
            NotificationName::Problem((request, number)) => self.about_problem(request, number).await,
            NotificationName::ShopEnd(member) => self.about_end(member).await,
            NotificationName::Invitation(member) => self.to_invited(member).await,
            NotificationName::Reviews(member) => self.about_reviews(member).await,
            NotificationName::Reported(review) => self.about_reports(review).await,
            name if name.reader() == Reader::Customer => self.to_author().await,
            _ => self.to_owner().await,
        }
    }

    /// The shop as emails show it.
    fn shown(&self, shop: &Shop) -> Shop {
        shop.clone().in_messages(self.links.postal_address().as_deref())
    }
}
