//! The effects of the hub's script in a real browser: the token leaves the address bar, pages change in place, typed
//! text is saved without a button, and no failure loses a word.

use std::{fs, time::Duration};

use left_out::{Tool, left_out};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    browser::{address, mailed_link},
    chromium::Chromium,
    photos::jpeg,
    process::{Dev, Folder},
};

const JAVASCRIPT: &str = "with-javascript";
const SAVED: &str = "Draft saved";
const NOTHING_LOST: &str = "Nothing is lost";
/// The most that the first view may load, in bytes.
const WEIGHT_MAX: u64 = 60_000;

async fn visitor(name: &str) -> (Folder, Dev, Chromium, String) {
    let folder = Folder::new(name);
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, JAVASCRIPT).await);
    let link = mailed_link(&dev, "A", 0).await;
    chromium.go(&link).await;
    (folder, dev, chromium, link)
}

/// Opens a page in a new tab, which knows nothing but the link.
async fn open_in_new_tab(chromium: &Chromium, link: &str) {
    chromium.go("about:blank").await;
    chromium.go(link).await;
}

#[tokio::test]
async fn the_token_leaves_the_address_bar_and_the_tab_finds_its_page_again() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, dev, chromium, link) = visitor("address").await;
    let bare = address(&link, JAVASCRIPT);
    let token = link.split_once("token=").unwrap().1.to_owned();
    let stop = chromium.value("footer [name=token]").await;
    let base = &dev.caller.base_url;
    for (page, words) in [
        (link.clone(), "How is it"),
        (format!("{base}/review/{token}"), "How is it"),
        (format!("{base}/review/hub/chat?token={token}&item=1"), "Question 1 of"),
        (format!("{base}/review/unsubscribe?token={stop}"), "Stop asking you for reviews?"),
    ] {
        chromium.go(&page).await;
        chromium.sees(words).await;
        assert_eq!(chromium.url().await, bare);
        chromium.reload().await;
        chromium.sees(words).await;
        assert_eq!(chromium.url().await, bare);
        chromium.go("about:blank").await;
        chromium.back().await;
        chromium.sees(words).await;
        assert_eq!(chromium.url().await, bare);
    }
    // From the form to the questions, back, and forward again. A fragment is not another page.
    chromium.go(&link).await;
    chromium.write("#text-0", "Words of mine.").await;
    chromium.click("#item-0 [data-questions]").await;
    chromium.sees("Question 1 of").await;
    chromium.back().await;
    chromium.sees("How is it").await;
    assert_eq!(chromium.value("#text-0").await, "Words of mine.");
    chromium.forward().await;
    chromium.sees("Question 1 of").await;
    chromium.back().await;
    chromium.sees("How is it").await;
    chromium.rate(0, 4).await;
    chromium.send(0).await;
    chromium.sees("You can change").await;
    chromium.reload().await;
    chromium.sees("2 of 2 products").await;
    assert_eq!(chromium.url().await, bare);
    // Without the link, the address opens nothing.
    let other = Folder::new("address-other");
    let stranger = Chromium::open(&other, JAVASCRIPT).await;
    stranger.go(&bare).await;
    stranger.sees("Page not found").await;
    stranger.close().await;
    chromium.close().await;
}

#[tokio::test]
async fn what_is_typed_is_there_again_without_any_button() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, _dev, chromium, link) = visitor("saved-typing").await;
    assert_eq!(chromium.count(".saved:not(:empty)").await, 0);
    chromium.rate(0, 2).await;
    chromium.write("#text-0", "Smells of oil.").await;
    chromium.sees(SAVED).await;
    chromium.look("saved").await;
    assert_eq!(chromium.barriers().await, json!([]));
    open_in_new_tab(&chromium, &link).await;
    chromium.sees("Begun, not sent yet").await;
    assert_eq!(chromium.value("#text-0").await, "Smells of oil.");
    assert_eq!(chromium.value("#item-0 input:checked").await, "2");

    // The tab is closed in the middle of a word.
    chromium.write("#text-0", "The grain is lov").await;
    open_in_new_tab(&chromium, &link).await;
    is_saved(&chromium, &link, "#text-0", "The grain is lov").await;

    chromium.click("#item-0 [data-questions]").await;
    chromium.sees("Question 1 of").await;
    let questions = format!("{}&item=0", link.replace("/hub?", "/hub/chat?"));
    chromium.write("#answer", "Half an answ").await;
    open_in_new_tab(&chromium, &questions).await;
    is_saved(&chromium, &questions, "#answer", "Half an answ").await;
    chromium.sees("Question 1 of").await;
    chromium.close().await;
}

