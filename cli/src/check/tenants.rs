//! Shops' tenants at SES, if the stack makes them.

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::operation::list_tenants::ListTenantsOutput;

use super::finding::{Check, Finding};
use super::read::{Read, read};

/// An account's tenants in a region (<https://docs.aws.amazon.com/ses/latest/dg/tenants.html>, "Limitations").
const TENANTS_MAX: usize = 10_000;

pub async fn read_it(client: &Client) -> Read<ListTenantsOutput> {
    read("ses:ListTenants", client.list_tenants().send()).await
}

/// Whether the account has tenants in this region. `stack` begins the names of the stack's own.
pub fn finding(tenants: &Read<ListTenantsOutput>, stack: &str) -> Finding {
    let check = Check::Tenants;
    let all = match tenants {
        Ok(answer) => answer.tenants(),
        Err(unread) if unread.is("UnknownOperationException") => {
            let seen = "SesTenants is yes, but SES has no tenants here: shops' emails leave without one";
            return Finding::fail(check, seen, "Deploy with SesTenants=no, or in another region");
        }
        Err(unread) => return Finding::unknown(check, unread),
    };
    let own = format!("{stack}_");
    let own = all.iter().filter(|one| one.tenant_name().is_some_and(|name| name.starts_with(&own))).count();
    let at_least = if tenants.as_ref().is_ok_and(|answer| answer.next_token().is_some()) { "at least " } else { "" };
    Finding::pass(check, format!("SES has tenants: {at_least}{own} of shops; an account may have {TENANTS_MAX}"))
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::types::TenantInfo;

    use super::super::finding::Status;
    use super::super::read::Unread;
    use super::*;

    #[test]
    fn the_stacks_own_tenants_are_counted_and_a_region_without_tenants_is_named() {
        let tenant = |name: &str| TenantInfo::builder().tenant_name(name).build();
        let answer = ListTenantsOutput::builder().tenants(tenant("afterword_fern")).tenants(tenant("afterword-b_fern"));
        let seen = |answer| finding(&Ok(answer), "afterword").seen;
        assert_eq!(seen(answer.clone().build()), "SES has tenants: 1 of shops; an account may have 10000");
        assert!(seen(answer.next_token("more").build()).contains("at least 1"));
        let unread = |code| finding(&Err(Unread::new("ses:ListTenants", Some(code), "")), "afterword").status;
        assert_eq!(unread("UnknownOperationException"), Status::Fail);
        assert_eq!(unread("AccessDeniedException"), Status::Unknown);
    }
}
