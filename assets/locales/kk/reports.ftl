reports-change = { $field }: { $old } → { $new }
reports-field-name = аты-жөні
reports-field-email = пошта
reports-field-phone = телефон
reports-field-dn = DN
reports-field-guid = GUID
reports-field-state = күйі
reports-field-role = рөл
reports-field-role-by-rules = ережелер бойынша рөл
reports-field-groups = топтар
reports-field-groups-by-rules = ережелер бойынша топтар

reports-state-enabled = қосулы
reports-state-disabled = өшірулі
reports-state-expired = мерзімі өткен
reports-state-locked = құлыпталған
reports-state-must-change-password = құпиясөзін өзгертуі керек

reports-by = { $what } (берген: { $groups })
reports-more = тағы { $count }
reports-and = { $first } және { $last }
