//! A Chromium with a phone's screen, driven through its own chromedriver.

use std::{
    fmt::Display,
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    pin::Pin,
    process::{ChildStdout, Command},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use axum::{
    body::Bytes,
    http::{Request, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use http_body_util::{BodyExt, Full};
use serde_json::{Value, json};
use thirtyfour::{
    By, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, TypingData, WebDriver, WebElement,
    error::{WebDriverError, WebDriverResult},
    session::http::{Body, HttpClient},
};

use crate::{
    process::{Folder, Http, Process, http},
    support::BROWSER,
};

const NEEDED: &str = "the browser tests need chromium and chromedriver: `.ci/tools` installs both";
/// The screens on which pages are looked at. Of several widths, none may need sideways scrolling; tests look and tap on
/// the last.
#[derive(Clone, Copy, PartialEq)]
pub enum Screen {
    Phone,
    Desktop,
}

impl Screen {
    const fn widths(self) -> &'static [u64] {
        match self {
            Self::Phone => &[320, 360, 390],
            Self::Desktop => &[1024, 1280],
        }
    }
}

const HEIGHT: u64 = 844;
/// A phone's keyboard with its line of suggestions.
const KEYBOARD_HEIGHT: u64 = 336;
/// The script that finds barriers in a page (see the README beside it).
const AXE: &str = include_str!("assets/axe.min.js");
/// For one command of the driver, or one page.
const PATIENCE: Duration = Duration::from_secs(30);
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

pub struct Chromium {
    /// Dropped before the driver's process: by then it has closed the browser.
    web: WebDriver,
    _driver: Driver,
    mode: String,
    screen: Screen,
}

/// chromedriver. The browser is its child: it has to be asked to end both.
struct Driver {
    process: Process,
    port: u16,
    _output: BufReader<ChildStdout>,
}

impl Chromium {
    /// Opens one `with-javascript` or `without-javascript`, with an empty profile.
    pub async fn open(folder: &Folder, mode: &str) -> Self {
        Self::open_on(Screen::Phone, folder, mode).await
    }

    /// The same on another screen.
    pub async fn open_on(screen: Screen, folder: &Folder, mode: &str) -> Self {
        let driver = Driver::start(folder);
        let mut wanted = DesiredCapabilities::chrome();
        let own =
            [format!("--user-data-dir={}", folder.path().join("profile").display()), format!("--user-agent={BROWSER}")];
        for flag in FLAGS.into_iter().chain(own.iter().map(String::as_str)) {
            wanted.add_arg(flag).unwrap();
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All).unwrap();
        let javascript = mode == "with-javascript";
        if !javascript {
            let blocked = json!({"profile.managed_default_content_settings.javascript": 2});
            wanted.add_experimental_option("prefs", blocked).unwrap();
        }
        let address = format!("http://127.0.0.1:{}", driver.port);
        let web = WebDriver::builder(address, wanted).client(Wire(http())).connect().await;
        let web = web.unwrap_or_else(|error| panic!("{NEEDED} ({error})"));
        let chromium = Self { web, _driver: driver, mode: mode.to_owned(), screen };
        chromium.go("data:text/html,<title>off</title><script>document.title = 'on'</script>").await;
        assert_eq!(chromium.web.title().await.unwrap(), if javascript { "on" } else { "off" });
        for &width in screen.widths() {
            chromium.widen(width).await;
        }
        chromium
    }

    pub async fn close(self) {
        self.web.quit().await.unwrap();
    }

    pub async fn go(&self, url: &str) {
        self.web.goto(url).await.unwrap();
    }

    pub async fn url(&self) -> String {
        self.web.current_url().await.unwrap().to_string()
    }

    /// Waits until this is to be read on the page: a click does not wait for the page it leads to.
    pub async fn sees(&self, words: &str) {
        let started = Instant::now();
        loop {
            let text = match self.web.find(By::Css("body")).await {
                Ok(body) => body.text().await,
                Err(error) => Err(error),
            };
            match text {
                Ok(text) if text.contains(words) => return,
                seen if started.elapsed() > PATIENCE => panic!("no `{words}`: {seen:?}"),
                // The page that it read was just being replaced, or is still to be.
                _ => tokio::time::sleep(Duration::from_millis(60)).await,
            }
        }
    }

    /// Waits until this is to be read no more.
    pub async fn misses(&self, words: &str) {
        let started = Instant::now();
        while self.run("return document.body.innerText").await.as_str().is_some_and(|text| text.contains(words)) {
            assert!(started.elapsed() < PATIENCE, "still `{words}`");
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// Has the network lose everything from now on, or delay every answer by this.
    pub async fn network(&self, offline: bool, latency_ms: u64) {
        self.devtools("Network.enable", json!({})).await;
        let limits = json!({
            "offline": offline, "latency": latency_ms, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.devtools("Network.emulateNetworkConditions", limits).await;
    }

    pub async fn count(&self, css: &str) -> usize {
        self.web.find_all(By::Css(css)).await.unwrap().len()
    }

    /// Waits until the page has this many matching elements: a click does not wait for its result.
    pub async fn has(&self, css: &str, count: usize) {
        let started = Instant::now();
        while self.count(css).await != count && started.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
        assert_eq!(self.count(css).await, count, "{css}");
    }

    /// The current value of a field.
    pub async fn value(&self, css: &str) -> String {
        self.find(css).await.prop("value").await.unwrap().unwrap()
    }

    pub async fn click(&self, css: &str) {
        self.rest().await;
        self.find(css).await.click().await.unwrap();
    }

    /// Waits until the page no longer scrolls by itself: a click on what moves meets something else.
    async fn rest(&self) {
        let position = async || match self.web.execute("return scrollY", Vec::new()).await {
            Ok(position) => position.json().as_f64(),
            // A page without JavaScript stands still.
            Err(_) => None,
        };
        let mut before = position().await;
        while before.is_some() {
            tokio::time::sleep(Duration::from_millis(40)).await;
            let now = position().await;
            if now == before {
                return;
            }
            before = now;
        }
    }

    /// Clicks a star of an item.
    pub async fn rate(&self, item: usize, stars: usize) {
        self.click(&format!("#item-{item} .star:nth-child({stars})")).await;
    }

    /// Types into a field, in place of what it holds.
    pub async fn write(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// The sizes of pictures once they are loaded, each brought into view for that.
    pub async fn sizes(&self, css: &str) -> Vec<[u32; 2]> {
        let mut sizes = Vec::new();
        for picture in self.web.find_all(By::Css(css)).await.unwrap() {
            picture.scroll_into_view().await.unwrap();
            let side = async |name| picture.prop(name).await.unwrap().and_then(|side| side.parse().ok()).unwrap_or(0);
            let started = Instant::now();
            while side("naturalWidth").await == 0 && started.elapsed() < PATIENCE {
                tokio::time::sleep(Duration::from_millis(60)).await;
            }
            sizes.push([side("naturalWidth").await, side("naturalHeight").await]);
        }
        sizes
    }

    /// Chooses files of the machine, one path a line.
    pub async fn choose(&self, css: &str, paths: &str) {
        self.find(css).await.send_keys(paths).await.unwrap();
    }

    /// Clicks an item's button.
    pub async fn send(&self, item: usize) {
        self.click(&format!("#item-{item} .send button")).await;
    }

    /// Presses keys wherever the focus is, and says what has it then.
    pub async fn press(&self, keys: impl Into<TypingData>) -> String {
        self.web.action_chain().send_keys(keys).perform().await.unwrap();
        self.focus().await
    }

    /// The tag of the element that has the focus and, if it has one, its id.
    pub async fn focus(&self) -> String {
        let look = async || {
            let focused = self.web.active_element().await?;
            let (tag, id) = (focused.tag_name().await?, focused.id().await?);
            Ok::<_, WebDriverError>(
                id.filter(|id| !id.is_empty()).map_or_else(|| tag.clone(), |id| format!("{tag}#{id}")),
            )
        };
        // What had it may just have been replaced, with all of its page.
        let started = Instant::now();
        loop {
            match look().await {
                Ok(focused) => return focused,
                Err(error) => assert!(started.elapsed() < PATIENCE, "{error}"),
            }
        }
    }

    pub async fn pictures_are_shown(&self, expected: usize) {
        let pictures = self.web.find_all(By::Css("img")).await.unwrap();
        assert_eq!(pictures.len(), expected);
        for picture in pictures {
            assert_ne!(picture.prop("naturalWidth").await.unwrap().as_deref(), Some("0"), "a picture is missing");
        }
    }

    /// Looks the page over as it is: no sideways scrolling, nothing in the console, and a picture
    /// of all of it for people to look at too.
    pub async fn look(&self, name: &str) {
        self.look_at(self.screen.widths(), name).await;
    }

    /// The same at other widths.
    pub async fn look_at(&self, widths: &[u64], name: &str) {
        let mut size = Value::Null;
        for &width in widths {
            self.widen(width).await;
            // The content's own width: an overflow would widen a phone's viewport along with it.
            size = self.devtools("Page.getLayoutMetrics", json!({})).await["cssContentSize"].clone();
            assert!(size["width"].as_f64().unwrap() <= width as f64, "{name} is {size} on {width} px");
        }
        let whole = json!({"captureBeyondViewport": true, "clip": {
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1,
        }});
        let png = self.devtools("Page.captureScreenshot", whole).await;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join(format!("{name}-{}.png", self.mode));
        fs::write(file, STANDARD.decode(png["data"].as_str().unwrap()).unwrap()).unwrap();

        let page = self.url().await.split('?').next().unwrap().to_owned();
        for entry in self.web.browser_log().await.unwrap() {
            // That a page of an error has an error's status is said there too.
            let own = entry.message.starts_with(&page) && entry.message.contains("Failed to load resource");
            assert!(own, "{name}: {entry:?}");
        }
    }

    /// Shows pages `light` or `dark` from now on, and without motion.
    pub async fn prefers(&self, scheme: &str) {
        let features = json!({"features": [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]});
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// The barriers on the page as it is, by WCAG 2.2 A and AA and by axe's own good practices.
    pub async fn barriers(&self) -> Value {
        // The policy holds scripts back, this one too where the page would have to load it.
        self.web.execute(AXE, Vec::new()).await.unwrap();
        let run = "axe.run(document, {preload: false, resultTypes: ['violations']})\
            .then(found => arguments[0](found.violations.map(({id, help, nodes}) =>\
            ({id, help, at: nodes.map(node => node.html + ' ' + node.failureSummary)}))),\
            error => arguments[0](String(error)))";
        self.web.execute_async(run, Vec::new()).await.unwrap().json().clone()
    }

    /// The same at every width of the screen.
    pub async fn barriers_at_all_widths(&self) -> Value {
        let mut found = Vec::new();
        for &width in self.screen.widths() {
            self.widen(width).await;
            match self.barriers().await {
                Value::Array(barriers) => found.extend(barriers),
                failed => found.push(failed),
            }
        }
        Value::Array(found)
    }

    /// Runs a script in the page, which may be a promise, and waits for it.
    pub async fn run(&self, script: &str) -> Value {
        let waiting = format!("Promise.resolve((() => {{ {script} }})()).then(arguments[arguments.length - 1])");
        self.web.execute_async(waiting, Vec::new()).await.unwrap().json().clone()
    }

    /// Follows the link with these words.
    pub async fn follow(&self, words: &str) {
        self.web.find(By::LinkText(words)).await.unwrap().click().await.unwrap();
    }

    /// Runs a script in a frame of the page, which may run none itself.
    pub async fn run_in(&self, frame: &str, script: &str) -> Value {
        self.find(frame).await.enter_frame().await.unwrap();
        let returned = self.run(script).await;
        self.web.enter_default_frame().await.unwrap();
        returned
    }

    pub async fn back(&self) {
        self.web.back().await.unwrap();
    }

    pub async fn forward(&self) {
        self.web.forward().await.unwrap();
    }

    pub async fn reload(&self) {
        self.web.refresh().await.unwrap();
    }

    /// Taps twice, as somebody does who got no answer at once.
    pub async fn double_click(&self, css: &str) {
        let target = self.find(css).await;
        self.web.action_chain().double_click_element(&target).perform().await.unwrap();
    }

    async fn find(&self, css: &str) -> WebElement {
        self.web.find(By::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    async fn widen(&self, width: u64) {
        self.resize(width, HEIGHT).await;
    }

    /// Opens the phone's keyboard, or closes it: what is left of the screen is the page's.
    pub async fn keyboard(&self, is_open: bool) {
        let width = self.screen.widths().last().copied().unwrap();
        self.resize(width, if is_open { HEIGHT - KEYBOARD_HEIGHT } else { HEIGHT }).await;
    }

    async fn resize(&self, width: u64, height: u64) {
        let screen =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": self.screen == Screen::Phone});
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    }

    async fn devtools(&self, method: &str, input: Value) -> Value {
        self.web.cdp().send_raw(method, input).await.unwrap()
    }
}

impl Driver {
    fn start(folder: &Folder) -> Self {
        // It ends if the port that it found for one kind of address is taken for the other.
        let mut tries = (0..3).map(|_| Self::try_start(folder));
        tries
            .find_map(|started| started)
            .unwrap_or_else(|| panic!("chromedriver ends by itself: {}", folder.path().display()))
    }

    fn try_start(folder: &Folder) -> Option<Self> {
        let log = File::create(folder.path().join("chromedriver")).unwrap();
        let started = Process::start(Command::new("chromedriver").arg("--port=0").stderr(log));
        let (process, mut output) = started.unwrap_or_else(|error| panic!("{NEEDED} ({error})"));
        let said = |line: &str| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok();
        let port = output.by_ref().lines().find_map(|line| said(&line.unwrap()))?;
        Some(Self { process, port, _output: output })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let request = b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| stream.write_all(request));
        let started = Instant::now();
        // Then the process is killed, which is all that is left to do where it does not answer.
        while asked.is_ok() && !self.process.has_ended() && started.elapsed() < Duration::from_secs(5) {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// thirtyfour's way to the driver, over the client that is here anyway.
struct Wire(Http);

type Sent<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

// What `async_trait` makes of the trait's two functions.
impl HttpClient for Wire {
    fn send<'own, 'body, 'sent>(
        &'own self,
        request: Request<Body<'body>>,
    ) -> Sent<'sent, WebDriverResult<Response<Bytes>>>
    where
        'own: 'sent,
        'body: 'sent,
    {
        let request = request.map(|body| match body {
            Body::Empty => Full::default(),
            Body::Json(value) => Full::from(value.to_string()),
        });
        fn failed(error: impl Display) -> WebDriverError {
            WebDriverError::RequestFailed(error.to_string())
        }
        Box::pin(async move {
            let answer = tokio::time::timeout(PATIENCE, self.0.request(request)).await.map_err(failed)?;
            let (head, body) = answer.map_err(failed)?.into_parts();
            Ok(Response::from_parts(head, body.collect().await.map_err(failed)?.to_bytes()))
        })
    }

    fn new<'own, 'sent>(&'own self) -> Sent<'sent, Arc<dyn HttpClient>>
    where
        'own: 'sent,
    {
        Box::pin(async { Arc::new(Self(http())) as Arc<dyn HttpClient> })
    }
}
