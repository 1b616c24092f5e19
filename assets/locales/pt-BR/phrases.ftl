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
