//! The building blocks of every screen, as typed functions and small builders. None of them knows a
//! screen; none writes `style=""`, which the Content-Security-Policy forbids.
//!
//! Builders implement `maud::Render`: `(TextField::new("host", "Host").value(host).mono())`.
//! Import them with `use crate::web::components::*;` so that [`Framed`] is in scope.

mod age;
mod button;
mod card;
mod chart;
mod check_list;
mod choice;
mod command;
mod field;
mod filter;
mod frame;
mod keys;
mod message;
mod password;
mod person;
mod progress;
mod table;
mod tone;
mod words;

pub use age::{age_words, calendar_day, month_name, rfc3339, short_day, time_ago};
pub use button::{Button, buttons, confirm_fold, csrf_field};
pub use card::{Card, definitions};
pub use chart::{Figure, Flow, FlowColumn, Pulse, PulseColumn, Shape};
pub use check_list::{CheckLine, check_list, step_line};
pub use choice::{Checkbox, Checkboxes, Select};
pub use command::{command_block, copy_script};
pub use field::{TextArea, TextField};
pub use filter::FilterBar;
pub use frame::{Columns, Framed, field_id, form_row};
pub use keys::{key_list, keys, list_script};
pub use message::{Notice, answering_banner, banner, empty_state};
pub use password::PasswordField;
pub use person::{email, person};
pub use progress::{Bar, bars, phase_steps, progress, stats, steps};
pub use table::{Column, Pager, Row, Sorted, Table};
pub use tone::{Tone, pill, tag};
pub use words::{duration, every, number};

#[cfg(test)]
mod specimen;
