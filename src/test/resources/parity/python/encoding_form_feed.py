print("a b")
print(2)
1/0
