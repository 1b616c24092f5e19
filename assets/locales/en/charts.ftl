# Charts: what all of them have, and those of imports.

charts-show-table = Show as table
charts-imports = A year of imports
charts-imports-none = Who comes and goes is drawn here, week by week, once the first import has ended.
charts-year = A year of imports, by week
charts-month = The last 30 days
charts-year-caption = In a year { $came ->
    [one] { $came } agent
   *[other] { $came } agents
} came and { $went } went, by { $imports ->
    [one] { $imports } import
   *[other] { $imports } imports
}; { $failed } failed. Heights grow with the cube root: eight times as many are twice as high.
charts-month-caption = { $came ->
    [one] { $came } agent
   *[other] { $came } agents
} came and { $went } went, by { $imports ->
    [one] { $imports } import
   *[other] { $imports } imports
}; { $failed } failed. Days are those of UTC.

# Of a column, on hover.
charts-week = Week of { $day }
charts-no-import = { $when }: no import
charts-span = { $when }: { $came } added or restored, { $went } removed, { $skipped } skipped, { $failed } failed of { $imports ->
    [one] { $imports } import
   *[other] { $imports } imports
}

# What shapes mean.
charts-key-came = Added or restored
charts-key-went = Removed
charts-key-skipped = Skipped by one import, at most
charts-key-failed = An import failed

# The table.
charts-column-week = Week of
charts-column-day = Day
charts-column-failed = Failed
charts-failed-of = { $failed } of { $imports }
