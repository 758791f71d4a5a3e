"""What the catalogue tells a person to do, done to the letter."""
