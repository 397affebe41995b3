//! All the shop's data as JSON Lines: a file for each kind, or several for a large shop, and one by which `curl` fetches them all.
//! The rows are the same as in a person's export.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use app::error::Error;
use app::privacy::whole::shop_file_key;
use app::privacy::{DOWNLOAD_FOR, PrivacyTask};
use domain::customer::Customer;
use domain::order::ProductId;
use domain::review::Review;
use domain::values::{Channel, RequestId, ReviewId, Tenant};
use edge::native::settings::SettingsBody;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use store::message::suppression::SuppressedRecipient;
use store::privacy::erasure::PersonItem;
use store::privacy::shop_export::{ExportFile, ShopExport};
use store::request::listed::RequestList;
use store::review::list_pages::ReviewList;
use store::shop::TenantRecord;
use store::table::{End, ListKey, Page, Reading, keys};

use crate::archive::{Archive, FETCH, fetch, shop};
use crate::found::{Found, photos_of};
use crate::kinds::begun;
use crate::person::PersonSearch;
use crate::work::{AT_ONCE, PrivacyWork, RUN_FOR};

const PAGE: u32 = 100;
/// The maximum number of bytes of rows in memory. When there are more, the kind with the most bytes is written to a
/// file.
const KEPT_BYTES: usize = 16 * 1024 * 1024;
const WALKS: [&str; 8] = ["shop", "products", "customers", "orders", "requests", "reviews", "suppressions", "audit"];

/// The rows that are not in a file yet, by kind.
#[derive(Default)]
struct Rows(BTreeMap<String, (String, u64)>);

impl Rows {
    /// Adds rows, one per line with the name of its kind.
    fn add(&mut self, lines: &str) -> Result<(), Error> {
        for (kind, row) in lines.lines().filter_map(|line| line.split_once(' ')) {
            let (rows, count) = self.0.entry(kind.to_owned()).or_default();
            writeln!(rows, "{row}").map_err(|error| Error::Internal(error.to_string()))?;
            *count += 1;
        }
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.0.values().map(|(rows, _)| rows.len()).sum()
    }

    fn largest(&self) -> Option<String> {
        self.0.iter().max_by_key(|(_, (rows, _))| rows.len()).map(|(kind, _)| kind.clone())
    }

    /// All rows, in the form that [`add`](Self::add) reads.
    fn into_lines(self) -> String {
        let of_kind = |(kind, (rows, _)): (String, (String, u64))| {
            rows.lines().map(|row| format!("{kind} {row}\n")).collect::<String>()
        };
        self.0.into_iter().map(of_kind).collect()
    }
}

struct Shop<'a> {
    search: PersonSearch<'a>,
    record: &'a TenantRecord,
}

impl PrivacyWork {
    /// Continues the export of the whole shop. What does not fit into this run is queued.
    pub(crate) async fn export_shop(&self, tenant: &Tenant) -> Result<(), Error> {
        let started = self.clock.now();
        // An erasure removed the export, the shop has ended, or the export is done.
        let Some(mut export) = self.store.begin_run::<ShopExport>(tenant, ()).await? else { return Ok(()) };
        let Some(record) = self.store.tenant(tenant).await?.filter(|_| export.finished_at.is_none()) else {
            return Ok(());
        };
        let keys = self.vault.tenant(tenant, &record.root, started).await?;
        let search = PersonSearch::new(&self.store, (tenant, &record, &keys), started, false);
        let shop = Shop { search, record: &record };
        let mut rows = Rows::default();
        if let Some((run, _)) = export.rest.take() {
            let rest = self.bucket.get(&rest_key(tenant, &export, run), started).await?;
            rows.add(&String::from_utf8_lossy(&rest))?;
        }
        let first = export.kind.as_deref().and_then(|kind| WALKS.iter().position(|walk| *walk == kind));
        for walk in &WALKS[first.unwrap_or_default()..] {
            if export.kind.as_deref() != Some(*walk) {
                (export.kind, export.after) = (Some((*walk).to_owned()), None);
            }
            loop {
                if self.clock.now().duration_since(started) > RUN_FOR {
                    return self.leave_rest(tenant, export, rows).await;
                }
                let (lines, next) = self.walk_shop(&shop, walk, export.after.as_deref()).await?;
                rows.add(&lines)?;
                while rows.bytes() > KEPT_BYTES {
                    self.write_largest(tenant, &mut export, &mut rows).await?;
                }
                export.after = next;
                if export.after.is_none() {
                    break;
                }
            }
        }
        self.finish_shop_export(tenant, export, rows).await
    }

