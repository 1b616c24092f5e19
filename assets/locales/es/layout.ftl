layout-skip = Ir al contenido
layout-connection-lost = Se perdió la conexión con Muster; reintentando.
layout-not-sent = No enviado: Muster no responde. Lo que escribió sigue aquí. Envíelo de nuevo cuando vuelva la conexión.
layout-signed-out = Su sesión ha terminado. Lo que escribió sigue aquí. <link>Inicie sesión de nuevo</link> y continúe aquí.
layout-someone-else = Otra persona ha iniciado sesión en este navegador. Esta página muestra lo que usted veía antes. <link>Salga de ella</link> para continuar como esa persona.

layout-agents = Agentes
layout-groups = Grupos
layout-imports = Importaciones
layout-activity = Actividad
layout-ldap-directory = Directorio LDAP
layout-rules = Roles y grupos
layout-my-page = Mi página
layout-import-running = en curso

layout-menu = Menú
layout-panel = Secciones
layout-settings = Ajustes
layout-sign-out = Cerrar sesión

layout-theme = Apariencia
layout-theme-system = Apariencia del sistema
layout-theme-light = Apariencia clara
layout-theme-dark = Apariencia oscura

layout-language = Idioma
