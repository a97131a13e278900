print("sum 3")
