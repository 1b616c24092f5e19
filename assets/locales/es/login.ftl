login-title = Iniciar sesión
login-email = Correo electrónico
login-password = Contraseña
login-sign-in = Iniciar sesión
login-signing-in = Iniciando sesión…
login-foot = El directorio de su empresa comprueba la contraseña. Aquí no se guarda.

login-code-title = Iniciar sesión con un código
login-code-lead = Escriba los seis dígitos que muestra ahora su aplicación de autenticación.
login-code = Código
login-code-foot = O uno de sus códigos de recuperación. <link>Entrar como otra persona</link>
login-code-late = Inicie sesión desde el principio: el código no se introdujo a tiempo.
login-recovery-codes-left = { $left ->
    [0] Ha entrado con su último código de recuperación. Cree otros nuevos en «{ layout-my-page }».
    [one] Ha entrado con un código de recuperación. Queda uno: cree otros nuevos en «{ layout-my-page }».
    [many] Ha entrado con un código de recuperación. Quedan { $left }.
   *[other] Ha entrado con un código de recuperación. Quedan { $left }.
}
