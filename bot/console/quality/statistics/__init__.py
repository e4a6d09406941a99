"""The statistics: what was asked, how it was answered, and what nobody asks about."""
