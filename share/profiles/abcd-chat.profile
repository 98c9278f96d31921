# abcd-chat - chats between customers and agents as lists of turns.
#
# Traps: the turns of agents and of the system stand between the customers'; a
# second copy of the chat has its names taken out.
[match]
rows = .
convo_id
original
delexed

[map]
id = convo_id
channel = "Chat"
customer = scenario.personal.username
text = original[0=customer].1
turns = original[0=customer].1#turn
flow = scenario.flow
subflow = scenario.subflow
member_level = scenario.personal.member_level

[drop]
original
delexed

[identity]
scenario.personal.customer_name
scenario.personal.email
scenario.personal.phone
scenario.personal.username
scenario.order.street_address
scenario.order.full_address
