# coding: cp1252
"""Zoë"""
print(__doc__)
raise ValueError("naïve")
