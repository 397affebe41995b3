//! The calls that are measured warm, and the shop that each needs.

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::{
    shop::{CREATE, FORM, Made, REVIEW, order, review_form},
    world::World,
};

/// Rows of a list that has another page behind its first one.
const MORE_THAN_A_PAGE: usize = 60;
/// The number of messages that a function's queue delivers at once.
const BATCH: usize = 10;
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// The days that statistics show.
const DAYS: i32 = 90;

/// A call that is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// The empty function.
    Hello,
    /// The first page of BetterReviews' list.
    List,
    /// The first page of Wix' query, without a filter.
    WixQuery,
    /// Wix' query with a filter that no counter answers and one request in a hundred meets, over a thousand.
    WixFiltered,
    /// Wix' count with the same filter.
    WixCount,
    /// The page of two products, opened for the first time.
    HubFirst,
    /// The same page, opened again.
    HubAgain,
    /// A wake-up whose email leaves.
    Send,
    /// Ten of them in one invocation.
    SendTen,
    /// Statistics over 90 days with requests on each.
    Stats,
    /// A page of More Good Reviews' customers.
    Customers,
    /// A request that is cancelled.
    Cancel,
    /// A review from the page's form.
    Review,
    /// A request to a customer who is new.
    Create,
    /// A run that finds a hundred late emails.
    Reconcile,
}

/// The limits of a call's costs.
#[derive(Debug, Clone, Copy)]
pub struct Goal {
    /// User instructions.
    pub instructions: u64,
    /// Calls of AWS; `None` where [the flows](../../../docs/design.md) and their test say it.
    pub calls: Option<usize>,
    /// Bytes of AWS' answers.
    pub bytes: Option<u64>,
}

impl Scene {
    /// All, in the order in which they are printed.
    pub const ALL: [Self; 15] = [
        Self::Hello,
        Self::List,
        Self::WixQuery,
        Self::WixFiltered,
        Self::WixCount,
        Self::HubFirst,
        Self::HubAgain,
        Self::Send,
        Self::SendTen,
        Self::Stats,
        Self::Customers,
        Self::Cancel,
        Self::Review,
        Self::Create,
        Self::Reconcile,
    ];

