//! Each shop with its own sender its own tenant at SES: SES judges it apart, and pauses it alone.

use app::shop::sender::{Senders, Tenants};

use super::own_sender::*;
use crate::console::{MARA, Visitor, member};
use crate::operators::admin::run;
use crate::support::*;

const TENANT: &str = "afterword_fern";

/// A shop of an installation with tenants.
async fn with_owner() -> Shop {
    let shop = Shop::with_tenants().await;
    member(&shop, MARA, "owner").await;
    shop
}

/// A shop whose emails leave from its own address, in an installation with tenants.
async fn standing() -> (Shop, Visitor, Vec<String>) {
    stands(owner_of(with_owner().await).await).await
}

/// The tenant of the last email to a customer.
fn tenant_of_last(shop: &Shop) -> Option<String> {
    let to_customers = |mail: &&Mail| mail.to.ends_with("@example.com");
    shop.inbox().iter().rfind(to_customers).unwrap().tenant.clone()
}

async fn leaves_as(shop: &Shop, order: &str, within: SignedDuration) -> Option<String> {
    assert_eq!(leaves_from(shop, order, within).await, REVIEWS);
    tenant_of_last(shop)
}

#[tokio::test]
async fn a_tenant_is_made_with_the_domain_and_goes_with_it() {
    let (shop, mara, _) = standing().await;
    assert_eq!(shop.aws().tenants(), [TENANT]);
    assert_eq!(leaves_as(&shop, "A", MINUTE).await.as_deref(), Some(TENANT));
    // Another address of the domain.
    types(&mara, "hello@fern.example").await.leads(PAGE);
    assert_eq!(leaves_from(&shop, "B", MINUTE).await, "hello@fern.example");
    assert_eq!(tenant_of_last(&shop).as_deref(), Some(TENANT));
    // Another domain. It stands before SES deletes the tenant, so the first only leaves it.
    shop.fails("DeleteTenant", Fault::Throttle);
    types(&mara, "moss.example").await.leads(PAGE);
    publish(&shop, &records(&mara).await);
    shop.advance(MINUTE * 12).await;
    shop.heals();
    assert_eq!(shop.aws().identities(), ["afterword.example", "moss.example"]);
    assert_eq!(leaves_from(&shop, "C", MINUTE).await, "reviews@moss.example");
    assert_eq!((tenant_of_last(&shop).as_deref(), &shop.aws().tenants()[..]), (Some(TENANT), &[TENANT.to_owned()][..]));

    mara.post("/console/settings/sender/remove", &[]).await.leads(PAGE);
    assert_eq!(leaves_from(&shop, "D", MINUTE).await, local::MAIL_FROM);
    assert_eq!(tenant_of_last(&shop), None);
    shop.advance(MINUTE * 6).await;
    assert_eq!((shop.aws().identities(), shop.aws().tenants()), (vec!["afterword.example".to_owned()], vec![]));
}

#[tokio::test]
async fn emails_do_not_wait_for_a_tenant_which_is_completed_however_ses_fails() {
    for operation in ["CreateTenant", "CreateTenantResourceAssociation"] {
        for fault in [Fault::LoseAnswer, Fault::Throttle] {
            let shop = with_owner().await;
            shop.fails(operation, fault);
            let (shop, ..) = stands(owner_of(shop).await).await;
            assert_eq!(leaves_as(&shop, "A", MINUTE).await, None, "{operation} {fault:?}");
            shop.heals();
            shop.advance(MINUTE * 6).await;
            assert_eq!(leaves_as(&shop, "B", MINUTE).await.as_deref(), Some(TENANT), "{operation} {fault:?}");
        }
    }
}

