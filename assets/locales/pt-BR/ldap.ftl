ldap-new-title = Novo diretório
ldap-lead = Os agentes são copiados daqui { $every }. As senhas deles ficam lá.
ldap-add = Adicionar um diretório
ldap-all-directories = Todos os diretórios
ldap-back = Voltar

ldap-directories = Diretórios LDAP
ldap-directories-lead = { $count ->
    [one] { $count } diretório
    [many] { $count } de diretórios
   *[other] { $count } diretórios
} · cada agente pertence a um deles e entra com a senha que tem lá
ldap-table = Diretórios
ldap-column-directory = Diretório
ldap-column-kind = Tipo
ldap-column-status = Estado
ldap-column-agents = Agentes
ldap-column-last = Última importação
ldap-column-next = Próxima
ldap-column-actions = Ações
ldap-import = Importar usuários
ldap-starting = Iniciando…
ldap-edit = Editar
ldap-never = nunca
ldap-overdue = Atrasada
ldap-which = Há vários diretórios, e não foi dito qual deles. Envie o formulário ao endereço dele: { $each }.
ldap-which-one = { $name } em { $address }

ldap-status-none = Nenhum diretório ainda
ldap-status-off = O LDAP está desativado
ldap-status-checking = Verificando a conexão
ldap-status-up = Conectado · { $took } · verificado { $ago }
ldap-status-up-short = Conectado · { $took }
ldap-status-all-up = Todos conectados · verificado { $ago }
ldap-status-down = Sem conexão · { $why } · verificado { $ago }
ldap-status-down-short = Sem conexão · { $why }
ldap-status-of = { $directory }: { $status }
ldap-short-host = host não encontrado
ldap-short-no-servers = sem servidores no DNS
ldap-short-dns = DNS não responde
ldap-short-connection-refused = conexão recusada
ldap-short-no-answer = sem resposta
ldap-short-unreachable = inacessível
ldap-short-not-ldap = não é um servidor LDAP
ldap-short-encryption-failed = falha na criptografia
ldap-short-client-required = exige certificado de cliente
ldap-short-client-refused = certificado de cliente recusado
ldap-short-client-unusable = certificado de cliente inutilizável
ldap-short-certificate = certificado não aceito
ldap-short-password = senha recusada
ldap-short-encryption-required = exige criptografia
ldap-short-user = usuário não entendido
ldap-short-unreadable = senha ilegível
ldap-short-base = base não encontrada
ldap-short-no-access = sem acesso
ldap-short-nobody = ninguém encontrado
ldap-short-group = grupo não encontrado
ldap-short-limit = limite do servidor
ldap-short-busy = servidor ocupado
ldap-short-lost = conexão perdida
ldap-short-referral = indica outro servidor
ldap-short-refused = recusado

ldap-saved-off = Salvo e desativado: sem verificação, sem importação, e ninguém do diretório pode entrar. Os agentes e as configurações são mantidos.
ldap-saved-connected = Conectado. As configurações foram salvas.
ldap-saved-unchecked = Salvo sem verificação. O estado mostra o que a próxima verificação encontrar.
ldap-certificate-taken = O certificado agora está em “{ names-field-ca-certificate }”, e nada foi salvo ainda. Digite a senha mais uma vez e clique em “{ ldap-save }”.
ldap-nothing-saved = Nada foi salvo. Veja as mensagens ao lado dos campos.
ldap-connected-saved = Conectado. Estas configurações estão salvas e funcionam.
ldap-connected-not-saved = Conectado. Nada foi salvo ainda: clique em “{ ldap-save }” para manter estas configurações.
ldap-not-connected-not-saved = Sem conexão, por isso nada foi salvo. { $message }
ldap-not-connected = Sem conexão. { $message }
ldap-added-meanwhile = Enquanto isso, alguém adicionou um diretório, por isso nada foi salvo. Se este for outro, salve de novo.
ldap-stale = Outra pessoa salvou estas configurações enquanto você editava. Nada do que você fez foi salvo. Salve de novo para pôr os seus valores no lugar dos dela.
ldap-stored-now = Salvo agora
ldap-yes = Sim
ldap-no = Não

ldap-shown = O certificado que o servidor mostrou
ldap-shown-for = Para
ldap-shown-issuer = Assinado por
ldap-shown-until = Válido até
ldap-shown-fingerprint = Impressão digital SHA-256
ldap-shown-compare = Quem estiver entre este painel e o servidor também poderia mostrar um. Peça a impressão digital a quem cuida do diretório, por telefone ou no próprio servidor, e aceite o certificado só se for a mesma.
ldap-shown-authority = É o de uma autoridade: todo certificado que ela assinar para este host será confiável.
ldap-shown-own = É o do próprio servidor, não o de uma autoridade: quando o servidor receber outro, ele terá de ser aceito de novo.
ldap-shown-take = A impressão digital é a mesma: aceitar este certificado

