//! A host on loopback with pictures and other files.

use std::future::pending;

use crate::support::*;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::Response;
use axum::http::header::LOCATION;
use tokio::net::TcpListener;

use crate::hub::photos::jpeg_with_exif;

/// The requested paths, and the bucket whose signed URLs lead to this host, if any.
#[derive(Clone, Default)]
struct Asked {
    paths: Arc<Mutex<Vec<String>>>,
    bucket: Arc<Mutex<Option<SmallAws>>>,
}

#[derive(Clone)]
pub struct Host {
    pub url: String,
    asked: Asked,
}

impl Host {
    pub async fn new() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Asked::default();
        let router = Router::new().fallback(answer).with_state(asked.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, asked }
    }

    /// The URL of a picture, as wide as its name says.
    pub fn photo(&self, width: u32) -> String {
        self.at(&format!("/{width}.jpg"))
    }

    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    pub fn asked(&self) -> Vec<String> {
        self.asked.paths.lock().unwrap().clone()
    }

    /// From now on, the host also answers URLs that the bucket signed.
    pub fn has_bucket(&self, aws: &SmallAws) {
        *self.asked.bucket.lock().unwrap() = Some(aws.clone());
    }
}

async fn answer(State(Asked { paths, bucket }): State<Asked>, request: Request) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let times = {
        let mut paths = paths.lock().unwrap();
        paths.push(path.clone());
        paths.iter().filter(|asked| **asked == path).count()
    };
    let with = |status: u16, body: Body| Response::builder().status(status).body(body).unwrap();
    match path.as_str() {
        "/text" => with(200, "This is no picture.".into()),
        "/large" => with(200, vec![0; 10 * 1024 * 1024 + 1].into()),
        "/redirect" => Response::builder().status(302).header(LOCATION, "/40.jpg").body(Body::empty()).unwrap(),
        "/busy-once.jpg" if times == 1 => with(503, Body::empty()),
        "/busy-once.jpg" => with(200, jpeg_with_exif(40, 20, 1).into()),
        "/busy" => with(503, Body::empty()),
        "/hangs" => pending().await,
        _ => {
            if let Some(width) = path.strip_prefix('/').and_then(|path| path.strip_suffix(".jpg")?.parse().ok()) {
                return with(200, jpeg_with_exif(width, 20, 1).into());
            }
            let bucket = bucket.lock().unwrap().clone();
            match (bucket, path.strip_prefix("/local/s3")) {
                (Some(aws), Some(key)) => {
                    let (head, _) = request.into_parts();
                    let request = axum::http::Request::from_parts(head, axum::body::Bytes::new());
                    aws.browse(key, &request).map(Body::from)
                }
                _ => with(404, Body::empty()),
            }
        }
    }
}
