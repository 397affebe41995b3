//! The demo shop's owner, who signs in to the console.

use anyhow::Context as _;
use domain::values::{EmailAddress, MemberId, Tenant};
use members::{Member, MemberIdentity, Role, Rows, join_shop, save_members};

use crate::World;

pub(crate) const OWNER: &str = "owner@example.com";

/// Makes the owner a member of the shop, unless they already are one. No invitation is sent, because the inbox is for
/// the results of the developer's own actions.
pub(super) async fn owner(world: &World, tenant: &Tenant) -> anyhow::Result<()> {
    let (env, store) = (world.env(), world.store()?);
    let (vault, now, email) = (env.vault()?, env.clock.now(), EmailAddress::parse(OWNER)?);
    let service = env.links(&store, &vault)?.keys(now).await?;
    let identity = MemberIdentity::email(service.member_index(MemberIdentity::EMAIL, email.identity()));
    let (record, mut members) = Rows(&store).shop_and_members(tenant, now).await?.context("the demo shop exists")?;
    if members.with_index(&identity.index).is_some() {
        return Ok(());
    }
    let keys = vault.tenant(tenant, &record.root, now).await?;
    let member = Member {
        id: MemberId::random(env.random.bytes()),
        role: Role::Owner,
        identities: vec![identity.clone()],
        invited_at: now,
        joined_at: Some(now),
        epoch: 0,
        signed_out_at: None,
        language: None,
        notifications: None,
    };
    members.add(member, &email, &keys, &env.random)?;
    let mut transaction = store.transaction(tenant);
    save_members(&mut transaction, &members);
    join_shop(&mut transaction, &identity);
    Ok(transaction.commit().await?)
}
