from pathlib import Path

import pytest

from entrypoints.chat.own_sandbox import OwnSandbox, SandboxDidNotStart, shop_file


def test_a_sandbox_that_does_not_start_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    shop = tmp_path / "shop.toml"
    shop.write_text("id = 3")
    sandbox = OwnSandbox(str(shop))

    with pytest.raises(SandboxDidNotStart) as raised:
        sandbox.start()

    assert "shop.toml" in raised.value.log
    assert not sandbox.data_dir.parent.exists()


def test_a_shop_is_named_by_its_file_or_its_path(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.touch()

    assert shop_file("madrid").name == "madrid.toml"
    assert shop_file(str(own)) == own.resolve()
    with pytest.raises(FileNotFoundError):
        shop_file("nowhere")
