//! Links for which somebody asked on a page of the shop, and which nobody has opened. Until a link is opened, there is neither a customer
//! nor a request: only this row, its notification and counts. All of it ends after seven days.

use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, Update};
use domain::message::Notification;
use domain::order::ProductId;
use domain::values::stored::ms;
use domain::values::{EmailAddress, Language, RequestId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::message::notification::NotificationItem;
use crate::retention::asked_link_ttl;
use crate::table::{Attributes, Error, Part, SK, Store, Transaction, from_item, keys, open, seal};

/// The name to which the sealed address is bound.
const ADDRESS: &str = "address";

pub struct AskedLink {
    /// The id that the request gets when the link is opened.
    pub request: RequestId,
    /// The blind index of the address.
    pub recipient: String,
    pub email: EmailAddress,
    /// The product to write about; `None` for the shop itself.
    pub product: Option<ProductId>,
    /// The language of the page on which the link was asked for.
    pub language: Language,
    pub asked_at: Timestamp,
    /// When the link may leave to somebody whom the shop does not know.
    pub leaves_at: Timestamp,
    /// Whether the link was counted as one that leaves.
    pub is_counted: bool,
}

#[derive(Serialize, Deserialize)]
struct AskedLinkItem {
    email: ByteBuf,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    product: Option<ProductId>,
    language: Language,
    #[serde(with = "ms::required")]
    asked_at: Timestamp,
    #[serde(with = "ms::required")]
    leaves_at: Timestamp,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_counted: bool,
    ttl: i64,
}

impl AskedLink {
    pub fn ends_at(&self) -> Timestamp {
        Timestamp::from_second(asked_link_ttl(self.asked_at)).unwrap_or(self.asked_at)
    }

    fn read(item: Attributes, recipient: &str, request: RequestId, keys: &TenantKeys) -> Result<Self, Error> {
        let AskedLinkItem { email, product, language, asked_at, leaves_at, is_counted, ttl: _ /* of asked_at */ } =
            from_item(item)?;
        let email = open(&email, &keys::asked_link_sk(recipient, request), ADDRESS, keys)?;
        let recipient = recipient.to_owned();
        Ok(Self { request, recipient, email, product, language, asked_at, leaves_at, is_counted })
    }
}

impl Store {
    /// A link by the blind index of its address; `None` once it has ended.
    pub async fn asked_link(
        &self,
        tenant: &Tenant,
        recipient: &str,
        request: RequestId,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Option<AskedLink>, Error> {
        let item = self.get(&keys::asked_link(tenant, recipient, request)).await?;
        let link = item.map(|item| AskedLink::read(item, recipient, request, keys)).transpose()?;
        // DynamoDB may keep the row for days after its end.
        Ok(link.filter(|link| now < link.ends_at()))
    }

    pub async fn asked_links(
        &self,
        tenant: &Tenant,
        recipient: &str,
        keys: &TenantKeys,
    ) -> Result<Vec<AskedLink>, Error> {
        let prefix = keys::asked_links(recipient);
        let mut links = Vec::new();
        for item in self.starting(tenant, &prefix).await? {
            let id = item.get(SK).and_then(|sk| sk.as_s().ok()?.strip_prefix(&prefix)?.parse().ok());
            let id = id.and_then(RequestId::new).ok_or_else(|| Error::Unreadable("a link's key".to_owned()))?;
            links.push(AskedLink::read(item, recipient, id, keys)?);
        }
        Ok(links)
    }

    pub async fn forget_asked_link(&self, tenant: &Tenant, recipient: &str, id: RequestId) -> Result<(), Error> {
        self.remove(&keys::asked_link(tenant, recipient, id)).await
    }
}

impl Transaction<'_> {
    /// Writes a link and orders its email. Refused if a request or another link has its id.
    pub fn insert_asked_link(&mut self, link: &AskedLink, notification: &Notification, keys: &TenantKeys) {
        let AskedLink { request, recipient, email, product, language, asked_at, leaves_at, is_counted } = link;
        let (id, sk) = (*request, keys::asked_link_sk(recipient, *request));
        let email = match seal(email, &sk, ADDRESS, keys, &self.store.random) {
            Ok(email) => email,
            Err(error) => return self.failure = Some(error),
        };
        let item = AskedLinkItem {
            email,
            product: product.clone(),
            language: *language,
            asked_at: *asked_at,
            leaves_at: *leaves_at,
            is_counted: *is_counted,
            ttl: asked_link_ttl(*asked_at),
        };
        self.insert(Part::Request, &keys::asked_link(self.tenant, recipient, id), &item);
        let notified = keys::notification(self.tenant, notification.name);
        self.insert(Part::Request, &notified, &NotificationItem::from(notification));
        let unused = ConditionCheck::builder().condition_expression("attribute_not_exists(PK)");
        self.check(Part::Request, &keys::request(self.tenant, id), unused);
    }

    /// Notes that a link was counted. Refused if it was counted or removed since it was read.
    pub(crate) fn note_counted(&mut self, link: &AskedLink) {
        let update = Update::builder()
            .update_expression("SET is_counted = :true")
            .condition_expression("attribute_exists(PK) AND attribute_not_exists(is_counted)")
            .expression_attribute_values(":true", AttributeValue::Bool(true));
        self.update(Part::Request, &keys::asked_link(self.tenant, &link.recipient, link.request), update);
    }
}
