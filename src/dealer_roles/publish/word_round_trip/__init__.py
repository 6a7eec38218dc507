"""What HR edits in Word, as a change of the definitions."""
