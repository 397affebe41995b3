//! The parameters of an import.

use domain::import::{DateOrder, FileColumns, ImportFormat, ImportOptions};
use domain::values::{Invalid, ShopSystem};
use edge::body::Fields;
use edge::error::Error;

const FORMAT_RULE: Invalid = Invalid(
    "`format` must be one of afterword, okendo, judgeme, yotpo, loox, stamped, spr, woocommerce, cusrev, webtoffee, generic.",
);
const DRY_RUN_RULE: Invalid = Invalid("`dry_run` must be true or false.");
const PLATFORM_RULE: Invalid = Invalid("`platform` must be shopify or woocommerce.");
const DATES_RULE: Invalid = Invalid("`dates` must be day_first or month_first.");

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
                columns: columns.map_err(Error::field("columns"))?,
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

edge::word_schemas! {
    /// The systems whose products the numbers in a file may be.
    pub(crate) SystemWord, "ShopSystem" = ShopSystem::WORDS;
    /// Whether dates have the day or the month first.
    pub(crate) DateOrderWord, "DateOrder" = DateOrder::WORDS;
}
