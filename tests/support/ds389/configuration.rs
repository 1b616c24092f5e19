//! `dse.ldif`, the server's configuration: what the package has for new servers, with a backend and what
//! tests set. Made without `dscreate`, which takes ten seconds.

use super::super::held;
use super::super::openldap::BASE_DN;
use std::path::{Path, PathBuf};
use std::process::Command;

const TEMPLATE: &str = "/usr/share/dirsrv/data/template-dse.ldif";

/// Values by entry and attribute.
pub(super) type Setting<'a> = (&'a str, &'a str, &'a str);

pub(super) const CONFIG: &str = "cn=config";
const DATABASE: &str = "cn=config,cn=ldbm database,cn=plugins,cn=config";

/// What every server of the tests is told: loopback only, everyone may read the root DSE and nothing else,
/// small caches, and passwords that cost nothing to verify.
const USUAL: [Setting<'_>; 13] = [
    (CONFIG, "nsslapd-listenhost", "127.0.0.1"),
    (CONFIG, "nsslapd-securelistenhost", "127.0.0.1"),
    (CONFIG, "nsslapd-allow-anonymous-access", "rootdse"),
    (CONFIG, "nsslapd-accesslog-logging-enabled", "off"),
    (CONFIG, "nsslapd-threadnumber", "4"),
    (CONFIG, "passwordStorageScheme", "CLEAR"),
    (CONFIG, "nsslapd-enable-upgrade-hash", "off"),
    (CONFIG, "passwordLockout", "on"),
    (CONFIG, "passwordMaxFailure", "5"),
    (DATABASE, "nsslapd-cache-autosize", "0"),
    (DATABASE, "nsslapd-dbcachesize", "8388608"),
    (DATABASE, "nsslapd-import-cache-autosize", "0"),
    ("cn=MemberOf Plugin,cn=plugins,cn=config", "nsslapd-pluginEnabled", "on"),
];

/// Where the configuration lies in a server's folder. A server names a semaphore after the last part of this
/// path, for the whole machine: so the part is the folder's own name, which no other server has.
pub(super) fn place(folder: &Path) -> PathBuf {
    folder.join(folder.file_name().unwrap())
}

/// Makes the folders of a server that has no data yet.
pub(super) fn lay_out(folder: &Path) {
    for name in ["run", "log", "db/userroot", "dbhome", "tmp", "ldif", "bak", "lock", "inst"] {
        std::fs::create_dir_all(folder.join(name)).unwrap();
    }
    std::fs::create_dir_all(place(folder).join("schema")).unwrap();
    let write = |name: &str, text: &str| std::fs::write(place(folder).join(name), text).unwrap();
    // The package's own copies are for its own user only.
    write("schema/99user.ldif", "dn: cn=schema\n");
    write("certmap.conf", "certmap default default\n");
    write("slapd-collations.conf", "collation \"\" \"\" \"\" 1 3 2.16.840.1.113730.3.3.2.0.1 default\n");
}

/// Writes the configuration of a server that lies in `folder`.
pub(super) fn write(folder: &Path, ports: [u16; 2], tls: bool, settings: &[(String, String, String)]) {
    let template = std::fs::read_to_string(TEMPLATE).expect("389 Directory Server (389-ds-base) should be installed");
    let own = place(folder).display().to_string();
    let place = folder.display().to_string();
    let mut text = template.trim_end().to_owned();
    for (name, value) in [
        ("schema_dir", format!("{own}/schema")),
        ("config_dir", own.clone()),
        ("cert_dir", own.clone()),
        ("lock_dir", format!("{place}/lock")),
        ("tmp_dir", format!("{place}/tmp")),
        ("ldif_dir", format!("{place}/ldif")),
        ("bak_dir", format!("{place}/bak")),
        ("run_dir", format!("{place}/run")),
        ("inst_dir", format!("{place}/inst")),
        ("log_dir", format!("{place}/log")),
        ("db_dir", format!("{place}/db")),
        ("db_home_dir", format!("{place}/dbhome")),
        ("db_lib", "bdb".into()),
        ("fqdn", "localhost".into()),
        ("ds_port", ports[0].to_string()),
        ("ds_user", user_name()),
        ("ds_suffix", BASE_DN.into()),
        ("rootdn", super::ADMIN_DN.into()),
        ("ds_passwd", format!("{{CLEAR}}{}", super::ADMIN_PASSWORD)),
        ("ldapi_enabled", "off".into()),
        ("ldapi_autobind", "off".into()),
        ("ldapi", format!("{place}/run/ldapi")),
    ] {
        text = text.replace(&format!("%{name}%"), &value);
    }
    let escaped = BASE_DN.replace('=', "\\3D").replace(',', "\\2C");
    text.push_str(&format!(
        "\n\ndn: cn={escaped},cn=mapping tree,cn=config\nobjectClass: nsMappingTree\nobjectClass: extensibleObject\n\
         cn: {BASE_DN}\nnsslapd-state: backend\nnsslapd-backend: userroot\n\n\
         dn: cn=userroot,cn=ldbm database,cn=plugins,cn=config\nobjectClass: nsBackendInstance\n\
         objectClass: extensibleObject\ncn: userroot\nnsslapd-suffix: {BASE_DN}\n\
         nsslapd-directory: {place}/db/userroot\n"
    ));
    for (dn, name, value) in USUAL {
        set(&mut text, dn, name, value);
    }
    if tls {
        set(&mut text, CONFIG, "nsslapd-security", "on");
        set(&mut text, CONFIG, "nsslapd-securePort", &ports[1].to_string());
    }
    for (dn, name, value) in settings {
        set(&mut text, dn, name, value);
    }
    std::fs::write(format!("{own}/dse.ldif"), text + "\n").unwrap();
}

/// Gives an attribute of an entry this one value.
fn set(text: &mut String, dn: &str, name: &str, value: &str) {
    let mut found = false;
    let entries = text.split("\n\n").map(|entry| {
        if !entry.trim_start().lines().next().is_some_and(|line| line.eq_ignore_ascii_case(&format!("dn: {dn}"))) {
            return entry.to_owned();
        }
        found = true;
        let is_other = |line: &&str| line.split_once(':').is_none_or(|(known, _)| !known.eq_ignore_ascii_case(name));
        let mut lines: Vec<String> = entry.lines().filter(is_other).map(str::to_owned).collect();
        lines.push(format!("{name}: {value}"));
        lines.join("\n")
    });
    let entries: Vec<String> = entries.collect();
    *text = entries.join("\n\n");
    assert!(found, "the configuration has no entry {dn}");
}

/// `ns-slapd`; root starts it as the package's user.
pub(super) fn server() -> Command {
    let program = super::program("ns-slapd");
    if !held::is_root() {
        return program;
    }
    let mut command = Command::new("setpriv");
    command.args([&format!("--reuid={}", user_name()), "--regid=dirsrv", "--clear-groups"]);
    command.arg(program.get_program());
    command
}

/// Gives a folder to the user a server runs as.
pub(super) fn give(folder: &Path) {
    if held::is_root() {
        held::finish(Command::new("chown").arg("-R").arg(format!("{}:", user_name())).arg(folder));
    }
}

fn user_name() -> String {
    if held::is_root() { "dirsrv".into() } else { held::finish(Command::new("id").arg("-un")).trim().to_owned() }
}
