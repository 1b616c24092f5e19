use super::SampleField;
use serde::{Deserialize, Serialize};

/// How many of all entries that were read have which attribute.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Filled {
    /// Entries read.
    pub of: u64,
    /// GUID, CN, mail, phone, in this order.
    pub fields: Vec<SampleField>,
}

impl Filled {
    /// Whether it is about these attributes.
    pub fn is_about(&self, fields: &[SampleField]) -> bool {
        let names = |fields: &[SampleField]| -> Vec<String> {
            fields.iter().map(|field| field.attribute.to_lowercase()).collect()
        };
        names(&self.fields) == names(fields)
    }
}