ldap-hint-windows-name = Só o Active Directory entende um nome como { $name }; este servidor quer o DN completo.
ldap-hint-one-part = { $name } sozinho raramente é um DN completo: acrescente onde a entrada está, como em { $name },dc=example,dc=com.
ldap-hint-bases = O servidor diz que as entradas dele começam em: { $bases }.
ldap-hint-group = Só contam os membros de { $group }: pode não ter nenhum, ou não ser um grupo. Uma unidade organizacional vai em “{ names-field-base-dn }”.
ldap-hint-filter = Tente uma vez com “{ names-field-user-filter }” vazio: aí só conta o tipo da entrada.

ldap-connection = Conexão
ldap-connection-lead = Onde está o diretório e a conta que o lê.
ldap-attributes = Atributos
ldap-attributes-lead = Qual atributo contém o quê. O que estiver vazio é preenchido conforme o tipo de servidor.
ldap-attributes-lead-for = Qual atributo contém o quê. O que estiver vazio é preenchido conforme o tipo de servidor: { $kind }.
ldap-arrivals = Quem se torna agente
ldap-arrivals-lead = E o que recebe ao chegar pela primeira vez.
ldap-removals = Quem é removido
ldap-removals-lead = Ninguém, enquanto o diretório puder estar enganado: aí a importação espera a sua decisão.
ldap-optional = opcional
ldap-name = Nome
ldap-name-hint = Como este diretório se chama no painel. Vazio: como o host dele.
ldap-enabled-hint = Desativado: sem verificação, sem importação, e ninguém do diretório entra. Os agentes e as configurações são mantidos.
ldap-host-hint = Um nome, um endereço ou uma URL ldap:// inteira; vários, separados por vírgulas, são tentados em ordem. ldap+srv://dominio: os servidores que o DNS informa.
ldap-security-none = Sem criptografia
ldap-security-starttls = StartTLS: criptografa na porta comum
ldap-security-ldaps = LDAPS: criptografado desde o início
ldap-security-plain-hint = <caution>Sem criptografia, as senhas dos seus agentes passam legíveis pela rede.</caution> Escolha StartTLS ou LDAPS se o servidor oferecer.
ldap-security-hint = As senhas dos seus agentes passam por esta conexão.
ldap-ca-aside = opcional, PEM
ldap-ca-hint = Confia-se nele no lugar das autoridades desta máquina. Os certificados são sempre verificados.
ldap-client-aside = opcional: para servidores que pedem um
ldap-client-hint = Apresentado quando o servidor pede, com StartTLS e LDAPS. “{ names-field-user }” e “{ names-field-password }” continuam necessários: a entrada é feita com eles. Vazio remove o certificado e a chave dele.
ldap-client-key = Chave do certificado de cliente
ldap-client-key-hint = Sem criptografia por senha. É guardada criptografada e nunca mais mostrada.
ldap-client-key-kept = Mantida por 10 minutos, para não precisar ser colada de novo.
ldap-client-key-alone = Cole o certificado que pertence a esta chave.
ldap-client-key-missing = Cole a chave do certificado de cliente.
ldap-client-key-of-another = A chave guardada é de outro certificado. Cole a chave deste.
ldap-user-aside = a conta que lê o diretório
ldap-user-hint = O DN completo, ou user@domain para o Active Directory.
ldap-typed = Digitada
ldap-typed-or-stored = Digitada ou guardada
ldap-stored = Guardada, criptografada
ldap-keep-empty = Deixe vazio para não mudar.
ldap-password-kept = Mantida por 10 minutos, para não precisar ser digitada de novo.
ldap-password-again = O host, a porta, a criptografia, o certificado ou o usuário mudou: digite a senha de novo, para que a guardada nunca seja enviada a outro servidor.
ldap-password-missing = Digite a senha da conta de serviço. Com uma senha vazia não haveria entrada nenhuma.
ldap-base-hint = Onde estão as pessoas. Vazio: onde começam as entradas do servidor.
ldap-own-password = A sua própria senha
ldap-own-password-hint = As configurações apontam para um servidor ou uma conta diferente dos salvos. Confirme que é você.
ldap-own-password-missing = As configurações apontam para outro servidor ou outra conta. Confirme com a sua própria senha.
ldap-guid-hint = Não é necessário para o Active Directory.
ldap-filter-hint = Um filtro RFC 4515, como <code>(department=Support)</code>.
ldap-filter-hint-empty = Um filtro RFC 4515, como <code>(department=Support)</code>. Vazio: <mono>{ $filter }</mono>
ldap-group-aside = opcional: só os membros dele são importados, incluindo grupos aninhados
ldap-rules = Para membros de um grupo LDAP podem ser outros: <link>{ layout-rules }</link> ({ $count ->
    [one] { $count } regra
    [many] { $count } de regras
   *[other] { $count } regras
}).
ldap-interval-hint = Vazio: { $every }.
ldap-hold-percent = Reter remoções acima de, por cento
ldap-hold-percent-hint = Dos agentes LDAP, em uma importação.
ldap-hold-count = … e acima de, agentes
ldap-hold-count-hint = Os dois precisam ser ultrapassados. 0 e 0 retêm toda remoção.
ldap-keep-removed-hint = Até lá, quem volta ao diretório é o mesmo agente, com grupo, papel e histórico.
ldap-save = Salvar
ldap-check = Verificar sem salvar
ldap-checking = Verificando…
ldap-save-anyway = Salvar mesmo assim
ldap-saving = Salvando…
ldap-save-anyway-hint = “{ ldap-save-anyway }” mantém estas configurações como estão. A importação e a entrada funcionarão quando o diretório puder ser alcançado com elas.
ldap-rest-later = Tudo o que vem a seguir pode ficar como está no início.
ldap-same-name = Outro diretório tem o mesmo nome. Dê a este um nome próprio.

