//! Addresses behind which marketplaces hide their buyers. Sellers may write there only about the order.

/// The hosts after the `@`; an entry that ends in a dot matches any ending.
const RELAYS: [&str; 7] = [
    // <https://otrs.magnalister.com/otrs/public.pl?Action=PublicFAQZoom;Subaction=HTMLView;ItemID=1571>
    "marketplace.amazon.",
    // The buyer's address in eBay's orders.
    "members.ebay.com",
    "relay.etsy.com",
    // `customerEmailId` of Walmart's orders.
    "relay.walmart.com",
    // `shipmentDetails.email` of bol.com's orders.
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
