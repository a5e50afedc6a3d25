"""Makes what recognition ships: word lists and weights."""
