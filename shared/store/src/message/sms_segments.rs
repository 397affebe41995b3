//! The SMS segments that a tenant used in a month.

use aws_sdk_dynamodb::types::Update;
use jiff::civil::Date;

use crate::table::{Part, Transaction, keys, number};

impl Transaction<'_> {
    /// Uses SMS segments of a month's allowance. Refused if fewer are left.
    pub fn spend_segments(&mut self, segments: u32, allowance: u32, month: Date) {
        let most = i64::from(allowance) - i64::from(segments);
        // If the allowance is too small for one SMS, the condition must refuse even the month's first SMS, for which
        // there is no item yet.
        let left = if most < 0 { "used <= :most" } else { "attribute_not_exists(used) OR used <= :most" };
        let update = Update::builder()
            .update_expression("ADD used :more")
            .condition_expression(left)
            .expression_attribute_values(":more", number(segments))
            .expression_attribute_values(":most", number(most));
        self.update(Part::Spend, &keys::sms_segments(self.tenant, month), update);
    }
}
