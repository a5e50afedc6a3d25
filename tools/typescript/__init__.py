"""The compiler that reads the types which the page's scripts declare in their comments."""
