look_up-title = Consultar alguém
look_up-lead = O que o diretório diz e o que decorre disso. Nada é alterado.
look_up-card-lead = O que o diretório diz de uma pessoa, e por que ela é importada ou não.
look_up-all-directories = Todos os diretórios
look_up-directory = Diretório
look_up-text = E-mail, nome ou DN
look_up-ask = Consultar
look_up-asking = Perguntando ao diretório…
look_up-nobody = Ninguém encontrado
look_up-nobody-text = Nenhuma entrada que a conta de serviço possa ler tem “{ $text }” como { $mail }, { $name } ou nome de conta, e nenhuma o tem como DN. Se a pessoa está no diretório, talvez falte à conta de serviço o direito de lê-la.
look_up-more = Há mais. Digite mais do nome, o e-mail inteiro ou o DN.
look_up-nameless = Sem nome

look_up-imported = Seria importada
look_up-not-imported = Não seria importada
look_up-signs-in = Poderia entrar, com a senha correta
look_up-no-sign-in = Não poderia entrar

look_up-within = dentro dele
look_up-outside = fora dele
look_up-matches = corresponde
look_up-left-out = deixa a entrada de fora
look_up-user-group = Grupo de usuários LDAP
look_up-member-directly = membro, diretamente (<code>{ $attribute }</code>)
look_up-member-through = membro, por meio de { $groups } (<code>{ $attribute }</code>)
look_up-no-member = não é membro
look_up-member-unknown = não se sabe: não pode ser lido
look_up-account = Conta
look_up-account-enabled = em ordem
look_up-account-disabled = desativada
look_up-account-expired = expirada
look_up-account-locked = bloqueada
look_up-account-must-change = precisa mudar a senha primeiro
look_up-agent = Agente
look_up-no-agent = ainda não é

look_up-role-by-rule = por uma regra: { $role }, por { $by }
look_up-role-chosen-against = escolhido por um administrador; as regras dizem { $role }, por { $by }
look_up-role-chosen = escolhido por um administrador; nenhuma regra dá um papel
look_up-role-default = o padrão; nenhuma regra dá um papel
look_up-groups-by-rule = por uma regra: { $groups }, por { $by }
look_up-groups-chosen-against = escolhidos por um administrador; as regras dizem { $groups }, por { $by }
look_up-groups-chosen = escolhidos por um administrador; nenhuma regra dá um grupo
look_up-groups-default = o padrão; nenhuma regra dá um grupo
look_up-and = { $first } e { $second }

look_up-rules = Regras
look_up-rules-none = { $count ->
    [one] nenhuma de { $count } trata desta pessoa
   *[other] nenhuma de { $count } trata desta pessoa
}
look_up-rule-directly = Regra { $number }: membro, diretamente (<code>{ $attribute }</code>)
look_up-rule-through = Regra { $number }: membro, por meio de { $groups } (<code>{ $attribute }</code>)
look_up-rule-unknown = Regra { $number }: não se sabe, o grupo LDAP dela não pode ser lido

look_up-attributes = Como os atributos são lidos
look_up-value = Valor
look_up-attribute = Atributo
look_up-in-directory = No diretório
look_up-taken = É usado
look_up-taken-nothing = nada

look_up-groups = { $count ->
    [one] { $count } grupo LDAP
    [many] { $count } de grupos LDAP
   *[other] { $count } grupos LDAP
}
look_up-directly = diretamente (<code>{ $attribute }</code>)
look_up-through = por meio de { $groups } (<code>{ $attribute }</code>)
look_up-then = { $first }, depois { $second }
look_up-more-groups = Pode haver mais grupos: nem todos foram consultados.
look_up-no-groups = Não se conhece nenhum grupo LDAP desta entrada.

