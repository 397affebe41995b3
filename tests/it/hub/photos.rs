//! Photos of a review: five slots, a signed upload directly to S3, and which files are accepted.

use std::future::poll_fn;
use std::io::Cursor;
use std::pin::pin;
use std::task::Poll;

use axum::body::Bytes;
use axum::http::{Request, Response};
use domain::request::PHOTO_SLOTS_MAX;
use domain::review::{PHOTO_BYTES_MAX, PHOTO_SIDE_MAX, PHOTOS_MAX};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder as _, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use local::PHOTOS_BUCKET;
use moxcms::ColorProfile;

use crate::support::*;

/// Hidden in a file's metadata; nothing stored may contain it.
const CANARY: &[u8] = b"GPS 48.8584N 2.2945E canary";

struct Customer {
    shop: Shop,
    hub: String,
}

#[derive(Clone)]
pub struct Upload {
    pub url: String,
    pub fields: Vec<(String, String)>,
}

pub async fn wants(shop: &Shop, hub: &str, item: &str) -> Reply {
    let fields = [("token", token_of(hub)), ("item", item)];
    let call = shop.call("POST", "/review/hub/photo").without_key().form(&fields);
    call.header("accept", "application/json").send().await
}

/// S3's event about a file, in a message to `take-photo`.
pub fn event_about(key: &str) -> Value {
    event_of(json!({"time": "2026-11-20T06:00:00Z", "detail": {"object": {"key": key, "size": 1000}}}).to_string())
}

/// A message to `take-photo`.
pub fn event_of(body: String) -> Value {
    json!({"Records": [{"messageId": "1", "body": body}]})
}

/// Gives `take-photo` an event; returns whether it succeeded.
pub async fn takes(parts: take_photo::Parts, event: Value) -> bool {
    let done = take_photo::handle(parts, serde_json::from_value(event).unwrap()).await.unwrap();
    done.batch_item_failures.is_empty()
}

/// Lets a run go on until it begins its nth call of these operations, counted from 0, if there is one. Then the others act,
/// and the run goes on to its end.
pub async fn held<T>(
    aws: &SmallAws,
    nth: usize,
    is_counted: fn(&str) -> bool,
    run: impl Future<Output = T>,
    others: impl Future<Output = ()>,
) -> T {
    let (calls, mut run) = (Arc::new(AtomicUsize::new(0)), pin!(run));
    let counted = Arc::clone(&calls);
    aws.set_faults(move |call| {
        counted.fetch_add(usize::from(is_counted(&call.operation)), Ordering::SeqCst);
        Fault::None
    });
    let ended = poll_fn(|context| match run.as_mut().poll(context) {
        Poll::Ready(ended) => Poll::Ready(Some(ended)),
        Poll::Pending if calls.load(Ordering::SeqCst) > nth => Poll::Ready(None),
        Poll::Pending => Poll::Pending,
    });
    let ended = ended.await;
    others.await;
    match ended {
        Some(ended) => ended,
        None => run.await,
    }
}

/// Uploads a file for the first item of a request, and returns its key. The file is not processed yet.
pub async fn upload(shop: &Shop, hub: &str, file: &[u8]) -> String {
    let wanted = wants(shop, hub, "0").await.is(200);
    let upload = Upload::of(&wanted.json());
    assert_eq!(upload.send(shop, file).status(), 204);
    upload.key().to_owned()
}

