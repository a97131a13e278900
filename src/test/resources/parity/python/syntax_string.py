print('open)
