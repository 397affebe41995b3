//! A call's options for a file: the system of its product numbers, the order of day and month, and the columns.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ImportFormat;
use crate::order::ProductId;
use crate::values::{Invalid, ShopSystem, is_default, words};

words! {
    /// Whether the day or the month comes first in a date such as 03/02/2025.
    pub enum DateOrder {
        DayFirst = "day_first",
        MonthFirst = "month_first",
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportOptions {
    /// The system whose products the numbers in the file are, if the call names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<ShopSystem>,
    /// The system of the shop's only connection. It counts only if neither the call nor the format names the system, because a
    /// shop that moves may have files of the system that it left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connected: Option<ShopSystem>,
    /// The order of day and month in dates that allow both orders; `None` if the call does not give it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// The columns that the call names, beyond the headings of the format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<FileColumns>,
    /// Whether all rows are about the shop itself, whatever product they name.
    #[serde(skip_serializing_if = "is_default")]
    pub is_of_shop: bool,
    /// Whether the connected shop itself sends the file.
    #[serde(skip_serializing_if = "is_default")]
    pub from_shop: bool,
}

impl ImportOptions {
    /// The system whose products the numbers in a file of this format are; `None` if nothing names it. The ids in Afterword's own
    /// files need no system.
    pub fn system(&self, format: Option<ImportFormat>) -> Option<ShopSystem> {
        match format {
            Some(ImportFormat::Afterword) => self.platform,
            format => self.platform.or_else(|| format?.sells_with()).or(self.connected),
        }
    }

    /// Whether the call must name the system of a file of this format.
    pub fn lacks_system(&self, format: Option<ImportFormat>) -> bool {
        !self.is_of_shop && format != Some(ImportFormat::Afterword) && self.system(format).is_none()
    }
}

macro_rules! fields {
    ($($name:literal,)+) => {
        /// The names of the fields, each with the error for a list that names it twice.
        const FIELDS: &[(&'static str, Invalid)] = &[$((
            $name,
            Invalid(concat!("`columns` names ", $name, " twice; only name, photo_urls and facts may have several.")),
        ),)+];
    };
}

/// A file's headings by the names of their fields, such as `rating=Stars`. Several headings of a field have commas between them,
/// which no heading of a call contains.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileColumns(BTreeMap<String, String>);

impl FileColumns {
    /// The longest list, in bytes.
    pub const BYTES_MAX: usize = 2_000;
    fields! {
        "external_review_id",
        "product_id",
        "product_handle",
        "sku",
        "product_title",
        "rating",
        "title",
        "body",
        "name",
        "email",
        "created_at",
        "edited_at",
        "experienced_at",
        "reply",
        "reply_created_at",
        "reply_updated_at",
        "photo_urls",
        "language",
        "status",
        "incentivized",
        "facts",
    }
    /// The fields that may come in several columns.
    const IN_PARTS: [&'static str; 3] = ["name", "photo_urls", "facts"];
    pub const RULE: Invalid = Invalid(
        "`columns` must be a list such as product_id=Item,rating=Stars: a column of the format `afterword`, then your heading.",
    );

    /// Reads `name=Heading,name=Heading`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        if text.len() > Self::BYTES_MAX {
            return Err(Self::RULE);
        }
        let mut columns = BTreeMap::<String, String>::new();
        for pair in text.split(',').filter(|pair| !pair.trim().is_empty()) {
            let (name, heading) = pair.split_once('=').ok_or(Self::RULE)?;
            let (name, heading) = (name.trim(), heading.trim());
            let (_, twice) = Self::FIELDS.iter().find(|(known, _)| *known == name).ok_or(Self::RULE)?;
            if heading.is_empty() {
                return Err(Self::RULE);
            }
            match columns.get_mut(name) {
                None => drop(columns.insert(name.to_owned(), heading.to_owned())),
                Some(headings) if Self::IN_PARTS.contains(&name) => *headings += &format!(",{heading}"),
                Some(_) => return Err(*twice),
            }
        }
        if columns.is_empty() { Err(Self::RULE) } else { Ok(Self(columns)) }
    }

    /// Each heading with the name of its field. The headings of a field are in the order of the call.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(name, headings)| headings.split(',').map(|heading| (name.as_str(), heading)))
    }
}

/// A shop's answer about a product that a file names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductAnswer {
    /// The product; `None` for the shop itself.
    Is(Option<ProductId>),
    /// The product's reviews are left out.
    LeaveOut,
}

/// A shop's answers about products that its files name and that it does not have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductAnswers(BTreeMap<String, ProductAnswer>);

impl ProductAnswers {
    /// The most answers of a shop. All answers are one item, which holds at most 400 KB (a limit of DynamoDB).
    pub const MAX: usize = 2_000;
    /// The longest name of a product in a file, in characters.
    pub const NAME_CHARACTERS_MAX: usize = 100;
    /// The cell that leaves a product's reviews out.
    pub const LEAVE_OUT: &'static str = "-";
    pub const RULE: Invalid = Invalid(
        "Each line must have two cells: what the old system calls the product, and its id here, @shop for the shop, or - to leave its reviews out; at most 2,000 lines.",
    );

    /// Adds the answer about a product, given as text.
    pub fn answer(&mut self, name: &str, text: &str) -> Result<(), Invalid> {
        let (name, text) = (name.trim(), text.trim());
        let fits = (1..=Self::NAME_CHARACTERS_MAX).contains(&name.chars().count());
        let answer = match text {
            Self::LEAVE_OUT => ProductAnswer::LeaveOut,
            id => ProductAnswer::Is(ProductId::named(id).map_err(|_| Self::RULE)?),
        };
        self.0.insert(name.to_lowercase(), answer);
        if fits && self.0.len() <= Self::MAX { Ok(()) } else { Err(Self::RULE) }
    }

    /// The answer about a product that a file names.
    pub fn find(&self, name: &str) -> Option<&ProductAnswer> {
        self.0.get(&name.trim().to_lowercase())
    }

    /// Each name and its answer as text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, answer)| {
            let typed = match answer {
                ProductAnswer::Is(product) => ProductId::name_of(product.as_ref()),
                ProductAnswer::LeaveOut => Self::LEAVE_OUT,
            };
            (name.as_str(), typed)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_name_fields_once() {
        let read = FileColumns::parse("rating=Stars, created_at=Written on").unwrap();
        assert_eq!(read.iter().collect::<Vec<_>>(), [("created_at", "Written on"), ("rating", "Stars")]);
        let facts = FileColumns::parse("facts=Fit,facts=Value").unwrap();
        assert_eq!(facts.iter().collect::<Vec<_>>(), [("facts", "Fit"), ("facts", "Value")]);
        for bad in ["", "rating", "rating=", "stars=Rating", &"x".repeat(2_001)] {
            assert_eq!(FileColumns::parse(bad), Err(FileColumns::RULE), "{bad}");
        }
    }

    #[test]
    fn answers_are_a_product_the_shop_or_nothing() {
        let mut answers = ProductAnswers::default();
        for (name, answer) in [("Old-Board", "shopify-7"), ("about us", "@shop"), ("gift", "-")] {
            answers.answer(name, answer).unwrap();
        }
        let board = ProductId::parse("shopify-7").unwrap();
        assert_eq!(answers.find(" old-board "), Some(&ProductAnswer::Is(Some(board))));
        assert_eq!(answers.find("gift"), Some(&ProductAnswer::LeaveOut));
        assert!(answers.answer("x", "a b").is_err() && answers.answer("", "-").is_err());
    }
}
