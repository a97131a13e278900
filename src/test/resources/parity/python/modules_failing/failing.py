def work():
    raise ValueError('as it is imported')

work()
