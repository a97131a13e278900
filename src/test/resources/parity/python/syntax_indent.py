def work():
print(1)