impl Customer {
    async fn new() -> Self {
        let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG, TRAY]})).await;
        Self { shop, hub }
    }

    async fn wants(&self, item: &str) -> Reply {
        wants(&self.shop, &self.hub, item).await
    }

    async fn form(&self) -> Upload {
        let reply = self.wants("0").await.is(200);
        Upload::of(&reply.json())
    }

    /// Uploads a file, which S3 must accept, and waits until it was processed.
    async fn adds(&self, file: &[u8]) -> Upload {
        let upload = self.form().await;
        assert_eq!(upload.send(&self.shop, file).status(), 204);
        self.shop.settle().await;
        upload
    }

    async fn page(&self) -> String {
        self.shop.browse(&self.hub).await.body
    }

    async fn removes(&self, slot: &str) {
        self.shop.sends("photo/remove", &self.hub, &[("photo", slot)]).await.is(303);
    }

    async fn sees(&self) -> Vec<Bytes> {
        let see = |url: String| {
            let answer = view(&self.shop, &url);
            assert!(answer.status() == 200 && answer.headers()["content-type"] == "image/jpeg", "{url}");
            answer.into_body()
        };
        addresses(&self.shop, &self.hub).await.into_iter().map(see).collect()
    }

    async fn places(&self) -> Vec<Value> {
        let rows = table(&self.shop.world).await;
        rows.into_iter().filter(|row| row["SK"]["S"].text().contains("#photo#")).collect()
    }
}

impl Upload {
    pub fn of(body: &Value) -> Self {
        let fields = body["fields"].list().iter().map(|field| (field[0].owned(), field[1].owned()));
        Self { url: body["url"].owned(), fields: fields.collect() }
    }