    /// The name in the table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hello => "hello",
            Self::List => "list of 50",
            Self::WixQuery => "Wix query of 50",
            Self::WixFiltered => "Wix query, filtered over 1,000",
            Self::WixCount => "Wix count, filtered over 1,000",
            Self::HubFirst => "page, first view",
            Self::HubAgain => "page, again",
            Self::Send => "send one",
            Self::SendTen => "send ten",
            Self::Stats => "statistics over 90 days",
            Self::Customers => "customers, page of 50",
            Self::Cancel => "cancel",
            Self::Review => "review",
            Self::Create => "create, new customer",
            Self::Reconcile => "reconcile, 100 due",
        }
    }

    /// The function that handles it.
    #[must_use]
    pub fn function(self) -> &'static str {
        match self {
            Self::Hello => "hello",
            Self::List => "list-requests",
            Self::WixQuery | Self::WixFiltered | Self::WixCount => "wix-api",
            Self::HubFirst | Self::HubAgain | Self::Review => "hub",
            Self::Send | Self::SendTen => "send-request",
            Self::Stats => "stats",
            Self::Customers => "beacon-api",
            Self::Cancel => "cancel-request",
            Self::Create => "create-request",
            Self::Reconcile => "reconcile",
        }
    }

    /// The limits of this call's costs.
    #[must_use]
    pub fn goal(self) -> Goal {
        let instructions = |instructions| Goal { instructions, calls: None, bytes: None };
        match self {
            Self::List => Goal { bytes: Some(20_000), ..instructions(2_500_000) },
            Self::WixQuery => instructions(3_500_000),
            Self::WixFiltered => instructions(21_000_000),
            Self::WixCount => instructions(20_500_000),
            Self::HubFirst => instructions(2_000_000),
            Self::HubAgain => instructions(1_600_000),
            Self::Send => instructions(2_400_000),
            Self::SendTen => instructions(18_000_000),
            Self::Stats => instructions(3_000_000),
            Self::Customers => instructions(2_500_000),
            Self::Cancel | Self::Review | Self::Create => instructions(1_700_000),
            Self::Reconcile => Goal { calls: Some(60), ..instructions(u64::MAX) },
            Self::Hello => instructions(u64::MAX),
        }
    }

    /// How long before now its shop begins, which lives up to now.
    #[must_use]
    pub fn age(self) -> SignedDuration {
        match self {
            Self::Stats => DAY * DAYS,
            Self::Reconcile => SignedDuration::from_hours(1),
            _ => SignedDuration::ZERO,
        }
    }

    /// How many of the calls only warm the function up: none where there is one.
    #[must_use]
    pub fn warm_ups(self) -> usize {
        usize::from(self != Self::Reconcile)
    }

    /// Fills the shop, and says what the function is then given: calls that cost the same, of which the first warms it
    /// up.
    ///
    /// # Errors
    ///
    /// A call that fills the shop fails.
    pub async fn set(self, world: &World) -> anyhow::Result<Vec<Value>> {
        const REPEATED: usize = 21;
        // Calls that take longer, whose counts vary: their answers and connections come in other pieces each time.
        const LONG_REPEATED: usize = 11;
        let repeated = |event: Value| vec![event; REPEATED];
        match self {
            Self::Hello => Ok(repeated(get(world, "/"))),
            Self::List => {
                create_many(world, MORE_THAN_A_PAGE, json!({})).await?;
                Ok(repeated(get(world, "/api/v1/review-requests")))
            }
            Self::WixQuery => {
                create_many(world, MORE_THAN_A_PAGE, json!({})).await?;
                Ok(repeated(post(
                    world,
                    "/reviews/v2/review-requests/query",
                    &json!({"query": {"cursorPaging": {"limit": 50}}}),
                )))
            }
            Self::WixFiltered | Self::WixCount => {
                create_many(world, 990, json!({"skip_email": true})).await?;
                create_many(world, 10, json!({})).await?;
                let filter = json!({"status": "SCHEDULED"});
                let event = match self {
                    Self::WixCount => post(world, "/reviews/v2/review-requests/count", &json!({"filter": filter})),
                    _ => post(
                        world,
                        "/reviews/v2/review-requests/query",
                        &json!({"query": {"filter": filter, "cursorPaging": {"limit": 50}}}),
                    ),
                };
                Ok(vec![event; LONG_REPEATED])
            }
            Self::HubFirst => {
                let made = create_many(world, REPEATED, json!({"skip_email": true})).await?;
                Ok(made.iter().map(|made| open(world, &made.token)).collect())
            }
            Self::HubAgain => {
                let made = world.create(&json!({"skip_email": true})).await?;
                Ok(repeated(open(world, &made.token)))
            }
            Self::Send => {
                let made = create_many(world, REPEATED, json!({"delay_days": 0})).await?;
                Ok(made.iter().map(|made| wake(&[made])).collect())
            }
            Self::SendTen => {
                let made = create_many(world, LONG_REPEATED * BATCH, json!({"delay_days": 0})).await?;
                Ok(made.chunks(BATCH).map(|made| wake(&made.iter().collect::<Vec<_>>())).collect())
            }
            Self::Stats => {
                for _ in 0..DAYS {
                    world.create(&json!({"skip_email": true})).await?;
                    world.pass(DAY)?;
                }
                Ok(repeated(get(world, "/api/v1/stats")))
            }
            Self::Customers => {
                create_many(world, MORE_THAN_A_PAGE, json!({"skip_email": true})).await?;
                Ok(repeated(get(world, "/beacon/customers?per_page=50")))
            }
            Self::Cancel => {
                let made = create_many(world, REPEATED, json!({})).await?;
                let path = |made: &Made| format!("/api/v1/review-requests/{}", made.id);
                Ok(made.iter().map(|made| world.http("DELETE", &path(made), None, "application/json")).collect())
            }
            Self::Review => {
                let made = create_many(world, REPEATED, json!({"skip_email": true})).await?;
                let review = |made: &Made| world.http("POST", REVIEW, Some(&review_form(&made.token)), FORM);
                Ok(made.iter().map(review).collect())
            }
            Self::Create => {
                Ok((0..REPEATED).map(|number| post(world, CREATE, &order("new", number, &json!({})))).collect())
            }
            Self::Reconcile => {
                create_many(world, 100, json!({"delay_days": 0})).await?;
                world.catch_up()?;
                Ok(vec![json!({})])
            }
        }
    }
}

async fn create_many(world: &World, count: usize, fields: Value) -> anyhow::Result<Vec<Made>> {
    let mut made = Vec::with_capacity(count);
    for _ in 0..count {
        made.push(world.create(&fields).await?);
    }
    Ok(made)
}

fn get(world: &World, path: &str) -> Value {
    world.http("GET", path, None, "application/json")
}

fn post(world: &World, path: &str, body: &Value) -> Value {
    world.http("POST", path, Some(&body.to_string()), "application/json")
}

fn open(world: &World, token: &str) -> Value {
    world.http("GET", &format!("/review/hub?token={token}"), None, "text/html")
}

/// An SQS event with a wake-up for the first message of each.
fn wake(made: &[&Made]) -> Value {
    let record = |(number, made): (usize, &&Made)| {
        let body = json!({"tenant": "demo", "mode": "live", "request": made.id, "step": 0});
        json!({
            "messageId": format!("11111111-2222-4333-8444-{number:012}"),
            "receiptHandle": "AQEBexample",
            "body": body.to_string(),
            "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": "1795154400000"},
            "messageAttributes": {},
            "md5OfBody": "0123456789abcdef0123456789abcdef",
            "eventSource": "aws:sqs",
            "eventSourceARN": "arn:aws:sqs:eu-central-1:123456789012:afterword-send",
            "awsRegion": "eu-central-1",
        })
    };
    json!({"Records": made.iter().enumerate().map(record).collect::<Vec<_>>()})
}