look_up-phrase-not-configured = Conecte primeiro seu diretório, em “{ layout-ldap-directory }”.
look_up-phrase-suspended = O diretório recusou a senha da conta de serviço. Corrija-a primeiro em “{ layout-ldap-directory }”: até lá nada é perguntado.
look_up-phrase-off = LDAP está desativado nas configurações.
look_up-phrase-no-agent = Nenhum agente tem este GUID ainda: uma importação precisa trazer a pessoa primeiro.
look_up-phrase-removed = O agente foi removido: uma importação precisa trazê-lo de volta primeiro.
look_up-phrase-blocked = Um administrador bloqueou a entrada deste agente.
look_up-phrase-was-off = Na última importação a conta estava desativada ou expirada: a próxima precisa saber que não está mais.
look_up-phrase-mail-taken = O e-mail { $email } é do agente { $name }, que o mantém enquanto for dele. Com um endereço só pode entrar uma pessoa.
look_up-phrase-mail-taken-local = O e-mail { $email } é do agente local { $name }, que o mantém enquanto for dele. Com um endereço só pode entrar uma pessoa.
look_up-phrase-outside = A entrada está fora do DN do diretório ({ $base }).
look_up-phrase-filtered = O filtro de usuários deixa a entrada de fora: { $filter }
look_up-phrase-no-member = A entrada não está no grupo de usuários LDAP ({ $group }).
look_up-phrase-group-unread = O grupo de usuários LDAP ({ $group }) não pode ser lido: ninguém é importado.
look_up-phrase-disabled = A conta está desativada no diretório ({ $evidence }).
look_up-phrase-expired = A conta expirou no diretório ({ $evidence }).
look_up-phrase-locked = A conta está bloqueada no diretório após senhas erradas ({ $evidence }). Se o bloqueio já terminou, a senha correta permite entrar.
look_up-phrase-must-change = Primeiro é preciso mudar a senha no diretório ({ $evidence }).
look_up-phrase-no-guid = A entrada não tem { $attribute } utilizável, portanto não poderia ser distinguida de outras. Deixe a conta de serviço lê-lo, ou informe outro atributo GUID.
look_up-phrase-no-mail = A entrada não tem { $attribute }, portanto não poderia entrar.
look_up-phrase-no-address = A entrada tem “{ $value }” em { $attribute }, que não é um endereço de e-mail.
look_up-phrase-no-name = A entrada não tem { $attribute } que sirva de nome.
look_up-phrase-secret = { $attribute } guarda senhas ou chaves: nunca é consultado.
look_up-phrase-name-from-dn = { $attribute } está faltando: usa-se a primeira parte do DN.
look_up-phrase-nobody-needs = Não é obrigatório.
look_up-phrase-smallest = { $count ->
    [one] De { $count } valor usa-se o menor: os servidores não mantêm a ordem.
    [many] De { $count } de valores usa-se o menor: os servidores não mantêm a ordem.
   *[other] De { $count } valores usa-se o menor: os servidores não mantêm a ordem.
}
look_up-phrase-of-dn = { $count ->
    [one] De { $count } valor usa-se aquele com que o DN começa ou, se não, o primeiro em ordem: os servidores não mantêm a ordem.
    [many] De { $count } de valores usa-se aquele com que o DN começa ou, se não, o primeiro em ordem: os servidores não mantêm a ordem.
   *[other] De { $count } valores usa-se aquele com que o DN começa ou, se não, o primeiro em ordem: os servidores não mantêm a ordem.
}
look_up-phrase-first-address = { $count ->
    [one] De { $count } valor usa-se o primeiro em ordem que é um endereço: os servidores não mantêm a ordem.
    [many] De { $count } de valores usa-se o primeiro em ordem que é um endereço: os servidores não mantêm a ordem.
   *[other] De { $count } valores usa-se o primeiro em ordem que é um endereço: os servidores não mantêm a ordem.
}
look_up-phrase-first = { $count ->
    [one] De { $count } valor usa-se o primeiro em ordem: os servidores não mantêm a ordem.
    [many] De { $count } de valores usa-se o primeiro em ordem: os servidores não mantêm a ordem.
   *[other] De { $count } valores usa-se o primeiro em ordem: os servidores não mantêm a ordem.
}
look_up-phrase-binary = { $count ->
    [one] (binário, { $count } byte)
    [many] (binário, { $count } de bytes)
   *[other] (binário, { $count } bytes)
}
