"""Learning what a message does in the talk, and whether somebody is in danger."""
