"""The commands of `danbiet`, one module each."""
