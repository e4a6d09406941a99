"""From a question to its answer; begin with `answerer`, which lists the steps in order."""
