# input: b
# input: a
import fileinput

print(sorted(line.strip() for line in fileinput.input()))
