print('both')
print('only Python says this')
