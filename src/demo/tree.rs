//! The people file as a directory tree: entries with attributes.

use super::people::{Group, PeopleFile, Person};
use super::{BASE_DN, BIND_DN, GROUPS_DN, PEOPLE_DN};
use crate::model::Dn;
use ldap3_proto::proto::{LdapPartialAttribute, LdapSearchResultEntry, LdapSearchScope};
use std::collections::HashMap;
use uuid::Uuid;

/// Attributes that a search returns only when it names them, or asks for `+`.
const OPERATIONAL: [&str; 2] = ["entryUUID", "memberOf"];

/// One entry of the directory.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub(super) dn: String,
    attributes: Vec<(&'static str, Vec<String>)>,
    /// Not an attribute, so that no search can return it and no filter can try it.
    password: Option<String>,
    pub(super) disabled: bool,
}

impl Entry {
    /// An entry with a GUID that follows from its name, and nothing else.
    pub(super) fn new(dn: impl Into<String>) -> Entry {
        let dn = dn.into();
        let guid = Uuid::new_v5(&Uuid::NAMESPACE_X500, dn.to_lowercase().as_bytes());
        Entry::without_guid(dn).with("entryUUID", [guid.to_string()])
    }

    /// An entry without attributes, such as the root DSE.
    pub(super) fn without_guid(dn: impl Into<String>) -> Entry {
        Entry { dn: dn.into(), ..Entry::default() }
    }

    /// The same with an attribute more; without values it is left out.
    pub(super) fn with<V: Into<String>>(mut self, name: &'static str, values: impl IntoIterator<Item = V>) -> Entry {
        let values: Vec<String> = values.into_iter().map(Into::into).collect();
        if !values.is_empty() {
            self.attributes.push((name, values));
        }
        self
    }

    /// The values of an attribute.
    pub(super) fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        let attribute = self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        attribute.into_iter().flat_map(|(_, values)| values.iter().map(String::as_str))
    }

    /// Whether this is the entry's password. An entry without one has none that is right.
    pub(super) fn accepts(&self, password: &str) -> bool {
        self.password.as_deref() == Some(password)
    }

    /// What a search that asks for these attributes gets (RFC 4511, section 4.5.1.8).
    pub(super) fn answer(&self, asked: &[String], types_only: bool) -> LdapSearchResultEntry {
        let every_user_attribute = asked.is_empty() || asked.iter().any(|name| name == "*");
        let every_operational = asked.iter().any(|name| name == "+");
        let wanted = |known: &str| {
            let general = if OPERATIONAL.contains(&known) { every_operational } else { every_user_attribute };
            general || asked.iter().any(|name| name.eq_ignore_ascii_case(known))
        };
        let attributes = self.attributes.iter().filter(|(known, _)| wanted(known));
        let attributes = attributes.map(|(name, values)| LdapPartialAttribute {
            atype: (*name).to_owned(),
            vals: if types_only { Vec::new() } else { values.iter().map(|value| value.clone().into_bytes()).collect() },
        });
        LdapSearchResultEntry { dn: self.dn.clone(), attributes: attributes.collect() }
    }
}

/// The whole directory, parents before children, people in the file's order.
pub(super) struct Tree(Vec<Node>);

struct Node {
    dn: Dn,
    /// The root (the empty name) for the suffix.
    parent: Dn,
    entry: Entry,
}

impl Tree {
    /// From the people file.
    pub(super) fn new(file: &PeopleFile) -> Tree {
        let mut entries = vec![
            Entry::new(BASE_DN).with("objectClass", ["top", "domain"]).with("dc", ["demo"]),
            unit(PEOPLE_DN, "people"),
            unit(GROUPS_DN, "groups"),
            Entry::new(BIND_DN).with("objectClass", ["top", "organizationalRole"]).with("cn", ["reader"]),
        ];
        let names = Names::new(file);
        entries.extend(file.people.iter().map(|person| person_entry(person, &names)));
        entries.extend(file.groups.iter().map(|group| group_entry(group, &names)));
        Tree(entries.into_iter().filter_map(Node::new).collect())
    }

    /// The entry of this name.
    pub(super) fn get(&self, dn: &Dn) -> Option<&Entry> {
        self.0.iter().find(|node| node.dn == *dn).map(|node| &node.entry)
    }

    /// The entries within base and scope. `None`: there is no such base.
    pub(super) fn scope(&self, base: &Dn, scope: &LdapSearchScope) -> Option<impl Iterator<Item = &Entry>> {
        if !base.is_root() {
            self.get(base)?;
        }
        let within = move |node: &&Node| match scope {
            LdapSearchScope::Base => node.dn == *base,
            LdapSearchScope::OneLevel => node.parent == *base,
            LdapSearchScope::Subtree => node.dn.is_within(base),
            LdapSearchScope::Children => node.dn.is_within(base) && node.dn != *base,
        };
        Some(self.0.iter().filter(within).map(|node| &node.entry))
    }
}

impl Node {
    // Names here need no escaping, so the first comma ends the first part.
    fn new(entry: Entry) -> Option<Node> {
        let parent = if entry.dn == BASE_DN { "" } else { entry.dn.split_once(',')?.1 };
        Some(Node { dn: Dn::parse(&entry.dn).ok()?, parent: Dn::parse(parent).ok()?, entry })
    }
}

/// Who and what the members of groups can be, and which groups each is in.
struct Names {
    people: HashMap<String, String>,
    groups: HashMap<String, String>,
    /// By the member's DN.
    member_of: HashMap<String, Vec<String>>,
}

