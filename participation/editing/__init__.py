"""The editor's side of dialogues: forms, panels, starting a new one, guards. A plain package, no app."""
