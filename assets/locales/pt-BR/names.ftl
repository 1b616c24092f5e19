names-role-administrator = Administrador
names-role-support = Agente de suporte
names-role-employee = Funcionário interno

names-state-active = Ativo
names-state-blocked = Bloqueado
names-state-disabled = Desativado
names-state-expired = Expirado
names-state-locked = Bloqueado por tentativas
names-state-must-change = Precisa mudar a senha
names-state-removed = Removido

names-step-resolve = Resolver o host
names-step-connect = Conectar
names-step-encrypt = Criptografar
names-step-bind = Entrar
names-step-read-base = Ler o diretório
names-step-find-people = Encontrar pessoas
names-step-sample = Ver os atributos delas

names-vendor-active-directory = Active Directory
names-vendor-open-ldap = OpenLDAP
names-vendor-ds389 = 389 Directory Server
names-vendor-free-ipa = FreeIPA
names-vendor-demo = o diretório de demonstração
names-vendor-other = Servidor LDAP

names-field-host = Host
names-field-port = Porta do serviço LDAP
names-field-security = Usar SSL/TLS
names-field-ca-certificate = Certificado da CA
names-field-client-certificate = Certificado de cliente
names-field-user = Usuário
names-field-password = Senha
names-field-base-dn = DN do diretório
names-field-user-filter = Filtro de usuários
names-field-group-dn = DN do grupo de usuários LDAP
