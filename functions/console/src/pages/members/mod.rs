//! Members: how owners invite them, change their roles, sign them out and remove them, and when each is told of reviews.

use askama::Template;
use axum::http::StatusCode;
use domain::values::{EmailAddress, MemberId};
use edge::page::see_other;
use members::{Invitation, Member, NotificationPreference, Role};

use crate::click::Click;
use crate::cookie::{self, SESSION};
use crate::form::{Failure, Flash, Served};
use crate::page::page;
use crate::pages::first_steps::after;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::steps::SIGN_IN;

page! {
    get Reader "/console/members" => show;
    post Reader "/console/members/told" => choose_told;
    post Owner "/console/members/invite" => invite;
    post Owner "/console/members/{id}/role" => change_role;
    post Owner "/console/members/{id}/remove" => remove;
    post Reader "/console/members/{id}/sign-out" => sign_out;
}

pub(crate) const HERE: &str = "/console/members";

#[derive(Template)]
#[template(path = "members.html")]
struct MembersPage {
    shell: Shell,
    /// Each member with the address.
    members: Vec<(Member, String)>,
    /// When the person is told of reviews; `None` for a guest.
    told: Option<NotificationPreference>,
    /// The input for an invitation, and its error.
    typed: String,
    chosen: Role,
    wrong: Option<String>,
}

impl MembersPage {
    fn is_me(&self, member: &Member) -> bool {
        self.shell.id == Some(member.id)
    }
}

fn view(viewer: &Viewer, typed: &str, chosen: Role, wrong: Option<String>) -> Result<MembersPage, Failure> {
    let row = |member: &Member| {
        let email = viewer.members.email(&member.id, &viewer.keys)?;
        Ok((member.clone(), email.map(|email| email.as_typed().to_owned()).unwrap_or_default()))
    };
    let members = viewer.members.all().map(row).collect::<Result<_, store::table::Error>>()?;
    let told = viewer.id.as_ref().and_then(|id| viewer.members.find(id)).map(Member::notification_preference);
    Ok(MembersPage { shell: viewer.shell("team"), members, told, typed: typed.to_owned(), chosen, wrong })
}

/// The role that the form proposes: an owner for a guest who came by the operator's link, because the guest first
/// invites themselves.
fn usual_role(viewer: &Viewer) -> Role {
    let has_owner = viewer.members.all().any(|member| member.role == Role::Owner);
    if has_owner { Role::Moderator } else { Role::Owner }
}

pub(crate) async fn show(Click { viewer, .. }: Click) -> Served {
    let page = view(&viewer, "", usual_role(&viewer), None)?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn choose_told(Click { parts, viewer, fields, .. }: Click) -> Served {
    let id = viewer.id.as_ref().ok_or(Failure::Forbidden)?;
    let chosen = NotificationPreference::parse(fields.text("told")).ok_or(Failure::NotFound)?;
    parts.console.choose_notifications(&viewer.tenant, id, chosen, viewer.now).await?;
    let named = viewer.texts.say("members-told").to_string();
    Ok(viewer.saved(&named, HERE))
}

pub(crate) async fn invite(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (typed, role) = (fields.text("email"), Role::parse(fields.text("role")));
    let again = |wrong| {
        let page = view(&viewer, typed, role.unwrap_or_else(|| usual_role(&viewer)), Some(wrong))?;
        Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
    };
    let Ok(email) = EmailAddress::parse(typed) else { return again(viewer.texts.say("sign-in-bad-email").to_string()) };
    let Some(role) = role else { return again(viewer.texts.say("member-no-role").to_string()) };
    let (tenant, keys, by) = (&viewer.tenant, &viewer.keys, viewer.by());
    let invitation = Invitation { by: &by, email: &email, role };
    match parts.console.invite(tenant, keys, invitation, viewer.now, |_, _| Ok(())).await {
        Ok(_) => {
            let next = if viewer.id.is_none() { after(&SIGN_IN, &parts, &viewer).await? } else { None };
            Ok(Flash::new(viewer.texts.say("member-invite-done")).with_next(next).then(HERE))
        }
        Err(error) => again(viewer.refusal(error)?),
    }
}

pub(crate) async fn change_role(Click { parts, viewer, id, fields }: Click<MemberId>) -> Served {
    let role = Role::parse(fields.text("role")).ok_or(Failure::NotFound)?;
    let changed = parts.console.change_role(&viewer.tenant, &viewer.by(), &id, role, viewer.now).await;
    let undo = format!("{HERE}/{id}/role");
    done(&viewer, changed, "member-change-done", |flash, before| {
        flash.with_undo(undo, &[("role", before.as_str())], None)
    })
}

pub(crate) async fn remove(Click { parts, viewer, id, .. }: Click<MemberId>) -> Served {
    let removed = parts.console.remove_member(&viewer.tenant, &viewer.by(), &id, viewer.now).await;
    done(&viewer, removed, "member-remove-done", |flash, ()| flash)
}

/// Signs people out. An owner can sign out anybody from this shop; everybody can sign themselves out from all shops.
/// `guests` are the people who came by a link.
pub(crate) async fn sign_out(Click { parts, viewer, id, .. }: Click<String>) -> Served {
    let id = (id != "guests").then(|| MemberId::parse(&id)).transpose().map_err(|_| Failure::NotFound)?;
    let is_me = id.is_some() && id == viewer.id;
    if !is_me && !viewer.is_owner() {
        return Err(Failure::Forbidden);
    }
    if is_me {
        parts.console.sign_out_everywhere(&viewer, viewer.now).await?;
        return Ok(cookie::set(see_other("/console/sign-in?out"), SESSION, "", 0));
    }
    let out = parts.console.sign_out_of_shop(&viewer.tenant, &viewer.by(), id.as_ref(), viewer.now).await;
    done(&viewer, out, "member-sign-out-done", |flash, ()| flash)
}

fn done<T>(
    viewer: &Viewer,
    result: Result<T, app::error::Error>,
    id: &str,
    flash: impl FnOnce(Flash, T) -> Flash,
) -> Served {
    match result {
        Ok(done) => Ok(flash(Flash::new(viewer.texts.say(id)), done).then(HERE)),
        Err(error) => viewer.refused(error, HERE),
    }
}
