agents-lead = { $count ->
    [one] { $count } agente · { $imported } do LDAP
    [many] { $count } de agentes · { $imported } do LDAP
   *[other] { $count } agentes · { $imported } do LDAP
}
agents-lead-matching = { $count ->
    [one] { $found } de { $count } agente corresponde
   *[other] { $found } de { $count } agentes correspondem
}
agents-lead-removed = { $count ->
    [one] { $count } agente removido
    [many] { $count } de agentes removidos
   *[other] { $count } agentes removidos
}
agents-matches = { $count ->
    [0] Nenhum agente corresponde.
    [one] { $count } agente corresponde.
    [many] { $count } de agentes correspondem.
   *[other] { $count } agentes correspondem.
}
agents-export = Exportar CSV
agents-new = Novo agente

agents-what-muster-does = O Muster copia pessoas do diretório LDAP da sua empresa e permite que entrem com a senha que têm lá.
agents-nobody-imported = Ninguém importado ainda
agents-preview-first = Prévia da primeira importação
agents-no-directory = Nenhum diretório ainda
agents-connect = Conectar o diretório

agents-search = Nome, e-mail ou telefone
agents-all-groups = Todos os grupos
agents-all-roles = Todos os papéis
agents-source-all = Origem: todas
agents-source-ldap = LDAP
agents-source-local = Local
agents-state-present = Não removidos
agents-sign-in-any = Entrada: qualquer
agents-never-signed-in = Nunca entraram
agents-all-directories = Todos os diretórios
agents-order = Ordem
agents-order-name = Por nome
agents-order-name-last = Por nome, decrescente
agents-order-email = Por e-mail
agents-order-email-last = Por e-mail, decrescente
agents-order-phone = Por telefone
agents-order-phone-last = Por telefone, decrescente
agents-order-group = Por grupo
agents-order-group-last = Por grupo, decrescente
agents-order-role = Por papel
agents-order-role-last = Por papel, decrescente
agents-order-source = Por origem
agents-order-source-last = Por origem, decrescente
agents-order-state = Por estado
agents-order-state-last = Por estado, decrescente
agents-order-latest = Última entrada primeiro
agents-order-latest-last = Última entrada por último

agents-page-empty = Não há mais ninguém nesta página
agents-page-empty-text = Quem estava aqui está nas páginas anteriores.
agents-nobody-found = Ninguém encontrado
agents-nobody-found-text = Nenhum agente corresponde a esta busca e a estes filtros.
agents-nobody-found-ask = Nenhum agente corresponde a esta busca e a estes filtros. O diretório talvez conheça alguém que não é agente, e diga por quê.
agents-look-in-directory = Procurar no diretório
agents-none-yet = Nenhum agente ainda
agents-none-yet-next = As pessoas do diretório da empresa aparecem aqui com a próxima importação.
agents-none-yet-first = Os agentes aparecem aqui com a primeira importação.

agents-name = Nome
agents-email = E-mail
agents-phone = Telefone
agents-group = Grupo
agents-groups = Grupos
agents-role = Papel
agents-source = Origem
agents-state = Estado
agents-sign-in = Entrada
agents-last-sign-in = Última entrada
agents-directory = Diretório
agents-password = Senha
agents-never = nunca
agents-blocked-here = Bloqueado aqui

agents-removed = Agentes removidos
agents-removed-note = { $days ->
    [one] Agentes removidos não estão em nenhuma outra lista e não podem entrar. Quem volta ao diretório é restaurado por si só, com grupo, papel e histórico; os demais são excluídos definitivamente depois de { $days } dia.
   *[other] Agentes removidos não estão em nenhuma outra lista e não podem entrar. Quem volta ao diretório é restaurado por si só, com grupo, papel e histórico; os demais são excluídos definitivamente depois de { $days } dias.
}
agents-removed-when = Removido
agents-removed-by = Por
agents-removed-why = Motivo
agents-import = importação nº { $number }

agents-select = Selecionar
agents-select-one = Selecionar { $name }
agents-selected = Selecionados: { $n }
agents-selected-elsewhere = Selecionados: { $n }, dos quais { $m } fora desta página
agents-selected-full = Um a um, não é possível selecionar mais de { $n }.
agents-with-selected = Com os selecionados:
agents-all-matching = { $count ->
    [one] O { $count } que corresponde
   *[other] Todos os { $count } que correspondem
}
agents-action-groups = Grupos…
agents-action-role = Papel…
agents-action-block = Bloquear…
agents-action-unblock = Desbloquear…
agents-clear-selection = Limpar a seleção

