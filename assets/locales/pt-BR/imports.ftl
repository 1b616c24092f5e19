imports-run = { $kind ->
    [preview] Prévia nº { $number }
    [deletion] Exclusão nº { $number }
   *[import] Importação nº { $number }
}
imports-changes-of = Mudanças da importação nº { $number }

imports-state-running = Em andamento
imports-state-done = Concluída
imports-state-held = Retida para revisão
imports-state-failed = Falhou
imports-state-cancelled = Cancelada
imports-state-interrupted = Interrompida
imports-phase-waiting = Na fila
imports-phase-connecting = Conectando
imports-phase-reading = Lendo o diretório
imports-phase-comparing = Comparando
imports-phase-applying = Aplicando

imports-step-connect = Conectar
imports-step-read = Ler
imports-step-compare = Comparar
imports-step-apply = Aplicar

imports-started = { $by ->
    [schedule] Iniciada pelo agendamento { $when }
    [command] Iniciada pela linha de comando { $when }
   *[agent] Iniciada por { $name } { $when }
}
imports-took = durou { $time }
imports-by-schedule = o agendamento
imports-by-command = a linha de comando
imports-agent-deleted = um agente excluído
imports-agent-unknown = um agente
imports-directory-deleted = um diretório excluído (número { $number })

imports-cancel = Cancelar
imports-cancelling = Cancelando…
imports-export = Exportar CSV
imports-again = Importar de novo
imports-starting = Iniciando…
imports-import-users = Importar usuários
imports-preview-changes = Prévia das mudanças

imports-deleted = O diretório foi excluído do painel, e seus agentes foram removidos.
imports-deletion-cancelled = Cancelada antes do fim: o diretório continua aqui, desativado. Quem foi removido até então volta com a próxima importação dele, quando for ativado.
imports-previewed = Uma prévia: o que uma importação teria feito. Nada foi mudado.
imports-cancelled = Cancelada antes do fim. O que já havia sido aplicado fica; ninguém foi removido por não ter sido lido.
imports-interrupted = O painel parou durante esta importação. A próxima completa o que faltou.
imports-failed = A importação falhou.
imports-failed-nobody = Ninguém foi removido. A próxima importação tenta de novo sozinha.
imports-failed-some = O que já havia sido aplicado fica. A próxima importação completa sozinha o que falta.
imports-see-settings = O que o diretório diz agora está em <link>{ layout-ldap-directory }</link>.
imports-begun-again = O trabalho nesta importação foi começado { $times ->
    [one] { $times } vez:
   *[other] { $times } vezes:
} o painel que o fazia, ou seu armazenamento, se perdeu no meio. O que havia sido escrito até então está nestes números.

imports-doing-waiting = Esperando sua vez
imports-doing-connecting = Conectando ao diretório
imports-doing-reading-of = { $read } de cerca de { $expected } pessoas lidas
imports-doing-reading = { $read ->
    [one] { $read } pessoa lida
   *[other] { $read } pessoas lidas
}
imports-doing-comparing = { $read ->
    [one] { $read } pessoa lida, comparando
   *[other] { $read } pessoas lidas, comparando
}
imports-doing-applying = { $read ->
    [one] { $read } pessoa lida, aplicando as mudanças
   *[other] { $read } pessoas lidas, aplicando as mudanças
}
imports-rate = { $rate } por segundo · em andamento há { $seconds } s
imports-running-for = em andamento há { $seconds } s
imports-bar-read = Pessoas lidas
imports-bar-applied = Mudanças aplicadas
imports-bar-import = Importação

imports-count-read = lidos
imports-count-added = adicio{ "\u00AD" }nados
imports-count-updated = atua{ "\u00AD" }lizados
imports-count-unchanged = sem mudança
imports-count-removed = removidos
imports-count-restored = restau{ "\u00AD" }rados
imports-count-skipped = ignorados
imports-count-held = retidos
imports-count-kept = mantidos
imports-count-missed = fora da resposta

imports-changed-added = { $count ->
    [one] { $count } adicionado
   *[other] { $count } adicionados
}
imports-changed-updated = { $count ->
    [one] { $count } atualizado
   *[other] { $count } atualizados
}
imports-changed-removed = { $count ->
    [one] { $count } removido
   *[other] { $count } removidos
}
imports-changed-restored = { $count ->
    [one] { $count } restaurado
   *[other] { $count } restaurados
}
imports-changed-skipped = { $count ->
    [one] { $count } ignorado
   *[other] { $count } ignorados
}
imports-changed-held = { $count ->
    [one] { $count } retido
   *[other] { $count } retidos
}
imports-changed-kept = { $count ->
    [one] { $count } mantido
   *[other] { $count } mantidos
}
imports-changed-missed = { $count } fora da resposta
imports-changed-nothing = nada mudou

