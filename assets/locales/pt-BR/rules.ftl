rules-lead = A cada importação, os membros de um grupo LDAP recebem um papel, grupos do painel ou ambos.
rules-lead-of = { $directory }: a cada importação, os membros de um grupo LDAP recebem um papel, grupos do painel ou ambos.

rules-by-directory = Regras por diretório
rules-directory = Diretório
rules-rules = Regras
rules-count = { $count ->
    [one] { $count } regra
    [many] { $count } de regras
   *[other] { $count } regras
}
rules-connect = Conecte seu diretório
rules-connect-text = Regras dão papéis e grupos aos membros de grupos LDAP. Informe primeiro onde está o diretório.

rules-none = Ainda não há regras
rules-none-text = Quem chega do diretório recebe o papel padrão ({ $role }) e o grupo padrão ({ $group }). Adicione uma regra para um grupo LDAP cujos membros devam receber outra coisa.
rules-rule = Regra { $number }
rules-group-dn = DN do grupo LDAP
rules-panel-groups = Grupos do painel
rules-up = Subir
rules-up-of = Subir a regra { $number }
rules-down = Descer
rules-down-of = Descer a regra { $number }
rules-remove = Remover
rules-remove-of = Remover a regra { $number }
rules-save = Salvar
rules-saving = Salvando…
rules-try = Testar
rules-reading = Lendo o diretório…
rules-add = Adicionar uma regra
rules-save-anyway = Salvar mesmo assim
rules-save-anyway-hint = “Salvar mesmo assim” mantém as regras como estão. Uma regra cujo grupo LDAP não pode ser lido não muda ninguém, e cada importação avisa.
rules-try-hint = “Testar” lê o diretório e mostra quem mudaria; nada é gravado. “Salvar” faz o mesmo antes.

rules-see-messages = Nada foi salvo. Veja as mensagens das regras: { $numbers }.
rules-gives-nothing = Esta regra não dá nada. Escolha um papel, um grupo ou ambos.
rules-too-many = { $count ->
    [one] Pode haver no máximo { $count } regra. Reúna grupos LDAP no diretório.
    [many] Pode haver no máximo { $count } de regras. Reúna grupos LDAP no diretório.
   *[other] Pode haver no máximo { $count } regras. Reúna grupos LDAP no diretório.
}
rules-dn-missing = Digite o DN do grupo LDAP de que trata esta regra.
rules-dn-root = Digite o DN de um grupo LDAP.
rules-dn-twice = A regra { $number } já trata deste grupo LDAP. Ponha papel e grupos em uma só regra.
rules-role-unknown = Escolha um dos papéis.
rules-group-gone = Um destes grupos não existe mais. Escolha de novo.

rules-stale = Outra pessoa salvou estas configurações enquanto você as editava. Nada do que você fez foi salvo. Salve de novo para pôr suas regras no lugar das dela.
rules-stored = Salvo agora
rules-stored-none = Não há regras.

rules-unchanged = Nada foi alterado.
rules-saved-off = Salvo. As regras valem quando o diretório LDAP for ativado.
rules-saved-no-change = Salvo. Elas não mudam nenhum dos agentes que há agora.
rules-saved-changes = { $count ->
    [one] Salvo. A próxima importação muda o papel ou os grupos de { $count } agente.
    [many] Salvo. A próxima importação muda o papel ou os grupos de { $count } de agentes.
   *[other] Salvo. A próxima importação muda o papel ou os grupos de { $count } agentes.
}
rules-saved = Salvo. A próxima importação segue estas regras.
rules-off = O diretório LDAP está desativado. Ative-o em “{ layout-ldap-directory }” e depois teste as regras.

rules-how = Como as regras decidem
rules-how-members = São membros do grupo LDAP de uma regra todos os que estão nele, inclusive em grupos aninhados.
rules-how-order = A primeira regra que corresponde e indica um papel decide o papel. Os grupos de todas as regras que correspondem se somam.
rules-how-defaults = Quem não recebe papel de nenhuma regra fica com o padrão, <strong>{ $role }</strong>; quem não recebe grupo de nenhuma regra, com <strong>{ $group }</strong>. Os agentes mantêm o que receberam ao chegar até que uma regra corresponda.
rules-how-chosen = O que um administrador escolheu para um agente vale até ser devolvido às regras na página do agente.
rules-how-unread = Enquanto o grupo LDAP de uma regra não pode ser lido, ninguém sobre quem ela poderia decidir é alterado.
rules-how-where = Os padrões ficam em <link>Diretório LDAP</link>.

