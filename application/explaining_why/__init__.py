"""Why a time was or was not offered, from the record."""