imports-card = Importação
imports-last-preview = Última prévia { $when }. Uma importação significaria: { $changes }. <link>Ver o que ela faria</link>
imports-last = { $kind ->
    [preview] Última prévia { $when }: { $changes }.
    [deletion] Última exclusão { $when }: { $changes }.
   *[import] Última importação { $when }: { $changes }.
}
imports-last-failed = { $kind ->
    [preview] Última prévia { $when }: { $error }
    [deletion] Última exclusão { $when }: { $error }
   *[import] Última importação { $when }: { $error }
}
imports-nobody-yet = Ninguém foi importado ainda. Uma prévia mostra quem se tornaria agente e não escreve nada.
imports-preview-first = Prévia da primeira importação
imports-first-by-itself = A primeira começa sozinha { $when }.
imports-next-by-itself = A próxima começa sozinha { $when }

imports-lead-several = Cada diretório por si
imports-lead-several-next = Cada diretório por si · a próxima, de { $directory }, começa sozinha { $when }
imports-lead-none = Cada cópia vinda do diretório
imports-lead-ended = A última terminou { $when }
imports-lead-next = a próxima começa sozinha { $when }
imports-lead-off = o diretório está desativado
imports-overdue = { $of ->
    [directory] As importações de { $directory } estão atrasadas: dois horários agendados passaram sem que nenhuma terminasse.
   *[all] As importações estão atrasadas: dois horários agendados passaram sem que nenhuma terminasse.
} { $last ->
    [none] Nenhuma terminou até agora.
   *[ended] A última terminou { $when }.
} Quem deixou a empresa desde então ainda pode ser agente. Veja <outcomes>como as últimas terminaram</outcomes> e o que a verificação encontra em <settings>{ layout-ldap-directory }</settings>.

imports-kind = Tipo
imports-all-kinds = Todos os tipos
imports-previews = Prévias
imports-state = Estado
imports-all-states = Todos os estados
imports-outcome = Resultado
imports-all-outcomes = Todos os resultados
imports-notable = Com mudanças ou problemas
imports-directory = Diretório
imports-all-directories = Todos os diretórios
imports-column-import = Importação
imports-column-started-by = Iniciada por
imports-column-when = Quando
imports-column-read = Lidos
imports-column-added = Adicio{ "\u00AD" }nados
imports-column-updated = Atua{ "\u00AD" }lizados
imports-column-removed = Remo{ "\u00AD" }vidos
imports-column-held = Retidos
imports-column-skipped = Igno{ "\u00AD" }rados
imports-nothing-found = Nada encontrado
imports-none-found-text = Nenhuma importação corresponde a estes filtros.
imports-none-yet = Nenhuma importação ainda
imports-none-yet-text = Clique em “{ imports-preview-changes }” para ver quem se tornaria agente: nada é escrito. A primeira importação começa sozinha no horário acima, ou já com “{ imports-import-users }”.
imports-connect = Conectar o diretório
imports-connect-text = Uma importação copia pessoas do seu diretório LDAP, e cada uma aparece aqui com tudo o que mudou. Conecte o diretório primeiro.

imports-asked-imports = { $count ->
    [one] { $count } importação foi pedida, uma para cada diretório.
   *[other] { $count } importações foram pedidas, uma para cada diretório.
}
imports-asked-previews = { $count ->
    [one] { $count } prévia foi pedida, uma para cada diretório.
   *[other] { $count } prévias foram pedidas, uma para cada diretório.
}
imports-no-such-directory = Não há diretório com o número { $number }.
imports-being-cancelled = A importação está sendo cancelada.
imports-ended-already = A importação já havia terminado.
imports-choose-decision = Escolha remover ou manter como decisão.
imports-no-digest = Falta a soma de verificação da lista que foi mostrada.
imports-kept = { $count ->
    [one] { $count } agente foi mantido. Continua agente até ser visto de novo ou as configurações mudarem.
   *[other] { $count } agentes foram mantidos. Continuam agentes até serem vistos de novo ou as configurações mudarem.
}
imports-nothing-waits = Nada mais espera decisão: alguém já decidiu, ou uma importação mais nova não tem nada a reter.
imports-list-changed = A lista mudou nesse meio-tempo, então nada foi feito. Esta é a atual: decida de novo.
imports-approved-meanwhile = Nada foi feito: a remoção foi aprovada nesse meio-tempo, e uma importação está cuidando dela. Cancele essa importação para voltar atrás.
imports-still-waits = Ninguém foi removido: veja abaixo por que esta lista ainda espera.

