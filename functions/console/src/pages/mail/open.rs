//! What a link leads to: first whether it may, and nothing is read of the review before that.

use std::sync::Arc;

use app::caller::{Caller, Who};
use app::error::Error;
use app::review::News;
use axum::http::HeaderMap;
use domain::message::seen_until;
use domain::order::Product;
use domain::review::Review;
use domain::values::Language;
use jiff::Timestamp;
use members::{Member, Role, Rows};
use store::shop::TenantRecord;
use texts::Texts;
use vault::{LinkAbout, MailLink, ServiceKeys};

use crate::form::Failure;
use crate::parts::{Parts, Viewer};

/// A link that works, and its review.
pub(super) struct Opened {
    pub caller: Caller,
    pub about: LinkAbout,
    pub shop: TenantRecord,
    pub texts: Texts,
    pub review: Review,
    pub products: Vec<Product>,
    /// The token of the email's next review about which nobody has acted, and how many there are with this one.
    pub next: Option<String>,
    pub left: usize,
    /// The review's page in the console.
    pub console: String,
    pub now: Timestamp,
}

/// Why a link does nothing.
pub(super) enum Shut {
    Unknown,
    /// Somebody else is signed in with this browser.
    Foreign,
    /// The member has left or signed out everywhere, or the shop has ended.
    Left,
    /// The member may no longer decide.
    Role,
    Old,
    /// Somebody acted about the review since the email, perhaps by this link.
    Changed {
        texts: Texts,
        url: String,
    },
}

impl Opened {
    pub fn changed(&self) -> Shut {
        Shut::Changed { texts: self.texts, url: self.console.clone() }
    }
}

pub(super) async fn open(parts: &Parts, headers: &HeaderMap, k: &str) -> Result<Result<Opened, Shut>, Failure> {
    let (now, console) = (parts.clock.now(), &parts.console);
    let service = console.links.keys(now).await?;
    let Some(link) = MailLink::parse(k, &service) else { return Ok(Err(Shut::Unknown)) };
    let Some(about) = link.about else { return Ok(Err(Shut::Unknown)) };
    let found = Rows(&console.store).shop_and_members(&link.tenant, now).await?;
    let Some((shop, members)) = found.filter(|(shop, _)| shop.state.ended_at.is_none()) else {
        return Ok(Err(Shut::Left));
    };
    let is_still_in = |member: &&Member| member.signed_out_at.is_none_or(|at| at <= about.sent_at);
    let member = members.find(&link.member).filter(|member| member.joined_at.is_some()).filter(is_still_in);
    let Some(member) = member else { return Ok(Err(Shut::Left)) };
    if Viewer::find(parts, headers).await?.is_some_and(|viewer| !is_same(&viewer, member)) {
        return Ok(Err(Shut::Foreign));
    }
    if !member.role.includes(Role::Moderator) {
        return Ok(Err(Shut::Role));
    }
    if !about.works_at(now) {
        return Ok(Err(Shut::Old));
    }
    let language = member.language.or(shop.shop.language).unwrap_or(Language::English);
    let (texts, url) = (Texts::console(language), console.links.console_review(&link.tenant, about.review));
    let keys = console.vault.tenant(&link.tenant, &shop.root, now).await?;
    let row = console.store.review_row(&link.tenant, about.review).await?;
    let rows = row.as_slice();
    let reviews = console.store.reviews_of_rows(&link.tenant, rows, &keys).await?;
    let unchanged = reviews.into_iter().next().filter(|review| review.updated_at <= about.sent_at);
    let Some(review) = unchanged else { return Ok(Err(Shut::Changed { texts, url })) };
    let products = console.store.products(&link.tenant, review.product.as_ref()).await?;
    let (next, left) = upcoming(parts, &link, about, &service).await?;
    let caller = Caller { tenant: link.tenant, keys: Arc::clone(&keys), who: Who::Mail(link.member) };
    Ok(Ok(Opened { caller, about, shop, texts, review, products, next, left, console: url, now }))
}

/// Whether the person who is signed in, perhaps in another shop, is this member.
fn is_same(viewer: &Viewer, member: &Member) -> bool {
    let own = viewer.id.as_ref().and_then(|id| viewer.members.find(id));
    own.is_some_and(|own| own.identities.iter().any(|identity| member.identities.contains(identity)))
}

/// The review after this one in the email's order, else the first, and how many are left.
async fn upcoming(
    parts: &Parts,
    link: &MailLink,
    about: LinkAbout,
    keys: &ServiceKeys,
) -> Result<(Option<String>, usize), Error> {
    let news = News::read(&parts.console.store, &link.tenant, about.since..=seen_until(about.sent_at)).await?;
    let open: Vec<_> = news.open().filter(|row| row.updated_at <= about.sent_at).map(|row| row.id).collect();
    let after = open.iter().position(|id| *id == about.review).map_or(0, |place| place + 1);
    let next = open[after..].iter().chain(&open[..after]).copied().find(|id| *id != about.review);
    let token = |review| MailLink { about: Some(LinkAbout { review, ..about }), ..link.clone() }.encode(keys);
    Ok((next.map(token), open.len()))
}
