//! Relay addresses of marketplaces, which hide the buyers' own addresses. Sellers may use them only to write about the
//! order.

/// The hosts after the `@`. An entry that ends with a dot matches any top-level domain.
const RELAYS: [&str; 7] = [
    // <https://otrs.magnalister.com/otrs/public.pl?Action=PublicFAQZoom;Subaction=HTMLView;ItemID=1571>
    "marketplace.amazon.",
    // The buyer's address in orders from eBay.
    "members.ebay.com",
    "relay.etsy.com",
    // `customerEmailId` in orders from Walmart.
    "relay.walmart.com",
    // `shipmentDetails.email` in orders from bol.com.
    "verkopen.bol.com",
    // <https://help.retently.com/en/articles/12538313-understanding-temporary-marketplace-email-addresses-and-why-you-should-filter-them>
    "scs.tiktokw.us",
    // Marketplaces that are built with Mirakl.
    "notification.mirakl.net",
];

pub(super) fn is_relay(email: &str) -> bool {
    let host = email.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    RELAYS.iter().any(|relay| host == *relay || relay.ends_with('.') && host.starts_with(relay))
}
