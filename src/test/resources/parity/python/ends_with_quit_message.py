quit('a message')
