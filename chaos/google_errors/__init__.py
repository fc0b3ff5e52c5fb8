"""Google Calendar fails in every way that it documents, at every call, before and after its effect."""