    pub fn key(&self) -> &str {
        &self.fields.iter().find(|(name, _)| name == "key").unwrap().1
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|(field, _)| field == name) {
            Some((_, held)) => *held = value.to_owned(),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// Sends the form as a browser does, the file last.
    pub fn send(&self, shop: &Shop, file: &[u8]) -> Response<Bytes> {
        let mut body = Vec::new();
        for (name, value) in &self.fields {
            body.extend(
                format!("--b0undary\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        let file_name = "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg";
        body.extend(format!("--b0undary\r\n{file_name}\r\n\r\n").bytes());
        body.extend(file);
        body.extend(b"\r\n--b0undary--\r\n");
        let request = Request::post(&self.url).header("content-type", "multipart/form-data; boundary=b0undary");
        shop.aws().browse(&format!("/{PHOTOS_BUCKET}"), &request.body(body.into()).unwrap())
    }

    pub fn refusal(&self, shop: &Shop, file: &[u8]) -> String {
        let answer = self.send(shop, file);
        let body = String::from_utf8(answer.body().to_vec()).unwrap();
        let part = |name: &str| {
            body.split(&format!("<{name}>")).nth(1).unwrap_or_default().split('<').next().unwrap().to_owned()
        };
        format!("{} {} {}", answer.status().as_u16(), part("Code"), part("Message"))
    }
}

/// The signed addresses of the photos on a page.
pub async fn addresses(shop: &Shop, hub: &str) -> Vec<String> {
    let page = shop.browse(hub).await.is(200).body;
    let urls = page.split("<img src=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    urls.filter(|url| url.contains("X-Amz-Signature")).map(|url| url.replace("&#38;", "&")).collect()
}

/// The keys of all photos but the small copies.
pub fn originals(aws: &SmallAws) -> Vec<String> {
    let others = ["erasures/", "imports/"];
    let is_other = |key: &String| key.ends_with("-320") || others.iter().any(|folder| key.starts_with(folder));
    aws.objects().into_iter().filter(|key| !is_other(key)).collect()
}

pub fn view(shop: &Shop, url: &str) -> Response<Bytes> {
    let path = url.split("/local/s3").nth(1).unwrap().split('?').next().unwrap();
    let request = Request::get(url).header("host", "shop.example").body(Bytes::new()).unwrap();
    shop.aws().browse(path, &request)
}

/// The same at a signed path, as the answer to a call.
pub fn seen(shop: &Shop, path: &str) -> Reply {
    let (head, bytes) = view(shop, &format!("{BASE_URL}{path}")).into_parts();
    let (body, body_bytes) = (String::from_utf8_lossy(&bytes).into_owned(), bytes.len());
    Reply { status: head.status, headers: head.headers, body, bytes: bytes.to_vec(), body_bytes }
}

/// A picture whose left half is red and whose right half is blue.
fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) })
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(&picture(width, height).into(), ImageFormat::Jpeg)
}

/// A JPEG with Exif metadata: an orientation, and [`CANARY`] as the place where it was taken.
pub fn jpeg_with_exif(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif.extend(CANARY);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let plain = jpeg(width, height);
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

fn is_red(pixel: &Rgb<u8>) -> bool {
    pixel[0] > 150 && pixel[2] < 100
}

fn read(file: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(file, ImageFormat::Jpeg).unwrap().to_rgb8()
}

#[tokio::test]
async fn a_photo_is_uploaded_examined_and_shown_as_a_small_jpeg() {
    let customer = Customer::new().await;
    let upload = customer.form().await;
    customer.page().await.shows(["A photo is being uploaded or checked."]);
    assert_eq!(upload.send(&customer.shop, &jpeg(2400, 1200)).status(), 204);
    // Whoever posts a form a hundred times delays nobody else, because the queue is fair.
    customer.shop.aws().publish_uploads().unwrap();
    let groups = customer.shop.aws().queue(Work::Photos).unwrap().waiting_groups();
    assert_eq!(groups, [Some(upload.key().to_owned())]);
    customer.shop.settle().await;
    let [shown] = &customer.sees().await[..] else { panic!("one photo") };
    assert_eq!(read(shown).dimensions(), (PHOTO_SIDE_MAX, PHOTO_SIDE_MAX / 2));
    let photo = r#"alt="Your photo 1 of Stoneware mug" width="1600" height="800""#;
    customer.page().await.shows([photo]).lacks(["being uploaded"]);
    let [stored] = &originals(customer.shop.aws())[..] else { panic!("the upload is gone") };
    assert!(stored.starts_with("photos/fern.live/"));
    let reply = customer.shop.browse(&customer.hub).await;
    reply.header("content-security-policy").shows(["connect-src 'self' http://shop.example;"]);
}

#[tokio::test]
async fn nothing_but_the_picture_is_stored_upright_and_on_white() {
    let customer = Customer::new().await;
    let clear = RgbaImage::from_fn(40, 40, |x, _| if x < 20 { Rgba([220, 20, 20, 255]) } else { Rgba([0, 0, 0, 0]) });
    // Orientation 6: the picture has to be turned clockwise by 90 degrees.
    let turned = jpeg_with_exif(80, 40, 6);
    assert!(turned.windows(CANARY.len()).any(|part| part == CANARY));
    let [png, webp] = [ImageFormat::Png, ImageFormat::WebP].map(|format| encoded(&clear.clone().into(), format));
    // The last one has as many bytes as a file may have: an end that no decoder reads.
    let largest = [turned.clone(), vec![0; usize::try_from(PHOTO_BYTES_MAX).unwrap() - turned.len()]].concat();
    for file in [png, webp, largest] {
        customer.adds(&file).await;
    }
    let [png, webp, turned] = &customer.sees().await[..] else { panic!("three photos") };
    for photo in [png, webp] {
        let photo = read(photo);
        assert!(is_red(photo.get_pixel(5, 20)) && photo.get_pixel(35, 20)[1] > 250);
    }
    for part in [CANARY, b"Exif", b"canary"] {
        assert!(!turned.windows(part.len()).any(|found| found == part));
    }
    let upright = read(turned);
    assert_eq!(upright.dimensions(), (40, 80));
    assert!(is_red(upright.get_pixel(20, 10)) && !is_red(upright.get_pixel(20, 70)), "what was left is above");
}

fn jpeg_with_profile(colour: [u8; 3], profile: Vec<u8>) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, 100);
    encoder.set_icc_profile(profile).unwrap();
    encoder.encode_image(&RgbImage::from_pixel(40, 40, Rgb(colour))).unwrap();
    file
}

