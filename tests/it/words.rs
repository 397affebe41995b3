//! More words of the tests: pages that anybody reads, times, and what a timeline says.

use crate::support::*;

impl Shop {
    /// Reads what anybody may read, without a key.
    pub async fn reads(&self, path: impl Into<String>) -> Reply {
        self.call("GET", path).without_key().send().await
    }

    /// Asks about the mug without an email, and writes the review; returns the path of the customer's page.
    pub async fn rates(&self, fields: &[(&str, &str)]) -> String {
        let (_, hub) = self.created(json!({"product_ids": [MUG], "skip_email": true})).await;
        self.writes(&hub, fields).await.is(303);
        hub
    }

    pub async fn newest_request(&self) -> u64 {
        self.get("/api/v1/review-requests").await.json()["requests"][0]["id"].number()
    }

    /// What a request's timeline says each time that this happened.
    pub async fn details(&self, request: u64, what: &str) -> Vec<String> {
        let timeline = self.get(format!("/api/v1/review-requests/{request}/timeline")).await.json();
        let entries = timeline["timeline"].list().iter().filter(|entry| entry["what"] == what);
        entries.map(|entry| entry["detail"].owned()).collect()
    }

    /// Moves the clock to a time. Everything that is due in between happens.
    pub async fn until(&self, at: &str) {
        self.advance(at.parse::<Timestamp>().unwrap().duration_since(self.now())).await;
    }
}
