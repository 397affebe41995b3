//! The operator's bucket, from which CloudFormation takes templates and code.

use aws_config::Region;
use aws_lc_rs::digest::{SHA256, digest};
use aws_sdk_s3::Client;
use aws_sdk_s3::error::{ProvideErrorMetadata as _, SdkError};
use aws_sdk_s3::operation::head_bucket::HeadBucketError;
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{
    BucketLocationConstraint, CreateBucketConfiguration, PublicAccessBlockConfiguration, ServerSideEncryption,
    ServerSideEncryptionByDefault, ServerSideEncryptionConfiguration, ServerSideEncryptionRule, Tag, Tagging,
};
use aws_types::SdkConfig;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::deploy::call::failed;
use crate::deploy::history::History;
use crate::failure::{Failure, Kind};
use crate::target::Target;

/// A bucket of the account, and the beginning of the keys in it.
#[derive(Debug)]
pub struct Bucket {
    client: Client,
    region: Region,
    pub name: String,
    pub prefix: String,
    /// The account. Each call says it: a bucket of the right name that somebody else made is refused.
    owner: String,
}

impl Bucket {
    /// The bucket of this name.
    pub fn new(target: &Target, config: &SdkConfig, owner: String, name: String, prefix: String) -> Self {
        // The names of buckets are no hosts below another address.
        let s3 = aws_sdk_s3::config::Builder::from(config).force_path_style(target.endpoint.is_some()).build();
        let region = config.region().cloned().unwrap_or(Region::from_static(""));
        Self { client: Client::from_conf(s3), region, name, prefix, owner }
    }

    /// Whether the bucket is there and ours.
    ///
    /// # Errors
    /// If it is somebody else's, in another region, or may not be used.
    pub async fn exists(&self) -> Result<bool, Failure> {
        let Self { name, .. } = self;
        let head = self.client.head_bucket().bucket(name).expected_bucket_owner(&self.owner).send().await;
        let error = match head {
            Ok(head) if head.bucket_region().is_none_or(|region| region == self.region.as_ref()) => return Ok(true),
            Ok(_) => return Err(self.refused("is in another region than the stack. Lambda takes no code from there")),
            Err(error) => error,
        };
        // An answer to HEAD has no body, so that its status says it all.
        match (error.as_service_error(), error.raw_response().map(|answer| answer.status().as_u16())) {
            (Some(HeadBucketError::NotFound(_)), _) | (_, Some(404)) => Ok(false),
            (_, Some(301)) => Err(self.refused("is in another region than the stack. Lambda takes no code from there")),
            (_, Some(403)) => {
                Err(self.refused("belongs to another account, or may not be used with these credentials"))
            }
            _ => Err(failed(&format!("The bucket {name} cannot be seen"), &error)),
        }
    }

    fn refused(&self, why: &str) -> Failure {
        Failure::new(Kind::Refused, format!("The bucket {} {why}. Name another one with --bucket.", self.name))
    }

    /// Makes the bucket: private, encrypted and tagged.
    ///
    /// # Errors
    /// If it cannot be made.
    pub async fn make(&self) -> Result<(), Failure> {
        let Self { client, name, owner, .. } = self;
        let what = format!("The bucket {name} cannot be made");
        // S3 takes no constraint for its first region.
        let place = (self.region.as_ref() != "us-east-1").then(|| {
            let region = BucketLocationConstraint::from(self.region.as_ref());
            CreateBucketConfiguration::builder().location_constraint(region).build()
        });
        let made = client.create_bucket().bucket(name).set_create_bucket_configuration(place).send().await;
        made.map_err(|error| failed(&what, &error))?;
        let private = PublicAccessBlockConfiguration::builder()
            .block_public_acls(true)
            .ignore_public_acls(true)
            .block_public_policy(true)
            .restrict_public_buckets(true)
            .build();
        let call = client.put_public_access_block().bucket(name).expected_bucket_owner(owner);
        let done = call.public_access_block_configuration(private).send().await;
        done.map_err(|error| failed(&what, &error))?;
        let incomplete = |error| Failure::new(Kind::Refused, what.clone()).because(&error);
        let by_default = ServerSideEncryptionByDefault::builder().sse_algorithm(ServerSideEncryption::Aes256);
        let by_default = by_default.build().map_err(incomplete)?;
        let rule = ServerSideEncryptionRule::builder().apply_server_side_encryption_by_default(by_default).build();
        let encrypted = ServerSideEncryptionConfiguration::builder().rules(rule).build().map_err(incomplete)?;
        let call = client.put_bucket_encryption().bucket(name).expected_bucket_owner(owner);
        let done = call.server_side_encryption_configuration(encrypted).send().await;
        done.map_err(|error| failed(&what, &error))?;
        let tag = Tag::builder().key("app").value("afterword").build().map_err(incomplete)?;
        let tags = Tagging::builder().tag_set(tag).build().map_err(incomplete)?;
        let call = client.put_bucket_tagging().bucket(name).expected_bucket_owner(owner).tagging(tags);
        call.send().await.map_err(|error| failed(&what, &error))?;
        Ok(())
    }

