//! About which of an order's products customers are asked, and which products are one.
//!
//! Told by `tests/stories/public/groups.story`.

use std::collections::BTreeSet;

use domain::order::{GroupFault, Grouped, Naming, Product, ProductId, ProductIds};
use domain::values::{ShopSystem, Tenant};
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use serde_json::json;
use store::table::Store;

use crate::caller::Caller;
use crate::error::{Error, TryError, retry};

/// Records to which main product a product belongs, and moves it with its members. `false` if nothing is new. The audit log gets an
/// entry if a person chose it.
/// Errors: [`Error::OfItself`], [`Error::GroupFull`].
pub async fn name_main(
    store: &Store,
    tenant: &Tenant,
    id: &ProductId,
    naming: &Naming,
    person: Option<(&Caller, Timestamp)>,
) -> Result<bool, Error> {
    retry!(store, {
        let (own, changed) = after_naming(store, tenant, id, naming).await?;
        if changed.is_empty() {
            return Ok(false);
        }
        let mut transaction = store.transaction(tenant);
        for (changed, place) in &changed {
            transaction.save_grouped(changed, place);
            if place.main().is_none() || changed == id {
                transaction.forget_group(changed);
            }
        }
        transaction.note_other_numbers();
        if let Some((person, now)) = person {
            let of = |main: Option<&ProductId>| json!({"of": main.map(ProductId::as_str)});
            let after = changed.iter().find(|(changed, _)| changed == id).and_then(|(_, place)| place.main());
            transaction.record(&person.entry("group_product", id.as_str(), [of(own.main()), of(after)], now));
        }
        transaction.commit().await?;
        Ok::<_, TryError<Error>>(true)
    })
}

/// The product's place in a group as it is, and the places that change if this main product is named; none if nothing is new.
/// Errors: [`Error::OfItself`], [`Error::GroupFull`].
pub async fn after_naming(
    store: &Store,
    tenant: &Tenant,
    id: &ProductId,
    naming: &Naming,
) -> Result<(Grouped, Vec<(ProductId, Grouped)>), Error> {
    let own = store.groups_of(tenant, [id]).await?.place(id);
    let (named, main) = own.named(naming.clone());
    if named == own {
        return Ok((own, Vec::new()));
    }
    // The group of the product that was named, the one that is left, and all that is taken along.
    let of = match &main {
        Some(main) => store.groups_of(tenant, [main]).await?.place(main).main().cloned(),
        None => None,
    };
    let others = main.iter().chain(&of).chain(own.main()).chain(own.members());
    // If the product itself changed since, its version refuses the transaction.
    let groups = store.groups_of(tenant, [id].into_iter().chain(others)).await?;
    let changed = groups.move_to(id, named, main).map_err(|fault| match fault {
        GroupFault::OfItself => Error::OfItself,
        GroupFault::Full => Error::GroupFull,
    })?;
    Ok((own, changed))
}

/// Makes the products that imports made of this product's handle one with it. They get its title and page, because they are it.
pub async fn take_in_handle(store: &Store, tenant: &Tenant, product: &Product) -> Result<(), Error> {
    let Some(handle) = product.url.as_ref().and_then(|url| handle(url.as_str())) else { return Ok(()) };
    let made = ShopSystem::PLATFORMS.map(|system| ProductId::of_handle(system, &handle));
    for made in store.products(tenant, &made).await?.into_iter().filter(|made| made.id != product.id) {
        store.name_product(tenant, &Product { id: made.id.clone(), ..product.clone() }).await?;
        match name_main(store, tenant, &made.id, &Naming::System(Some(product.id.clone())), None).await {
            // A person has already joined them the other way round, or as many as can be one.
            Ok(_) | Err(Error::OfItself | Error::GroupFull) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The last part of the address of a product's page, or a handle, in lower case and percent-decoded.
pub fn handle(text: &str) -> Option<String> {
    let path = text.trim().split(['?', '#']).next()?.trim_end_matches('/');
    let last = path.rsplit('/').next().filter(|last| !last.is_empty())?;
    Some(percent_decode_str(last).decode_utf8_lossy().to_lowercase())
}

/// The first of these products of each group, in their order, because one review is about all of them.
pub async fn one_of_each(store: &Store, tenant: &Tenant, products: ProductIds) -> Result<ProductIds, Error> {
    let products = products.into_vec();
    let groups = store.groups_of(tenant, &products).await?;
    let mut seen = BTreeSet::new();
    let is_first = |id: &ProductId| seen.insert(groups.place(id).main().unwrap_or(id).clone());
    Ok(ProductIds::first(products.into_iter().filter(is_first)))
}

/// Those of an order's products about which the shop asks customers.
pub async fn asked_about(store: &Store, tenant: &Tenant, products: ProductIds) -> Result<ProductIds, Error> {
    let products = products.into_vec();
    let mut known = store.known_products(tenant, &products).await?;
    known.retain(|known| !known.ask);
    let is_asked = |id: &_| known.iter().all(|known| known.product.id != *id);
    Ok(ProductIds::first(products.into_iter().filter(is_asked)))
}