/// Waits until a field shows these words: a save started by closing the page may arrive a moment later.
async fn is_saved(chromium: &Chromium, page: &str, css: &str, words: &str) {
    for _ in 0..50 {
        if chromium.value(css).await == words {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        open_in_new_tab(chromium, page).await;
    }
    panic!("{css} is `{}` and not `{words}`", chromium.value(css).await);
}

#[tokio::test]
async fn a_sent_review_leaves_no_draft_behind() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, _dev, chromium, link) = visitor("no-draft").await;
    chromium.rate(0, 4).await;
    // Around the moment at which the script saves the form.
    for pause_ms in [0, 700, 1_400, 1_480, 1_500, 1_520, 1_600] {
        let text = format!("Sent after {pause_ms} ms.");
        chromium.write("#text-0", &text).await;
        tokio::time::sleep(Duration::from_millis(pause_ms)).await;
        chromium.send(0).await;
        chromium.sees("You can change").await;
        open_in_new_tab(&chromium, &link).await;
        chromium.click("#item-0 .edit").await;
        chromium.sees("Take my review back").await;
        assert_eq!(chromium.value("#text-0").await, text);
        chromium.misses("not sent yet").await;
    }
    // Typing the sent words again is no change to the review, although it is saved.
    for (words, unsent) in [("Other words.", 1), ("Sent after 1600 ms. ", 0)] {
        chromium.write("#text-0", words).await;
        chromium.sees(SAVED).await;
        open_in_new_tab(&chromium, &link).await;
        let shown = chromium.run("return document.querySelector('#item-0 .state').innerText").await;
        assert_eq!(shown.as_str().unwrap().matches("changes not sent yet").count(), unsent, "{shown}");
        chromium.click("#item-0 .edit").await;
        chromium.sees("Take my review back").await;
        assert_eq!(chromium.value("#text-0").await, words);
    }
    chromium.close().await;
}

#[tokio::test]
async fn offline_and_without_an_answer_no_word_is_lost() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, dev, chromium, link) = visitor("offline").await;
    chromium.rate(0, 3).await;
    chromium.network(true, 0).await;
    chromium.write("#text-0", "Written in a tunnel.").await;
    chromium.send(0).await;
    chromium.sees(NOTHING_LOST).await;
    chromium.sees("Not saved yet").await;
    assert_eq!(chromium.focus().await, "button");
    assert_eq!(chromium.value("#text-0").await, "Written in a tunnel.");
    assert_eq!(chromium.value("#item-0 input:checked").await, "3");
    assert_eq!(chromium.barriers().await, json!([]));
    chromium.look("offline").await;
    chromium.network(false, 0).await;
    // The form still works: the same button sends it.
    chromium.send(0).await;
    chromium.sees("You can change").await;
    assert_eq!(chromium.count(".failed").await, 0);
    chromium.sees("Written in a tunnel.").await;

    chromium.go(&format!("{}&item=1", link.replace("/hub?", "/hub/chat?"))).await;
    chromium.write("#answer", "For basil.").await;
    // The server is stopped.
    drop(dev);
    chromium.click("form .actions button").await;
    chromium.sees(NOTHING_LOST).await;
    assert_eq!(chromium.value("#answer").await, "For basil.");
    assert_eq!(chromium.count(".waiting").await, 0);
    assert_eq!(chromium.run("return document.querySelector('.bubble').checkVisibility()").await, false);
    assert_eq!(chromium.focus().await, "button");
    chromium.close().await;
}

#[tokio::test]
async fn beyond_the_days_saves_the_page_says_so_and_keeps_every_word() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, _dev, chromium, _) = visitor("saves").await;
    let saved_often = "return (async () => {\
            const token = document.querySelector('#form-0 [name=token]').value;\
            for (let n = 0; n < 1000; n++) {\
                const body = new URLSearchParams({ token, item: 0, text: `Words ${n}` });\
                const reply = await fetch('/review/hub/draft', { method: 'POST', body, redirect: 'manual' });\
                if (reply.status === 429) return n;\
            }\
        })()";
    assert!(chromium.run(saved_often).await.as_u64().unwrap() >= 100);
    chromium.write("#text-0", "Written on a long evening.").await;
    chromium.sees("Not saved yet").await;
    chromium.click("#form-0 [formaction='/review/hub/draft']").await;
    chromium.sees("save again tomorrow").await;
    assert_eq!(chromium.value("#text-0").await, "Written on a long evening.");
    assert_eq!(chromium.barriers().await, json!([]));
    chromium.rate(0, 4).await;
    chromium.send(0).await;
    chromium.sees("You can change").await;
    chromium.close().await;
}

