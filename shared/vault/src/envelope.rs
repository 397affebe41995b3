//! Sealed fields: who could read the table learns neither a value nor its exact length, and who
//! could write it cannot move one elsewhere.
//!
//! `version 1 | algorithm 1 | key generation 4 | nonce 12 | ciphertext | tag 16`, AES-256-GCM-SIV
//! (RFC 8452: a repeated nonce would reveal equality, not the key). The header, the tenant, the
//! item's key and the field's name are authenticated with it.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, Nonce, UnboundKey};

use crate::{Error, Random};

const VERSION: u8 = 1;
const AES_256_GCM_SIV_ID: u8 = 1;
/// Root keys are not rotated yet; the place for their generation is kept.
const GENERATION: u32 = 0;
const HEADER: usize = 6;
const NONCE: usize = 12;
/// Plaintexts are padded to whole steps of this many bytes.
const STEP: usize = 32;
/// ISO/IEC 7816-4 padding: one mark, then zeros.
const MARK: u8 = 0x80;

pub(crate) struct Sealer(LessSafeKey);

/// Where a sealed field belongs.
#[derive(Clone, Copy)]
pub(crate) struct FieldAddress<'a> {
    pub tenant: &'a str,
    pub item: &'a str,
    pub field: &'a str,
}

impl Sealer {
    pub(crate) fn new(key: &[u8; 32]) -> Result<Self, Error> {
        let key = UnboundKey::new(&AES_256_GCM_SIV, key).map_err(|_| Error::Cipher)?;
        Ok(Self(LessSafeKey::new(key)))
    }

    pub(crate) fn seal(&self, place: FieldAddress<'_>, plain: &[u8], random: &Random) -> Result<Vec<u8>, Error> {
        let header = header();
        let nonce: [u8; NONCE] = random.bytes();
        let mut body = plain.to_vec();
        body.push(MARK);
        body.resize(body.len().next_multiple_of(STEP), 0);
        self.0
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad(header, place), &mut body)
            .map_err(|_| Error::Cipher)?;
        Ok([&header[..], &nonce, &body].concat())
    }

    pub(crate) fn open(&self, place: FieldAddress<'_>, sealed: &[u8]) -> Result<Vec<u8>, Error> {
        let (head, rest) = sealed.split_first_chunk::<HEADER>().ok_or(Error::NotAuthentic)?;
        let (nonce, body) = rest.split_first_chunk::<NONCE>().ok_or(Error::NotAuthentic)?;
        if *head != header() {
            return Err(Error::NotAuthentic);
        }
        let mut body = body.to_vec();
        let length = self
            .0
            .open_in_place(Nonce::assume_unique_for_key(*nonce), aad(*head, place), &mut body)
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
}

fn header() -> [u8; HEADER] {
    let [a, b, c, d] = GENERATION.to_be_bytes();
    [VERSION, AES_256_GCM_SIV_ID, a, b, c, d]
}

/// Each part with its length before it, so that no two places share their bytes.
fn aad(header: [u8; HEADER], place: FieldAddress<'_>) -> Aad<Vec<u8>> {
    let mut bytes = header.to_vec();
    for part in [place.tenant, place.item, place.field] {
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    Aad::from(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: FieldAddress<'_> = FieldAddress { tenant: "shop.live", item: "PII#1", field: "email" };

    fn sealed(plain: &[u8]) -> (Sealer, Vec<u8>) {
        let sealer = Sealer::new(&[7; 32]).unwrap();
        let sealed = sealer.seal(PLACE, plain, &Random::new(|bytes| bytes.fill(9))).unwrap();
        (sealer, sealed)
    }

    #[test]
    fn what_was_sealed_opens() {
        for length in [0, 1, 31, 32, 33, 254] {
            let plain = vec![MARK; length];
            let (sealer, bytes) = sealed(&plain);
            assert_eq!(sealer.open(PLACE, &bytes).unwrap(), plain);
            assert_eq!((bytes.len() - HEADER - NONCE - 16) % STEP, 0);
        }
    }

    #[test]
    fn every_flipped_bit_is_refused() {
        let (sealer, bytes) = sealed(b"jane@example.com");
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(sealer.open(PLACE, &flipped).is_err(), "bit {bit}");
        }
        for length in 0..bytes.len() {
            assert!(sealer.open(PLACE, &bytes[..length]).is_err(), "length {length}");
        }
    }

    #[test]
    fn a_field_moved_elsewhere_is_refused() {
        let (sealer, bytes) = sealed(b"jane@example.com");
        for place in [
            FieldAddress { tenant: "other.live", ..PLACE },
            FieldAddress { tenant: "shop.test", ..PLACE },
            FieldAddress { item: "PII#2", ..PLACE },
            FieldAddress { field: "name", ..PLACE },
            FieldAddress { tenant: "shop.livePII", item: "#1", ..PLACE },
        ] {
            assert!(sealer.open(place, &bytes).is_err());
        }
        assert!(Sealer::new(&[8; 32]).unwrap().open(PLACE, &bytes).is_err());
    }
}
