"""What the project learns from its data, and the commands that learn it again."""
