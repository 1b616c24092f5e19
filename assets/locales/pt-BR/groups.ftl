groups-lead = Os grupos organizam os agentes no painel. São do próprio painel: uma importação dá aos novos agentes o grupo padrão e deixa o resto com você.
groups-name = Nome
groups-agents = Agentes
groups-change = Mudar
groups-default = padrão
groups-new-name = Novo nome
groups-rename = Renomear
groups-rename-named = Renomear <hidden>{ $name }</hidden>
groups-delete = Excluir o grupo
groups-delete-fold = Excluir { $name }…
groups-delete-then = O grupo { $name } é excluído. Não há nenhum agente nele.
groups-in-use = { $count ->
    [one] Em uso por <link>{ $count } agente</link>
    [many] Em uso por <link>{ $count } de agentes</link>
   *[other] Em uso por <link>{ $count } agentes</link>
}
groups-given = Dado a novos agentes
groups-new = Novo grupo
groups-create = Criar grupo
groups-creating = Criando…

groups-created = O grupo { $name } foi criado.
groups-renamed = O grupo agora se chama { $name }.
groups-deleted = O grupo foi excluído.
groups-taken = Já existe um grupo com este nome.

groups-kept-rule = O grupo não pode ser excluído. A regra { $rule } das configurações LDAP o dá: retire-o antes da regra.
groups-kept-default = O grupo não pode ser excluído. É o grupo padrão das configurações LDAP: escolha outro lá antes.
groups-kept-agents-default = { $count ->
    [one] O grupo não pode ser excluído. Ele tem { $count } agente e é o grupo padrão das configurações LDAP.
    [many] O grupo não pode ser excluído. Ele tem { $count } de agentes e é o grupo padrão das configurações LDAP.
   *[other] O grupo não pode ser excluído. Ele tem { $count } agentes e é o grupo padrão das configurações LDAP.
}
groups-kept-agents-rule = { $count ->
    [one] O grupo não pode ser excluído. Ele tem { $count } agente, e a regra { $rule } das configurações LDAP o dá.
    [many] O grupo não pode ser excluído. Ele tem { $count } de agentes, e a regra { $rule } das configurações LDAP o dá.
   *[other] O grupo não pode ser excluído. Ele tem { $count } agentes, e a regra { $rule } das configurações LDAP o dá.
}
groups-kept-agents = { $count ->
    [one] O grupo não pode ser excluído. Ele tem { $count } agente: dê antes outro grupo a ele.
    [many] O grupo não pode ser excluído. Ele tem { $count } de agentes: dê antes outro grupo a eles.
   *[other] O grupo não pode ser excluído. Ele tem { $count } agentes: dê antes outro grupo a eles.
}

groups-phrase-no-name = Digite um nome para o grupo.
groups-phrase-name-long = O nome de um grupo é uma linha de no máximo 80 caracteres.
