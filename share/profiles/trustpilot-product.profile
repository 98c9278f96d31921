# trustpilot-product - product reviews as Trustpilot Business exports them.
[match]
review_id
stars
product_name
content
consumer_name

[map]
id = review_id
date = created_at
channel = "Trustpilot"
score = stars
scale = 1-5
text = content
product = product_name
sku = product_sku

[identity]
consumer_name
consumer_email
