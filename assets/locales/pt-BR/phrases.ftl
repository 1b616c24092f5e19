# Depois de “operação:”.
phrases-doing-encrypting = estabelecer a criptografia
phrases-doing-policies = ler as políticas de senha
phrases-doing-asking-by-guid = perguntar pelo GUID sobre quem não veio na resposta
phrases-doing-user-group = ler o grupo de usuários
phrases-doing-looking-up = procurar uma pessoa
phrases-doing-signing-in = entrar
phrases-doing-signing-someone-in = autenticar uma pessoa
phrases-doing-people = ler as pessoas

phrases-sign-in-wrong = E-mail ou senha não confere.
phrases-sign-in-unreachable = O diretório da empresa não pode ser acessado no momento. Tente de novo em alguns minutos.
phrases-sign-in-busy = Muitíssimas pessoas estão entrando neste momento. Tente de novo em alguns segundos.
# Depois de “em”.
phrases-sign-in-throttled = Tentativas demais. Tente de novo em { $wait }.
phrases-one-second = 1 segundo
phrases-seconds = { $n ->
    [one] { $n } segundo
    [many] { $n } de segundos
   *[other] { $n } segundos
}
phrases-one-minute = 1 minuto
phrases-minutes = { $n ->
    [one] { $n } minuto
    [many] { $n } de minutos
   *[other] { $n } minutos
}
phrases-one-hour = 1 hora
phrases-hours = { $n ->
    [one] { $n } hora
    [many] { $n } de horas
   *[other] { $n } horas
}
phrases-code-wrong = Esse código não confere ou já foi usado. Digite o que o aplicativo mostra agora.
phrases-code-throttled = Tentativas demais. Tente de novo daqui a pouco.
phrases-code-busy = Há gente demais entrando no momento. Tente de novo em alguns segundos.
phrases-code-off = O segundo fator está desativado.
phrases-code-on = O segundo fator já está ativado.

phrases-password-long = Uma senha tem no máximo 1024 bytes. Escolha uma mais curta.
phrases-password-short = Uma senha tem pelo menos 10 caracteres. Escolha uma mais longa.
phrases-password-one-character = Uma senha não é um único caractere repetido. Escolha outra.
phrases-email = Informe um endereço de e-mail como name@example.com.
phrases-name-long = Um nome tem no máximo 200 caracteres.

phrases-objection-must-change = Sua senha precisa ser mudada antes. Mude-a do jeito que sua empresa faz e depois entre aqui.
phrases-objection-password-expired = Sua senha expirou e precisa ser mudada antes. Mude-a do jeito que sua empresa faz e depois entre aqui.
phrases-objection-disabled = Sua conta no diretório da empresa está desativada. Fale com quem cuida do diretório.
phrases-objection-account-expired = Sua conta no diretório da empresa expirou. Fale com quem cuida do diretório.
phrases-objection-restricted = O diretório da empresa não deixa sua conta entrar neste horário ou daqui. Fale com quem cuida do diretório.

phrases-why-with-code = { $why } (data { $code })
phrases-why-disabled = conta desativada
phrases-why-unwilling = conta desativada, ou o servidor não quer
phrases-why-locked = conta bloqueada
phrases-why-expired = conta expirada
phrases-why-password-expired = senha expirada
phrases-why-must-change = a senha precisa ser mudada
phrases-why-time = não pode entrar neste horário
phrases-why-machine = não pode entrar desta máquina
phrases-why-time-or-machine = não pode entrar neste horário ou desta máquina
phrases-why-groups = está em grupos demais
phrases-why-policy = recusada pela política de senhas

phrases-reason-throttled = tentativas demais
phrases-reason-busy = entradas demais ao mesmo tempo
phrases-reason-unreachable = o diretório não pôde ser acessado
phrases-reason-store = o armazenamento falhou
phrases-reason-code-throttled = tentativas demais com o código
phrases-reason-code-wrong = código errado
phrases-reason-password-and-code = senha e código
phrases-reason-password-and-recovery = senha e código de recuperação
phrases-reason-set-up = configurado
phrases-reason-new-codes = novos códigos de recuperação
phrases-reason-switched-off = desativado
phrases-reason-all = todas
phrases-reason-one = uma delas
phrases-reason-nobody = nenhum agente tem este e-mail
phrases-reason-no-password = nenhuma senha foi digitada
phrases-reason-directory-off = o diretório do agente está desativado
phrases-reason-role = o papel não permite { $what }
phrases-reason-other-site = outro site enviou { $what }
phrases-reason-stale-form = um formulário que não é desta sessão: { $what }

