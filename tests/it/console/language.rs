//! The language of the console: the browser's before the sign-in, then the member's own, else the shop's.

use super::*;

async fn speaks(shop: &Shop, language: &str) {
    shop.sets(json!({"language": language})).await;
}

#[tokio::test]
async fn signing_in_is_in_the_browsers_language_and_so_is_its_email() {
    let shop = shop().await;
    speaks(&shop, "fr").await;
    let mara = Visitor::speaking(&shop, "ar-EG,de;q=0.5");
    let page = mara.get("/console/sign-in").await.body;
    assert!(page.contains(r#"<html lang="ar" dir="rtl">"#) && page.contains("تسجيل الدخول"), "{page}");
    mara.ask(MARA).await;
    let mail = shop.inbox().into_iter().rfind(|mail| mail.to == MARA).unwrap();
    assert_eq!(mail.subject, "تسجيل الدخول إلى لوحة متجرك");
    mara.press(&link_in(&mail)).await.is(303);
    assert!(mara.get("/console/shops").await.body.contains("متاجرك"));
    mara.choose(&shop).await;
    let page = mara.get("/console/more").await.body;
    assert!(page.contains(r#"<html lang="fr" dir="ltr">"#), "the shop's: {page}");
}

#[tokio::test]
async fn a_member_chooses_a_language_for_themselves_alone() {
    let shop = shop().await;
    let (mara, jo) = (Visitor::signed_in(&shop, MARA).await, Visitor::member(&shop, "jo@example.com", "reader").await);
    jo.post("/console/more/language", &[("language", "de")]).await.leads("/console/more");
    let page = jo.get("/console/more").await.body;
    assert!(page.contains("Gespeichert: Ihre Sprache.") && page.contains(r#"value="de" lang="de" selected"#), "{page}");
    assert!(jo.get("/console/nothing").await.body.contains("Seite nicht gefunden"));
    assert!(mara.get("/console/today").await.body.contains(r#"<html lang="en" dir="ltr">"#));
    // The console does not have the shop's language, so it uses the browser's.
    speaks(&shop, "da").await;
    jo.post("/console/more/language", &[("language", "")]).await.is(303);
    assert!(jo.get("/console/more").await.body.contains(r#"<html lang="en""#));
    jo.post("/console/more/language", &[("language", "xx")]).await.is(404);
}
