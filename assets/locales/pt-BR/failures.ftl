failures-unknown-host-message = O nome { $host } não pôde ser resolvido.
failures-unknown-host-remedy = Veja se há erro de digitação em “{ names-field-host }” e digite o nome completo: dc1.example.com, não dc1. A máquina em que este painel roda precisa conseguir resolvê-lo. Um endereço IP dispensa isso, mas poucos certificados são para um.

failures-no-service-records-message = O DNS não cita nenhum servidor para { $name } (registro SRV).
failures-no-service-records-remedy = Veja se há erro de digitação no domínio em “{ names-field-host }”, ou informe ali os próprios servidores.

failures-service-not-offered-message = O domínio diz que não tem serviço LDAP (registro SRV { $name }).
failures-service-not-offered-remedy = Confira o domínio em “{ names-field-host }”, ou informe ali os próprios servidores.

failures-dns-failed-message = O DNS não disse quais servidores existem para { $name }.
failures-dns-failed-remedy = Confira os servidores de nomes desta máquina (/etc/resolv.conf ou MUSTER_NAME_SERVERS), ou informe os próprios servidores do diretório em “{ names-field-host }”.

failures-connection-refused-message = { $address } recusou a conexão.
failures-connection-refused-remedy = Confira “{ names-field-host }” e “{ names-field-port }”, e se o servidor LDAP está em execução: 389 é o usual, 636 para LDAPS.

failures-connect-timed-out-message = { $address } não respondeu em { $seconds } s.
failures-connect-timed-out-remedy = Confira “{ names-field-host }” e “{ names-field-port }”, e se não há um firewall entre esta máquina e o servidor.

failures-unreachable-message = { $address } não pode ser alcançado desta máquina.
failures-unreachable-remedy = { failures-connect-timed-out-remedy }

failures-not-ldap-message = { $address } respondeu, mas não como servidor LDAP.
failures-not-ldap-remedy = Confira “{ names-field-port }”: há outra coisa escutando ali.

failures-tls-on-plain-port-message = O servidor fala LDAP sem criptografia na porta { $port }, e foi pedido LDAPS.
failures-tls-on-plain-port-remedy = Escolha StartTLS em “{ names-field-security }”, ou mude a porta (636 é a usual para LDAPS).

failures-plain-on-tls-port-message = O servidor espera TLS desde o primeiro byte na porta { $port }.
failures-plain-on-tls-port-remedy = Escolha LDAPS em “{ names-field-security }”, ou mude a porta (389 é a usual para StartTLS e sem criptografia).

failures-start-tls-refused-message = O servidor recusou StartTLS (código de resultado { $result_code }).
failures-start-tls-refused-remedy = Escolha LDAPS em “{ names-field-security }” se o servidor oferece, ou instale um certificado no servidor.

failures-unknown-issuer-message = O certificado do servidor é assinado por uma autoridade em que não se confia aqui.
failures-unknown-issuer-remedy = Cole o certificado da autoridade que o assinou (PEM) em “{ names-field-ca-certificate }”; se o próprio servidor o assinou, esse mesmo certificado. Abaixo desse campo está escrito como obtê-lo.

failures-certificate-expired-message = O certificado do servidor expirou em { $until }.
failures-certificate-expired-remedy = Renove o certificado no servidor.

failures-certificate-not-yet-valid-message = O certificado do servidor só vale a partir de { $from }.
failures-certificate-not-yet-valid-remedy = Confira o relógio desta máquina e o do servidor.

failures-wrong-name-message = O certificado do servidor não é para { $host }, e sim para { $names }.
failures-wrong-name-message-unnamed = O certificado do servidor não é para { $host }: ele não cita nenhum host.
failures-wrong-name-remedy = Digite um desses nomes em “{ names-field-host }”, ou dê ao servidor um certificado para este.
failures-wrong-name-remedy-unnamed = Dê ao servidor um certificado com o nome de host dele como nome alternativo do titular (subject alternative name).

failures-old-tls-message = O servidor só oferece versões antigas de TLS (1.0 ou 1.1).
failures-old-tls-remedy = Ative TLS 1.2 ou 1.3 no servidor. Versões mais antigas podem ser quebradas e não são usadas aqui.

