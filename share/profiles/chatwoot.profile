# chatwoot - the report of satisfaction answers that Chatwoot downloads.
#
# Traps: the header is in the account's language (add lines to [match] and
# [map] in a copy of this file); the last line is no answer but says which days
# are reported. The agent is no customer.
footer = yes

[match]
Rating
Feedback Comment
Recorded date
Link to the conversation

[map]
date = Recorded date
channel = "Chat"
score = Rating
scale = 1-5
text = Feedback Comment
link = Link to the conversation
review_notes = Review Notes

[identity]
Agent Name
Contact Name
Contact Email Address
Contact Phone Number
