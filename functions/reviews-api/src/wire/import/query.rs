//! The parameters of an import.

use domain::import::{DateOrder, FileColumns, HalfStars, ImportFormat, ImportOptions, SaidBefore};
use domain::values::{Invalid, ShopSystem};
use edge::body::Fields;
use edge::error::Error;

const FORMAT_RULE: Invalid = Invalid(
    "`format` must be one of afterword, okendo, judgeme, yotpo, loox, stamped, spr, woocommerce, cusrev, webtoffee, generic.",
);
const DRY_RUN_RULE: Invalid = Invalid("`dry_run` must be true or false.");
const PLATFORM_RULE: Invalid = Invalid("`platform` must be shopify or woocommerce.");
const DATES_RULE: Invalid = Invalid("`dates` must be day_first or month_first.");
const HALF_STARS_RULE: Invalid = Invalid("`half_stars` must be refuse, up or down.");
const OLD_REVIEWS_RULE: Invalid = Invalid("`old_reviews` must be a whole number.");
const OLD_AVERAGE_RULE: Invalid = Invalid("`old_average` must be a number from 1 to 5 such as 4.72.");

pub(crate) struct ImportQuery {
    pub format: Option<ImportFormat>,
    pub options: ImportOptions,
    pub is_dry_run: bool,
}

impl ImportQuery {
    /// Reads a query. Unknown parameters are ignored.
    pub(crate) fn parse(query: Option<&str>) -> Result<Self, Error> {
        let fields = Fields::of_query(query);
        let dry_run = fields.find("dry_run").map_or(Ok(false), str::parse);
        let columns = fields.find("columns").map(FileColumns::parse).transpose();
        Ok(Self {
            format: word(&fields, "format", ImportFormat::parse, FORMAT_RULE)?,
            options: ImportOptions {
                platform: word(&fields, "platform", ShopSystem::parse, PLATFORM_RULE)?,
                connected: None,
                dates: word(&fields, "dates", DateOrder::parse, DATES_RULE)?,
                half_stars: word(&fields, "half_stars", HalfStars::parse, HALF_STARS_RULE)?.unwrap_or_default(),
                columns: columns.map_err(Error::field("columns"))?,
                said: said(&fields)?,
            },
            is_dry_run: dry_run.map_err(|_| DRY_RUN_RULE).map_err(Error::field("dry_run"))?,
        })
    }
}

fn word<T>(
    fields: &Fields,
    name: &'static str,
    parse: impl Fn(&str) -> Option<T>,
    rule: Invalid,
) -> Result<Option<T>, Error> {
    let word = fields.find(name).map(|word| parse(word).ok_or(rule));
    word.transpose().map_err(Error::field(name))
}

/// The old system's own numbers of public reviews.
fn said(fields: &Fields) -> Result<Option<SaidBefore>, Error> {
    let average = fields.find("old_average").map(|text| hundredths(text).ok_or(OLD_AVERAGE_RULE)).transpose();
    let average_hundredths = average.map_err(Error::field("old_average"))?;
    let reviews = fields.find("old_reviews").map(|text| edge::body::whole(text).ok_or(OLD_REVIEWS_RULE)).transpose();
    let reviews = reviews.map_err(Error::field("old_reviews"))?;
    Ok(reviews.map(|reviews| SaidBefore { reviews: u64::from(reviews), average_hundredths }))
}

/// An average such as `4.7` or `4,72` in hundredths.
fn hundredths(text: &str) -> Option<u32> {
    let text = text.trim().replace(',', ".");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let is_short = fraction.len() <= 2 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let fraction: u32 = format!("{fraction:0<2}").parse().ok().filter(|_| is_short)?;
    let average = edge::body::whole(whole)?.checked_mul(100)?.checked_add(fraction)?;
    (100..=500).contains(&average).then_some(average)
}

edge::word_schemas! {
    /// The systems whose products the numbers in a file may be.
    pub(crate) SystemWord, "ShopSystem" = ShopSystem::WORDS;
    /// Whether dates have the day or the month first.
    pub(crate) DateOrderWord, "DateOrder" = DateOrder::WORDS;
    /// How half stars are read.
    pub(crate) HalfStarsWord, "HalfStars" = HalfStars::WORDS;
}