    /// Whether there is something under a key.
    ///
    /// # Errors
    /// If S3 does not answer.
    pub async fn has(&self, key: &str) -> Result<bool, Failure> {
        let call = self.client.head_object().bucket(&self.name).expected_bucket_owner(&self.owner);
        match call.key(self.key(key)).send().await {
            Ok(_) => Ok(true),
            Err(error) if status(&error) == Some(404) => Ok(false),
            Err(error) => Err(failed(&format!("The bucket {} cannot be read", self.name), &error)),
        }
    }

    /// Puts something under a key. S3 compares its checksum.
    ///
    /// # Errors
    /// If it does not arrive.
    pub async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<(), Failure> {
        let call = self.client.put_object().bucket(&self.name).expected_bucket_owner(&self.owner).key(self.key(key));
        let call = call.checksum_sha256(STANDARD.encode(digest(&SHA256, &bytes)));
        let put = call.body(ByteStream::from(bytes)).send().await;
        put.map_err(|error| failed(&format!("{key} cannot be put into the bucket {}", self.name), &error))?;
        Ok(())
    }

    /// The releases that a stack was deployed from.
    ///
    /// # Errors
    /// If they cannot be read.
    pub async fn history(&self, stack: &str) -> Result<History, Failure> {
        let what = format!("The bucket {} cannot be read", self.name);
        let key = history_key(stack);
        let call = self.client.get_object().bucket(&self.name).expected_bucket_owner(&self.owner);
        let got = match call.key(self.key(&key)).send().await {
            Ok(got) => got,
            Err(error) if matches!(error.code(), Some("NoSuchKey" | "NoSuchBucket")) => return Ok(History::default()),
            Err(error) => return Err(failed(&what, &error)),
        };
        let bytes = got.body.collect().await.map_err(|error| Failure::new(Kind::Unreachable, what).because(&error))?;
        serde_json::from_slice(&bytes.into_bytes()).map_err(|error| {
            let why = format!("{} in the bucket {} is not what this program writes.", self.key(&key), self.name);
            Failure::new(Kind::Refused, why).because(&error)
        })
    }

    /// Keeps the releases that a stack was deployed from.
    ///
    /// # Errors
    /// If they cannot be written.
    pub async fn put_history(&self, stack: &str, history: &History) -> Result<(), Failure> {
        let json = serde_json::to_vec_pretty(history);
        let json = json.map_err(|error| Failure::new(Kind::Refused, "The history is not JSON.").because(&error))?;
        self.put(&history_key(stack), json).await
    }

    /// The address under which CloudFormation finds a file.
    pub fn address(&self, key: &str) -> String {
        let region = self.region.as_ref();
        let suffix = if region.starts_with("cn-") { ".cn" } else { "" };
        format!("https://s3.{region}.amazonaws.com{suffix}/{}/{}", self.name, self.key(key))
    }

    fn key(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }
}

fn history_key(stack: &str) -> String {
    format!("stacks/{stack}.json")
}

fn status<E>(error: &SdkError<E>) -> Option<u16> {
    error.raw_response().map(|answer| answer.status().as_u16())
}
