print("end")
print("begin")
