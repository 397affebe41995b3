//! The customer's page.

use app::error::Error;
use app::request::{RequestUpdate, save};
use app::retry::retry;
use domain::order::Product;
use domain::request::Request;
use domain::review::{Origin, Photo, ReplyText, Review, ReviewDraft, Version};
use domain::shop::Shop;
use domain::values::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;
use store::context::{DisplayContext, RequestContext};
use store::request::personal::RequestRecipient;
use store::review::request_reviews::RequestReviews;

use crate::use_cases::link::LinkTarget;
use crate::use_cases::{Hub, LinkError};

/// The visitor who follows a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visitor {
    /// A person, as far as the request shows.
    Person,
    /// A scanner, a prefetch or a HEAD request, which does not mark the request opened.
    Machine,
}

/// The content of the page.
pub struct OpenedPage {
    /// The shop that asks, with the request's language if that has one.
    pub shop: Shop,
    /// The request.
    pub request: Request,
    /// The customer's name and address; `None` once they have left the table.
    pub sealed: Option<RequestRecipient>,
    /// The reviews so far.
    pub reviews: Vec<WrittenReview>,
    /// The drafts: what was saved and not sent.
    pub drafts: Vec<ReviewDraft>,
    /// The photos, each with its URL if it is ready.
    pub photos: Vec<(Photo, Option<String>)>,
    /// The products that the shop described.
    pub products: Vec<Product>,
    /// The token that unsubscribes from the shop's messages.
    pub unsubscribe_token: String,
    /// Whether they have unsubscribed already.
    pub has_unsubscribed: bool,
    /// Whether the customer can be asked again after a week.
    pub can_ask_again: bool,
}

/// A review as its author wrote it last, whether that is public or waits.
#[derive(Debug, Clone)]
pub struct WrittenReview {
    /// The item's place in its request, from 0.
    pub item: usize,
    /// The stars and words.
    pub version: Version,
    /// The shop's answer, if there is one.
    pub reply: Option<ReplyText>,
    /// The day (UTC) on which its author changed it last; `None` if they never did.
    pub edited_on: Option<Date>,
    /// When it was last changed, by its author or the shop.
    pub updated_at: Timestamp,
}

impl WrittenReview {
    /// `None` for a review that has ended, and for one that answers no request.
    fn of(review: &Review) -> Option<Self> {
        let Origin::Hub { request: _, item } = review.origin else { return None };
        let version = review.newest()?;
        let updated_at = review.updated_at;
        // What is new in its place has the count of what was there before.
        let edited_on = review.changes.map(|changes| changes.day).filter(|_| updated_at > review.created_at);
        let reply = review.content.reply.as_ref().map(|reply| reply.text.clone());
        Some(Self { item, version, reply, edited_on, updated_at })
    }
}

impl Hub {
    /// The page that a link opens. The first person to see it marks the request opened.
    ///
    /// # Errors
    /// Every [`LinkError`].
    pub async fn open(&self, token: &str, visitor: Visitor, now: Timestamp) -> Result<OpenedPage, LinkError> {
        let (found, has_unsubscribed, unsubscribe_token) = self.find_live_with_subscription(token, now).await?;
        let LinkTarget { tenant, keys, mut context } = found;
        let id = context.request.id;
        let RequestReviews { reviews, drafts, photos } = self.store.request_reviews(&tenant, id).await?;
        let drafts = drafts.iter().map(|draft| draft.open(&keys)).collect::<Result<_, store::table::Error>>()?;
        let reviews =
            reviews.into_iter().map(|review| review.open(&keys)).collect::<Result<Vec<_>, store::table::Error>>()?;
        let reviews = reviews.iter().filter_map(WrittenReview::of).collect();
        let photos = self.viewable(&tenant, id, photos, now).await?;
        let DisplayContext { products, location } = self.store.display_context(&tenant, &context.request).await?;
        let sealed = context.open(&keys)?;
        if visitor == Visitor::Person {
            self.mark_opened(&tenant, &mut context.request, now).await;
        }
        let RequestContext { request, tenant: record, .. } = context;
        let shop = record.shop.at_location(location.as_ref()).with_language(request.options.language);
        let can_ask_again = request.can_ask_again(&record.rules, now) && !has_unsubscribed;
        Ok(OpenedPage {
            shop,
            request,
            sealed,
            reviews,
            drafts,
            photos,
            products,
            unsubscribe_token,
            has_unsubscribed,
            can_ask_again,
        })
    }

    /// A mark that cannot be saved must not keep a customer from the page.
    async fn mark_opened(&self, tenant: &Tenant, request: &mut Request, now: Timestamp) {
        let (id, mut read) = (request.id, Some(request.clone()));
        let marked: Result<(), Error> = retry!(self.store, {
            // The first try needs no read.
            let Some(mut changed) = (match read.take() {
                None => self.store.request(tenant, id).await?,
                read => read,
            }) else {
                return Ok(());
            };
            let counters = changed.opened(now);
            if !counters.is_empty() {
                let change = RequestUpdate { counters: &counters, ..RequestUpdate::default() };
                save(&self.store, tenant, &mut changed, change).await?;
            }
            *request = changed;
            Ok(())
        });
        if let Err(error) = marked {
            tracing::warn!(request = id.get(), %error, "cannot mark the request opened");
        }
    }
}