    async fn finish_shop_export(&self, tenant: &Tenant, mut export: ShopExport, mut rows: Rows) -> Result<(), Error> {
        let photos = rows.0.remove(FETCH);
        while !rows.0.is_empty() {
            self.write_largest(tenant, &mut export, &mut rows).await?;
        }
        rows.0.extend(photos.map(|photos| (FETCH.to_owned(), photos)));
        for ExportFile { name, rows: _ } in export.files.iter().filter(|file| !file.name.starts_with(FETCH)) {
            let key = shop_file_key(tenant, export.receipt, name);
            rows.add(&fetch(&self.bucket.link(&key, DOWNLOAD_FOR.unsigned_abs(), self.clock.now()).await?, name))?;
        }
        self.write_largest(tenant, &mut export, &mut rows).await?;
        export.files.sort_by(|one, other| one.name.cmp(&other.name));
        export.finished_at = Some(self.clock.now());
        self.store.save_run(tenant, &export).await?;
        Ok(())
    }

    /// Stores the rows that are not in a file yet for the next run.
    async fn leave_rest(&self, tenant: &Tenant, mut export: ShopExport, rows: Rows) -> Result<(), Error> {
        let (run, now) = (export.version, self.clock.now());
        let count = rows.0.values().map(|(_, count)| count).sum();
        self.bucket.put(&rest_key(tenant, &export, run), "text/plain", rows.into_lines().into(), now).await?;
        export.rest = Some((run, count));
        if self.store.save_run(tenant, &export).await? {
            self.queue.send(&PrivacyTask::ShopExport { export_of: tenant.clone() }, SignedDuration::ZERO).await?;
        }
        Ok(())
    }

    async fn write_largest(&self, tenant: &Tenant, export: &mut ShopExport, rows: &mut Rows) -> Result<(), Error> {
        let Some(kind) = rows.largest() else { return Ok(()) };
        let Some((lines, count)) = rows.0.remove(&kind) else { return Ok(()) };
        let is_of_kind = |file: &&ExportFile| file.name.split(['-', '.']).next() == Some(kind.as_str());
        // A browser would show `text/plain` in place of saving it.
        let (end, of_type) =
            if kind == FETCH { ("txt", "application/octet-stream") } else { ("jsonl", "application/jsonl") };
        let name = match export.files.iter().filter(is_of_kind).count() {
            0 => format!("{kind}.{end}"),
            earlier => format!("{kind}-{:03}.{end}", earlier + 1),
        };
        let key = shop_file_key(tenant, export.receipt, &name);
        self.bucket.put(&key, of_type, lines.into(), self.clock.now()).await?;
        export.files.push(ExportFile { name, rows: count });
        Ok(())
    }

    /// Removes the files of a shop's export and then the export, because a person in it is erased.
    pub(crate) async fn remove_shop_export(&self, tenant: &Tenant, export: &ShopExport) -> Result<(), Error> {
        let now = self.clock.now();
        for key in self.bucket.list(&shop_file_key(tenant, export.receipt, ""), now).await? {
            self.bucket.delete(&key, now).await?;
        }
        Ok(self.store.erase(tenant, PersonItem::ShopExport).await?)
    }

    /// The rows of a page of a walk, each with its kind, and the place after which the next page begins; `None` at the end.
    async fn walk_shop(
        &self,
        shop: &Shop<'_>,
        walk: &str,
        after: Option<&str>,
    ) -> Result<(String, Option<String>), Error> {
        let search = &shop.search;
        let (mut archive, now) = (Archive::default(), self.clock.now());
        let mut found = Vec::new();
        let place = |text: &str| text.parse::<u64>().ok();
        let next = match walk {
            "shop" => {
                shop_itself(shop, now, &mut archive).await?;
                None
            }
            "products" => products_page(search, after, &mut archive).await?,
            "customers" => customers_page(search, after, &mut found).await?,
            "orders" => orders_page(search, after, &mut found).await?,
            "requests" => requests_page(search, after.and_then(place), &mut archive, &mut found).await?,
            "reviews" => reviews_page(search, after.and_then(place), &mut archive, &mut found).await?,
            "suppressions" => suppressions_page(search, after, &mut found).await?,
            _ => audit_page(search, after, &mut archive).await?,
        };
        for found in found {
            archive.add(search, &self.bucket, found, now).await?;
        }
        Ok((archive.into_rows(), next))
    }
}