agents-bulk-groups = { $count ->
    [one] Mudar os grupos de { $count } agente
    [many] Mudar os grupos de { $count } de agentes
   *[other] Mudar os grupos de { $count } agentes
}
agents-bulk-role = { $count ->
    [one] Definir o papel de { $count } agente
    [many] Definir o papel de { $count } de agentes
   *[other] Definir o papel de { $count } agentes
}
agents-bulk-block = { $count ->
    [one] Bloquear { $count } agente
    [many] Bloquear { $count } de agentes
   *[other] Bloquear { $count } agentes
}
agents-bulk-unblock = { $count ->
    [one] Desbloquear { $count } agente
    [many] Desbloquear { $count } de agentes
   *[other] Desbloquear { $count } agentes
}
agents-bulk-export = { $count ->
    [one] Exportar { $count } agente
    [many] Exportar { $count } de agentes
   *[other] Exportar { $count } agentes
}
agents-bulk-changing = Mudando…
agents-bulk-others-as-many = Agora correspondem outros, embora em mesmo número, do que quando você escolheu. Nada foi alterado. Verifique se você quer mesmo todos.
agents-bulk-others-match = { $expected ->
    [one] Quando você escolheu, { $expected } agente correspondia; agora são { $count }. Nada foi mudado. Confira se você ainda quer todos eles.
   *[other] Quando você escolheu, { $expected } agentes correspondiam; agora são { $count }. Nada foi mudado. Confira se você ainda quer todos eles.
}
agents-bulk-everyone = Todos <link>desta lista</link>, em todas as páginas dela.
agents-bulk-groups-then = Vale como escolha de um administrador: regras e importações não mexem nestes grupos.
agents-bulk-role-then = Vale como escolha de um administrador: regras e importações não mexem no papel. Quem muda de papel precisa entrar de novo.
agents-bulk-block-then = Eles não podem mais entrar, e suas sessões são encerradas na hora. Nada deles é excluído.
agents-bulk-unblock-then = Eles podem entrar de novo, até onde o diretório permitir.
agents-bulk-how = O que fazer
agents-bulk-add = Adicionar estes grupos e manter os outros
agents-bulk-remove = Retirar estes grupos e manter os outros
agents-bulk-set = Definir exatamente estes grupos
agents-bulk-choose-role = Escolha um papel
agents-bulk-no-group = Escolha pelo menos um grupo.
agents-bulk-no-how = Escolha o que fazer com os grupos.
agents-bulk-no-role = Escolha um papel.
agents-bulk-no-action = Escolha o que fazer com os agentes selecionados.
agents-bulk-nobody = Ninguém está selecionado. Marque antes agentes na lista, ou todos os que correspondem.
agents-bulk-group-gone = Um destes grupos foi excluído nesse meio-tempo. Volte à lista e escolha de novo.

agents-bulk-changed = { $count ->
    [0] Ninguém foi mudado.
    [one] { $count } agente foi mudado.
    [many] { $count } de agentes foram mudados.
   *[other] { $count } agentes foram mudados.
}
agents-bulk-unchanged = { $count ->
    [one] { $count } já estava assim.
   *[other] { $count } já estavam assim.
}
agents-bulk-missing = { $count ->
    [one] { $count } não existe mais.
   *[other] { $count } não existem mais.
}
agents-bulk-removed = { $count ->
    [one] { $count } foi removido por uma importação nesse meio-tempo e fica como está.
   *[other] { $count } foram removidos por uma importação nesse meio-tempo e ficam como estão.
}
agents-bulk-last-administrator = { $name } não foi mudado: é o último administrador local que pode entrar. Crie outro antes.
agents-bulk-oneself = Você ficou de fora: assim ninguém tranca a si mesmo.
agents-bulk-broke-off = Depois a operação foi interrompida, e os outros estão como antes; o log do painel diz por quê. Faça o mesmo de novo daqui a um minuto: quem já foi mudado fica assim.

