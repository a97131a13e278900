def test_the_place_is_that_of_what_is_replaced(load):
    class Mine:
        """Mine."""

    import _thread
    other = load('guise').in_place_of(_thread.RLock, Mine)
    assert other is Mine and Mine.__name__ == 'Mine'
    assert repr(Mine) == repr(_thread.RLock) and Mine.__doc__ == _thread.RLock.__doc__
