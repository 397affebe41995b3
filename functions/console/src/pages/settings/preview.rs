//! How the shop looks, in the frame beside the form: the email and the SMS that request a review, with the saved or the
//! entered settings.

use domain::shop::{Shop, TextOccasion};
use domain::values::Language;
use edge::native::settings::SettingsInput;

use super::parts::PARTS;
use super::settings;
use crate::click::Click;
use crate::fields::{Refused, changed, refusable};
use crate::form::{Failure, Served};
use crate::pages::words::ShownPage;
use crate::parts::{Parts, Viewer};

pub(crate) async fn stored(Click { parts, viewer, .. }: Click) -> Served {
    render(&parts, &viewer, &viewer.shop.shop).await
}

/// With the entered settings, which are not saved.
pub(crate) async fn typed(Click { parts, viewer, fields, .. }: Click) -> Served {
    let [look, ..] = &*PARTS;
    let (input, _) = changed(&viewer.form("set"), &look.fields, &settings(&viewer)?, &fields);
    match refusable(edge::body::read::<SettingsInput>(input)?.parse(&viewer.shop))? {
        Ok(change) => {
            let typed = parts.settings.preview(&viewer.caller(), &change, viewer.now).await?;
            render(&parts, &viewer, &typed.shop).await
        }
        Err(wrong) => Ok(ShownPage::wrong(&viewer.form("set"), &look.fields, Refused::new(&fields, wrong)).in_frame()),
    }
}

async fn render(parts: &Parts, viewer: &Viewer, shop: &Shop) -> Served {
    let language = shop.language.unwrap_or(Language::English);
    let product = parts.texts.example(&viewer.tenant).await?;
    let mut page = ShownPage::new(viewer.texts);
    let (_, mut own) = parts.console.store.own_words(&viewer.tenant, language).await?.ok_or(Failure::NotFound)?;
    for occasion in [TextOccasion::Sms, TextOccasion::Request] {
        let own = own.words.remove(&occasion).unwrap_or_default();
        page = page.with(parts.texts.preview(shop, (language, occasion), &own, product.as_ref(), viewer.now)?);
    }
    Ok(page.in_frame())
}
