# Help beside the fields of the LDAP settings. Commands are in the code, in the middle between a text and the one after it.

guide-kind = Kind of directory
guide-kind-unknown = Another, or not sure
guide-kind-hint = Decides only which help stands below. The server is recognised when it is first reached.

guide-need = What you need
guide-need-server = The name of a directory server, such as { $example }.
guide-need-account = An account that may read people there, and its password.
guide-need-certificate = The certificate of its authority, if it is not a public one.
guide-need-nothing-else = Leave everything else empty at first: it is filled in for the kind of server. Below each field stands how to find what it asks for.
guide-need-save = Save tries it all for real, step by step. Where a step fails, nothing is stored, and the page says why and what to do.

guide-host = Where to find the server
guide-host-active-directory = Type ldap+srv:// and the name of your domain, such as ldap+srv://example.com: DNS then names the domain controllers, and another one is taken when one is away. These commands show the domain controllers, the second on Windows only:
guide-host-active-directory-after = Choose StartTLS or LDAPS below: a domain controller that is set up well takes no password without encryption.
guide-host-openldap = The machine that slapd runs on. A machine that uses the directory already has its address in one of these files:
guide-host-openldap-after = The second command shows that the server answers. Leave the port empty for 389, or 636 with LDAPS.
guide-host-389ds = The machine that ns-slapd runs on. There, the first command lists the instances, and the second the ports of one of them:
guide-host-389ds-after = Leave the port empty for 389, or 636 with LDAPS.
guide-host-freeipa = Type ldap+srv:// and the name of your domain, such as ldap+srv://example.com, or the name of one IPA server. A machine that is enrolled has both in this file:
guide-host-freeipa-after = Choose StartTLS or LDAPS below: every IPA server offers both.

guide-certificate = How to get the CA certificate
guide-certificate-active-directory = Most domains have an authority of their own (AD CS). On a machine of the domain these commands write its certificate as text to muster-ca.pem:
guide-certificate-active-directory-after = Paste the whole of muster-ca.pem.
guide-certificate-openldap = On the server, as root, this shows the file that holds it (TLSCACertificateFile in slapd.conf). Where there is none, the server's own certificate will do:
guide-certificate-openldap-after = Paste the content of that file.
guide-certificate-389ds = On the server, the first command lists the certificates, and the second prints one of them. Self-Signed-CA is the authority that dscreate makes:
guide-certificate-freeipa = Every machine that is enrolled has it:
guide-certificate-everywhere = Any server shows its certificates itself; the authority's is mostly the last one. Compare its fingerprint with what those who run the directory say: whoever stands between could show another.

guide-user = How to make an account that can only read
guide-user-active-directory = Any user of the domain may read what is needed, so an ordinary account without further rights will do. In PowerShell:
guide-user-active-directory-after = Type the UserPrincipalName under User, such as muster@example.com. The DistinguishedName and EXAMPLE\muster do as well.
guide-user-openldap = Save the first text as muster.ldif and the second as access.ldif, with your own base, a password, and the number of your database, and load them with the two commands. The first rule keeps password hashes from the account, the second lets it read the rest, and the limit lets it read everyone:
guide-user-whole-dn = Type the whole DN under User: cn=muster,dc=example,dc=com, not only cn=muster.
guide-user-389ds = Save this as muster.ldif, with your own base and a password, and load it with the command below it. The account may read everything but password hashes, and everyone:
guide-user-freeipa = A system account is made for this: it is nobody's, and may read what every user may. Save this as muster.ldif, with your own base and a password, and load it with the command below it:
guide-user-freeipa-after = Type the whole DN under User: uid=muster,cn=sysaccounts,cn=etc,dc=example,dc=com.

guide-base = Where to find the Directory DN
guide-base-active-directory = Leave it empty for the whole domain. To import one organizational unit only, type its DN:
guide-base-branch = Leave it empty for everything the server says it holds. To import one branch only, type its DN, such as ou=people,dc=example,dc=com:
guide-base-freeipa = Leave it empty, or type cn=users,cn=accounts, and your base, such as cn=users,cn=accounts,dc=example,dc=com. The base is in this file:

guide-attributes = How to see which attributes people have
guide-attributes-active-directory = Look at somebody you know. Where mail is empty, userPrincipalName often holds the address people know:
guide-attributes-openldap = Look at somebody you know, with the account above. The plus sign shows entryUUID, too, which the server keeps by itself:
guide-attributes-389ds = Look at somebody you know, with the account above. nsUniqueId is shown only when it is asked for:
guide-attributes-freeipa = Look at somebody you know:

guide-filter = How to try a filter
guide-filter-counts = This counts whom a filter matches. For the members of a group there is the field below:
guide-filter-lists = This lists whom a filter matches. For the members of a group there is the field below:

guide-group = Where to find the DN of a group
guide-group-active-directory = Members of groups in the group count, and those who have it as their primary group:
guide-group-active-directory-after = An organizational unit (OU=…) is no group: put it under Directory DN.
guide-group-usual = Groups of each usual kind will do:
guide-group-usual-after = An organizational unit (ou=…) is no group: put it under Directory DN.
guide-group-freeipa = The first line of what this prints is the DN:
