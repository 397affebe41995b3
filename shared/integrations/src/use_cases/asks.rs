//! What becomes of each order: the sentence that everybody gets who asks, the list, and what the shop decides about one order.
//!
//! Told by `tests/stories/orders_in/asks.story`.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::caller::Caller;
use app::error::{Error, TryError, retry};
use app::idempotency::Reply;
use app::paging::{Bound, Listing, Scan, Until, walk};
use app::request::why::{Explain, Explained, Speech};
use app::request::{CancelRequest, SendNow};
use domain::message::Cause;
use domain::order::{Becomes, NoAsk, OrderId, OrderPlace, ProductId};
use domain::request::Request;
use domain::values::{RequestId, ReviewId, Tenant};
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use jiff::{SignedDuration, Timestamp};
use store::order::{ListedOrder, OrderRecord};
use store::table::{End, ListKey, Reading, Store};
use vault::{TenantKeys, Vault};

use super::take::waits;
use crate::{AskRules, IntegrationRecord};

const PAGE: u32 = 50;
/// How many orders of a page are explained at the same time.
const AT_ONCE: usize = 16;
/// The list's newest rows, which are counted: about 100 bytes each.
const COUNTED: u32 = 10_000;
const NOT_ASKED_OF: SignedDuration = SignedDuration::from_hours(30 * 24);
const SOON: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How many earlier orders are looked at.
const EARLIER_MAX: u32 = 500;
/// How many emails a connection's key may have sent at once in an hour.
const NOW_AN_HOUR: u32 = 20;

#[derive(Clone)]
pub struct Asks {
    pub store: Store,
    /// Decrypts the data for explanations.
    pub vault: Arc<Vault>,
    pub cancel: CancelRequest,
    pub send_now: SendNow,
}

/// What becomes of an order.
#[derive(Default)]
pub struct OrderAsk {
    /// In one or two sentences; empty for a mere plan.
    pub text: String,
    /// When its customer is asked, or was.
    pub at: Option<Timestamp>,
    pub products: Vec<ProductId>,
    /// Why nobody was asked.
    pub reason: Option<NoAsk>,
    pub request: Option<RequestId>,
    /// The first review.
    pub review: Option<ReviewId>,
    /// Whether it can be asked about now, and whether the shop can say that nobody is to be asked.
    pub may_ask: bool,
    pub may_stop: bool,
}

/// Orders of the list, newest first.
pub struct AskPage {
    pub rows: Vec<(OrderRecord, OrderAsk)>,
    pub next: Option<ListKey>,
}

/// What becomes of the newest orders.
#[derive(Default)]
pub struct AskCounts {
    /// How many will be asked about within seven days.
    pub soon: usize,
    /// How many were not, of those placed within 30 days, by reason.
    pub not_asked: BTreeMap<NoAsk, usize>,
    /// How many are planned from now on, and which is due first, and when.
    pub planned: usize,
    pub first: Option<(Timestamp, OrderPlace)>,
    /// Whether any was due before.
    pub has_asked: bool,
}

impl Asks {
    /// What becomes of an order; `None` if no connection asks about it.
    pub async fn of(
        &self,
        (tenant, keys): (&Tenant, &TenantKeys),
        record: &OrderRecord,
        speech: Speech<'_>,
        now: Timestamp,
    ) -> Result<Option<OrderAsk>, Error> {
        let Some(becomes) = record.becomes else { return Ok(None) };
        let found = match becomes.request.filter(|_| becomes.not_asked().is_none()) {
            Some(id) => self.store.context_with_sending_state(tenant, id).await?,
            None => None,
        };
        let Some((context, sending)) = found else { return Ok(Some(without_request(becomes, speech))) };
        let explain = Explain { store: &self.store, vault: &self.vault, tenant, keys, now, speech };
        let explained = explain.explained(&context, &sending).await?;
        let request = &context.request;
        let review = request.items.iter().find_map(|item| item.review);
        let stars = match review {
            Some(review) => self.store.review_row(tenant, review).await?.map(|row| row.rating.stars()),
            None => None,
        };
        let waits = waits(request, now);
        Ok(Some(OrderAsk {
            text: sentence(request, record, &explained, stars, speech),
            at: request.sent_at().or(explained.next.as_ref().and_then(|next| next.at)),
            products: request.products(),
            reason: becomes.not_asked(),
            request: Some(request.id),
            review,
            may_ask: waits && request.step().is_some_and(|step| !step.at_once),
            may_stop: waits,
        }))
    }