phrases-value-yes = sim
phrases-value-no = não
phrases-value-defaults = os padrões
phrases-value-rules = regras
phrases-value-administrator = um administrador
phrases-rule = Regra { $number }
phrases-value-percent-and-count = { $percent } % e { $count }
phrases-value-members = membros de { $group }
phrases-value-members-role = membros de { $group }, papel { $role }
phrases-value-members-groups = membros de { $group }, grupos { $groups }
phrases-value-members-role-groups = membros de { $group }, papel { $role }, grupos { $groups }
phrases-subject-import = importação nº { $number }
phrases-subject-preview = prévia nº { $number }
phrases-reason-for-good = definitivamente
phrases-reason-again = { $reason }, repetidamente em dez minutos
phrases-reason-many = mais do que se pode distinguir, de muitos endereços ou em muitas contas
phrases-reason-failed = falhou
phrases-reason-browsers = os navegadores foram esquecidos
phrases-reason-at-once = pode tentar já
phrases-reason-browsers-wait = os navegadores foram esquecidos, e é preciso esperar o diretório
phrases-reason-wait = é preciso esperar o diretório
phrases-reason-remove = removê-los, pela importação nº { $number }
phrases-reason-keep-one = manter 1 agente
phrases-reason-keep = { $count ->
    [one] manter { $count } agente
    [many] manter { $count } de agentes
   *[other] manter { $count } agentes
}
phrases-reason-sealing-finished = concluída depois de ter sido interrompida; a chave anterior era { $key }
phrases-reason-sealed = { $count ->
    [one] { $count } segredo selado de novo
    [many] { $count } de segredos selados de novo
   *[other] { $count } segredos selados de novo
}
phrases-reason-all-of-log = tudo
phrases-reason-filtered = filtrado por { $fields }
phrases-reason-all-off = todos os diretórios estão desativados
phrases-reason-no-more = não pode mais entrar
phrases-reason-wrong-local = senha errada de uma conta local

phrases-learned-one = 1 pessoa corresponde
phrases-learned-many = { $count ->
    [one] { $count } pessoa corresponde
    [many] { $count } de pessoas correspondem
   *[other] { $count } pessoas correspondem
}
phrases-learned-more = { $count ->
    [one] mais de { $count } pessoa corresponde
    [many] mais de { $count } de pessoas correspondem
   *[other] mais de { $count } pessoas correspondem
}
phrases-learned-filter = Filtro de usuários para { $kind }: { $filter }
phrases-learned-outside-one = 1 membro do grupo de usuários LDAP está fora do DN do diretório ou do filtro de usuários e não é importado.
phrases-learned-outside = { $count ->
    [one] { $count } membro do grupo de usuários LDAP está fora do DN do diretório ou do filtro de usuários e não é importado.
    [many] { $count } de membros do grupo de usuários LDAP estão fora do DN do diretório ou do filtro de usuários e não são importados.
   *[other] { $count } membros do grupo de usuários LDAP estão fora do DN do diretório ou do filtro de usuários e não são importados.
}
phrases-learned-plain = Sem criptografia: as senhas dos agentes passam legíveis pela rede.
phrases-learned-certificate = { $version }, certificado válido até { $date }
phrases-learned-certificate-ends = O certificado expira em breve: renove-o no servidor.
phrases-learned-client-certificate = Certificado de cliente apresentado, válido até { $date }
phrases-learned-client-certificate-ends = O certificado de cliente expira em breve, ou já expirou: coloque um novo em “{ names-field-client-certificate }”.
phrases-learned-present = { $attribute }: { $count } de { $count_all }
phrases-learned-no-guid = { $count ->
    [one] { $count } não tem GUID utilizável e não poderia ser importado.
    [many] { $count } não têm GUID utilizável e não poderiam ser importados.
   *[other] { $count } não têm GUID utilizável e não poderiam ser importados.
}
phrases-learned-no-mail = { $count ->
    [one] { $count } não tem e-mail utilizável e não poderia entrar.
    [many] { $count } não têm e-mail utilizável e não poderiam entrar.
   *[other] { $count } não têm e-mail utilizável e não poderiam entrar.
}
phrases-what-rsa = uma chave RSA de { $count } bits
phrases-what-ec = uma chave EC de { $count } bits
phrases-what-dsa = uma chave DSA
phrases-what-signature = uma assinatura feita com { $name }
phrases-what-signature-above = uma assinatura de tipo antigo ou desconhecido acima dele
phrases-run-stopped = O painel foi parado.

phrases-skip-no-guid = não tem { $attribute } utilizável, então não poderia ser distinguido de outros. Deixe a conta de serviço lê-lo ou indique outro atributo GUID.
phrases-skip-no-mail = não tem { $attribute }, então não poderia entrar.
phrases-skip-mail-is-no-address = tem “{ $value }” em { $attribute }, que não é um endereço de e-mail.
phrases-skip-no-name = não tem { $attribute } para usar como nome.
phrases-skip-mail-taken = tem o mesmo e-mail que { $by_dn } ({ $email }). Com um endereço só uma pessoa pode entrar: mude um deles no diretório.
phrases-skip-mail-of-local-agent = tem o e-mail de um agente local ({ $email }). Mude ou exclua o agente local para importar esta pessoa.
phrases-skip-mail-of-other-directory = tem o e-mail de um agente do diretório { $directory } ({ $email }). O primeiro fica com ele: mude um deles ou importe esta pessoa quando aquele agente tiver saído.
phrases-skip-guid-twice = tem o mesmo GUID ({ $guid }) que { $other_dn }. Escolha um atributo GUID que seja diferente para todos.
phrases-skip-malformed = não pôde ser lido: { $what }.
phrases-flaw-long-dn = seu DN tem mais de 8 KiB
phrases-flaw-dn-not-utf8 = seu DN não está em UTF-8
phrases-flaw-empty-dn = seu DN está vazio
phrases-flaw-no-dn = não tem DN

