# coding: gbk
print("你好")
