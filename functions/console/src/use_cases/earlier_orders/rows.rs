//! Orders as rows that a person pasted: CSV with commas or semicolons, or cells from a spreadsheet.

use csv::{ReaderBuilder, StringRecord, Trim};
use domain::order::{OrderId, ProductIds};
use domain::values::{EmailAddress, Language, PersonName, parse_day};
use domain::words;
use jiff::civil::Date;

/// The maximum number of rows. Their requests take seconds, and the form's text fits into a call.
pub(crate) const ROWS_MAX: usize = 500;

words! {
    pub enum Column {
        Email = "email",
        Order = "order",
        Name = "name",
        Date = "date",
        Products = "products",
        Language = "language",
    }
}

impl Column {
    /// Whether a heading names this column, compared by letters and digits alone. In Shopify's export of orders, `Name`
    /// is the order's name.
    fn is_headed(self, plain: &str, is_shopifys: bool) -> bool {
        let others: &[&str] = match self {
            Self::Order | Self::Name if is_shopifys => {
                return plain == if self == Self::Order { "name" } else { "billingname" };
            }
            Self::Email => &["emailaddress", "customeremail", "billingemail", "emailbilling"],
            Self::Order => &["orderid", "ordernumber", "orderno"],
            Self::Name => &["customername", "fullname"],
            Self::Date => &["orderdate", "orderedat", "createdat", "paidat"],
            Self::Products => &["product", "productid", "productids"],
            Self::Language => &["locale"],
        };
        plain == self.as_str() || others.contains(&plain)
    }
}

#[derive(Debug, Clone)]
pub(crate) struct EarlierOrder {
    pub email: EmailAddress,
    pub order: OrderId,
    pub name: Option<PersonName>,
    /// The day of the order. Without a day, the customer is asked immediately.
    pub date: Option<Date>,
    pub products: ProductIds,
    pub language: Option<Language>,
}

/// A row's line number, and its order or its invalid column.
pub(crate) type Row = (u64, Result<EarlierOrder, Column>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// The first line lacks the heading of a required column.
    Missing(Column),
    NoRows,
    TooMany,
}

pub(crate) fn read(text: &str) -> Result<Vec<Row>, Unreadable> {
    // Forms end lines with two characters; the reader would count the second one as part of the next line.
    let text = text.trim_start_matches('\u{feff}').trim().replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .flexible(true)
        .has_headers(false)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    // Reading valid UTF-8 from memory cannot fail.
    let mut records = reader.records().filter_map(Result::ok);
    let headings = records.next().unwrap_or_default();
    let headings: Vec<_> = headings.iter().map(plain).collect();
    let at = |is_it: &dyn Fn(&str) -> bool| headings.iter().position(|heading| is_it(heading));
    let is_shopifys = at(&|heading| heading == "lineitemname").is_some();
    let place = |column: Column| at(&|heading| column.is_headed(heading, is_shopifys));
    // WooCommerce's exports have the person's name in two columns.
    let names = [["firstnamebilling", "firstname"], ["lastnamebilling", "lastname"]];
    let names = names.map(|names| at(&|heading| names.contains(&heading)));
    let places = Column::ALL.map(place);
    if let Some(missing) = [Column::Email, Column::Order].into_iter().find(|column| places[*column as usize].is_none())
    {
        return Err(Unreadable::Missing(missing));
    }
    let cell = |record: &StringRecord, column: Column| {
        let name = || {
            let [first, last] = names.map(|place| PersonName::parse(record.get(place?)?).ok());
            PersonName::join(first.as_ref(), last.as_ref()).map(|name| name.stored()).unwrap_or_default()
        };
        match places[column as usize] {
            None if column == Column::Name => name(),
            place => place.and_then(|place| record.get(place)).unwrap_or_default().replace('\u{a0}', " "),
        }
    };
    let line = |record: &StringRecord| record.position().map_or(0, csv::Position::line);
    let mut rows: Vec<Row> =
        records.take(ROWS_MAX + 1).map(|record| (line(&record), order(|column| cell(&record, column)))).collect();
    // In Shopify's export, each further item of an order is a row that contains little more than the order's number.
    if is_shopifys {
        let order = |row: &Row| row.1.as_ref().ok().map(|row| row.order.as_str().to_owned());
        rows.dedup_by(|row, before| order(row).is_some() && order(row) == order(before));
    }
    match rows.len() {
        0 => Err(Unreadable::NoRows),
        count if count > ROWS_MAX => Err(Unreadable::TooMany),
        _ => Ok(rows),
    }
}

/// What separates the cells: the character that the first line has most often.
fn delimiter(text: &str) -> u8 {
    let headings = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| headings.bytes().filter(|byte| byte == delimiter).count();
    [b',', b';', b'\t'].into_iter().max_by_key(count).unwrap_or(b',')
}

/// A heading in lower case, without spaces and punctuation.
fn plain(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn order(cell: impl Fn(Column) -> String) -> Result<EarlierOrder, Column> {
    let given = |column| Some(cell(column)).filter(|text| !text.is_empty());
    let products = cell(Column::Products);
    let products: Vec<_> = products.split([' ', ',', ';', '|']).filter(|id| !id.is_empty()).collect();
    Ok(EarlierOrder {
        email: EmailAddress::of_customer(&cell(Column::Email)).map_err(|_| Column::Email)?,
        order: OrderId::parse(&cell(Column::Order)).ok().flatten().ok_or(Column::Order)?,
        name: given(Column::Name).map(|name| PersonName::restore(&name)).transpose().map_err(|_| Column::Name)?,
        // Shop systems append a time to the day in many forms.
        date: given(Column::Date).map(|date| date.get(..10).and_then(parse_day).ok_or(Column::Date)).transpose()?,
        products: ProductIds::parse(products.into_iter()).map_err(|_| Column::Products)?,
        language: given(Column::Language)
            .map(|tag| Language::of_tag(&tag))
            .transpose()
            .map_err(|_| Column::Language)?
            .flatten(),
    })
}
