import unittest


class SumTest(unittest.TestCase):
    def test_good(self):
        self.assertEqual(3, sum([1, 2]))

    def test_bad(self):
        self.assertEqual(4, sum([1, 2]))


if __name__ == '__main__':
    unittest.main()
