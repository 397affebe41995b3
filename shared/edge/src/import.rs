//! An import's report as a table, as the API and the console give it.

use app::error::Error;
use domain::import::{FaultAt, ImportFault, ImportFormat, ImportPart, ProductTally, Tally, Weighs};
use store::import::ImportJob;

use crate::csv;

const HEAD: [&str; 13] = [
    "what",
    "line",
    "column",
    "code",
    "message",
    "product",
    "rows",
    "there_reviews",
    "there_average",
    "here_reviews",
    "here_average",
    "waiting",
    "row",
];

/// An import's whole report as CSV: a line with the totals, one for the products that the shop never described, a line
/// for each product, and a line for each fault.
pub fn report_csv(job: &ImportJob, part: &ImportPart) -> Result<String, Error> {
    let report = &job.report;
    let total = ProductTally {
        product: job.format.map_or("", ImportFormat::as_str).to_owned(),
        is_unknown: false,
        is_undescribed: false,
        rows: report.rows,
        there: report.there,
        here: report.here,
        waiting: report.waiting,
    };
    let mut file = csv::line(HEAD)? + &of_product("total", &total)?;
    let undescribed = part.undescribed();
    if undescribed.rows > 0 {
        file += &of_product("undescribed_products", &undescribed)?;
    }
    for product in &part.products {
        let what = match (product.is_unknown, product.is_undescribed) {
            (true, _) => "unknown_product",
            (false, true) => "undescribed_product",
            (false, false) => "product",
        };
        file += &of_product(what, product)?;
    }
    // Parts are about rows; an undo comes later.
    let of_undo = report.faults.iter().filter(|it| it.fault == ImportFault::UndoIncomplete);
    for FaultAt { line, row, column, fault } in part.faults.iter().chain(of_undo) {
        let what = if fault.weighs() == Weighs::Note { "note" } else { "skipped" };
        let (line, column) = (line.to_string(), column.as_deref().unwrap_or_default());
        let row = row.map_or_else(String::new, |row| row.to_string());
        let cells = [what, &line, column, fault.as_str(), fault.message()];
        file += &csv::line(cells.into_iter().chain([""; 7]).chain([row.as_str()]))?;
    }
    Ok(file)
}

fn of_product(what: &str, product: &ProductTally) -> Result<String, Error> {
    let ProductTally { product, is_unknown: _, is_undescribed: _, rows, there, here, waiting } = product;
    let numbers = [
        rows.to_string(),
        there.reviews.to_string(),
        average(*there),
        here.reviews.to_string(),
        average(*here),
        waiting.to_string(),
    ];
    csv::line([what, "", "", "", "", product].into_iter().chain(numbers.iter().map(String::as_str)).chain([""]))
}

/// The average of a tally to two decimals, such as `4.72`; empty without reviews.
pub fn average(tally: Tally) -> String {
    tally.average_hundredths().map_or_else(String::new, |it| format!("{}.{:02}", it / 100, it % 100))
}
