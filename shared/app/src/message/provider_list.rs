//! The account's suppression list in SES, which all shops share.

use std::collections::BTreeSet;

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::error::ProvideErrorMetadata as _;
use aws_sdk_sesv2::operation::delete_suppressed_destination::DeleteSuppressedDestinationError;
use aws_types::SdkConfig;
use futures_util::future::join_all;
use vault::LazyClient;

/// Removes addresses from the SES suppression list.
#[derive(Clone)]
pub struct ProviderList {
    pub ses: LazyClient<Client>,
}

impl ProviderList {
    pub fn client(sdk: &SdkConfig) -> Client {
        Client::new(sdk)
    }

    /// Removes an address. A failure is only logged: if the address stays in the list, emails to it fail, and there is
    /// no other harm.
    pub async fn delete(&self, address: &str) {
        // The list is case-sensitive, and AWS does not say how SES spells an address in it.
        let spellings = BTreeSet::from([address.to_owned(), address.to_lowercase()]);
        join_all(spellings.into_iter().map(|address| self.delete_spelling(address))).await;
    }

    async fn delete_spelling(&self, address: String) {
        let answer = self.ses.delete_suppressed_destination().email_address(address).send().await;
        if let Err(error) = answer
            && !error.as_service_error().is_some_and(DeleteSuppressedDestinationError::is_not_found_exception)
        {
            // SES' message may quote the address.
            let code = error.code().unwrap_or("no answer");
            tracing::warn!(code, "cannot remove an address from SES' suppression list");
        }
    }
}
