"""Reference facts: states, offices and their holders, organisations, armed groups, media, agreements, regimes, blocs.

A cellar: every room may look into it, it imports from none. The facts are the files in `data/`, each with source and
confidence; `casus.world.check` checks them and `casus.world.compile` makes the index that a reading loads (docs/world.md).
"""
