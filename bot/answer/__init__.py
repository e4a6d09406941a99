"""One question to one answer, in steps that run in the order of `answerer.Answerer.answer`."""