    /// The same of the newest order with this number; `None` if the shop has not reported it, either.
    pub async fn of_number(
        &self,
        shop: (&Tenant, &TenantKeys),
        number: &OrderId,
        speech: Speech<'_>,
        now: Timestamp,
    ) -> Result<Option<OrderAsk>, Error> {
        let Some(place) = self.store.places_of_number(shop.0, number, shop.1).await?.into_iter().next() else {
            return Ok(None);
        };
        self.of(shop, &self.store.order_record(shop.0, &place, shop.1).await?, speech, now).await
    }

    /// A page of the list: of the orders that were not asked about for a reason, or of all.
    pub async fn page(
        &self,
        shop: (&Tenant, &TenantKeys),
        reason: Option<NoAsk>,
        after: Option<ListKey>,
        speech: Speech<'_>,
        now: Timestamp,
    ) -> Result<AskPage, Error> {
        let (tenant, keys) = shop;
        let passes = |row: &ListedOrder| row.reason == reason;
        let scan = reason.map(|_| Scan { passes: &passes, bound: Bound::OPENED, until: Until::Match });
        let listing = Listing { scan, ..Listing::new(End::Newest, after, PAGE) };
        let found = walk(listing, |reading| self.store.listed_orders(tenant, reading)).await?;
        let places = found.rows.into_iter().map(|row| row.place);
        let records = self.store.order_records(tenant, places, keys).await?;
        let explained = records.into_iter().map(|record| async move {
            let ask = self.of(shop, &record, speech, now).await?;
            Ok::<_, Error>(ask.map(|ask| (record, ask)))
        });
        let explained = stream::iter(explained).buffered(AT_ONCE).try_filter_map(|row| async { Ok(row) });
        Ok(AskPage { rows: explained.try_collect().await?, next: found.next })
    }

    /// Counts the newest 10,000 orders.
    pub async fn counts(&self, tenant: &Tenant, now: Timestamp) -> Result<AskCounts, Error> {
        let newest = self.store.listed_orders(tenant, Reading::first(End::Newest, COUNTED)).await?;
        let mut counts = AskCounts::default();
        for ListedOrder { place, placed_at, due_at, reason, .. } in newest.rows {
            if let Some(reason) = reason.filter(|_| now.duration_since(placed_at) <= NOT_ASKED_OF) {
                *counts.not_asked.entry(reason).or_default() += 1;
            }
            counts.has_asked |= due_at.is_some_and(|due_at| due_at < now);
            if let Some(due_at) = due_at.filter(|due_at| now <= *due_at) {
                counts.planned += 1;
                counts.soon += usize::from(due_at.duration_since(now) <= SOON);
                if counts.first.as_ref().is_none_or(|(first, _)| due_at < *first) {
                    counts.first = Some((due_at, place));
                }
            }
        }
        Ok(counts)
    }

    /// How many orders of a system would be asked about as well if its rules' `since` were each of these moments: of those that are
    /// listed as dispatched before it, the newest 500.
    pub async fn earlier<const N: usize>(
        &self,
        (tenant, keys): (&Tenant, &TenantKeys),
        connection: &IntegrationRecord,
        moments: [Timestamp; N],
        now: Timestamp,
    ) -> Result<[usize; N], Error> {
        let passes =
            |row: &ListedOrder| row.reason == Some(NoAsk::BeforeSince) && row.place.system == connection.system;
        let scan = Some(Scan { passes: &passes, bound: Bound::OPENED, until: Until::Match });
        let listing = Listing { scan, ..Listing::new(End::Newest, None, EARLIER_MAX) };
        let found = walk(listing, |reading| self.store.listed_orders(tenant, reading)).await?;
        let places = found.rows.into_iter().map(|row| row.place);
        let records = self.store.order_records(tenant, places, keys).await?;
        Ok(moments.map(|since| {
            let rules = AskRules { since, ..connection.rules.clone() };
            records.iter().filter(|record| rules.plan(&record.order, now).is_ok()).count()
        }))
    }

