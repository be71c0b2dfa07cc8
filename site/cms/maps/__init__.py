"""A map of the municipality: its border, the places in it, and where their names fit."""
