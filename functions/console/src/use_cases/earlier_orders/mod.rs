//! Asks for reviews of orders from the time before the shop used Afterword: first a preview of every row, then the
//! requests.
//!
//! Told by `tests/stories/console/earlier_orders.story`.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use app::caller::Caller;
use app::error::Error;
use app::order::asked_about;
use app::request::{CreateRequest, FirstMessage, NewReviewRequest, Preview, Recipient};
use domain::order::ProductId;
use domain::request::RequestOptions;
use domain::values::{Channel, Dialect, RequestOrigin};
use domain::words;
use futures_util::stream;
use futures_util::stream::{StreamExt as _, TryStreamExt as _};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use members::Insiders;
use serde_json::json;
use store::table::Store;

pub(crate) use rows::{Column, ROWS_MAX, Unreadable};

use self::rows::EarlierOrder;

const AT_ONCE: usize = 16;
/// The hour in the shop's zone at which a customer is asked.
const HOUR: i8 = 9;

/// Orders that a person pasted, and the number of days after an order at which its customer is asked.
pub(crate) struct EarlierOrders<'a> {
    pub text: &'a str,
    pub days: usize,
    pub zone: TimeZone,
    pub insiders: &'a Insiders,
}

#[derive(Default)]
pub(crate) struct Plan {
    /// The requests to make, by person, in the order of their rows. A person who bought a product twice is asked once.
    asked: BTreeMap<String, Vec<NewReviewRequest>>,
    /// The first and the last day on which messages are due.
    pub days: Option<[Date; 2]>,
    /// Why rows are left out, each reason with their number.
    pub left: BTreeMap<Left, usize>,
    /// The rows that cannot be read, each with the invalid column.
    pub wrong: Vec<(u64, Column)>,
}

words! {
    /// Why a row is left out.
    pub enum Left {
        /// Its order or products already had a request, or were in an earlier row.
        Before = "before",
        /// It is of a person who works for the shop.
        Insider = "insiders",
        /// It names only products about which nobody is asked.
        Unasked = "unasked",
        Suppressed = "suppressed",
        /// It cannot be read.
        Wrong = "wrong",
    }
}

struct Wanted {
    /// The blind index of the address.
    person: String,
    order: String,
    due_at: Timestamp,
    new: NewReviewRequest,
}

impl EarlierOrders<'_> {
    /// The preview of the rows. Nothing is written.
    pub async fn plan(
        &self,
        create: &CreateRequest,
        caller: &Caller,
        now: Timestamp,
    ) -> Result<Result<Plan, Unreadable>, Error> {
        let rows = match rows::read(self.text) {
            Ok(rows) => rows,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        let mut plan = Plan::default();
        let mut wanted = Vec::new();
        for (line, row) in rows {
            match row {
                Ok(order) if self.insiders.has(&order.email) => plan.leave(Left::Insider),
                Ok(order) => wanted.push(self.wanted(order, caller, now)),
                Err(column) => {
                    plan.leave(Left::Wrong);
                    plan.wrong.push((line, column));
                }
            }
        }
        let preview = wanted.into_iter().map(|wanted| preview(create, caller, wanted, now));
        let preview: Vec<_> = stream::iter(preview).buffered(AT_ONCE).try_collect().await?;
        let (mut orders, mut due) = (BTreeSet::new(), BTreeSet::new());
        let mut products = BTreeMap::<String, BTreeSet<ProductId>>::new();
        for (Wanted { person, order, due_at, new }, preview) in preview {
            let asked = products.entry(person.clone()).or_default();
            match preview {
                Err(why) => plan.leave(why),
                Ok(ids) if !ids.is_empty() && ids.iter().all(|id| asked.contains(id)) => plan.leave(Left::Before),
                Ok(_) if !orders.insert((person.clone(), order)) => plan.leave(Left::Before),
                Ok(ids) => {
                    asked.extend(ids);
                    due.insert(due_at.to_zoned_datetime(self.zone.clone()).date());
                    plan.asked.entry(person).or_default().push(new);
                }
            }
        }
        plan.days = due.first().zip(due.last()).map(|(first, last)| [*first, *last]);
        Ok(Ok(plan))
    }

    fn wanted(&self, order: EarlierOrder, caller: &Caller, now: Timestamp) -> Wanted {
        let EarlierOrder { email, order, name, date, products, language } = order;
        let due = date.and_then(|date| {
            let day = date.checked_add(i64::try_from(self.days).ok()?.days()).ok()?;
            Some(day.at(HOUR, 0, 0, 0).to_zoned_datetime(self.zone.clone()).ok()?.timestamp())
        });
        let due_at = due.unwrap_or(now).max(now);
        Wanted {
            person: caller.keys.email_index(&email),
            order: order.as_str().to_owned(),
            due_at,
            new: NewReviewRequest {
                dialect: Dialect::BetterReviews,
                origin: RequestOrigin::File,
                recipient: Recipient::Addressee { email, name },
                products,
                order: Some(order),
                first_message: FirstMessage::At(due_at),
                channels: vec![Channel::Email],
                reminders: None,
                options: RequestOptions { language, ..RequestOptions::default() },
            },
        }
    }
}

/// The products about which a request would ask, or why it would not be made.
async fn preview(
    create: &CreateRequest,
    caller: &Caller,
    mut wanted: Wanted,
    now: Timestamp,
) -> Result<(Wanted, Result<Vec<ProductId>, Left>), Error> {
    let names_products = !wanted.new.products.is_empty();
    wanted.new.products = asked_about(&create.store, &caller.tenant, wanted.new.products).await?;
    if names_products && wanted.new.products.is_empty() {
        return Ok((wanted, Err(Left::Unasked)));
    }
    let preview = match create.preview(caller, wanted.new.clone(), now).await? {
        Preview::Asked(products) => Ok(products.into_vec()),
        Preview::Suppressed => Err(Left::Suppressed),
        Preview::Duplicate | Preview::AskedBefore => Err(Left::Before),
    };
    Ok((wanted, preview))
}

impl Plan {
    fn leave(&mut self, why: Left) {
        *self.left.entry(why).or_default() += 1;
    }

    /// The number of requests to make.
    pub fn count(&self) -> usize {
        self.asked.values().map(Vec::len).sum()
    }

    /// Makes the requests and returns their number. Requests that already exist are skipped, so after a failure the
    /// same rows make the remaining requests.
    pub async fn ask(
        self,
        create: &CreateRequest,
        store: &Store,
        caller: &Caller,
        now: Timestamp,
    ) -> Result<usize, Error> {
        let mut transaction = store.transaction(&caller.tenant);
        let change = [json!(null), json!({"requests": self.count()})];
        transaction.record(&caller.entry("ask_about_orders", &caller.tenant, change, now));
        transaction.commit().await?;
        let people = self.asked.into_values().map(|requests| async move {
            let mut made = 0;
            for new in requests {
                match create.create_alone(caller, new, now).await {
                    Ok(_) => made += 1,
                    Err(Error::Duplicate { earlier: _ }) => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(made)
        });
        stream::iter(people).buffer_unordered(AT_ONCE).try_fold(0, |sum, made| async move { Ok(sum + made) }).await
    }
}
