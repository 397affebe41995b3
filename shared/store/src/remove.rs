//! Removing a request: its row, its personal part and the token that opens its page.

use aws_sdk_dynamodb::types::Delete;
use aws_sdk_dynamodb::types::builders::DeleteBuilder;
use domain::Request;
use vault::Token;

use crate::item::token_key;
use crate::keys::{self, Key};
use crate::transaction::{Part, Transaction, number};

impl Transaction<'_> {
    /// Removes a request, if it is the version that was read, with its personal part and what its
    /// customer did not send. Its reviews and what was noted for its customer stay.
    pub fn remove_request(&mut self, request: &Request) {
        let row = self
            .removal(&keys::request(self.tenant, request.id))
            .condition_expression("version = :read")
            .expression_attribute_values(":read", number(request.version));
        self.add(Part::Request, row.build(), |delete, item| item.delete(delete));
        let personal = self.removal(&keys::sealed(self.tenant, request.id));
        self.add(Part::Other, personal.build(), |delete, item| item.delete(delete));
        (0..request.items.len()).for_each(|item| self.remove_review_draft(request.id, item));
    }

    /// Removes the token that opens a request's page.
    pub fn remove_token(&mut self, token: &Token) {
        let row = self.removal(&token_key(token));
        self.add(Part::Other, row.build(), |delete, item| item.delete(delete));
    }

    fn removal(&self, key: &Key) -> DeleteBuilder {
        Delete::builder().table_name(&self.store.table).set_key(Some(key.attributes()))
    }
}
