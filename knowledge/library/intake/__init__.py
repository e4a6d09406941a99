"""How a document comes into the library: as a draft, examined, then put beside those that ship."""
