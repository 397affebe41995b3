//! What customers write to the shop about problems with orders. Each has a sealed item in the partition of its request.

use domain::request::{Problem, Request};
use domain::values::{RequestId, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::retention::{PERSONAL_DAYS, days_after};
use crate::table::{Error, Part, Store, Transaction, from_item, keys, open, seal};

/// The name to which the sealed part is bound.
const PROBLEM: &str = "problem";

#[derive(Serialize, Deserialize)]
struct ProblemItem {
    problem: ByteBuf,
    ttl: i64,
}

impl ProblemItem {
    fn open(&self, id: RequestId, number: u32, keys: &TenantKeys) -> Result<Problem, Error> {
        open(&self.problem, &keys::problem_sk(id, number), PROBLEM, keys)
    }
}

impl Store {
    /// A request's problems with their numbers, oldest first.
    pub async fn problems(
        &self,
        tenant: &Tenant,
        id: RequestId,
        keys: &TenantKeys,
    ) -> Result<Vec<(u32, Problem)>, Error> {
        let mut problems = Vec::new();
        for item in self.starting(tenant, &keys::problems(id)).await? {
            let number = keys::behind(&item, &keys::problems(id))?;
            problems.push((number, from_item::<ProblemItem>(item)?.open(id, number, keys)?));
        }
        Ok(problems)
    }

    /// One of a request's problems; `None` once it was removed.
    pub async fn problem(
        &self,
        tenant: &Tenant,
        id: RequestId,
        number: u32,
        keys: &TenantKeys,
    ) -> Result<Option<Problem>, Error> {
        let item = self.read(&keys::problem(tenant, id, number)).await?;
        item.map(|item: ProblemItem| item.open(id, number, keys)).transpose()
    }
}

impl Transaction<'_> {
    /// Refused if the number is taken.
    pub fn insert_problem(&mut self, request: &Request, number: u32, problem: &Problem, keys: &TenantKeys) {
        let sealed = seal(problem, &keys::problem_sk(request.id, number), PROBLEM, keys, &self.store.random);
        if let Some(problem) = self.made(sealed) {
            let item = ProblemItem { problem, ttl: days_after(request.expires_at, PERSONAL_DAYS) };
            self.insert(Part::Other, &keys::problem(self.tenant, request.id, number), &item);
        }
    }
}
