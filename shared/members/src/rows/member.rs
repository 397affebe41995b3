//! A shop's members, in one item. A second kind of item leads from an identity to its shops.

use std::collections::{BTreeMap, BTreeSet};

use domain::values::{EmailAddress, MemberId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::shop::TenantRecord;
use store::table::{Attributes, End, Error, Part, SK, Transaction, from_item, keys};
use vault::TenantKeys;

use super::Rows;
use crate::rules::{INVITATION_ENDS_AFTER, Member, MemberIdentity};

/// A shop's members, oldest first, as they were read.
#[derive(Debug, Clone, Default)]
pub struct Members {
    members: Vec<(Member, ByteBuf)>,
    /// How often all guests were signed out. Guests' sessions with a lower number have ended.
    pub guests_epoch: u32,
    /// The owner's addresses that ended the emails about reviews, by the ids in their links.
    pub quiet: BTreeSet<MemberId>,
    version: u64,
    /// Invitations that have expired since the last change. The next change removes them.
    lapsed: Vec<Member>,
}

#[derive(Serialize, Deserialize)]
struct MembersItem {
    members: Vec<Member>,
    /// The sealed addresses, by the ids of the members to whom they are bound.
    emails: BTreeMap<String, ByteBuf>,
    guests_epoch: u32,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    quiet: BTreeSet<MemberId>,
    version: u64,
}

/// A shop that has a member with this identity, or that invited the identity; the key says which. An invitation
/// expires.
#[derive(Serialize, Deserialize)]
struct MemberShopItem {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
}

impl Members {
    pub fn all(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().map(|(member, _)| member)
    }

    pub fn find(&self, id: &MemberId) -> Option<&Member> {
        self.all().find(|member| member.id == *id)
    }

    pub fn with_index(&self, index: &str) -> Option<&Member> {
        self.all().find(|member| member.identities.iter().any(|identity| identity.index == index))
    }

    /// The address of a member; `None` if there is no such member.
    pub fn email(&self, id: &MemberId, keys: &TenantKeys) -> Result<Option<EmailAddress>, Error> {
        let Some((_, sealed)) = self.members.iter().find(|(member, _)| member.id == *id) else { return Ok(None) };
        let opened = keys.open(keys::MEMBERS, &id.to_string(), sealed);
        let opened = opened.map_err(|_| Error::Unreadable("a member's address".to_owned()))?;
        Ok(Some(EmailAddress::parse(&opened)?))
    }

    pub fn add(
        &mut self,
        member: Member,
        email: &EmailAddress,
        keys: &TenantKeys,
        random: &vault::Random,
    ) -> Result<(), vault::Error> {
        let sealed = keys.seal(keys::MEMBERS, &member.id.to_string(), email.as_typed(), random)?;
        self.members.push((member, ByteBuf::from(sealed)));
        Ok(())
    }

    pub fn remove(&mut self, id: &MemberId) -> Option<Member> {
        let place = self.members.iter().position(|(member, _)| member.id == *id)?;
        Some(self.members.remove(place).0)
    }

    pub fn find_mut(&mut self, id: &MemberId) -> Option<&mut Member> {
        self.members.iter_mut().map(|(member, _)| member).find(|member| member.id == *id)
    }

    pub fn has_lapsed(&self) -> bool {
        !self.lapsed.is_empty()
    }

    /// The members at `now`, without invitations that have expired by then.
    fn read(item: Option<Attributes>, now: Timestamp) -> Result<Self, Error> {
        let Some(item) = item else { return Ok(Self::default()) };
        let MembersItem { members, mut emails, guests_epoch, quiet, version } = from_item(item)?;
        let read = |member: Member| {
            let email = emails.remove(&member.id.to_string());
            Ok((member, email.ok_or_else(|| Error::Unreadable("a member without an address".to_owned()))?))
        };
        let members = members.into_iter().map(read).collect::<Result<Vec<_>, Error>>()?;
        let (lapsed, members): (Vec<_>, _) = members.into_iter().partition(|(member, _)| member.is_lapsed(now));
        let lapsed = lapsed.into_iter().map(|(member, _)| member).collect();
        Ok(Self { members, guests_epoch, quiet, version, lapsed })
    }
}

/// The most shops of one identity that are read, because each needs two of a `BatchGetItem`'s 100 keys (DynamoDB's API
/// reference).
const SHOPS_MAX: usize = 50;

#[derive(Debug, Default)]
pub struct MemberShops {
    pub joined: Vec<Tenant>,
    /// The shops that invited the identity, and to which it has not replied.
    pub invited: Vec<Tenant>,
}

impl Rows<'_> {
    pub async fn members(&self, tenant: &Tenant, now: Timestamp) -> Result<Members, Error> {
        Members::read(self.0.get(&keys::members(tenant)).await?, now)
    }

    /// A shop's record and its members, in one call; `None` for an unknown shop.
    pub async fn shop_and_members(
        &self,
        tenant: &Tenant,
        now: Timestamp,
    ) -> Result<Option<(TenantRecord, Members)>, Error> {
        let [shop, members] = [keys::tenant(tenant), keys::members(tenant)];
        let mut items = self.0.batch(vec![shop.clone(), members.clone()]).await?;
        shop_and_members(items.remove(&shop), items.remove(&members), now)
    }

    /// At most [`SHOPS_MAX`] shops of an identity, by its index: first those in which it is a member, then those that
    /// invited it, each sorted by id.
    pub async fn shops_of_member(&self, index: &str, now: Timestamp) -> Result<MemberShops, Error> {
        let pk = keys::member_shops(index);
        let page = self.0.beyond(pk.clone(), format!("{pk}#"), End::Oldest, SHOPS_MAX).await?;
        let mut shops = MemberShops::default();
        for item in page.rows {
            let (tenant, is_joined) = member_shop(index, &item)?;
            let MemberShopItem { ttl } = from_item(item)?;
            match is_joined {
                true => shops.joined.push(tenant),
                // DynamoDB deletes an expired invitation up to two days late.
                false if ttl.is_some_and(|ttl| ttl <= now.as_second()) => {}
                false => shops.invited.push(tenant),
            }
        }
        Ok(shops)
    }

    /// All shops in which an identity is a member, however many.
    pub async fn joined_shops(&self, index: &str) -> Result<Vec<Tenant>, Error> {
        let pk = keys::member_shops(index);
        let (mut after, mut shops) = (format!("{pk}#"), Vec::new());
        loop {
            let page = self.0.beyond(pk.clone(), after, End::Oldest, SHOPS_MAX).await?;
            for item in &page.rows {
                let (tenant, is_joined) = member_shop(index, item)?;
                // Only invitations follow.
                if !is_joined {
                    return Ok(shops);
                }
                shops.push(tenant);
            }
            match shops.last().filter(|_| page.more) {
                Some(last) => after = keys::member_shop(index, last).sk,
                None => return Ok(shops),
            }
        }
    }

    /// The records and members of at most [`SHOPS_MAX`] shops, in one call; deleted shops are left out.
    pub async fn shops_and_members(
        &self,
        tenants: &[Tenant],
        now: Timestamp,
    ) -> Result<Vec<(Tenant, TenantRecord, Members)>, Error> {
        let of = |tenant: &Tenant| [keys::tenant(tenant), keys::members(tenant)];
        let mut items = self.0.batch(tenants.iter().flat_map(of).collect()).await?;
        let read = tenants.iter().map(|tenant| {
            let [shop, members] = of(tenant).map(|key| items.remove(&key));
            let read = shop_and_members(shop, members, now)?;
            Ok::<_, Error>(read.map(|(shop, members)| (tenant.clone(), shop, members)))
        });
        read.filter_map(Result::transpose).collect()
    }
}

