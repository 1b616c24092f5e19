//! Server, certificate, account and base.

use super::{Advice, Kind};

pub(super) const HOST: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "Type ldap+srv:// and the name of your domain, such as ldap+srv://example.com: DNS then names the domain controllers, and another one is taken when one is away. These commands show the domain controllers, the second on Windows only:",
        commands: &["nslookup -type=SRV _ldap._tcp.dc._msdcs.example.com", "nltest /dclist:example.com"],
        after: "Choose StartTLS or LDAPS below: a domain controller that is set up well takes no password without encryption.",
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "The machine that slapd runs on. A machine that uses the directory already has its address in one of these files:",
        commands: &[
            "grep -iE '^(URI|BASE|ldap_uri)' /etc/ldap/ldap.conf /etc/openldap/ldap.conf /etc/sssd/sssd.conf",
            "ldapsearch -x -LLL -H ldap://ldap.example.com -s base -b \"\" namingContexts",
        ],
        after: "The second command shows that the server answers. Leave the port empty for 389, or 636 with LDAPS.",
    },
    Advice {
        kind: Kind::Ds389,
        words: "The machine that ns-slapd runs on. There, the first command lists the instances, and the second the ports of one of them:",
        commands: &["dsctl -l", "dsconf INSTANCE config get nsslapd-port nsslapd-secureport"],
        after: "Leave the port empty for 389, or 636 with LDAPS.",
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "Type ldap+srv:// and the name of your domain, such as ldap+srv://example.com, or the name of one IPA server. A machine that is enrolled has both in this file:",
        commands: &["grep -E '^(server|domain|basedn)' /etc/ipa/default.conf"],
        after: "Choose StartTLS or LDAPS below: every IPA server offers both.",
    },
];

pub(super) const CERTIFICATE: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "Most domains have an authority of their own (AD CS). On a machine of the domain these commands write its certificate as text to muster-ca.pem:",
        commands: &["certutil -ca.cert muster-ca.cer", "certutil -encode muster-ca.cer muster-ca.pem"],
        after: "Paste the whole of muster-ca.pem.",
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "On the server, as root, this shows the file that holds it (TLSCACertificateFile in slapd.conf). Where there is none, the server's own certificate will do:",
        commands: &[
            "ldapsearch -Q -LLL -Y EXTERNAL -H ldapi:/// -b cn=config -s base olcTLSCACertificateFile olcTLSCertificateFile",
        ],
        after: "Paste the content of that file.",
    },
    Advice {
        kind: Kind::Ds389,
        words: "On the server, the first command lists the certificates, and the second prints one of them. Self-Signed-CA is the authority that dscreate makes:",
        commands: &[
            "dsconf INSTANCE security ca-certificate list",
            "certutil -L -d /etc/dirsrv/slapd-INSTANCE -n Self-Signed-CA -a",
        ],
        after: "",
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "Every machine that is enrolled has it:",
        commands: &["cat /etc/ipa/ca.crt"],
        after: "",
    },
];

pub(super) const CERTIFICATE_EVERYWHERE: (&str, &[&str]) = (
    "Any server shows its certificates itself; the authority's is mostly the last one. Compare its fingerprint with what those who run the directory say: whoever stands between could show another.",
    &[
        "openssl s_client -connect ldap.example.com:636 -showcerts </dev/null",
        "openssl s_client -connect ldap.example.com:389 -starttls ldap -showcerts </dev/null",
        "openssl x509 -noout -subject -fingerprint -sha256 -in muster-ca.pem",
    ],
);

