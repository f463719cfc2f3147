"""Identity across reports, as pure functions: who is who, which treaty is meant, which tellings tell of one event."""