imports-first-steps = Primeiros passos
imports-first-connect = Conectar o diretório
imports-first-connect-text = Preencha os dados da conexão e salve. A conexão é testada na hora, passo a passo, e ninguém é importado ainda.
imports-first-preview = Prévia
imports-first-preview-text = Uma prévia lê o diretório e mostra quem se tornaria agente. Ela não escreve nada.
imports-first-import = Importar usuários
imports-first-import-text = Uma importação torna agentes as pessoas do diretório e se repete sozinha.
imports-first-sign-in = Entrar como agente
imports-first-sign-in-text = Experimente: abra o endereço do painel em uma janela privada e entre com o e-mail e a senha do diretório de um dos agentes.
imports-first-to-preview = Ir para a prévia

imports-next = O que acontece agora
imports-next-signing-in = Entrada
imports-next-leaving = Quem sai
imports-next-backup = Backup
imports-next-address = Os agentes entram aqui, com o e-mail e a senha que têm no diretório. Envie a eles este endereço:
imports-next-this-machine = Só esta máquina alcança esse endereço. Inicie o painel com <code>MUSTER_PUBLIC_URL</code> definido para o que os outros usam.
imports-next-skipped = { $count ->
    [one] <link>{ $count } entrada foi ignorada</link> e não pode entrar: cada linha diz por quê.
   *[other] <link>{ $count } entradas foram ignoradas</link> e não podem entrar: cada linha diz por quê.
}
imports-next-imports = A próxima começa sozinha { $when }, e depois há uma { $interval }. Nomes, endereços e telefones seguem o diretório, e quem é novo nele se torna agente.
imports-next-leaving-text = Quem não está mais no diretório é removido pela próxima importação, tem a sessão encerrada na hora e fica guardado por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}, caso volte. Quem está desativado lá não pode entrar.
imports-next-leaving-many = Se mais de { $percent } % e mais de { $count ->
    [one] { $count } agente fosse removido
   *[other] { $count } agentes fossem removidos
} de uma vez, ninguém é: o diretório pode apenas estar enganado, então você é consultado antes.
imports-next-placing = Os novos recebem o grupo <strong>{ $group }</strong> e o papel <strong>{ $role }</strong>.
imports-next-placing-more = As <rules>regras</rules> dão outro papel aos membros de um grupo LDAP. Para um só, escolha na página do agente; torne também administrador um segundo <agents>agente</agents>.
imports-next-backup-text = Isto grava agentes, configurações e histórico em um arquivo, mesmo com o painel funcionando:
imports-next-backup-key = Guarde também o <code>secret.key</code> da pasta de dados, separado dos backups: sem ele as senhas guardadas não podem ser lidas.

imports-search = Buscar nome, DN ou valor
imports-change = Mudança
imports-changes = Mudanças
imports-all-changes = Todas as mudanças
imports-agent = Agente
imports-what = O quê
imports-change-added = Adicionado
imports-change-updated = Atualizado
imports-change-removed = Removido
imports-change-restored = Restaurado
imports-change-skipped = Ignorado
imports-change-held = Retido
imports-change-missed = Fora da resposta
imports-thinned = O relatório desta importação foi excluído
imports-thinned-text = Os relatórios ficam guardados por 90 dias. Os números acima permanecem.
imports-no-change-found-text = Nenhuma mudança corresponde a esta busca e a este filtro.
imports-nothing-would-change = Nada mudaria
imports-nothing-changed = Nada mudou
imports-as-already = Cada agente já está como o diretório diz.