#[tokio::test]
async fn a_failure_keeps_the_form_and_a_foreign_page_is_left_to_the_browser() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, _dev, chromium, link) = visitor("failure").await;
    chromium.rate(0, 3).await;
    chromium.write("#text-0", "Written in a hotel.").await;
    // Another server in its place: no page for a POST, and JSON for a GET.
    let instead = |method: &str| {
        format!(
            "const open = XMLHttpRequest.prototype.open;\
            XMLHttpRequest.prototype.open = function () {{ open.call(this, '{method}', '/local/inbox.json') }}"
        )
    };
    chromium.run(&instead("POST")).await;
    chromium.send(0).await;
    chromium.sees(NOTHING_LOST).await;
    assert_eq!(chromium.value("#text-0").await, "Written in a hotel.");
    open_in_new_tab(&chromium, &link).await;
    assert_eq!(chromium.value("#text-0").await, "Written in a hotel.");
    chromium.run(&instead("GET")).await;
    chromium.send(0).await;
    chromium.sees("You can change").await;
    assert_eq!(chromium.url().await, address(&link, JAVASCRIPT));
    chromium.close().await;
}

#[tokio::test]
async fn a_form_on_its_way_shows_it_and_goes_once() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, dev, chromium, link) = visitor("busy").await;
    let id = dev.caller.inbox().await[0]["request_id"].as_u64().unwrap();
    chromium.rate(0, 3).await;
    chromium.write("#text-0", "Once.").await;
    chromium.network(false, 2_000).await;
    for _ in 0..3 {
        chromium.double_click("#item-0 .send button").await;
    }
    assert_eq!(chromium.count("#item-0 .send [aria-disabled=true]").await, 1);
    chromium.look("busy").await;
    assert_eq!(chromium.barriers().await, json!([]));
    chromium.network(false, 0).await;
    chromium.sees("You can change").await;
    assert_eq!(chromium.focus().await, "div", "the thanks");
    open_in_new_tab(&chromium, &link).await;
    chromium.sees("2 of 2 products").await;
    chromium.misses("not sent yet").await;
    let timeline = dev.caller.timeline(id).await;
    let reviews = timeline.iter().filter(|entry| entry["what"].as_str().unwrap().starts_with("review"));
    assert_eq!(reviews.count(), 1, "{timeline:?}");
    chromium.close().await;
}

#[tokio::test]
async fn an_answer_is_shown_while_the_next_question_is_awaited() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, dev, chromium, link) = visitor("typing").await;
    chromium.go(&format!("{}&item=0", link.replace("/hub?", "/hub/chat?"))).await;
    chromium.write("#answer", "For all our bread.").await;
    chromium.sees(SAVED).await;
    chromium.network(false, 3_000).await;
    chromium.double_click("form .actions button").await;
    chromium.sees("For all our bread.").await;
    assert_eq!(chromium.run("return document.querySelector('.bubble').innerText").await, "For all our bread.");
    assert_eq!(chromium.count(".waiting [aria-disabled=true]").await, 1);
    let shown = chromium.run("return document.querySelector('.typing').textContent").await;
    assert_eq!(shown, "The next question comes, one moment");
    for scheme in ["light", "dark"] {
        chromium.prefers(scheme).await;
        chromium.look(&format!("typing-{scheme}")).await;
        assert_eq!(chromium.barriers().await, json!([]));
    }
    chromium.network(false, 0).await;
    chromium.sees("Question 2 of").await;
    assert_eq!(chromium.focus().await, "h1#asked", "no keyboard hides the ready answers");
    assert_eq!(chromium.press(Key::Tab).await, "button", "on to the ready answers");
    chromium.click(".chip").await;
    chromium.click("form .actions button").await;
    chromium.sees("Question 3 of").await;
    assert_eq!(chromium.focus().await, "h1#asked");
    chromium.click("[name=to][value=form]").await;
    chromium.sees("How is it").await;
    assert!(chromium.value("#text-0").await.starts_with("For all our bread. It"), "the draft");
    assert_eq!(chromium.focus().await, "summary");
    assert_eq!(chromium.run("return document.querySelectorAll('img')[0].naturalWidth > 0").await, true);
    let id = dev.caller.inbox().await[0]["request_id"].as_u64().unwrap();
    let what: Vec<Value> = dev.caller.timeline(id).await.iter().map(|entry| entry["what"].clone()).collect();
    assert_eq!(what.iter().filter(|what| *what == "engaged").count(), 1, "{what:?}");
    chromium.close().await;
}

