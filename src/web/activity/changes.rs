//! What changed, field by field as it is called on screen. Of secrets only that they did.

use crate::model::*;
use std::collections::BTreeSet;
use std::fmt::Display;

fn text<T: Display>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn names(ids: &BTreeSet<GroupId>, groups: &[Group]) -> String {
    let name =
        |id: &GroupId| groups.iter().find(|group| group.id == *id).map_or(id.0.to_string(), |group| group.name.clone());
    ids.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn yes(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

/// Of an agent.
pub(in crate::web) fn of_agent(old: &Agent, new: &Agent, groups: &[Group]) -> Vec<ValueChange> {
    let mut changes: Vec<ValueChange> = [
        ValueChange::between("Name", &old.name, &new.name),
        ValueChange::between("Email", old.email.as_str(), new.email.as_str()),
        ValueChange::between("Phone", text(old.phone.as_ref()), text(new.phone.as_ref())),
        ValueChange::between("Groups", names(&old.groups, groups), names(&new.groups, groups)),
        ValueChange::between("Role", old.role.label(), new.role.label()),
        ValueChange::between("Sign-in blocked", yes(old.blocked), yes(new.blocked)),
        ValueChange::between("Role is chosen by", origin(old.role_origin), origin(new.role_origin)),
        ValueChange::between("Groups are chosen by", origin(old.groups_origin), origin(new.groups_origin)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if old.password_hash != new.password_hash {
        changes.push(ValueChange::secret("Password"));
    }
    changes
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Default => "the defaults",
        Origin::Rule => "rules",
        Origin::Administrator => "an administrator",
    }
}

/// Of a directory's settings; `secret`: its password is another one.
pub(in crate::web) fn of_settings(
    old: Option<&LdapSettings>,
    new: &LdapSettings,
    groups: &[Group],
    secret: bool,
) -> Vec<ValueChange> {
    let was = |value: &dyn Fn(&LdapSettings) -> String| old.map(value).unwrap_or_default();
    let group = |id: GroupId| names(&BTreeSet::from([id]), groups);
    type Read<'a> = (&'a str, &'a dyn Fn(&LdapSettings) -> String);
    let fields: [Read<'_>; 18] = [
        ("Name", &|s| s.name.clone()),
        ("Enabled", &|s| yes(s.enabled).into()),
        ("Host", &|s| s.hosts.to_string()),
        ("LDAP service port", &|s| text(s.port.as_ref())),
        ("Use SSL/TLS", &|s| s.security.as_str().into()),
        ("User", &|s| s.bind_dn.clone()),
        ("Directory DN", &|s| text(s.base_dn.as_ref())),
        ("User filter", &|s| text(s.user_filter.as_ref())),
        ("GUID attribute in LDAP", &|s| text(s.guid_attribute.as_ref())),
        ("CN attribute in LDAP", &|s| text(s.cn_attribute.as_ref())),
        ("Mail attribute in LDAP", &|s| text(s.mail_attribute.as_ref())),
        ("Phone attribute in LDAP", &|s| text(s.phone_attribute.as_ref())),
        ("LDAP user group DN", &|s| text(s.group_dn.as_ref())),
        ("Default group", &|s| group(s.default_group)),
        ("Default role", &|s| s.default_role.label().into()),
        ("Import every, minutes", &|s| text(s.import_interval.as_ref())),
        ("Hold removals over", &|s| format!("{} % and {}", s.removals.hold_percent, s.removals.hold_count)),
        ("Keep removed agents, days", &|s| s.removals.keep_removed_days.to_string()),
    ];
    let mut changes: Vec<ValueChange> =
        fields.iter().filter_map(|(field, read)| ValueChange::between(field, was(read), read(new))).collect();
    let certificates = [
        ("CA certificate", old.is_some_and(|s| s.ca_certificate != new.ca_certificate)),
        ("Client certificate", old.is_some_and(|s| s.client_certificate != new.client_certificate)),
        ("Password", secret),
    ];
    if old.is_none() {
        changes.iter_mut().for_each(|change| change.old = None);
    }
    changes.extend(certificates.iter().filter(|(_, differs)| *differs).map(|(field, _)| ValueChange::secret(field)));
    changes
}

/// Of rules, by their place in the list.
pub(in crate::web) fn of_rules(old: &[PlacementRule], new: &[PlacementRule], groups: &[Group]) -> Vec<ValueChange> {
    let words = |rule: Option<&PlacementRule>| {
        rule.map(|rule| {
            let (of, groups) = (&rule.group_dn, names(&rule.groups, groups));
            match (rule.role.map(|role| role.label()), groups.is_empty()) {
                (None, true) => format!("members of {of}"),
                (Some(role), true) => format!("members of {of}, role {role}"),
                (None, false) => format!("members of {of}, groups {groups}"),
                (Some(role), false) => format!("members of {of}, role {role}, groups {groups}"),
            }
        })
        .unwrap_or_default()
    };
    let places = 0..old.len().max(new.len());
    places
        .filter_map(|at| ValueChange::between(&format!("Rule {}", at + 1), words(old.get(at)), words(new.get(at))))
        .collect()
}
