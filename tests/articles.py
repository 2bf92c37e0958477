"""Short articles of our own writing, for the tests that go the whole way."""

VISIT = """Defence minister in Yerevan for talks

Daily Observer
12 May 2023

Defence Minister Laura Bianchi of Italy visited Armenia on 10 May. She held talks with her Armenian counterpart in Yerevan.

“We will train thirty Armenian officers next year,” Bianchi said.

Italy and Armenia signed a memorandum on military education, according to the Armenian Defence Ministry.
"""

SHIPMENT = """Patrol boats handed over

Daily Observer
3 June 2023

Japan delivered two patrol boats to the Philippines on Friday, the coast guard said.
"""
