"""The hub's part of the demonstration: a catalogue of methods and five guides."""
