"""The inbox: what needs a person, from the list to the answer that goes back to the resident."""
