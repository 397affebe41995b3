//! A shop imports a file of reviews with pictures. Each row becomes a review with its photos, the receipt counts them,
//! and nothing else stays.

use super::client::{Clients, Outcome};
use super::{hosts::HOST, life::Life};
use crate::importing::{IMPORTS, file, numbers};
use crate::support::*;

/// An import, and its path when it is known.
#[derive(Clone)]
pub struct Import {
    outcome: Outcome,
    path: Option<String>,
}

impl Clients {
    pub async fn import(&self) {
        self.facts.borrow_mut().import = Some(Import { outcome: Outcome::Asked, path: None });
        let csv = file(&[
            &format!("r-1,{MUG},4,,One.,Jane,,{HOST}/40.jpg {HOST}/60.jpg,,2025-03-02"),
            &format!("r-2,{MUG},9,,Bad.,Jane,,,,2025-03-02"),
            &format!("r-1,{MUG},4,,Again.,Jane,,,,2025-03-02"),
            &format!("r-3,{MUG},5,,Two.,Jane,,,,2025-03-03"),
        ]);
        let call = async || {
            let call = self.shop.call("POST", format!("{IMPORTS}?format=afterword"));
            let call = call.header("content-type", "text/csv").header("idempotency-key", "import");
            call.body(csv.as_bytes()).send().await
        };
        let Some(reply) = self.done("import", &[201], call).await else { return };
        let path = format!("{IMPORTS}/{}", reply.json()["id"].as_str().unwrap());
        self.facts.borrow_mut().import = Some(Import { outcome: Outcome::Acknowledged(self.now()), path: Some(path) });
    }
}

/// The faults in a shop's imported reviews and its files, when nothing more will happen.
pub fn check(life: &mut Life, clients: &Clients) -> Vec<String> {
    let Some(Import { outcome, path }) = clients.facts.borrow().import.clone() else { return Vec::new() };
    let mut wrong = Vec::new();
    // An import is kept for 90 days.
    let is_kept = |at: Timestamp| clients.now().duration_since(at) < DAY * 89;
    if let (Some(path), Outcome::Acknowledged(at)) = (path, outcome)
        && is_kept(at)
    {
        let receipt = life.executor.run(clients.shop.get(path)).json();
        if receipt["status"] != "done" || numbers(&receipt) != (4, 2, 2) {
            wrong.push(format!("the import's receipt is {receipt}"));
        }
    }
    let listed = life.executor.run(clients.shop.get("/api/v1/reviews?limit=100")).json();
    let reviews = listed["reviews"].list();
    for (row, widths) in [("r-1", json!([40, 60])), ("r-3", json!([]))] {
        let of_row: Vec<_> = reviews.iter().filter(|review| review["external_review_id"] == row).collect();
        let photos =
            |review: &Value| -> Value { review["photos"].list().iter().map(|photo| photo["width"].clone()).collect() };
        match &of_row[..] {
            [] if outcome == Outcome::Asked => {}
            [review] if photos(review) == widths => {}
            other => wrong.push(format!("{row} is {other:?}")),
        }
    }
    wrong.extend(files(clients, reviews));
    wrong
}

/// In the bucket, the shop has only the photos of reviews for ever, and records of who gets no messages.
fn files(clients: &Clients, reviews: &[Value]) -> Option<String> {
    let (aws, own) = (clients.shop.world.aws(), format!("/{}.", clients.shop.tenant.id.as_str()));
    let is_own = |key: &String| key.contains(&own) && !key.starts_with("erasures/") && aws.tags(key).is_none();
    let files = aws.objects().into_iter().filter(is_own);
    let (small, files): (Vec<_>, Vec<_>) = files.partition(|key| key.ends_with("-320"));
    if let Some(alone) = small.iter().find(|small| !aws.objects().contains(&small.replace("-320", ""))) {
        return Some(format!("{alone} is the small copy of nothing"));
    }
    let shown: usize = reviews.iter().map(|review| review["photos"].list().len()).sum();
    (files.len() != shown).then(|| format!("{shown} photos are shown, and there are {files:?}"))
}
