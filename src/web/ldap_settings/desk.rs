//! Which directory a request is about, and what a page of its settings needs of the store.

use super::super::context::Context;
use super::super::error::WebError;
use super::form::SettingsForm;
use crate::language::t;
use crate::model::*;

/// By which address a directory's settings were opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// `/settings/ldap/index`: the only one there is, or the first one to be.
    Only,
    /// `/settings/ldap/new`: one more.
    New,
    /// `/settings/ldap/{id}`.
    One(DirectoryId),
}

/// See the module.
pub(super) struct Desk {
    pub(super) place: Place,
    /// The directory as it is stored; none before it is first saved.
    pub(super) stored: Option<Directory>,
    /// All directories.
    pub(super) all: Vec<Directory>,
    pub(super) groups: Vec<Group>,
}

impl Desk {
    /// With several directories, `/settings/ldap/index` is none of them.
    pub(super) async fn open(context: &Context, place: Place) -> Result<Desk, WebError> {
        let all = context.state.store.directories().await?;
        let groups = context.state.store.groups().await?;
        let stored = match place {
            Place::New => None,
            Place::One(id) => Some(all.iter().find(|directory| directory.id == id).cloned().ok_or(WebError::NotFound)?),
            Place::Only if all.len() > 1 => return Err(WebError::Conflict(which(&all))),
            Place::Only => all.first().cloned(),
        };
        Ok(Desk { place, stored, all, groups })
    }

    /// The directory's number; `None` for a new one.
    pub(super) fn id(&self) -> Option<DirectoryId> {
        self.stored.as_ref().map(|stored| stored.id)
    }

    /// The stored settings.
    pub(super) fn settings(&self) -> Option<&LdapSettings> {
        self.stored.as_ref().map(|stored| &stored.settings)
    }

    /// The form of what is stored, or an untouched one.
    pub(super) fn form(&self) -> SettingsForm {
        match &self.stored {
            Some(stored) => SettingsForm::of(&stored.settings, stored.version),
            None => SettingsForm::untouched(&self.groups),
        }
    }

    /// The version in the store; 0 before there is one.
    pub(super) fn version(&self) -> u64 {
        self.stored.as_ref().map_or(0, |stored| stored.version)
    }

    /// Whether this is, or would be, one of several.
    pub(super) fn is_among_several(&self) -> bool {
        self.others().next().is_some()
    }

    /// The other directories.
    pub(super) fn others(&self) -> impl Iterator<Item = &Directory> {
        let own = self.stored.as_ref().map(|stored| stored.id);
        self.all.iter().filter(move |directory| Some(directory.id) != own)
    }

    /// Where the form is sent, and found again.
    pub(super) fn url(&self) -> String {
        match self.place {
            Place::Only => "/settings/ldap/index".into(),
            Place::New => "/settings/ldap/new".into(),
            Place::One(id) => format!("/settings/ldap/{id}"),
        }
    }

    /// Where it is sent to be checked.
    pub(super) fn check_url(&self) -> String {
        match self.place {
            Place::Only => "/settings/ldap/check".into(),
            Place::New | Place::One(_) => format!("{}/check", self.url()),
        }
    }

    /// Where its rules are.
    pub(super) fn rules_url(&self) -> String {
        match self.place {
            Place::Only | Place::New => "/settings/ldap/rules".into(),
            Place::One(_) => format!("{}/rules", self.url()),
        }
    }

    /// Where the live check list comes from.
    pub(super) fn status_url(&self) -> String {
        match self.place {
            Place::Only | Place::New => "/settings/ldap/status".into(),
            Place::One(_) => format!("{}/status", self.url()),
        }
    }
}

fn which(all: &[Directory]) -> String {
    let one = |directory: &Directory| {
        t!("ldap-which-one", name = directory.name(), address = format!("/settings/ldap/{}", directory.id))
    };
    let each: Vec<String> = all.iter().map(one).collect();
    t!("ldap-which", each = each.join(", "))
}