#[tokio::test]
async fn a_tenant_that_ses_pauses_suspends_one_shop() {
    let (shop, mara, _) = standing().await;
    let moss = shop.beside("moss").await;
    // SES' documentation names no answer.
    let answers = [
        ("SendingPausedException", "Sending is paused for this tenant."),
        ("MessageRejected", "Sending suspended for the tenant afterword_fern."),
        ("BadRequestException", "The tenant of fern.example is disabled."),
    ];
    for (round, answer) in answers.into_iter().enumerate() {
        shop.aws().pause_tenant(TENANT, Some(answer));
        let (before, told) = (shop.inbox().len(), told(&shop));
        let [waits, leaves] = ["w", "l"].map(|name| format!("{name}{round}@example.com"));
        let (id, _) = shop.created(json!({"email": waits, "delay_days": 0})).await;
        shop.settle().await;
        shop.advance(MINUTE * 10).await;
        let held = shop.get("/api/v1/deliverability").await.json()["brake"].clone();
        has(&held, json!({"held": true, "reason": "provider"}));
        assert_eq!(self::told(&shop), told + 1, "{answer:?}");
        mara.get("/console/today").await.shows(["The email provider paused the shop’s emails."]);
        // The other shop's emails leave.
        moss.created(json!({"email": leaves, "delay_days": 0})).await;
        shop.settle().await;
        assert_eq!((shop.status(id).await.as_str(), shop.inbox().len()), ("scheduled", before + 2), "{answer:?}");
        assert_eq!(shop.inbox().last().unwrap().to, leaves);

        shop.aws().pause_tenant(TENANT, None);
        run(&shop.world, json!({"release_hold": {"tenant": "fern", "mode": "live"}})).await.unwrap();
        shop.advance(MINUTE * 20).await;
        let left: Vec<_> = shop.inbox().into_iter().filter(|mail| mail.to == waits).collect();
        assert!(left.len() == 1 && left[0].tenant.as_deref() == Some(TENANT), "{left:?}");
    }
}

fn told(shop: &Shop) -> usize {
    let is_told =
        |mail: &&Mail| mail.to == MARA && mail.text.as_deref().is_some_and(|text| text.contains("email provider"));
    shop.inbox().iter().filter(is_told).inspect(|mail| assert_eq!(mail.tenant, None)).count()
}

#[tokio::test]
async fn what_ses_refuses_with_a_tenant_leaves_once_without_it() {
    // While SES does not say whether the tenant is paused, the email waits and nothing else happens.
    let (shop, ..) = standing().await;
    shop.aws()
        .pause_tenant(TENANT, Some(("AccessDeniedException", "not authorized on resource identity/fern.example")));
    shop.fails("GetTenant", Fault::ServerError);
    let waits = shop.created(json!({"email": "jane@example.com", "delay_days": 0})).await.0;
    shop.settle().await;
    shop.advance(MINUTE * 10).await;
    assert_eq!((shop.status(waits).await.as_str(), is_held(&shop).await), ("scheduled", false));
    shop.heals();
    shop.aws().pause_tenant(TENANT, None);
    shop.advance(MINUTE * 20).await;
    assert_eq!(tenant_of_last(&shop).as_deref(), Some(TENANT));

    // The account has no tenants any more.
    shop.aws().forget_tenants();
    assert_eq!(leaves_as(&shop, "A", MINUTE * 10).await, None);
    assert_eq!((leaves_as(&shop, "B", MINUTE).await, is_held(&shop).await), (None, false));
    // It never had any.
    let shop = with_owner().await;
    shop.aws().forget_tenants();
    let (shop, mara, _) = stands(owner_of(shop).await).await;
    assert_eq!(leaves_as(&shop, "A", MINUTE).await, None);
    mara.post("/console/settings/sender/remove", &[]).await.leads(PAGE);
    shop.advance(MINUTE * 6).await;
    assert_eq!(shop.aws().identities(), ["afterword.example"]);
}

async fn is_held(shop: &Shop) -> bool {
    shop.get("/api/v1/deliverability").await.json()["brake"]["held"] == true
}

#[tokio::test]
async fn without_the_option_no_shop_has_a_tenant_and_a_former_one_goes() {
    for is_removed in [false, true] {
        let (shop, mara, _) = standing().await;
        let env = shop.world.env_of("reconcile");
        let off = Tenants { are_used: false, ..env.tenants().unwrap() };
        let senders = Senders { tenants: Some(off), ..env.senders(&shop.store()).unwrap() };
        let look = async || senders.look(&shop.tenant, "fern.example", shop.now()).await;
        if is_removed {
            mara.post("/console/settings/sender/remove", &[]).await.leads(PAGE);
            assert!(look().await.is_err(), "SES keeps an identity that a tenant has");
            // SES takes one call of a kind a second.
            shop.jump(SECOND * 2);
        }
        look().await.unwrap();
        assert_eq!(shop.aws().tenants(), [""; 0]);
        if !is_removed {
            assert_eq!(leaves_as(&shop, "A", MINUTE).await, None);
        }
    }
}
