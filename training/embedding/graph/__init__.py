"""The graph of the model that ships: exported, quantised, packed.

Imported by the training of the embedding alone; begin with `graph`.
"""
