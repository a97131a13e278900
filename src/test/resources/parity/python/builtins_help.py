def area(width: int, height: int = 1) -> int:
    """Multiplies two numbers."""
    return width * height

class Shape:
    """Something with an area."""

    sides = 4

    def area(self):
        """Its area."""

help(area)
help(Shape.area)
help('nothing.like.this')
