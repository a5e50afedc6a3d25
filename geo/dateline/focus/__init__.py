"""What a story is about: the smallest places that account for its literal mentions.

Every place that the story names, and every division and country around it, accounts for the
mentions of what lies in it. From towns up to countries, the first size of which a few places
account for half of the mentions is taken: a town where the story stays in one, a region where it
moves about in it, two countries where it goes back and forth.
"""

from dateline.focus.about import focus_of

__all__ = ["focus_of"]
