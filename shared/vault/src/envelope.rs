//! Sealed fields. Somebody who reads the table learns neither a value nor its exact length; somebody who writes the
//! table cannot move a value to another place.
//!
//! `version 1 | algorithm 1 | key generation 4 | nonce 12 | ciphertext | tag 16`, AES-256-GCM-SIV (RFC 8452: a repeated
//! nonce would reveal that two values are equal, but not the key). The header, the tenant, the item's key and the
//! field's name are authenticated, too.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, Nonce, UnboundKey};

use crate::{Error, Random};

const VERSION: u8 = 1;
const AES_256_GCM_SIV_ID: u8 = 1;
const HEADER: usize = 6;
const NONCE: usize = 12;
/// Plaintexts are padded to a multiple of this many bytes.
const BLOCK: usize = 32;
/// Padding as in ISO/IEC 7816-4: one mark, then zeros.
const MARK: u8 = 0x80;

/// A key that seals fields, with the generation of its root key.
pub(crate) struct Sealer {
    generation: u32,
    key: LessSafeKey,
}

#[derive(Clone, Copy)]
pub(crate) struct FieldAddress<'a> {
    pub tenant: &'a str,
    pub item: &'a str,
    pub field: &'a str,
}

impl Sealer {
    pub(crate) fn new(generation: u32, key: &[u8; 32]) -> Result<Self, Error> {
        let key = UnboundKey::new(&AES_256_GCM_SIV, key).map_err(|_| Error::Cipher)?;
        Ok(Self { generation, key: LessSafeKey::new(key) })
    }

    /// Whether, according to its header, a value was sealed with the key of this generation.
    pub(crate) fn sealed(&self, sealed: &[u8]) -> bool {
        sealed.starts_with(&self.header())
    }

    pub(crate) fn seal(&self, address: FieldAddress<'_>, plain: &[u8], random: &Random) -> Result<Vec<u8>, Error> {
        let header = self.header();
        let nonce: [u8; NONCE] = random.bytes();
        let mut body = plain.to_vec();
        body.push(MARK);
        body.resize(body.len().next_multiple_of(BLOCK), 0);
        self.key
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad(header, address), &mut body)
            .map_err(|_| Error::Cipher)?;
        Ok([&header[..], &nonce, &body].concat())
    }

    pub(crate) fn open(&self, address: FieldAddress<'_>, sealed: &[u8]) -> Result<Vec<u8>, Error> {
        let (head, rest) = sealed.split_first_chunk::<HEADER>().ok_or(Error::NotAuthentic)?;
        let (nonce, body) = rest.split_first_chunk::<NONCE>().ok_or(Error::NotAuthentic)?;
        if *head != self.header() {
            return Err(Error::NotAuthentic);
        }
        let mut body = body.to_vec();
        let length = self
            .key
            .open_in_place(Nonce::assume_unique_for_key(*nonce), aad(*head, address), &mut body)
            .map_err(|_| Error::NotAuthentic)?
            .len();
        body.truncate(length);
        let end = body.iter().rposition(|&byte| byte != 0).ok_or(Error::NotAuthentic)?;
        if body[end] != MARK {
            return Err(Error::NotAuthentic);
        }
        body.truncate(end);
        Ok(body)
    }

    fn header(&self) -> [u8; HEADER] {
        let [a, b, c, d] = self.generation.to_be_bytes();
        [VERSION, AES_256_GCM_SIV_ID, a, b, c, d]
    }
}

/// Each part comes after its length, so that no two addresses have the same bytes.
fn aad(header: [u8; HEADER], address: FieldAddress<'_>) -> Aad<Vec<u8>> {
    let mut bytes = header.to_vec();
    for part in [address.tenant, address.item, address.field] {
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    Aad::from(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: FieldAddress<'_> = FieldAddress { tenant: "shop.live", item: "PII#1", field: "email" };

    fn sealed(plain: &[u8]) -> (Sealer, Vec<u8>) {
        let sealer = Sealer::new(0, &[7; 32]).unwrap();
        let sealed = sealer.seal(ADDRESS, plain, &Random::new(|bytes| bytes.fill(9))).unwrap();
        (sealer, sealed)
    }

    #[test]
    fn what_was_sealed_opens() {
        for length in [0, 1, 31, 32, 33, 254] {
            let plain = vec![MARK; length];
            let (sealer, bytes) = sealed(&plain);
            assert_eq!(sealer.open(ADDRESS, &bytes).unwrap(), plain);
            assert_eq!((bytes.len() - HEADER - NONCE - 16) % BLOCK, 0);
        }
    }

    #[test]
    fn every_flipped_bit_is_refused() {
        let (sealer, bytes) = sealed(b"jane@example.com");
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(sealer.open(ADDRESS, &flipped).is_err(), "bit {bit}");
        }
        for length in 0..bytes.len() {
            assert!(sealer.open(ADDRESS, &bytes[..length]).is_err(), "length {length}");
        }
    }

    #[test]
    fn a_field_moved_elsewhere_is_refused() {
        let (sealer, bytes) = sealed(b"jane@example.com");
        for address in [
            FieldAddress { tenant: "other.live", ..ADDRESS },
            FieldAddress { tenant: "shop.test", ..ADDRESS },
            FieldAddress { item: "PII#2", ..ADDRESS },
            FieldAddress { field: "name", ..ADDRESS },
            FieldAddress { tenant: "shop.livePII", item: "#1", ..ADDRESS },
        ] {
            assert!(sealer.open(address, &bytes).is_err());
        }
        assert!(Sealer::new(0, &[8; 32]).unwrap().open(ADDRESS, &bytes).is_err());
        assert!(Sealer::new(1, &[7; 32]).unwrap().open(ADDRESS, &bytes).is_err(), "of another generation");
    }
}
