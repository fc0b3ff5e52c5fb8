"""Spanish, as data: words, phrases and frames, a module for each kind of them."""
