"""The petition is a package of its own: it is built and installed, never imported from here."""

collect_ignore = ["petition"]
