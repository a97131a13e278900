// expect: rejected
// message: no main method
class Nothing {}
