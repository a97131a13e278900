# expect: failed
# message: exited with status 2
quit(2)
