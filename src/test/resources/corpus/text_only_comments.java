// expect: rejected
// nothing else