agents-phrase-groups-added = Grupos adicionados
agents-phrase-groups-taken = Grupos retirados
agents-phrase-groups-set = Grupos definidos
agents-phrase-agents = Agentes
agents-phrase-one-agent = 1 agente
agents-phrase-many-agents = { $count ->
    [one] { $count } agente
    [many] { $count } de agentes
   *[other] { $count } agentes
}
agents-phrase-and-more = { $names } e mais { $count }

agents-new-lead = Um agente local entra com uma senha própria. Todos os outros vêm do diretório.
agents-password-hint = Pelo menos 10 caracteres. Informe-a por outro meio que não o e-mail.
agents-create = Criar agente
agents-creating = Criando…
agents-cancel = Cancelar
agents-edit = Editar
agents-edit-title = Editar { $name }
agents-optional = opcional
agents-new-password = Nova senha
agents-new-password-empty = vazia: manter a atual
agents-new-password-hint = Pelo menos 10 caracteres. Encerra as sessões do agente.
agents-block = Bloquear a entrada
agents-block-hint = O agente não pode entrar, e suas sessões são encerradas na hora.
agents-save = Salvar
agents-saving = Salvando…
agents-password-refused = Senha: { $error }
agents-last-changed-by = Última mudança { $when }, importação <link>nº { $number }</link>. Para mudar estes dados, mude o diretório.
agents-by-rules = Pelas regras ({ $role })
agents-by-rules-default = Pelas regras (o padrão)
agents-follow-rules = Seguir as regras de novo
agents-follow-rules-groups = Seguir as regras de novo ({ $groups })
agents-follow-rules-default = Seguir as regras de novo (o padrão)
agents-follow-rules-hint = Nesse caso os grupos acima não valem.
agents-return-default = Voltar ao padrão
agents-stale = Outra pessoa mudou este agente enquanto você editava. Nada do que é seu foi salvo ainda. Salve de novo para pôr seus valores no lugar destes.
agents-stored-now = Salvo no momento

agents-phrase-phone-long = Um telefone tem no máximo 64 caracteres.
agents-no-name = Digite o nome do agente, em uma linha.
agents-no-role = Escolha um dos papéis.
agents-group-gone = Um destes grupos não existe mais. Escolha de novo.
agents-owned = Isto pertence ao diretório. Mude lá; a próxima importação traz para cá.
agents-email-taken = Outro agente tem este e-mail.
agents-edit-removed = Este agente foi removido; não há o que editar.
agents-delete-owned = Este agente vem do diretório. Remova-o lá ou bloqueie a entrada dele aqui.

agents-created = { $name } foi criado e já pode entrar.
agents-saved = { $name } foi salvo.
agents-deleted = { $name } foi excluído.
agents-deleted-for-good = { $name } foi excluído definitivamente.
agents-sessions-ended = { $count ->
    [one] { $count } sessão de { $name } foi encerrada.
    [many] { $count } de sessões de { $name } foram encerradas.
   *[other] { $count } sessões de { $name } foram encerradas.
}

agents-delete = Excluir { $name }
agents-delete-fold = Excluir { $name }…
agents-deleting = Excluindo…
agents-delete-then = { $name } não pode mais entrar, as sessões são encerradas, e o registro some definitivamente.
agents-delete-now = Excluir definitivamente agora
agents-delete-now-fold = Excluir { $name } definitivamente agora…
agents-delete-now-then = O registro de { $name }, com grupo, papel e histórico, some definitivamente. Se essa pessoa voltar ao diretório, será um novo agente.

agents-person = Pessoa
agents-in-panel = No painel
agents-in-directory = No diretório
agents-activity = <link>Atividade</link> deste agente: o que ele fez e o que foi feito com sua conta.
agents-look-up-now = <link>Consultar agora</link> o que o diretório diz.
agents-signed-in = Sessões abertas
agents-signed-in-nowhere = Nenhuma no momento.
agents-second-factor = Segundo fator
agents-on = Ativado
agents-off = Desativado
agents-from-attribute = de <code>{ $attribute }</code>
agents-since = Agente desde
agents-last-changed = Última mudança
agents-when-by = { $when }, { $import }
agents-removed-banner = Removido { $when } ({ $import }). { $why } É restaurado por si só, com grupo e papel, se voltar ao diretório; senão, é excluído definitivamente: { $end }.
agents-held = Não é mais encontrado no diretório. A remoção espera uma decisão.
agents-held-review = Não é mais encontrado no diretório. A remoção espera uma decisão: <link>examinar</link>.
agents-kept = Não encontrado no diretório, e mantido por um administrador até reaparecer ou as configurações mudarem.
agents-dn = DN
agents-guid = GUID

