# delighted - survey responses from the API.
#
# Traps: one list may hold several kinds of surveys, whose scores are on other
# scales; times are seconds since 1970; a comment may be null.
[match]
rows = .
id
person
survey_type
score
created_at

[map]
id = id
date = created_at %s
channel = "Survey"
customer = person
score = score
scale = 0-10 when survey_type = nps|enps
scale = 1-5 when survey_type = csat|stars5|smileys
scale = 1-7 when survey_type = ces7
scale = 1-5 when survey_type = ces
scale = 0-1 when survey_type = thumbs
text = comment
survey = survey_type

[drop]
permalink

[identity]
person.email
person.name
