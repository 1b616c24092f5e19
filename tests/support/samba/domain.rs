//! Makes the domain and changes its database without a server.

use super::super::held::{command, finish};
use super::super::openldap::BASE_DN;
use super::super::template::Template;
use std::path::Path;

/// The domain with nobody in it, in a folder of its own.
pub(super) fn empty() -> Template {
    Template::of("samba", "1", true, |folder| {
        std::fs::write(folder.join("none.conf"), "[global]\n").unwrap();
        let mut provision = command("samba-tool", true);
        provision.args(["domain", "provision", "--realm=EXAMPLE.TEST", "--domain=EXAMPLE", "--server-role=dc"]);
        provision.args(["--dns-backend=NONE", "--host-name=dc1", "--host-ip=127.0.0.1", "--use-rfc2307", "-d", "0"]);
        provision.arg(format!("--adminpass={}", super::ADMIN_PASSWORD));
        provision.args(["--option=interfaces=127.0.0.1/8", "--option=bind interfaces only=yes"]);
        provision.args(["--option=vfs objects=dfs_samba4"]);
        provision.arg(format!("--targetdir={}", folder.display())).arg("-s").arg(folder.join("none.conf"));
        finish(&mut provision);
        change(folder, &policy());
    })
}

/// Adds and changes entries, as LDIF, in a domain's folder.
pub(super) fn change(folder: &Path, text: &str) {
    let configuration = format!("--configfile={}", folder.join("etc/smb.conf").display());
    modify(&folder.join("private/sam.ldb"), &["--nosync", &configuration], text);
}

/// The same past everything that makes a database of entries a domain.
pub(super) fn change_beneath(folder: &Path, text: &str) {
    if !text.is_empty() {
        let partition = folder.join(format!("private/sam.ldb.d/{}.ldb", BASE_DN.to_uppercase()));
        modify(&partition, &["--nosync", "-o", "modules:"], text);
    }
}

fn modify(database: &Path, options: &[&str], text: &str) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    let mut modify = command("ldbmodify", true);
    finish(modify.arg("-H").arg(database).args(options).arg(file.path()));
}

/// Passwords as simple as the other servers', and five attempts.
fn policy() -> String {
    let mut text = format!("dn: {BASE_DN}\nchangetype: modify\n");
    for (name, value) in [("pwdProperties", 0), ("minPwdLength", 4), ("minPwdAge", 0), ("lockoutThreshold", 5)] {
        text.push_str(&format!("replace: {name}\n{name}: {value}\n-\n"));
    }
    text + "\n"
}

/// The configuration of a server that lies in `folder`.
pub(super) fn configuration(folder: &Path, address: &str, more: &str) -> String {
    let folder = folder.display();
    format!(
        "[global]
workgroup = EXAMPLE
realm = EXAMPLE.TEST
netbios name = DC1
server role = active directory domain controller
server services = ldap
interfaces = {address}/8
bind interfaces only = yes
private dir = {folder}/private
state directory = {folder}/state
cache directory = {folder}/cache
lock directory = {folder}
binddns dir = {folder}/bind-dns
pid directory = {folder}/run
ncalrpc dir = {folder}/run/ncalrpc
winbindd socket directory = {folder}/run/winbindd
log file = {folder}/log
log level = 0
{more}"
    )
}
