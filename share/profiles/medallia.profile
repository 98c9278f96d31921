# medallia - requests and responses of Medallia Agent Connect.
#
# Traps: rows without a response are requests only; "comments" may hold the
# words, or only whether there were any.
[match]
request_id
request_sent_at
response_received_at
star_rating

[map]
id = request_id
date = response_received_at
channel = "Survey"
score = star_rating
scale = 1-5
text = comments
interaction = ext_interaction_id
via = channel

[missing]
comments = true
comments = false
comments = yes
comments = no

[skip]
response_received_at = ""

[split]
tags = ", "
areas_for_improvement = ", "

[identity]
customer_name
request_sent_to
employee_name
employee_email
