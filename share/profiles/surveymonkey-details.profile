# surveymonkey-details - the questions of a survey from the API.
#
# It explains the ids in the responses and holds no response, so its one row is
# left out and counted.
[match]
rows = .
pages
question_count
page_count
response_count
buttons_text.next_button

[map]
id = id
name = title

[skip]
is_owner = true
is_owner = false
