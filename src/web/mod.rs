//! The panel.
pub mod assets;
pub mod components;
pub mod icons;
pub mod layout;
