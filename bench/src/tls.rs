//! TLS in front of the small AWS, with certificates like those of AWS's own endpoints.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, PKCS_RSA_SHA256, RsaKeySize};
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::aws_lc_rs,
        pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
    },
};

/// A root, an intermediate and a leaf for `localhost` and 127.0.0.1, all RSA 2048: the chain of
/// `dynamodb.<region>.amazonaws.com`. Its verification is most of a first call's cost.
#[derive(Clone)]
pub(crate) struct Identity {
    /// The root, for `AWS_CA_BUNDLE`.
    pub(crate) root_pem: String,
    server: Arc<ServerConfig>,
}

impl Identity {
    /// Makes new keys. They are valid as long as this value exists.
    pub(crate) fn generate() -> anyhow::Result<Self> {
        let root = CertifiedIssuer::self_signed(authority("Loopback Root CA"), key()?)?;
        let intermediate = CertifiedIssuer::signed_by(authority("Loopback RSA 2048 M01"), key()?, &root)?;
        let leaf_key = key()?;
        let leaf = CertificateParams::new(["localhost".to_owned(), "127.0.0.1".to_owned()])?
            .signed_by(&leaf_key, &intermediate)?;
        let server = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(
                vec![leaf.der().clone(), intermediate.der().clone()],
                PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(leaf_key.serialize_der())),
            )?;
        Ok(Self { root_pem: root.pem(), server: Arc::new(server) })
    }
}

fn authority(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params
}

fn key() -> Result<KeyPair, rcgen::Error> {
    KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048)
}

/// Terminates TLS in front of a plain server. Dropping this value stops it.
pub(crate) struct TlsFront {
    address: SocketAddr,
    server: JoinHandle<()>,
}

impl TlsFront {
    pub(crate) async fn start(identity: &Identity, backend: SocketAddr) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let acceptor = TlsAcceptor::from(Arc::clone(&identity.server));
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                // A connection breaks when the process ends, which is no error.
                tokio::spawn(async move {
                    stream.set_nodelay(true)?;
                    let mut outside = acceptor.accept(stream).await?;
                    let mut inside = TcpStream::connect(backend).await?;
                    inside.set_nodelay(true)?;
                    copy_bidirectional(&mut outside, &mut inside).await
                });
            }
        });
        Ok(Self { address, server })
    }

    /// The value of `AWS_ENDPOINT_URL`.
    pub(crate) fn url(&self) -> String {
        format!("https://localhost:{}", self.address.port())
    }

    /// The same address under another host, to which clients open another connection, as they do for each service of
    /// AWS.
    pub(crate) fn other_url(&self) -> String {
        format!("https://127.0.0.1:{}", self.address.port())
    }
}

impl Drop for TlsFront {
    fn drop(&mut self) {
        self.server.abort();
    }
}
