"""The benchmarks, one room per idea: what Chasqui costs beside stock Odoo 19 with the same data.

figures   a measured number, its target, and the JSON object
data      what runs inside Odoo's shell: stores and products, the stock way and ours
sites     a database of stores and the servers on it
visits    a shopper's browser: pages, and a guest's whole checkout
crowd     searches and checkouts, with one client and with eight
measures  what is measured, always in turn with what it is compared to

The machine is never quiet, so whatever is compared is measured in turn (A B A B) and told as medians.
"""
