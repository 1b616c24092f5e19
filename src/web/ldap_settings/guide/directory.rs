//! Server, certificate, account and base.

use super::{Advice, Kind};

pub(super) const HOST: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "guide-host-active-directory",
        commands: &["nslookup -type=SRV _ldap._tcp.dc._msdcs.example.com", "nltest /dclist:example.com"],
        after: Some("guide-host-active-directory-after"),
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "guide-host-openldap",
        commands: &[
            "grep -iE '^(URI|BASE|ldap_uri)' /etc/ldap/ldap.conf /etc/openldap/ldap.conf /etc/sssd/sssd.conf",
            "ldapsearch -x -LLL -H ldap://ldap.example.com -s base -b \"\" namingContexts",
        ],
        after: Some("guide-host-openldap-after"),
    },
    Advice {
        kind: Kind::Ds389,
        words: "guide-host-389ds",
        commands: &["dsctl -l", "dsconf INSTANCE config get nsslapd-port nsslapd-secureport"],
        after: Some("guide-host-389ds-after"),
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "guide-host-freeipa",
        commands: &["grep -E '^(server|domain|basedn)' /etc/ipa/default.conf"],
        after: Some("guide-host-freeipa-after"),
    },
];

pub(super) const CERTIFICATE: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "guide-certificate-active-directory",
        commands: &["certutil -ca.cert muster-ca.cer", "certutil -encode muster-ca.cer muster-ca.pem"],
        after: Some("guide-certificate-active-directory-after"),
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "guide-certificate-openldap",
        commands: &[
            "ldapsearch -Q -LLL -Y EXTERNAL -H ldapi:/// -b cn=config -s base olcTLSCACertificateFile olcTLSCertificateFile",
        ],
        after: Some("guide-certificate-openldap-after"),
    },
    Advice {
        kind: Kind::Ds389,
        words: "guide-certificate-389ds",
        commands: &[
            "dsconf INSTANCE security ca-certificate list",
            "certutil -L -d /etc/dirsrv/slapd-INSTANCE -n Self-Signed-CA -a",
        ],
        after: None,
    },
    Advice { kind: Kind::FreeIpa, words: "guide-certificate-freeipa", commands: &["cat /etc/ipa/ca.crt"], after: None },
];

pub(super) const CERTIFICATE_EVERYWHERE: (&str, &[&str]) = (
    "guide-certificate-everywhere",
    &[
        "openssl s_client -connect ldap.example.com:636 -showcerts </dev/null",
        "openssl s_client -connect ldap.example.com:389 -starttls ldap -showcerts </dev/null",
        "openssl x509 -noout -subject -fingerprint -sha256 -in muster-ca.pem",
    ],
);

pub(super) const USER: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "guide-user-active-directory",
        commands: &[
            "New-ADUser -Name muster -UserPrincipalName muster@example.com -AccountPassword (Read-Host -AsSecureString) -Enabled $true -PasswordNeverExpires $true",
            "Get-ADUser muster | select UserPrincipalName, DistinguishedName",
        ],
        after: Some("guide-user-active-directory-after"),
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "guide-user-openldap",
        commands: &[
            "dn: cn=muster,dc=example,dc=com\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: muster\nuserPassword: CHANGE-ME",
            "dn: olcDatabase={1}mdb,cn=config\nchangetype: modify\nadd: olcAccess\nolcAccess: {0}to attrs=userPassword by dn.exact=\"cn=muster,dc=example,dc=com\" none by * break\nolcAccess: {1}to dn.subtree=\"dc=example,dc=com\" by dn.exact=\"cn=muster,dc=example,dc=com\" read by * break\n-\nadd: olcLimits\nolcLimits: dn.exact=\"cn=muster,dc=example,dc=com\" size=unlimited time=unlimited",
            "ldapadd -x -H ldap://ldap.example.com -D \"cn=admin,dc=example,dc=com\" -W -f muster.ldif",
            "ldapmodify -Q -Y EXTERNAL -H ldapi:/// -f access.ldif",
        ],
        after: Some("guide-user-whole-dn"),
    },
    Advice {
        kind: Kind::Ds389,
        words: "guide-user-389ds",
        commands: &[
            "dn: cn=muster,dc=example,dc=com\nchangetype: add\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: muster\nuserPassword: CHANGE-ME\nnsSizeLimit: -1\nnsPagedSizeLimit: -1\nnsLookThroughLimit: -1\nnsIDListScanLimit: -1\n\ndn: dc=example,dc=com\nchangetype: modify\nadd: aci\naci: (targetattr != \"userPassword\")(version 3.0; acl \"Muster reads\"; allow (read, search, compare) userdn = \"ldap:///cn=muster,dc=example,dc=com\";)",
            "ldapmodify -x -H ldap://ldap.example.com -D \"cn=Directory Manager\" -W -f muster.ldif",
        ],
        after: Some("guide-user-whole-dn"),
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "guide-user-freeipa",
        commands: &[
            "dn: uid=muster,cn=sysaccounts,cn=etc,dc=example,dc=com\nchangetype: add\nobjectClass: account\nobjectClass: simpleSecurityObject\nuid: muster\nuserPassword: CHANGE-ME\npasswordExpirationTime: 20380119031407Z\nnsIdleTimeout: 0",
            "ldapmodify -x -H ldaps://ipa.example.com -D \"cn=Directory Manager\" -W -f muster.ldif",
        ],
        after: Some("guide-user-freeipa-after"),
    },
];

pub(super) const BASE: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "guide-base-active-directory",
        commands: &[
            "Get-ADDomain | select DistinguishedName",
            "Get-ADOrganizationalUnit -Filter * | select DistinguishedName",
        ],
        after: None,
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "guide-base-branch",
        commands: &["ldapsearch -x -LLL -H ldap://ldap.example.com -s base -b \"\" namingContexts"],
        after: None,
    },
    Advice {
        kind: Kind::Ds389,
        words: "guide-base-branch",
        commands: &["dsconf INSTANCE backend suffix list"],
        after: None,
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "guide-base-freeipa",
        commands: &["grep ^basedn /etc/ipa/default.conf"],
        after: None,
    },
];
