"""What a person does with the page, and what must never happen while they do it."""

import time
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"
PATIENCE = 15_000  # milliseconds


class Visit:
    """A window on the page. It notes complaints of the browser and requests that leave."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.complaints: list[str] = []
        self.strays: list[str] = []
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._watch)

    def open(self, address: str = "/") -> None:
        self.page.goto(self.url + address)

    def write(self, text: str) -> None:
        self.page.get_by_label("Message", exact=True).fill(text)
        self.page.keyboard.press("Enter")

    def reply(self, text: str) -> Locator:
        """The newest message of the shop, once it says this."""
        newest = self.page.locator("#chat .theirs:not(.typing)").last
        expect(newest).to_contain_text(text, timeout=PATIENCE)
        return newest

    def choose(self, list_button: str, row: str) -> None:
        """Open the newest list and send the row with that title (empty: the first)."""
        self.page.locator("#chat").get_by_role("button", name=list_button).last.click()
        sheet = self.page.get_by_role("dialog", name=list_button)
        sheet.get_by_role("radio", name=row).first.check()
        sheet.get_by_role("button", name="Send").click()
        expect(sheet).to_be_hidden()

    def tap(self, button: str) -> None:
        self.page.locator("#chat").get_by_role("button", name=button).last.click()

    def picture(self, name: str) -> None:
        """A screenshot once nothing moves."""
        self.page.evaluate(
            "() => Promise.allSettled(document.getAnimations().filter(one =>"
            " one.effect.getTiming().iterations !== Infinity).map(one => one.finished))"
        )
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")

    def until(self, script: str) -> None:
        """Wait for it to be true. Playwright's own wait needs `eval`, which the page forbids."""
        deadline = time.monotonic() + PATIENCE / 1000
        while not self.page.evaluate(script):
            assert time.monotonic() < deadline, f"never became true: {script}"
            self.page.wait_for_timeout(50)

    def end(self) -> None:
        assert self.complaints == []
        assert self.strays == []

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:")):
            self.strays.append(request.url)