impl Names {
    fn new(file: &PeopleFile) -> Names {
        let mut names = Names {
            people: file.people.iter().map(|person| (person.uid.folded(), person_dn(person))).collect(),
            groups: file.groups.iter().map(|group| (group.name.folded(), group_dn(group))).collect(),
            member_of: HashMap::new(),
        };
        for group in file.groups.iter() {
            for member in names.members(group) {
                names.member_of.entry(member).or_default().push(group_dn(group));
            }
        }
        names
    }

    /// The DNs of those members that exist.
    fn members(&self, group: &Group) -> Vec<String> {
        let known = |member: &String| {
            let name = member.to_lowercase();
            self.people.get(&name).or_else(|| self.groups.get(&name)).cloned()
        };
        group.members.iter().filter_map(known).collect()
    }

    fn groups_of(&self, dn: &str) -> Vec<String> {
        self.member_of.get(dn).cloned().unwrap_or_default()
    }
}

fn person_dn(person: &Person) -> String {
    format!("uid={},{PEOPLE_DN}", person.uid.as_str())
}

fn group_dn(group: &Group) -> String {
    format!("cn={},{GROUPS_DN}", group.name.as_str())
}

fn unit(dn: &str, ou: &str) -> Entry {
    Entry::new(dn).with("objectClass", ["top", "organizationalUnit"]).with("ou", [ou])
}

fn person_entry(person: &Person, names: &Names) -> Entry {
    let dn = person_dn(person);
    let surname = person.name.split_whitespace().last().unwrap_or(&person.name);
    let member_of = names.groups_of(&dn);
    let mut entry = Entry::new(dn)
        .with("objectClass", ["top", "person", "organizationalPerson", "inetOrgPerson"])
        .with("uid", [person.uid.as_str()])
        .with("cn", [&person.name])
        .with("sn", [surname])
        .with("displayName", [&person.name])
        .with("mail", &person.mail)
        .with("telephoneNumber", &person.phone)
        // How 389 Directory Server marks an account that may not bind.
        .with("nsAccountLock", person.disabled.then_some("TRUE"))
        .with("memberOf", member_of);
    entry.password = person.password.clone().filter(|password| !password.is_empty());
    entry.disabled = person.disabled;
    entry
}

fn group_entry(group: &Group, names: &Names) -> Entry {
    let dn = group_dn(group);
    let member_of = names.groups_of(&dn);
    Entry::new(dn)
        .with("objectClass", ["top", "groupOfNames"])
        .with("cn", [group.name.as_str()])
        .with("member", names.members(group))
        .with("memberOf", member_of)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::demo::people;

    fn tree(text: &str) -> Tree {
        Tree::new(&people::parse(text).unwrap())
    }

    fn count(tree: &Tree, base: &str, scope: &LdapSearchScope) -> Option<usize> {
        tree.scope(&Dn::parse(base).unwrap(), scope).map(Iterator::count)
    }

    #[test]
    fn every_scope_covers_what_it_names() {
        let tree = tree(r#"{"people": [{"uid": "a", "name": "A"}, {"uid": "b", "name": "B"}]}"#);
        assert_eq!(count(&tree, BASE_DN, &LdapSearchScope::Base), Some(1));
        assert_eq!(count(&tree, BASE_DN, &LdapSearchScope::OneLevel), Some(3));
        assert_eq!(count(&tree, BASE_DN, &LdapSearchScope::Subtree), Some(6));
        assert_eq!(count(&tree, BASE_DN, &LdapSearchScope::Children), Some(5));
        assert_eq!(count(&tree, "", &LdapSearchScope::OneLevel), Some(1));
        assert_eq!(count(&tree, "OU=People, DC=demo, DC=test", &LdapSearchScope::OneLevel), Some(2));
        assert_eq!(count(&tree, "ou=nowhere,dc=demo,dc=test", &LdapSearchScope::Subtree), None);
    }

    #[test]
    fn a_guid_follows_from_the_uid_alone() {
        let guid = |text: &str| {
            let tree = tree(text);
            let entry = tree.get(&Dn::parse(&format!("uid=a,{PEOPLE_DN}")).unwrap()).unwrap();
            entry.values("entryUUID").next().unwrap().to_owned()
        };
        let before = guid(r#"{"people": [{"uid": "a", "name": "A"}]}"#);
        let after = guid(r#"{"people": [{"uid": "z", "name": "Z"}, {"uid": "A", "name": "Renamed"}]}"#);
        assert_eq!(before, after);
    }

    #[test]
    fn members_who_left_the_file_are_not_in_their_groups() {
        let tree = tree(
            r#"{"people": [{"uid": "a", "name": "A"}], "groups": [
                {"name": "inner", "members": ["a", "gone"]}, {"name": "outer", "members": ["inner"]}]}"#,
        );
        let values = |dn: &str, name: &str| -> Vec<String> {
            tree.get(&Dn::parse(dn).unwrap()).unwrap().values(name).map(str::to_owned).collect()
        };
        let inner = format!("cn=inner,{GROUPS_DN}");
        assert_eq!(values(&inner, "member"), [format!("uid=a,{PEOPLE_DN}")]);
        assert_eq!(values(&inner, "memberOf"), [format!("cn=outer,{GROUPS_DN}")]);
        assert_eq!(values(&format!("uid=a,{PEOPLE_DN}"), "memberOf"), [inner]);
    }
}
