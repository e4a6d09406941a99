"""The steps of the database, one a module and six a folder; the newest folder is the last."""
