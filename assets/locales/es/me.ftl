me-about = Sobre usted
me-origin-local = Una cuenta local de este panel: su contraseña se guarda aquí como hash.
me-origin-ldap = Copiado del directorio de su empresa, que también comprueba su contraseña. Para cambiar nombre, correo o teléfono, cámbielos allí.
me-name = Nombre
me-email = Correo electrónico
me-phone = Teléfono
me-groups = Grupos
me-role = Rol
me-source = Origen
me-source-local = Local
me-source-ldap = LDAP

me-sign-in = Cómo inicia sesión
me-password = Contraseña
me-password-kept = Se guarda aquí como hash
me-second-factor = Segundo factor
me-second-factor-set-up = Configurar un segundo factor
me-on = Activado
me-off = Desactivado
me-recovery-codes-left = { $left ->
    [0] No queda ningún código de recuperación: cree otros nuevos.
    [one] Queda un código de recuperación.
    [many] Quedan { $left } de códigos de recuperación.
   *[other] Quedan { $left } códigos de recuperación.
}

me-sessions = Dónde tiene la sesión iniciada
me-sessions-lead = Cierre lo que no conozca y avise a su administrador.
me-session-ended = Esa sesión se ha cerrado.

me-preferences = Idioma y teclado
me-language = Idioma
me-language-of-browser = El que pida el navegador
me-shortcuts = Atajos de teclado
me-shortcuts-hint = Teclas sueltas que hacen algo en las listas.
me-save = Guardar
me-saved = Guardado.
me-cancel = Cancelar

me-password-change = Cambiar la contraseña
me-changing = Cambiando…
me-password-yours = Su contraseña
me-password-new = Contraseña nueva
me-password-hint = Al menos 10 caracteres. Sus otras sesiones se cierran.
me-password-same = Esa es la contraseña que ya tiene. Elija otra.
me-password-set = Su contraseña nueva ya vale. Sus otras sesiones se han cerrado.
me-password-elsewhere = El directorio de su empresa comprueba su contraseña. Cámbiela, y configure más factores, donde lo haga su empresa.
me-not-your-password = Esa no es su contraseña.

me-factor-add = 1 · Añádalo a su aplicación de autenticación
me-factor-add-lead = Sirve cualquier aplicación de códigos temporales (TOTP). Escanee la imagen o escriba la clave.
me-factor-picture = Código QR con la clave de abajo
me-factor-key = Clave
me-factor-kind = Tipo
me-factor-kind-totp = Temporal, 6 dígitos, 30 segundos
me-factor-late = Esta página estuvo abierta demasiado tiempo. Escanee el código nuevo.
me-factor-show = 2 · Demuestre que funciona
me-factor-code-now = El código que muestra ahora la aplicación
me-factor-code = Código
me-factor-on = Activar
me-factor-switching-on = Activando…
me-factor-yours = Su segundo factor
me-factor-yours-lead = Al iniciar sesión, tras la contraseña se le pide un código de su aplicación de autenticación.
me-factor-state = Estado
me-factor-since = Desde
me-factor-codes-left = Códigos de recuperación que quedan
me-factor-renew = Códigos nuevos, o ninguno
me-factor-renew-lead = Ambas cosas requieren su contraseña y un código. Sirve un código de recuperación, que se gasta.
me-factor-make-codes = Crear códigos de recuperación nuevos
me-factor-making-codes = Creando…
me-factor-off = Desactivar
me-factor-switching-off = Desactivando…
me-second-factor-is-off = Su segundo factor está desactivado y sus otras sesiones se han cerrado.

me-codes-title = Códigos de recuperación
me-codes-yours = Sus códigos de recuperación
me-codes-first = Su segundo factor está activado y sus otras sesiones se han cerrado. Guarde estos códigos donde los encuentre sin su teléfono. Cada uno le deja entrar una vez. Solo se muestran esta vez.
me-codes-renewed = Los códigos anteriores ya no valen. Guarde estos donde los encuentre sin su teléfono. Cada uno le deja entrar una vez. Solo se muestran esta vez.
me-codes-kept = Los he guardado
