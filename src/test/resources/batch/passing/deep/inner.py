print("deeper")