#[tokio::test]
async fn more_is_added_to_an_answer_in_an_empty_field() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, _dev, chromium, link) = visitor("asked-again").await;
    let questions = format!("{}&item=0", link.replace("/hub?", "/hub/chat?"));
    chromium.go(&questions).await;
    chromium.write("#answer", "Bread").await;
    chromium.click("form .actions button").await;
    chromium.sees("Could you say a little more?").await;
    let bubble = "return document.querySelector('.reply .bubble').innerText";
    assert_eq!((chromium.value("#answer").await.as_str(), chromium.run(bubble).await), ("", json!("Bread")));
    assert_eq!(chromium.focus().await, "h1#asked");
    chromium.look("asked-again").await;
    // What is typed is saved without a button, and another tab has it.
    chromium.write("#answer", "All sorts, even").await;
    chromium.sees(SAVED).await;
    open_in_new_tab(&chromium, &questions).await;
    is_saved(&chromium, &questions, "#answer", "All sorts, even").await;
    chromium.sees("Could you say a little more?").await;
    assert_eq!(chromium.run(bubble).await, "Bread");
    // While it is sent, both are shown.
    chromium.write("#answer", "All sorts, even rye.").await;
    chromium.sees(SAVED).await;
    chromium.network(false, 2_000).await;
    chromium.click("form .actions button").await;
    chromium.has(".waiting", 1).await;
    let shown = "return [...document.querySelectorAll('.bubble')].filter(each => each.checkVisibility())\
        .map(each => each.innerText)";
    assert_eq!(chromium.run(shown).await, json!(["Bread", "All sorts, even rye."]));
    chromium.network(false, 0).await;
    chromium.sees("Question 2 of").await;
    assert_eq!(chromium.run(bubble).await, "Bread\nAll sorts, even rye.");
    chromium.click(".reply .plain").await;
    chromium.sees("Question 1 of").await;
    assert_eq!(chromium.value("#answer").await, "Bread\nAll sorts, even rye.");
    chromium.misses("Could you say a little more?").await;
    chromium.close().await;
}

#[tokio::test]
async fn taps_combine_ready_answers_in_the_field_without_a_network() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, _dev, chromium, link) = visitor("taps").await;
    chromium.click("#item-0 [data-questions]").await;
    chromium.sees("Question 1 of").await;
    assert_eq!(chromium.focus().await, "h1#asked", "the question and not the field");
    chromium.network(true, 0).await;
    let (daily, gift, starts) = (".chip:nth-child(1)", ".chip:nth-child(4)", ".chip:nth-child(5)");
    let pressed = async || chromium.count(".chip[aria-pressed=true]").await;
    for (chip, answer, count) in [
        (daily, "I use it every day. ", 1),
        (gift, "I use it every day. It was a gift. ", 2),
        (starts, "I use it every day. It was a gift. I use it for ", 2),
        (daily, "It was a gift. ", 1),
        (gift, "", 0),
        (starts, "I use it for ", 0),
        (starts, "I use it for ", 0),
    ] {
        chromium.click(chip).await;
        assert_eq!((chromium.value("#answer").await.as_str(), pressed().await), (answer, count));
        let focused = if chip == starts { "textarea#answer" } else { "button" };
        assert_eq!(chromium.focus().await, focused, "the keyboard comes for a beginning only");
    }
    chromium.press("bread").await;
    assert_eq!(chromium.value("#answer").await, "I use it for bread", "typed at the beginning's end");
    chromium.click(gift).await;
    assert_eq!(chromium.value("#answer").await, "I use it for bread. It was a gift. ");
    chromium.look("taps").await;
    // Words of one's own, and a ready answer that was typed, are what they are by a tap.
    chromium.write("#answer", "Mine! I use it every day\nIt was a gift, a nice one").await;
    assert_eq!(pressed().await, 1);
    chromium.click(daily).await;
    assert_eq!(chromium.value("#answer").await, "Mine! It was a gift, a nice one");
    for (typed, answer) in
        [("For bread (mostly)", "For bread (mostly). It was a gift. "), ("毎日", "毎日。 It was a gift. ")]
    {
        chromium.write("#answer", typed).await;
        chromium.click(gift).await;
        assert_eq!((chromium.value("#answer").await.as_str(), pressed().await), (answer, 1));
    }
    chromium.write("#answer", "Mine! It was a gift, a nice one").await;
    chromium.network(false, 0).await;
    chromium.click("form .actions button").await;
    chromium.sees("How did it go down?").await;
    open_in_new_tab(&chromium, &format!("{}&item=0&turn=0", link.replace("/hub?", "/hub/chat?"))).await;
    assert_eq!(chromium.value("#answer").await, "Mine! It was a gift, a nice one");
    chromium.close().await;
}

