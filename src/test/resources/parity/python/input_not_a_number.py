# input: twelve
number = int(input())