agents-allowed = Permitida
agents-blocked = Bloqueada
agents-blocked-by = Bloqueada por um administrador
agents-not-possible = Impossível: não está mais no diretório
agents-refused-by-directory = Permitida aqui, recusada pelo diretório
agents-allowed-once-changed = Permitida depois que a senha for mudada no diretório

agents-origin-default = dado na chegada
agents-origin-rule = dado por uma regra
agents-origin-administrator = escolhido por um administrador
agents-chosen-and-ruled = escolhido por um administrador; as regras dizem { $what }, por { $groups }
agents-chosen-no-role = escolhido por um administrador; nenhuma regra dá um papel
agents-chosen-no-group = escolhido por um administrador; nenhuma regra dá um grupo
agents-ruled = dado por uma regra: { $what }, por { $groups }
agents-ruled-unread = até que todas as regras possam ser lidas
agents-and = { $first } e { $next }

agents-wrong-passwords = Senhas erradas
agents-wrong-passwords-count = { $count ->
    [one] { $count } senha errada conta.
    [many] { $count } de senhas erradas contam.
   *[other] { $count } senhas erradas contam.
}
agents-next-try = A próxima tentativa é aceita { $when }.
agents-next-try-known = A próxima tentativa é aceita { $when }, e na hora a partir de navegadores em que { $name } já entrou antes.
agents-next-try-now = A próxima tentativa é aceita na hora.
agents-forget-browsers = Esquecer os navegadores em que o agente já entrou antes
agents-unlock-hint = Permite tentar na hora. O que o próprio diretório contou continua contado lá.
agents-unlock = Desbloquear a entrada
agents-unlocking = Desbloqueando…
agents-may-try = { $name } já pode tentar entrar.
agents-may-try-forgotten = { $name } já pode tentar entrar. Os navegadores dele foram esquecidos.
agents-has-to-wait = { $name } precisa esperar: o diretório bloquearia a conta com a próxima senha errada.
agents-has-to-wait-forgotten = { $name } precisa esperar: o diretório bloquearia a conta com a próxima senha errada. Os navegadores dele foram esquecidos.

agents-history = Histórico
agents-history-lead = O que as importações mudaram. Os detalhes ficam guardados por 90 dias.
agents-history-added = { $when } · { $import }: adicionado
agents-history-restored = { $when } · { $import }: restaurado
agents-history-removed = { $when } · { $import }: removido
agents-history-updated = { $when } · { $import }: atualizado
agents-history-reason = { $event }: { $reason }
agents-history-change = { $field }: { $old } → { $new }
agents-history-by = { $what } por { $groups }
agents-field-name = nome
agents-field-email = e-mail
agents-field-phone = telefone
agents-field-dn = DN
agents-field-guid = GUID
agents-field-state = estado
agents-field-role = papel
agents-field-groups = grupos
agents-field-role-by-rules = papel pelas regras
agents-field-groups-by-rules = grupos pelas regras
agents-phrase-state-enabled = ativo
agents-phrase-state-disabled = desativado
agents-phrase-state-expired = expirado
agents-phrase-state-locked = bloqueado por tentativas
agents-phrase-state-must-change = precisa mudar a senha

agents-phrase-gone = Não está mais no diretório.
agents-phrase-moved-out = Agora em { $dn }, fora do DN do diretório.
agents-phrase-no-longer-matches = Ainda está no diretório ({ $dn }), mas o filtro de usuários o deixa de fora.
agents-phrase-left-group = Ainda está no diretório ({ $dn }), mas não é mais membro do grupo de usuários LDAP.
agents-phrase-not-matched = Até agora conhecido por outro atributo GUID, e nenhuma entrada tem o DN ou o e-mail deste agente.
agents-phrase-not-asked = Não estava na resposta, e não houve tempo de perguntar ao diretório por este agente pelo GUID.
agents-phrase-directory-deleted = O diretório { $name } foi excluído do painel.