failures-no-common-cipher-message = O servidor e este painel não têm nenhuma cifra em comum.
failures-no-common-cipher-remedy = Permita TLS 1.3 no servidor, ou ECDHE com AES-GCM ou ChaCha20-Poly1305 em TLS 1.2. Cifras ECDSA precisam de um certificado EC; cifras RSA, de um RSA.

failures-weak-certificate-message = O certificado do servidor tem algo que não é aceito: { $what }.
failures-weak-certificate-remedy = Dê ao servidor um certificado com chave RSA de 2048 bits ou mais, ou um para P-256 ou P-384, assinado com SHA-256 ou melhor; às autoridades acima dele também.

failures-certificate-not-for-servers-message = O certificado do servidor não se destina a servidores.
failures-certificate-not-for-servers-remedy = Dê ao servidor um certificado cujo uso estendido de chave inclua serverAuth.

failures-client-certificate-required-message = O servidor pediu um certificado de cliente, não recebeu nenhum e encerrou a conexão.
failures-client-certificate-required-remedy = Coloque o certificado feito para este painel, e a chave dele, em “{ names-field-client-certificate }”. Se o servidor aceita clientes sem certificado, veja o registro dele.

failures-client-certificate-refused-message = O servidor encerrou a conexão depois de receber o certificado de cliente.
failures-client-certificate-refused-remedy = Veja se ele não expirou e se o servidor confia na autoridade que o assinou. Veja “{ components-details }” e o registro do servidor.

failures-bad-client-certificate-message = O certificado de cliente e a chave dele não podem ser usados.
failures-bad-client-certificate-remedy = Cole de novo o certificado e a chave dele em “{ names-field-client-certificate }”.

failures-client-key-unreadable-message = A chave guardada do certificado de cliente não pode ser decifrada com a chave atual.
failures-client-key-unreadable-remedy = Recupere a chave com que o painel foi instalado (secret.key ou MUSTER_SECRET_KEY), ou cole de novo a chave do certificado em “{ names-field-client-certificate }”.

failures-tls-failed-message = A conexão criptografada não pôde ser estabelecida.
failures-tls-failed-remedy = Veja “{ components-details }” e o registro do servidor naquele momento.

failures-no-trust-anchors-message = Esta máquina não tem autoridades de certificação confiáveis.
failures-no-trust-anchors-remedy = Instale os certificados de CA do sistema (pacote ca-certificates), ou cole o do diretório em “{ names-field-ca-certificate }”.

failures-bad-ca-certificate-message = O certificado da CA não pode ser usado.
failures-bad-ca-certificate-remedy = Cole um ou mais certificados no formato PEM: eles começam com -----BEGIN CERTIFICATE-----.

failures-wrong-credentials-message = O diretório recusou a senha da conta de serviço (invalidCredentials).
failures-wrong-credentials-remedy = Digite-a de novo em “{ names-field-password }”. Se estiver certa, confira “{ names-field-user }”: os servidores respondem o mesmo quando não conhecem o usuário. É o DN completo, como cn=reader,dc=example,dc=com, ou user@domain no Active Directory.

failures-account-unusable-message = O diretório recusou a conta de serviço: { $why }.
failures-account-unusable-remedy = Corrija a conta no diretório, ou informe outra em “{ names-field-user }”.

failures-encryption-required-message = O diretório só aceita senhas por conexão criptografada (código de resultado { $result_code }).
failures-encryption-required-remedy = Escolha StartTLS ou LDAPS em “{ names-field-security }”. Se a empresa tem uma autoridade certificadora própria, o certificado dela vai em “{ names-field-ca-certificate }”.

failures-bad-bind-dn-message = O diretório não entende o nome da conta de serviço (invalidDNSyntax).
failures-bad-bind-dn-remedy = Digite em “{ names-field-user }” um DN, como cn=reader,dc=example,dc=com, ou user@domain no Active Directory.

failures-empty-password-message = A senha está vazia.
failures-empty-password-remedy = Digite a senha da conta de serviço em “{ names-field-password }”.

