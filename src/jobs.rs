//! Every job and its schedule.
