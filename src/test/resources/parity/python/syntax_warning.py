# needs: 3.12
print('\d', 1 is 1)