pub(super) const USER: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "Any user of the domain may read what is needed, so an ordinary account without further rights will do. In PowerShell:",
        commands: &[
            "New-ADUser -Name muster -UserPrincipalName muster@example.com -AccountPassword (Read-Host -AsSecureString) -Enabled $true -PasswordNeverExpires $true",
            "Get-ADUser muster | select UserPrincipalName, DistinguishedName",
        ],
        after: "Type the UserPrincipalName under User, such as muster@example.com. The DistinguishedName and EXAMPLE\\muster do as well.",
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "Save the first text as muster.ldif and the second as access.ldif, with your own base, a password, and the number of your database, and load them with the two commands. The first rule keeps password hashes from the account, the second lets it read the rest, and the limit lets it read everyone:",
        commands: &[
            "dn: cn=muster,dc=example,dc=com\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: muster\nuserPassword: CHANGE-ME",
            "dn: olcDatabase={1}mdb,cn=config\nchangetype: modify\nadd: olcAccess\nolcAccess: {0}to attrs=userPassword by dn.exact=\"cn=muster,dc=example,dc=com\" none by * break\nolcAccess: {1}to dn.subtree=\"dc=example,dc=com\" by dn.exact=\"cn=muster,dc=example,dc=com\" read by * break\n-\nadd: olcLimits\nolcLimits: dn.exact=\"cn=muster,dc=example,dc=com\" size=unlimited time=unlimited",
            "ldapadd -x -H ldap://ldap.example.com -D \"cn=admin,dc=example,dc=com\" -W -f muster.ldif",
            "ldapmodify -Q -Y EXTERNAL -H ldapi:/// -f access.ldif",
        ],
        after: "Type the whole DN under User: cn=muster,dc=example,dc=com, not only cn=muster.",
    },
    Advice {
        kind: Kind::Ds389,
        words: "Save this as muster.ldif, with your own base and a password, and load it with the command below it. The account may read everything but password hashes, and everyone:",
        commands: &[
            "dn: cn=muster,dc=example,dc=com\nchangetype: add\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: muster\nuserPassword: CHANGE-ME\nnsSizeLimit: -1\nnsPagedSizeLimit: -1\nnsLookThroughLimit: -1\nnsIDListScanLimit: -1\n\ndn: dc=example,dc=com\nchangetype: modify\nadd: aci\naci: (targetattr != \"userPassword\")(version 3.0; acl \"Muster reads\"; allow (read, search, compare) userdn = \"ldap:///cn=muster,dc=example,dc=com\";)",
            "ldapmodify -x -H ldap://ldap.example.com -D \"cn=Directory Manager\" -W -f muster.ldif",
        ],
        after: "Type the whole DN under User: cn=muster,dc=example,dc=com, not only cn=muster.",
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "A system account is made for this: it is nobody's, and may read what every user may. Save this as muster.ldif, with your own base and a password, and load it with the command below it:",
        commands: &[
            "dn: uid=muster,cn=sysaccounts,cn=etc,dc=example,dc=com\nchangetype: add\nobjectClass: account\nobjectClass: simpleSecurityObject\nuid: muster\nuserPassword: CHANGE-ME\npasswordExpirationTime: 20380119031407Z\nnsIdleTimeout: 0",
            "ldapmodify -x -H ldaps://ipa.example.com -D \"cn=Directory Manager\" -W -f muster.ldif",
        ],
        after: "Type the whole DN under User: uid=muster,cn=sysaccounts,cn=etc,dc=example,dc=com.",
    },
];

pub(super) const BASE: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "Leave it empty for the whole domain. To import one organizational unit only, type its DN:",
        commands: &[
            "Get-ADDomain | select DistinguishedName",
            "Get-ADOrganizationalUnit -Filter * | select DistinguishedName",
        ],
        after: "",
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "Leave it empty for everything the server says it holds. To import one branch only, type its DN, such as ou=people,dc=example,dc=com:",
        commands: &["ldapsearch -x -LLL -H ldap://ldap.example.com -s base -b \"\" namingContexts"],
        after: "",
    },
    Advice {
        kind: Kind::Ds389,
        words: "Leave it empty for everything the server says it holds. To import one branch only, type its DN, such as ou=people,dc=example,dc=com:",
        commands: &["dsconf INSTANCE backend suffix list"],
        after: "",
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "Leave it empty, or type cn=users,cn=accounts, and your base, such as cn=users,cn=accounts,dc=example,dc=com. The base is in this file:",
        commands: &["grep ^basedn /etc/ipa/default.conf"],
        after: "",
    },
];
