# The frame around every page.

layout-skip = Skip to the content
layout-connection-lost = Connection to Muster lost — retrying.
layout-not-sent = Not sent: Muster does not answer. What you typed is still here. Send it again when the connection is back.
layout-signed-out = You were signed out. What you typed is still here. <link>Sign in again</link>, then go on here.
layout-someone-else = Somebody else has signed in in this browser. This page shows what you saw before. <link>Leave it</link> to go on as them.

# The entries of the navigation, which are the titles of these pages too.
layout-agents = Agents
layout-groups = Groups
layout-imports = Imports
layout-activity = Activity
layout-ldap-directory = LDAP directory
layout-rules = Roles and groups
layout-my-page = My page
# Beside Imports, while one is under way.
layout-import-running = running

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
