print("begin")
print("end")
