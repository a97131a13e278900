# input: café
import unicodedata
naïve = input()
Σ = len(naïve)
print(naïve, Σ, naïve.isalpha())
