# typeform - responses as Typeform exports them.
#
# Traps: the questions are the names of columns, some come twice and get _2; a
# question with several answers has a column an option, or joins them by
# " / " (then put a [split] line into a profile of your own, for a slash may
# also be a customer's). Answers that begin with a plus have an apostrophe in
# front. Unfinished answers have no time of submission. Dates are UTC without
# saying so. Say -c 'text=Why?' -c 'score=How likely?' --scale 0-10.
guard = yes

[match]
Start Date (UTC)
Submit Date (UTC)
Network ID

[map]
id = #
date = Submit Date (UTC)
channel = "Survey"
started = Start Date (UTC)
submitted_stage = Stage Date (UTC)

[identity]
Network ID

[unfinished]
Submit Date (UTC) = ""
Response Type = started
Response Type = partial
