//! The email with the link that somebody asked for on a page of the shop, to write about a product or the shop.

use app::links::Urls;
use app::message::mail::{Block, Button, NotificationMail, day, mailed, texts};
use domain::values::RequestId;
use store::context::SendNeeds;

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft};

impl About<'_> {
    pub(super) async fn to_visitor(&self, id: RequestId) -> Result<Draft, Stop> {
        let Self { tenant, keys, now, .. } = *self;
        let context = self.store.request_context(tenant, id).await?.ok_or(Fate::Gone)?;
        let request = Some(&context.request).filter(|request| request.is_open(now)).ok_or(Fate::Gone)?;
        let sealed = context.open(keys)?.ok_or(Fate::Gone)?;
        let to = sealed.email.clone().ok_or(Fate::Gone)?;
        let (service, recipient) = (self.links.keys(now).await?, keys.email_index(&to));
        let read = self.store.send_context(tenant, &recipient, None, request, SendNeeds::default(), keys).await?;
        let token = sealed.token(tenant, request.id, keys);
        let urls = Urls {
            hub: self.links.hub(request.dialect, &token, &service),
            unsubscribe: self.links.unsubscribe(&token, &service),
        };
        let shop = self.shown(&context.tenant.shop.at_location(read.location.as_ref()));
        let shop = shop.with_language(request.options.language);
        let (texts, about) = (texts(&shop), read.products.first().filter(|_| request.items.len() == 1));
        let title = mailed(about).map_or(shop.name.as_str(), |product| product.title.as_str());
        let until = day(texts, request.expires_at);
        let say =
            |id: &str| texts.say(id).with("shop", &shop.name).with("title", title).words("day", &until).to_string();
        let mail = NotificationMail {
            subject: say("subject-asked"),
            heading: say("button"),
            preheader: say("asked-opening"),
            body: ["asked-opening", "closing", "asked-ignore"].map(|id| Block::Text(say(id))).into(),
            button: Some(Button { label: say("button"), url: urls.hub.clone() }),
            ..NotificationMail::new(&shop, say("reason-asked"))
        };
        let mail = mail.to_customer(&shop, &to, Some(&urls.unsubscribe))?;
        Ok(Draft::new(to, mail))
    }
}
