# zendesk-audits - the history of a ticket from the API.
#
# Traps: an audit is a list of events, most of which are no words; those that
# are may be the staff's, so they are kept as "comment", never as the
# customer's text.
[match]
rows = audits
id
ticket_id
events

[map]
id = id
date = created_at
channel = "Ticket history"
comment = events[type=Comment].body

[drop]
events
metadata.system.client
via.source.from.name
via.source.to.name

[identity]
metadata.system.ip_address
metadata.system.location
