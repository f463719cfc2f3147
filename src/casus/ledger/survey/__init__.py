"""The survey: what is counted of all that a ledger keeps, held in memory, so that a page's counts need no look at every row."""
