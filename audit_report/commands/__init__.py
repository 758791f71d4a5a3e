"""The commands, a file each: what is typed becomes calls, and what comes back is printed."""
