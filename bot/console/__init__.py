"""The web pages of the staff: rendered on the server, closed to everyone who is not signed in.

A page is a function of an `APIRouter` that takes `CurrentVisit` and returns `visit.show(…)`. Its
router is put into a `Section`, which says who may see it, and that into `application.SECTIONS`.
Begin with `application`.
"""
