"""Data sets of the field as facts: each file here knows the columns of one of them as they are published."""