/// A shop's own data: settings, its sender, locations, webhooks, members and own words.
async fn shop_itself(shop: &Shop<'_>, now: Timestamp, archive: &mut Archive) -> Result<(), Error> {
    let Shop { search: PersonSearch { store, tenant, keys, .. }, record } = shop;
    let owner = record.owner_email(tenant, keys)?;
    archive.line("settings", &shop::shown(&SettingsBody::new(record, owner, now))?)?;
    for sender in store.senders(tenant).await? {
        archive.line("senders", &shop::sender(&sender))?;
    }
    for location in store.all(tenant, keys::LOCATIONS).await? {
        archive.line("locations", &shop::location(&location))?;
    }
    for webhook in store.webhooks(tenant, keys).await? {
        archive.line("webhooks", &shop::webhook(&webhook)?)?;
    }
    let members = members::Rows(store).members(tenant, now).await?;
    for member in members.all() {
        archive.line("members", &shop::member(member, members.email(&member.id, keys)?))?;
    }
    for language in record.languages_of_own_words() {
        let Some((_, words)) = store.own_words(tenant, language).await? else { continue };
        archive.line("words", &shop::words(language, &words)?)?;
    }
    Ok(())
}

/// The place after which a list's next page begins; `None` at the end.
type NextPage = Result<Option<String>, Error>;

/// A page of a shop's products.
async fn products_page(search: &PersonSearch<'_>, after: Option<&str>, archive: &mut Archive) -> NextPage {
    let PersonSearch { store, tenant, .. } = search;
    let after = after.map(ProductId::in_catalog).transpose().map_err(|rule| Error::Internal(rule.to_string()))?;
    let Page { rows, more } = store.catalog(tenant, after.as_ref(), PAGE).await?;
    let groups = store.groups_of(tenant, rows.iter().map(|listed| &listed.product.id)).await?;
    for listed in &rows {
        archive.line("products", &shop::product(listed, groups.place(&listed.product.id).main())?)?;
    }
    Ok(rows.last().filter(|_| more).map(|listed| listed.product.id.as_str().to_owned()))
}

/// Reads a page of a list in which places are keys.
fn page_after(after: Option<&str>) -> Reading<ListKey> {
    Reading { after: after.map(|after| ListKey::from(after.to_owned())), ..Reading::first(End::Oldest, PAGE) }
}

async fn customers_page(search: &PersonSearch<'_>, after: Option<&str>, found: &mut Vec<Found>) -> NextPage {
    let PersonSearch { store, tenant, keys, .. } = search;
    let Page { rows, more } = store.customers(tenant, page_after(after), keys).await?;
    let next = rows.last().filter(|_| more).map(|row| row.place.as_str().to_owned());
    let customers = rows.into_iter().filter_map(|row| row.row);
    let all: Vec<_> = customers.map(|customer| of_customer(search, customer)).collect();
    let all: Vec<Vec<Found>> = stream::iter(all).buffered(AT_ONCE).try_collect().await?;
    found.extend(all.into_iter().flatten());
    Ok(next)
}

/// A page of the orders without a buyer. Other orders come with their customers.
async fn orders_page(search: &PersonSearch<'_>, after: Option<&str>, found: &mut Vec<Found>) -> NextPage {
    let PersonSearch { store, tenant, keys, .. } = search;
    let page = store.orders(tenant, None, page_after(after), keys).await?;
    let next = page.rows.last().filter(|_| page.more).map(|row| row.place.as_str().to_owned());
    let orders = page.found().into_iter();
    found.extend(orders.map(|order| Found::Order { customer: None, order: Box::new(order), is_theirs: true }));
    Ok(next)
}

