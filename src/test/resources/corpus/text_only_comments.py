# expect: completed
# nothing else
