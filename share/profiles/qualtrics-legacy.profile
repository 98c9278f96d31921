# qualtrics-legacy - survey responses in the older export of Qualtrics.
#
# Traps: two rows of header: V1 to V10 and the short names of questions, then
# the questions; a column without a name at the end; dates without a zone. Say
# -c text=Q2 -c score=Q1 --scale 0-10 for what the survey asks.
headers = 2

[match]
V1
V2
V8
V9
V10

[map]
id = V1
date = V9
channel = "Survey"
customer = V4
response_set = V2
status = V7
started = V8
finished = V10

[identity]
V3
V5
V6
LocationLatitude
LocationLongitude

[skip]
V7 = 1
V7 = 2
V7 = 8

[unfinished]
V10 = 0
