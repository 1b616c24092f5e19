//! Attributes, filters and groups.

use super::{Advice, Kind};

pub(super) const ATTRIBUTES: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "guide-attributes-active-directory",
        commands: &[
            "Get-ADUser anna -Properties displayName, mail, telephoneNumber, mobile, userPrincipalName, objectGUID",
        ],
        after: None,
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "guide-attributes-openldap",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(uid=anna)\" \"*\" \"+\"",
        ],
        after: None,
    },
    Advice {
        kind: Kind::Ds389,
        words: "guide-attributes-389ds",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(uid=anna)\" \"*\" nsUniqueId",
        ],
        after: None,
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "guide-attributes-freeipa",
        commands: &["ipa user-show anna --all --raw"],
        after: None,
    },
];

pub(super) const FILTER: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "guide-filter-counts",
        commands: &["Get-ADUser -LDAPFilter \"(department=Support)\" | measure"],
        after: None,
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "guide-filter-lists",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(departmentNumber=Support)\" dn",
        ],
        after: None,
    },
    Advice {
        kind: Kind::Ds389,
        words: "guide-filter-lists",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(departmentNumber=Support)\" dn",
        ],
        after: None,
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "guide-filter-lists",
        commands: &["ldapsearch -Y GSSAPI -LLL -b \"cn=users,cn=accounts,dc=example,dc=com\" \"(ou=Support)\" dn"],
        after: None,
    },
];

pub(super) const GROUP: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "guide-group-active-directory",
        commands: &["Get-ADGroup -Filter 'Name -like \"*support*\"' | select DistinguishedName"],
        after: Some("guide-group-active-directory-after"),
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "guide-group-usual",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup))\" dn",
        ],
        after: Some("guide-group-usual-after"),
    },
    Advice {
        kind: Kind::Ds389,
        words: "guide-group-usual",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup))\" dn",
        ],
        after: Some("guide-group-usual-after"),
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "guide-group-freeipa",
        commands: &["ipa group-show support --all"],
        after: None,
    },
];