phrases-cause-gone = Não está mais no diretório.
phrases-cause-moved-out = Agora em { $dn }, fora do DN do diretório.
phrases-cause-no-longer-matches = Ainda no diretório ({ $dn }), mas o filtro de usuários o deixa de fora.
phrases-cause-left-group = Ainda no diretório ({ $dn }), mas não é mais membro do grupo de usuários LDAP.
phrases-cause-not-matched = Conhecido até agora por outro atributo GUID, e nenhuma entrada tem o DN ou o e-mail deste agente.
phrases-cause-not-asked = Não está na resposta, e não houve tempo de perguntar ao diretório por este agente pelo GUID.
phrases-cause-directory-deleted = O diretório { $name } foi excluído do painel.
phrases-missed = Não está na resposta à busca, mas foi encontrado pelo GUID: este agente não foi removido.

phrases-held-settings-changed = Desde a última importação em ordem mudou: { $what }. Por isso ninguém foi removido: quem não é mais encontrado pode apenas estar fora do que é lido agora. Causas prováveis, se essas pessoas devem ficar: o novo valor as deixa de fora ou tem erro de digitação.
phrases-held-settings = as configurações
phrases-held-guid-attribute = atributo GUID
phrases-held-nobody-found = O diretório respondeu sem erro e sem uma única pessoa, então ninguém foi removido. Causas prováveis: a conta de serviço perdeu o direito de ler pessoas, ninguém mais corresponde ao DN do diretório ou ao filtro de usuários, o grupo de usuários LDAP está vazio ou o servidor é uma réplica nova ainda não preenchida.
phrases-held-too-many = { $absent } de { $agents } agentes LDAP não são mais encontrados, mais de { $percent } % e mais de { $count }, então ninguém foi removido. Causas prováveis, se essas pessoas devem ficar: a conta de serviço perdeu o direito de ler algumas delas, elas não correspondem mais ao DN do diretório ou ao filtro de usuários, foram movidas no diretório ou o servidor é uma réplica ainda não preenchida.
phrases-held-not-confirmed = { $agents ->
    [one] { $agents } agente não estava na resposta, e não foi possível perguntar por ele ao diretório pelo GUID:
   *[other] { $agents } agentes não estavam na resposta, e não foi possível perguntar por cada um ao diretório pelo GUID:
} ele foi lento demais ou recusou. Por isso ninguém foi removido, e a próxima importação pergunta de novo. Um índice no atributo GUID torna isso rápido.
phrases-held-nothing-to-compare = Nenhuma importação terminou ainda, então não se sabe se estes agentes foram lidos com as configurações atuais, e ninguém foi removido.
phrases-held-undecided = Uma importação anterior reteve estas remoções e ninguém decidiu, então ninguém foi removido. Ela dizia: { $before }

phrases-note-rule-not-read = Os membros de { $group } não são conhecidos, então a regra { $rule } não mudou ninguém: aqueles sobre quem ela poderia decidir mantêm papel e grupos. { $why }
phrases-note-check-rule = Verifique se há erro de digitação no DN do grupo LDAP da regra, e os direitos da conta de serviço.
phrases-note-no-administrator = { $local ->
    [one] Depois desta importação nenhum agente do diretório é mais administrador. Resta { $local } administrador local, que pode entrar.
   *[other] Depois desta importação nenhum agente do diretório é mais administrador. Restam { $local } administradores locais, que podem entrar.
}

phrases-run-changed-meanwhile = Agentes ou grupos foram mudados no painel durante a importação. Importe mais uma vez.
phrases-run-store-failed = O armazenamento do painel falhou. Verifique se o disco ou banco de dados está disponível e não está cheio e importe mais uma vez.
phrases-run-too-long = A importação foi encerrada após 30 minutos. Veja a carga do servidor do diretório ou restrinja “{ names-field-base-dn }” ou “{ names-field-user-filter }”.
phrases-run-fault = A importação foi encerrada por uma falha do próprio painel. Importe mais uma vez; se acontecer de novo, relate com o log do painel.
phrases-run-no-room = Só há { $free } MB livres onde fica o armazenamento do painel; esta importação precisa de { $needed } MB. Libere espaço; a próxima importação continua sozinha.
phrases-run-given-up = { $times ->
    [one] O trabalho nesta importação foi começado { $times } vez e interrompido:
   *[other] O trabalho nesta importação foi começado { $times } vezes e interrompido todas elas:
} o painel ou seu armazenamento se perdeu. Veja os logs e a memória dos painéis e importe mais uma vez.
phrases-run-directory-deleted = Este diretório foi excluído do painel.
phrases-request-not-configured = Conecte antes seu diretório em “{ layout-ldap-directory }”.
phrases-request-disabled = O diretório LDAP está desativado. Ative-o em “{ layout-ldap-directory }”.
