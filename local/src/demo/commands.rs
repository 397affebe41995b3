//! Shell commands that try the demo shop, with its keys filled in.

use super::{Demo, Endpoint, PRODUCTS, WIX_ORDER};

impl Demo {
    /// For each dialect, descriptions of calls with their shell commands.
    pub(crate) fn calls(&self) -> [(&'static str, Vec<(&'static str, String)>); 4] {
        let Self { base_url, keys, dynamodb: _ } = self;
        let [first, second, ..] = PRODUCTS.each_ref().map(|product| product.id);
        let create =
            format!(r#"{{"email": "customer@example.com", "product_ids": ["{first}", "{second}"], "delay_days": 7}}"#);
        let wix =
            format!(r#"{{"reviewRequest": {{"order": {{"id": "{WIX_ORDER}"}}, "communicationChannel": "EMAIL"}}}}"#);
        let invite = r#"{"email": "customer@example.com", "name": "John Doe", "order_ref": "ORD-12345"}"#;
        let customer = r#"{"first_name": "Jane", "email": "customer@example.com", "phone": "+491711234567"}"#;
        let ask = r#"{"email": "customer@example.com", "channels": ["sms"], "reminders_count": 2}"#;
        let [api, amino, beacon] = [&keys.api, &keys.amino, &keys.beacon].map(|key| format!("Bearer {key}"));
        let list = format!("curl -sS {base_url}/api/v1/review-requests \\\n  -H 'Authorization: {api}'");
        let cancel =
            format!("curl -sS -X DELETE {base_url}/api/v1/review-requests/REQUEST_ID \\\n  -H 'Authorization: {api}'");
        let clock = format!(
            "curl -sS {base_url}/local/clock \\\n  -H 'Content-Type: application/json' -d '{{\"advance_seconds\": 604800}}'"
        );
        let create = self.post("/api/v1/review-requests/send", &api, &create);
        let wix = self.post("/reviews/v2/review-requests", &keys.wix, &wix);
        let customer = self.post("/beacon/customers", &beacon, customer);
        [
            (
                "BetterReviews",
                vec![
                    ("Ask a customer for two reviews, in seven days", create),
                    ("List the requests", list),
                    ("Let seven days pass", clock),
                    ("Cancel a request: put its id in place of REQUEST_ID", cancel),
                ],
            ),
            ("Wix", vec![("Create a request for an order’s buyer; its link is in the list, no email leaves", wix)]),
            ("Amino", vec![("Invite a customer", self.post("/api/v1/invitations", &amino, invite))]),
            (
                "More Good Reviews",
                vec![
                    ("Create a customer", customer),
                    ("Ask them by SMS, with two reminders", self.post("/beacon/asks", &beacon, ask)),
                ],
            ),
        ]
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

    pub(crate) fn table_command(&self) -> String {
        let Endpoint { endpoint, table } = &self.dynamodb;
        format!(
            "AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=eu-central-1 \\\n  \
               aws dynamodb scan --endpoint-url {endpoint} --table-name {table}"
        )
    }
}
