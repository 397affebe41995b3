//! A product's stars over time: the average and the number of its published reviews in each of the last months. No counter
//! has them, so they are counted in the rows of the newest reviews.

use std::collections::BTreeMap;

use app::error::Error;
use domain::order::ProductId;
use domain::review::{Rating, ReviewState};
use domain::values::Tenant;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use store::review::counters::tenths;
use store::review::list_pages::ReviewList;
use store::table::{End, Page, Reading, Store};

use crate::parts::Viewer;

/// The months that the chart shows at most. The last one is the current one.
const MONTHS: i64 = 12;
/// The most reviews that are counted: the query of their rows reads 50 KB at most.
const REVIEWS_MAX: u32 = 200;
const MONTH_WIDE: usize = 10;
const HIGH: f64 = 100.0;

pub(super) struct OverTime {
    pub months: Vec<Month>,
    /// From which reviews the chart is; `None` if from all of these months.
    pub cut: Option<String>,
    /// The highest number of reviews in a month, in words.
    pub most: String,
    /// The marks of the stars' axis, from the top.
    pub marks: [String; 3],
    pub wide: usize,
}

pub(super) struct Month {
    pub name: String,
    /// The month's numbers in words.
    pub tip: String,
    pub reviews: u64,
    /// The average as text, and its place below the top; `None` without reviews.
    pub average: Option<(String, String)>,
    /// The place of the month, and the height of the bar of its reviews.
    pub x: usize,
    pub reviews_high: u64,
}

impl OverTime {
    /// `None` without a review in these months.
    pub(super) async fn read(store: &Store, viewer: &Viewer, product: &ProductId) -> Result<Option<Self>, Error> {
        let (written, since) = written(store, &viewer.tenant, product).await?;
        let zone = viewer.zone();
        let month = |at: Timestamp| at.to_zoned_datetime(zone.clone()).date().first_of_month();
        let mut sums: BTreeMap<Date, (u64, u64)> = BTreeMap::new();
        for (at, rating) in written {
            let (reviews, stars) = sums.entry(month(at)).or_default();
            *reviews += 1;
            *stars += u64::from(rating.stars());
        }
        let last = month(viewer.now);
        let first = last.saturating_sub((MONTHS - 1).months());
        // Earlier months are not known.
        let since = since.filter(|at| month(*at) >= first);
        let first = since.map_or(first, month);
        sums.retain(|month, _| *month >= first);
        let Some(most) = sums.values().map(|(reviews, _)| *reviews).max() else { return Ok(None) };
        let texts = viewer.texts;
        let months = first.series(1.month()).take_while(|month| *month <= last).enumerate();
        let months: Vec<_> =
            months.map(|(place, month)| Month::new(viewer, place, month, sums.get(&month), most)).collect();
        Ok(Some(Self {
            wide: months.len() * MONTH_WIDE,
            months,
            cut: since.map(|at| {
                let cut = texts.say("product-months-cut").count("count", REVIEWS_MAX);
                cut.words("day", &viewer.day(at)).to_string()
            }),
            most: texts.say("product-months-most").count("count", most).to_string(),
            marks: [5_u64, 3, 1].map(|stars| texts.number(stars)),
        }))
    }
}

/// When each of the newest published reviews was written, and its stars; and since when these are all, if there are older ones.
async fn written(
    store: &Store,
    tenant: &Tenant,
    product: &ProductId,
) -> Result<(Vec<(Timestamp, Rating)>, Option<Timestamp>), Error> {
    let list = ReviewList::OfProduct(Some(product.clone()), Some(ReviewState::Published));
    let Page { rows, more } = store.review_rows(tenant, &list, Reading::first(End::Newest, REVIEWS_MAX)).await?;
    let since = rows.last().map(|row| row.created_at).filter(|_| more);
    Ok((rows.iter().map(|row| (row.created_at, row.rating)).collect(), since))
}

impl Month {
    fn new(viewer: &Viewer, place: usize, month: Date, sums: Option<&(u64, u64)>, most: u64) -> Self {
        let texts = viewer.texts;
        let name = texts.month(month.year(), month.month());
        let (reviews, stars) = sums.copied().unwrap_or_default();
        let mean = tenths(stars, reviews);
        let average = (reviews > 0).then(|| (texts.decimal(mean), format!("{:.1}", HIGH - (mean - 1.0) / 4.0 * HIGH)));
        let number = texts.say("products-published").count("count", reviews).to_string();
        let out_of =
            average.as_ref().map(|(average, _)| texts.say("products-average").words("average", average).to_string());
        let said: Vec<_> = [name.clone()].into_iter().chain(out_of).chain([number]).collect();
        let x = place * MONTH_WIDE;
        Self { tip: said.join(" · "), name, reviews, average, x, reviews_high: reviews * 100 / most }
    }
}
