"""The rule-based reading of what customers write, in English and Spanish."""
