"""Documents that somebody brings: read, examined, corrected and checked."""
