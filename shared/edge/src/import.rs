//! An import's report as a table, as the API and the console give it.

use app::error::Error;
use domain::import::{FaultAt, ImportFault, ImportFormat, ImportPart, ProductTally, Weighs};
use store::import::ImportJob;

use crate::csv;

const HEAD: [&str; 8] = ["what", "line", "column", "code", "message", "product", "rows", "row"];

/// An import's whole report as CSV: a line with the totals, one for the products that the shop never described, a line
/// for each product, and a line for each fault.
pub fn report_csv(job: &ImportJob, part: &ImportPart) -> Result<String, Error> {
    let report = &job.report;
    let format = job.format.map_or("", ImportFormat::as_str);
    let mut file = csv::line(HEAD)? + &of_product("total", format, report.rows)?;
    let undescribed = part.undescribed();
    if undescribed > 0 {
        file += &of_product("undescribed_products", "", undescribed)?;
    }
    for ProductTally { product, is_unknown, is_undescribed, rows } in &part.products {
        let what = match (is_unknown, is_undescribed) {
            (true, _) => "unknown_product",
            (false, true) => "undescribed_product",
            (false, false) => "product",
        };
        file += &of_product(what, product, *rows)?;
    }
    // Parts are about rows; an undo comes later.
    let of_undo = report.faults.iter().filter(|it| it.fault == ImportFault::UndoIncomplete);
    for FaultAt { line, row, column, fault } in part.faults.iter().chain(of_undo) {
        let what = if fault.weighs() == Weighs::Note { "note" } else { "skipped" };
        let (line, column) = (line.to_string(), column.as_deref().unwrap_or_default());
        let row = row.map_or_else(String::new, |row| row.to_string());
        file += &csv::line([what, &line, column, fault.as_str(), fault.message(), "", "", row.as_str()])?;
    }
    Ok(file)
}

fn of_product(what: &str, product: &str, rows: u64) -> Result<String, Error> {
    csv::line([what, "", "", "", "", product, rows.to_string().as_str(), ""])
}
