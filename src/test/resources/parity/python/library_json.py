import json

data = {'name': 'Zoë', 'values': [1, 2.5, None, True], 'inner': {'a': {}}}
text = json.dumps(data)
print(text, json.loads(text) == data)
print(json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True))
for bad in ('{"a": }', '[1, 2', '', "{'a': 1}"):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error)
try:
    json.dumps({1, 2})
except TypeError as error:
    print(error)
