#!/usr/bin/java --source 25
void main() {}
