"""The rule-based reading of what customers write, in English and Spanish."""

from application.understanding.evaluating.evaluation import read_for_evaluation

__all__ = ["read_for_evaluation"]
