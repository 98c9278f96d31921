# trustpilot - service reviews as Trustpilot Business exports them.
#
# Traps: the title often says what the text leaves out, so it is kept beside
# it; dates are UTC without saying so in the cell; the spelling of some columns
# varies from export to export.
[match]
Review Title
Review Content
Review Stars
Review Created (UTC)

[map]
id = Review Id
id = Review ID
date = Review Created (UTC)
channel = "Trustpilot"
customer = Review Consumer User Id
customer = Review Consumer User ID
score = Review Stars
scale = 1-5
title = Review Title
text = Review Content
lang = Review Language
domain = Domain Url
domain = Domain URL
location = Location Name
reference = Reference Id
reference = Reference ID
origin = Source Of Review
reply = Company Response
reply = Business Reply
reply_date = Company Reply Date (UTC)
reply_date = Business Reply Date (UTC)

[drop]
Business Unit Id
Business Unit ID

[identity]
Review Username
Review User Email
