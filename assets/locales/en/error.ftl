# Pages that say why there is no other answer: a title of two or three words, and what to do.

error-not-found-title = Nothing here
error-not-found = There is nothing at this address.
error-forbidden-title = Not allowed
error-forbidden = Your role does not allow this. Ask an administrator.
error-refused-title = Refused
error-cross-site = This request came from another site and was refused.
error-stale-form-title = Not sent
error-stale-form = This page was open for too long, or in another session. Open it again and send it once more.
error-not-understood-title = Not understood
error-content-type = Send this as application/x-www-form-urlencoded.
error-too-large-title = Too large
error-too-large = The form is larger than 256 KB.
error-wrong-host-title = Another address
error-wrong-host = This panel is not served under that host name. Its address is set with MUSTER_PUBLIC_URL.
error-not-possible-title = Not possible
error-conflict-title = Changed meanwhile
error-not-available-title = Not available
error-storage = The panel's storage cannot be used at the moment. Try again in a minute. If you were saving something, look first whether it is there.
error-busy-title = One moment
error-busy = Many people are signing in at this moment. Try again in a few seconds.
error-fault-title = Something broke
error-fault = The panel made a mistake on this page. What it was is in its log.
error-unavailable = The panel is not ready. Try again in a minute.

error-conflict = Someone else changed this meanwhile. Open it again to see the present values.
error-last-administrator = This is the last local administrator who can sign in. Make another one first.
error-owned-by-directory = The directory owns this. Change it there.
error-method = Nothing here can be asked for in this way.
error-no-such-language = There is no such language here.
error-form-unreadable = The form could not be read: { $error }.
error-form-cut = The form did not arrive whole.
error-form-late = The form did not arrive within 30 seconds. Send it once more.
error-value = This value cannot be used.
error-long-address = The address is longer than 8 KB.
error-many-headers = The request has more than 64 headers, or more than 32 KB of them. Deleting this site's cookies may help.
error-two-hosts = The request names two hosts.
error-plain-http = This came over plain HTTP and was not looked at. Use the panel's https address.

error-back = Back to the panel