#[tokio::test]
async fn a_photos_colours_are_those_of_its_profile() {
    let customer = Customer::new().await;
    let profile = |profile: ColorProfile| profile.encode().unwrap();
    // The colours of Display P3 and Adobe RGB in sRGB, as a browser shows them. A broken profile counts as none.
    for (colour, profile, right) in [
        ([220, 90, 60], profile(ColorProfile::new_display_p3()), [238, 78, 46]),
        ([60, 200, 90], profile(ColorProfile::new_adobe_rgb()), [0, 201, 80]),
        ([60, 90, 200], profile(ColorProfile::new_srgb()), [60, 90, 200]),
        ([60, 90, 200], b"no profile".to_vec(), [60, 90, 200]),
    ] {
        customer.adds(&jpeg_with_profile(colour, profile)).await;
        let Rgb(shown) = *read(customer.sees().await.last().unwrap()).get_pixel(20, 20);
        assert!(shown.iter().zip(right).all(|(is, right)| is.abs_diff(right) <= 6), "{colour:?} is {shown:?}");
    }
}

#[tokio::test]
async fn a_file_that_is_no_photo_is_refused_with_advice() {
    let whole = jpeg_with_exif(400, 300, 1);
    // A PNG of 100 by 100 pixels whose header claims another size.
    let claiming = |width: u32, height: u32| {
        let mut png = encoded(&picture(100, 100).into(), ImageFormat::Png);
        png[16..24].copy_from_slice(&[width.to_be_bytes(), height.to_be_bytes()].concat());
        let sum = crc32(&png[12..29]).to_be_bytes();
        png[29..33].copy_from_slice(&sum);
        png
    };
    let (bomb, strip, tower) = (claiming(10_000, 10_000), claiming(20_001, 1), claiming(1, 50_000_000));
    let unreadable = "This file could not be read as a photo.";
    for (file, words) in [
        (&b"\x89PNG but no more"[..], unreadable),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", unreadable),
        (b"GIF89a\x01\0\x01\0\0\0\0;", unreadable),
        (b"\0\0\0\x18ftypheic\0\0\0\0", unreadable),
        (&whole[..whole.len() * 2 / 3], unreadable),
        (&whole[..300], unreadable),
        (&bomb, "more than 50 megapixels"),
        (&strip, "longer than 20,000 pixels"),
        (&tower, "longer than 20,000 pixels"),
    ] {
        let customer = Customer::new().await;
        customer.adds(file).await;
        customer.page().await.shows([words, "data-add-photo", "data-left=\"5\""]);
        assert_eq!(customer.shop.aws().objects(), [""; 0]);
        // A good file takes its place.
        customer.adds(&jpeg(40, 40)).await;
        assert!(customer.places().await.iter().any(is_ready));
    }
}

/// PNG's checksum, for the chunk that is changed here.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[tokio::test]
async fn s3_accepts_only_what_was_signed_and_only_for_ten_minutes() {
    let customer = Customer::new().await;
    let (shop, file, form) = (&customer.shop, jpeg(40, 40), customer.form().await);
    let too_large = vec![0; usize::try_from(PHOTO_BYTES_MAX).unwrap() + 1];
    let elsewhere = form.key().replace("/0/0/", "/0/1/");
    for (field, value, file, refused) in [
        ("key", &*elsewhere, &file[..], "403 AccessDenied Invalid according to Policy: Policy Condition failed"),
        ("Content-Type", "text/html", &file, "403 AccessDenied Invalid according to Policy: Policy Condition failed"),
        ("acl", "public-read", &file, "403 AccessDenied Invalid according to Policy: Extra input fields: acl"),
        ("x-amz-signature", &"0".repeat(64), &file, "403 SignatureDoesNotMatch"),
        ("key", form.key(), &too_large, "400 EntityTooLarge"),
        ("key", form.key(), b"", "400 EntityTooSmall"),
    ] {
        let refusal = form.clone().with(field, value).refusal(shop, file);
        assert!(refusal.starts_with(refused), "{refusal}");
    }
    shop.jump(MINUTE * 10);
    assert!(form.refusal(shop, &file).starts_with("403 AccessDenied Invalid according to Policy: Policy expired."));
    assert_eq!(shop.aws().objects(), [""; 0]);
}

