"""Every word that residents, staff and admins read, as Jinja2 templates."""
