reports-change = { $field }: { $old } → { $new }
reports-field-name = nombre
reports-field-email = correo
reports-field-phone = teléfono
reports-field-dn = DN
reports-field-guid = GUID
reports-field-state = estado
reports-field-role = rol
reports-field-role-by-rules = rol según las reglas
reports-field-groups = grupos
reports-field-groups-by-rules = grupos según las reglas

reports-state-enabled = activada
reports-state-disabled = desactivada
reports-state-expired = caducada
reports-state-locked = bloqueada
reports-state-must-change-password = debe cambiar la contraseña

reports-by = { $what } por { $groups }
reports-more = { $count } más
reports-and = { $first } y { $last }