ldap-check-title = Verificação da conexão
ldap-check-typed = Verificação do que foi digitado
ldap-not-checked = Ainda não verificado.
ldap-suspended = O painel não entra mais por conta própria com a conta de serviço, para que uma senha mudada não a bloqueie.
ldap-suspended-remedy = Salve a senha certa ou clique em “{ ldap-check }”.
ldap-gives = O que o diretório fornece
ldap-gives-import = { $people ->
    [one] De { $people } pessoa que a importação nº { $run } leu.
    [many] De { $people } de pessoas que a importação nº { $run } leu.
   *[other] De todas as { $people } pessoas que a importação nº { $run } leu.
}
ldap-gives-sample = { $people ->
    [one] De uma amostra de { $people } pessoa.
    [many] De uma amostra de { $people } de pessoas.
   *[other] De uma amostra de { $people } pessoas.
}
ldap-sample-no-mail = { $count ->
    [one] De uma amostra de { $size }, { $count } pessoa não tem e-mail utilizável e será ignorada.
    [many] De uma amostra de { $size }, { $count } de pessoas não têm e-mail utilizável e serão ignoradas.
   *[other] De uma amostra de { $size }, { $count } pessoas não têm e-mail utilizável e serão ignoradas.
}
ldap-nobody-has-mail = Um agente entra com um endereço de e-mail, por isso ninguém seria importado. { $attribute } é o atributo certo? Digite outro em “{ names-field-mail-attribute }”; no Active Directory, userPrincipalName costuma conter um endereço.
ldap-example = Por exemplo

ldap-lockout-unknown = O diretório não mostra após quantas senhas erradas ele bloqueia uma conta.
ldap-lockout-never = O diretório não bloqueia nenhuma conta por senhas erradas. O Muster retarda as tentativas de adivinhação.
ldap-lockout-after = { $count ->
    [one] As contas são bloqueadas após { $count } senha errada.
    [many] As contas são bloqueadas após { $count } de senhas erradas.
   *[other] As contas são bloqueadas após { $count } senhas erradas.
}
ldap-lockout-through = O Muster deixa passar no máximo { $count } em { $span }.
ldap-lockout-for-good = Lá elas contam até uma certa, de modo que tentativas ao longo de dias podem bloquear uma conta.
ldap-lockout-few = Com tão poucas, qualquer um pode bloquear uma conta. Aumente no diretório.

