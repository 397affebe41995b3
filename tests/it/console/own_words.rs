//! The page with a shop's own words.

use super::*;

const PAGE: &str = "/console/words?language=de&occasion=request";
const MESSAGE: &str = "/console/words/de/request";

async fn own(shop: &Shop) -> Value {
    shop.get("/api/v1/texts/de/request").await.json()["own"].clone()
}

#[tokio::test]
async fn words_are_seen_before_they_are_saved_and_go_back_to_ours_and_back_again() {
    let (shop, mara) = signed_in().await;
    let typed = [("subject", "{name}, <b>wie war</b> {product}?"), ("opening", "Zwei\r\nZeilen.")];
    let shown = mara.post(&format!("{MESSAGE}/preview"), &typed).await.is(200);
    shown.shows(["Jane, &#60;b&#62;wie war&#60;/b&#62; ", "Zwei"]);
    let policy = shown.header("content-security-policy");
    policy.shows(["sandbox;", "default-src 'none'", "frame-ancestors 'self'", "form-action 'none'"]);
    assert!(!shown.headers.contains_key("x-frame-options") && !policy.contains("script-src"));
    let page = mara.get(PAGE).await;
    page.shows(["name", "product", "shop", "days"].map(|name| format!("data-insert=\"{{{name}}}\"")));
    assert!(page.header("content-security-policy").contains("frame-src 'self'"));
    assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert_eq!(own(&shop).await["subject"], Value::Null, "a preview saves nothing");

    assert_eq!(mara.post(MESSAGE, &typed).await.header("location"), PAGE);
    assert!(mara.get(PAGE).await.body.contains("Saved: Subject, First sentences."));
    let words = json!({"subject": typed[0].1, "opening": "Zwei\nZeilen."});
    assert_eq!(own(&shop).await, words);
    mara.post(MESSAGE, &typed).await;
    assert!(mara.get(PAGE).await.body.contains("No changes to save."), "line breaks are no difference");

    let wrong = mara.post(MESSAGE, &[("subject", "{stars}")]).await;
    assert!(wrong.status == 422 && wrong.body.contains("There is no placeholder {stars}. The four are {name},"));
    mara.post(MESSAGE, &[("subject", "{name")]).await.is(422).shows(["no braces except"]);
    let wrong = mara.post(&format!("{MESSAGE}/preview"), &[("subject", "{stars}")]).await;
    assert!(wrong.status == 422 && wrong.body.contains("There is no placeholder {stars}."), "{}", wrong.body);

    mara.post(&format!("{MESSAGE}/reset"), &[]).await;
    assert_eq!(own(&shop).await["subject"], Value::Null);
    mara.get(PAGE).await.shows(["Our text is back.", "Undo"]);
    mara.post(MESSAGE, &[("subject", typed[0].1), ("opening", "Zwei\nZeilen.")]).await;
    assert_eq!(own(&shop).await, words);
}

#[tokio::test]
async fn a_reader_changes_nothing_and_an_unknown_message_is_not_found() {
    let (shop, mara) = signed_in().await;
    mara.post("/console/words/en/renewal", &[("opening", "A new one.")]).await;
    for path in ["/console/words?language=tlh", "/console/words/en/birthday/preview"] {
        assert_eq!(mara.get(path).await.status, 404, "{path}");
    }

    let rae = Visitor::member(&shop, "rae@fernandoak.example", "reader").await;
    rae.get("/console/words?occasion=renewal").await.shows(["A new one."]).lacks(["formtarget", "data-insert"]);
    assert!(rae.get("/console/words/en/renewal/preview").await.body.contains("A new one."));
    rae.post("/console/words/en/renewal", &[("opening", "Mine.")]).await.is(403);
}
