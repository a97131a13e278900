class Helper {}

class Hidden {}
