"""Resolution: which of the places that a name may mean it means here, how surely, and why."""

from dateline.resolve.resolver import LEAST_PLACED, resolve

__all__ = ["LEAST_PLACED", "resolve"]
