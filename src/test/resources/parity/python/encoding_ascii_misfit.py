# coding: ascii
print(1)
print("é")
