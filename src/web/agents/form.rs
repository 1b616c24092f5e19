//! The form of an agent: new, and edited.

use super::super::form::{Errors, optional};
use crate::auth::local_password;
use crate::language::t;
use crate::model::*;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::collections::BTreeSet;
use validator::Validate;

/// As it was typed. A field that is not in the request stays `None`, and what it names unchanged.
#[derive(Deserialize, Validate, Default)]
#[serde(default)]
pub(super) struct AgentForm {
    #[validate(length(max = 200, message = "A name is at most 200 characters."))]
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
    #[validate(length(max = 64, message = "A phone is at most 64 characters."))]
    pub(super) phone: Option<String>,
    pub(super) groups: Vec<String>,
    /// Sent with the check boxes, so that "none checked" differs from "not asked about".
    pub(super) groups_shown: String,
    /// Returns the groups of an LDAP agent to the rules.
    pub(super) groups_from_rules: Option<String>,
    /// A role, or [`BY_RULES`].
    pub(super) role: Option<String>,
    pub(super) blocked: Option<String>,
    pub(super) blocked_shown: String,
    pub(super) password: SecretString,
    pub(super) version: String,
}

/// The form's role that returns it to the rules.
pub(super) const BY_RULES: &str = "rules";

impl AgentForm {
    /// The form of an agent as stored.
    pub(super) fn of(agent: &Agent) -> AgentForm {
        AgentForm {
            name: Some(agent.name.clone()),
            email: Some(agent.email.to_string()),
            phone: agent.phone.clone(),
            groups: agent.groups.iter().map(GroupId::to_string).collect(),
            role: Some(agent.role.as_str().into()),
            blocked: agent.blocked.then(|| "1".into()),
            version: agent.version.to_string(),
            ..AgentForm::default()
        }
    }

    /// An empty form with the default role.
    pub(super) fn empty() -> AgentForm {
        AgentForm { role: Some(Role::Support.as_str().into()), ..AgentForm::default() }
    }

    /// The version the administrator saw.
    pub(super) fn expected_version(&self) -> Option<u64> {
        self.version.parse().ok()
    }

    /// A new local agent, without its password hash. `host` is the panel's.
    pub(super) fn new_agent(&self, groups: &[Group], host: &str, errors: &mut Errors) -> Option<NewLocalAgent> {
        let name = parse_name(self.name.as_deref().unwrap_or_default(), errors);
        let email = errors.take("email", Email::parse(self.email.as_deref().unwrap_or_default()));
        let role = parse_role(self.role.as_deref().unwrap_or_default(), errors);
        let chosen = parse_groups(&self.groups, groups, errors);
        let about = [self.name.as_deref().unwrap_or_default(), self.email.as_deref().unwrap_or_default(), host];
        errors.take("password", local_password::check_strength(&self.password, &about));
        Some(NewLocalAgent {
            name: name?,
            email: email?,
            phone: self.phone.as_deref().and_then(optional).map(str::to_owned),
            groups: chosen?,
            role: role?,
            password_hash: String::new(),
        })
    }

    /// What the form changes on this agent; only what differs, so that the rest keeps its origin.
    /// `defaults` are what holds for whoever is returned to rules that say nothing.
    pub(super) fn edit(
        &self,
        agent: &Agent,
        groups: &[Group],
        defaults: &Arrival,
        host: &str,
        errors: &mut Errors,
    ) -> AgentEdit {
        let mut edit = AgentEdit::default();
        if let Some(name) = self.name.as_deref().filter(|name| name.trim() != agent.name) {
            edit.name = parse_name(name, errors);
        }
        if let Some(email) = self.email.as_deref().filter(|email| email.trim() != agent.email.as_str()) {
            edit.email = errors.take("email", Email::parse(email));
        }
        if let Some(phone) = self.phone.as_deref().map(optional).filter(|phone| *phone != agent.phone.as_deref()) {
            edit.phone = Some(phone.map(str::to_owned));
        }
        if is_on(self.groups_from_rules.as_deref()) && !agent.is_local() {
            edit.follow_groups = Some(defaults.groups.clone());
        } else if !self.groups.is_empty() || !self.groups_shown.is_empty() {
            edit.groups = parse_groups(&self.groups, groups, errors).filter(|chosen| *chosen != agent.groups);
        }
        if self.role.as_deref() == Some(BY_RULES) && !agent.is_local() {
            edit.follow_role = Some(defaults.role);
        } else if let Some(role) = &self.role {
            edit.role = parse_role(role, errors).filter(|role| *role != agent.role);
        }
        if self.blocked.is_some() || !self.blocked_shown.is_empty() {
            edit.blocked = Some(is_on(self.blocked.as_deref())).filter(|blocked| *blocked != agent.blocked);
        }
        if !self.password.expose_secret().is_empty() {
            let typed = [&self.name, &self.email].map(|text| text.as_deref().unwrap_or_default());
            let about = [agent.name.as_str(), agent.email.as_str(), typed[0], typed[1], host];
            errors.take("password", local_password::check_strength(&self.password, &about));
        }
        edit
    }

    /// Fields of the request that the directory owns, for an LDAP agent: they may come along
    /// unchanged, as some clients send the whole form.
    pub(super) fn refuse_directory_fields(&self, edit: &AgentEdit, errors: &mut Errors) {
        for (field, changed) in [
            ("name", edit.name.is_some()),
            ("email", edit.email.is_some()),
            ("phone", edit.phone.is_some()),
            ("password", !self.password.expose_secret().is_empty()),
        ] {
            if changed {
                errors.add(field, t!("agents-owned"));
            }
        }
    }
}

#[cfg(any(test, fuzzing))]
pub(in crate::web) fn fuzz(body: &actix_web::web::Bytes, groups: &[Group]) {
    let Ok(form) = super::super::form::read::<AgentForm>(body) else { return };
    let mut errors = Errors::of(&form);
    if let Some(agent) = form.new_agent(groups, "panel.test", &mut errors).filter(|_| errors.is_empty()) {
        assert!((1..=200).contains(&agent.name.chars().count()) && !agent.name.contains(char::is_control));
        assert!(agent.phone.is_none_or(|phone| phone.chars().count() <= 64));
        assert!(agent.groups.iter().all(|id| groups.iter().any(|group| group.id == *id)));
        assert!(form.password.expose_secret().chars().count() >= 10, "a weak password passed");
    }
}

/// How a check box says yes.
fn is_on(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "on" | "true" | "yes"))
}

fn parse_name(typed: &str, errors: &mut Errors) -> Option<String> {
    let name = typed.trim();
    if name.is_empty() || name.chars().any(char::is_control) {
        errors.add("name", t!("agents-no-name"));
        return None;
    }
    Some(name.to_owned())
}

fn parse_role(typed: &str, errors: &mut Errors) -> Option<Role> {
    errors.take("role", Role::parse(typed).ok_or_else(|| Invalid::new(t!("agents-no-role"))))
}

fn parse_groups(typed: &[String], groups: &[Group], errors: &mut Errors) -> Option<BTreeSet<GroupId>> {
    let known = |text: &String| groups.iter().map(|group| group.id).find(|id| id.to_string() == *text);
    let chosen: Option<BTreeSet<GroupId>> = typed.iter().filter(|text| !text.is_empty()).map(known).collect();
    errors.take("groups", chosen.ok_or_else(|| Invalid::new(t!("agents-group-gone"))))
}
