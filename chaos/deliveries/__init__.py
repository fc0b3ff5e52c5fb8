"""Everything comes twice, late and in another order, and workers crash: it ends up the same."""
