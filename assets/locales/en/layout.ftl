# The frame around every page.

layout-skip = Skip to the content
layout-connection-lost = Connection to Muster lost — retrying.

# The entries of the navigation, which are the titles of these pages too.
layout-agents = Agents
layout-groups = Groups
layout-imports = Imports
layout-activity = Activity
layout-ldap-directory = LDAP directory
layout-rules = Roles and groups
layout-my-page = My page

layout-menu = Menu
# Of the navigation, for assistive technology.
layout-panel = Panel
layout-settings = Settings
layout-sign-out = Sign out

layout-theme = Theme
layout-theme-system = Theme of the system
layout-theme-light = Light theme
layout-theme-dark = Dark theme

layout-language = Language
