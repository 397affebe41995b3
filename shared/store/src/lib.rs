//! The one table: keys, items, conditions, transactions. Domain types go in and come out.
//!
//! The table is the truth; schedules and queue messages are only hints. Reads are strongly
//! consistent, but for the `due` index, which DynamoDB keeps eventually consistent.
//!
//! # Items
//!
//! `T` is `T#<tenant>`, such as `T#shop-1.live`, and `T#SK` has the item's own sort key behind it: DynamoDB gives a
//! partition 1,000 write units a second, so only what is listed together shares one. Ids of requests, customers, charges and locations
//! are padded to 16 digits, so that keys sort as ids do. An `HMAC` is made with the tenant's key, a
//! `SHA-256` without one. *Makers* are the functions that create requests. A condition in a
//! transaction is not counted as a read.
//!
//! | Item | PK | SK | Holds | TTL | Read by | Written by |
//! |---|---|---|---|---|---|---|
//! | request | `T` | `REQ#<id>` | state, steps, items, times and timeline as one JSON document; version, the `due` index's keys, last wake-up; nothing personal | link's expiry + 365 days | all makers, list-requests, cancel-request, send-request, mail-events, reconcile, hub, privacy, admin, console | all makers, cancel-request, send-request, mail-events, reconcile, hub, console; deleted by privacy |
//! | personal part | `T#SK` | `PII#<id>` | sealed email address, phone number, name and, for an SMS, the short code with its keyed digest | link's expiry + 90 days | create-request, invitations-api, wix-api, list-requests, send-request, mail-events, hub, privacy, admin, console | all makers, hub, console; deleted by privacy |
//! | short link | `SL#<HMAC of the code>` | as PK | tenant, request, blind indexes of its recipients; made with the service's key | link's expiry + 90 days | hub | all makers, hub; deleted by privacy |
//! | guard | `T#SK` | `DUP#<HMAC of email and order>` or `DUP#ask-<customer>` | the request that owns it, until when | link's expiry | invitations-api, console | all makers, cancel-request, send-request, mail-events, hub, console; deleted by privacy |
//! | reply | `T#SK` | `IDEM#<HMAC of route and key>` | fingerprint of the call's body, status, sealed body, expiry | 24 hours | all makers | all makers; deleted by privacy |
//! | reply's customer | `T#RPL#<customer>` | `RPL#<customer>#<HMAC of route and key>` | nothing: it leads to the replies that name a customer, those to calls that only read under `@reads` | 24 hours | privacy | all makers; deleted by privacy |
//! | rate slot | `T#RATE` | `RATE#<00–99>` | when it was taken | none | invitations-api | invitations-api |
//! | suppression | `T#SUP` | `SUP#<HMAC of email or phone>` | channel, since when for each reason; sealed address, empty once the person was erased | none | send-request, mail-events, hub, catalog-api, privacy, admin, console | mail-events, hub, catalog-api, privacy; deleted by hub, catalog-api |
//! | stopped number | `STOP#<HMAC of phone>` | as PK | reason, time; made with the service's key, so for every shop | none | send-request, admin, console | mail-events; deleted by mail-events, admin |
//! | email that came back | `T#MAILS` | `MAILS#<emails sent before>#<Unix milliseconds>#<random>` | whether it bounced or was marked as spam; also, that the shop was released, and by whom | none | mail-events, catalog-api, reconcile, admin, send-request | mail-events, catalog-api, reconcile, admin |
//! | failed messages of a day | `T#FAIL` | `FAIL#<date>#<00–15>` | a number per cause and hour (UTC), and the last request of each cause | 40 days | admin, console | send-request, mail-events |
//! | hold | `T#SK` | `HOLD` | since when the shop's emails are held, and why; the `due` index's keys | none | send-request, mail-events, catalog-api, reconcile, admin, console | mail-events, reconcile; deleted by catalog-api, reconcile, admin |
//! | recent messages | `T#SK` | `GOT#<HMAC of email or phone>` | when the person got messages, if the shop has caps; version | 30 days after the last | send-request | send-request; deleted by privacy |
//! | unsubscriptions taken back | `T#SK` | `UNDONE#<HMAC of email or number>#<day>` | how often | 2 days | nobody (a condition) | hub |
//! | SMS segments | `T#SK` | `SMS#<year>-<month>` | number spent | none | nobody (a condition) | send-request |
//! | totals | `T#CNT#all` | `CNT#all#<00–15>` | the numbers of customers, of messages and of emails that left | none | beacon-api, mail-events, catalog-api, reconcile, admin, send-request | all makers, send-request, mail-events, catalog-api, privacy |
//! | counters of a day | `T#CNT#days` | `CNT#<date>#<00–15>` | a number per dialect and counter, of requests created that day (UTC) | none | stats, invitations-api | all makers, cancel-request, send-request, mail-events, reconcile, hub, console |
//! | customer | `T#CUST` | `CUST#<id>` | all of it sealed; in clear the request that it was created with, version | none | beacon-api, create-request, list-requests, wix-api, privacy, admin, console | all makers, catalog-api; deleted by privacy |
//! | customer's email | `T#SK` | `CE#<HMAC of email>` | customer | none | beacon-api, catalog-api, list-requests, privacy, admin, console | all makers, catalog-api; deleted by privacy |
//! | customer's phone | `T#SK` | `CP#<HMAC of phone>` | customer | none | beacon-api, catalog-api, privacy, console | beacon-api; deleted by privacy |
//! | customer's message | `T#MSG#<customer>` | `MSG#<customer>#<request>#<step>` | channel, outcome, times, reports, when it was settled | none | beacon-api, privacy, console | send-request, mail-events; deleted by privacy |
//! | message in the list of all | `T#MSGS` | `MSGS#<Unix milliseconds>#<request>#<step>` | customer, in whose list the message is; the time is when it was settled | none | beacon-api, admin | send-request, mail-events; deleted by privacy |
//! | customer's review | `T#CREV#<customer>` | `CREV#<customer>#<request>#<item>` or `CREV#<customer>#@<review>#00` | nothing; the review is its own item | none | beacon-api, privacy, wix-api, console | hub, wix-api; deleted by privacy |
//! | customer's request | `T#CREQ#<customer>` | `CREQ#<customer>#<request>` | nothing: it leads to a request that the customer was not created with | link's expiry + 365 days | list-requests, privacy, admin, console | all makers, hub, console; deleted by privacy |
//! | charge | `T#CHG#<customer>` | `CHG#<customer>#<id>` | amount, currency, location, time | none | privacy, console | beacon-api; deleted by privacy |
//! | location | `T` | `LOC#<id>` | names, slug, code, postal address, times, version | none | beacon-api, list-requests, send-request, hub, admin, console | beacon-api |
//! | location's slug | `T` | `LSLUG#<slug>` | location | none | beacon-api | beacon-api |
//! | product | `T#PRD` | `PRD#<id>` | title, image, URL; when the shop's system changed it, if that described it | none | catalog-api, list-requests, send-request, hub, public-pages, take-orders, admin, console | catalog-api, take-orders |
//! | order | `T#SK` | `ORD#<id>` | status, sealed buyer, currency, lines, time | none | catalog-api, create-request, take-orders, wix-api, list-requests, send-request, hub, privacy, admin, console | catalog-api, take-orders, privacy |
//! | order's request | `T#ORQ#<HMAC of order>` | `ORQ#<HMAC of order>#<request>` | nothing: it leads to a request that named the order | link's expiry + 365 days | list-requests, admin, console | all makers, hub; deleted by wix-api, privacy |
//! | customer's order | `T#CORD#<customer>` | `CORD#<customer>#<HMAC of order>` | the order | none | privacy, console | catalog-api, take-orders; deleted by privacy |
//! | integration | `T#SK` | `IN#<system>` | sealed secrets, rules by which orders are asked about, whether they are, when it was disconnected, version | 90 days after it was disconnected | catalog-api, orders-in, take-orders | catalog-api, take-orders; deleted by catalog-api |
//! | call of a shop's system | `T#INL#<system>` | `INL#<system>#<id>` | topic, order, what became of it and why; what it says, sealed, until that is done | 30 days | catalog-api, take-orders | orders-in, take-orders |
//! | orders of a day | `T#IND#<system>` | `IND#<system>#<date>` | how many orders came from a shop's system, and calls in each hour; when the last order and the last call did | 92 days | catalog-api, console, reconcile, send-request | take-orders |
//! | order's state | `T#INO#<system>-<0–9>` | `INO#<system>-<0–9>#<id>` | what the shop's system said of an order, sealed; which of its requests were stopped for it, the HMAC of its buyer's address, version | none | take-orders, list-requests, privacy | take-orders, privacy |
//! | address' order | `T#INA#<HMAC of email>` | `INA#<HMAC of email>#<system>/<id>` | since when; it leads from a buyer's address to the states of their orders | none | privacy | take-orders, privacy |
//! | review | `T#REV#<request>` | `REV#<request>#<item>` or `REV#@<review>#00` | id, author's contact, platform and sealed id elsewhere, rating, state, product, verification, sealed words, waiting edit and answer, times, revision, its photos; the `due` index's keys while it waits | none | beacon-api, take-photo, hub, reviews-api, invitations-api, public-pages, privacy, wix-api, import-reviews, reconcile, send-request, console | hub, reviews-api, take-photo, privacy, wix-api, import-reviews, reconcile, console |
//! | review in lists | `T#RV` | `RV#<review>` | request and number of the item, author's contact, platform and time of what was imported, product, state, rating, verification, whether it is answered and has photos, when it changed if it did | none | beacon-api, reviews-api, wix-api, import-reviews, console, admin | hub, reviews-api, take-photo, privacy, wix-api, import-reviews, reconcile, console |
//! | review in a state | `T#RVS#<state>#<product>` | `RVS#<state>#<product>#<review>` | the same, but for what its key says; the products `@1` to `@5` have all by their stars; the state `@waits` has all that waits for a decision, edits of published ones included | none | reviews-api, invitations-api, public-pages, wix-api, import-reviews, send-request, console | hub, reviews-api, take-photo, privacy, wix-api, import-reviews, reconcile, console |
//! | review's history | `T#RVH#<review>` | `RVH#<review>#<revision>` | what was done to it, by whom and why, with the shop's sealed note; nothing before the first change of what a customer submitted, because the review says how it began | none | reviews-api, privacy, import-reviews, console | hub, take-photo, reviews-api, privacy, wix-api, import-reviews, reconcile, console |
//! | reader's report | `T#RVR#<review>` | `RVR#<review>#<Unix milliseconds>` | when and why a reader reported a published review, with their sealed words | 365 days | console, privacy | hub, privacy |
//! | reports counted | `T#SK` | `REPORTS#<day>` or `REPORTS#<HMAC of a network>#<hour>` | how many came | 2 days; 2 hours | nobody (a condition) | hub |
//! | contact's review | `T#RVA#<contact>` | `RVA#<contact>#<product>` | the review of the product that came through the API | none | wix-api | wix-api |
//! | import's guard | `T#SK` | `RVG#<HMAC of its id elsewhere>` or `RVG#<HMAC of its content and author>` | the import and the line that brought the review | none | import-reviews | import-reviews; deleted by import-reviews |
//! | address' imported review | `T#RVM#<HMAC of email>` | `RVM#<HMAC of email>#<review>` | nothing: it leads from an author's address to the reviews that a file named with it | none | privacy | import-reviews; deleted by privacy, import-reviews |
//! | import | `T#SK` | `IMP#<id>` | format, status, who asked and when, its file's tag, how far it is, what is wrong with which lines, version | 90 days | reviews-api, import-reviews | reviews-api, import-reviews |
//! | part of an import | `T#IMS#<import>` | `IMS#<import>#<byte>` | of the rows that begin at this byte of the file or after it: what is wrong with each, how many are about which product and with which stars; of a dry run the starts of keyed digests, eight bytes a row | 90 days | reviews-api, console, import-reviews | import-reviews |
//! | import's review | `T#IMR#<import>` | `IMR#<import>#<line>` | the review that a line brought, the digest of its guard, the HMAC of its author's address: what is taken out when the import is undone | 90 days | reviews-api, console, import-reviews | import-reviews; deleted by import-reviews |
//! | answers about products | `T#SK` | `IMPORTED-PRODUCTS` | what the shop said of products that files name and its catalog does not have | none | reviews-api, console, import-reviews | reviews-api, console |
//! | counters of reviews | `T#RVC#<product>` | `RVC#<product>#<00–15>` | a number per state, rating and verification; the product `@all` has all, in 16 shards, with those that ended, the reasons, and how long decisions took; a product one, with when its published ones last changed | none | reviews-api, invitations-api, wix-api, public-pages, send-request, admin, console | hub, reviews-api, take-photo, privacy, wix-api, import-reviews, reconcile, console |
//! | draft | `T#REV#<request>` | `REV#<request>#<item>#unsent` | sealed answers, questions, text and names; rating, marks, order and languages of answers; how often it was saved on its last day | link's expiry + 90 days | hub, privacy | hub, wix-api; deleted by privacy |
//! | photo | `T#REV#<request>` | `REV#<request>#<item>#photo#<0–4>` | id of the file, state, size or reason, time | link's expiry + 90 days, or later when S3 has deleted the file; none once the review is sent | take-photo, hub, reviews-api, wix-api, privacy | take-photo, hub; deleted by reviews-api, wix-api, privacy |
//! | person's export | `T#EXP#<person>` | `EXP#<person>#<receipt>` | nothing: it leads from a customer or a blind index to the exports of their data | 2 days | privacy | privacy |
//! | shop's export | `T#SK` | `FILES` | the newest export of everything that the shop has: how far it is, and its files; version | 2 days | console, privacy | console, privacy; deleted by privacy |
//! | aging | `T#SK` | `AGING` | when a shop with `keep_months` is looked through next: the `due` index's keys | none | nobody | admin, catalog-api, console, reconcile; deleted by privacy |
//! | export or erasure | `T#SK` | `PRIV#<receipt>` | kind, state, how far it is, times, numbers found; the person by blind indexes and customers | 365 days | reviews-api, privacy, console | reviews-api, admin, privacy, console |
//! | data requests | `T#SK` | `DATAREQ` | the receipts of exports that customers asked the shop's system for and nobody has downloaded, each with its time | 30 days after the last | console | take-orders, console |
//! | webhook | `T#WH` | `WH#<id>` | sealed URL and secrets, events, who created it, since when it fails, when it was last probed, until when a slow call may last, since when it is slow | none | catalog-api, deliver-webhooks, console, admin | catalog-api, deliver-webhooks |
//! | letter | `T#SK` | `LET#<kind>-<id>` or `LET#waiting` or `LET#held` | what an email to a review's author, the shop's owner or a member is about, by ids; its tries, version, the `due` index's keys | 30 days once it is settled, else a year | send-request, mail-events, privacy | reviews-api, wix-api, take-orders, deliver-webhooks, reconcile, send-request, mail-events, console; deleted by send-request |
//! | event to a webhook | `T#WHD#<webhook>` | `WHD#<webhook>#<event>` | what happened to which review, request, message or customer, or to the shop's emails, nothing personal; attempts, next try, version, the `due` index's keys | 30 days | catalog-api, deliver-webhooks, admin | all makers, hub, take-photo, reviews-api, cancel-request, send-request, mail-events, privacy, import-reviews, catalog-api, deliver-webhooks, reconcile, admin, console |
//! | tenant | `T` | `TENANT` | settings, which webhook wants which events, the languages in which it has own words, wrapped root key; the operator's pause, when the shop ended, and the `due` index's keys while messages may wait for the end of one; of a shop that ended 30 days ago only that, and how far its rows are swept | none | all makers, cancel-request, reconcile, catalog-api, reviews-api, wix-api, privacy, deliver-webhooks, admin, import-reviews, public-pages, orders-in, take-orders, take-photo, and readers of the personal part | admin, catalog-api, console, deliver-webhooks, reconcile, privacy |
//! | API key | `AK#<SHA-256 of the key>` | as PK | tenant, scopes, identity, whether it is active, its end, the last day of its use, the tenant's wrapped root key | none | every function with a route but hub and public-pages, admin | admin, catalog-api; the day by every function that reads it; deleted by catalog-api, admin |
//! | calls | `CALLS#<tenant>#<number of the ten seconds>` | as PK | how many calls a tenant made, of those that a busy copy of a function counts | ten minutes | nobody (the update's answer) | every function that reads API keys |
//! | tenant's API keys | `T#SK` | `KEYS` | of each key its digest, name, API, scopes, last characters and times, the guest with whom it ends; version | none | admin, catalog-api | admin, catalog-api |
//! | shop's own words | `T#SK` | `WORDS#<language>` | of each occasion the words, as one JSON document; version | none | catalog-api, list-requests, send-request, console | catalog-api, console |
//! | members | `T#SK` | `MEMBERS` | of each member of the console the id, role, sealed address, identities by their blind indexes, times and how often it was signed out; an invitation that ended until the next change or click; version | none | console, send-request | console |
//! | member's shop | `MEMBER#<HMAC of the identity>` | `MEMBER#<HMAC of the identity>#<tenant>` | nothing: it leads to a shop whose member has the identity; made with the service's key | none; an invitation's 14 days | console, send-request | console |
//! | sign-in | `SIGNIN#<id>` | as PK | who asked, by a blind index, or for which shop and with which key; digests of the browser's, the link's and the code's secrets; tries, times | an hour after its end | console, send-request | console, admin, send-request |
//! | sign-ins of an hour | `SIGNINS#<HMAC of the identity>#<hour>` | as PK | how many an address asked for; made with the service's key | 2 hours | nobody (a condition) | console |
//! | shop's sign-ins of an hour | `T#SK` | `SIGNINS#<hour>` | how many emails about them left for the shop | 2 hours | nobody (a condition) | send-request |
//! | session | `T#SK` | `SESSION#<SHA-256 of the secret>` | the member, or a guest's link and the key that made it; when it began and was used last, how often the member had been signed out | 30 days | console | console; deleted by console |
//! | service | `SERVICE` | as PK | wrapped root key of the tokens' keys; the number of the table's layout; the operator's postal address | none | every function when it starts, reconcile and take-photo in each call | admin, reconcile |
//! | shop in the list of all | `SHOPS` | `SHOPS#<tenant>` | when it was created | none | admin | admin |
//! | shop's audit log | `T#AUDIT` | `AUDIT#<Unix milliseconds>#<random>` | what operators, members and keys changed: the operation, by whom, ids, what there was and is; nothing personal | none | admin, console | admin, console, catalog-api, reviews-api, take-orders |
//! | service's audit log | `AUDIT` | `AUDIT#<Unix milliseconds>#<random>` | the same of what concerns every shop | none | admin | admin |
//! | pause | `PAUSE#<channel>` or `PAUSE#all` | as PK | since when the provider refuses everybody, until when nothing is tried, number of tries; of all sending, since when and until when the operator paused it | a day after its end | send-request, reconcile, admin, console | send-request, admin; deleted by send-request, admin |
//! | emails of a day | `T#<tenant>` | `MAILDAY#<date>` | how many left of a shop in its first days, how many may | two days later | send-request, console | send-request |
//! | reported email | `REPORTED` | as PK | when SES accepted the newest email about which a report came, noted with every sixteenth report | a day later | send-request | mail-events |
//! | refused message | `REFUSED#channel` | as PK | blind index of its recipient, when; the last one alone | a day later | send-request | send-request |
//!
//! The sparse index `due` (partition key `due_shard`, `D#00` to `D#03` for messages, `E#00` to `E#03`
//! for expiries, `W#00` to `W#03` for webhooks, `L#00` to `L#03` for letters, `R#00` to `R#03` for reviews that wait,
//! `H#00` for holds, `H#<tenant>` for what waits for the end of one, `T#00` for shops that are or were paused or were held, `A#00` for shops that keep what has ended for some months, `P#00` and
//! `P#<tenant>` for what waits for the end of a pause;
//! sort key `due_at`) has every request whose next message or expiry, every event whose next try, every letter, every
//! decision about a review and every end of a hold that is still to come. Only reconcile reads it, and moves
//! `due_at` to when it looks at the row again; a review that waits stays where it is until the shop decides.
//!
//! # Layers
//!
//! `table/` keys, encodes, reads, lists and writes items without knowing what they are about. Above it is one room for each
//! noun, with the noun's items, reads and parts of transactions; `list` names the lists that are read page by page. A new
//! item is a key in a file of `table/keys`, a file in its noun's room, and a row above. The rooms of shops' systems and of members
//! are in the crates `integrations` and `members`, on this crate's public face.

pub mod context;
pub mod customer;
pub mod import;
pub mod list;
pub mod message;
pub mod order;
pub mod privacy;
pub mod request;
mod retention;
pub mod review;
pub mod shop;
pub mod table;
pub mod today;
pub mod webhook;
