//! Muster keeps a company's support agents in step with its LDAP directory, and lets them in.
//!
//! # The map, in reading order
//!
//! * [`model`]: the words everything else is said in: agents, groups, settings, runs. Plain types.
//! * [`ldap`]: all that speaks LDAP: connect, sign in, search, check. Directory → model.
//! * [`import`]: directory → agents. `plan` decides, `guard` says whether anybody may be removed, `run`
//!   does it, `review` is what an administrator decides about removals that were held.
//! * [`auth`]: who may come in: slows guessing down, finds the agent, verifies the password here or by
//!   one bind, and the code of a second factor, and answers failures at one time.
//! * [`monitor`]: keeps the last known status of the link to the directory.
//! * [`storage`]: the [`storage::Storage`] trait with its contract, and its backends: sled for one panel,
//!   PostgreSQL for several. What they have in common is beside them.
//! * [`activity`]: the log of who did what, chained so that a change of it is seen.
//! * [`backup`]: the file that takes a store's content elsewhere and back.
//! * [`jobs`]: every job and its schedule in one list, and the queue that panels share. What a job does is
//!   elsewhere.
//! * [`web`]: the panel. `web/mod.rs` is the whole URL table; one folder per screen; `web/server` watches
//!   over connections.
//! * [`language`]: texts in the language of whoever reads; `assets/locales` holds them.
//! * [`secrets`]: the key that seals stored secrets.
//! * `fuzzing`: one entry for each thing that reads bytes from outside; only fuzzers and unit tests build it.
//! * [`demo`]: a directory of made-up people inside the process.
//! * [`commands`]: what `muster check`, `import` and `owner` do, wherever they run.
//! * [`control`]: the socket through which those, and `muster backup`, reach a running panel.
//! * [`config`], [`telemetry`]: flags and environment; the log.
//! * [`app`]: the composition root: opens, starts and stops all of it.
//! * [`cli`]: what is typed, what is printed, the exit status. `main` only calls it.
//!
//! # Who may import whom
//!
//! ```text
//! cli → app → control → commands → { web, jobs, demo, backup, storage, ldap, … }
//! web → { activity, auth, import, language, monitor, secrets, storage, model }
//! jobs → { activity, import, monitor, storage, model }
//! activity → { secrets, storage, model }
//! auth, import → { monitor, ldap, secrets, storage, model }
//! monitor → { ldap, secrets, storage, model }
//! backup → { storage, model }
//! language, ldap, storage, secrets, demo → model
//! ```
//!
//! Each may also reach past the next one in its line. Of `ldap`, `web` may name three things that do not
//! dial: what parses certificates in the settings form, and what fits a key to one. Libraries have
//! their places too: actix-web and maud in `web`, ldap3 in `ldap`, rustls there and in `web/server`,
//! sled in `storage/sled`,
//! sqlx in `storage/postgres` and `jobs`, apalis in `jobs`, ldap3_proto in `demo`.
//!
//! # Invariants
//!
//! * An LDAP agent's password is never stored; a local agent's only as an argon2id hash. No password
//!   is logged or rendered. The bind password is encrypted at rest, leaves the process only in a bind,
//!   and is never sent back to a browser, not even masked. (The demo prints the passwords it made up.)
//!   The key of a client certificate is encrypted at rest and never leaves the process.
//! * `model`, `import::plan` and `import::guard` do no I/O and read no clock: time is a parameter.
//! * Only the holder of the run's lease writes: each write of an import carries its fencing token, and
//!   the store refuses an older one.
//! * An import removes nobody unless every page of every search ended in success, and the directory,
//!   asked by GUID, said of each that they are not within. Unknown is not absent. Skipped is not
//!   absent. Held is not decided.
//! * An import never writes what an administrator set by hand, and the edit form never writes what the
//!   directory owns.
//! * A web request talks to the directory only to verify a password, or when an administrator asks for
//!   a check, a look-up or the trial of rules. Everything else reads the last known state.
//! * The secret of a second factor is encrypted at rest, its recovery codes are kept as argon2id hashes, and what was
//!   accepted once is not accepted again.
//! * A session is what the store says of it at each request; what has ended there is not brought back.
//! * GET changes nothing but the session that asks; that the activity log was exported is recorded.
//! * A record of the activity log is never changed. What was done is recorded after it was done.
//! * One fragment, one pure function from data to markup in the request's language; the page and the htmx endpoint
//!   call the same.
//! * After [`storage::open`] nothing asks which backend it is; [`jobs::Queue::open`] alone reads the URL too.
//! * Panels that share a store have nothing else in common: what they must agree on is in the store, and
//!   the queue only tells when to look there.
//!
//! `tests/architecture/main.rs` holds the arrows, the places of libraries, and of the invariants the
//! second and the last.

pub mod activity;
pub mod app;
pub mod auth;
pub mod backup;
pub mod cli;
pub mod commands;
pub mod config;
pub mod control;
pub mod demo;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
pub mod import;
pub mod jobs;
pub mod language;
pub mod ldap;
pub mod model;
pub mod monitor;
pub mod secrets;
pub mod storage;
pub mod telemetry;
#[cfg(test)]
mod test_store;
pub mod web;