#[tokio::test]
async fn of_twenty_at_once_exactly_five_get_a_place() {
    let customer = Customer::new().await;
    let replies = join_all((0..20).map(|_| customer.wants("0"))).await;
    let (taken, refused): (Vec<_>, Vec<_>) = replies.iter().partition(|reply| reply.status == 200);
    assert_eq!((taken.len(), refused.len()), (PHOTOS_MAX, 15));
    assert!(refused.iter().all(|reply| reply.status == 409 && reply.body.contains("room for 5")));
    let keys: BTreeSet<_> = taken.iter().map(|reply| Upload::of(&reply.json()).key().to_owned()).collect();
    assert_eq!((keys.len(), customer.places().await.len()), (PHOTOS_MAX, PHOTOS_MAX));
    assert_eq!(customer.wants("1").await.status, 200, "another item has its own");
    assert_eq!(customer.shop.counters().await.get("engaged"), Some(&1));
    // A slot whose upload never arrived is free after ten minutes and no longer shown.
    customer.shop.jump(SECOND * 601);
    customer.page().await.lacks(["being uploaded"]);
    customer.wants("0").await.is(200);
    assert_eq!(customer.places().await.len(), PHOTOS_MAX + 1);
}

#[tokio::test]
async fn photos_are_added_and_removed_twenty_times_a_day_for_each_item() {
    let customer = Customer::new().await;
    // Two items; a slot that is empty again counts, and so do another item's.
    for number in 0..2 * PHOTO_SLOTS_MAX {
        let item = if number % 2 == 0 { "0" } else { "1" };
        assert_eq!(customer.wants(item).await.status, 200, "{number}");
        customer.shop.sends("photo/remove", &customer.hub, &[("item", item), ("photo", "0")]).await.is(303);
    }
    let refused = customer.wants("0").await.is(429);
    assert_eq!(refused.header("retry-after"), "64800", "18 hours of the day are left");
    refused.shows(["Photos were added very often today"]);
    // Sending the review does not reset the count.
    customer.shop.review(&customer.hub, 0).await;
    assert_eq!((customer.wants("1").await.status.as_u16(), customer.places().await.len()), (429, 0));
    customer.shop.jump(HOUR * 18);
    customer.wants("0").await.is(200);
}

#[tokio::test]
async fn an_event_delivered_twice_or_late_changes_nothing() {
    let customer = Customer::new().await;
    let world = &customer.shop.world;
    let parts = take_photo::start(world.env()).unwrap();
    let deliver = async |key: &str| takes(parts.clone(), event_about(key)).await;
    let first = customer.adds(&jpeg(40, 40)).await;
    let (places, objects) = (customer.places().await, world.aws().objects());
    assert!(deliver(first.key()).await);
    // A second picture is uploaded with the same form.
    assert_eq!(first.send(&customer.shop, &jpeg(90, 90)).status(), 204);
    customer.shop.settle().await;
    assert_eq!((customer.places().await, world.aws().objects()), (places, objects));
    // A photo removed during its upload leaves nothing behind.
    customer.form().await.send(&customer.shop, &jpeg(40, 40));
    customer.removes("1").await;
    customer.shop.settle().await;
    assert_eq!(originals(world.aws()).len(), 1);
    // The same event is delivered twice at the same time.
    let third = customer.form().await;
    third.send(&customer.shop, &jpeg(40, 40));
    let (one, other) = tokio::join!(deliver(third.key()), deliver(third.key()));
    assert!(one || other);
    customer.shop.settle().await;
    assert_eq!(customer.sees().await.len(), 2);
    for foreign in ["uploads/fern.live/1/0/0", "photos/fern.live/1/0/0/00000000000000000000000000000abc", ""] {
        assert!(!deliver(foreign).await, "{foreign}");
    }
}

