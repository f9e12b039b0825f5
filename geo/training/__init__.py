"""How the weights in `data/` are fitted. Nothing imports this room; it runs by hand."""