#[tokio::test]
async fn nothing_breaks_the_policy_and_a_hostile_title_is_only_text() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("hostile");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, JAVASCRIPT).await);
    let title = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>";
    let put = dev.caller.call("PUT", "/api/v1/products/shopify-666", Some(json!({"title": title}))).await;
    assert!(put.0 < 300, "{put:?}");
    let fields = json!({
        "email": "jane@example.com", "order_id": "H", "delay_days": 0,
        "product_ids": ["shopify-666", "shopify-7125386199075"],
    });
    let created = dev.caller.create(fields).await;
    chromium.go(created["hub_url"].as_str().unwrap()).await;
    let watch = "window.broken = []; addEventListener('securitypolicyviolation', event =>\
        window.broken.push(event.violatedDirective + ' ' + event.sample))";
    chromium.run(watch).await;
    chromium.look("hostile").await;
    chromium.click("#item-0 [data-questions]").await;
    for number in 1..=4 {
        chromium.sees(&format!("Question {number} of 4 · <img src=x")).await;
        chromium.write("#answer", title).await;
        chromium.click("form .actions button").await;
    }
    chromium.sees("How is it?").await;
    chromium.look("hostile-draft").await;
    chromium.rate(0, 1).await;
    chromium.send(0).await;
    chromium.sees("You can change").await;
    chromium.sees("<img src=x onerror").await;
    assert_eq!(chromium.count("main script, main img[src=x]").await, 0);
    assert_ne!(chromium.run("return document.title").await, "hit");
    assert_eq!(chromium.run("return window.broken").await, json!([]), "and no page was loaded meanwhile");
    // Trusted Types forbid the sink to every script.
    let sink = "try { document.body.innerHTML = '<b>'; return 'open' } catch (error) { return error.name }";
    assert_eq!(chromium.run(sink).await, "TypeError");
    let policy = "try { trustedTypes.createPolicy('x', {}); return 'made' } catch (error) { return error.name }";
    assert_eq!(chromium.run(policy).await, "TypeError");
    chromium.close().await;
}

#[tokio::test]
async fn the_first_view_is_light_and_asks_nobody_else() {
    if left_out(Tool::Browser) {
        return;
    }
    let (_folder, dev, chromium, _link) = visitor("weight").await;
    let seen = "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]\
        .map(({name, transferSize}) => ({name, transferSize}))";
    let seen = chromium.run(seen).await;
    let seen = seen.as_array().unwrap();
    let total: u64 = seen.iter().map(|entry| entry["transferSize"].as_u64().unwrap()).sum();
    assert!((10_000..=WEIGHT_MAX).contains(&total), "{total} bytes: {seen:#?}");
    for entry in seen {
        assert!(entry["name"].as_str().unwrap().starts_with(&dev.caller.base_url), "{entry}");
    }
    chromium.close().await;
}

#[tokio::test]
async fn a_page_that_shows_a_photo_keeps_what_is_typed_open_and_focused() {
    if left_out(Tool::Browser) {
        return;
    }
    let (folder, _dev, chromium, _link) = visitor("refresh").await;
    let photo = folder.path().join("tray.jpg");
    fs::write(&photo, jpeg(300, 200)).unwrap();
    chromium.click("#item-1 summary").await;
    let other = "const form = new URLSearchParams(new FormData(document.querySelector('#item-0 form')));\
        form.set('rating', '4'); form.set('text', 'From another window.');\
        return fetch('/review/hub/review', {method: 'POST', body: form}).then(reply => reply.status);";
    assert_eq!(chromium.run(other).await, 200);
    chromium.rate(1, 5).await;
    chromium.click("#item-1 [data-add-photo]").await;
    chromium.write("#text-1", "Half a").await;
    chromium.press(Key::Left).await;
    chromium.choose("#item-1 [type=file]", &photo.display().to_string()).await;
    // Once the photo is there, the page is fetched again.
    chromium.sees("2 of 2 products").await;
    assert_eq!(chromium.value("#text-1").await, "Half a");
    assert_eq!(chromium.value("#item-1 input:checked").await, "5");
    assert_eq!(chromium.count("#item-1[open]").await, 1);
    assert_eq!(chromium.press("n ").await, "textarea#text-1");
    assert_eq!(chromium.value("#text-1").await, "Half n a", "typed on where the cursor was");
    chromium.close().await;
}