#[tokio::test]
async fn a_failing_event_is_retried_and_then_moved_to_the_dead_letter_queue() {
    const AGAIN: SignedDuration = SignedDuration::from_mins(6);
    let customer = Customer::new().await;
    let shop = &customer.shop;
    shop.aws().hurry(1_000);
    customer.form().await.send(shop, &jpeg(40, 40));
    shop.fails(Service::S3, Fault::ServerError);
    shop.settle().await;
    shop.heals();
    shop.settle().await;
    customer.page().await.shows(["being uploaded or checked"]);
    assert_eq!(customer.sees().await.len(), 0, "the message is hidden for six minutes");
    shop.advance(AGAIN).await;
    assert_eq!(customer.sees().await.len(), 1);
    customer.form().await.send(shop, &jpeg(40, 40));
    shop.fails(Service::S3, Fault::ServerError);
    shop.advance(AGAIN * 10).await;
    shop.heals();
    shop.advance(AGAIN * 2).await;
    assert_eq!(customer.sees().await.len(), 1, "eight times, and no more");
    // A dead letter is the event unchanged, as if EventBridge could not reach the queue. A redrive sends it as a new message.
    let [dead] = &shop.aws().queue(Work::Photos).unwrap().dead()[..] else { panic!("one dead letter") };
    let event: Value = serde_json::from_str(&dead.body).unwrap();
    assert_eq!((&event["source"], &event["detail-type"]), (&json!("aws.s3"), &json!("Object Created")));
    let sqs = aws_sdk_sqs::Client::new(&shop.aws().sdk_config());
    sqs.send_message().queue_url(Work::Photos.url()).message_body(&dead.body).send().await.unwrap();
    shop.settle().await;
    assert_eq!(customer.sees().await.len(), 2);
}

#[tokio::test]
async fn a_sent_review_keeps_its_photos_and_a_draft_does_not() {
    let customer = Customer::new().await;
    customer.adds(&jpeg(40, 40)).await;
    let leaves = |places: &[Value]| places.iter().map(|place| place["ttl"]["N"].is_string()).collect::<Vec<_>>();
    let aws = customer.shop.aws();
    let marked = || originals(aws).iter().filter(|key| aws.tags(key).is_some()).count();
    assert_eq!(marked(), 1, "the bucket deletes what is never sent");
    assert_eq!(leaves(&customer.places().await), [true]);
    let late = customer.form().await;
    customer.shop.review(&customer.hub, 0).await;
    assert_eq!((leaves(&customer.places().await), marked()), (vec![false, false], 0));
    late.send(&customer.shop, &jpeg(60, 60));
    customer.shop.settle().await;
    customer.adds(&jpeg(80, 80)).await;
    assert_eq!((leaves(&customer.places().await), marked()), (vec![false; 3], 0), "added to a review that was sent");
    assert_eq!(customer.sees().await.len(), 3);
    customer.shop.review(&customer.hub, 0).await;
    assert_eq!(customer.sees().await.len(), 3);
}

#[tokio::test]
async fn a_failing_s3_blocks_no_review_and_a_review_that_is_sent_again_keeps_its_photos() {
    let customer = Customer::new().await;
    let (shop, aws) = (&customer.shop, customer.shop.aws());
    let leaves = async || customer.places().await[0].get("ttl").is_some();
    aws.hurry(1_000);
    customer.adds(&jpeg(40, 40)).await;
    shop.fails(Service::S3, Fault::ServerError);
    shop.review(&customer.hub, 0).await;
    assert!(leaves().await, "its photo leaves with its file, unless");
    shop.heals();
    shop.review(&customer.hub, 0).await;
    assert!(!leaves().await, "it is sent once more");
    // What changes nothing writes nothing.
    aws.take_calls();
    shop.review(&customer.hub, 0).await;
    let writes = |call: &small_aws::Call| call.service != Service::DynamoDb || call.operation == "TransactWriteItems";
    assert!(!aws.take_calls().iter().any(writes));
    shop.fails(Service::S3, Fault::ServerError);
    shop.writes(&customer.hub, &[("rating", "4"), ("text", "Other words."), ("display_name", "Jane")]).await.is(303);
    let review = shop.newest_review().await;
    assert_eq!((&review["content"], review["photos"].list().len()), (&json!("Other words."), 1));
}

