//! The form of the rules: fields with the number of their row, and buttons that change the rows.

use crate::language::t;
use crate::model::*;
use crate::web::error::WebError;
use crate::web::form::{Errors, optional, read};
use actix_web::web::Bytes;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// A rule as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) group_dn: String,
    pub(super) role: String,
    pub(super) groups: Vec<String>,
}

/// What a button of the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Act {
    #[default]
    Send,
    Add,
    Remove(usize),
    Up(usize),
    Down(usize),
}

/// As it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RulesForm {
    pub(super) rows: Vec<Row>,
    pub(super) version: String,
    /// [`digest`] of the rules whose trial the page showed.
    pub(super) tried: String,
    pub(super) save_anyway: String,
    pub(super) act: Act,
}

/// Of rules, and of the directory and the version of its settings that they were tried with: a trial counts for exactly these.
pub(super) fn digest(of: (DirectoryId, u64), rules: &[PlacementRule]) -> String {
    let (directory, version) = of;
    let text = format!("{directory} {version} {}", serde_json::to_string(rules).unwrap_or_default());
    Sha256::digest(text).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// The form name of a field of a row.
pub(super) fn field(row: usize, name: &str) -> String {
    format!("rule_{row}_{name}")
}

impl RulesForm {
    pub(super) fn of(rules: &[PlacementRule], version: u64) -> RulesForm {
        let rows = rules.iter().map(|rule| Row {
            group_dn: rule.group_dn.to_string(),
            role: rule.role.map(|role| role.as_str().to_owned()).unwrap_or_default(),
            groups: rule.groups.iter().map(ToString::to_string).collect(),
        });
        RulesForm { rows: rows.collect(), version: version.to_string(), ..RulesForm::default() }
    }

    pub(super) fn read(body: &Bytes) -> Result<RulesForm, WebError> {
        let mut form = RulesForm::default();
        let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
        for (name, value) in read::<Vec<(String, String)>>(body)? {
            match name.as_str() {
                "version" => form.version = value,
                "tried" => form.tried = value,
                "save_anyway" => form.save_anyway = value,
                "do" => form.act = act(&value),
                name => {
                    let Some((number, field)) = name.strip_prefix("rule_").and_then(|rest| rest.split_once('_')) else {
                        continue;
                    };
                    // More rows than there may be are read too, so that what was typed is not lost with the message.
                    let Some(number) = number.parse().ok().filter(|number| *number < 2 * PlacementRule::MOST) else {
                        continue;
                    };
                    let row = rows.entry(number).or_default();
                    match field {
                        "group_dn" => row.group_dn = value,
                        "role" => row.role = value,
                        "groups" => row.groups.push(value),
                        _ => {}
                    }
                }
            }
        }
        form.rows = rows.into_values().collect();
        Ok(form)
    }

    /// With the rows as the button changes them; a number that is none changes nothing.
    pub(super) fn changed(mut self) -> RulesForm {
        let rows = &mut self.rows;
        match self.act {
            Act::Add => rows.push(Row::default()),
            Act::Remove(row) if row < rows.len() => drop(rows.remove(row)),
            Act::Up(row) if row > 0 && row < rows.len() => rows.swap(row - 1, row),
            Act::Down(row) if row + 1 < rows.len() => rows.swap(row, row + 1),
            _ => {}
        }
        self
    }

    /// The version the administrator saw.
    pub(super) fn expected_version(&self) -> Option<u64> {
        self.version.parse().ok()
    }

    pub(super) fn is_save_anyway(&self) -> bool {
        matches!(self.save_anyway.as_str(), "1" | "on" | "true" | "yes")
    }

    /// Whether the page has shown what exactly these rules would do.
    pub(super) fn has_tried(&self, digest: &str) -> bool {
        self.tried == digest
    }

    /// The rules, or a message beside each field that is not right. Rows without anything are left out.
    pub(super) fn parse(&self, groups: &[Group], errors: &mut Errors) -> Option<Vec<PlacementRule>> {
        let mut rules = Vec::new();
        let mut known: Vec<(usize, Dn)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
            let group_dn = errors.take(&field(at, "group_dn"), row.group_dn(&known));
            let role = errors.take(&field(at, "role"), row.role());
            let given = errors.take(&field(at, "groups"), row.groups(groups));
            if row.gives_nothing() {
                errors.add(&field(at, "role"), t!("rules-gives-nothing"));
            }
            if let Some(dn) = &group_dn {
                known.push((at, dn.clone()));
            }
            if let (Some(group_dn), Some(role), Some(groups)) = (group_dn, role, given) {
                rules.push(PlacementRule { group_dn, role, groups });
            }
        }
        if rules.len() > PlacementRule::MOST {
            errors.add(&field(PlacementRule::MOST, "group_dn"), t!("rules-too-many", count = PlacementRule::MOST));
        }
        errors.is_empty().then_some(rules)
    }
}

