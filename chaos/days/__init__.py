"""Whole days of a shop on a virtual clock, with everything going wrong that may."""
