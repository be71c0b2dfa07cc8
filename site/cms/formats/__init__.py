"""How dates and numbers are written where Django's own formats would mislead: `10/01/2026` is two days of a year."""