    /// Sends the waiting request about an order now. Consent, suppression, refund and caps hold as ever.
    /// Errors: [`Error::NotFound`] if nobody is to be asked; [`Error::NotSendable`].
    pub async fn ask_now(&self, caller: &Caller, place: &OrderPlace, now: Timestamp) -> Result<(), Error> {
        let record = self.store.order_record(&caller.tenant, place, &caller.keys).await?;
        let request = record.becomes.and_then(|becomes| becomes.request).ok_or(Error::NotFound)?;
        let answer = |_: &Request| Reply::json(200, &());
        self.send_now.send_now(caller, request, None, now, answer).await.map(drop)
    }

    /// Counts an email that a connection's key sends at once. `false` after 20 in an hour.
    pub async fn may_ask_now(&self, tenant: &Tenant, now: Timestamp) -> Result<bool, Error> {
        Ok(members::Rows(&self.store).count_member_mail(&format!("ask.{tenant}"), NOW_AN_HOUR, now).await?)
    }

    /// Nobody is asked about this order any more, whatever its system says. Its waiting request is cancelled. Nothing happens once an
    /// email was sent. Returns the order as it is then.
    /// Errors: [`Error::NotFound`] if no connection asks about it.
    pub async fn do_not_ask(&self, caller: &Caller, place: &OrderPlace, now: Timestamp) -> Result<OrderRecord, Error> {
        let Caller { tenant, keys, .. } = caller;
        retry!(self.store, {
            let known = self.store.order_record(tenant, place, keys).await?;
            let becomes = known.becomes.ok_or(Error::NotFound)?;
            let request = match becomes.request {
                Some(id) => self.store.request(tenant, id).await?,
                None => None,
            };
            if request.as_ref().is_some_and(|request| !waits(request, now)) {
                return Ok(known);
            }
            // First, so that nothing leaves if this process dies before the order says so.
            if let Some(request) = request {
                self.cancel.cancel(caller, request.id, now).await?;
            }
            let becomes = Becomes::planned(Some(becomes), Err(NoAsk::CancelledByShop));
            let mut record = known.clone();
            (record.is_barred, record.becomes) = (true, Some(becomes));
            match self.store.save_order(tenant, &known, &mut record, keys, now).await? {
                true => Ok(record),
                false => Err(TryError::<Error>::Conflict),
            }
        })
    }
}

/// An order without a request, or whose request is gone.
fn without_request(Becomes { due_at, reason, request }: Becomes, speech: Speech<'_>) -> OrderAsk {
    let text = match (reason, due_at) {
        (Some(reason), _) => {
            let is_open = matches!(reason, NoAsk::NotShipped | NoAsk::NotSeen);
            let why = speech.say(&format!("sys-reason-{}", reason.as_str()), &[]);
            speech.say(if is_open { "order-not-yet" } else { "order-not" }, &[("reason", &why)])
        }
        (None, Some(at)) => {
            let text = if request.is_some() { "order-asked" } else { "order-will" };
            speech.say(text, &[("at", &speech.when(at))])
        }
        (None, None) => String::new(),
    };
    let may_stop = request.is_none() && reason.is_none_or(NoAsk::may_change);
    OrderAsk { text, at: due_at, products: Vec::new(), reason, request, review: None, may_ask: false, may_stop }
}

/// What has become of a request, in the fewest words for what is usual.
fn sentence(
    request: &Request,
    record: &OrderRecord,
    Explained { cause, summary, next, .. }: &Explained,
    stars: Option<u8>,
    speech: Speech<'_>,
) -> String {
    let is_sent =
        matches!(cause, Cause::Delivered | Cause::Sent | Cause::TestMode | Cause::Delayed | Cause::SoftBounced);
    match (request.sent_at().filter(|_| is_sent), cause) {
        (Some(at), _) => {
            let stars = stars.map(|stars| "★".repeat(usize::from(stars)));
            let text = match stars {
                Some(_) => "order-reviewed",
                None if request.opened_at.is_some() => "order-opened",
                None => "order-asked",
            };
            speech.say(text, &[("at", &speech.when(at)), ("stars", stars.as_deref().unwrap_or_default())])
        }
        (None, Cause::Scheduled) => {
            let (about, of) = (request.items.len(), record.order.products().into_vec().len().max(request.items.len()));
            let at = next.as_ref().and_then(|next| next.at).unwrap_or(request.scheduled_at);
            let (text, at) = (if about < of { "order-will-some" } else { "order-will" }, speech.when(at));
            let said = speech.texts.say(text).words("at", &at).count("count", about).count("of", of);
            said.to_string()
        }
        _ => summary.clone(),
    }
}
