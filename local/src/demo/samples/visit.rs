//! What a sample's customer does on the page behind their link.

use anyhow::{Context as _, ensure};
use axum::body::{Body, to_bytes};
use bytes::Bytes;
use form_urlencoded::Serializer;
use http::{Request, Response, header};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::World;
use crate::demo::Asked;
use crate::world::S3_PATH;

const MARK: &str = "Sample: ";
/// The user agent for the links: a program, but not a scanner.
const AGENT: &str = "Afterword's samples";
/// Stands between the parts of an upload. No photo contains it.
const BOUNDARY: &str = "a-part-of-the-samples-upload";

/// Opens the customer's page.
pub(super) async fn open(world: &World, asked: &Asked) -> anyhow::Result<()> {
    let get = Request::get(&asked.page).header(header::USER_AGENT, AGENT);
    let answer = world.router().oneshot(get.body(Body::empty())?).await?;
    ensure!(answer.status().is_success(), "a sample's page is answered with {}", answer.status());
    Ok(())
}

/// Writes or changes the review of the first item.
pub(super) async fn write(world: &World, asked: &Asked, stars: u8, name: &str, text: &str) -> anyhow::Result<()> {
    let (stars, text) = (stars.to_string(), format!("{MARK}{text}"));
    let fields = [("rating", stars.as_str()), ("display_name", name), ("text", &text)];
    let answer = post(world, asked, "/review/hub/review", &fields).await?;
    ensure!(answer.status().is_redirection(), "a sample's review is answered with {}", answer.status());
    Ok(())
}

/// Uploads a photo for the first item, as the page's script does.
pub(super) async fn add_photo(world: &World, asked: &Asked, photo: &[u8]) -> anyhow::Result<()> {
    let answer = post(world, asked, "/review/hub/photo", &[]).await?;
    ensure!(answer.status().is_success(), "a sample's photo is answered with {}", answer.status());
    let form: Value = serde_json::from_slice(&to_bytes(answer.into_body(), usize::MAX).await?)?;
    let bucket = format!("{}{S3_PATH}", world.base_url());
    let bucket = form["url"].as_str().and_then(|url| url.strip_prefix(&bucket)).context("a bucket of this machine")?;
    let part = |name: &str| format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"");
    let mut body = Vec::new();
    for field in form["fields"].as_array().context("the form's fields")? {
        let (name, value) = (field[0].as_str().context("a name")?, field[1].as_str().context("a value")?);
        body.extend_from_slice(format!("{}\r\n\r\n{value}\r\n", part(name)).as_bytes());
    }
    body.extend_from_slice(format!("{}; filename=\"sample.webp\"\r\n\r\n", part("file")).as_bytes());
    body.extend_from_slice(photo);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let upload = Request::post(format!("/{bucket}"));
    let upload = upload.header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
    let answer = world.aws().browse(&format!("/{bucket}"), &upload.body(Bytes::from(body))?);
    ensure!(answer.status().is_success(), "S3 answers a sample's photo with {}", answer.status());
    world.settle().await
}

/// Posts a form about the first item.
async fn post(world: &World, asked: &Asked, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<Response<Body>> {
    let (_, token) = asked.page.split_once("token=").context("a link")?;
    let form =
        Serializer::new(String::new()).extend_pairs([("token", token), ("item", "0")]).extend_pairs(fields).finish();
    let post = Request::post(path)
        .header(header::USER_AGENT, AGENT)
        .header(header::ACCEPT, "application/json")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    Ok(world.router().oneshot(post.body(Body::from(form))?).await?)
}
