"""What has to be known of the tests before any of them is imported."""

import pytest

pytest.register_assert_rewrite("tests.persistence.event_store_contract")
