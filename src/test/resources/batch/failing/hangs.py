import time
print("still here")
time.sleep(600)
