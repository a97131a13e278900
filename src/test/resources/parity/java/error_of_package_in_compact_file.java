package app;

void main() {}
