import threading
print("lines end as on Windows")
for n in range(2):
    print(n)
1 / 0
