//! The customer's page.
//!
//! Told by `tests/stories/hub/page.story`.

use app::error::{Error, retry};
use app::request::{RequestUpdate, save};
use domain::order::{Order, Product};
use domain::request::{Request, Subject};
use domain::review::{Fact, Facts, HoldRule, Origin, Photo, ReplyText, Review, ReviewDraft, ReviewState, Version};
use domain::shop::Shop;
use domain::values::{ContactData, NumberPlans, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use store::context::{DisplayContext, RequestContext};
use store::request::personal::RequestRecipient;
use store::review::RequestReviews;
use texts::Texts;

use crate::use_cases::facts::facts_about;
use crate::use_cases::link::LinkTarget;
use crate::use_cases::{AskedFacts, Hub, LinkError};

/// Who follows a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visitor {
    /// A person, as far as the HTTP request tells.
    Person,
    /// A scanner, a prefetch or a HEAD request. It does not mark the request as opened.
    Machine,
}

pub struct OpenedPage {
    /// The shop, with the request's language if it has one.
    pub shop: Shop,
    pub request: Request,
    /// The customer's name and address; `None` after they were deleted.
    pub sealed: Option<RequestRecipient>,
    pub reviews: Vec<WrittenReview>,
    /// What the shop asks by taps, and which of it about each product.
    pub facts: Option<Facts>,
    pub asked: AskedFacts,
    /// The unsubmitted input.
    pub drafts: Vec<ReviewDraft>,
    /// The photos, each with its URL once it is ready.
    pub photos: Vec<(Photo, Option<String>)>,
    /// The products that the shop described.
    pub products: Vec<Product>,
    /// The request's order, if the shop described it.
    pub order: Option<Order>,
    pub unsubscribe_token: String,
    pub has_unsubscribed: bool,
    /// Whether the customer can postpone the request by a week.
    pub can_ask_again: bool,
    /// The day on which the customer, who postponed the request, is asked again; `None` if they are not.
    pub again_on: Option<Date>,
    /// Whether the customer can write to the shop about a problem.
    pub takes_problems: bool,
    /// The beginning of the paths of the shop's public pages; `None` if its reviews are not public.
    pub public_pages: Option<String>,
}

impl OpenedPage {
    /// What the shop asks about an item by taps.
    pub fn facts_of(&self, subject: &Subject) -> &[Fact] {
        facts_about(&self.asked, subject)
    }

    /// Whether to show the button "Ask me in a week". Only a product can arrive later, so a request about the shop alone
    /// cannot be postponed.
    pub fn may_be_postponed(&self) -> bool {
        self.can_ask_again && self.request.items.iter().any(|item| item.subject.product().is_some())
    }

    /// The day on which the customer, who postponed the request, is asked again, in words.
    pub fn again_on(&self, texts: Texts) -> Option<String> {
        self.again_on.map(|date| texts.day(date.year(), date.month(), date.day()))
    }
}

/// The author's latest version of a review, public or not.
#[derive(Debug, Clone)]
pub struct WrittenReview {
    /// The item's place in its request, from 0.
    pub item: usize,
    pub version: Version,
    /// The review as readers see it once all of it is published.
    pub published: Review,
    pub reply: Option<ReplyText>,
    /// The UTC day of the author's last edit; `None` without one.
    pub edited_on: Option<Date>,
    /// When the author or the shop last changed the review.
    pub updated_at: Timestamp,
    /// Whether a version of it is published: these words, unless they wait.
    pub is_public: bool,
    /// Whether these words wait for the shop.
    pub is_held: bool,
    pub is_withheld: bool,
    /// Whether it is withheld because its author works for the shop.
    pub is_insiders: bool,
    /// The contact data because of which the words wait; without it, they would be public.
    pub contact_data: Option<ContactData>,
}

