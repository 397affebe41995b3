//! Photos as a person with a phone adds them: with the picker, or without JavaScript on a page of their own.

use std::{fs, path::PathBuf, time::Duration};

use left_out::{Tool, left_out};
use serde_json::json;

use crate::{
    browser::mailed_link,
    chromium::Chromium,
    photos::{jpeg, jpeg_with_exif},
    process::{Dev, Folder},
};

/// Sends the form by its photo button as a browser without JavaScript does. JavaScript stays on for axe.
const AS_WITHOUT: &str = "const button = document.querySelector('#item-0 [data-add-photo]');\
    button.form.action = button.formAction; HTMLFormElement.prototype.submit.call(button.form)";

/// Checks the current page in both color schemes and saves a screenshot of it.
async fn check(chromium: &Chromium, state: &str) {
    for scheme in ["light", "dark"] {
        let name = format!("photos-{state}-{scheme}");
        chromium.prefers(scheme).await;
        chromium.look(&name).await;
        let barriers = chromium.barriers().await;
        assert_eq!(barriers, json!([]), "{name}: {barriers:#}");
    }
}

/// Files on the phone: a wide photo, an upright one stored sideways, and a file that is no photo.
fn files(folder: &Folder) -> [PathBuf; 3] {
    let files =
        [("beach.jpg", jpeg(3000, 1500)), ("tower.jpg", jpeg_with_exif(1200, 800, 6)), ("notes.jpg", b"no".to_vec())];
    files.map(|(name, bytes)| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    })
}

async fn is_shown(chromium: &Chromium, photos: usize) {
    let css = "#item-0 .shots img";
    chromium.has(css, photos).await;
    for size in chromium.sizes(css).await {
        assert!([[1600, 800], [800, 1200]].contains(&size), "{size:?}");
    }
}

/// JavaScript that notes how many photos were shown with a bar at the same time.
const PREVIEWS: &str = "\
    window.previews = 0;\
    const count = () => document.querySelectorAll('.coming > img[src^=\"blob:\"] + progress').length;\
    new MutationObserver(() => { window.previews = Math.max(window.previews, count()) })\
        .observe(document.querySelector('#item-0'), {childList: true, subtree: true})";

#[tokio::test]
async fn a_picker_adds_several_photos_at_once_and_loses_nothing_typed() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("photos-with");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    let [beach, tower, notes] = files(&folder);
    chromium.go(&mailed_link(&dev, "A", 0).await).await;
    chromium.rate(0, 4).await;
    chromium.write("#text-0", "Half a sentence").await;
    chromium.run(PREVIEWS).await;
    chromium.click("#item-0 [data-add-photo]").await;
    let picked = [&beach, &tower, &notes].map(|path| path.display().to_string()).join("\n");
    chromium.choose("#item-0 [type=file]", &picked).await;
    chromium.sees("This file could not be read as a photo: notes.jpg.").await;
    is_shown(&chromium, 2).await;
    assert_eq!(chromium.run("return window.previews").await, 3, "each was shown before it was uploaded");
    assert_eq!(chromium.value("#text-0").await, "Half a sentence");
    assert_eq!(chromium.value("#item-0 input:checked").await, "4");
    check(&chromium, "two").await;
    // They stay when the review is sent, and a tap removes one.
    chromium.send(0).await;
    chromium.sees("You can change").await;
    is_shown(&chromium, 2).await;
    chromium.click("#item-0 .edit").await;
    chromium.sees("Take my review back").await;
    chromium.click("#item-0 .shots li:first-child button").await;
    is_shown(&chromium, 1).await;
    chromium.close().await;
}

#[tokio::test]
async fn without_javascript_a_page_uploads_one_after_the_other() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("photos-without");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "without-javascript").await);
    let [beach, tower, notes] = files(&folder);
    chromium.go(&mailed_link(&dev, "A", 0).await).await;
    chromium.write("#text-0", "Half a sentence").await;
    for (index, file) in [beach, tower, notes].iter().enumerate() {
        chromium.click("#item-0 [data-add-photo]").await;
        chromium.sees("Choose a JPEG, PNG or WebP picture").await;
        if index == 0 {
            chromium.look("photos-upload").await;
        }
        chromium.choose("#file", &file.display().to_string()).await;
        chromium.click(".upload button").await;
        chromium.sees("How is it").await;
        assert!(chromium.url().await.ends_with("&item=0#item-0"), "{}", chromium.url().await);
        // A customer who is back before the examination sees that it is pending, and reloads the page.
        for _ in 0..100 {
            if chromium.count(".expected").await == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
            chromium.reload().await;
        }
    }
    is_shown(&chromium, 2).await;
    chromium.sees("a screenshot of it works, too").await;
    assert_eq!(chromium.value("#text-0").await, "Half a sentence");
    chromium.look("photos-refused").await;
    chromium.click("#item-0 .shots li:last-child button").await;
    chromium.has("#item-0 .shots li", 2).await;
    is_shown(&chromium, 2).await;
    chromium.send(0).await;
    chromium.sees("Please choose 1 to 5 stars.").await;
    chromium.close().await;
}

#[tokio::test]
async fn nobody_meets_a_barrier_while_they_add_photos() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("photos-accessible");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    let [_, _, notes] = files(&folder);
    let link = mailed_link(&dev, "A", 0).await;
    chromium.go(&link).await;
    chromium.run(AS_WITHOUT).await;
    chromium.sees("Choose a JPEG, PNG or WebP picture").await;
    check(&chromium, "upload").await;
    chromium.click(".note .plain").await;
    chromium.sees("How is it").await;
    assert_eq!(chromium.count("#item-0 .shots").await, 0, "going back frees the place");
    for _ in 0..5 {
        chromium.go(&link).await;
        chromium.run(AS_WITHOUT).await;
        chromium.sees("Choose a JPEG, PNG or WebP picture").await;
    }
    chromium.go(&link).await;
    chromium.sees("A photo is being uploaded or looked at.").await;
    assert_eq!(chromium.count("#item-0 [data-add-photo]").await, 0);
    check(&chromium, "expected").await;
    chromium.click("#item-0 .shots li:last-child button").await;
    chromium.has("#item-0 [data-add-photo]", 1).await;
    // Another window takes the last place while this one still shows the button.
    let elsewhere = "const form = new URLSearchParams(new FormData(document.querySelector('#item-0 form')));\
        return fetch('/review/hub/photo', {method: 'POST', body: form}).then(reply => reply.status)";
    assert_eq!(chromium.run(elsewhere).await, 200);
    chromium.run(AS_WITHOUT).await;
    chromium.sees("There are 5 photos already").await;
    check(&chromium, "full").await;
    chromium.click(".way").await;
    chromium.has("#item-0 .shots li", 5).await;
    chromium.click("#item-0 .shots li:last-child button").await;
    chromium.has("#item-0 [data-add-photo]", 1).await;
    chromium.run(AS_WITHOUT).await;
    chromium.choose("#file", &notes.display().to_string()).await;
    chromium.click(".upload button").await;
    chromium.sees("How is it").await;
    for _ in 0..100 {
        if chromium.count("#item-0 .shots .error").await == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        chromium.reload().await;
    }
    chromium.sees("a screenshot of it works, too").await;
    check(&chromium, "refused").await;
    chromium.close().await;
}
