# qualtrics - survey responses as Qualtrics exports them since 2018, as CSV.
#
# Traps: three rows of header: short names, the questions (in the language of
# the survey, with line ends and HTML in them), and ids in JSON. Dates have no
# zone: they are in the one of the exporting account. Status and answers are
# numbers or words, as was chosen at the export. Previews and tests stand among
# the answers. What the survey asks is the survey's own affair: say
# -c text=Q2 -c score=Q1 --scale 0-10, or put such lines into a profile.
headers = 3

[match]
StartDate
EndDate
RecordedDate
ResponseId
DistributionChannel

[map]
id = ResponseId
date = RecordedDate
channel = "Survey"
customer = ExternalReference
lang = UserLanguage
started = StartDate
duration_s = Duration (in seconds)

[drop]
EndDate

[identity]
RecipientLastName
RecipientFirstName
RecipientEmail
IPAddress
LocationLatitude
LocationLongitude

[skip]
Status = Survey Preview
Status = Survey Test
Status = Spam
Status = 1
Status = 2
Status = 8
DistributionChannel = preview

[unfinished]
Finished = False
Finished = 0
