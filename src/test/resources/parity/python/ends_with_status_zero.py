import sys

print('good')
sys.exit(0)
