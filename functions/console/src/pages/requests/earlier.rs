//! Asks for reviews of orders from the time before the shop used Afterword: a person pastes rows, checks the preview,
//! and confirms the number of requests.

use app::caller::Caller;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use edge::body::Fields;
use members::Insiders;

use crate::click::Click;
use crate::form::{Failure, Flash, Served};
use crate::pages::customers::HERE;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::use_cases::{Column, EarlierOrders, Plan, ROWS_MAX, Unreadable};

/// The suggested number of days after an order, which is also the API's default.
const DAYS: &str = "7";
const DAYS_MAX: u16 = 89;
const WRONG_MAX: usize = 100;

#[derive(Template)]
#[template(path = "earlier.html")]
struct EarlierPage {
    shell: Shell,
    rows: String,
    days: String,
    /// The error in the rows, and whether the days are invalid.
    wrong_rows: Option<String>,
    are_days_wrong: bool,
    /// Whether the preview has changed since the person saw it.
    is_changed: bool,
    outlook: Option<Outlook>,
}

/// The preview.
struct Outlook {
    asked: usize,
    /// What would be done, and what would be left out.
    lines: Vec<String>,
    wrong: Vec<(u64, String)>,
}

impl EarlierPage {
    fn new(viewer: &Viewer, fields: &Fields) -> Self {
        let typed = |name: &str| fields.find(name).unwrap_or_default().to_owned();
        Self {
            shell: viewer.shell("customers"),
            rows: typed("rows"),
            days: typed("days"),
            wrong_rows: None,
            are_days_wrong: false,
            is_changed: false,
            outlook: None,
        }
    }

    fn most(&self) -> usize {
        ROWS_MAX
    }

    fn answer(&self) -> Response {
        let is_wrong = self.wrong_rows.is_some() || self.are_days_wrong;
        framed(if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, self, &self.shell)
    }
}

impl Outlook {
    fn new(viewer: &Viewer, plan: &Plan) -> Self {
        let (asked, Plan { days, before, insiders, unasked, suppressed, wrong, .. }) = (plan.count(), plan);
        let texts = viewer.texts;
        let say = |id: &str, count: usize| texts.say(id).count("count", count).to_string();
        let mut lines = vec![say("earlier-would", asked)];
        if let Some([first, last]) = days.map(|days| days.map(|day| viewer.date(day))) {
            let due = if first == last { "earlier-due-one" } else { "earlier-due" };
            lines.push(texts.say(due).words("first", &first).words("last", &last).to_string());
        }
        let others = [
            ("earlier-before", *before),
            ("earlier-insiders", *insiders),
            ("earlier-unasked", *unasked),
            ("earlier-suppressed", *suppressed),
            ("earlier-wrong", wrong.len()),
        ];
        lines.extend(others.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| say(id, count)));
        let why = |(line, column): &(u64, Column)| (*line, viewer.word("earlier-wrong", column.as_str()));
        Self { asked, lines, wrong: wrong.iter().take(WRONG_MAX).map(why).collect() }
    }
}

pub(crate) async fn earlier(Click { viewer, .. }: Click) -> Served {
    let page = EarlierPage { days: DAYS.to_owned(), ..EarlierPage::new(&viewer, &Fields::of_query(None)) };
    Ok(page.answer())
}

pub(crate) async fn try_earlier(Click { parts, viewer, fields, .. }: Click) -> Served {
    let mut page = EarlierPage::new(&viewer, &fields);
    let plan = plan(&parts, &viewer, &viewer.caller(), &mut page).await?;
    page.outlook = plan.map(|plan| Outlook::new(&viewer, &plan));
    Ok(page.answer())
}

/// Creates the requests, if there are as many as the person confirmed.
pub(crate) async fn ask_earlier(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (mut page, caller) = (EarlierPage::new(&viewer, &fields), viewer.caller());
    let Some(plan) = plan(&parts, &viewer, &caller, &mut page).await? else { return Ok(page.answer()) };
    if fields.find("number").and_then(|number| number.parse().ok()) != Some(plan.count()) || plan.count() == 0 {
        page.is_changed = true;
        page.outlook = Some(Outlook::new(&viewer, &plan));
        return Ok(page.answer());
    }
    let asked = plan.ask(&parts.create, &parts.console.store, &caller, viewer.now).await?;
    Ok(Flash::new(viewer.texts.say("earlier-done").count("count", asked)).then(HERE))
}

/// Plans the requests; `None` if the input is invalid, which the page then shows.
async fn plan(
    parts: &Parts,
    viewer: &Viewer,
    caller: &Caller,
    page: &mut EarlierPage,
) -> Result<Option<Plan>, Failure> {
    let Some(days) = page.days.trim().parse().ok().filter(|days| *days <= DAYS_MAX) else {
        page.are_days_wrong = true;
        return Ok(None);
    };
    let insiders = Insiders::among(&viewer.members, &viewer.tenant, &viewer.shop, &viewer.keys)?;
    let orders = EarlierOrders { text: &page.rows, days, zone: viewer.zone(), insiders: &insiders };
    let texts = viewer.texts;
    let unreadable = match orders.plan(&parts.create, caller, viewer.now).await? {
        Ok(plan) => return Ok(Some(plan)),
        Err(Unreadable::Missing(column)) => texts.say("earlier-missing").words("column", column.as_str()).to_string(),
        Err(Unreadable::NoRows) => texts.say("earlier-no-rows").to_string(),
        Err(Unreadable::TooMany) => texts.say("earlier-too-many").count("count", ROWS_MAX).to_string(),
    };
    page.wrong_rows = Some(unreadable);
    Ok(None)
}
