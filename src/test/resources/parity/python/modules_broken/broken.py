def work():
    a = = 1
