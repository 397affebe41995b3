//! Every kind of item in one list: its key, how long it is kept, whose data it is and what it contains.
//!
//! `#` separates the parts of a key, and the first part is the kind's prefix; kinds with the same prefix share a
//! partition. Ids of requests, customers, charges and locations are padded to 16 digits, so that keys sort as ids do.
//! An `HMAC` is made with the tenant's key, a `SHA-256` without a key. The functions' roles say who reads and writes an
//! item.

use domain::privacy::DataKind;
use domain::values::Tenant;

/// In which partition the items of a kind are. DynamoDB gives a partition 1,000 write units a second and does not
/// spread rising sort keys, so only items that are listed together share a partition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Partition {
    /// In the partition of the tenant's record, `T#<tenant>`.
    Shop,
    /// All items of the kind together, in `T#<tenant>#<prefix>`.
    Kind,
    /// All items of the kind with the same second part together, in `T#<tenant>#<prefix>#<second part>`.
    Owner,
    /// All items of the kind with the same state and product together, in `T#<tenant>#<prefix>#<state>#<product>`.
    State,
    /// The totals are in `T#<tenant>#CNT#all`, the counters of all days in `T#<tenant>#CNT#days`.
    Counters,
    /// Each item in a partition of its own, `T#<tenant>#<sort key>`.
    Own,
    /// Each item in a partition of its own, without a tenant: the partition key is the sort key, or its beginning.
    Alone,
}

pub struct ItemKind {
    pub name: &'static str,
    /// The form of the sort key, or both forms.
    pub key: &'static str,
    partition: Partition,
    /// The kind of personal data to which the item belongs; `None` if an erasure does not remove it.
    pub person: Option<DataKind>,
    /// When the item is deleted by itself; `None` for never.
    pub until: Option<&'static str>,
    /// What the item contains besides its key.
    pub holds: &'static str,
}

macro_rules! kinds {
    (@person nobody) => { None };
    (@person $data:ident) => { Some(DataKind::$data) };
    (@until) => { None };
    (@until $until:literal) => { Some($until) };
    ($($name:literal: $key:literal in $partition:ident, of $person:ident$(, until $until:literal)?; $holds:literal)*) => {
        /// Every kind of item. For each [`DataKind`], the first kind of item gives the name in a job's progress.
        pub const KINDS: &[ItemKind] = &[$(ItemKind {
            name: $name,
            key: $key,
            partition: Partition::$partition,
            person: kinds!(@person $person),
            until: kinds!(@until $($until)?),
            holds: $holds,
        },)*];
    };
}

