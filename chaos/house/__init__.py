"""A whole shop in one process and in memory, whose time, chance and crashes are a seed's."""
