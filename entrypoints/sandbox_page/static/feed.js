// The events: pausing the list, filtering it, and showing one event in full.

export function feed() {
  return {
    paused: false,

    init() {
      const lines = this.$root.querySelector("#lines");
      lines.addEventListener("htmx:beforeRequest", (event) => {
        if (this.keeps(event)) event.preventDefault();
      });
      lines.addEventListener("htmx:beforeSwap", (event) => {
        if (this.keeps(event)) event.preventDefault(); // it was asked for before the pause
      });
      this.dialog.addEventListener("click", (event) => {
        if (event.target.closest("[data-close]")) this.dialog.close();
      });
    },
    keeps(event) {
      const asked = event.detail.requestConfig.triggeringEvent?.type === "refresh";
      return this.paused && !asked;
    },
    get dialog() {
      return this.$root.querySelector("#event-dialog");
    },
    get liveLabel() {
      return this.paused ? "Paused" : "Live";
    },
    get pausedText() {
      return String(this.paused);
    },
    pause() {
      this.paused = !this.paused;
      if (!this.paused) this.refresh();
    },
    refresh() {
      htmx.trigger("#lines", "refresh");
    },
    async opened(event) {
      const line = event.target.closest("[data-position]");
      if (!line) return;
      const path = `/sandbox/page/events/${line.dataset.position}`;
      await htmx.ajax("GET", path, { target: "#whole-event", swap: "innerHTML" });
      this.dialog.showModal();
    },
    outside(event) {
      if (event.target === this.dialog) this.dialog.close();
    },
  };
}
