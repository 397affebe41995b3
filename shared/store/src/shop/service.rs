//! The service's wrapped root key, from which the keys of tokens are derived.

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::table::{Error, Store, from_item, keys};

#[derive(Serialize, Deserialize)]
struct ServiceItem {
    root: ByteBuf,
}

impl Store {
    /// The service's wrapped root key; `None` before the first shop is set up.
    pub async fn service(&self) -> Result<Option<Vec<u8>>, Error> {
        let item = self.get(&keys::service()).await?;
        item.map(|item| Ok(from_item::<ServiceItem>(item)?.root.into_vec())).transpose()
    }

    /// Inserts the service's wrapped root key. `false` if there is one already.
    pub async fn insert_service(&self, root: &[u8]) -> Result<bool, Error> {
        self.insert(&keys::service(), &ServiceItem { root: ByteBuf::from(root.to_vec()) }).await
    }
}
