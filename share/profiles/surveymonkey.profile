# surveymonkey - responses as SurveyMonkey exports them, a row each.
#
# Traps: two rows of header. In the first an empty cell stands for the question
# to its left; the second holds the options of a question or the rows of a
# matrix, and only says Response where there are none. A column is therefore
# called "question - option". In the expanded form a cell repeats its option's
# words. Dates are American, without a zone; not all exports have them. Say
# -c 'text=How can we do better?' for what the survey asks.
headers = 2 filled

[match]
Respondent ID | RespondentID

[map]
id = Respondent ID
id = RespondentID
date = End Date
date = Date Modified
date = Start Date
date = Date Created
channel = "Survey"
collector = Collector ID
collector = CollectorID

[identity]
IP Address
Email Address
First Name
Last Name
