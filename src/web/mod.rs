//! The panel over HTTP. This file is the whole URL table; one folder per screen.
//!
//! Nothing here speaks LDAP: a page view reads the last known state.

mod access;
mod activity;
mod agents;
mod assets;
mod client;
mod components;
mod confirm;
mod context;
mod csrf;
mod csv;
mod error;
mod form;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod groups;
mod headers;
mod health;
mod htmx;
mod icons;
pub(crate) mod imports;
mod language;
mod layout;
mod ldap_settings;
mod limits;
mod live;
mod login;
mod me;
mod public_url;
mod rich;
mod server;
mod session;
mod setup;
mod turns;

pub use access::Access;
pub use health::metrics_recorder;
pub use public_url::PublicUrl;
pub use server::Tls;
pub use session::SessionLimits;
pub use setup::SetupCode;

use crate::activity::ActivityLog;
use crate::auth::{SecondFactors, SignIn};
use crate::import::Imports;
use crate::monitor::Monitor;
use crate::secrets::SecretKey;
use crate::storage::Store;
use access::guarded;
use actix_web::{App, dev::Server, middleware, web};
use secrecy::SecretString;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

/// What the screens work with.
#[allow(missing_docs)]
pub struct AppState {
    pub store: Store,
    pub secrets: SecretKey,
    pub monitor: Monitor,
    pub imports: Imports,
    pub sign_in: SignIn,
    pub second_factors: SecondFactors,
    pub sessions: SessionLimits,
    pub activity: ActivityLog,
    /// Opens `/setup`; there is one only when the panel started without an administrator.
    pub setup_code: Option<SetupCode>,
    pub public_url: PublicUrl,
    pub trusted_proxies: Vec<ipnet::IpNet>,
    pub metrics_token: Option<SecretString>,
    pub metrics: metrics_exporter_prometheus::PrometheusHandle,
}

/// Declares each route once: for the server, and as [`TABLE`] for the test that walks it.
macro_rules! routes {
    ($($method:ident $path:literal $access:ident => $handler:path;)*) => {
        /// Every route: method, path, who may use it.
        pub const TABLE: &[(&str, &str, Access)] = &[$((stringify!($method), $path, Access::$access)),*];

        fn configure(config: &mut web::ServiceConfig) {
            $(config.route($path, guarded(Access::$access, access::$method().to($handler)));)*
        }
    };
}

