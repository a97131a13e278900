# coding: utf-8
# differs: CPython tells the place in the string, Duet the line
print(1)
print("é")