failures-secret-unreadable-message = A senha guardada não pode ser decifrada com a chave atual.
failures-secret-unreadable-remedy = Recupere a chave com que o painel foi instalado (secret.key ou MUSTER_SECRET_KEY), ou digite de novo a senha em “{ names-field-password }”.

failures-base-not-found-message = Não há nenhuma entrada { $base } no diretório (noSuchObject).
failures-base-not-found-remedy = Veja se há erro de digitação em “{ names-field-base-dn }”, ou deixe vazio: é preenchido com o que o servidor diz que contém. Alguns servidores respondem o mesmo quando a conta de serviço não pode ler a entrada.

failures-no-base-message = O servidor não diz onde começam suas entradas, e “{ names-field-base-dn }” está vazio.
failures-no-base-remedy = Digite em “{ names-field-base-dn }” onde estão as pessoas, como dc=example,dc=com.

failures-no-access-message = A conta de serviço não pode ler { $what } (insufficientAccessRights).
failures-no-access-remedy = Dê a ela o direito de leitura no diretório, ou informe outra conta em “{ names-field-user }”.

failures-nobody-found-message = Ninguém abaixo de { $base } corresponde a { $filter }.
failures-nobody-found-remedy = Confira “{ names-field-base-dn }” e “{ names-field-user-filter }”, e se a conta de serviço pode ler pessoas: a uma conta sem esse direito os servidores não mostram nada, nem um erro.

failures-group-not-found-message = Não há nenhum grupo { $group } no diretório, ou a conta de serviço não pode lê-lo.
failures-group-not-found-remedy = Veja se há erro de digitação em “{ names-field-group-dn }”, e os direitos da conta de serviço. É o DN completo de um grupo, como cn=support,ou=groups,dc=example,dc=com.

failures-server-limit-message = { $after ->
    [one] Um limite do servidor encerrou a busca após { $after } entrada (código de resultado { $result_code }).
    [many] Um limite do servidor encerrou a busca após { $after } de entradas (código de resultado { $result_code }).
   *[other] Um limite do servidor encerrou a busca após { $after } entradas (código de resultado { $result_code }).
}
failures-server-limit-remedy = Aumente no servidor os limites desta conta, de tamanho e de leitura paginada (OpenLDAP: limits … size=unlimited; 389-ds: nsSizeLimit, nsLookThroughLimit, nsPagedLookThroughLimit; Active Directory: MaxResultSetSize).

failures-server-time-limit-message = { $after ->
    [one] O limite de tempo do servidor encerrou a busca após { $after } entrada.
    [many] O limite de tempo do servidor encerrou a busca após { $after } de entradas.
   *[other] O limite de tempo do servidor encerrou a busca após { $after } entradas.
}
failures-server-time-limit-remedy = Aumente no servidor o limite de tempo desta conta, ou restrinja “{ names-field-base-dn }” ou “{ names-field-user-filter }”.

failures-server-busy-message = O servidor está ocupado demais ou indisponível (código de resultado { $result_code }).
failures-server-busy-remedy = Tente de novo daqui a pouco. Se continuar assim, verifique o servidor.

failures-timed-out-message = O servidor não respondeu em { $seconds } s (operação: { $doing }).
failures-timed-out-remedy = Tente de novo. Se continuar assim, verifique a carga e o registro do servidor.

failures-connection-lost-message = A conexão caiu (operação: { $doing }).
failures-connection-lost-remedy = { failures-timed-out-remedy }

failures-bad-answer-message = A resposta do servidor não é LDAP correto.
failures-bad-answer-remedy = Confira se “{ names-field-host }” e “{ names-field-port }” indicam um servidor LDAP. Veja “{ components-details }”.

failures-referral-message = O servidor não tem esta parte do diretório e aponta para outro.
failures-referral-remedy = Coloque esse servidor em “{ names-field-host }”: { $to }.
failures-referral-remedy-unnamed = Informe em “{ names-field-host }” o servidor que tem esta parte.

failures-refused-message = O servidor respondeu { $name } ({ $result_code }) (operação: { $doing }).
failures-refused-remedy = Veja em “{ components-details }” o que o próprio servidor diz.
