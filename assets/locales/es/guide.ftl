guide-kind = Tipo de directorio
guide-kind-unknown = Otro, o no lo sé
guide-kind-hint = Solo decide qué ayuda aparece abajo. El servidor se reconoce la primera vez que responde.

guide-need = Qué necesita
guide-need-server = El nombre de un servidor de directorio, como { $example }.
guide-need-account = Una cuenta que pueda leer personas allí, y su contraseña.
guide-need-certificate = El certificado de su autoridad, si no es una pública.
guide-need-nothing-else = Deje todo lo demás vacío al principio: se rellena según el tipo de servidor. Debajo de cada campo se explica cómo encontrar lo que pide.
guide-need-save = «Guardar» lo prueba todo de verdad, paso a paso. Si un paso falla, no se guarda nada, y la página dice por qué y qué hacer.

guide-host = Dónde encontrar el servidor
guide-host-active-directory = Escriba ldap+srv:// y el nombre de su dominio, como ldap+srv://example.com: así DNS indica los controladores de dominio y, si uno falta, se usa otro. Estas órdenes muestran los controladores de dominio, la segunda solo en Windows:
guide-host-active-directory-after = Elija abajo StartTLS o LDAPS: un controlador de dominio bien configurado no acepta contraseñas sin cifrado.
guide-host-openldap = La máquina en la que se ejecuta slapd. Una máquina que ya usa el directorio tiene su dirección en uno de estos archivos:
guide-host-openldap-after = La segunda orden muestra que el servidor responde. Deje el puerto vacío para 389, o 636 con LDAPS.
guide-host-389ds = La máquina en la que se ejecuta ns-slapd. Allí, la primera orden enumera las instancias y la segunda los puertos de una de ellas:
guide-host-389ds-after = Deje el puerto vacío para 389, o 636 con LDAPS.
guide-host-freeipa = Escriba ldap+srv:// y el nombre de su dominio, como ldap+srv://example.com, o el nombre de un servidor IPA. Una máquina inscrita en el dominio tiene ambos en este archivo:
guide-host-freeipa-after = Elija abajo StartTLS o LDAPS: todo servidor IPA ofrece ambos.

guide-certificate = Cómo obtener el certificado de la CA
guide-certificate-active-directory = La mayoría de los dominios tienen su propia autoridad (AD CS). En una máquina del dominio, estas órdenes escriben su certificado como texto en muster-ca.pem:
guide-certificate-active-directory-after = Pegue muster-ca.pem entero.
guide-certificate-openldap = En el servidor, como root, esto muestra el archivo que lo contiene (TLSCACertificateFile en slapd.conf). Si no hay ninguno, sirve el certificado del propio servidor:
guide-certificate-openldap-after = Pegue el contenido de ese archivo.
guide-certificate-389ds = En el servidor, la primera orden enumera los certificados y la segunda imprime uno de ellos. Self-Signed-CA es la autoridad que crea dscreate:
guide-certificate-freeipa = Lo tiene toda máquina inscrita en el dominio:
guide-certificate-everywhere = Todo servidor muestra él mismo sus certificados; el de la autoridad suele ser el último. Compare su huella con la que le digan quienes administran el directorio: quien se interponga podría mostrar otro.

guide-user = Cómo crear una cuenta que solo pueda leer
guide-user-active-directory = Cualquier usuario del dominio puede leer lo necesario, así que basta una cuenta corriente sin más permisos. En PowerShell:
guide-user-active-directory-after = Escriba el UserPrincipalName en «{ names-field-user }», como muster@example.com. El DistinguishedName y EXAMPLE\muster también sirven.
guide-user-openldap = Guarde el primer texto como muster.ldif y el segundo como access.ldif, con su propio DN base, una contraseña y el número de su base de datos, y cárguelos con las dos órdenes. La primera regla oculta a la cuenta los hashes de contraseñas, la segunda le deja leer el resto, y el límite le deja leer a todos:
guide-user-whole-dn = Escriba el DN entero en «{ names-field-user }»: cn=muster,dc=example,dc=com, no solo cn=muster.
guide-user-389ds = Guarde esto como muster.ldif, con su propio DN base y una contraseña, y cárguelo con la orden de debajo. La cuenta podrá leer todo menos los hashes de contraseñas, y a todos:
guide-user-freeipa = Para esto existen las cuentas de sistema: no son de nadie y pueden leer lo mismo que cualquier usuario. Guarde esto como muster.ldif, con su propio DN base y una contraseña, y cárguelo con la orden de debajo:
guide-user-freeipa-after = Escriba el DN entero en «{ names-field-user }»: uid=muster,cn=sysaccounts,cn=etc,dc=example,dc=com.

guide-base = Dónde encontrar el DN del directorio
guide-base-active-directory = Déjelo vacío para todo el dominio. Para importar una sola unidad organizativa, escriba su DN:
guide-base-branch = Déjelo vacío para todo lo que el servidor dice contener. Para importar una sola rama, escriba su DN, como ou=people,dc=example,dc=com:
guide-base-freeipa = Déjelo vacío, o escriba cn=users,cn=accounts y su DN base, como cn=users,cn=accounts,dc=example,dc=com. El DN base está en este archivo:

guide-attributes = Cómo ver qué atributos tienen las personas
guide-attributes-active-directory = Mire a alguien que conozca. Si mail está vacío, la dirección que la gente conoce suele estar en userPrincipalName:
guide-attributes-openldap = Mire a alguien que conozca, con la cuenta de arriba. El signo más muestra también entryUUID, que mantiene el propio servidor:
guide-attributes-389ds = Mire a alguien que conozca, con la cuenta de arriba. nsUniqueId solo se muestra si se pide:
guide-attributes-freeipa = Mire a alguien que conozca:

guide-filter = Cómo probar un filtro
guide-filter-counts = Esto cuenta a quién abarca un filtro. Para los miembros de un grupo está el campo de abajo:
guide-filter-lists = Esto enumera a quién abarca un filtro. Para los miembros de un grupo está el campo de abajo:

guide-group = Dónde encontrar el DN de un grupo
guide-group-active-directory = Cuentan los miembros de los grupos que hay en el grupo, y quienes lo tienen como grupo principal:
guide-group-active-directory-after = Una unidad organizativa (OU=…) no es un grupo: póngala en «{ names-field-base-dn }».
guide-group-usual = Sirven los grupos de todos los tipos habituales:
guide-group-usual-after = Una unidad organizativa (ou=…) no es un grupo: póngala en «{ names-field-base-dn }».
guide-group-freeipa = La primera línea de lo que imprime es el DN:
