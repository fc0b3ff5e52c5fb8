"""The page at `/schema` that shows the OpenAPI document, from files of our own."""
