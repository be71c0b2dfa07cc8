"""The site's public search: one table of documents, one analysis of language, two engines behind one port."""
