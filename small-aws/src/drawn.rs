//! Faults that are chosen by a seed. The same seed chooses the same faults for the same calls, whatever their order.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use super::{
    faults::Fault,
    wire::{Call, Service},
};

/// The longest delay. Clients wait longer than this.
const DELAY_MS_MAX: u64 = 2_000;

/// Chooses a fault for some of the calls.
pub struct DrawnFaults {
    seed: u64,
    per_mille: u64,
    calls: Mutex<HashMap<(Service, String), u64>>,
}

impl DrawnFaults {
    /// Faults chosen by `seed` for so many of 1,000 calls.
    pub fn new(seed: u64, per_mille: u16) -> Self {
        Self { seed, per_mille: per_mille.into(), calls: Mutex::default() }
    }

    /// The fault for a call. It depends on the service, the operation and the number of earlier calls of this
    /// operation.
    pub fn next(&self, call: &Call) -> Fault {
        let Call { service, operation } = call;
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        let nth = calls.entry((*service, operation.clone())).or_default();
        *nth += 1;
        let name = format!("{service:?} {operation}");
        let mut chance =
            Chance(name.bytes().fold(self.seed ^ *nth << 32, |state, byte| mixed(state ^ u64::from(byte))));
        match chance.below(1_000) < self.per_mille {
            true => chance.fault(),
            false => Fault::None,
        }
    }
}

/// Random numbers from a seed. They are independent of the product's randomness, so that a change of one does not
/// change the other.
pub struct Chance(u64);

impl Chance {
    /// The random numbers from a seed for one purpose.
    pub fn new(seed: u64, purpose: &str) -> Self {
        Self(purpose.bytes().fold(seed, |state, byte| mixed(state ^ u64::from(byte))))
    }

    /// A number from 0 to below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = mixed(self.0);
        self.0 % bound
    }

    fn fault(&mut self) -> Fault {
        match self.below(9) {
            0 => Fault::LoseRequest,
            1 => Fault::LoseAnswer,
            2 => Fault::Delay(Duration::from_millis(self.below(DELAY_MS_MAX))),
            3 => Fault::Throttle,
            4 => Fault::ServerError,
            5 => Fault::Hang,
            6 => Fault::RefuseConnection,
            7 => Fault::NeverConnect,
            _ => Fault::Deny,
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): every bit of the result depends on every bit of the state.
fn mixed(state: u64) -> u64 {
    let state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let state = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ state >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ state >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_faults_in_any_order_and_another_one_others() {
        let call = |service, operation: &str| Call { service, operation: operation.to_owned() };
        let (mail, read) = (call(Service::Ses, "SendEmail"), call(Service::DynamoDb, "GetItem"));
        let drawn = [7, 7, 8].map(|seed| DrawnFaults::new(seed, 100));
        let faults = (0..1_000).map(|_| {
            drawn[1].next(&read);
            drawn.each_ref().map(|drawn| drawn.next(&mail))
        });
        let faults: Vec<_> = faults.collect();
        assert!(faults.iter().all(|[one, same, _]| one == same));
        assert!(faults.iter().any(|[one, _, other]| one != other));
    }
}
