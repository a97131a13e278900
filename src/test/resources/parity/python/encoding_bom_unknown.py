# coding: klingon
print("é")
