# The list of an agent's sessions.

session-list = Sessions
session-browser = Browser
session-address = Address
session-since = Since
session-last-used = Last used
session-this-one = this one
session-end = Sign out
session-ending = Ending…
session-end-all = Sign out everywhere
session-browser-on = { $browser } on { $system }
