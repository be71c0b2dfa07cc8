"""Activities: pages of methods below a dialogue, each open while its phase is."""
