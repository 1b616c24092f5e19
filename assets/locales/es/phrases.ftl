# Después de «operación:».
phrases-doing-encrypting = establecer el cifrado
phrases-doing-policies = leer las políticas de contraseñas
phrases-doing-asking-by-guid = preguntar por GUID por quienes no venían en la respuesta
phrases-doing-user-group = leer el grupo de usuarios
phrases-doing-looking-up = buscar a una persona
phrases-doing-signing-in = iniciar sesión
phrases-doing-signing-someone-in = iniciar la sesión de una persona
phrases-doing-people = leer las personas

phrases-sign-in-wrong = El correo o la contraseña no es correcto.
phrases-sign-in-unreachable = No se puede contactar con el directorio de la empresa en este momento. Inténtelo de nuevo en unos minutos.
phrases-sign-in-busy = En este momento hay muchísimas personas iniciando sesión. Inténtelo de nuevo en unos segundos.
# Después de «dentro de».
phrases-sign-in-throttled = Demasiados intentos. Inténtelo de nuevo dentro de { $wait }.
phrases-one-second = 1 segundo
phrases-seconds = { $n ->
    [one] { $n } segundo
    [many] { $n } de segundos
   *[other] { $n } segundos
}
phrases-one-minute = 1 minuto
phrases-minutes = { $n ->
    [one] { $n } minuto
    [many] { $n } de minutos
   *[other] { $n } minutos
}
phrases-one-hour = 1 hora
phrases-hours = { $n ->
    [one] { $n } hora
    [many] { $n } de horas
   *[other] { $n } horas
}
phrases-code-wrong = Ese código no es correcto o ya se usó. Escriba el que muestra ahora la aplicación.
phrases-code-throttled = Demasiados intentos. Inténtelo de nuevo dentro de un rato.
phrases-code-busy = Hay demasiadas personas iniciando sesión en este momento. Inténtelo de nuevo en unos segundos.
phrases-code-off = El segundo factor está desactivado.
phrases-code-on = El segundo factor ya está activado.

phrases-password-long = Una contraseña tiene como máximo 1024 bytes. Elija una más corta.
phrases-password-short = Una contraseña tiene al menos 10 caracteres. Elija una más larga.
phrases-password-one-character = Una contraseña no es un solo carácter repetido. Elija otra.
phrases-email = Escriba una dirección de correo como name@example.com.
phrases-name-long = Un nombre tiene como máximo 200 caracteres.

phrases-objection-must-change = Primero hay que cambiar su contraseña. Cámbiela como se hace en su empresa y después inicie sesión aquí.
phrases-objection-password-expired = Su contraseña ha caducado y primero hay que cambiarla. Cámbiela como se hace en su empresa y después inicie sesión aquí.
phrases-objection-disabled = Su cuenta en el directorio de la empresa está desactivada. Pregunte a quien se ocupa del directorio.
phrases-objection-account-expired = Su cuenta en el directorio de la empresa ha caducado. Pregunte a quien se ocupa del directorio.
phrases-objection-restricted = El directorio de la empresa no permite que su cuenta inicie sesión a esta hora o desde aquí. Pregunte a quien se ocupa del directorio.

phrases-why-with-code = { $why } (data { $code })
phrases-why-disabled = cuenta desactivada
phrases-why-unwilling = cuenta desactivada, o el servidor no quiere
phrases-why-locked = cuenta bloqueada
phrases-why-expired = cuenta caducada
phrases-why-password-expired = contraseña caducada
phrases-why-must-change = hay que cambiar la contraseña
phrases-why-time = no puede iniciar sesión a esta hora
phrases-why-machine = no puede iniciar sesión desde esta máquina
phrases-why-time-or-machine = no puede iniciar sesión a esta hora o desde esta máquina
phrases-why-groups = está en demasiados grupos
phrases-why-policy = rechazada por la política de contraseñas

phrases-reason-throttled = demasiados intentos
phrases-reason-busy = demasiados inicios de sesión a la vez
phrases-reason-unreachable = no se pudo contactar con el directorio
phrases-reason-store = falló el almacenamiento
phrases-reason-code-throttled = demasiados intentos con el código
phrases-reason-code-wrong = código incorrecto
phrases-reason-password-and-code = contraseña y código
phrases-reason-password-and-recovery = contraseña y código de recuperación
phrases-reason-set-up = configurado
phrases-reason-new-codes = códigos de recuperación nuevos
phrases-reason-switched-off = desactivado
phrases-reason-all = todas
phrases-reason-one = una de ellas
phrases-reason-nobody = ningún agente tiene este correo
phrases-reason-no-password = no se escribió ninguna contraseña
phrases-reason-directory-off = el directorio del agente está desactivado
phrases-reason-role = el rol no permite { $what }
phrases-reason-other-site = otro sitio envió { $what }
phrases-reason-stale-form = un formulario que no es de esta sesión: { $what }