imports-hold-waits = { $count ->
    [one] { $count } agente não é mais encontrado no diretório. Ninguém foi removido: sua decisão é aguardada. <link>Revisar</link>
   *[other] { $count } agentes não são mais encontrados no diretório. Ninguém foi removido: sua decisão é aguardada. <link>Revisar</link>
}
imports-hold-waits-of = { $count ->
    [one] { $count } agente de { $directory } não é mais encontrado no diretório. Ninguém foi removido: sua decisão é aguardada. <link>Revisar</link>
   *[other] { $count } agentes de { $directory } não são mais encontrados no diretório. Ninguém foi removido: sua decisão é aguardada. <link>Revisar</link>
}
imports-hold-approved = { $count ->
    [one] A remoção de { $count } agente foi aprovada. A próxima importação a faz, se faltar exatamente esse. <link>Ver quem</link>
   *[other] A remoção de { $count } agentes foi aprovada. A próxima importação a faz, se faltarem exatamente esses. <link>Ver quem</link>
}
imports-hold-approved-of = { $count ->
    [one] A remoção de { $count } agente de { $directory } foi aprovada. A próxima importação a faz, se faltar exatamente esse. <link>Ver quem</link>
   *[other] A remoção de { $count } agentes de { $directory } foi aprovada. A próxima importação a faz, se faltarem exatamente esses. <link>Ver quem</link>
}
imports-held-preview = Uma prévia: uma importação reteria estas remoções para revisão. Nada foi mudado.
imports-held-again = A mesma lista foi retida de novo. <link>Ver quem está nela</link>
imports-held-newer = Uma importação mais nova tem outra lista. <link>Revisar aquela</link>
imports-held-decides-anew = A próxima importação decide de novo.
imports-held-nothing = Não há mais nada a decidir: uma importação mais nova não tem nada a reter.
imports-held-approved = Remoção aprovada por { $name } { $when }. A próxima importação a faz, se faltarem exatamente os desta lista.
imports-held-question = { $count ->
    [one] O que fazer com { $count } agente?
   *[other] O que fazer com { $count } agentes?
}
imports-held-advice = Examine antes a lista abaixo. Se forem mantidos, continuam agentes, com grupo e papel, até serem vistos de novo ou as configurações mudarem. Só podem entrar enquanto o diretório os encontrar.
imports-keep = Manter
imports-keep-after-all = Manter, afinal
imports-keeping = Mantendo…
imports-remove = Remover…
imports-remove-count = { $count ->
    [one] Remover { $count } agente
   *[other] Remover { $count } agentes
}
imports-removing = Removendo…
imports-remove-text = O diretório é lido mais uma vez. { $count ->
    [one] Se faltar exatamente este { $count } agente, ele some de todas as listas na hora, suas sessões terminam e ele não pode entrar.
   *[other] Se faltarem exatamente estes { $count } agentes, eles somem de todas as listas na hora, suas sessões terminam e eles não podem entrar.
} { $days ->
    [one] Os registros ficam guardados por { $days } dia,
   *[other] Os registros ficam guardados por { $days } dias,
} e quem volta ao diretório é restaurado sozinho. Se a lista tiver mudado, ela é mostrada de novo e ninguém é removido.
imports-decided-keep = Mantidos por { $name } { $when }.
imports-decided-remove = Remoção aprovada por { $name } { $when }.

imports-would = O que uma importação faria
imports-would-add = { $count ->
    [one] { $count } pessoa se tornaria agente, no grupo { $group } e com o papel { $role }.
   *[other] { $count } pessoas se tornariam agentes, no grupo { $group } e com o papel { $role }.
}
imports-would-add-by-rules = { $count ->
    [one] { $count } pessoa se tornaria agente, no grupo { $group } e com o papel { $role } onde nenhuma regra der outros.
   *[other] { $count } pessoas se tornariam agentes, no grupo { $group } e com o papel { $role } onde nenhuma regra der outros.
}
imports-would-update = { $count ->
    [one] { $count } agente seria ajustado ao diretório.
   *[other] { $count } agentes seriam ajustados ao diretório.
}
imports-would-restore = { $count ->
    [one] { $count } agente removido antes voltaria, com grupo, papel e histórico.
   *[other] { $count } agentes removidos antes voltariam, com grupo, papel e histórico.
}
imports-would-remove = { $count ->
    [one] { $count } agente seria removido: some de todas as listas e não pode entrar.
   *[other] { $count } agentes seriam removidos: somem de todas as listas e não podem entrar.
} { $days ->
    [one] Os registros ficam guardados por { $days } dia.
   *[other] Os registros ficam guardados por { $days } dias.
}
imports-would-hold = { $count ->
    [one] A remoção de { $count } agente esperaria sua decisão.
   *[other] A remoção de { $count } agentes esperaria sua decisão.
}
imports-would-leave = { $count ->
    [one] { $count } agente ficaria como está.
   *[other] { $count } agentes ficariam como estão.
}
imports-would-nothing = Nada: ninguém foi encontrado e ninguém mudaria.
imports-would-skip = { $count ->
    [one] { $count } entrada seria ignorada, quase sempre por não haver e-mail para entrar. <link>Ver quem e por quê</link>
   *[other] { $count } entradas seriam ignoradas, quase sempre por não haver e-mail para entrar. <link>Ver quem e por quê</link>
}
imports-would-bring-nobody = Ninguém se tornaria agente: todas as entradas seriam ignoradas.
imports-would-ask = Cada linha abaixo diz por quê. Quase sempre as pessoas não têm valor no atributo que é lido: indique outro em “{ names-field-mail-attribute }” ou dê à conta de serviço o direito de lê-lo.
imports-import-now = Importar agora
imports-change-settings = Mudar as configurações
imports-would-note = A importação lê o diretório de novo, então conta o que mudar lá nesse meio-tempo. Ela também começa sozinha no seu horário.
