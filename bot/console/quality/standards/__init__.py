"""The question sets of the staff: what the bot should answer, and how well it does.

`/bo-cau-hoi/them?cau_hoi=…&noi=…&ket_qua=…&can_cu=…` shows the form for a question with what is
known of it already; `can_cu`, as often as needed, is the JSON of an address. Nothing is kept
before the form is sent.
"""