routes! {
    get  "/"                         SignedIn      => me::home;
    get  "/live"                     Pulse         => live::show;
    get  "/setup"                    Anyone        => setup::new;
    post "/setup"                    Anyone        => setup::create;
    get  "/login"                    Anyone        => login::new;
    post "/login"                    Anyone        => login::create;
    get  "/login/code"               Anyone        => login::code::new;
    post "/login/code"               Anyone        => login::code::create;
    post "/logout"                   Anyone        => login::delete;
    post "/language"                 Anyone        => language::choose;
    get  "/me"                       SignedIn      => me::show;
    post "/me"                       SignedIn      => me::update;
    post "/me/sessions/end"          SignedIn      => me::end_sessions;
    get  "/me/password"              SignedIn      => me::edit_password;
    post "/me/password"              SignedIn      => me::change_password;
    get  "/me/second-factor"         SignedIn      => me::second_factor;
    post "/me/second-factor"         SignedIn      => me::set_up_second_factor;
    post "/me/second-factor/codes"   SignedIn      => me::renew_recovery_codes;
    post "/me/second-factor/off"     SignedIn      => me::switch_off_second_factor;

    get  "/settings/ldap/index"      Administrator => ldap_settings::edit;
    post "/settings/ldap/index"      Administrator => ldap_settings::update;
    post "/settings/ldap/check"      Administrator => ldap_settings::check;
    get  "/settings/ldap/status"     Poll          => ldap_settings::status;
    get  "/settings/ldap/rules"      Administrator => ldap_settings::rules::edit;
    post "/settings/ldap/rules"      Administrator => ldap_settings::rules::update;
    post "/settings/ldap/rules/try"  Administrator => ldap_settings::rules::try_out;
    get  "/settings/ldap/lookup"     Administrator => ldap_settings::look_up::show;
    get  "/settings/ldap/new"        Administrator => ldap_settings::new;
    post "/settings/ldap/new"        Administrator => ldap_settings::create;
    post "/settings/ldap/new/check"  Administrator => ldap_settings::check_new;
    get  "/settings/ldap/{id}"       Administrator => ldap_settings::edit_one;
    post "/settings/ldap/{id}"       Administrator => ldap_settings::update_one;
    post "/settings/ldap/{id}/check" Administrator => ldap_settings::check_one;
    get  "/settings/ldap/{id}/status" Poll         => ldap_settings::status_of_one;
    post "/settings/ldap/{id}/delete" Administrator => ldap_settings::delete;
    get  "/settings/ldap/{id}/rules" Administrator => ldap_settings::rules::edit_one;
    post "/settings/ldap/{id}/rules" Administrator => ldap_settings::rules::update_one;
    post "/settings/ldap/{id}/rules/try" Administrator => ldap_settings::rules::try_one;

    get  "/agents"                   Staff         => agents::index;
    get  "/agents/export.csv"        Staff         => agents::export;
    get  "/agents/changed"           StaffPoll     => agents::changed;
    post "/agents/bulk"              Administrator => agents::bulk;
    get  "/agents/new"               Administrator => agents::new;
    post "/agents"                   Administrator => agents::create;
    get  "/agents/{id}"              Staff         => agents::show;
    get  "/agents/{id}/edit"         Administrator => agents::edit;
    post "/agents/{id}"              Administrator => agents::update;
    post "/agents/{id}/delete"       Administrator => agents::delete;
    post "/agents/{id}/sessions/end" Administrator => agents::end_sessions;
    post "/agents/{id}/unlock"       Administrator => agents::unlock;
    get  "/groups"                   Staff         => groups::index;
    post "/groups"                   Administrator => groups::create;
    post "/groups/{id}"              Administrator => groups::update;
    post "/groups/{id}/delete"       Administrator => groups::delete;

    get  "/imports"                  Administrator => imports::index;
    post "/imports"                  Administrator => imports::create;
    get  "/imports/{id}"             Administrator => imports::show;
    get  "/imports/{id}/progress"    Poll          => imports::progress;
    get  "/imports/{id}/changes"     Administrator => imports::changes;
    get  "/imports/{id}/changes.csv" Administrator => imports::changes_csv;
    post "/imports/{id}/cancel"      Administrator => imports::cancel;
    post "/imports/{id}/removals"    Administrator => imports::decide;

    get  "/activity"                 Administrator => activity::index;
    get  "/activity/export.csv"      Administrator => activity::export;

    get  "/healthz"                  Anyone        => health::alive;
    get  "/readyz"                   Anyone        => health::ready;
    get  "/metrics"                  Token         => health::metrics;
    get  "/static/{path:.*}"         Anyone        => assets::show;
}

/// Starts answering on the listener, over TLS where there is a certificate; the caller awaits the server and stops it
/// by its handle.
pub fn server(
    listener: TcpListener,
    tls: Option<Tls>,
    state: Arc<AppState>,
    grace: Duration,
) -> std::io::Result<Server> {
    let cookie_key = session::cookie_key(&state.secrets);
    let trusted_proxies = state.trusted_proxies.clone();
    server::serve(server::Entrance { listener, tls, trusted_proxies, grace }, move || {
        let sessions = session::middleware(&state, cookie_key.clone());
        App::new()
            .app_data(web::Data::from(state.clone()))
            .app_data(web::PayloadConfig::new(csrf::MAX_FORM))
            .wrap(sessions)
            .wrap(middleware::from_fn(session::spare))
            .wrap(middleware::from_fn(health::own_up))
            .wrap(middleware::from_fn(turns::wait))
            .wrap(middleware::from_fn(limits::check))
            .wrap(middleware::from_fn(headers::check_host))
            .wrap(middleware::from_fn(limits::survive))
            .wrap(middleware::from_fn(headers::secure))
            .wrap(middleware::from_fn(language::speak))
            .wrap(middleware::Compress::default())
            .wrap(middleware::from_fn(headers::uncompressed))
            .wrap(tracing_actix_web::TracingLogger::<headers::QuietSpan>::new())
            .configure(configure)
            .default_service(web::to(error::not_found))
    })
}
