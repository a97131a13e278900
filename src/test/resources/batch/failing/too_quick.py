print("no time at all")
