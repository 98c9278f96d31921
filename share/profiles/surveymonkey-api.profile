# surveymonkey-api - responses in bulk from the API.
#
# Traps: answers that were chosen from a list are ids that only the survey's
# details explain; they stay in "pages". Open answers are text. Previews are
# no answers.
[match]
rows = data
rows = .
id
survey_id
collector_id
response_status
pages

[map]
id = id
date = date_created
channel = "Survey"
text = pages[].questions[].answers[].text
language = metadata.respondent.language.value

[unfinished]
response_status = partial

[skip]
collection_mode = preview
response_status = disqualified

[drop]
href
edit_url
analyze_url
page_path
logic_path

[identity]
first_name
last_name
email_address
ip_address
