//! A tenant's root keys as the table stores them: one value with each key as KMS wrapped it. The first key is the one
//! that seals.
//!
//! With a single root key, the value is what KMS returned. While the key is being replaced, there are two, so that
//! everything sealed with either can be read: `"roots" | number 1 | generation 4, length 2, wrapped, length 2, index
//! keys | …`.
//!
//! Lookup keys stay the same when a root key is replaced, because rows are found by them. Later root keys store them
//! sealed.

use crate::Error;

const MAGIC: &[u8] = b"roots";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrappedRoot {
    /// 0 for the first key. Each replacement adds 1.
    pub generation: u32,
    pub wrapped: Vec<u8>,
    /// The keys for lookups, sealed with this root key. Empty for the first root key, from which they are derived.
    pub index_keys: Vec<u8>,
}

/// A tenant's root keys. The first one is the one that seals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootKeys(Vec<WrappedRoot>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// There is one root key.
    Alone,
    /// There is a next root key, which seals nothing yet.
    Added,
    /// The next root key seals. The previous one only opens what it sealed.
    Used,
}

impl RootKeys {
    pub fn stage(&self) -> Stage {
        match &self.0[..] {
            [first, second, ..] if first.generation < second.generation => Stage::Added,
            [_, _, ..] => Stage::Used,
            _ => Stage::Alone,
        }
    }

    /// The generation of the root key that seals.
    pub fn generation(&self) -> Result<u32, Error> {
        self.first().map(|root| root.generation)
    }

    /// The same keys, but now the added key seals.
    pub fn used(&self) -> Self {
        Self(self.0.iter().rev().cloned().collect())
    }

    /// Only the root key that seals, without the one that it has replaced.
    pub fn alone(&self) -> Self {
        Self(self.0.first().cloned().into_iter().collect())
    }

    pub(crate) fn all(&self) -> &[WrappedRoot] {
        &self.0
    }

    pub(crate) fn first(&self) -> Result<&WrappedRoot, Error> {
        self.0.first().ok_or_else(malformed)
    }

    pub(crate) fn with(&self, root: WrappedRoot) -> Self {
        Self(self.0.iter().cloned().chain([root]).collect())
    }

    /// Reads the stored value.
    /// Errors: [`Error::Refused`] if it is malformed.
    pub fn parse(stored: &[u8]) -> Result<Self, Error> {
        // A value that KMS returned begins with a number.
        let Some(rest) = stored.strip_prefix(MAGIC) else {
            return Ok(Self(vec![WrappedRoot { generation: 0, wrapped: stored.to_vec(), index_keys: Vec::new() }]));
        };
        Self::parse_all(rest).filter(|roots| !roots.0.is_empty()).ok_or_else(malformed)
    }

    fn parse_all(rest: &[u8]) -> Option<Self> {
        let (number, mut rest) = rest.split_first()?;
        let mut roots = Vec::new();
        for _ in 0..*number {
            let (generation, after) = rest.split_first_chunk()?;
            let (wrapped, after) = value(after)?;
            let (index_keys, after) = value(after)?;
            let (wrapped, index_keys) = (wrapped.to_vec(), index_keys.to_vec());
            roots.push(WrappedRoot { generation: u32::from_be_bytes(*generation), wrapped, index_keys });
            rest = after;
        }
        rest.is_empty().then_some(Self(roots))
    }

    /// The value to store.
    /// Errors: [`Error::Refused`] if it would be too long.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        if let [WrappedRoot { generation: 0, wrapped, index_keys: _ }] = &self.0[..] {
            return Ok(wrapped.clone());
        }
        let too_long = |_| Error::Refused("too many root keys".to_owned());
        let mut bytes = MAGIC.to_vec();
        bytes.push(u8::try_from(self.0.len()).map_err(too_long)?);
        for WrappedRoot { generation, wrapped, index_keys } in &self.0 {
            bytes.extend(generation.to_be_bytes());
            for value in [wrapped, index_keys] {
                bytes.extend(u16::try_from(value.len()).map_err(too_long)?.to_be_bytes());
                bytes.extend(value);
            }
        }
        Ok(bytes)
    }
}

fn malformed() -> Error {
    Error::Refused("the root keys are malformed".to_owned())
}

/// A value that follows its length, and the bytes behind the value.
fn value(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(u16::from_be_bytes(*length).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_root_key_is_stored_as_kms_wrapped_it_and_several_read_back() {
        let first = WrappedRoot { generation: 0, wrapped: vec![1, 2, 2, 0], index_keys: Vec::new() };
        let second = WrappedRoot { generation: 1, wrapped: vec![1, 2, 2, 9], index_keys: vec![7; 300] };
        let alone = RootKeys(vec![first.clone()]);
        assert_eq!(
            (alone.to_bytes().unwrap(), RootKeys::parse(&first.wrapped).unwrap()),
            (first.wrapped.clone(), alone)
        );
        for roots in [vec![second.clone()], vec![first.clone(), second.clone()], vec![second, first]] {
            let roots = RootKeys(roots);
            let bytes = roots.to_bytes().unwrap();
            assert_eq!(RootKeys::parse(&bytes).unwrap(), roots);
            for length in MAGIC.len()..bytes.len() {
                assert!(RootKeys::parse(&bytes[..length]).is_err(), "{length}");
            }
        }
    }
}
