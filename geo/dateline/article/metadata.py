"""What a source says about an article besides its text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metadata:
    """Front matter, or the head of a web page; empty strings where it says nothing."""

    title: str = ""
    """Headline."""
    byline: str = ""
    """Who wrote it."""
    published: str = ""
    """Date as given."""
    language: str = ""
    """Language as given, unchecked."""
    licence: str = ""
    """Licence line as given."""
    near: str = ""
    """Where the publication is at home, unchecked."""
    country: str = ""
    """Code of its country, unchecked."""
