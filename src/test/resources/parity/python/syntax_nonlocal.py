def work():
    nonlocal missing
