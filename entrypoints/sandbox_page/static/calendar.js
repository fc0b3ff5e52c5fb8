// The calendars: turning the days, and putting each block at its time.

export function calendar() {
  return {
    turn(event) {
      const button = event.target.closest("[data-day]");
      if (!button) return;
      document.querySelector("#day input[name=day]").value = button.dataset.day;
      htmx.trigger("#day", "refresh");
    },
  };
}

// Style attributes are forbidden by our Content-Security-Policy; properties set here are not.
export function place(within) {
  for (const grid of within.querySelectorAll(".grid")) {
    const first = Number(grid.dataset.first);
    const whole = Number(grid.dataset.last) - first;
    grid.style.setProperty("--hours", whole / 60);
    for (const one of grid.querySelectorAll("[data-from]")) {
      const { from, minutes = 0, lane = 0, lanes = 1 } = one.dataset;
      one.style.setProperty("--from", (from - first) / whole);
      one.style.setProperty("--length", minutes / whole);
      one.style.setProperty("--lane", lane / lanes);
      one.style.setProperty("--width", 1 / lanes);
    }
  }
  for (const one of within.querySelectorAll("[data-columns]")) {
    one.style.setProperty("--columns", one.dataset.columns);
  }
}