rules-trial-failed-unsaved = O teste não foi feito, portanto nada foi salvo.
rules-trial-failed = O teste não foi feito.
rules-phrase-too-slow = { $seconds ->
    [one] O diretório não respondeu a tudo em { $seconds } segundo. Tente de novo quando ele estiver menos ocupado.
    [many] O diretório não respondeu a tudo em { $seconds } de segundos. Tente de novo quando ele estiver menos ocupado.
   *[other] O diretório não respondeu a tudo em { $seconds } segundos. Tente de novo quando ele estiver menos ocupado.
}
rules-trial-agents = agentes mudam
rules-trial-roles = recebem outro papel
rules-trial-groups = recebem outros grupos
rules-trial-become = tornam-se adminis­trador
rules-trial-stop = deixam de ser
rules-trial-arrive = chegam como adminis­trador
rules-trial-own-choice = mantêm outra escolha
rules-trial-read = { $people ->
    [one] { $people } pessoa foi lida; delas, ainda não são agentes: { $newcomers }.
    [many] { $people } de pessoas foram lidas; delas, ainda não são agentes: { $newcomers }.
   *[other] { $people } pessoas foram lidas; delas, ainda não são agentes: { $newcomers }.
}
rules-trial-unmatched = { $count ->
    [one] Nenhuma regra corresponde a { $count } agente.
    [many] Nenhuma regra corresponde a { $count } de agentes.
   *[other] Nenhuma regra corresponde a { $count } agentes.
}
rules-trial-kept = { $count ->
    [one] { $count } agente mantém o que um administrador escolheu, onde as regras dizem outra coisa.
    [many] { $count } de agentes mantêm o que um administrador escolheu, onde as regras dizem outra coisa.
   *[other] { $count } agentes mantêm o que um administrador escolheu, onde as regras dizem outra coisa.
}
rules-trial-press-save = Nada foi salvo ainda: clique de novo em “{ rules-save }” para fazê-lo.
rules-trial-not-saved = Nada foi salvo ainda.
rules-trial-unread = O grupo LDAP das regras { $numbers } não pode ser lido. Nada foi salvo.
rules-trial-no-change = Estas regras não mudam nenhum dos agentes que há agora.
rules-trial-changes = { $count ->
    [one] A próxima importação mudaria { $count } agente. Ninguém se torna administrador nem deixa de ser.
    [many] A próxima importação mudaria { $count } de agentes. Ninguém se torna administrador nem deixa de ser.
   *[other] A próxima importação mudaria { $count } agentes. Ninguém se torna administrador nem deixa de ser.
}
rules-trial-will-become = { $count ->
    [one] { $count } agente se torna administrador.
    [many] { $count } de agentes se tornam administradores.
   *[other] { $count } agentes se tornam administradores.
}
rules-trial-will-arrive = { $count ->
    [one] { $count } pessoa que ainda não é agente chegaria como administrador.
    [many] { $count } de pessoas que ainda não são agentes chegariam como administradores.
   *[other] { $count } pessoas que ainda não são agentes chegariam como administradores.
}
rules-trial-will-stop = { $count ->
    [one] { $count } administrador deixa de ser.
    [many] { $count } de administradores deixam de ser.
   *[other] { $count } administradores deixam de ser.
}
rules-trial-none-left = Nenhum agente do diretório continuaria sendo administrador.
rules-trial-each = A quem cada regra corresponde
rules-trial-rule = Regra
rules-trial-members = Membros encontrados
rules-trial-people = { $count ->
    [one] { $count } pessoa
    [many] { $count } de pessoas
   *[other] { $count } pessoas
}
rules-trial-check-group = Veja se há erro de digitação no DN do grupo LDAP da regra, e os direitos da conta de serviço.
rules-trial-administrators = Administradores
rules-trial-some-administrators = Administradores ({ $shown } de { $count })
rules-trial-administrators-caption = Quem se torna administrador ou deixa de ser
rules-trial-others = Outros que mudariam ({ $shown } de { $count })
rules-trial-others-caption = Outros que mudariam
rules-trial-agent = Agente
rules-trial-change = Mudança
rules-trial-field = { $field }: { $old } → { $new }
rules-trial-field-role = papel
rules-trial-field-groups = grupos
rules-trial-field-role-by-rules = papel pelas regras
rules-trial-field-groups-by-rules = grupos pelas regras

rules-given-by = { $what } por { $by }
rules-given-and = { $first } e { $second }
rules-given-more = mais { $count }
