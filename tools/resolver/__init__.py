"""Makes what resolution ships: the weights of its features."""