ldap-latency = Conexão no último dia
ldap-latency-empty = Aqui é desenhada a rapidez com que o diretório responde: ela é medida a cada 30 segundos.
ldap-latency-name = Com que rapidez o diretório respondeu
ldap-latency-caption = { $checks ->
    [one] Conectar, entrar e ler a base levou { $mean } em média e { $most } no máximo; falhou { $failed } de { $checks } verificação. A altura cresce com a raiz cúbica.
    [many] Conectar, entrar e ler a base levou { $mean } em média e { $most } no máximo; falharam { $failed } de { $checks } de verificações. A altura cresce com a raiz cúbica.
   *[other] Conectar, entrar e ler a base levou { $mean } em média e { $most } no máximo; falharam { $failed } de { $checks } verificações. A altura cresce com a raiz cúbica.
}
ldap-latency-all-failed = { $checks ->
    [one] Nenhuma de { $checks } verificação teve sucesso.
   *[other] Nenhuma de { $checks } verificações teve sucesso.
}
ldap-latency-now = agora
ldap-latency-mean = Média
ldap-latency-longest = Máximo
ldap-latency-down = Sem conexão
ldap-latency-hour = Hora, UTC
ldap-latency-failed = Com falha
ldap-latency-span = { $checks ->
    [one] De { $begins } a { $ends } UTC: { $mean } em média, de { $least } a { $most }, { $failed } de { $checks } verificação com falha
   *[other] De { $begins } a { $ends } UTC: { $mean } em média, de { $least } a { $most }, { $failed } de { $checks } verificações com falha
}
ldap-latency-span-down = { $checks ->
    [one] De { $begins } a { $ends } UTC: sem conexão, { $checks } verificação com falha
   *[other] De { $begins } a { $ends } UTC: sem conexão, { $checks } verificações com falha
}

ldap-offer = Veja primeiro o que acontece
ldap-offer-changed = Mudou: <strong>{ $fields }</strong>. Uma prévia mostra cada inclusão, mudança e remoção, e não grava nada. A próxima importação começa sozinha { $when }.
ldap-offer-guid = Os agentes são associados de novo por DN ou, se não der, por e-mail, e mantêm id, papel, grupos e histórico. Quem não puder ser associado fica retido para revisão.
ldap-offer-preview = Prévia das mudanças

ldap-delete-title = Excluir este diretório
ldap-delete = Excluir { $name }
ldap-delete-fold = Excluir { $name } …
ldap-deleting = Excluindo…
ldap-delete-what = { $agents ->
    [one] { $agents } agente de { $name } some na hora de todas as listas, as sessões dele terminam, e ele não pode mais entrar.
    [many] { $agents } de agentes de { $name } somem na hora de todas as listas, as sessões deles terminam, e eles não podem mais entrar.
   *[other] { $agents } agentes de { $name } somem na hora de todas as listas, as sessões deles terminam, e eles não podem mais entrar.
} { $days ->
    [one] Os registros são mantidos por { $days } dia e depois excluídos definitivamente.
    [many] Os registros são mantidos por { $days } de dias e depois excluídos definitivamente.
   *[other] Os registros são mantidos por { $days } dias e depois excluídos definitivamente.
} As configurações, a senha guardada e a programação de { $name } deixam de existir. Nada muda no próprio diretório; outros diretórios e agentes locais ficam como estão.
ldap-deleted = { $name } está sendo excluído. Primeiro são removidos os agentes dele.

ldap-phrase-guid-attribute = Atributo GUID
ldap-phrase-cn-attribute = Atributo CN
ldap-phrase-mail-attribute = Atributo de e-mail
ldap-phrase-phone-attribute = Atributo de telefone

