//! Shell commands that try the demo shop, with its keys filled in.

use super::{Demo, Endpoint, PRODUCTS, WIX_ORDER};

impl Demo {
    /// For each dialect, descriptions of calls with their shell commands.
    pub(crate) fn calls(&self) -> [(&'static str, Vec<(&'static str, String)>); 4] {
        [
            (
                "BetterReviews",
                vec![
                    ("Ask a customer for two reviews, in seven days", self.create_command()),
                    ("List the requests", self.list_command()),
                    ("Let seven days pass", self.clock_command()),
                    ("Cancel a request: put its id in place of REQUEST_ID", self.cancel_command()),
                ],
            ),
            (
                "Wix",
                vec![(
                    "Create a request for an order’s buyer; its link is in the list, no email leaves",
                    self.wix_command(),
                )],
            ),
            ("Amino", vec![("Invite a customer", self.invite_command())]),
            (
                "More Good Reviews",
                vec![
                    ("Create a customer", self.customer_command()),
                    ("Ask them by SMS, with two reminders", self.ask_command()),
                ],
            ),
        ]
    }

    pub(crate) fn create_command(&self) -> String {
        let [first, second, ..] = PRODUCTS.each_ref().map(|product| product.id);
        self.post(
            "/api/v1/review-requests/send",
            &format!("Bearer {}", self.keys.api),
            &format!(r#"{{"email": "customer@example.com", "product_ids": ["{first}", "{second}"], "delay_days": 7}}"#),
        )
    }

    pub(crate) fn invite_command(&self) -> String {
        self.post(
            "/api/v1/invitations",
            &format!("Bearer {}", self.keys.amino),
            r#"{"email": "customer@example.com", "name": "John Doe", "order_ref": "ORD-12345"}"#,
        )
    }

    pub(crate) fn customer_command(&self) -> String {
        self.post(
            "/beacon/customers",
            &format!("Bearer {}", self.keys.beacon),
            r#"{"first_name": "Jane", "email": "customer@example.com", "phone": "+491711234567"}"#,
        )
    }

    /// Asks the same customer by SMS, with two reminders.
    pub(crate) fn ask_command(&self) -> String {
        self.post(
            "/beacon/asks",
            &format!("Bearer {}", self.keys.beacon),
            r#"{"email": "customer@example.com", "channels": ["sms"], "reminders_count": 2}"#,
        )
    }

    /// Asks an order's buyer as a client of Wix does.
    pub(crate) fn wix_command(&self) -> String {
        self.post(
            "/reviews/v2/review-requests",
            &self.keys.wix,
            &format!(r#"{{"reviewRequest": {{"order": {{"id": "{WIX_ORDER}"}}, "communicationChannel": "EMAIL"}}}}"#),
        )
    }

    /// A call with a body. An apostrophe would end the shell's quotes, so it is escaped.
    fn post(&self, path: &str, authorization: &str, body: &str) -> String {
        let base_url = &self.base_url;
        format!(
            "curl -sS {base_url}{path} \\\n  \
               -H 'Authorization: {authorization}' \\\n  \
               -H 'Content-Type: application/json' \\\n  \
               -d '{body}'"
        )
    }

    pub(crate) fn list_command(&self) -> String {
        let Self { base_url, keys, dynamodb: _ } = self;
        format!("curl -sS {base_url}/api/v1/review-requests \\\n  -H 'Authorization: Bearer {}'", keys.api)
    }

    /// Cancels a request, after its id is filled in.
    pub(crate) fn cancel_command(&self) -> String {
        let Self { base_url, keys, dynamodb: _ } = self;
        let key = &keys.api;
        format!(
            "curl -sS -X DELETE {base_url}/api/v1/review-requests/REQUEST_ID \\\n  -H 'Authorization: Bearer {key}'"
        )
    }

    pub(crate) fn clock_command(&self) -> String {
        let base_url = &self.base_url;
        format!(
            "curl -sS {base_url}/local/clock \\\n  -H 'Content-Type: application/json' -d '{{\"advance_seconds\": 604800}}'"
        )
    }

    pub(crate) fn table_command(&self) -> String {
        let Endpoint { endpoint, table } = &self.dynamodb;
        format!(
            "AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=eu-central-1 \\\n  \
               aws dynamodb scan --endpoint-url {endpoint} --table-name {table}"
        )
    }
}
