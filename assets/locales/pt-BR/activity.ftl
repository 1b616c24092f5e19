activity-lead = Quem fez o quê, o mais recente primeiro. Registros só são acrescentados e ficam guardados por 400 dias.
activity-export = Exportar CSV
activity-search = Buscar quem, a quem e endereço
activity-action = Ação
activity-all-actions = Todas as ações
activity-from = De
activity-until = Até
activity-of-agent = O que <link>{ $name }</link> fez e o que foi feito com sua conta.
activity-nothing-yet = Nada registrado ainda
activity-nothing-yet-text = Cada entrada, cada mudança e quem a fez são registradas aqui quando acontecem e não podem ser alteradas depois.
activity-nothing-found = Nada encontrado
activity-nothing-found-text = Nenhum registro corresponde a estes filtros.
activity-nothing-so-far = Nada encontrado até agora
activity-nothing-so-far-text = Nenhum dos registros mais recentes examinados corresponde.
activity-look-further = Buscar mais para trás
activity-when = Quando
activity-what = O quê
activity-address = Endereço
activity-number = Número
activity-records = { $count ->
    [one] { $count } registro
    [many] { $count } de registros
   *[other] { $count } registros
}
activity-newest = Mais recentes
activity-older = Mais antigos

activity-actor-command = Um comando
activity-actor-schedule = O painel
activity-actor-nobody = Alguém desconhecido

activity-times = { $count ->
    [one] { $what } ({ $count } vez)
    [many] { $what } ({ $count } de vezes)
   *[other] { $what } ({ $count } vezes)
}
activity-reason = { $what }: { $reason }
activity-change = { $field } de { $old } para { $new }
activity-change-new = { $field }: { $new }
activity-change-secret = { $field }: alterado
activity-no-value = nada

activity-label-signed-in = Entrou
activity-label-sign-in-failed = Falha ao entrar
activity-label-signed-out = Saiu
activity-label-not-confirmed = Não confirmado
activity-label-refused = Recusado
activity-label-sessions-ended = Sessões encerradas
activity-label-password-changed = Senha mudada
activity-label-second-factor-set = Segundo fator configurado
activity-label-second-factor-reset = Segundo fator retirado
activity-label-unlocked = Desbloqueado
activity-label-settings-saved = Configurações salvas
activity-label-rules-saved = Regras salvas
activity-label-directory-added = Diretório adicionado
activity-label-directory-deleted = Diretório excluído
activity-label-import-started = Importação iniciada
activity-label-import-cancelled = Importação cancelada
activity-label-removals-decided = Remoções decididas
activity-label-agent-added = Agente adicionado
activity-label-agent-edited = Agente alterado
activity-label-agent-blocked = Agente bloqueado
activity-label-agent-unblocked = Agente desbloqueado
activity-label-agent-deleted = Agente excluído
activity-label-group-added = Grupo adicionado
activity-label-group-renamed = Grupo renomeado
activity-label-group-deleted = Grupo excluído
activity-label-first-administrator = Primeiro administrador
activity-label-owner-set = Proprietário definido
activity-label-key-rotated = Chave trocada
activity-label-backup-made = Backup feito
activity-label-restored = Restaurado
activity-label-activity-exported = Atividade exportada
activity-label-activity-pruned = Atividade reduzida

activity-did-signed-in = { $actor } entrou
activity-did-sign-in-failed = { $actor } não conseguiu entrar
activity-did-signed-out = { $actor } saiu
activity-did-not-confirmed = { $actor } teve de informar a própria senha e falhou
activity-did-refused = { $actor } teve o acesso negado
activity-did-sessions-ended = { $whom ->
    [self] { $actor } encerrou sessões próprias
   *[other] { $actor } encerrou sessões de { $subject }
}
activity-did-password-changed = { $whom ->
    [self] { $actor } mudou a própria senha
   *[other] { $actor } mudou a senha de { $subject }
}
activity-did-second-factor-set = { $whom ->
    [self] { $actor } configurou o próprio segundo fator
   *[other] { $actor } configurou um segundo fator para { $subject }
}
activity-did-second-factor-reset = { $whom ->
    [self] { $actor } retirou o próprio segundo fator
   *[other] { $actor } retirou o segundo fator de { $subject }
}
activity-did-unlocked = { $whom ->
    [self] { $actor } desbloqueou a própria entrada
   *[other] { $actor } desbloqueou a entrada de { $subject }
}
activity-did-settings-saved = { $actor } mudou as configurações de { $subject }
activity-did-rules-saved = { $actor } mudou as regras de { $subject }
activity-did-directory-added = { $actor } adicionou o diretório { $subject }
activity-did-directory-deleted = { $actor } pediu para excluir o diretório { $subject }
activity-did-import-started = { $actor } pediu { $subject }
activity-did-import-cancelled = { $actor } cancelou { $subject }
activity-did-removals-decided = { $actor } decidiu sobre as remoções retidas por { $subject }
activity-did-agent-added = { $actor } adicionou o agente { $subject }
activity-did-agent-edited = { $whom ->
    [self] { $actor } alterou o próprio agente
   *[other] { $actor } alterou o agente { $subject }
}
activity-did-agent-blocked = { $whom ->
    [self] { $actor } bloqueou o próprio agente
   *[other] { $actor } bloqueou o agente { $subject }
}
activity-did-agent-unblocked = { $whom ->
    [self] { $actor } desbloqueou o próprio agente
   *[other] { $actor } desbloqueou o agente { $subject }
}
activity-did-agent-deleted = { $whom ->
    [self] { $actor } excluiu o próprio agente
   *[other] { $actor } excluiu o agente { $subject }
}
activity-did-group-added = { $actor } adicionou o grupo { $subject }
activity-did-group-renamed = { $actor } renomeou o grupo { $subject }
activity-did-group-deleted = { $actor } excluiu o grupo { $subject }
activity-did-first-administrator = { $actor } criou o primeiro administrador
activity-did-owner-set = { $actor } criou um administrador local, ou definiu uma senha, para { $subject }
activity-did-key-rotated = { $actor } trocou a chave secreta
activity-did-backup-made = { $actor } fez um backup
activity-did-restored = { $actor } restaurou um backup
activity-did-activity-exported = { $actor } exportou o registro de atividade
activity-did-activity-pruned = { $actor } excluiu os registros mais antigos desta lista
