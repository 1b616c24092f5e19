reports-change = { $field }: { $old } → { $new }
reports-field-name = nome
reports-field-email = e-mail
reports-field-phone = telefone
reports-field-dn = DN
reports-field-guid = GUID
reports-field-state = estado
reports-field-role = papel
reports-field-role-by-rules = papel pelas regras
reports-field-groups = grupos
reports-field-groups-by-rules = grupos pelas regras

reports-state-enabled = ativada
reports-state-disabled = desativada
reports-state-expired = expirada
reports-state-locked = bloqueada
reports-state-must-change-password = precisa mudar a senha

reports-by = { $what } por { $groups }
reports-more = mais { $count }
reports-and = { $first } e { $last }
