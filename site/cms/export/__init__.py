"""Lists of the admin as files: columns and rows in batches, written as XLSX, CSV or JSONL while they are read."""