/// A page of a shop's requests with their reviews.
async fn requests_page(
    search: &PersonSearch<'_>,
    after: Option<u64>,
    archive: &mut Archive,
    found: &mut Vec<Found>,
) -> NextPage {
    let PersonSearch { store, tenant, .. } = search;
    let after = after.and_then(RequestId::new);
    let reading = Reading { after, ..Reading::first(End::Oldest, PAGE) };
    let Page { rows, more } = store.listed_requests(tenant, &RequestList::Shop, reading).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let parts = store.request_parts(tenant, &ids).await?;
    found.extend(parts.into_iter().map(|parts| Found::Request(Box::new(parts))));
    let all: Vec<_> = ids.iter().map(|id| search.of_request(*id)).collect();
    let all: Vec<(Vec<Found>, Vec<Review>)> = stream::iter(all).buffered(AT_ONCE).try_collect().await?;
    for (of_request, reviews) in all {
        found.extend(begun(of_request, &reviews));
        // The others have their own list.
        for review in reviews.iter().filter(|review| review.state.is_final()) {
            archive.review(search, review).await?;
        }
    }
    Ok(ids.last().filter(|_| more).map(|id| id.get().to_string()))
}

/// A page of a shop's reviews with their photos.
async fn reviews_page(
    search: &PersonSearch<'_>,
    after: Option<u64>,
    archive: &mut Archive,
    found: &mut Vec<Found>,
) -> NextPage {
    let PersonSearch { store, tenant, keys, .. } = search;
    let after = after.and_then(ReviewId::new);
    let reading = Reading { after, ..Reading::first(End::Oldest, PAGE) };
    let Page { rows, more } = store.review_rows(tenant, &ReviewList::All, reading).await?;
    for review in store.reviews_of_rows(tenant, &rows, keys).await? {
        found.extend(photos_of(tenant, &review));
        archive.review(search, &review).await?;
    }
    Ok(rows.last().filter(|_| more).map(|row| row.id.get().to_string()))
}

/// A page of a shop's suppressions.
async fn suppressions_page(search: &PersonSearch<'_>, after: Option<&str>, found: &mut Vec<Found>) -> NextPage {
    let PersonSearch { store, tenant, keys, .. } = search;
    let reading = Reading { after: after.map(str::to_owned), ..Reading::first(End::Oldest, PAGE) };
    let Page { rows, more } = store.suppressions(tenant, reading, keys).await?;
    let next = rows.last().filter(|_| more).map(|row| row.index.clone());
    let suppression = |stored: SuppressedRecipient| {
        let (channel, index) = (stored.channel, stored.index.clone());
        Found::Suppression { channel, index, stored: Some(stored) }
    };
    found.extend(rows.into_iter().map(suppression));
    Ok(next)
}

async fn audit_page(search: &PersonSearch<'_>, after: Option<&str>, archive: &mut Archive) -> NextPage {
    let PersonSearch { store, tenant, .. } = search;
    let after = after.map(|after| ListKey::from(after.to_owned()));
    let limit = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let Page { rows, more } = store.audit_log(Some(tenant), after.as_ref(), limit).await?;
    for (_, entry) in &rows {
        archive.line("audit", &shop::entry(entry))?;
    }
    Ok(rows.last().filter(|_| more).map(|(place, _)| place.as_str().to_owned()))
}

/// A customer with the messages to them, their orders and their charges.
async fn of_customer(search: &PersonSearch<'_>, customer: Customer) -> Result<Vec<Found>, Error> {
    let PersonSearch { store, tenant, keys, .. } = search;
    let id = customer.id;
    let mut found = Vec::new();
    let messages = store.customer_messages(tenant, id, Reading::first(End::Oldest, u32::MAX)).await?;
    found.extend(messages.rows.into_iter().filter_map(|message| message.row).map(Found::Message));
    for order in search.orders_of(id).await? {
        // If the order now has another buyer, it belongs to that customer's data.
        let buyer = order.buyer.as_ref().filter(|buyer| customer.email.as_ref() != Some(&buyer.email));
        let is_theirs = match buyer {
            None => true,
            Some(buyer) => {
                let owner = store.customer_at(tenant, Channel::Email, &keys.email_index(&buyer.email)).await?;
                owner.is_none_or(|owner| owner == id)
            }
        };
        found.push(Found::Order { customer: Some(id), order: Box::new(order), is_theirs });
    }
    found.extend(store.charges(tenant, id).await?.into_iter().map(Found::Charge));
    found.push(Found::Customer(Box::new(customer)));
    Ok(found)
}

/// The key of the file with the rows that the previous run left.
fn rest_key(tenant: &Tenant, export: &ShopExport, run: u64) -> String {
    shop_file_key(tenant, export.receipt, &format!("rest-{run}"))
}
