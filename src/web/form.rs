//! Forms: text in, typed values or messages beside the fields out.

use super::error::WebError;
use crate::language::t;
use actix_web::web::Bytes;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use validator::Validate;

/// Reads a form. Unknown fields are ignored, missing ones are empty.
pub(super) fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, WebError> {
    serde_html_form::from_bytes(body)
        .map_err(|error| WebError::BadRequest(t!("error-form-unreadable", error = error.to_string())))
}

/// Messages by form name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Errors(BTreeMap<String, Vec<String>>);

impl Errors {
    /// What the struct's `validate` attributes find. Only the messages are taken over: a
    /// `ValidationErrors` also carries the submitted values, and so perhaps a password.
    pub(super) fn of(form: &impl Validate) -> Errors {
        let mut errors = Errors::default();
        if let Err(found) = form.validate() {
            for (field, list) in found.field_errors() {
                let message = list.iter().find_map(|error| error.message.as_deref());
                errors.add(field.as_ref(), message.unwrap_or(t!("error-value")));
            }
        }
        errors
    }

    /// Adds a message beside a field.
    pub(super) fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.entry(field.to_owned()).or_default().push(message.into());
    }

    /// Takes the value, or notes the message and gives `None`.
    pub(super) fn take<T>(&mut self, field: &str, outcome: Result<T, crate::model::Invalid>) -> Option<T> {
        outcome.map_err(|error| self.add(field, error.0)).ok()
    }

    /// The messages beside a field.
    pub(super) fn get(&self, field: &str) -> &[String] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// All of them.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &String> {
        self.0.values().flatten()
    }

    /// Whether every field is fine.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// An optional line of text: `None` where nothing but space was typed.
pub(super) fn optional(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|text| !text.is_empty())
}
