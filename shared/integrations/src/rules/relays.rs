//! Relay addresses of marketplaces, which hide the buyers' own addresses. Sellers may use them only to write about the
//! order.

/// The hosts after the `@`, with their subdomains. An entry that ends with a dot matches any top-level domain.
const RELAYS: [&str; 10] = [
    // <https://otrs.magnalister.com/otrs/public.pl?Action=PublicFAQZoom;Subaction=HTMLView;ItemID=1571>
    "marketplace.amazon.",
    // <https://developer.ebay.com/api-docs/user-guides/static/trading-user-guide/member-communications.html>
    "members.ebay.",
    // No source. Nobody's own address is below this host.
    "relay.etsy.com",
    // `customerEmailId` in sample orders of Walmart's API: <https://developer.walmart.com/us-marketplace/docs/get-an-order>
    "relay.walmart.com",
    // `shipmentDetails.email` in the sample order of bol.com: <https://api.bol.com/retailer/public/redoc/v10/retailer.html>
    "verkopen.bol.com",
    // <https://help.retently.com/en/articles/12538313-understanding-temporary-marketplace-email-addresses-and-why-you-should-filter-them>
    "scs.tiktokw.us",
    // Orders of Otto have such an address: <https://otrs.magnalister.com/otrs/public.pl?Action=PublicFAQZoom;ItemID=1728>
    "customer.otto.market",
    // A connector makes these up for orders of Otto without an address (as above). They bounce.
    "otto.magnalister.com",
    // No source. Allegro gives each buyer such an address, also with `user.` before it.
    "allegromail.pl",
    // `customer_notification_email` in sample orders of Mirakl, also with `us.` before it. Shops get such a proxy address:
    // <https://sellintu.com/blog/how-to-handle-mirakl-customer-order-email-missing-for-integrations>
    "notification.mirakl.net",
];

pub(super) fn is_relay(email: &str) -> bool {
    let host = email.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    RELAYS.iter().any(|relay| match relay.ends_with('.') {
        true => host.starts_with(*relay),
        false => host.strip_suffix(*relay).is_some_and(|below| below.is_empty() || below.ends_with('.')),
    })
}
