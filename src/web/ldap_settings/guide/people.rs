//! Attributes, filters and groups.

use super::{Advice, Kind};

pub(super) const ATTRIBUTES: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "Look at somebody you know. Where mail is empty, userPrincipalName often holds the address people know:",
        commands: &[
            "Get-ADUser anna -Properties displayName, mail, telephoneNumber, mobile, userPrincipalName, objectGUID",
        ],
        after: "",
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "Look at somebody you know, with the account above. The plus sign shows entryUUID, too, which the server keeps by itself:",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(uid=anna)\" \"*\" \"+\"",
        ],
        after: "",
    },
    Advice {
        kind: Kind::Ds389,
        words: "Look at somebody you know, with the account above. nsUniqueId is shown only when it is asked for:",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(uid=anna)\" \"*\" nsUniqueId",
        ],
        after: "",
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "Look at somebody you know:",
        commands: &["ipa user-show anna --all --raw"],
        after: "",
    },
];

pub(super) const FILTER: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "This counts whom a filter matches. For the members of a group there is the field below:",
        commands: &["Get-ADUser -LDAPFilter \"(department=Support)\" | measure"],
        after: "",
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "This lists whom a filter matches. For the members of a group there is the field below:",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(departmentNumber=Support)\" dn",
        ],
        after: "",
    },
    Advice {
        kind: Kind::Ds389,
        words: "This lists whom a filter matches. For the members of a group there is the field below:",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(departmentNumber=Support)\" dn",
        ],
        after: "",
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "This lists whom a filter matches. For the members of a group there is the field below:",
        commands: &["ldapsearch -Y GSSAPI -LLL -b \"cn=users,cn=accounts,dc=example,dc=com\" \"(ou=Support)\" dn"],
        after: "",
    },
];

pub(super) const GROUP: &[Advice] = &[
    Advice {
        kind: Kind::ActiveDirectory,
        words: "Members of groups in the group count, and those who have it as their primary group:",
        commands: &["Get-ADGroup -Filter 'Name -like \"*support*\"' | select DistinguishedName"],
        after: "An organizational unit (OU=…) is no group: put it under Directory DN.",
    },
    Advice {
        kind: Kind::OpenLdap,
        words: "Groups of each usual kind will do:",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup))\" dn",
        ],
        after: "An organizational unit (ou=…) is no group: put it under Directory DN.",
    },
    Advice {
        kind: Kind::Ds389,
        words: "Groups of each usual kind will do:",
        commands: &[
            "ldapsearch -x -LLL -H ldap://ldap.example.com -D \"cn=muster,dc=example,dc=com\" -W -b \"dc=example,dc=com\" \"(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup))\" dn",
        ],
        after: "An organizational unit (ou=…) is no group: put it under Directory DN.",
    },
    Advice {
        kind: Kind::FreeIpa,
        words: "The first line of what this prints is the DN:",
        commands: &["ipa group-show support --all"],
        after: "",
    },
];