kinds! {
    "request": "REQ#<id>" in Shop, of Requests, until "link's expiry + 365 days";
        "state, steps, items, times and timeline as one JSON document; version, the `due` index's keys, last wake-up; nothing personal"
    "personal part": "PII#<id>" in Own, of Requests, until "link's expiry + 90 days";
        "sealed email address, phone number, name and, for an SMS, the short code with its keyed digest"
    "problem": "PRB#<request>#<number>" in Owner, of Reviews, until "link's expiry + 90 days";
        "what the customer wrote to the shop about a problem with the order, when and about which item, sealed"
    "short link": "SL#<HMAC of the code>" in Alone, of Requests, until "link's expiry + 90 days";
        "tenant, request, blind indexes of its recipients; made with the service's key"
    "uniqueness key": "DUP#<HMAC of email and order> or DUP#ask-<customer>" in Own, of Requests, until "link's expiry";
        "the request that owns it, until when"
    "reply": "IDEM#<HMAC of route and key>" in Own, of Replies, until "24 hours";
        "fingerprint of the call's body, status and body, sealed; expiry"
    "reply's customer": "RPL#<customer>#<HMAC of route and key>" in Owner, of Replies, until "24 hours";
        "nothing: it leads to the replies that name a customer, those to calls that only read under `@reads`"
    "rate slot": "RATE#<00–99>" in Kind, of nobody;
        "when it was taken"
    "suppression": "SUP#<HMAC of email or phone>" in Kind, of Suppressions;
        "channel, since when for each reason; sealed address, empty once the person was erased"
    // A digest with the service's key instead of a shop's: only somebody who knows the number can look it up.
    "stopped number": "STOP#<HMAC of phone>" in Alone, of nobody;
        "reason, time; made with the service's key, so for every shop"
    "email that came back": "MAILS#<emails sent before>#<Unix milliseconds>#<random>" in Kind, of nobody;
        "whether it bounced or was marked as spam; also, that the shop was released, and by whom"
    // Numbers, and ids of requests.
    "failed messages of a day": "FAIL#<date>#<00–15>" in Kind, of nobody, until "40 days";
        "a number per cause and hour (UTC), one of the requests that failed, and the last request of each cause"
    "suspension": "HOLD" in Own, of nobody;
        "since when the shop's emails are suspended, and why; the `due` index's keys"
    "recent messages": "GOT#<HMAC of email or phone>" in Own, of Suppressions, until "30 days after the last";
        "when the person got messages, if the shop has a cap; version"
    "unsubscriptions taken back": "UNDONE#<HMAC of email or number>#<day>" in Own, of nobody, until "2 days";
        "how often"
    "SMS segments": "SMS#<year>-<month>" in Own, of nobody;
        "number spent"
    "totals": "CNT#all#<00–15>" in Counters, of nobody;
        "the numbers of customers, of messages, of emails that left, and of those without a report about their outcome"
    "counters of a day": "CNT#<date>#<00–15>" in Counters, of nobody;
        "a number per counter, and per channel and counter, of requests created that day (UTC)"
    "customer": "CUST#<id>" in Kind, of Customers;
        "all of it sealed; in clear the request that it was created with, version"
    "customer's email": "CE#<HMAC of email>" in Own, of Customers;
        "customer"
    "customer's phone": "CP#<HMAC of phone>" in Own, of Customers;
        "customer"
    "word of a customer's name": "CNAME#<HMAC of a word>#<customer>" in Owner, of Customers;
        "nothing: it leads from a word of a name to the customers who have it"
    "kept author": "AUT#<HMAC of email or number>#<customer>" in Owner, of Customers;
        "nothing: it leads to the published reviews of a customer whose record was erased after `keep_months`"
    "customer's message": "MSG#<customer>#<request>#<step>" in Owner, of Messages;
        "channel, outcome, times, reports, when it was settled"
    "message in the list of all": "MSGS#<Unix milliseconds>#<request>#<step>" in Kind, of Messages;
        "customer, in whose list the message is; the time is when it was settled"
    "customer's request": "CREQ#<customer>#<request>" in Owner, of RequestLists, until "link's expiry + 365 days";
        "nothing: it leads to a request that the customer was not created with"
    "charge": "CHG#<customer>#<id>" in Owner, of Charges;
        "amount, currency, location, time"
    "location": "LOC#<id>" in Shop, of nobody;
        "names, slug, code, postal address, times, version"
    "location's slug": "LSLUG#<slug>" in Shop, of nobody;
        "location"
    "product": "PRD#<id>" in Kind, of nobody;
        "title, image, URL; when the shop's system changed it, if that described it"
    "order": "ORD#<system>-<0–9>#<id>" in Owner, of Orders;
        "number, status, currency, lines, shipments, times, as the shop's system or program said; its sealed buyer, language, tags and consent; the HMAC of the buyer's address; which of its requests were stopped for it, version"
    "order's request": "ORQ#<HMAC of number>#<request> or ORQ#@<HMAC of number>#<system>/<id>" in Owner, of Requests, until "link's expiry + 365 days, for a request";
        "nothing: it leads to a request that named the order; the second form leads to an order with this number, with its customer and times"
    "order in the list of all": "ORL#<Unix milliseconds>#<system>/<id>" in Kind, of nobody;
        "when the order is asked about, or the reason why nobody is; the time is when it was placed"
    "customer's order": "CORD#<customer, or @nobody>#<HMAC of order>" in Owner, of Orders;
        "where the order is, which came without a buyer if nobody is named; when the shop last described it"
    "integration": "IN#<system>" in Own, of nobody, until "90 days after it was disconnected";
        "sealed secrets; the id of the plug-in's key, its address, and another that called; the address and id of the shop's app at Shopify; rules by which orders are asked about, whether they are, when it was disconnected, what was read of the shop, version"
    // A digest without a key: only somebody who has the code can look it up.
    "connection's code": "INC#<SHA-256 of the code>" in Alone, of nobody, until "10 minutes";
        "the shop, who approved, the address of the system that may use the code, its challenge"
    "reading of a shop": "INR#<system>" in Own, of nobody;
        "as long as the shop's products are read, how far that is, version, the `due` index's keys"
    "stars at Shopify": "STARS#state or STARS#written" in Own, of nobody;
        "whether a shop's stars are written to Shopify, how far that is, what it refused and another app wrote, version, the `due` index's keys; the second form has the average and number last written to each product"
    // Topics, codes and ids. The content of the call is sealed, and is deleted within seconds, once it is processed.
    "call of a shop's system": "INL#<system>#<id>" in Owner, of nobody, until "30 days";
        "topic, order, what became of it and why; what it says, sealed, until that is done"
    "orders of a day": "IND#<system>#<date>" in Owner, of nobody, until "92 days";
        "how many orders came from a shop's system; when the last order and the last call did; how many calls another secret signed, and when the last did"
    "address' order": "INA#<HMAC of email>#<system>/<id>" in Owner, of Orders;
        "since when; it leads from a buyer's address to their orders"
    "review": "REV#<request>#<item> or REV#@<review>#00" in Owner, of Reviews;
        "id, author's contact, platform and sealed id elsewhere, rating, state, product, verification, sealed words, waiting edit and answer, times, revision, its photos; the `due` index's keys while it waits"
    "customer's review": "CREV#<customer>#<request>#<item>" in Owner, of Reviews;
        "nothing; the review is its own item"
    "review in lists": "RV#<review>" in Kind, of Reviews;
        "request and number of the item, author's contact, platform and time of what was imported, product, state, rating, verification, whether it is answered and has photos, when it changed if it did; the `due` index's keys until what a decision replaced is deleted"
    "review in a state": "RVS#<state>#<product>#<review>" in State, of Reviews;
        "the same without the index's keys and what its key says; the products `@1` to `@5` have all by their stars; the state `@waits` has all that waits for a decision, edits of published ones included"
    "review's history": "RVH#<review>#<revision>" in Owner, of Reviews;
        "what was done to it, by whom and why, with the shop's sealed note; nothing before the first change of what a customer submitted, because the review says how it began"
    "reader's report": "RVR#<review>#<Unix milliseconds, or a shared place of the day>" in Owner, of Reviews, until "365 days";
        "when and why a reader reported a published review, with their sealed words and address; when the decision was sent to them"
    "address' report": "RVE#<HMAC of email>#<review>#<number of the report>" in Owner, of Reports, until "365 days";
        "nothing: it leads from a reader's address to their reports"
    "kept review": "RVK#<review>#<Unix milliseconds>" in Owner, of Reviews, until "365 days";
        "who decided that a reported review stays, and the sealed reason"
    "owed about a review": "RVO#<review>#<reason or decision>" in Kind, of nobody, until "365 days";
        "since when the shop owes an author the reason for a decision, or readers a decision about their reports"
    // A digest of a network, for two hours.
    "reports counted": "REPORTS#<day>, REPORTS#<day>#<review> or REPORTS#<HMAC of a network>#<hour>" in Own, of nobody, until "2 days; 2 hours";
        "how many came"
    "page that shows reviews": "SEEN#page" in Own, of nobody, until "90 days";
        "the host of the page on which the shop's reviews were last seen, and when, to five minutes"
    "reads of reviews": "SEEN#<hour>" in Own, of nobody, until "2 days";
        "how often pages of other hosts read the shop's reviews"
    // Digests with the service's key, so that the limits hold for all shops.
    "links counted": "LINKS#<HMAC of a network>#<hour>, LINKS#<HMAC of a mailbox>#d<day> or LINKS#<HMAC of a mailbox>#w<week>" in Alone, of nobody, until "14 days; 2 days; 2 hours";
        "how many were asked for; made with the service's key"
    // Digests with the shop's key, so that an erased review does not come back with its file.
    "import's uniqueness key": "RVG#<HMAC of its id elsewhere> or RVG#<HMAC of its content and author>" in Own, of nobody;
        "the import, and the line and the number of the row that brought the review; of a content, how many reviews with an id have it"
    "address' imported review": "RVM#<HMAC of email>#<review>" in Owner, of ImportedReviews;
        "nothing: it leads from an author's address to the reviews that a file named with it"
    // Counts, lines and codes. The file itself is deleted when the import is done, and after a day at the latest.
    "import": "IMP#<id>, IMP#<id>#part#<byte> or IMP#<id>#row#<number of the row, or line>" in Owner, of nobody, until "90 days";
        "format, status, who asked and when, its file's tag, how far it is, version; of the rows from a byte of the file on what is wrong with each, and how many are about which product; of a row the review that it brought, the digests of its uniqueness keys, the HMAC of its author's address: what is taken out when the import is undone"
    "answers about products": "IMPORTED-PRODUCTS" in Own, of nobody;
        "what the shop said about products that files name and its catalog does not have"
    "product's place in a group": "GRP#<product>" in Kind, of nobody;
        "the main product that the shop's system named, and what the merchant chose; of a member its main product, of a main product its members; version"
    "summary of a group": "GRS#<main product>" in Own, of nobody, until "a day without readers";
        "what readers see: its members' counters together, and the places, stars and products of the newest reviews; made anew after a minute"
    "counters of reviews": "RVC#<product>#<00–15>" in Owner, of nobody;
        "a number per state, rating and verification; the product `@all` has all, in 16 shards, with those that ended, the reasons by stars, how long decisions took, how often public numbers changed and how many of these changes Shopify has; a product one, with when its published ones last changed; those of who works for the shop have names of their own"
    "draft": "REV#<request>#<item>#unsent" in Owner, of Reviews, until "link's expiry + 90 days";
        "sealed answers, questions, text and names; rating, marks, order and languages of answers; how often it was saved on its last day"
    "photo": "REV#<request>#<item>#photo#<0–4>" in Owner, of Reviews, until "link's expiry + 90 days, or later when S3 has deleted the file; none once the review is sent";
        "id of the file, state, size or reason, time"
    "person's export": "EXP#<person>#<receipt>" in Owner, of Exports, until "2 days";
        "nothing: it leads from a customer or a blind index to the exports of their data"
    "shop's export": "FILES" in Own, of Exports, until "2 days";
        "the newest export of everything that the shop has: how far it is, and its files; version"
    "aging": "AGING" in Own, of nobody;
        "when a shop with `keep_months` is looked through next: the `due` index's keys"
    "feed": "FEED" in Own, of nobody;
        "when the file of published reviews for Google was made and last fetched, when a person was erased, when it is checked next whether it is outdated: the `due` index's keys"
    // Digests and ids.
    "export or erasure": "PRIV#<receipt>" in Own, of nobody, until "365 days";
        "kind, state, how far it is, times, numbers found; the person by blind indexes and customers"
    // Receipts.
    "data requests": "DATAREQ" in Own, of nobody, until "30 days after the last";
        "the receipts of exports that customers asked the shop's system for and nobody has downloaded, each with its time"
    "webhook": "WH#<id>" in Kind, of nobody;
        "sealed URL and secrets, events, who created it, since when it fails, when it was last probed, until when a slow call may last, since when it is slow"
    "notification": "LET#<kind>-<id> or LET#held or LET#sender" in Own, of Reviews, until "30 days once it is settled, else a year";
        "what an email to a review's author, the shop, its owner or a member is about, by ids; its tries, version, the `due` index's keys"
    // The ids, state and revision of a review.
    "event to a webhook": "WHD#<webhook>#<event>" in Owner, of nobody, until "30 days";
        "what happened to which review, request, message or customer, or to the shop's emails, nothing personal; attempts, next try, version, the `due` index's keys"
    // The owner's own address can be cleared by the shop.
    "tenant": "TENANT" in Shop, of nobody;
        "settings, which webhook wants which events, the languages in which it has own words, wrapped root key; the operator's pause, when the shop ended, and the `due` index's keys while messages may wait for the end of one; of a shop that ended 30 days ago only that, and how far its rows are swept"
    "API key": "AK#<SHA-256 of the key>" in Alone, of nobody;
        "tenant, scopes, identity, whether it is active, its end, the last day of its use, the tenant's wrapped root key"
    "calls": "CALLS#<tenant>#<number of the ten seconds>" in Alone, of nobody, until "ten minutes";
        "how many calls a tenant made, of those that a busy copy of a function counts"
    "tenant's API keys": "KEYS" in Own, of nobody;
        "of each key its digest, name, API, scopes, last characters and times, the guest with whom it ends; version"
    // Texts that every customer gets.
    "shop's own words": "WORDS#<language>" in Own, of nobody;
        "of each occasion the words, as one JSON document; version"
    // The addresses of people who work for the shop, sealed. An owner removes them.
    "members": "MEMBERS" in Own, of nobody;
        "of each member of the console the id, role, sealed address, identities by their blind indexes, times and how often it was signed out; an invitation that ended until the next change or click; ids of owner's addresses that ended emails; version"
    // Digests with the service's key: only somebody who knows the address can look it up.
    "member's shop": "MEMBER#<HMAC of the identity>#<tenant>" in Alone, of nobody, until "none; an invitation's 14 days";
        "nothing: it leads to a shop whose member has the identity; made with the service's key"
    "sign-in": "SIGNIN#<id>" in Alone, of nobody, until "an hour after its end";
        "who asked, by a blind index, or for which shop and with which key; behind the operator's link the sealed address and the link's id; digests of the browser's, the link's and the code's secrets; tries, times"
    "sign-ins of an hour": "SIGNINS#<HMAC of the identity>#<hour>" in Alone, of nobody, until "2 hours";
        "how many an address asked for; made with the service's key"
    "shop's sign-ins of an hour": "SIGNINS#<hour>" in Own, of nobody, until "2 hours";
        "how many emails about them left for the shop"
    "session": "SESSION#<SHA-256 of the secret>" in Own, of nobody, until "30 days";
        "the member, or a guest's link and the key that made it; when it began and was used last, how often the member had been signed out"
    "own sender": "SENDER#<domain>" in Kind, of nobody;
        "the address from which the shop's emails shall leave, how far its domain is proved and since when, the names in its DNS records, version; the `due` index's keys"
    "sender's domain": "DOMAIN#<its last two parts>#<domain>" in Alone, of nobody;
        "the domain, and the shop whose emails leave from it"
    "service": "SERVICE" in Alone, of nobody;
        "wrapped root key of the tokens' keys; the number of the table's layout; the operator's postal address"
    "shop in the list of all": "SHOPS#<tenant>" in Alone, of nobody;
        "when it was created"
    // An operator's ARN, ids, and values before and after, without anything personal.
    "shop's audit log": "AUDIT#<Unix milliseconds>#<random>" in Kind, of nobody;
        "what operators, members and keys changed: the operation, by whom, ids, what there was and is; nothing personal"
    "service's audit log": "AUDIT#<Unix milliseconds>#<random>" in Alone, of nobody;
        "the same of what concerns every shop"
    "pause": "PAUSE#<channel> or PAUSE#all" in Alone, of nobody, until "a day after its end";
        "since when the provider refuses everybody, until when nothing is tried, number of tries; of all sending, since when and until when the operator paused it"
    "restored table": "RESTORED" in Alone, of nobody;
        "to which moment the table was put back last, and when an operator said so"
    "emails of a day": "MAILDAY#<date>" in Own, of nobody, until "two days later";
        "how many left of a shop in its first days, how many may"
    "reported email": "REPORTED" in Alone, of nobody, until "a month later";
        "when SES accepted the newest email about which a report came, and the first whose report is missing, of every sixteenth request"
    "week": "WEEK#<its Monday>" in Alone, of nobody, until "two weeks after its last change";
        "how many shops were suspended and webhooks disabled; until when a run has the digest about it, or that it was published"
    // A digest with the shop's key, for a day.
    "refused message": "REFUSED#<channel>" in Alone, of nobody, until "a day later";
        "blind index of its recipient, when; the last one alone"
}

