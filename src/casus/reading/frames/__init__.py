"""The standing things that a report tells of: agreements, provisions, measures, transfers, positions, memberships."""