impl WrittenReview {
    /// `None` for a review that has ended or belongs to no request.
    pub(super) fn of(review: &Review, plans: NumberPlans<'_>) -> Option<Self> {
        let Origin::Hub { request: _, item } = review.origin else { return None };
        let version = review.newest()?;
        let updated_at = review.updated_at;
        // A count of changes alone is no edit: a new review takes over the count of the old review that it replaces.
        let edited_on = review.changes.map(|changes| changes.day).filter(|_| updated_at > review.created_at);
        let reply = review.content.reply.as_ref().map(|reply| reply.text.clone());
        // Only if it is the reason: a shop that decides about every review would do so without the contact data, too.
        let contact_data = review.contact_data_held(plans).filter(|_| review.held_by() == Some(HoldRule::ContactData));
        Some(Self {
            item,
            version,
            published: review.once_published()?,
            reply,
            edited_on,
            updated_at,
            is_public: review.state == ReviewState::Published,
            is_held: review.held.is_some(),
            is_withheld: review.state == ReviewState::Withheld,
            is_insiders: review.is_insiders,
            contact_data,
        })
    }
}

impl Hub {
    /// The page to which a link leads. The first person who sees it marks the request as opened.
    pub async fn open(&self, token: &str, visitor: Visitor, now: Timestamp) -> Result<OpenedPage, LinkError> {
        let (found, has_unsubscribed, unsubscribe_token) = self.find_live_with_subscription(token, now).await?;
        let LinkTarget { tenant, keys, mut context } = found;
        let id = context.request.id;
        let RequestReviews { reviews, drafts, photos } = self.store.request_reviews(&tenant, id).await?;
        let drafts = drafts.iter().map(|draft| draft.open(&keys)).collect::<Result<Vec<_>, store::table::Error>>()?;
        let reviews =
            reviews.into_iter().map(|review| review.open(&keys)).collect::<Result<Vec<_>, store::table::Error>>()?;
        let plans = context.tenant.number_plans(Some(&context.request.order));
        let mut reviews: Vec<_> = reviews.iter().filter_map(|review| WrittenReview::of(review, plans)).collect();
        let asked = self.facts(&tenant, &context.tenant, &context.request.products()).await?;
        if context.request.options.trial {
            let sent = |draft| WrittenReview::of_trial(draft, &context, &asked, &photos);
            reviews.extend(drafts.iter().filter_map(sent));
        }
        let photos = self.viewable(&tenant, id, photos, now).await?;
        let DisplayContext { products, order, location } =
            self.store.display_context(&tenant, &context.request, &keys).await?;
        let sealed = context.open(&keys)?;
        if visitor == Visitor::Person {
            self.mark_opened(&tenant, &mut context.request, now).await;
        }
        let RequestContext { request, tenant: record, .. } = context;
        let public_pages = record.shows_reviews(&tenant).then(|| format!("/p/{}", tenant.id.as_str()));
        let takes_problems = request.takes_problems() && record.takes_problems();
        let products = products.into_iter().map(|product| product.at(record.shop.storefront.as_ref())).collect();
        let shop = record.shop.at_location(location.as_ref()).with_language(request.options.language);
        let can_ask_again = request.can_ask_again(&record.rules, now) && !has_unsubscribed;
        let again_at = request.asked_again_at().filter(|_| !has_unsubscribed && !request.is_reviewed());
        let again_on = again_at.map(|at| record.rules.day(at, request.options.time_zone.as_ref()));
        Ok(OpenedPage {
            shop,
            request,
            sealed,
            reviews,
            facts: record.review_settings.facts,
            asked,
            drafts,
            photos,
            products,
            order,
            unsubscribe_token,
            has_unsubscribed,
            can_ask_again,
            again_on,
            takes_problems,
            public_pages,
        })
    }

    /// Marks the request as opened. The customer sees the page even if this fails.
    async fn mark_opened(&self, tenant: &Tenant, request: &mut Request, now: Timestamp) {
        let (id, mut read) = (request.id, Some(request.clone()));
        let marked: Result<(), Error> = retry!(self.store, {
            // The first try uses the request that was read for the page.
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
