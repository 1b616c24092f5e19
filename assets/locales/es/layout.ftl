layout-skip = Ir al contenido
layout-connection-lost = Se perdió la conexión con Muster; reintentando.

layout-agents = Agentes
layout-groups = Grupos
layout-imports = Importaciones
layout-activity = Actividad
layout-ldap-directory = Directorio LDAP
layout-rules = Roles y grupos
layout-my-page = Mi página

layout-menu = Menú
layout-panel = Secciones
layout-settings = Ajustes
layout-sign-out = Cerrar sesión

layout-theme = Apariencia
layout-theme-system = Apariencia del sistema
layout-theme-light = Apariencia clara
layout-theme-dark = Apariencia oscura

layout-language = Idioma