fn act(value: &str) -> Act {
    let numbered = |prefix: &str| value.strip_prefix(prefix)?.parse::<usize>().ok();
    if value == "add" {
        return Act::Add;
    }
    let remove = numbered("remove_").map(Act::Remove);
    remove.or(numbered("up_").map(Act::Up)).or(numbered("down_").map(Act::Down)).unwrap_or_default()
}

impl Row {
    fn is_empty(&self) -> bool {
        self.group_dn.trim().is_empty() && self.gives_nothing()
    }

    fn gives_nothing(&self) -> bool {
        self.role.is_empty() && self.groups.iter().all(String::is_empty)
    }

    fn group_dn(&self, known: &[(usize, Dn)]) -> Result<Dn, Invalid> {
        let Some(typed) = optional(&self.group_dn) else {
            return Err(Invalid::new(t!("rules-dn-missing")));
        };
        let dn = Dn::parse(typed)?;
        if dn.is_root() {
            return Err(Invalid::new(t!("rules-dn-root")));
        }
        match known.iter().find(|(_, other)| *other == dn) {
            Some((at, _)) => Err(Invalid::new(t!("rules-dn-twice", number = at + 1))),
            None => Ok(dn),
        }
    }

    fn role(&self) -> Result<Option<Role>, Invalid> {
        if self.role.is_empty() {
            return Ok(None);
        }
        Role::parse(&self.role).map(Some).ok_or_else(|| Invalid::new(t!("rules-role-unknown")))
    }

    fn groups(&self, groups: &[Group]) -> Result<BTreeSet<GroupId>, Invalid> {
        let known = |text: &String| groups.iter().map(|group| group.id).find(|id| id.to_string() == *text);
        let chosen: Option<BTreeSet<GroupId>> = self.groups.iter().filter(|text| !text.is_empty()).map(known).collect();
        chosen.ok_or_else(|| Invalid::new(t!("rules-group-gone")))
    }
}

