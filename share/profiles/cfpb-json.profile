# cfpb-json - complaints from the search of the US consumer bureau, as JSON.
#
# Traps: the rows stand in hits.hits and their fields in "_source"; most
# complaints have no words; ids and zip codes are strings; days have no time.
[match]
rows = hits.hits
rows = .
_source.complaint_id | complaint_id
_source.complaint_what_happened | complaint_what_happened
_source.date_received | date_received

[map]
id = _source.complaint_id
id = complaint_id
date = _source.date_received
date = date_received
channel = "Complaint"
text = _source.complaint_what_happened
text = complaint_what_happened
product = _source.product
sub_product = _source.sub_product
issue = _source.issue
sub_issue = _source.sub_issue
company = _source.company
state = _source.state
zip = _source.zip_code
via = _source.submitted_via
timely = _source.timely
disputed = _source.consumer_disputed
company_response = _source.company_response
public_response = _source.company_public_response
tags = _source.tags

[missing]
* = None
* = N/A

[drop]
_index
_type
_score
sort
_source.date_sent_to_company
date_sent_to_company