/// The partition of a tenant's item, by its sort key or the beginning of it.
pub(super) fn partition(tenant: &Tenant, sk: &str) -> String {
    let (prefix, rest) = sk.split_once('#').unwrap_or((sk, ""));
    let (of, _) = rest.split_once('#').unwrap_or((rest, ""));
    let is_of = |kind: &&ItemKind| !matches!(kind.partition, Partition::Alone) && kind.has_prefix(prefix);
    let kind = KINDS.iter().find(is_of);
    debug_assert!(kind.is_some(), "{sk} is of no kind");
    match kind.map_or(Partition::Own, |kind| kind.partition) {
        Partition::Shop => format!("T#{tenant}"),
        Partition::Kind => format!("T#{tenant}#{prefix}"),
        Partition::Owner => format!("T#{tenant}#{prefix}#{of}"),
        Partition::State => format!("T#{tenant}#{}", sk.rsplit_once('#').unwrap_or((sk, "")).0),
        Partition::Counters if of == "all" => format!("T#{tenant}#{prefix}#all"),
        Partition::Counters => format!("T#{tenant}#{prefix}#days"),
        Partition::Own | Partition::Alone => format!("T#{tenant}#{sk}"),
    }
}

/// Whether a sort key is one of the kind with this name.
pub(super) fn is_of(name: &str, sk: &str) -> bool {
    let prefix = sk.split('#').next().unwrap_or_default();
    KINDS.iter().any(|kind| kind.name == name && kind.has_prefix(prefix))
}

impl ItemKind {
    fn has_prefix(&self, prefix: &str) -> bool {
        self.key.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('#'))
    }

    pub fn of(data: DataKind) -> impl Iterator<Item = &'static Self> {
        KINDS.iter().filter(move |kind| kind.person == Some(data))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_one_prefix_share_a_partition() {
        let tenants = KINDS.iter().filter(|kind| kind.partition != Partition::Alone);
        for kind in tenants.clone() {
            let prefix = kind.key.split('#').next().unwrap();
            let mut alike = tenants.clone().filter(|other| other.has_prefix(prefix));
            assert!(alike.all(|other| other.partition == kind.partition), "{}", kind.name);
        }
    }

    #[test]
    fn each_kind_of_data_about_a_person_has_items() {
        assert!(DataKind::ALL.iter().all(|data| ItemKind::of(*data).next().is_some()));
    }
}
