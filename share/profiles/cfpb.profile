# cfpb - the register of consumer complaints of the US bureau, as CSV.
#
# Traps: the columns drift: what was disputed and who consented was taken out
# in June 2026. Not every complaint has words, and those that have them are
# masked by the bureau with X's. An empty cell may say None or N/A. Rows are
# in no order; a complaint's latest weeks are still incomplete. Copies that
# people pass round have three columns, of which the first has no name.
[match]
Consumer complaint narrative
Product

[map]
id = Complaint ID
id = column_1
date = Date received
channel = "Complaint"
text = Consumer complaint narrative
product = Product
sub_product = Sub-product
issue = Issue
sub_issue = Sub-issue
company = Company
state = State
zip = ZIP code
via = Submitted via
timely = Timely response?
disputed = Consumer disputed?
narrative_consent = Consumer consent provided?

[missing]
* = None
* = N/A

[drop]
Date sent to company
