# expect: completed
# prints: ^one$
print("one")