#[cfg(any(test, fuzzing))]
pub(in crate::web) fn fuzz(body: &Bytes, groups: &[Group]) {
    let Ok(form) = RulesForm::read(body) else { return };
    assert!(form.rows.len() <= 2 * PlacementRule::MOST);
    let (rows, act) = (form.rows.len(), form.act);
    let mut errors = Errors::default();
    if let Some(rules) = form.parse(groups, &mut errors) {
        assert!(rules.len() <= PlacementRule::MOST.min(rows));
        let shown = RulesForm::of(&rules, 1);
        assert_eq!(shown.parse(groups, &mut errors), Some(rules), "stored rules cannot be saved again");
    }
    let changed = form.changed().rows.len();
    assert!(changed.abs_diff(rows) <= 1, "{act:?} made {changed} rows of {rows}");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn form(body: &str) -> RulesForm {
        RulesForm::read(&Bytes::from(body.to_owned())).ok().unwrap()
    }

    fn parsed(body: &str) -> (Option<Vec<PlacementRule>>, Errors) {
        let groups = [Group { id: GroupId(1), name: "Support team".into() }];
        let mut errors = Errors::default();
        (form(body).parse(&groups, &mut errors), errors)
    }

    #[test]
    fn rows_come_in_order_of_their_numbers_with_gaps_and_empty_ones_left_out() {
        let (rules, _) = parsed(
            "rule_7_group_dn=cn%3Db&rule_7_groups=1&rule_10_group_dn=cn%3Dc&rule_10_role=support&rule_3_group_dn=cn%3Da\
             &rule_3_role=administrator&rule_5_group_dn=+&rule_5_role=&rule_x_role=a&rule_999_role=support",
        );
        let rules = rules.unwrap();
        let names: Vec<&str> = rules.iter().map(|rule| rule.group_dn.as_str()).collect();
        assert_eq!(names, ["cn=a", "cn=b", "cn=c"]);
        assert_eq!((rules[0].role, rules[1].role), (Some(Role::Administrator), None));
        assert_eq!(rules[1].groups, [GroupId(1)].into());
    }

    #[test]
    fn every_wrong_field_gets_a_message_at_its_own_row() {
        let (rules, errors) = parsed(
            "rule_0_group_dn=nobody&rule_0_role=support&rule_1_group_dn=cn%3Da&rule_2_group_dn=CN%3DA+&rule_2_role=king\
             &rule_3_group_dn=&rule_3_groups=1&rule_4_group_dn=cn%3Dd&rule_4_groups=9",
        );
        assert_eq!(rules, None);
        for (name, part) in [
            ("rule_0_group_dn", "=”"),
            ("rule_1_role", "gives nothing"),
            ("rule_2_group_dn", "Rule 2 is about this LDAP group"),
            ("rule_2_role", "one of the roles"),
            ("rule_3_group_dn", "Enter the DN"),
            ("rule_4_groups", "is gone"),
        ] {
            assert!(errors.get(name).iter().any(|message| message.contains(part)), "{name}: {:?}", errors.get(name));
        }
        assert!(errors.get("rule_4_role").is_empty() && errors.get("rule_1_group_dn").is_empty());
    }

    #[test]
    fn a_hundred_rules_fit_and_one_more_does_not() {
        let many = |count: usize| -> String {
            (0..count).map(|n| format!("rule_{n}_group_dn=cn%3Dg{n}&rule_{n}_role=support&")).collect()
        };
        assert_eq!(parsed(&many(100)).0.map(|rules| rules.len()), Some(100));
        let (rules, errors) = parsed(&many(101));
        assert_eq!(rules, None);
        assert!(errors.get("rule_100_group_dn")[0].contains("100 rules at most"));
    }

    #[test]
    fn buttons_change_the_rows_and_keep_everything_typed() {
        let rows = "rule_0_group_dn=x&rule_1_group_dn=y&rule_1_role=king&rule_2_group_dn=z&";
        let after = |act: &str| -> Vec<String> {
            form(&format!("{rows}do={act}")).changed().rows.into_iter().map(|row| row.group_dn).collect()
        };
        assert_eq!(after("add"), ["x", "y", "z", ""]);
        assert_eq!(after("remove_1"), ["x", "z"]);
        assert_eq!(after("up_2"), ["x", "z", "y"]);
        assert_eq!(after("down_0"), ["y", "x", "z"]);
        for nothing in ["up_0", "down_2", "remove_3", "up_99", "remove_", "dance"] {
            assert_eq!(after(nothing), ["x", "y", "z"], "{nothing}");
        }
        assert_eq!(form(&format!("{rows}do=down_1")).changed().rows[2].role, "king");
    }

    #[test]
    fn a_trial_counts_for_the_rules_that_were_tried_and_no_others() {
        let (rules, _) = parsed("rule_0_group_dn=cn%3Da&rule_0_role=support");
        let rules = rules.unwrap();
        let other = vec![PlacementRule { role: Some(Role::Administrator), ..rules[0].clone() }];
        let (first, later, second) = ((DirectoryId(1), 1), (DirectoryId(1), 2), (DirectoryId(2), 1));
        assert_ne!(digest(first, &rules), digest(first, &other));
        assert_ne!(digest(first, &rules), digest(later, &rules));
        assert_ne!(digest(first, &rules), digest(second, &rules));
        let form = form(&format!("tried={}", digest(first, &rules)));
        assert!(form.has_tried(&digest(first, &rules)) && !form.has_tried(&digest(first, &other)));
    }
}
