print("all is well, which nobody expected")