pub(super) fn shop_and_members(
    shop: Option<Attributes>,
    members: Option<Attributes>,
    now: Timestamp,
) -> Result<Option<(TenantRecord, Members)>, Error> {
    let shop = shop.map(TenantRecord::read).transpose()?;
    let Some(shop) = shop.filter(|shop| !shop.is_erased()) else { return Ok(None) };
    Ok(Some((shop, Members::read(members, now)?)))
}

/// The shop in such an item, and whether the identity is a member there.
fn member_shop(index: &str, item: &Attributes) -> Result<(Tenant, bool), Error> {
    let sk = item.get(SK).and_then(|value| value.as_s().ok());
    let shop = sk.and_then(|sk| keys::parse_member_shop(index, sk));
    shop.ok_or_else(|| Error::Unreadable("a shop of a member".to_owned()))
}

/// Saves a shop's members. Refused if they changed since they were read.
pub fn save_members(transaction: &mut Transaction<'_>, members: &Members) {
    let item = MembersItem {
        members: members.all().cloned().collect(),
        emails: members.members.iter().map(|(member, email)| (member.id.to_string(), email.clone())).collect(),
        guests_epoch: members.guests_epoch,
        quiet: members.quiet.clone(),
        version: members.version + 1,
    };
    let is_other = |identity: &&MemberIdentity| members.with_index(&identity.index).is_none();
    for identity in members.lapsed.iter().flat_map(|member| &member.identities).filter(is_other) {
        let key = keys::member_invitation(&identity.index, transaction.tenant());
        transaction.forget(&key);
    }
    let key = keys::members(transaction.tenant());
    transaction.put_next(Part::Members, &key, &item, members.version);
}

pub fn invite_to_shop(transaction: &mut Transaction<'_>, identity: &MemberIdentity, now: Timestamp) {
    let key = keys::member_invitation(&identity.index, transaction.tenant());
    let ttl = Some(now.as_second() + INVITATION_ENDS_AFTER.as_secs());
    transaction.set(&key, &MemberShopItem { ttl });
}

/// Adds the shop to those of an identity, and removes its invitation.
pub fn join_shop(transaction: &mut Transaction<'_>, identity: &MemberIdentity) {
    let key = keys::member_shop(&identity.index, transaction.tenant());
    transaction.set(&key, &MemberShopItem { ttl: None });
    transaction.forget(&keys::member_invitation(&identity.index, transaction.tenant()));
}

/// Removes the shop and its invitation from those of an identity.
pub fn leave_shop(transaction: &mut Transaction<'_>, identity: &MemberIdentity) {
    for key in [keys::member_shop, keys::member_invitation] {
        transaction.forget(&key(&identity.index, transaction.tenant()));
    }
}
