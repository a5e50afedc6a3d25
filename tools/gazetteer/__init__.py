"""Makes ``geo/dateline/data/gazetteer.sqlite`` from the packages pinned in ``SOURCES.toml``."""