#[tokio::test]
async fn the_slower_of_two_deliveries_lets_nobody_delete_a_photo_that_was_sent() {
    let customer = Customer::new().await;
    let (aws, form) = (customer.shop.aws(), customer.form().await);
    let parts = take_photo::start(customer.shop.world.env()).unwrap();
    form.send(&customer.shop, &jpeg(40, 40));
    let slower = takes(parts.clone(), event_about(form.key()));
    let others = async {
        assert!(takes(parts, event_about(form.key())).await);
        customer.shop.review(&customer.hub, 0).await;
    };
    assert!(held(aws, 0, |operation| operation == "PutObject", slower, others).await);
    let photo = form.key().replace("uploads/", "photos/");
    assert_eq!((originals(aws), aws.tags(&photo)), (vec![photo.clone()], None));
}

#[tokio::test]
async fn without_a_script_a_page_uploads_and_leads_back_with_nothing_typed_lost() {
    let customer = Customer::new().await;
    let token = token_of(&customer.hub);
    let typed =
        [("token", token), ("item", "0"), ("text", "Half a sentence"), ("rating", "4"), ("shown_as", "anonymous")];
    let reply = customer.shop.submit("/review/hub/photo", &typed).await.is(200);
    assert!(reply.header("content-security-policy").contains("form-action 'self' http://shop.example;"));
    let unescape = |text: &str| text.replace("&#38;", "&").replace("&#34;", "\"");
    let url = reply.body.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = reply.body.split("</form>").next().unwrap();
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1).map(|rest| {
        let (name, rest) = rest.split_once("\" value=\"").unwrap();
        (name.to_owned(), unescape(rest.split('"').next().unwrap()))
    });
    let upload = Upload { url: unescape(url), fields: fields.collect() };
    let answer = upload.send(&customer.shop, &jpeg(40, 40));
    assert_eq!(answer.status(), 303);
    let back = answer.headers()["location"].to_str().unwrap();
    let back = customer.shop.browse(back.strip_prefix(BASE_URL).unwrap()).await;
    back.leads(&format!("/review/hub?token={token}&item=0#item-0"));
    customer.shop.settle().await;
    customer.page().await.shows(["Half a sentence", r#"value="4" required checked"#]);
    assert_eq!(customer.sees().await.len(), 1);
    assert!(!format!("{:?}", customer.shop.aws().objects()).contains(token));
    let replaced = [("token", token), ("item", "0"), ("photo", "0"), ("text", "Half a sentence more"), ("rating", "3")];
    customer.shop.submit("/review/hub/photo/remove", &replaced).await.is(303);
    customer.page().await.shows(["Half a sentence more"]);
    assert_eq!(customer.sees().await.len(), 0);
}

/// Whether a photo's place says that the photo can be shown.
fn is_ready(place: &Value) -> bool {
    place["state"]["S"].text().starts_with("{\"ready\"")
}

#[tokio::test]
async fn a_review_sent_while_its_photo_is_examined_keeps_it() {
    // The review is sent before each of the calls that process the photo, one after the other.
    for nth in 0..8 {
        let customer = Customer::new().await;
        let (shop, upload) = (&customer.shop, customer.form().await);
        upload.send(shop, &jpeg(40, 40));
        let examined = takes(take_photo::start(shop.world.env()).unwrap(), event_about(upload.key()));
        assert!(held(shop.aws(), nth, |_| true, examined, shop.review(&customer.hub, 0)).await);
        shop.settle().await;
        let [place] = &customer.places().await[..] else { panic!("one place") };
        assert_eq!((is_ready(place), place.get("ttl")), (true, None), "{nth}");
        let [key] = &originals(shop.aws())[..] else { panic!("one object") };
        assert_eq!(shop.aws().tags(key), None, "{nth}");
    }
}

#[tokio::test]
async fn a_removal_that_is_not_committed_deletes_nothing_later() {
    let customer = Customer::new().await;
    customer.adds(&jpeg(40, 40)).await;
    customer.shop.review(&customer.hub, 0).await;
    customer.shop.aws().hurry(1_000);
    customer.shop.fails("TransactWriteItems", Fault::ServerError);
    customer.shop.sends("withdraw", &customer.hub, &[("sure", "yes")]).await.is(503);
    customer.shop.heals();
    customer.shop.advance(MINUTE * 2).await;
    assert_eq!((customer.sees().await.len(), originals(customer.shop.aws()).len()), (1, 1));
}
