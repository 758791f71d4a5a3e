"""What a command prints or hands over: the problem list, the JSON, an explanation, a verification, an email."""
