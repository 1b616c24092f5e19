//! What the first people's attributes hold.

use super::entry::Entry;
use super::guid;
use crate::model::{Found, Resolved, Sample, SampleField, SkipReason};

/// How many are looked at.
const SIZE: u64 = 200;

/// Looks at people as they come.
pub(super) struct Sampler {
    sample: Sample,
    without_guid: u64,
}

impl Sampler {
    pub(super) fn new(resolved: &Resolved) -> Sampler {
        let names =
            [&resolved.guid_attribute, &resolved.cn_attribute, &resolved.mail_attribute, &resolved.phone_attribute];
        let fields = names.map(|name| SampleField { attribute: name.as_str().to_owned(), present: 0 });
        Sampler { sample: Sample { fields: fields.into(), ..Sample::default() }, without_guid: 0 }
    }

    pub(super) fn is_full(&self) -> bool {
        self.sample.size >= SIZE
    }

    pub(super) fn add(&mut self, entry: &Entry, found: Found, resolved: &Resolved) {
        self.sample.size += 1;
        for field in &mut self.sample.fields {
            field.present += u64::from(entry.has(&field.attribute));
        }
        self.without_guid += u64::from(guid::of_entry(entry, resolved.guid_attribute.as_str()).is_none());
        match found {
            Found::Person(person) if self.sample.example.is_none() => {
                self.sample.example = Some((person.name, person.email.to_string(), person.phone));
            }
            Found::Unusable { reason: SkipReason::NoMail { .. } | SkipReason::MailIsNoAddress { .. }, .. } => {
                self.sample.without_mail += 1;
            }
            _ => {}
        }
    }

    /// What was seen, in lines, and whether an administrator should look at it.
    pub(super) fn finish(self) -> (Sample, Vec<String>, bool) {
        let sample = self.sample;
        let mut lines: Vec<String> = sample
            .fields
            .iter()
            .map(|field| format!("{}: {} of {}", field.attribute, field.present, sample.size))
            .collect();
        let mut look = false;
        if self.without_guid > 0 {
            lines.push(format!("{} have no usable GUID and could not be imported.", self.without_guid));
            look = true;
        }
        if sample.without_mail > 0 {
            lines.push(format!("{} have no usable mail and could not sign in.", sample.without_mail));
            look |= sample.without_mail * 2 > sample.size;
        }
        (sample, lines, look)
    }
}
