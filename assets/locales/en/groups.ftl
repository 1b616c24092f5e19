# /groups: create, rename, delete.

groups-lead = Groups sort agents in the panel. They are the panel’s own: an import gives new agents the default group and leaves the rest to you.
groups-name = Name
groups-agents = Agents
groups-change = Change
groups-default = default
groups-new-name = New name
groups-rename = Rename
groups-rename-named = Rename <hidden>{ $name }</hidden>
groups-delete = Delete the group
groups-delete-fold = Delete { $name } …
groups-delete-then = The group { $name } is deleted. No agent is in it.
groups-in-use = { $count ->
    [one] In use by <link>{ $count } agent</link>
   *[other] In use by <link>{ $count } agents</link>
}
groups-given = Given to new agents
groups-new = New group
groups-create = Create group
groups-creating = Creating…

groups-created = Group { $name } was created.
groups-renamed = The group is now called { $name }.
groups-deleted = The group was deleted.
groups-taken = There is a group of this name already.

# Why a group cannot be deleted, and what to do.
groups-kept-rule = The group cannot be deleted. Rule { $rule } of the LDAP settings gives it: take it out of the rule first.
groups-kept-default = The group cannot be deleted. It is the default group of the LDAP settings: choose another one there first.
groups-kept-agents-default = { $count ->
    [one] The group cannot be deleted. It has { $count } agent and is the default group of the LDAP settings.
   *[other] The group cannot be deleted. It has { $count } agents and is the default group of the LDAP settings.
}
groups-kept-agents-rule = { $count ->
    [one] The group cannot be deleted. It has { $count } agent, and rule { $rule } of the LDAP settings gives it.
   *[other] The group cannot be deleted. It has { $count } agents, and rule { $rule } of the LDAP settings gives it.
}
groups-kept-agents = { $count ->
    [one] The group cannot be deleted. It has { $count } agent: give it another group first.
   *[other] The group cannot be deleted. It has { $count } agents: give them another group first.
}

groups-phrase-no-name = Enter a name for the group.
groups-phrase-name-long = A group name is one line of at most 80 characters.