ldap-phrase-long-host = “{ names-field-host }” tem mais de 2.000 caracteres.
ldap-phrase-long-ca = O certificado da CA tem mais de 200.000 caracteres.
ldap-phrase-long-client = O certificado de cliente tem mais de 200.000 caracteres.
ldap-phrase-long-user = “{ names-field-user }” tem mais de 2.000 caracteres.
ldap-phrase-one-role = Escolha um dos papéis.
ldap-phrase-one-group = Escolha um dos grupos.
ldap-phrase-one-security = Escolha uma das três opções.
ldap-phrase-percent = Uma porcentagem é um número inteiro de 0 a 100.
ldap-phrase-agents = Um número de agentes vai de 0 a 1.000.000.
ldap-phrase-days = Um número de dias vai de 1 a 3.650.
ldap-phrase-port = Uma porta é um número de 1 a 65535; deixe vazio para a usual.
ldap-phrase-no-user = Digite a conta que lê o diretório: um DN, ou user@domain para o Active Directory.
ldap-phrase-user = “{ $text }” não é nem um DN como cn=reader,dc=example,dc=com nem user@domain.
ldap-phrase-secret-attribute = Senhas nunca são lidas. Informe outro atributo.
ldap-phrase-name = Um nome é uma só linha de no máximo 80 caracteres.
ldap-phrase-name-digits = Um nome só de algarismos seria tomado pelo número de um diretório. Acrescente uma palavra.
ldap-phrase-interval = Um intervalo é um número inteiro de minutos de 1 a 1.440, um dia.
ldap-phrase-attribute = “{ $text }” não é um nome de atributo. Digite um só nome, como mail ou telephoneNumber.
ldap-phrase-no-host = Digite o nome de host ou o endereço do servidor de diretório.
ldap-phrase-many-hosts = No máximo 16 servidores podem ser listados.
ldap-phrase-mixed-hosts = Todos os servidores usam o mesmo tipo de criptografia: escreva ldaps:// antes de todos eles ou de nenhum.
ldap-phrase-scheme = “{ $scheme }://” não é um endereço LDAP. Use ldap:// ou ldaps://, ou só o nome do host.
ldap-phrase-host-path = Tire “/{ $path }” do host: a base vai em “{ names-field-base-dn }”, o filtro em “{ names-field-user-filter }”.
ldap-phrase-domain = “{ $text }” não é um domínio. Depois de ldap+srv:// vem um como example.com, sem porta: o DNS diz quais servidores e portas existem.
ldap-phrase-host-user = Tire o usuário do host: ele vai em “{ names-field-user }”.
ldap-phrase-bracket = “{ $text }”: falta o colchete de fechamento do endereço IPv6.
ldap-phrase-ipv6 = “{ $text }” não é um endereço IPv6.
ldap-phrase-host-port = “{ $text }” não é uma porta: use um número de 1 a 65535.
ldap-phrase-host = “{ $text }” não é um nome de host nem um endereço IP. Digite um como ldap.example.com.
ldap-phrase-ca-key = Aqui há uma chave privada. Cole só o certificado e mantenha a chave em segredo.
ldap-phrase-certificate-cut = Um certificado neste texto está cortado ou alterado. Cole-o inteiro, de -----BEGIN a -----END.
ldap-phrase-not-x509 = Um destes certificados não é um certificado X.509 que possa ser lido.
ldap-phrase-client-with-key = Aqui há também uma chave privada. Cole aqui só o certificado, e a chave no campo dela.
ldap-phrase-client-pem = Cole o certificado em formato PEM: ele começa com -----BEGIN CERTIFICATE-----. De um arquivo PKCS#12 (.p12, .pfx): openssl pkcs12 -in client.p12 -nokeys.
ldap-phrase-key-kind = Este tipo de chave não pode ser usado. Use RSA de 2048 bits ou mais, EC P-256 ou P-384, ou Ed25519.
ldap-phrase-key-of-another = Esta chave não pertence ao certificado de cliente. Cole a chave que foi criada com ele.
ldap-phrase-key-encrypted = Esta chave está criptografada com uma senha. Cole o que isto mostra: openssl pkey -in client.key. Aqui ela é guardada criptografada.
ldap-phrase-no-key = Isto não é uma chave privada em formato PEM. Ela começa com -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- ou -----BEGIN EC PRIVATE KEY-----; cole-a inteira.
ldap-phrase-dn-long = O DN tem mais de 8.192 bytes.
ldap-phrase-dn-part = Um DN é feito de partes nome=valor, como ou=people,dc=example,dc=com. Falta o “=” em uma parte.
ldap-phrase-dn-type = “{ $text }” não é um tipo de atributo em um DN.
ldap-phrase-dn-quote = O DN tem aspas de abertura sem as de fechamento.
ldap-phrase-dn-hex = Um valor de DN depois de “#” são pares de dígitos hexadecimais.
ldap-phrase-dn-end = O DN termina em uma barra invertida solta.
ldap-phrase-dn-backslash = Depois de uma barra invertida em um DN vem um caractere especial ou dois dígitos hexadecimais.
ldap-phrase-dn-place = “{ $text }” está no lugar errado no DN; dentro de um valor precisa de uma barra invertida antes.
ldap-phrase-filter-long = O filtro tem mais de 4.096 bytes.
ldap-phrase-filter-deep = O filtro tem mais de 32 níveis de aninhamento.
ldap-phrase-filter-more = Depois do fim do filtro há mais: “{ $text }”. Junte as condições com (&…) ou (|…).
ldap-phrase-filter-opening = Falta no filtro um parêntese de abertura antes deste ponto: { $place }.
ldap-phrase-filter-closing = Falta no filtro um parêntese de fechamento neste ponto: { $place }.
ldap-phrase-filter-end = o fim
ldap-phrase-filter-condition = “{ $text }” não é uma condição: escreva atributo=valor, por exemplo objectClass=person.
ldap-phrase-filter-attribute = “{ $text }” não é um nome de atributo.
ldap-phrase-filter-asterisk = Em “{ $text }” há um asterisco fora do lugar. Se ele for mesmo desejado, escreva \2a.
ldap-phrase-filter-special = Em “{ $text }”, escreva os caracteres especiais como uma barra invertida e dois dígitos hexadecimais: \28 \29 \2a \5c.
