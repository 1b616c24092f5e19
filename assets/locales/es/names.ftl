names-role-administrator = Administrador
names-role-support = Agente de soporte
names-role-employee = Empleado interno

names-state-active = Activo
names-state-blocked = Bloqueado
names-state-disabled = Desactivado
names-state-expired = Caducado
names-state-locked = Bloqueado por intentos
names-state-must-change = Debe cambiar la contraseña
names-state-removed = Retirado

names-step-resolve = Resolver el host
names-step-connect = Conectar
names-step-encrypt = Cifrar
names-step-bind = Iniciar sesión
names-step-read-base = Leer el directorio
names-step-find-people = Buscar personas
names-step-sample = Revisar sus atributos

names-vendor-active-directory = Active Directory
names-vendor-open-ldap = OpenLDAP
names-vendor-ds389 = 389 Directory Server
names-vendor-free-ipa = FreeIPA
names-vendor-demo = el directorio de demostración
names-vendor-other = Servidor LDAP

names-field-host = Host
names-field-port = Puerto del servicio LDAP
names-field-security = Usar SSL/TLS
names-field-ca-certificate = Certificado de la CA
names-field-client-certificate = Certificado de cliente
names-field-user = Usuario
names-field-password = Contraseña
names-field-base-dn = DN del directorio
names-field-user-filter = Filtro de usuarios
names-field-group-dn = DN del grupo de usuarios LDAP
