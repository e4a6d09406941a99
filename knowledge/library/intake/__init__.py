"""The way of a document into the library: a draft, examined, then put beside those that ship."""
