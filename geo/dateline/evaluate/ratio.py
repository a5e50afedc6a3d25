"""Precision, recall and F1."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision, recall and F1 from three counts."""

    right: int = 0
    """What is in both."""
    predicted: int = 0
    """What was said."""
    gold: int = 0
    """What is so."""

    def __add__(self, other: "Ratio") -> "Ratio":
        """Add counts."""
        return Ratio(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Share of what was said that is so, 0 to 1."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of what is so that was said, 0 to 1."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        Examples
        --------
        >>> Ratio(right=1, predicted=2, gold=1).f1
        0.6666666666666666
        """
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 0.0
