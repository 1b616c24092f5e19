# The building blocks of every page.

# Ages and dates: `age.rs` and `app.js` put the numbers in. Short, so that no language needs plurals here.
components-age-now = now
components-age-seconds = { $n } s ago
components-age-minutes = { $n } min ago
components-age-hours = { $n } h ago
components-age-in-seconds = in { $n } s
components-age-in-minutes = in { $n } min
components-age-in-hours = in { $n } h
components-age-yesterday = yesterday
components-age-tomorrow = tomorrow
components-date = { $day } { $month }
components-date-with-year = { $day } { $month } { $year }

# After the number of the day.
components-month-1 = Jan
components-month-2 = Feb
components-month-3 = Mar
components-month-4 = Apr
components-month-5 = May
components-month-6 = Jun
components-month-7 = Jul
components-month-8 = Aug
components-month-9 = Sep
components-month-10 = Oct
components-month-11 = Nov
components-month-12 = Dec

# How long something took.
components-took-nothing = <1 ms
components-took-ms = { $ms } ms
components-took-seconds = { $s } s
components-took-minutes = { $min } min
components-took-minutes-seconds = { $min } min { $s } s
components-took-hours = { $h } h
components-took-hours-minutes = { $h } h { $min } min

components-percent = { $n }%

# After the name of a step of the check list, for assistive technology.
components-step-done = done
components-step-warning = done, look at this
components-step-failed = failed
components-step-skipped = not done

components-phases = Phases
components-phase-done = (done)

# The button beside a command, and what it says once it is copied.
components-copy = Copy
components-copied = Copied
components-details = Details
components-from-directory = From <code>{ $attribute }</code> in the directory
components-filter = Filter
components-clear-filters = Clear filters

# Under a list: which of its lines are shown, and the ways on.
components-position = { $from }–{ $to } of { $total }
components-position-short = { $shown } of { $total }
components-pages = Pages
components-first-page = First page
components-next = Next

# The heading of a column of boxes, and the sheet of keys.
components-select-page = Select all on this page
components-keys = Keyboard shortcuts
components-keys-note = They work while nothing is being typed. On <link>My page</link> they can be switched off.
components-close = Close
components-keys-search = Search
components-keys-move = Next row, previous row
components-keys-open = Open the row
components-keys-select = Select the row, or not
components-keys-sheet = These keys
components-keys-leave = Leave the search, close what is open

# How often something is done, for the middle of a sentence.
components-every-minute = every minute
components-every-minutes = { $n ->
    [one] every { $n } minute
   *[other] every { $n } minutes
}
components-every-hour = every hour
components-every-hours = { $n ->
    [one] every { $n } hour
   *[other] every { $n } hours
}
components-every-seconds = { $n ->
    [one] every { $n } second
   *[other] every { $n } seconds
}
