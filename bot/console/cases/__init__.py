"""The cases that need a person: their list, each case, the answer that goes back."""
